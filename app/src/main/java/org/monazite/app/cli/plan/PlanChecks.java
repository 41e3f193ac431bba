package org.monazite.app.cli.plan;

import java.util.ArrayList;
import java.util.List;
import org.monazite.app.text.Texts;
import org.monazite.plan.Proof;
import org.monazite.plan.SecondSolver;
import tools.jackson.databind.node.ObjectNode;

/// Who has checked the plans of an answer, in words and JSON: our own verifier and a second solver.
final class PlanChecks {

    private final Texts texts;

    PlanChecks(Texts texts) {
        this.texts = texts;
    }

    /// One plan that stands beside another, named.
    ///
    /// @param key of its name, such as `plan.proof.late`
    String named(String key, Proof proof, Object... values) {
        return texts.get(
                "plan.proof",
                texts.get(key, values),
                texts.get(proof.verified() ? "plan.proof.verified" : "plan.notverified"),
                second(proof.second()));
    }

    /// What a second solver says of one plan, in a clause.
    private String second(SecondSolver second) {
        return switch (second.asked()) {
            case YES ->
                texts.get(
                        second.agrees() ? "plan.proof.second" : "plan.proof.disputed",
                        solver(second),
                        small(second.objectiveDifference()));
            case NO_TIME, NO_LIBRARY, TOO_LARGE, NO_PLAN, ASTRAY -> texts.get("plan.proof.alone", why(second));
        };
    }

    /// All plans behind an answer in one line.
    String all(List<Proof> proofs) {
        String own = texts.get(
                proofs.stream().allMatch(Proof::verified) ? "answer.verified" : "answer.notverified", proofs.size());
        return own
                + texts.pick(" ", "")
                + seconds(proofs.stream().map(Proof::second).toList());
    }

    /// The plans of a frontier: whether each is verified stands in its row.
    String plans(List<SecondSolver> plans) {
        return texts.get("answer.each") + texts.pick(" ", "") + seconds(plans);
    }

    /// What a second solver says of several plans: one sentence for all of them.
    private String seconds(List<SecondSolver> plans) {
        List<SecondSolver> asked = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (SecondSolver each : plans) {
            if (each.asked() == SecondSolver.Asked.YES) {
                asked.add(each);
            } else if (!reasons.contains(why(each))) {
                reasons.add(why(each));
            }
        }
        if (asked.isEmpty()) {
            return texts.get("answer.alone", String.join(texts.pick("; ", "、"), reasons));
        }
        double most = 0;
        for (SecondSolver each : asked) {
            most = Math.max(most, each.objectiveDifference());
        }
        String said = texts.get(
                asked.stream().allMatch(SecondSolver::agrees) ? "answer.second" : "answer.disputed",
                solver(asked.getFirst()),
                asked.size(),
                plans.size(),
                small(most));
        return reasons.isEmpty()
                ? said
                : said + texts.pick(" ", "") + texts.get("answer.others", String.join(texts.pick("; ", "、"), reasons));
    }

    /// Why no second solver was asked about one plan.
    String why(SecondSolver second) {
        return texts.get("second." + second.asked().id());
    }

    private String solver(SecondSolver second) {
        return texts.pick(second.solver(), second.solver().split(",", 2)[0]);
    }

    static String small(double value) {
        return value == 0 ? "0" : String.format(java.util.Locale.ROOT, "%.1g", value);
    }

    /// Both words about one plan.
    static void json(ObjectNode node, Proof proof) {
        node.put("verified", proof.verified());
        PlansJson.second(node, proof.second());
    }
}
