package org.monazite.app.cli;

import java.io.IOException;
import java.util.List;
import org.monazite.app.Workbench;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Importer;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Place;
import org.monazite.supply.Product;

/// Names and marks as people read them, in the language of the command.
final class Words {

    private final Texts texts;
    private final Numbers numbers;
    private final Workbench workbench;

    Words(Session session) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.workbench = session.workbench();
    }

    /// The name of a place; its code if the atlas has no name.
    String place(String code) throws IOException {
        Place place = workbench.atlas().places().get(code);
        return place == null ? code : texts.pick(place.nameEn(), place.nameJa());
    }

    /// The names of who asks.
    String importer(Importer importer) throws IOException {
        return importer.members().size() == 1 ? place(importer.name()) : importer.name();
    }

    /// The name of a product without remarks in brackets.
    String product(String id) throws IOException {
        Product product = workbench.atlas().products().get(id);
        return product == null
                ? id
                : texts.pick(product.nameEn(), product.nameJa()).replaceAll(" *[((][^))]*[))]", "");
    }

    /// The name of a sea lane; its id if the program has no name.
    String lane(String id) {
        String key = "lane." + id;
        return texts.keys().contains(key) ? texts.get(key) : id;
    }

    /// A share with its mark.
    String share(Explained number) {
        String text = numbers.share(number.value());
        return number.isDefined() ? marked(number.flag(), text) : text;
    }

    /// The range of a share; empty where there is none.
    String range(Explained number) {
        boolean known = number.isDefined() && !Double.isNaN(number.low()) && number.high() > number.low();
        return known ? numbers.shareRange(number.low(), number.high()) : "";
    }

    /// A number with its mark; what only has a limit ("< 0.1 %") is an approximation already.
    static String marked(Flag flag, String text) {
        return text.startsWith("<") || text.endsWith("未満") ? text : flag.mark() + text;
    }

    static String mark(Flag flag, boolean defined) {
        return defined ? flag.mark() : "";
    }

    /// The line that explains the mark, if any of the flags needs it.
    List<String> legend(List<Flag> flags) {
        boolean unverified = flags.contains(Flag.UNVERIFIED);
        boolean estimate = flags.contains(Flag.ESTIMATE);
        return unverified
                ? List.of(texts.get("legend.unverified"))
                : estimate ? List.of(texts.get("legend.estimate")) : List.of();
    }
}
