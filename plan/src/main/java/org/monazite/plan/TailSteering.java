package org.monazite.plan;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.monazite.plan.world.World;

/// Keeps the target for the mean of the worst years by what bans do to the plan, not by what its model hopes. In the
/// model a feared supplier that stays partly open can be asked for a multiple of what it ships in a calm year without
/// the plan; with the plan it ships less, and bans that leave it partly open take more. Where that breaks the target,
/// the limit of the model is tightened by what is missed and the plan sought again, a few times at most.
final class TailSteering {

    private static final int ROUNDS = 4;

    private final World world;
    private final Risk risk;
    private World sought;
    private int tightened;
    private Optional<Search.Found> nearest = Optional.empty();

    TailSteering(World world) {
        this.world = world;
        this.risk = world.spec().rules().risk();
        this.sought = world;
    }

    /// How often the limit may be tightened.
    int rounds() {
        return risk.mostUsd() < Double.POSITIVE_INFINITY ? ROUNDS : 0;
    }

    /// The question whose plan is sought next.
    World sought() {
        return sought;
    }

    /// The world in which bans are let loose on a plan. Where the mean of the worst years counts, goods go in each ban
    /// where they carry most value, as in the model, as long as no partner loses more than in the worst ban of the
    /// plan; else they go first to the partner beyond its limit.
    World judging(Search.Draft plan) {
        if (!risk.counts()) {
            return world;
        }
        TreeMap<String, Double> limits = new TreeMap<>();
        for (int i = 0; i < world.partners().size(); i++) {
            String partner = world.partners().get(i);
            List<Integer> excess = plan.plan().around().excess(i);
            double beyond = excess.isEmpty() ? 0 : Math.max(0, plan.solution().value(excess.getFirst()));
            limits.put(partner, Math.min(1, world.spec().banLimit(partner) + beyond));
        }
        return world.with(world.spec().with(world.spec().rules().withLimits(limits)));
    }

    /// Tightens the limit if the model thinks that it is kept and bans say that it is not. Returns whether it did.
    boolean tightens(Search.Found found) {
        double missed = missed(found);
        Risk now = sought.spec().rules().risk();
        boolean hopes = found.plan().around().tailMissed().stream()
                .allMatch(column ->
                        found.solution().value(column) * found.plan().around().tailUnitUsd() <= Risk.TOLERANCE_USD);
        double hoped = found.plan().around().tail(found.solution()) * World.USD;
        double most = Math.max(0, Math.min(now.mostUsd(), hoped) - missed);
        if (tightened >= rounds() || missed <= 0 || !hopes || most >= now.mostUsd()) {
            return false;
        }
        nearest = Optional.of(nearest(found));
        tightened++;
        PlanRules rules = world.spec().rules();
        sought = world.with(world.spec().with(rules.with(new Risk(risk.weight(), most))));
        return true;
    }

    /// Of the plans that were found and this one the one that misses the target by least; the last of several.
    Search.Found nearest(Search.Found found) {
        return nearest.filter(each -> missed(each) < missed(found)).orElse(found);
    }

    private double missed(Search.Found found) {
        return missed(found.state());
    }

    /// By how much the mean of the worst years lies beyond the target; 0 if it keeps it.
    ///
    /// @param state what bans do to a plan
    double missed(Search.State state) {
        double mean = Tail.mean(
                Loss.wanted(world, state.bans()),
                Loss.chances(world),
                world.spec().tail());
        return risk.keeps(mean) ? 0 : mean - risk.mostUsd();
    }
}
