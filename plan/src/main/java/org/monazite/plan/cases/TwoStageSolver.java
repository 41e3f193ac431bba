package org.monazite.plan.cases;

import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.monazite.plan.lshaped.Clock;

/// Solves a two-stage program by the method that suits its size.
public final class TwoStageSolver {

    /// The largest extensive form that is chosen unasked, in terms.
    public static final long MOST_NONZEROS = 500_000;

    /// The most scenarios for which it is chosen unasked.
    public static final int MOST_SCENARIOS = 50;

    private static final int MOST_DECISIONS = 10;
    private static final int MANY_SCENARIOS = 20;

    private TwoStageSolver() {}

    /// How to solve.
    public enum Method {
        /// The extensive form for small programs and most of those whose second stage has integers, else the
        /// L-shaped method.
        AUTO,
        /// All scenarios in one model.
        EXTENSIVE,
        /// One model per scenario, and a master.
        LSHAPED
    }

    /// What came out. Rows, columns and nonzeros are those of the extensive form, whether it was built
    /// or not.
    ///
    /// @param method EXTENSIVE or LSHAPED
    /// @param objective of the best plan; not a number or infinite if there is none
    /// @param bound no plan costs less
    /// @param iterations of the simplex method for the extensive form, else rounds over all scenarios
    /// @param cuts made by the L-shaped method
    public record Outcome(
            long rows,
            long columns,
            long nonzeros,
            Method method,
            Status status,
            double objective,
            double bound,
            long iterations,
            long cuts) {

        /// `(objective - bound) / max(1, |objective|)`, 0 or more; not a number without a plan.
        public double gap() {
            return Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
        }
    }

    /// Solves the program.
    ///
    /// @param threads for the L-shaped method; the outcome does not depend on it
    /// @throws CaseFormatException if the L-shaped method is asked for, the second stage has integers, and
    ///     the first more than 0 or 1
    public static Outcome solve(TwoStage program, Method method, Highs highs, int threads, Limits limits) {
        Clock clock = new Clock(limits.seconds()); // building takes time too
        int scenarios = program.scenarios().size();
        Method chosen = method == Method.AUTO ? chosen(program) : method;
        long rows = size(program.firstRows(), program.rows().size(), scenarios);
        long columns = size(program.firstColumns(), program.columns().size(), scenarios);
        long nonzeros = nonzeros(program);
        if (chosen == Method.LSHAPED) {
            org.monazite.plan.lshaped.LShaped.Result found = LShaped.solve(program, highs, threads, limits);
            return new Outcome(
                    rows,
                    columns,
                    nonzeros,
                    chosen,
                    settled(program, found.status(), highs, clock),
                    found.objective(),
                    found.bound(),
                    found.iterations(),
                    found.cuts());
        }
        Model model = ExtensiveForm.of(program);
        Solution found = highs.solve(model, clock.left(limits.gap()));
        return new Outcome(
                rows,
                columns,
                nonzeros,
                chosen,
                settled(program, found.status(), highs, clock),
                found.objective(),
                found.bound(),
                found.iterations(),
                0);
    }

    /// Where costs fall for ever along a way, or a presolve saw no more than that something is wrong, it is still
    /// open whether there is any plan: the same rows without costs say it.
    private static Status settled(TwoStage program, Status status, Highs highs, Clock clock) {
        boolean open = status == Status.UNBOUNDED || status == Status.INFEASIBLE_OR_UNBOUNDED;
        if (!open || nonzeros(program) > MOST_NONZEROS) {
            return status;
        }
        Model model = ExtensiveForm.of(program);
        for (int column = 0; column < model.columns(); column++) {
            model.cost(column, 0);
        }
        return switch (highs.solve(model, clock.left(0)).status()) {
            case OPTIMAL -> Status.UNBOUNDED;
            case INFEASIBLE -> Status.INFEASIBLE;
            case UNBOUNDED, INFEASIBLE_OR_UNBOUNDED, TIME_LIMIT, ITERATION_LIMIT, INTERRUPTED, ERROR -> status;
        };
    }

    /// Terms of the extensive form.
    public static long nonzeros(TwoStage program) {
        return terms(program, 0, program.firstRows())
                + program.scenarios().size()
                        * terms(program, program.firstRows(), program.rows().size());
    }

    private static Method chosen(TwoStage program) {
        if (program.hasLaterIntegers()) {
            return isManySmall(program) ? Method.LSHAPED : Method.EXTENSIVE;
        }
        boolean small =
                nonzeros(program) <= MOST_NONZEROS && program.scenarios().size() <= MOST_SCENARIOS;
        return small ? Method.EXTENSIVE : Method.LSHAPED;
    }

    /// Whether a program whose second stage has integers is one of few decisions, each 0 or 1, and many
    /// scenarios: then it is solved scenario by scenario unasked.
    public static boolean isManySmall(TwoStage program) {
        return BinaryFirst.suits(program)
                && program.firstColumns() <= MOST_DECISIONS
                && program.scenarios().size() >= MANY_SCENARIOS;
    }

    private static long size(int first, int all, int scenarios) {
        return first + (long) scenarios * (all - first);
    }

    private static long terms(TwoStage program, int from, int to) {
        long terms = 0;
        for (TwoStage.Row row : program.rows().subList(from, to)) {
            terms += row.terms().size();
        }
        return terms;
    }
}
