package org.monazite.app.verify;

import java.util.List;
import java.util.Locale;
import org.monazite.plan.cases.CaseFormatException;
import org.monazite.plan.cases.Cflp;
import org.monazite.plan.cases.CflpSolver;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.ModelDoctor;

/// Facility-location problems in the form of the OR-Library. Deviations are relative to the larger of 1 and
/// the known optimum; where none is known, the gap between plan and bound is shown: it proves the optimum by
/// itself.
final class CflpCases {

    private static final String SUITE = "cflp";
    private static final double ROUNDING = 1e-9;

    private CflpCases() {}

    static List<Outcome> check(CaseFolder folder, String file, Limits limits) {
        Cflp problem = read(folder, file);
        if (problem.beyondCapacity() > ROUNDING * problem.totalDemand()) {
            String much = "the sites together are %s short of the demand".formatted(problem.beyondCapacity());
            throw new CaseException(folder.where(file), "no choice of sites serves all customers: " + much);
        }
        long begun = System.nanoTime();
        Model model = problem.model();
        ModelDoctor.check(model);
        CflpSolver.Outcome found = CflpSolver.solve(problem, Highs.load(), limits);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return List.of(outcome(file, problem, model, found, PlanCases.known(folder, "file", file), seconds));
    }

    private static Outcome outcome(
            String file, Cflp problem, Model model, CflpSolver.Outcome found, PlanCases.Known known, double seconds) {
        double objective = found.objective();
        boolean isKnown = !Double.isNaN(known.value());
        double to = isKnown ? known.value() : found.bound();
        double deviation = Math.abs(objective - to) / Math.max(1, Math.abs(to));
        double gap = Math.max(0, objective - found.bound()) / Math.max(1, Math.abs(objective));
        String line = String.format(
                Locale.ROOT,
                "%s  %s  %d  %d  %d  %d  %d  %s  %.12g  %.12g  %d  %.3f",
                SUITE,
                file,
                problem.capacities().size(),
                problem.demands().size(),
                model.rows(),
                model.columns(),
                model.nonzeros(),
                found.status(),
                objective,
                found.bound(),
                found.iterations(),
                seconds);
        String more = String.format(
                Locale.ROOT, "objective %s  gap %.1e  against %s", objective, gap, isKnown ? "known" : "bound");
        Outcome.Solved solved = new Outcome.Solved(
                line,
                more,
                to,
                "branch-and-bound",
                String.valueOf(found.status()),
                objective,
                found.bound(),
                gap,
                found.iterations(),
                0,
                seconds,
                0,
                model.nonzeros());
        return new Outcome(SUITE, file, deviation, known.allowed(), "", Outcome.Table.NONE, solved);
    }

    private static Cflp read(CaseFolder folder, String file) {
        try {
            return Cflp.read(folder.text(file));
        } catch (CaseFormatException e) {
            String where = e.line() > 0 ? ":" + e.line() + ":" + e.column() : "";
            CaseException refused = new CaseException(folder.where(file) + where, e.problem());
            refused.initCause(e);
            throw refused;
        }
    }
}
