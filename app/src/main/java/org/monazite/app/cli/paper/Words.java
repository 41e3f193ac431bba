package org.monazite.app.cli.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Importer;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Place;
import org.monazite.supply.Product;

/// Names and marks as people read them, in the language of the command.
public final class Words {

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
            "both",
            "importer",
            "exporter",
            "input",
            "output",
            "use",
            "from",
            "for");

    private final Texts texts;
    private final Numbers numbers;
    private final Map<String, Place> places;
    private final Map<String, Product> products;

    /// @throws IOException if the atlas cannot be read
    public Words(Session session) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.places = session.workbench().atlas().places();
        this.products = session.workbench().atlas().products();
    }

    /// The name of a place; its code if the atlas has no name.
    public String place(String code) {
        Place place = places.get(code);
        return place == null ? code : texts.pick(place.nameEn(), place.nameJa());
    }

    /// The names of who asks.
    public String importer(Importer importer) {
        return importer.members().size() == 1 ? place(importer.name()) : importer.name();
    }

    /// The name of a product without remarks in brackets.
    public String product(String id) {
        Product product = products.get(id);
        return product == null
                ? id
                : texts.pick(product.nameEn(), product.nameJa()).replaceAll(" *[((][^))]*[))]", "");
    }

    /// What a figure is about: the name of a product or of a published series; the id of what has no name.
    public String subject(String id) {
        String key = "series." + id.toLowerCase(Locale.ROOT);
        if (texts.keys().contains(key)) {
            return texts.get(key);
        }
        return id.startsWith("usgs.") ? usgs(id) : product(id);
    }

    /// A row of the USGS that is no product of the atlas, in the words of its key: `usgs.tin.mine_prod`.
    private static String usgs(String id) {
        String[] parts = id.split("\\.", 3);
        String of = parts[1].replace('_', ' ');
        if (parts.length < 3) {
            return of;
        }
        String what = parts[2].replaceFirst("^" + parts[1] + "_", "").replace('_', ' ');
        return of + ": " + what.replaceFirst("mine prod$", "mine production");
    }

    /// The name of a sea lane; its id if the program has no name.
    public String lane(String id) {
        String key = "lane." + id;
        return texts.keys().contains(key) ? texts.get(key) : id;
    }

    /// A ban of a plan by the names in its id, such as `CHN:ndpr.oxide+dy.oxide`; what is no place and no
    /// product stays as it is.
    String ban(String id) {
        String[] parts = id.split(":", 2);
        if (parts.length < 2 || !places.containsKey(parts[0])) {
            return id;
        }
        List<String> names = new ArrayList<>();
        for (String each : parts[1].split("\\+")) {
            String key = "ban." + each;
            names.add(texts.keys().contains(key) ? texts.get(key) : product(each));
        }
        return place(parts[0]) + texts.pick(": ", "：") + String.join(" + ", names);
    }

    /// A label of the atlas, such as `ndpr.oxide flow CHN>JPN 2024 t`, for readers of Japanese: names for
    /// codes, words for kinds. English readers get it as it is.
    public String spelled(String label) {
        if (!texts.isJapanese()) {
            return label;
        }
        String text = label;
        for (String kind : KINDS) {
            text = text.replaceAll(
                    "(?<![A-Za-z])" + kind + "(?![A-Za-z])", texts.get("kinds." + kind.replace(' ', '.')));
        }
        return named(text);
    }

    /// A text with the names of the places and products whose codes it holds.
    private String named(String text) {
        StringBuilder spelled = new StringBuilder();
        for (String token : text.splitWithDelimiters("[ >/,]", 0)) {
            spelled.append(
                    products.containsKey(token) ? product(token) : places.containsKey(token) ? place(token) : token);
        }
        return spelled.toString();
    }

    /// What an engine or a source says in English, in the language of the command, with names for codes.
    public String said(String english) {
        return texts.said(english, this::named);
    }

    /// What a share counts, in the words of the source or of its formula: names for products.
    public String counted(String text) {
        return text.matches("[a-z.]+( \\+ [a-z.]+)*")
                ? String.join(
                        texts.pick(" + ", "・"),
                        Arrays.stream(text.split(" \\+ ")).map(this::product).toList())
                : said(text);
    }

    /// A flag as a word: derived, estimate ...
    public String flag(Flag flag) {
        return texts.get("flag." + flag.name().toLowerCase(Locale.ROOT));
    }

    /// A share with its mark.
    public String share(Explained number) {
        String text = numbers.share(number.value());
        return number.isDefined() ? marked(number.flag(), text) : text;
    }

    /// The range of a share; empty where there is none.
    public String range(Explained number) {
        boolean known = number.isDefined() && !Double.isNaN(number.low()) && number.high() > number.low();
        return known ? numbers.shareRange(number.low(), number.high()) : "";
    }

    /// A number with its mark; what only has a limit ("< 0.1 %") is an approximation already.
    public static String marked(Flag flag, String text) {
        return text.startsWith("<") || text.endsWith("未満") ? text : flag.mark() + text;
    }

    /// The mark of a flag; none for a number that is not defined.
    public static String mark(Flag flag, boolean defined) {
        return defined ? flag.mark() : "";
    }

    /// The line that explains the mark, if any of the flags needs it.
    public List<String> legend(List<Flag> flags) {
        boolean unverified = flags.contains(Flag.UNVERIFIED);
        boolean estimate = flags.contains(Flag.ESTIMATE);
        return unverified
                ? List.of(texts.get("legend.unverified"))
                : estimate ? List.of(texts.get("legend.estimate")) : List.of();
    }
}
