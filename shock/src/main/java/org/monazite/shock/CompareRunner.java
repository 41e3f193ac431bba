package org.monazite.shock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.monazite.shock.internal.Crew;
import org.monazite.shock.internal.Names;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.Wiring;
import org.monazite.supply.SupplyNetwork;

/// Plays two scenarios with common random numbers, so that what both have in common falls out of the
/// difference. Any
/// number of threads gives the same bytes.
public final class CompareRunner {

    private static final double WEEKS_NOTICED = 1e-3;

    private final EnsembleSettings settings;
    private final IntConsumer progress;

    /// A runner.
    ///
    /// @param progress told the number of members that are done, from any thread
    public CompareRunner(EnsembleSettings settings, IntConsumer progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// What one member leaves behind: of each scenario the losses per place and week, and the weeks lost
    /// per line.
    private record Pair(Kept first, Kept second) {}

    private record Kept(double[] lostUsd, double[] weekUsd, double[] lostWeeks) {}

    /// Plays all members of both.
    ///
    /// @param places whose losses are compared
    /// @throws IllegalArgumentException if an action names a place, product or lane that the network does
    /// not have
    public Comparison run(SupplyNetwork network, Scenario first, Scenario second, Set<String> places) {
        Names.require(network, first.actions());
        Names.require(network, second.actions());
        Wiring one = new Wiring(network, first.assumptions().market(), first.actions());
        Wiring two = new Wiring(network, second.assumptions().market(), second.actions());
        Members members = new Members(settings.weeks(), settings.seed());
        Paths shape = members.play(one, first, Members.CENTRAL);
        List<Pair> pairs = Crew.play(
                settings.threads(),
                settings.members(),
                member -> new Pair(kept(members.play(one, first, member)), kept(members.play(two, second, member))),
                progress);
        return new Comparison(
                first.name(),
                second.name(),
                settings.weeks(),
                settings.members(),
                settings.seed(),
                places(shape, pairs, places),
                lines(shape, pairs, places));
    }

    private Kept kept(Paths paths) {
        double[] total = new double[paths.places()];
        double[] weekly = new double[paths.places() * settings.weeks()];
        for (int place = 0; place < total.length; place++) {
            total[place] = paths.lostUsd(place);
            for (int week = 0; week < settings.weeks(); week++) {
                weekly[place * settings.weeks() + week] = paths.lostUsd(week, place);
            }
        }
        double[] lost = new double[paths.lines()];
        for (int line = 0; line < lost.length; line++) {
            lost[line] = paths.lostWeeks(line);
        }
        return new Kept(total, weekly, lost);
    }

    private List<Comparison.PlaceLoss> places(Paths shape, List<Pair> pairs, Set<String> wanted) {
        List<Comparison.PlaceLoss> losses = new ArrayList<>();
        for (int place = 0; place < shape.places(); place++) {
            if (shape.hasValue(place) && wanted.contains(shape.placeCode(place))) {
                int index = place;
                long worse = pairs.stream()
                        .filter(pair ->
                                pair.second().lostUsd()[index] > pair.first().lostUsd()[index])
                        .count();
                List<Quantiles> weeks = new ArrayList<>();
                for (int week = 0; week < settings.weeks(); week++) {
                    int at = place * settings.weeks() + week;
                    weeks.add(Quantiles.of(more(pairs, kept -> kept.weekUsd()[at])));
                }
                losses.add(new Comparison.PlaceLoss(
                        shape.placeCode(place),
                        Spread.of(all(pairs, pair -> pair.first().lostUsd()[index])),
                        Spread.of(all(pairs, pair -> pair.second().lostUsd()[index])),
                        Spread.of(more(pairs, kept -> kept.lostUsd()[index])),
                        worse / (double) pairs.size(),
                        weeks));
            }
        }
        return losses;
    }

    private static List<Comparison.Line> lines(Paths shape, List<Pair> pairs, Set<String> wanted) {
        List<Integer> order = new ArrayList<>();
        for (int line = 0; line < shape.lines(); line++) {
            if (shape.isUsed(line) && wanted.contains(shape.place(line))) {
                order.add(line);
            }
        }
        order.sort(java.util.Comparator.comparing(shape::place)
                .thenComparing(shape::productIndex)
                .thenComparing(shape::product));
        List<Comparison.Line> lines = new ArrayList<>();
        for (int line : order) {
            Spread first = Spread.of(all(pairs, pair -> pair.first().lostWeeks()[line]));
            Spread second = Spread.of(all(pairs, pair -> pair.second().lostWeeks()[line]));
            if (first.mean() > WEEKS_NOTICED || second.mean() > WEEKS_NOTICED) {
                Spread more = Spread.of(more(pairs, kept -> kept.lostWeeks()[line]));
                lines.add(new Comparison.Line(shape.product(line), shape.place(line), first, second, more));
            }
        }
        return lines;
    }

    private static double[] all(List<Pair> pairs, ToDoubleFunction<Pair> value) {
        return pairs.stream().mapToDouble(value).toArray();
    }

    private static double[] more(List<Pair> pairs, ToDoubleFunction<Kept> value) {
        return all(pairs, pair -> value.applyAsDouble(pair.second()) - value.applyAsDouble(pair.first()));
    }
}
