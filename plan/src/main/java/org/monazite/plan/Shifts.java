package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;

/// Partners who lose more with a plan than without. Goods that could go to either of two partners go first
/// to the one beyond its limit, then to where a tonne carries more value at risk. So a plan that is bought
/// for one partner can leave another, who stays within its limit, with less than before. The same decisions
/// are judged again with that partner held at what it lost without a plan: the difference is a matter of
/// who gets the goods, not of what is bought.
final class Shifts {

    private static final double LEAST = 1e-4; // a hundredth of a percent

    private final Solver solver;

    Shifts(Solver solver) {
        this.solver = solver;
    }

    List<Shift> of(World world, Search.State before, Search.Found found) {
        List<Shift> shifts = new ArrayList<>();
        for (String partner : world.partners()) {
            double was = 0;
            double is = 0;
            int worst = 0;
            for (int e = 0; e < world.bans().size(); e++) {
                was = Math.max(was, at(world, before, e, partner));
                double here = at(world, found.state(), e, partner);
                if (here > is) {
                    is = here;
                    worst = e;
                }
            }
            if (is > was + LEAST) {
                shifts.add(shift(world, found, partner, worst, was, is));
            }
        }
        return shifts;
    }

    private static double at(World world, Search.State state, int ban, String partner) {
        return Loss.unmet(world, state.bans().get(ban)).getOrDefault(partner, 0.0);
    }

    private Shift shift(World world, Search.Found found, String partner, int ban, double was, double is) {
        return new Shift(
                partner,
                world.bans().get(ban).id(),
                was,
                is,
                Loss.unmet(world, found.state().bans().get(ban)),
                held(world, found, partner, ban, was));
    }

    /// What each partner lacks in a ban if one may lack no more than it did without a plan; empty if the
    /// decisions do not allow it.
    private SortedMap<String, Double> held(World world, Search.Found found, String partner, int ban, double was) {
        PlanSpec spec = world.spec();
        TreeMap<String, Double> limits = new TreeMap<>(spec.rules().banLimit());
        double limit = Math.min(was, spec.banLimit(partner));
        limits.put(partner, limit);
        World held = world.with(spec.with(spec.rules().withLimits(limits)));
        Episode episode = Episode.of(0, world.bans().get(ban));
        PlanModel plan =
                PlanModel.judging(held, found.choice(), episode, found.state().calm(), Optional.empty());
        Around around = plan.around();
        Model rows = around.model().copy();
        around.excess(world.partners().indexOf(partner)).forEach(column -> rows.bounds(column, 0, was - limit + LEAST));
        Solution solution = solver.solve(rows, Limits.NONE);
        return solution.hasPlan() ? Loss.unmet(held, plan.flows(solution).getFirst()) : new TreeMap<>();
    }
}
