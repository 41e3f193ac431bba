package org.monazite.app.verify;

import java.util.List;
import java.util.stream.Collectors;
import org.monazite.plan.cases.PocketAnswers;
import org.monazite.plan.cases.PocketSoFar;

/// The answers to a pocket plan as YAML, in the form of the file of expected answers.
final class PocketText {

    private static final String NEVER = "infeasible";

    private PocketText() {}

    static List<String> of(PocketAnswers answers) {
        StringBuilder text = new StringBuilder();
        PocketAnswers.DoNothing nothing = answers.doNothing();
        text.append("do_nothing: {cost: %s, worst_ban_unmet_t: %s}\n"
                .formatted(number(nothing.cost()), number(nothing.worstBanUnmet())));
        PocketAnswers.Cheapest cheapest = answers.cheapest();
        text.append("cheapest_plan:\n  cost: %s\n  projects: %s\n  stock_t: %s\n  unmet_t: {"
                .formatted(number(cheapest.cost()), ids(cheapest.projects()), number(cheapest.stock())));
        text.append(cheapest.unmet().entrySet().stream()
                        .map(each -> each.getKey() + ": " + number(each.getValue()))
                        .collect(Collectors.joining(", ")))
                .append("}\nsubsets:\n");
        for (PocketAnswers.Subset each : answers.subsets()) {
            text.append("- projects: %s\n  cost: %s\n".formatted(ids(each.projects()), number(each.cost())));
        }
        text.append("EVPI: ").append(number(answers.perfectInformation())).append('\n');
        head(text, "targets", answers.targets().isEmpty());
        answers.targets().forEach(each -> text.append(target(each)));
        head(text, "frontier", answers.frontier().isEmpty());
        for (PocketAnswers.Point each : answers.frontier()) {
            text.append("- {budget: %s, least_worst_unmet_t: %s}\n"
                    .formatted(number(each.budget()), number(each.leastWorstUnmet())));
        }
        head(text, "stock_worth", answers.stockWorth().isEmpty());
        for (PocketAnswers.Worth each : answers.stockWorth()) {
            text.append("- projects: %s\n  at_t: %s\n  right: %s\n  left: %s\n"
                    .formatted(ids(each.projects()), number(each.at()), number(each.right()), number(each.left())));
        }
        return text.toString().lines().toList();
    }

    /// The cheapest plan so far, when the time was up.
    static List<String> of(PocketSoFar plan) {
        return """
                cheapest_plan:
                  cost: %s
                  bound: %s
                  gap: %s
                  projects: %s
                  stock_t: %s
                """.formatted(
                number(plan.cost()),
                number(plan.bound()),
                number(plan.gap()),
                ids(plan.projects()),
                number(plan.stock())).lines().toList();
    }

    private static void head(StringBuilder text, String name, boolean empty) {
        text.append(name).append(empty ? ": []\n" : ":\n");
    }

    private static String target(PocketAnswers.Target target) {
        if (Double.isInfinite(target.cost())) {
            return "- limit_t: %s\n  cost: %s\n".formatted(number(target.limit()), NEVER);
        }
        String knockOut = target.knockOutDelta().entrySet().stream()
                .map(each -> each.getKey() + ": " + number(each.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        StringBuilder text = new StringBuilder("""
                - limit_t: %s
                  cost: %s
                  projects: %s
                  stock_t: %s
                  worst_unmet_t: %s
                  knock_out_delta: %s
                  within_3pct:
                """.formatted(
                        number(target.limit()),
                        number(target.cost()),
                        ids(target.projects()),
                        number(target.stock()),
                        number(target.worstUnmet()),
                        knockOut));
        target.within3Percent()
                .forEach(set -> text.append("  - ").append(ids(set)).append('\n'));
        return text.toString();
    }

    private static String ids(List<String> ids) {
        return ids.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /// Rounded to 12 digits, as the solver's last ones are noise.
    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return NEVER;
        }
        if (Double.isNaN(value)) {
            return "none";
        }
        double scaled = Math.abs(value) < 1e-9 ? 0 : value;
        return Double.toString(new java.math.BigDecimal(scaled)
                .round(new java.math.MathContext(12))
                .doubleValue());
    }
}
