package org.monazite.plan;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;
import org.monazite.supply.SupplyNetwork;

/// What it costs that no ban takes more from a partner than it takes without the plan: the same question is
/// asked again without that rule, where a price on it says that it changes something.
final class Fairness {

    private static final double LEAST = 1e-4; // a hundredth of a percent

    private final Solver solver;
    private final Solver chooser;
    private final CrossCheck cross;
    private final SupplyNetwork base;

    Fairness(Solver solver, Solver chooser, CrossCheck cross, SupplyNetwork base) {
        this.solver = solver;
        this.chooser = chooser;
        this.cross = cross;
        this.base = base;
    }

    /// @param fixed the plan's rows solved with whole modules fixed, which has duals
    PriceOfFairness of(World world, Search.State before, Search.Found found, Solution fixed) {
        boolean asked = world.spec().rules().noWorse();
        boolean binds = asked && fixed.hasDuals() && found.plan().around().paysForNoWorse(fixed);
        if (!binds || !Deadline.of(solver).allows("no_worse")) {
            return PriceOfFairness.NONE;
        }
        World free = world.with(world.spec().with(world.spec().rules().withNoWorse(false)));
        Search search = new Search(solver, chooser, base, Work.alone());
        Search.Draft draft = search.choose(free, before, found.episodes(), found.caps(), 1);
        Search.State state = search.judge(free, draft.choice(), draft.calm(), Optional.of(before.standing(free)));
        SortedMap<String, Double> worst = worst(world, found.state());
        SortedMap<String, Double> without = worst(free, state);
        double price = found.plan().around().money(found.solution())
                - draft.plan().around().money(draft.solution());
        boolean differs = worst.entrySet().stream()
                .anyMatch(each -> Math.abs(each.getValue() - without.getOrDefault(each.getKey(), 0.0)) > LEAST);
        double spent = new DecisionList(free, draft.choice(), base)
                .spent().values().stream().mapToDouble(Double::doubleValue).sum();
        if (!differs && Math.abs(price) <= LEAST) {
            return PriceOfFairness.NONE;
        }
        Search.Found other = draft.found(state, found.episodes());
        Proof proof = cross.proof(new Report(free, before, other, base), other, solver);
        return new PriceOfFairness(true, price * World.USD, spent, worst, without, proof);
    }

    private static SortedMap<String, Double> worst(World world, Search.State state) {
        TreeMap<String, Double> worst = new TreeMap<>();
        for (var flows : state.bans()) {
            Loss.unmet(world, flows).forEach((partner, unmet) -> worst.merge(partner, unmet, Math::max));
        }
        return worst;
    }
}
