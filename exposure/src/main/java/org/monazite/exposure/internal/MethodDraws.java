package org.monazite.exposure.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.monazite.exposure.MaterialInput;
import org.monazite.supply.Figure;
import org.monazite.supply.Production;
import org.monazite.supply.Range;

/// All methods of all materials for drawn inputs, over plain arrays. Order of methods: HHI, net import
/// reliance, GeoPolRisk, EU, USGS, lost without the largest; layout `value[item * 6 + method]`.
public final class MethodDraws {

    private static final int METHODS = 6;
    private static final double ROUNDING = 0.005;

    private final long seed;
    private final Map<String, Integer> places = new TreeMap<>();
    private final Range[] risk;
    private final double[] riskError;
    private final Item[] items;

    /// The figures of one material as arrays.
    private static final class Item {
        private final int[] maker;
        private final double[] made;
        private final double[] low;
        private final double[] high;
        private final boolean[] own;
        private final double gap;
        private final int home;
        private final Range reliance;
        private final int[] partner;
        private final Range[] share;
        private final boolean[] named;
        private final double relief;
        private double sum;

        Item(int makers, int partners, double gap, int home, Range reliance, double relief) {
            this.maker = new int[makers];
            this.made = new double[makers];
            this.low = new double[makers];
            this.high = new double[makers];
            this.own = new boolean[makers];
            this.gap = gap;
            this.home = home;
            this.reliance = reliance;
            this.relief = relief;
            this.partner = new int[partners];
            this.share = new Range[partners];
            this.named = new boolean[partners];
        }
    }

    /// Prepares the draws.
    ///
    /// @param errors standard error of `g` by place
    public MethodDraws(List<MaterialInput> inputs, Set<String> importer, Map<String, Double> errors, long seed) {
        this.seed = seed;
        for (MaterialInput input : inputs) {
            input.world().places().forEach(at -> places.putIfAbsent(at.place(), places.size()));
            input.imports().forEach(source -> places.putIfAbsent(source.place(), places.size()));
        }
        importer.forEach(place -> places.putIfAbsent(place, places.size()));
        this.risk = new Range[places.size()];
        this.riskError = new double[places.size()];
        places.forEach((place, index) -> {
            risk[index] = inputs.isEmpty()
                    ? MaterialInput.UNRATED
                    : inputs.getFirst().risk().getOrDefault(place, MaterialInput.UNRATED);
            riskError[index] = errors.getOrDefault(place, 0.0);
        });
        this.items = new Item[inputs.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(inputs.get(i), importer);
        }
    }

    private Item item(MaterialInput input, Set<String> importer) {
        Map<String, Figure.Known> known = new LinkedHashMap<>();
        double sum = 0;
        for (Production.At at : input.world().places()) {
            if (at.figure() instanceof Figure.Known figure && figure.value() > 0) {
                known.put(at.place(), figure);
                sum += figure.value();
            }
        }
        double world =
                input.world().world().isPresent() && input.world().world().get() instanceof Figure.Known total
                        ? total.value()
                        : sum;
        int home = places.getOrDefault(importer.stream().sorted().findFirst().orElse(""), 0);
        Item item = new Item(
                known.size(),
                input.imports().size(),
                Math.max(0, world - sum),
                home,
                reliance(input),
                input.relief().factor());
        int i = 0;
        for (Map.Entry<String, Figure.Known> entry : known.entrySet()) {
            Figure.Known figure = entry.getValue();
            double spread = 1.96 * figure.value() * deviation(figure);
            boolean ranged = figure.high() > figure.low() && Double.isFinite(figure.high());
            item.maker[i] = places.getOrDefault(entry.getKey(), 0);
            item.made[i] = figure.value();
            item.low[i] = ranged ? figure.low() : Math.max(0, figure.value() - spread);
            item.high[i] = ranged ? figure.high() : figure.value() + spread;
            item.own[i++] = importer.contains(entry.getKey());
        }
        partners(item, input);
        return item;
    }

    private static Range reliance(MaterialInput input) {
        if (!input.reliance().isDefined()) {
            return Range.exactly(0); // the methods that need it are not told
        }
        double value = input.reliance().value();
        return new Range(
                value,
                Math.max(0, Math.min(input.reliance().low(), value - rounding(input))),
                Math.min(1, Math.max(input.reliance().high(), value + rounding(input))));
    }

    /// A printed per cent is rounded; a net exporter and a bound of all are not.
    private static double rounding(MaterialInput input) {
        double value = input.reliance().value();
        return value > 0 && value < 1 ? ROUNDING : 0;
    }

    private void partners(Item item, MaterialInput input) {
        for (int i = 0; i < item.partner.length; i++) {
            MaterialInput.Source source = input.imports().get(i);
            Range share = source.share();
            boolean exact = share.low() == share.high();
            item.partner[i] = places.getOrDefault(source.place(), 0);
            item.share[i] = exact
                    ? new Range(
                            share.value(),
                            Math.max(0, share.value() - ROUNDING),
                            Math.max(share.value(), Math.min(1, share.value() + ROUNDING)))
                    : share;
            item.named[i] = !source.place().equals("ROW");
            item.sum += share.value();
        }
    }

    private static double deviation(Figure.Known figure) {
        return switch (figure.confidence()) {
            case REPORTED -> 0.05;
            case DERIVED -> 0.15;
            case ESTIMATE -> 0.40;
        };
    }

    /// Values without draws.
    public double[] central() {
        double[] g = new double[risk.length];
        for (int place = 0; place < g.length; place++) {
            g[place] = risk[place].value();
        }
        double[] values = new double[items.length * METHODS];
        for (int i = 0; i < items.length; i++) {
            Item item = items[i];
            double[] shares = new double[item.share.length];
            for (int k = 0; k < shares.length; k++) {
                shares[k] = item.share[k].value();
            }
            methods(item, item.made, item.reliance.value(), shares, g, values, i * METHODS);
        }
        return values;
    }

    /// Values of a draw.
    public double[] values(int draw) {
        int input = 0;
        double[] g = new double[risk.length];
        for (int place = 0; place < g.length; place++) {
            double value = riskError[place] > 0
                    ? risk[place].value() + riskError[place] * Noise.normal(seed, draw, input, 0)
                    : triangular(risk[place], draw, input);
            g[place] = Math.clamp(value, 0, 1);
            input++;
        }
        double[] values = new double[items.length * METHODS];
        for (int i = 0; i < items.length; i++) {
            Item item = items[i];
            double[] made = new double[item.made.length];
            for (int k = 0; k < made.length; k++) {
                made[k] = Noise.triangular(
                        item.low[k], item.made[k], item.high[k], Noise.uniform(seed, draw, input++, 0));
            }
            double reliance = triangular(item.reliance, draw, input++);
            double[] shares = new double[item.share.length];
            double sum = 0;
            for (int k = 0; k < shares.length; k++) {
                shares[k] = triangular(item.share[k], draw, input++);
                sum += shares[k];
            }
            for (int k = 0; k < shares.length; k++) {
                shares[k] *= item.sum / sum; // what the source leaves open stays open
            }
            methods(item, made, reliance, shares, g, values, i * METHODS);
        }
        return values;
    }

    private double triangular(Range range, int draw, int input) {
        return Noise.triangular(range.low(), range.value(), range.high(), Noise.uniform(seed, draw, input, 0));
    }

    /// The formulas of `MaterialMethods`, with the same defaults.
    private static void methods(
            Item item, double[] made, double reliance, double[] shares, double[] g, double[] values, int at) {
        double sum = 0;
        for (double tonnes : made) {
            sum += tonnes;
        }
        double hhi = 0;
        double governed = 0;
        double foreign = 0;
        for (int k = 0; k < made.length; k++) {
            double share = made[k] / (sum + item.gap);
            double ofKnown = made[k] / sum;
            hhi += share * share;
            governed += ofKnown * ofKnown * g[item.maker[k]] * 10;
            foreign += item.own[k] ? 0 : ofKnown * ofKnown * g[item.maker[k]];
        }
        double imported = 0;
        double named = 0;
        double largest = 0;
        for (int k = 0; k < shares.length; k++) {
            imported += shares[k] * g[item.partner[k]];
            named += shares[k];
            largest = Math.max(largest, item.named[k] ? shares[k] : 0);
        }
        double mean = (imported + Math.max(0, 1 - named) * 0.5) / Math.max(1, named);
        values[at] = hhi;
        values[at + 1] = reliance;
        values[at + 2] = hhi * reliance * mean;
        double sourcing = named >= 0.5 ? sourcing(item, reliance, shares, g) : governed;
        values[at + 3] = (governed * reliance / 2 + sourcing * (1 - reliance / 2)) * item.relief;
        values[at + 4] = StrictMath.cbrt(foreign * reliance);
        values[at + 5] = reliance * largest;
    }

    private static double sourcing(Item item, double reliance, double[] shares, double[] g) {
        double total = 1 - reliance;
        for (double share : shares) {
            total += reliance * share;
        }
        double own = (1 - reliance) / total;
        double sum = own * own * g[item.home] * 10;
        for (int k = 0; k < shares.length; k++) {
            double share = reliance * shares[k] / total;
            sum += share * share * g[item.partner[k]] * 10;
        }
        return sum;
    }
}
