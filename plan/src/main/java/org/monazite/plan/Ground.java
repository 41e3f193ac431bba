package org.monazite.plan;

import java.util.function.Consumer;
import org.monazite.plan.equations.Around;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Where the answers around a plan start: the plan that was found, and its rows with every target held
/// where
/// the plan has it and money alone in the objective.
///
/// @param before what happens without a plan
/// @param around the plan's model
/// @param held its rows with targets held; whole modules are free
/// @param fixed solution of these rows with whole modules as in the plan; it has duals
record Ground(
        World world,
        Search search,
        Search.State before,
        Search.Found found,
        Around around,
        Model held,
        Solution fixed) {

    static Ground of(PlanInput input, Solver solver, Work work, PlanSpec spec, Consumer<String> progress) {
        World world = WorldBuilder.build(input, spec);
        Search search = new Search(solver, input.network(), work);
        Search.State before = search.before(world);
        progress.accept("searching for the plan itself");
        Search.Found found = search.find(world, before);
        return of(world, search, before, found, solver);
    }

    static Ground of(World world, Search search, Search.State before, Search.Found found, Solver solver) {
        Around around = found.plan().around();
        Model held = around.held(found.solution());
        Solution fixed = solver.solve(held.fixedAt(found.solution()), Limits.NONE);
        if (!fixed.hasDuals()) {
            throw new IllegalStateException("The plan does not fit its own rows: " + fixed.status());
        }
        return new Ground(world, search, before, found, around, held, fixed);
    }

    /// Cost of the plan and expected value at risk, M USD a year.
    double objective() {
        return fixed.objective();
    }

    /// Expected value at risk of all partners under a solution of the rows, M USD a year.
    double expected(Solution solution) {
        double sum = 0;
        for (String partner : world.partners()) {
            sum += around.expected(solution, partner);
        }
        return sum;
    }
}
