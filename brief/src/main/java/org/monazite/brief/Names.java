package org.monazite.brief;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.plan.Decision;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;

/// What places, products, units and terms are called on the page.
final class Names {

    private static final Pattern FLOW = Pattern.compile("([A-Z][A-Z0-9_]+) > ([A-Z][A-Z0-9_]+)");
    private static final Pattern NODE = Pattern.compile("([A-Z][A-Z0-9_]+)/([a-z][a-z0-9.]*)(?:/([a-z0-9_.-]+))?");
    private static final Pattern FLOW_OF = Pattern.compile("flow (\\S+) ([A-Z0-9_]+)>([A-Z0-9_]+)");

    private static final Pattern CONTRACT =
            Pattern.compile("offtake\\.([A-Z][A-Z0-9_]+)/([a-z][a-z0-9.]*)(?:/[a-z]+)?@([A-Z][A-Z0-9_]+)");

    /// Words, and whether they are English on a Japanese page.
    record Words(String text, boolean foreign) {}

    private final Map<String, Place> places;
    private final Map<String, Product> products;
    private final Texts texts;

    Names(Map<String, Place> places, Map<String, Product> products, Texts texts) {
        this.places = places;
        this.products = products;
        this.texts = texts;
    }

    /// A place as a head or label.
    String place(String code) {
        if (texts.has("place." + code)) {
            return texts.get("place." + code);
        }
        Place place = places.get(code);
        return place == null ? code : texts.pick(place.nameEn(), place.nameJa());
    }

    /// A place within a sentence: `the United States`.
    String placeIn(String code) {
        return texts.has("place.in." + code) ? texts.get("place.in." + code) : place(code);
    }

    /// A product as a head or label, without remarks in brackets.
    String product(String id) {
        Product product = products.get(id);
        return product == null
                ? id
                : texts.pick(product.nameEn(), product.nameJa())
                        .replaceAll("\\s*[(（][^)）]*[)）]", "")
                        .strip();
    }

    /// A product within a sentence: a common noun in English begins small.
    String productIn(String id) {
        String name = product(id);
        String first = name.split("[ -]", 2)[0];
        boolean common = first.length() > 1
                && first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT));
        return texts.isJapanese() || !common ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// Stage and product: `Refined`, for the head of a row.
    String stage(Stage stage) {
        return texts.pick(stage.nameEn(), stage.nameJa());
    }

    /// A unit of the network, such as `t oxide/yr`.
    Words unit(String unit) {
        String key = unit.startsWith("times ") && texts.isJapanese() ? "unit.times" : "unit." + slug(unit);
        return texts.has(key) ? new Words(texts.get(key), false) : new Words(unit, texts.isJapanese());
    }

    /// A term of a computed number: a flow, a node, a place, or a name such as `production`.
    Words term(String name) {
        Matcher flow = FLOW.matcher(name);
        if (flow.matches()) {
            return new Words(texts.get("term.flow", place(flow.group(1)), place(flow.group(2))), false);
        }
        Matcher node = NODE.matcher(name);
        if (node.matches()) {
            return new Words(texts.get("term.node", place(node.group(1)), product(node.group(2))), false);
        }
        if (places.containsKey(name)) {
            return new Words(place(name), false);
        }
        String key = "term." + slug(name);
        return texts.has(key) ? new Words(texts.get(key), false) : new Words(name, texts.isJapanese());
    }

    /// A quantity of the balance, such as `flow ndfeb.magnet CHN>IND` or `make CHN/ndpr.oxide`.
    Words quantity(String text) {
        Matcher flow = FLOW_OF.matcher(text);
        if (flow.matches()) {
            return new Words(
                    texts.get("quantity.flow", product(flow.group(1)), place(flow.group(2)), place(flow.group(3))),
                    false);
        }
        int last = text.lastIndexOf(' ');
        Matcher node = NODE.matcher(text.substring(last + 1));
        String key = "quantity." + slug(text.substring(0, Math.max(0, last)));
        if (node.matches() && texts.has(key)) {
            return new Words(texts.get(key, product(node.group(2)), place(node.group(1))), false);
        }
        return new Words(text, texts.isJapanese());
    }

    /// A ban by its id, such as `CHN:refined`: the supplier and what it stops.
    String ban(String id) {
        String[] parts = id.split(":", 2);
        if (parts.length < 2) {
            return place(id);
        }
        if (parts[0].equals("lane") || parts[0].equals("outage")) {
            String[] whose = parts[1].split(":", 2);
            String name = whose.length < 2 ? whose[0] : texts.get("ban.label", whose[0], product(whose[1]));
            return texts.get("ban." + parts[0], name);
        }
        String what = String.join(
                texts.get("ban.and"),
                java.util.Arrays.stream(parts[1].split("\\+"))
                        .map(this::stopped)
                        .toList());
        return texts.get("ban.label", place(parts[0]), what);
    }

    /// What a ban stops: a stage, all, or a product.
    private String stopped(String word) {
        return java.util.Arrays.stream(Stage.values())
                .filter(stage -> stage.id().equals(word))
                .map(this::stage)
                .findFirst()
                .orElseGet(() -> texts.has("ban." + word) ? texts.get("ban." + word) : product(word));
    }

    /// The subject of a target, such as `JPN ndfeb.magnet`.
    String subject(String text) {
        String[] parts = text.split(" ", 2);
        return parts.length < 2 ? place(text) : texts.get("term.node", place(parts[0]), product(parts[1]));
    }

    /// The name of a target, a status or the like by its id; the id itself where there is no text for it.
    String word(String kind, String id) {
        String key = kind + "." + slug(id);
        return texts.has(key) ? texts.get(key) : id;
    }

    /// What a plan backs: a contract by who buys what where, anything else by its own name.
    String decision(Decision decision) {
        Matcher contract = CONTRACT.matcher(decision.id());
        if (!contract.matches()) {
            return texts.pick(decision.nameEn(), decision.nameJa());
        }
        String works = works(decision);
        return texts.get(
                works.isEmpty() ? "decision.contract" : "decision.contract.works",
                place(contract.group(3)),
                productIn(contract.group(2)),
                placeIn(contract.group(1)),
                works);
    }

    /// The works behind a contract by their names; empty if none is named.
    String works(Decision decision) {
        int at = decision.nameEn().lastIndexOf(": ");
        boolean contract = CONTRACT.matcher(decision.id()).matches();
        return contract && at >= 0 ? decision.nameEn().substring(at + 2) : "";
    }

    /// Whether a product is a metal.
    boolean isMetal(String productId) {
        return products.get(productId) instanceof Product.Mineral mineral && mineral.stage() == Stage.METAL;
    }

    /// A measure or formula in the page's language, else the English words.
    Words known(String kind, String english, String fallback) {
        String key = kind + "." + slug(english);
        return texts.has(key) ? new Words(texts.get(key), false) : new Words(fallback, texts.isJapanese());
    }

    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
