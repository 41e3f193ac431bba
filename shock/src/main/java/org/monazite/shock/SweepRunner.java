package org.monazite.shock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.monazite.shock.internal.Crew;
import org.monazite.shock.internal.Names;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.Wiring;
import org.monazite.supply.SupplyNetwork;

/// Plays every removal with the same members, on all threads. The order of results is that of the
/// removals: any
/// number of threads gives the same bytes.
public final class SweepRunner {

    /// Part of a week's use from which a product counts as short.
    public static final double SHORT = 0.01;

    private final EnsembleSettings settings;
    private final int days;
    private final Set<String> importers;
    private final String product;
    private final IntConsumer progress;

    /// A runner.
    ///
    /// @param settings weeks, members of each removal, seed and threads
    /// @param days how long each thing is gone, 1 or more
    /// @param importers places whose loss counts, at least one
    /// @param product whose missing weeks are counted
    /// @param progress told the number of runs that are done, from any thread
    public SweepRunner(
            EnsembleSettings settings, int days, Set<String> importers, String product, IntConsumer progress) {
        if (days < 1 || importers.isEmpty()) {
            throw new IllegalArgumentException(
                    "A sweep needs at least one day and one importer, was %d days, %s.".formatted(days, importers));
        }
        this.settings = settings;
        this.days = days;
        this.importers = Set.copyOf(importers);
        this.product = product;
        this.progress = progress;
    }

    /// Runs that a sweep of these removals takes.
    public int runs(Removals removals) {
        return removals.played().size() * settings.members();
    }

    /// Plays all removals.
    ///
    /// @param base the world before: its start and assumptions; its actions are not played
    public Sweep run(SupplyNetwork network, Scenario base, Removals removals) {
        List<Scenario> scenarios = removals.played().stream()
                .map(removal -> removal.scenario(base, days))
                .toList();
        scenarios.forEach(scenario -> Names.require(network, scenario.actions()));
        Wiring wiring = new Wiring(network, base.assumptions().market());
        Members members = new Members(settings.weeks(), settings.seed());
        List<Outcome> outcomes = Crew.play(
                settings.threads(),
                runs(removals),
                task -> outcome(
                        members.play(wiring, scenarios.get(task / settings.members()), task % settings.members())),
                progress);
        List<Sweep.Row> rows = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            int from = i * settings.members();
            rows.add(row(removals.played().get(i), outcomes.subList(from, from + settings.members())));
        }
        rows.sort(Comparator.comparingDouble(
                        (Sweep.Row row) -> -row.lossUsd().median().value())
                .thenComparingDouble(row -> -row.lossUsd().mean())
                .thenComparingDouble(row -> -row.lostWeeks().mean())
                .thenComparing(row -> row.removal().id()));
        return new Sweep(
                settings.weeks(), days, settings.members(), settings.seed(), product, rows, removals.unknown());
    }

    /// What one run says; the rest of it is forgotten.
    private record Outcome(double lossUsd, double lostWeeks, int week, String product, String place) {}

    private Outcome outcome(Paths paths) {
        double loss = 0;
        for (int place = 0; place < paths.places(); place++) {
            if (importers.contains(paths.placeCode(place))) {
                loss += paths.lostUsd(place);
            }
        }
        double lost = 0;
        double use = 0;
        int first = Integer.MAX_VALUE;
        int firstLine = -1;
        for (int line = 0; line < paths.lines(); line++) {
            if (paths.isUsed(line) && !paths.isScrap(line) && importers.contains(paths.place(line))) {
                if (paths.product(line).equals(product)) {
                    lost += paths.lostWeeks(line) * paths.use(line);
                    use += paths.use(line);
                }
                int week = paths.firstWeekAbove(line, SHORT);
                boolean earlier = week < first && week > 0;
                if (earlier || week == first && paths.productIndex(line) < paths.productIndex(firstLine)) {
                    first = week;
                    firstLine = line;
                }
            }
        }
        return firstLine < 0
                ? new Outcome(loss, use > 0 ? lost / use : 0, 0, "", "")
                : new Outcome(loss, use > 0 ? lost / use : 0, first, paths.product(firstLine), paths.place(firstLine));
    }

    private static Sweep.Row row(Removal removal, List<Outcome> outcomes) {
        List<Outcome> hit = outcomes.stream()
                .filter(each -> each.week() > 0)
                .sorted(Comparator.comparingInt(Outcome::week))
                .toList();
        Outcome usual = usual(hit);
        return new Sweep.Row(
                removal,
                Spread.of(outcomes.stream().mapToDouble(Outcome::lossUsd).toArray()),
                Spread.of(outcomes.stream().mapToDouble(Outcome::lostWeeks).toArray()),
                hit.size() / (double) outcomes.size(),
                hit.isEmpty() ? 0 : hit.get((hit.size() - 1) / 2).week(),
                usual.product(),
                usual.place());
    }

    /// The outcome whose first product is the most frequent; of equals the first.
    private static Outcome usual(List<Outcome> hit) {
        Outcome best = new Outcome(0, 0, 0, "", "");
        long most = 0;
        for (Outcome each : hit) {
            long count = hit.stream()
                    .filter(other -> other.product().equals(each.product())
                            && other.place().equals(each.place()))
                    .count();
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }
}
