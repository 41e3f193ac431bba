package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.monazite.shock.Run;
import org.monazite.supply.NodeKind;

/// Adds the days of a run up to weeks. Layout: week x key, keys being product-place pairs and places.
public final class WeeklyRecorder {

    private static final int DAYS = 7;
    private static final double NOISE = 1e-12;

    private @Nullable Kernel kernel;
    private final Wiring w;
    private final double valueQuantile;
    private final int weeks;
    private final Layout layout;
    private final double[] output;
    private final double[] uncovered; // need of makers that their stocks did not cover
    private final double[] served; // what sectors used and final demand got
    private final double[] stock;
    private final double[] value;
    private final double[] spot;

    private final int[] firstEmpty;
    private double mass;
    private double massError;

    /// Records a run of a kernel that stands before its first day, with values as the network states them.
    public WeeklyRecorder(Kernel kernel, int weeks) {
        this(kernel, weeks, Double.NaN);
    }

    /// Records a run of a kernel that stands before its first day.
    ///
    /// @param valueQuantile where in their ranges the values at risk lie, 0..1; NaN takes the stated ones
    public WeeklyRecorder(Kernel kernel, int weeks, double valueQuantile) {
        this.kernel = kernel;
        this.valueQuantile = valueQuantile;
        this.w = kernel.w;
        this.weeks = weeks;
        this.layout = w.layout;
        this.output = new double[weeks * layout.lines];
        this.uncovered = new double[weeks * layout.lines];
        this.served = new double[weeks * layout.lines];
        this.stock = new double[weeks * layout.lines];
        this.value = new double[weeks * layout.places];
        this.spot = new double[weeks * w.markets];
        this.firstEmpty = new int[layout.lines];
        this.mass = kernel.held();
    }

    /// Adds the day that was played last.
    public void day(int day) {
        Kernel playing = playing();
        int week = day / DAYS;
        int row = week * layout.lines;
        for (int node = 0; node < w.nodes; node++) {
            if (layout.lineOfMaker[node] >= 0) {
                output[row + layout.lineOfMaker[node]] += playing.made[node];
            }
            if (layout.value[node] > 0) {
                value[week * layout.places + layout.placeOfNode[node]] +=
                        usd(node) * Math.max(0, w.output[node] - playing.made[node]);
            }
        }
        for (int cell = 0; cell < w.cells; cell++) {
            int line = layout.lineOfCell[cell];
            if (line >= 0) {
                if (layout.isSector[w.cellBuyer[cell]]) {
                    served[row + line] += w.perUnit[cell] * playing.made[w.cellBuyer[cell]];
                } else {
                    uncovered[row + line] += playing.uncovered[cell];
                }
                if (firstEmpty[line] == 0 && playing.empty(cell)) {
                    firstEmpty[line] = week + 1;
                }
            }
        }
        for (int slot = 0; slot < w.finals; slot++) {
            served[row + layout.lineOfFinal[slot]] += playing.sold[slot];
        }
        if (day % DAYS == DAYS - 1) {
            for (int cell = 0; cell < w.cells; cell++) {
                if (layout.lineOfCell[cell] >= 0) {
                    stock[row + layout.lineOfCell[cell]] += playing.stock[cell];
                }
            }
            System.arraycopy(playing.spot, 0, spot, week * w.markets, w.markets);
        }
        balance(playing);
    }

    /// Stock and goods under way change by what was shipped less what was used and released.
    private void balance(Kernel playing) {
        double shipped = 0;
        for (int link = 0; link < w.links; link++) {
            shipped += playing.shipped[link];
        }
        double expected = mass + shipped + playing.released - playing.used;
        double held = playing.held();
        massError = Math.max(massError, Math.abs(held - expected) / Math.max(1, expected));
        mass = held;
    }

    private Kernel playing() {
        if (kernel == null) {
            throw new IllegalStateException("The record is closed.");
        }
        return kernel;
    }

    /// Ends the recording and lets the state of the run go.
    public void close() {
        kernel = null;
    }

    private double usd(int node) {
        return Double.isNaN(valueQuantile)
                ? layout.value[node]
                : Draws.triangular(valueQuantile, layout.valueLow[node], layout.value[node], layout.valueHigh[node]);
    }

    /// Lines of the report.
    public int lines() {
        return layout.lines;
    }

    /// Places of the network.
    public int places() {
        return layout.places;
    }

    /// True if somebody uses the product of a line at its place.
    public boolean isUsed(int line) {
        return layout.baseUse[line] + layout.baseFinal[line] > 0;
    }

    /// True if value hangs on products at a place.
    public boolean hasValue(int place) {
        return layout.hasValue[place];
    }

    /// Part of the baseline use that is missing, 0..1: at makers the need of the day, up to its baseline, that the
    /// stock did not cover; in sectors and final demand what was used less than in normal times.
    public double unmet(int week, int line) {
        int at = week * layout.lines + line;
        double missing = uncovered[at] + Math.max(0, DAYS * layout.baseServed[line] - served[at]);
        double part = missing / (DAYS * (layout.baseUse[line] + layout.baseFinal[line]));
        return part > NOISE ? part : 0;
    }

    /// Value lost at a place, US dollars per week.
    public double lostUsd(int week, int place) {
        return value[week * layout.places + place];
    }

    /// First week, from 1, in which a user of a line ran dry; 0 for never.
    public int firstEmpty(int line) {
        return firstEmpty[line];
    }

    /// Largest relative error of the mass balance.
    public double massError() {
        return massError;
    }

    /// Product of a line.
    public String product(int line) {
        return layout.product(line);
    }

    /// Place code of a line.
    public String place(int line) {
        return layout.place(line);
    }

    /// Code of a place.
    public String placeCode(int place) {
        return w.network.places().get(place).code();
    }

    /// The run by weeks.
    public Run run() {
        List<Run.Line> lines = new ArrayList<>();
        for (int line = 0; line < layout.lines; line++) {
            lines.add(line(line));
        }
        lines.sort(Comparator.comparing(Run.Line::productId).thenComparing(Run.Line::place));
        List<Run.Track> lost = new ArrayList<>();
        for (int place = 0; place < layout.places; place++) {
            if (layout.hasValue[place]) {
                lost.add(new Run.Track(w.network.places().get(place).code(), column(value, layout.places, place, 1)));
            }
        }
        Map<String, Run.Track> spots = new TreeMap<>();
        for (int market = 0; market < w.markets; market++) {
            String key = w.marketKey(market);
            spots.put(key, new Run.Track(key, column(spot, w.markets, market, 1)));
        }
        return new Run(weeks, lines, lost, List.copyOf(spots.values()), massError);
    }

    private Run.Line line(int line) {
        List<Double> made = layout.baseOutput[line] > 0
                ? column(output, layout.lines, line, 1 / (DAYS * layout.baseOutput[line]))
                : List.of();
        List<Double> unmet = new ArrayList<>();
        List<Double> cover = new ArrayList<>();
        double base = layout.baseUse[line] + layout.baseFinal[line];
        if (base > 0) {
            for (int week = 0; week < weeks; week++) {
                int at = week * layout.lines + line;
                unmet.add(unmet(week, line));
                cover.add(layout.baseUse[line] > 0 ? stock[at] / layout.baseUse[line] : 0.0);
            }
        }
        return new Run.Line(layout.product(line), layout.place(line), made, unmet, cover, firstEmpty[line]);
    }

    private List<Double> column(double[] table, int width, int column, double factor) {
        List<Double> values = new ArrayList<>(weeks);
        for (int week = 0; week < weeks; week++) {
            values.add(table[week * width + column] * factor);
        }
        return values;
    }

    /// Which line of the report each node, cell and demand belongs to.
    static final class Layout {
        final int lines;
        final int places;
        final int[] lineOfMaker;
        final int[] lineOfCell;
        final int[] lineOfFinal;
        final int[] placeOfNode;
        final double[] baseOutput;
        final double[] baseUse;
        final double[] baseFinal;
        final double[] baseServed; // of sectors and final demand
        final boolean[] isSector; // per node
        final double[] value;
        final double[] valueLow;
        final double[] valueHigh;
        final boolean[] hasValue;
        private final List<long[]> keys = new ArrayList<>();
        private final Map<Long, Integer> index = new TreeMap<>();
        private final Wiring w;

        Layout(Wiring w) {
            this.w = w;
            this.places = w.network.places().size();
            this.lineOfMaker = new int[w.nodes];
            this.lineOfCell = new int[w.cells];
            this.lineOfFinal = new int[w.finals];
            this.placeOfNode = new int[w.nodes];
            this.value = new double[w.nodes];
            this.valueLow = new double[w.nodes];
            this.valueHigh = new double[w.nodes];
            this.hasValue = new boolean[places];
            this.isSector = new boolean[w.nodes];
            for (int node = 0; node < w.nodes; node++) {
                placeOfNode[node] = w.network.nodes().place(node);
                boolean maker = w.network.nodes().kind(node) == NodeKind.MAKER;
                lineOfMaker[node] = maker ? line(w.network.nodes().product(node), placeOfNode[node]) : -1;
                isSector[node] = w.network.nodes().kind(node) == NodeKind.USE;
                if (isSector[node]) {
                    value[node] = w.network.nodes().valueAddedUsd(node);
                    valueLow[node] = w.network.nodes().valueAddedLow(node);
                    valueHigh[node] = w.network.nodes().valueAddedHigh(node);
                }
                hasValue[placeOfNode[node]] |= value[node] > 0;
            }
            for (int cell = 0; cell < w.cells; cell++) {
                int buyer = w.cellBuyer[cell];
                lineOfCell[cell] =
                        w.pool[buyer] ? -1 : line(w.network.cells().product(w.cellOf[cell]), placeOfNode[buyer]);
            }
            for (int slot = 0; slot < w.finals; slot++) {
                lineOfFinal[slot] = line(w.network.nodes().product(w.finalNode[slot]), w.finalPlace[slot]);
            }
            this.lines = keys.size();
            this.baseOutput = new double[lines];
            this.baseUse = new double[lines];
            this.baseFinal = new double[lines];
            this.baseServed = new double[lines];
            addBaselines();
        }

        private void addBaselines() {
            for (int node = 0; node < w.nodes; node++) {
                if (lineOfMaker[node] >= 0) {
                    baseOutput[lineOfMaker[node]] += w.output[node];
                }
            }
            for (int cell = 0; cell < w.cells; cell++) {
                if (lineOfCell[cell] >= 0) {
                    baseUse[lineOfCell[cell]] += w.cellFlow[cell];
                    baseServed[lineOfCell[cell]] += isSector[w.cellBuyer[cell]] ? w.cellFlow[cell] : 0;
                }
            }
            for (int slot = 0; slot < w.finals; slot++) {
                baseFinal[lineOfFinal[slot]] += w.finalFlow[slot];
                baseServed[lineOfFinal[slot]] += w.finalFlow[slot];
            }
        }

        private int line(int product, int place) {
            return index.computeIfAbsent(((long) product << 32) | place, _ -> {
                keys.add(new long[] {product, place});
                return keys.size() - 1;
            });
        }

        String product(int line) {
            return w.network.products().get((int) keys.get(line)[0]).id();
        }

        String place(int line) {
            return w.network.places().get((int) keys.get(line)[1]).code();
        }
    }
}
