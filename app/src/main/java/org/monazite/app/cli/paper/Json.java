package org.monazite.app.cli.paper;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.monazite.shock.Quantiles;
import org.monazite.shock.Spread;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.RunCard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Results as JSON. A number that is not defined is null and says so; nothing here depends on clock or
/// threads.
public final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /// An empty object.
    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /// An empty list.
    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    /// Texts in their order.
    public static ArrayNode strings(Collection<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }

    /// Numbers in their order; null where one is not defined.
    public static ArrayNode numbers(Collection<Double> values) {
        ArrayNode array = array();
        values.forEach(value -> array.add(number(value)));
        return array;
    }

    /// A plain number; null where there is none.
    public static JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
    }

    /// A number with its range, unit, flag and the figures it rests on.
    public static ObjectNode explained(Explained number) {
        ObjectNode node = object();
        node.set("value", number(number.value()));
        if (!number.isDefined()) {
            node.put("missing", "not defined");
        }
        node.set("low", number(number.low()));
        node.set("high", number(number.high()));
        node.put("unit", number.unit());
        node.put("formula", number.formula());
        node.put("flag", flag(number.flag()));
        node.put("unverifiedShare", number.unverifiedShare());
        node.set("figures", strings(figures(number)));
        return node;
    }

    /// The same with the key under which `show figure` follows it.
    public static ObjectNode explained(Explained number, String key) {
        ObjectNode node = explained(number);
        node.set("trail", strings(List.of(key)));
        return node;
    }

    /// The keys under which `show figure` follows the numbers of an object.
    public static ObjectNode trail(ObjectNode node, Collection<String> keys) {
        node.set("trail", strings(keys));
        return node;
    }

    /// The same where the numbers of an object come from different things: by field.
    public static ObjectNode trail(ObjectNode node, Map<String, List<String>> keys) {
        ObjectNode trail = node.putObject("trail");
        keys.forEach((field, each) -> trail.set(field, strings(each)));
        return node;
    }

    /// The word of a flag, in small letters.
    public static String flag(org.monazite.supply.Flag flag) {
        return flag.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The ids of all figures that a number rests on.
    public static SortedSet<String> figures(Explained number) {
        TreeSet<String> ids = new TreeSet<>();
        number.terms().forEach(term -> ids.addAll(figureIds(term.citations())));
        return ids;
    }

    /// The ids of the figures cited, each once, in order; what has no id is left out.
    public static List<String> figureIds(List<Citation> citations) {
        return citations.stream()
                .map(Citation::figureId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// Five quantiles in the unit of what was counted; null where one is not defined.
    public static ObjectNode quantiles(Quantiles q) {
        ObjectNode node = object();
        node.set("p10", number(q.p10()));
        node.set("p25", number(q.p25()));
        node.set("p50", number(q.p50()));
        node.set("p75", number(q.p75()));
        node.set("p90", number(q.p90()));
        return node;
    }

    /// Quantiles with the interval of each; null where there are too few members for one.
    public static ObjectNode spread(Spread spread) {
        ObjectNode node = object();
        node.put("members", spread.members());
        node.set("mean", number(spread.mean()));
        for (Spread.Point point : spread.points()) {
            ObjectNode each = node.putObject("p%02d".formatted(Math.round(100 * point.share())));
            each.set("value", number(point.value()));
            each.set("low", number(point.low()));
            each.set("high", number(point.high()));
        }
        return node;
    }

    /// What a result was computed from: version, network, seed, settings and assumptions, each with the key it is
    /// followed by.
    public static ObjectNode card(RunCard card) {
        ObjectNode node = object();
        node.put("atlas", card.atlas());
        node.put("network", card.network());
        node.put("software", card.software());
        node.put("seed", card.seed());
        ObjectNode settings = node.putObject("settings");
        card.settings().forEach(settings::put);
        ArrayNode assumptions = node.putArray("assumptions");
        card.assumptions().forEach(assumed -> {
            ObjectNode each = assumptions.addObject();
            each.put("key", assumed.key());
            each.set("value", number(assumed.value()));
            each.put("unit", assumed.unit());
            each.put("why", assumed.whyEn());
            each.put("whyJa", assumed.whyJa());
            each.put("flag", flag(assumed.flag()));
            trail(each, List.of(assumed.key()));
        });
        return trail(node, Map.of("seed", List.of("seed")));
    }

    /// A number for each place, in the order of the map; null where it is not defined.
    public static ObjectNode byPlace(Map<String, Double> values) {
        ObjectNode node = object();
        values.forEach((place, value) -> node.set(place, number(value)));
        return node;
    }

    /// One object, indented, a line feed at the end.
    static String text(ObjectNode node) {
        return JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(node)
                        .replace("\r\n", "\n")
                + "\n";
    }
}
