package org.monazite.plan;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;

/// Contracts too small to be closed: a contract is nothing, or at least what is worth its paper. That is a
/// yes or no for each contract, asked only of those that come out too small; each round is a relaxation of
/// all being asked, so where none is too small any more the plan is the best one.
final class LeastContracts {

    private static final double NONE = 1e-6; // kt/yr

    private final World world;
    private final Around around;
    private final Solver solver;

    LeastContracts(World world, PlanModel plan, Solver solver) {
        this.world = world;
        this.around = plan.around();
        this.solver = solver;
    }

    /// Solves; contracts that were asked are then held in the model as the solution has them.
    Solution settled(Model model, Limits limits) {
        Optional<Solver.AtLeast> atOnce = solver.solve(model, limits, leasts(model));
        Set<Integer> asked = new TreeSet<>();
        if (atOnce.isPresent() && atOnce.get().solution().hasPlan()) {
            for (int o = 0; o < world.offtakes().size(); o++) {
                if (atOnce.get().asked().contains(around.contract(o))) {
                    asked.add(o);
                }
            }
            hold(model, atOnce.get().solution(), asked);
            return atOnce.get().solution();
        }
        Solution best = solver.solve(model, limits);
        while (best.hasPlan() && asked.addAll(small(best))) {
            Solution next = solver.solve(asking(model, asked), limits);
            if (!next.hasPlan()) {
                return best; // no time, or nothing else keeps what must be kept: the small contract stays
            }
            best = next;
        }
        hold(model, best, asked);
        return best;
    }

    private SortedMap<Integer, Double> leasts(Model model) {
        SortedMap<Integer, Double> leasts = new TreeMap<>();
        for (int o = 0; o < world.offtakes().size(); o++) {
            int column = around.contract(o);
            double least = Math.min(world.offtakes().get(o).least(), model.high(column));
            if (least > NONE && model.low(column) <= 0) {
                leasts.put(column, least);
            }
        }
        return leasts;
    }

    private void hold(Model model, Solution best, Set<Integer> asked) {
        for (int o : asked) {
            int column = around.contract(o);
            boolean closed = best.value(column) > NONE;
            double low = closed ? Math.min(world.offtakes().get(o).least(), model.high(column)) : 0;
            model.bounds(column, low, closed ? model.high(column) : 0);
        }
    }

    private Set<Integer> small(Solution solution) {
        Set<Integer> small = new TreeSet<>();
        for (int o = 0; o < world.offtakes().size(); o++) {
            double kt = solution.value(around.contract(o));
            if (kt > NONE && kt < world.offtakes().get(o).least() * (1 - 1e-6)) {
                small.add(o);
            }
        }
        return small;
    }

    /// The model in which some contracts are nothing, or at least what is worth it.
    private Model asking(Model model, Set<Integer> asked) {
        Model copy = model.copy();
        for (int o : asked) {
            int column = around.contract(o);
            double most = copy.high(column);
            double least = Math.min(world.offtakes().get(o).least(), most);
            int closed = copy.integer("closed " + o, 0, 1, 0);
            copy.row("most " + o).plus(column).minus(closed, most).atMost(0);
            copy.row("least " + o).plus(column).minus(closed, least).atLeast(0);
        }
        return copy;
    }
}
