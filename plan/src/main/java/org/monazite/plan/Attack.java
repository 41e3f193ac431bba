package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;

/// Bans outside a model that hurt its plan: let loose on the plan, they come into the model and the plan is
/// sought again.
final class Attack {

    private static final double HURTS = 1e-4; // a hundredth of a percent of a partner's demand
    private static final int WORST = 5; // bans added at once
    private static final double SAME = 1e-6; // part of the mean of the worst years

    private Attack() {}

    /// Bans by one supplier that hurt without a plan, worst first; the worst one in every assessed year. Those by
    /// pairs come in when they attack a plan.
    static List<Episode> hurting(World world, Search.State before) {
        List<Integer> order = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            if (world.bans().get(e).isSingle()
                    && Loss.of(world, before.bans().get(e)) > 0
                    && Loss.worst(world, before.bans().get(e)) > HURTS) {
                order.add(e);
            }
        }
        order.sort(Comparator.comparingDouble(
                        (Integer e) -> Loss.of(world, before.bans().get(e)))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        List<Episode> episodes = new ArrayList<>();
        for (int e : order) {
            episodes.add(Episode.of(0, world.bans().get(e)));
        }
        for (int year = 1; year < world.years().size() && !order.isEmpty(); year++) {
            episodes.add(Episode.of(year, world.bans().get(order.getFirst())));
        }
        return episodes;
    }

    /// All of them.
    ///
    /// @param state what every ban does under the plan
    /// @param episodes in the model
    static List<Episode> of(World world, Search.State before, Search.State state, List<Episode> episodes) {
        List<Episode> all = new ArrayList<>(beyond(world, before, state, episodes));
        tail(world, state, episodes).stream()
                .filter(each -> !all.contains(each))
                .forEach(all::add);
        return all;
    }

    /// Bans outside the model that hurt more than the limit and more than every ban inside, or that take more from a
    /// partner than without a plan; the worst few.
    private static List<Episode> beyond(World world, Search.State before, Search.State state, List<Episode> episodes) {
        double limit = 0;
        TreeMap<Integer, Double> beyond = new TreeMap<>();
        for (int e = 0; e < world.bans().size(); e++) {
            double worst = beyond(world, state.bans().get(e));
            if (episodes.contains(Episode.of(0, world.bans().get(e)))) {
                limit = Math.max(limit, worst);
            } else {
                beyond.put(e, worst);
            }
        }
        double most = limit + HURTS;
        return beyond.entrySet().stream()
                .filter(entry -> entry.getValue() > most
                        || Loss.more(world, before, state, entry.getKey()).values().stream()
                                .anyMatch(more -> more > HURTS))
                .sorted(Comparator.comparingDouble((java.util.Map.Entry<Integer, Double> entry) -> -entry.getValue())
                        .thenComparing(java.util.Map.Entry::getKey))
                .limit(WORST)
                .map(entry -> Episode.of(0, world.bans().get(entry.getKey())))
                .toList();
    }

    /// Largest part of a partner's demand that a ban takes beyond what it takes without a plan.
    static double worse(World world, Search.State before, Search.State state) {
        double most = 0;
        for (int e = 0; e < world.bans().size(); e++) {
            for (double more : Loss.more(world, before, state, e).values()) {
                most = Math.max(most, more);
            }
        }
        return most;
    }

    /// Largest part of a partner's demand that any ban takes beyond the partner's limit.
    static double most(World world, Search.State state) {
        double most = 0;
        for (Flows flows : state.bans()) {
            most = Math.max(most, beyond(world, flows));
        }
        return most;
    }

    /// Largest part of a partner's demand that a ban takes beyond the partner's limit.
    private static double beyond(World world, Flows flows) {
        double most = 0;
        for (var entry : Loss.unmet(world, flows).entrySet()) {
            most = Math.max(most, entry.getValue() - world.spec().banLimit(entry.getKey()));
        }
        return most;
    }

    /// The bans that add most to the mean of the worst years: a model that does not know them understates it as
    /// long as one takes more than the threshold of the worst years. None once the mean over the model's bans is
    /// that over all, or if only a target counts and the mean over all keeps it.
    private static List<Episode> tail(World world, Search.State state, List<Episode> episodes) {
        Risk risk = world.spec().rules().risk();
        if (!risk.counts()) {
            return List.of();
        }
        double beta = world.spec().tail();
        double[] losses = Loss.wanted(world, state.bans());
        double[] chances = Loss.chances(world);
        double[] inside = chances.clone();
        for (int e = 0; e < inside.length; e++) {
            inside[e] = episodes.contains(Episode.of(0, world.bans().get(e))) ? chances[e] : 0;
        }
        double all = Tail.mean(losses, chances, beta);
        boolean keeps = risk.weight() == 0 && risk.keeps(all);
        if (keeps || all - Tail.mean(losses, inside, beta) <= SAME * all) {
            return List.of();
        }
        double eta = Tail.threshold(losses, inside, beta);
        List<Integer> missing = new ArrayList<>();
        for (int e = 0; e < losses.length; e++) {
            if (inside[e] == 0 && chances[e] > 0 && losses[e] > eta) {
                missing.add(e);
            }
        }
        missing.sort(Comparator.comparingDouble((Integer e) -> chances[e] * (eta - losses[e]))
                .thenComparing(Comparator.naturalOrder()));
        return missing.stream()
                .limit(WORST)
                .map(e -> Episode.of(0, world.bans().get(e)))
                .toList();
    }
}
