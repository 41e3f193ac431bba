package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.plan.cases.ExtensiveForm;
import org.monazite.plan.cases.TwoStage;
import org.monazite.plan.cases.TwoStageMeasures;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;

/// The planner's solvers against published programs. Deviations relative to the larger of 1 and the known value.
/// Where no value is known, the gap between plan and bound is shown: it proves the optimum by itself.
final class PlanCases {

    private static final double USUAL = 1e-6;
    private static final Pattern CVAR = Pattern.compile("mean-CVaR beta 2/3 lambda ([0-9.]+)");
    private static final double BETA = 2.0 / 3;

    private PlanCases() {}

    /// What knowing more is worth, and plans that fear the tail.
    static List<Outcome> measures(CaseFolder folder, TwoStage program, Until until) {
        Solver solver = until.keeping(Solvers.best());
        try {
            return measures(folder, program, solver);
        } catch (IllegalStateException e) {
            if (!until.mayHaveStopped()) {
                throw e;
            }
            return List.of(Outcome.late("smps", folder.name() + " measures"));
        }
    }

    private static List<Outcome> measures(CaseFolder folder, TwoStage program, Solver solver) {
        TwoStageMeasures all = TwoStageMeasures.of(program, solver);
        List<Outcome> outcomes = new ArrayList<>();
        for (Map<String, String> row : folder.csv("measures.csv")) {
            String name = get(row, "measure");
            double theirs = Double.parseDouble(get(row, "value"));
            boolean absolute = get(row, "tol").endsWith("abs");
            double allowed = Double.parseDouble(get(row, "tol").split(" ", 2)[0]);
            double ours = measure(name, program, all, solver);
            double scale = absolute ? 1 : Math.max(1, Math.abs(theirs));
            outcomes.add(new Outcome(
                    "smps", folder.name() + " " + shortened(name), Math.abs(ours - theirs) / scale, allowed, ""));
        }
        return outcomes;
    }

    private static double measure(String name, TwoStage program, TwoStageMeasures all, Solver solver) {
        int sign = program.goal().sign();
        Matcher cvar = CVAR.matcher(name);
        if (cvar.find()) {
            double lambda = Double.parseDouble(cvar.group(1));
            Solution plan = solver.solve(ExtensiveForm.meanCvar(program, lambda, BETA), Limits.EXACT);
            return sign * plan.objective();
        }
        if (name.startsWith("EVPI")) {
            return all.perfectInformation();
        }
        if (name.startsWith("VSS")) {
            return all.stochasticSolution();
        }
        if (name.endsWith("(RP)")) {
            return sign * all.expected();
        }
        if (name.endsWith("(WS)")) {
            return sign * all.foresight();
        }
        if (name.endsWith("(EEV)") || name.contains("(EEV)")) {
            return sign * all.meanPlan();
        }
        if (name.contains("(EV)")) {
            return sign * all.mean();
        }
        throw new CaseException("measures.csv", "the measure '" + name + "' is not known");
    }

    private static String shortened(String name) {
        int bracket = name.indexOf('(');
        return bracket < 0 ? name : name.substring(bracket + 1, name.indexOf(')'));
    }

    /// A known optimum and how near to it one must come; not a number where none is known.
    record Known(double value, double allowed) {}

    static Known known(CaseFolder folder, String key, String file) {
        if (folder.has("known.csv")) {
            for (Map<String, String> row : folder.csv("known.csv")) {
                if (get(row, key).equals(file)) {
                    String value = row.containsKey("objective") ? "objective" : "optimum";
                    return new Known(Double.parseDouble(get(row, value)), Double.parseDouble(get(row, "rel_tol")));
                }
            }
        }
        return new Known(Double.NaN, USUAL);
    }

    private static String get(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> "The case has no column " + column);
    }
}
