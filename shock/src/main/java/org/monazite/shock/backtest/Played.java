package org.monazite.shock.backtest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.monazite.shock.Scenario;
import org.monazite.shock.Simulation;
import org.monazite.supply.SupplyNetwork;

/// One run of a past event, read off day by day as multiples of the baseline.
final class Played {

    private static final int YEAR = 365;

    private final PastEvent event;
    private final double[][] daily;

    private Played(PastEvent event, double[][] daily) {
        this.event = event;
        this.daily = daily;
    }

    /// Plays a scenario of an event.
    static Played of(PastEvent event, Scenario scenario) {
        SupplyNetwork network = event.network();
        List<int[]> arcs = new ArrayList<>();
        event.series().forEach(series -> arcs.add(arcs(event, series.probe())));
        double[][] daily = new double[event.series().size()][event.days()];
        Simulation.of(network).daily(scenario, event.days(), (day, view) -> {
            for (int s = 0; s < daily.length; s++) {
                daily[s][day] = switch (event.series().get(s).probe()) {
                    case Probe.Exports _, Probe.Imports _ -> {
                        double sum = 0;
                        for (int arc : arcs.get(s)) {
                            sum += view.shipped(arc);
                        }
                        yield sum / baseline(network, arcs.get(s));
                    }
                    case Probe.Spot spot ->
                        view.spotAt(
                                network.findProduct(event.product()).orElseThrow(),
                                network.findPlace(spot.place()).orElseThrow());
                };
            }
        });
        for (int s = 0; s < daily.length; s++) {
            if (event.series().get(s).probe() instanceof Probe.Imports) {
                daily[s] = later(daily[s], network.arcs().lagDays(arcs.get(s)[0]));
            }
        }
        return new Played(event, daily);
    }

    /// What an observation of a series is compared with; NaN for a time that was not played.
    double at(int series, Observation observation) {
        if (observation.day().isPresent()) {
            return value(
                    series,
                    Math.toIntExact(ChronoUnit.DAYS.between(
                            event.start(), observation.day().get())));
        }
        YearMonth month = observation.month();
        double sum = 0;
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            sum += value(series, Math.toIntExact(ChronoUnit.DAYS.between(event.start(), day)));
        }
        return sum / month.lengthOfMonth();
    }

    private double value(int series, int day) {
        if (day < 0) {
            return 1; // before the measure: normal times
        }
        return day < event.days() ? daily[series][day] : Double.NaN;
    }

    private static double[] later(double[] shipped, int lag) {
        double[] arrived = new double[shipped.length];
        Arrays.fill(arrived, 1);
        System.arraycopy(shipped, 0, arrived, Math.min(lag, shipped.length), Math.max(0, shipped.length - lag));
        return arrived;
    }

    private static double baseline(SupplyNetwork network, int[] arcs) {
        double sum = 0;
        for (int arc : arcs) {
            sum += network.arcs().perYear(arc);
        }
        return sum / YEAR;
    }

    private static int[] arcs(PastEvent event, Probe probe) {
        Set<String> to = switch (probe) {
            case Probe.Exports exports -> exports.to();
            case Probe.Imports imports -> imports.to();
            case Probe.Spot _ -> Set.of();
        };
        SupplyNetwork network = event.network();
        List<Integer> found = new ArrayList<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            for (int arc = network.arcs().first(node); arc < network.arcs().first(node + 1); arc++) {
                String buyer = network.placeOf(network.arcs().buyer(arc));
                if (network.placeOf(node).equals(event.supplier())
                        && !buyer.equals(event.supplier())
                        && (to.isEmpty() || to.contains(buyer))) {
                    found.add(arc);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "The event '%s' has no trade for a series that asks for %s.".formatted(event.id(), probe));
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
