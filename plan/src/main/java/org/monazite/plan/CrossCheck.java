package org.monazite.plan;

import java.util.Optional;
import java.util.function.Supplier;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.OrTools;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.SolverException;
import org.monazite.plan.lp.Status;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;
import org.monazite.supply.SupplyNetwork;

/// Asks a second solver about plans: the same rows, whole modules fixed as in the plan, from nothing. What it finds
/// must cost what the plan costs.
///
/// @param second the other solver; empty where none loads
/// @param deadline after which nobody is asked
record CrossCheck(Supplier<Optional<Solver>> second, Deadline deadline) {

    private static final int SMALL = 200_000; // nonzeros
    private static final double AGREES = 1e-6;

    /// OR-Tools, where it loads.
    static CrossCheck within(Deadline deadline) {
        return new CrossCheck(() -> OrTools.find().map(Solver.class::cast), deadline);
    }

    /// @param first solves the plan's rows, should the plan's own objective not be that of its whole modules
    SecondSolver of(Search.Found found, Solver first) {
        return of(found.plan().model(), found.solution(), first);
    }

    /// @param rows of the plan
    /// @param plan a solution of them
    /// @param first solves them, should the plan's own objective not be that of its whole modules
    SecondSolver of(Model rows, Solution plan, Solver first) {
        if (!plan.hasPlan()) {
            return SecondSolver.none(SecondSolver.Asked.NO_PLAN);
        }
        if (rows.nonzeros() > SMALL) {
            return SecondSolver.none(SecondSolver.Asked.TOO_LARGE);
        }
        Optional<Solver> other = second.get();
        if (other.isEmpty()) {
            return SecondSolver.none(SecondSolver.Asked.NO_LIBRARY);
        }
        if (!deadline.allows("second_solver")) {
            return SecondSolver.none(SecondSolver.Asked.NO_TIME);
        }
        Model fixed = rows.fixedAt(plan);
        Solution again = other.get().solve(fixed, Limits.NONE);
        if (again.status() == Status.ERROR) {
            return SecondSolver.none(SecondSolver.Asked.ASTRAY);
        }
        double difference = difference(again, plan.objective());
        if (!(difference <= AGREES)) { // a search may end within its gap: then both are asked for the best
            Optional<Solution> best = best(fixed, first);
            boolean less = again.hasPlan() && again.objective() <= plan.objective();
            if (best.isEmpty() && less) {
                return SecondSolver.none(SecondSolver.Asked.ASTRAY);
            }
            double most = plan.objective() + AGREES * Math.max(1, Math.abs(plan.objective()));
            difference = best.filter(each -> each.hasPlan() && each.objective() <= most)
                    .map(each -> difference(again, each.objective()))
                    .orElse(difference);
        }
        return new SecondSolver(
                other.get().name() + ", whole modules fixed at the plan", difference, difference <= AGREES);
    }

    /// Empty where the first solver refuses the rows, as it may those of a search around a plan. Then another
    /// solver that finds more than the plan claims disputes it; one that finds less has not agreed, and not been
    /// proved wrong.
    private static Optional<Solution> best(Model fixed, Solver first) {
        try {
            return Optional.of(first.solve(fixed, Limits.NONE));
        } catch (SolverException refused) {
            return Optional.empty();
        }
    }

    private static double difference(Solution again, double objective) {
        return again.hasPlan()
                ? Math.abs(again.objective() - objective) / Math.max(1, Math.abs(objective))
                : Double.POSITIVE_INFINITY;
    }

    /// Whether our own verifier agrees with decisions that a model around a plan chose: every ban of the question is
    /// let loose on them first.
    ///
    /// @param world the question, with the budgets of the decisions
    /// @param before what happens without a plan
    /// @param found the plan itself
    /// @param choice the decisions
    boolean verified(World world, SupplyNetwork base, Search.State before, Search.Found found, Choice choice) {
        return new Chains(deadline).linked(solver -> {
            Search search = new Search(solver, base, Work.alone());
            Flows calm = search.calm(world, before, choice, found.caps());
            Search.State state = search.judge(world, choice, calm, Optional.of(before.standing(world)));
            return new Report(world, before, found.with(choice, state), base)
                    .check()
                    .verified();
        });
    }

    /// Our own verifier's word and the second solver's.
    Proof proof(Report report, Search.Found found, Solver first) {
        return new Proof(report.check().verified(), of(found, first));
    }
}
