package org.monazite.plan.equations;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.monazite.plan.Tail;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;

/// What a dollar lost in a ban counts in the objective (17): `w (1 - lambda) p` for the expected value, and
/// `w lambda q` for the mean of the worst years, `w` the weight of the year and `q` the part of the mean of that year
/// that a dollar makes ([Tail#parts]). Counts times losses sum to what the objective holds, however the losses are
/// divided among partners.
final class RiskWeights {

    private final World world;
    private final double lambda;

    RiskWeights(World world) {
        this.world = world;
        this.lambda = world.spec().rules().risk().weight();
    }

    boolean isWeighed() {
        return lambda > 0;
    }

    /// What a partner's losses count for; nothing for one who wants nothing of the plan, unless expected values alone
    /// count.
    ///
    /// @param loss of a partner in a ban
    double borne(List<Episode> episodes, ToDoubleBiFunction<Episode, String> loss, String partner) {
        double[] counts = counts(episodes, loss);
        double sum = 0;
        for (int e = 0; e < counts.length; e++) {
            sum += counts[e] * loss.applyAsDouble(episodes.get(e), partner);
        }
        return isWeighed() && !wants(partner) ? 0 : sum;
    }

    /// The mean of the worst years over some bans.
    double tail(List<Episode> episodes, ToDoubleBiFunction<Episode, String> loss) {
        double[] losses =
                episodes.stream().mapToDouble(episode -> wanted(episode, loss)).toArray();
        double[] chances = episodes.stream()
                .mapToDouble(episode -> episode.ban().orElseThrow().probability())
                .toArray();
        return Tail.mean(losses, chances, world.spec().tail());
    }

    private boolean wants(String partner) {
        return !world.spec().rules().bystanders().contains(partner);
    }

    private double[] counts(List<Episode> episodes, ToDoubleBiFunction<Episode, String> loss) {
        double[] counts = new double[episodes.size()];
        for (int year = 0; year < world.years().size(); year++) {
            int here = year;
            int[] of = IntStream.range(0, counts.length)
                    .filter(e -> episodes.get(e).year() == here)
                    .toArray();
            double[] lost = IntStream.of(of)
                    .mapToDouble(e -> wanted(episodes.get(e), loss))
                    .toArray();
            double[] chances = IntStream.of(of)
                    .mapToDouble(e -> episodes.get(e).ban().orElseThrow().probability())
                    .toArray();
            double[] parts = Tail.parts(lost, chances, world.spec().tail());
            for (int k = 0; k < of.length; k++) {
                double chance = chances[k] * PlanModel.weight(year);
                counts[of[k]] =
                        isWeighed() ? (1 - lambda) * chance + lambda * parts[k] * PlanModel.weight(year) : chance;
            }
        }
        return counts;
    }

    /// What all who want something of the plan lose.
    private double wanted(Episode episode, ToDoubleBiFunction<Episode, String> loss) {
        double sum = 0;
        for (String partner : world.partners()) {
            sum += wants(partner) ? loss.applyAsDouble(episode, partner) : 0;
        }
        return sum;
    }
}
