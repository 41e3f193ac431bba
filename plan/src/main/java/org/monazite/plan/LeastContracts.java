package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;

/// Contracts too small to be closed. Where the best plan has one it is sought again without it, and, if
/// that costs more than what a reader would see, with the least that can be closed.
final class LeastContracts {

    private static final int ROUNDS = 4;
    private static final double NONE = 1e-6; // kt/yr
    private static final double SAME = 0.1; // M USD a year

    private final World world;
    private final Around around;
    private final Solver solver;

    LeastContracts(World world, PlanModel plan, Solver solver) {
        this.world = world;
        this.around = plan.around();
        this.solver = solver;
    }

    /// Solves, and settles each small contract one way or the other; its bounds in the model are then those
    /// of the solution.
    Solution settled(Model model, Limits limits) {
        Solution best = solver.solve(model, limits);
        for (int round = 0; round < ROUNDS && best.hasPlan(); round++) {
            List<Integer> small = small(best);
            if (small.isEmpty()) {
                return best;
            }
            Solution without = solver.solve(closed(model, small, false), limits);
            boolean fine = without.hasPlan() && without.objective() <= best.objective() + SAME;
            Solution with = fine || round == ROUNDS - 1 ? without : solver.solve(closed(model, small, true), limits);
            if (!without.hasPlan() && !with.hasPlan()) {
                return best; // the small contract stays: nothing else keeps what must be kept
            }
            boolean least = with.hasPlan() && !(without.hasPlan() && without.objective() <= with.objective());
            settle(model, small, least);
            best = least ? with : without;
        }
        return best;
    }

    private List<Integer> small(Solution solution) {
        List<Integer> small = new ArrayList<>();
        for (int o = 0; o < world.offtakes().size(); o++) {
            double kt = solution.value(around.contract(o));
            if (kt > NONE && kt < world.offtakes().get(o).least() * (1 - 1e-6)) {
                small.add(o);
            }
        }
        return small;
    }

    private Model closed(Model model, List<Integer> small, boolean least) {
        Model copy = model.copy();
        settle(copy, small, least);
        return copy;
    }

    private void settle(Model model, List<Integer> small, boolean least) {
        for (int o : small) {
            int column = around.contract(o);
            double low = least ? Math.min(world.offtakes().get(o).least(), model.high(column)) : 0;
            model.bounds(column, low, least ? model.high(column) : 0);
        }
    }
}
