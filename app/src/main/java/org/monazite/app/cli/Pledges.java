package org.monazite.app.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.text.Texts;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.Pledge;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Promises as text and JSON.
final class Pledges {

    private Pledges() {}

    /// How many stand how.
    static Map<Assessment.State, Integer> counts(Collection<Assessment> assessments) {
        Map<Assessment.State, Integer> counts = new EnumMap<>(Assessment.State.class);
        assessments.forEach(each -> counts.merge(each.state(), 1, Integer::sum));
        return counts;
    }

    /// One line: `9 met, 5 on track, ...`.
    static String summary(Map<Assessment.State, Integer> counts, Texts texts) {
        List<String> parts = new ArrayList<>();
        for (Assessment.State state : Assessment.State.values()) {
            int count = counts.getOrDefault(state, 0);
            if (count > 0) {
                parts.add(texts.get("pledge.count", count, texts.pick(state.nameEn(), state.nameJa())));
            }
        }
        return parts.isEmpty() ? texts.get("pledge.none") : String.join(texts.pick(", ", "、"), parts);
    }

    /// Whether the state is one that automation should stop at.
    static boolean fails(Assessment assessment) {
        return switch (assessment.state()) {
            case OVERDUE_NOT_EVIDENCED, MISSED -> true;
            case MET, ON_TRACK, DISPUTED, STANDING, CANNOT_TELL -> false;
        };
    }

    static ArrayNode json(List<Assessment> assessments) {
        ArrayNode array = Json.array();
        assessments.forEach(each -> array.add(json(each)));
        return array;
    }

    static ObjectNode json(Assessment assessment) {
        Pledge pledge = assessment.pledge();
        ObjectNode node = Json.object();
        node.put("id", pledge.id());
        node.put("state", assessment.state().nameEn());
        node.put("asOf", assessment.asOf().toString());
        node.put("rule", assessment.rule());
        node.put("lateDays", assessment.lateDays());
        node.put("drift", assessment.drift().id());
        node.put("reason", assessment.reasonEn());
        node.put("reasonJa", assessment.reasonJa());
        node.set("by", Json.strings(pledge.by()));
        node.put("instrument", pledge.instrument());
        node.put("binding", pledge.binding());
        node.put("kind", pledge.kind().id());
        node.put("text", pledge.textEn());
        node.put("textJa", pledge.textJa());
        node.put("signed", pledge.signed());
        node.put("due", pledge.due().map(Object::toString).orElse(""));
        node.put("doneWhen", pledge.doneWhen());
        node.put("flag", Json.flag(pledge.flag()));
        node.put("source", pledge.citation().sourceId());
        ArrayNode measures = node.putArray("measures");
        for (Assessment.Measured measured : assessment.measured()) {
            ObjectNode each = measures.addObject();
            each.put("definition", measured.definitionEn());
            each.put("definitionJa", measured.definitionJa());
            each.put("decides", measured.decides());
            each.put("period", measured.period());
            each.set("target", Json.number(measured.target()));
            each.put("verdict", measured.verdict().id());
            each.set("measure", Json.explained(measured.value(), pledge.id()));
            Json.trail(each, List.of(pledge.id()));
        }
        ArrayNode evidence = node.putArray("evidence");
        for (Pledge.Evidence piece : pledge.evidence()) {
            ObjectNode each = evidence.addObject();
            each.put("id", piece.id());
            each.put("date", piece.date());
            each.put("kind", piece.kind().id());
            each.put("direction", piece.direction().id());
            each.put("grade", piece.grade());
            each.put("accepted", piece.accepted());
            each.put("text", piece.textEn());
            each.put("textJa", piece.textJa());
            each.put("source", piece.citation().sourceId());
            Json.trail(each, List.of(piece.id()));
        }
        return Json.trail(node, List.of(pledge.id()));
    }
}
