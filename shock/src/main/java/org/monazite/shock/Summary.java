package org.monazite.shock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.Wiring;

/// From the records of all members to quantiles, in member order.
final class Summary {

    private final EnsembleSettings settings;
    private final List<Paths> records;
    private final List<Paths> weekly; // those with weekly series
    private final Paths any;

    Summary(EnsembleSettings settings, Wiring wiring, List<Paths> records) {
        this.settings = settings;
        this.records = List.copyOf(records);
        this.weekly = records.stream().filter(Paths::hasWeeks).toList();
        this.any = records.getFirst();
        if (wiring.network().nodes().size() == 0) {
            throw new IllegalArgumentException("The network is empty.");
        }
    }

    Ensemble of(Run central, Evidence evidence) {
        List<Ensemble.Line> lines = new ArrayList<>();
        for (int line = 0; line < any.lines(); line++) {
            if (any.isUsed(line)) {
                lines.add(line(line));
            }
        }
        lines.sort(Comparator.comparing(Ensemble.Line::productId).thenComparing(Ensemble.Line::place));
        List<Ensemble.Value> values = new ArrayList<>();
        for (int place = 0; place < any.places(); place++) {
            if (any.hasValue(place)) {
                values.add(value(place));
            }
        }
        double massError = records.stream().mapToDouble(Paths::massError).max().orElse(0);
        return new Ensemble(
                settings.weeks(), settings.members(), settings.seed(), lines, values, central, massError, evidence);
    }

    private Ensemble.Line line(int line) {
        int members = records.size();
        double[] worst = new double[members];
        List<Integer> dry = new ArrayList<>();
        for (int m = 0; m < members; m++) {
            worst[m] = records.get(m).worst(line);
            if (records.get(m).firstEmpty(line) > 0) {
                dry.add(records.get(m).firstEmpty(line));
            }
        }
        List<Quantiles> byWeek = new ArrayList<>();
        int worstWeek = 0;
        double most = 1e-4;
        for (int week = 0; week < settings.weeks(); week++) {
            Quantiles quantiles = Quantiles.of(column(week, line));
            byWeek.add(quantiles);
            if (quantiles.p50() > most) {
                most = quantiles.p50();
                worstWeek = week + 1;
            }
        }
        Quantiles summary = Quantiles.of(worst);
        dry.sort(Comparator.naturalOrder());
        double share = dry.size() / (double) members;
        return new Ensemble.Line(
                any.product(line),
                any.place(line),
                summary,
                worstWeek,
                share >= 0.5 ? dry.get((dry.size() - 1) / 2) : 0,
                share,
                byWeek,
                List.of(
                        path(nearest(worst, summary.p10()), line),
                        path(nearest(worst, summary.p50()), line),
                        path(nearest(worst, summary.p90()), line)));
    }

    private double[] column(int week, int line) {
        double[] values = new double[weekly.size()];
        for (int m = 0; m < values.length; m++) {
            values[m] = weekly.get(m).unmet(week, line);
        }
        return values;
    }

    /// The nearest member that has its weekly series.
    private int nearest(double[] values, double target) {
        int best = 0;
        for (int m = 1; m < weekly.size(); m++) {
            if (Math.abs(values[m] - target) < Math.abs(values[best] - target)) {
                best = m;
            }
        }
        return best;
    }

    private List<Double> path(int member, int line) {
        List<Double> path = new ArrayList<>();
        for (int week = 0; week < settings.weeks(); week++) {
            path.add(weekly.get(member).unmet(week, line));
        }
        return path;
    }

    private Ensemble.Value value(int place) {
        double[] totals =
                records.stream().mapToDouble(record -> record.lostUsd(place)).toArray();
        List<Quantiles> byWeek = new ArrayList<>();
        for (int week = 0; week < settings.weeks(); week++) {
            double[] column = new double[weekly.size()];
            for (int m = 0; m < column.length; m++) {
                column[m] = weekly.get(m).lostUsd(week, place);
            }
            byWeek.add(Quantiles.of(column));
        }
        return new Ensemble.Value(any.placeCode(place), Quantiles.of(totals), byWeek);
    }
}
