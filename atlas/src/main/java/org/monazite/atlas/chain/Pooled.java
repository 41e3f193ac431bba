package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.List;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Statement;
import org.monazite.supply.Citation;

/// The figures on one quantity with standard deviations that fit how far apart they lie.
final class Pooled {

    private final List<Double> values;
    private final List<Double> sds;
    private final List<List<SdReason>> why;

    private Pooled(List<Double> values, List<Double> sds, List<List<SdReason>> why) {
        this.values = values;
        this.sds = sds;
        this.why = why;
    }

    /// @param value the first figure
    /// @param more what stands beside it
    static Pooled of(double value, Deviations.Spread spread, Corroboration more) {
        List<Double> values = new ArrayList<>(List.of(value));
        List<Double> sds = new ArrayList<>(List.of(spread.sd()));
        List<List<SdReason>> why = new ArrayList<>(List.of(new ArrayList<>(spread.why())));
        for (int i = 0; i < more.statements().size(); i++) {
            values.add(more.statements().get(i).figure().value());
            sds.add(more.spreads().get(i).sd());
            why.add(new ArrayList<>(more.spreads().get(i).why()));
        }
        Pooled pooled = new Pooled(values, sds, why);
        double birge = StrictMath.sqrt(birge(values, sds));
        if (birge > 1) {
            pooled.widen(birge, new SdReason(SdReason.Kind.BIRGE, birge));
        }
        double least = more.gap() / 2;
        double together = together(sds);
        if (together < least) {
            pooled.widen(least / together, new SdReason(SdReason.Kind.MIRROR, least));
        }
        return pooled;
    }

    /// `max(1, Q / (n - 1))`, `Q` the weighted squared spread of the figures around their weighted mean: the
    /// factor on their variances.
    static double birge(List<Double> values, List<Double> sds) {
        if (values.size() < 2) {
            return 1;
        }
        double weight = 0;
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            weight += 1 / (sds.get(i) * sds.get(i));
            sum += values.get(i) / (sds.get(i) * sds.get(i));
        }
        double q = 0;
        for (int i = 0; i < values.size(); i++) {
            double off = (values.get(i) - sum / weight) / sds.get(i);
            q += off * off;
        }
        return Math.max(1, q / (values.size() - 1));
    }

    /// Standard deviation of the weighted mean of independent figures.
    static double together(List<Double> sds) {
        double weight = 0;
        for (double sd : sds) {
            weight += 1 / (sd * sd);
        }
        return Math.sqrt(1 / weight);
    }

    private void widen(double factor, SdReason reason) {
        for (int i = 0; i < values.size(); i++) {
            sds.set(i, sds.get(i) * factor);
            why.get(i).add(reason);
        }
    }

    private static Citation cite(FigureRecord figure) {
        return new Citation(figure.id(), figure.sourceId(), figure.locator(), figure.remark());
    }

    double sd(int figure) {
        return sds.get(figure);
    }

    List<SdReason> why(int figure) {
        return why.get(figure);
    }

    List<Grounded.Other> others(Corroboration more) {
        List<Grounded.Other> others = new ArrayList<>();
        for (int i = 0; i < more.statements().size(); i++) {
            Statement statement = more.statements().get(i);
            others.add(new Grounded.Other(values.get(i + 1), sds.get(i + 1), cite(statement.figure()), why.get(i + 1)));
        }
        return others;
    }
}
