package org.monazite.app.cli.exposure;

import java.util.Locale;
import java.util.Map;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.dependence.EmbodiedAnswer;
import org.monazite.app.dependence.EmbodiedAnswer.Counting;
import org.monazite.exposure.Embodied;
import org.monazite.exposure.GoodsAbroad;
import org.monazite.supply.Explained;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Embodied content as JSON: every number with its range, flag and the figures behind it.
final class EmbodiedJson {

    private EmbodiedJson() {}

    static ObjectNode of(EmbodiedAnswer answer) {
        ObjectNode node = Json.object();
        node.put("importer", answer.importer().name());
        node.put("supplier", answer.supplier());
        node.put("label", "including embodied; not added to direct imports");
        node.set("directShare", Json.explained(answer.direct()));
        answer.traded().ifPresent(traded -> node.set("traded", traded(traded)));
        ArrayNode abroad = node.putArray("goodsAbroad");
        for (GoodsAbroad use : answer.abroad()) {
            ObjectNode each = abroad.addObject();
            each.put("use", use.use());
            each.set("tonnes", Json.explained(use.tonnes()));
            each.set("assembled", Json.explained(use.assembled()));
            each.set("touched", Json.explained(use.touched()));
        }
        return node;
    }

    private static ObjectNode traded(EmbodiedAnswer.Traded traded) {
        ObjectNode node = Json.object();
        node.put("year", traded.year());
        node.set("imports", Json.strings(traded.imports()));
        node.set("goodsUsd", Json.byPlace(traded.goodsUsd()));
        for (Map.Entry<Counting, Embodied.Imports> entry : traded.counted().entrySet()) {
            ObjectNode each = node.putObject(key(entry.getKey()));
            each.set("total", Json.explained(entry.getValue().total()));
            each.set("share", Json.explained(entry.getValue().share()));
            each.set("byOrigin", numbers(entry.getValue().byOrigin()));
            each.set("byGood", numbers(entry.getValue().byGood()));
            each.set("withoutContent", Json.strings(entry.getValue().withoutContent()));
        }
        node.set("touched", Json.explained(traded.touched()));
        node.set("withoutUse", Json.strings(traded.withoutUse()));
        node.set("withoutTrade", Json.strings(traded.withoutTrade()));
        node.set("valueWithoutWeight", Json.number(traded.withoutWeight()));
        return node;
    }

    static String key(Counting counting) {
        return switch (counting) {
            case WEIGHT -> "magnetsTonnes";
            case VALUE -> "magnetsUsd";
            case LIGHT -> "ndPrTonnes";
            case HEAVY -> "dyTbTonnes";
        };
    }

    static String word(Counting counting) {
        return counting.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode numbers(Map<String, Explained> numbers) {
        ObjectNode node = Json.object();
        numbers.forEach((key, number) -> node.set(key, Json.explained(number)));
        return node;
    }
}
