package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Chance;
import org.monazite.plan.PlanResult;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Words that several answers around a plan share.
final class PlanWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    PlanWords(Session session) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
    }

    /// Targets by their names, such as `demand unmet in a ban (USA)`.
    String targets(List<String> missed) throws IOException {
        List<String> names = new ArrayList<>();
        for (String each : missed) {
            String[] parts = each.split(" ", 3);
            if (parts.length == 1) {
                names.add(texts.get("target." + each));
                continue;
            }
            String product = parts.length > 2 ? " " + words.product(parts[2]) : "";
            names.add(texts.pick("%s (%s%s)", "%s（%s%s）")
                    .formatted(texts.get("target." + parts[0]), words.place(parts[1]), product));
        }
        return String.join(texts.pick("; ", "、"), names);
    }

    /// What a target wants or what is reached of it: a share, or money.
    static String amount(Numbers numbers, PlanResult.TargetState target, double value) {
        return target.isMoney() ? numbers.usd(value) : numbers.share(value);
    }

    /// A change of money with its sign.
    String change(double usd) {
        return (usd > 0 ? "+" : "") + numbers.usd(usd);
    }

    /// What rests on estimates of ours, as every cost and loss of a plan does.
    static String estimate(String text) {
        return Words.marked(Flag.UNVERIFIED, text);
    }

    /// A ban, licence, outage or closure by its names, such as `China: NdPr metal`.
    String ban(String id) throws IOException {
        String[] parts = id.split(":", 3);
        if (parts[0].equals("lane") && parts.length == 2) {
            return texts.get("ban.lane", words.lane(parts[1]));
        }
        if (parts[0].equals("outage") && parts.length == 3) {
            return texts.get("ban.outage", parts[1], words.product(parts[2]));
        }
        if (parts.length == 1) {
            return joined(id, true);
        }
        String what = parts[1].equals("licence") ? texts.get("ban.licence") : joined(parts[1], false);
        return texts.get("ban.label", words.place(parts[0]), what);
    }

    private String joined(String codes, boolean places) throws IOException {
        List<String> names = new ArrayList<>();
        for (String code : codes.split("\\+")) {
            names.add(places ? words.place(code) : words.product(code));
        }
        return String.join(" + ", names);
    }

    /// How likely the feared supplier stops shipments or slows them, with the count behind it.
    List<String> chances(List<Chance> chances, int quarters) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Chance each : chances) {
            if (each.given()) {
                lines.add(texts.get(
                        "chance.given", words.place(each.supplier()), numbers.share(each.perYear()), quarters));
            } else {
                lines.add(texts.get(
                        "chance." + each.kind(),
                        words.place(each.supplier()),
                        estimate(numbers.share(each.perYear())),
                        each.controls().size(),
                        each.years(),
                        each.controls().isEmpty() ? texts.get("value.nocontrols") : String.join(", ", each.controls()),
                        quarters,
                        numbers.share(each.perYear() / quarters)));
            }
        }
        return lines;
    }

    static ArrayNode json(List<Chance> chances) {
        ArrayNode array = Json.object().putArray("chances");
        for (Chance each : chances) {
            ObjectNode row = array.addObject();
            row.put("supplier", each.supplier());
            row.put("kind", each.kind());
            row.set("perYear", Json.number(each.perYear()));
            row.put("years", each.years());
            row.set("controls", Json.strings(each.controls()));
            row.put("given", each.given());
        }
        return array;
    }
}
