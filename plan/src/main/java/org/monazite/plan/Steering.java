package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.monazite.plan.replay.CalmNetwork;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.World;
import org.monazite.supply.SupplyNetwork;

/// Steers traced shares under their limit: tightens the caps on direct shares of partners who miss it and lets the
/// plan be sought again.
final class Steering {

    private static final int ROUNDS = 5;
    private static final double HURTS = 1e-4; // a hundredth of a percent of a partner's supply
    private static final double TIGHTER = 0.9;

    private final World world;
    private final SupplyNetwork base;
    private final Deadline deadline;
    private final BiFunction<List<Double>, Choice, Search.Draft> choose;

    /// @param base the network of the base year
    /// @param choose a plan for caps on direct shares, by partner, and the plan under looser ones
    Steering(
            World world, SupplyNetwork base, Deadline deadline, BiFunction<List<Double>, Choice, Search.Draft> choose) {
        this.world = world;
        this.base = base;
        this.deadline = deadline;
        this.choose = choose;
    }

    /// Tightens the caps on direct shares and keeps what brings traced shares nearer to their limit at a
    /// price worth it. A cap that is too tight to be kept only steers: what it is short of is no cost.
    ///
    /// @param first the plan under `caps`
    /// @param caps on direct shares, by partner
    Search.Draft from(Search.Draft first, List<Double> caps) {
        if (world.spec().targets().tracedShare() >= 1) {
            return first;
        }
        Traced best = traced(first);
        Traced last = best;
        List<Double> tried = caps;
        for (int round = 0; round < ROUNDS && most(best.misses()) > HURTS; round++) {
            if (!deadline.allows("steering")) {
                return best.draft();
            }
            tried = tighter(best.shares(), last.misses(), tried, StrictMath.pow(TIGHTER, round + 1));
            last = traced(choose.apply(tried, last.draft().choice()));
            boolean nearer = most(last.misses()) < most(best.misses()) - HURTS;
            if (nearer && price(last.draft()) - price(best.draft()) <= costOf(most(best.misses()))) {
                best = last;
            }
        }
        return best.draft();
    }

    /// By how much the traced share of the partner that misses its limit most misses it; 0 where there is none.
    double missed(Search.Draft draft) {
        return world.spec().targets().tracedShare() < 1 ? most(traced(draft).misses()) : 0;
    }

    /// A plan with its shares, and by how much they miss their limit, by partner.
    private record Traced(Search.Draft draft, Dependences shares, TreeMap<String, Double> misses) {}

    private Traced traced(Search.Draft draft) {
        Dependences shares = Dependences.of(world, CalmNetwork.of(world, base, draft.choice(), draft.calm()));
        return new Traced(draft, shares, misses(shares));
    }

    private static double price(Search.Draft draft) {
        return draft.solution().objective() - draft.plan().directShortfall(draft.solution());
    }

    private static double most(TreeMap<String, Double> misses) {
        return misses.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /// What a missed share is worth, M USD a year: a tenth of what the same part of the worst ban is.
    private static double costOf(double miss) {
        return miss * 1e5;
    }

    /// Tighter caps for partners who miss their limit. A cap looser than the largest direct share that a partner has
    /// now would steer nothing.
    private List<Double> tighter(Dependences shares, TreeMap<String, Double> misses, List<Double> caps, double factor) {
        List<Double> next = new ArrayList<>();
        double limit = world.spec().targets().tracedShare();
        for (int i = 0; i < caps.size(); i++) {
            String partner = world.partners().get(i);
            double miss = misses.getOrDefault(partner, 0.0);
            double direct = shares.products().stream()
                    .mapToDouble(product -> shares.directOfSupply(partner, product))
                    .filter(share -> share > HURTS)
                    .max()
                    .orElse(1);
            next.add(miss > HURTS ? Math.min(caps.get(i), direct) * factor * limit / (limit + miss) : caps.get(i));
        }
        return next;
    }

    /// By how much a partner's traced share of the last product misses its limit.
    private TreeMap<String, Double> misses(Dependences shares) {
        TreeMap<String, Double> misses = new TreeMap<>();
        double limit = world.spec().targets().tracedShare();
        for (String partner : world.partners()) {
            boolean asks = !world.spec().rules().bystanders().contains(partner);
            for (String product : asks ? Dependences.lastProducts(world, partner) : Set.<String>of()) {
                misses.merge(partner, Math.max(0, shares.traced(partner, product) - limit), Math::max);
            }
        }
        return misses;
    }
}
