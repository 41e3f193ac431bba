package org.monazite.app.cli.shock;

import java.util.Locale;
import org.monazite.app.cli.paper.Json;
import org.monazite.shock.Why;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An explanation as JSON.
final class WhyJson {

    private WhyJson() {}

    static ObjectNode of(Why why) {
        ObjectNode node = Json.object();
        node.put("scenario", why.scenario());
        node.put("weeks", why.weeks());
        node.put("member", why.member());
        node.set("places", Json.strings(why.places()));
        node.put("product", why.product());
        node.put("unit", why.product().isEmpty() ? "USD" : "t");
        node.set("loss", Json.number(why.loss()));
        node.set("lossByWeek", Json.numbers(why.lossByWeek()));
        ArrayNode paths = node.putArray("paths");
        why.paths().forEach(path -> paths.add(path(path)));
        node.set("otherShare", Json.number(why.otherShare()));
        node.set("stockSwingsShare", Json.number(why.swingShare()));
        node.set("grossLoss", Json.number(why.grossLoss()));
        ArrayNode waterfall = node.putArray("waterfall");
        why.waterfall().forEach(saved -> {
            ObjectNode each = waterfall.addObject();
            each.put("mechanism", word(saved.mechanism()));
            each.set("saved", Json.number(saved.amount()));
        });
        ArrayNode events = node.putArray("events");
        why.events().forEach(event -> {
            ObjectNode each = events.addObject();
            each.put("action", event.action());
            each.set("loss", Json.number(event.amount()));
        });
        return node;
    }

    private static ObjectNode path(Why.Path path) {
        ObjectNode node = Json.object();
        node.set("share", Json.number(path.share()));
        ObjectNode root = node.putObject("cause");
        root.put("kind", word(path.root().cause()));
        root.put("action", path.root().action());
        root.put("place", path.root().place());
        root.put("product", path.root().product());
        root.put("firstWeek", path.root().firstWeek());
        ArrayNode steps = node.putArray("steps");
        path.steps().forEach(step -> {
            ObjectNode each = steps.addObject();
            each.put("relation", word(step.relation()));
            each.put("place", step.place());
            each.put("product", step.product());
            each.put("input", step.input());
            each.put("firstWeek", step.firstWeek());
        });
        node.set("byWeek", Json.numbers(path.byWeek()));
        return node;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
