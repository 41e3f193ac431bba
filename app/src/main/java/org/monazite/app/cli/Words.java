package org.monazite.app.cli;

import java.io.IOException;
import java.util.ArrayList;
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

    /// Words for what is measured, longer ones before those they begin with.
    private static final List<String> KINDS = List.of(
            "share of imports",
            "share of exports",
            "unknown origin",
            "other use",
            "flow value",
            "flow",
            "production",
            "make",
            "capacity",
            "reserves",
            "projection",
            "price",
            "export",
            "importer",
            "exporter",
            "input",
            "output",
            "use",
            "from",
            "for");

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

    /// A ban of a plan by the names in its id, such as `CHN:ndpr.oxide+dy.oxide`; what is no place and no product stays
    /// as
    /// it is.
    String ban(String id) throws IOException {
        String[] parts = id.split(":", 2);
        if (parts.length < 2 || !workbench.atlas().places().containsKey(parts[0])) {
            return id;
        }
        List<String> names = new ArrayList<>();
        for (String each : parts[1].split("\\+")) {
            String key = "ban." + each;
            names.add(texts.keys().contains(key) ? texts.get(key) : product(each));
        }
        return place(parts[0]) + texts.pick(": ", "：") + String.join(" + ", names);
    }

    /// A label of the atlas, such as `ndpr.oxide flow CHN>JPN 2024 t`, for readers of Japanese: names for codes, words
    /// for
    /// kinds. English readers get it as it is.
    String spelled(String label) throws IOException {
        if (!texts.isJapanese()) {
            return label;
        }
        String text = label;
        for (String kind : KINDS) {
            text = text.replaceAll(
                    "(?<![A-Za-z])" + kind + "(?![A-Za-z])", texts.get("kinds." + kind.replace(' ', '.')));
        }
        StringBuilder spelled = new StringBuilder();
        for (String token : text.splitWithDelimiters("[ >/,]", 0)) {
            spelled.append(
                    workbench.atlas().products().containsKey(token)
                            ? product(token)
                            : workbench.atlas().places().containsKey(token) ? place(token) : token);
        }
        return spelled.toString();
    }

    /// What a share counts, in the words of the source or of its formula: names for products; for readers of Japanese
    /// the definition in Japanese where there is one, without the English remark behind it.
    String counted(String text) throws IOException {
        if (text.matches("[a-z.]+( \\+ [a-z.]+)*")) {
            List<String> names = new ArrayList<>();
            for (String id : text.split(" \\+ ")) {
                names.add(product(id));
            }
            return String.join(texts.pick(" + ", "・"), names);
        }
        if (!texts.isJapanese()) {
            return text;
        }
        String slug = text.split("; ", 2)[0].toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String key = "counted." + slug;
        return texts.keys().contains(key) ? texts.get(key) : text;
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
