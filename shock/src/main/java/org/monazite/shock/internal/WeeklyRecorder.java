package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.monazite.shock.Run;

/// Adds the days of a run up to weeks. Layout: week x key, keys being product-place pairs and places.
public final class WeeklyRecorder {

    private static final int DAYS = 7;
    private static final double NOISE = 1e-12;

    private final Kernel kernel;
    private final Wiring w;
    private final int weeks;
    private final Layout layout;
    private final double[] output;
    private final double[] uncovered; // need of makers that their stocks did not cover
    private final double[] served; // what sectors used and final demand got
    private final double[] stock;
    private final double[] value;
    private final double[] spot;
    private final double[] idle; // per node, per day lost over normal output
    private final int[] makers; // nodes
    private final int[] sectors; // nodes with value
    private final double[] usd; // of each of these, per unit of output
    private final int[] reported; // cells
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
        this.w = kernel.w;
        this.weeks = weeks;
        this.layout = w.layout;
        this.output = new double[weeks * layout.lines];
        this.uncovered = new double[weeks * layout.lines];
        this.served = new double[weeks * layout.lines];
        this.stock = new double[weeks * layout.lines];
        this.value = new double[weeks * layout.places];
        this.spot = new double[weeks * w.markets];
        this.idle = new double[w.nodes];
        this.makers = nodes(node -> layout.lineOfMaker[node] >= 0);
        this.sectors = nodes(node -> layout.value[node] > 0);
        this.usd = IntStream.of(sectors)
                .mapToDouble(node -> usd(node, valueQuantile))
                .toArray();
        this.reported = IntStream.range(0, w.cells)
                .filter(cell -> layout.lineOfCell[cell] >= 0)
                .toArray();
        this.firstEmpty = new int[layout.lines];
        this.mass = kernel.held();
    }

    /// Adds the day that was played last.
    public void day(int day) {
        int week = day / DAYS;
        int row = week * layout.lines;
        for (int node : makers) {
            output[row + layout.lineOfMaker[node]] += kernel.made[node];
        }
        for (int i = 0; i < sectors.length; i++) {
            int node = sectors[i];
            double missing = Math.max(0, w.output[node] - kernel.made[node]);
            value[week * layout.places + layout.placeOfNode[node]] += usd[i] * missing;
            idle[node] += missing;
        }
        for (int cell : reported) {
            int line = layout.lineOfCell[cell];
            int buyer = w.cellBuyer[cell];
            if (layout.isSector[buyer]) {
                served[row + line] += w.perUnit[cell] * kernel.made[buyer];
            } else {
                uncovered[row + line] += kernel.uncovered[cell];
            }
            if (firstEmpty[line] == 0 && kernel.empty(cell)) {
                firstEmpty[line] = week + 1;
            }
        }
        for (int slot = 0; slot < w.finals; slot++) {
            served[row + layout.lineOfFinal[slot]] += kernel.sold[slot];
        }
        if (day % DAYS == DAYS - 1) {
            for (int cell : reported) {
                stock[row + layout.lineOfCell[cell]] += kernel.stock[cell];
            }
            System.arraycopy(kernel.prices.spot, 0, spot, week * w.markets, w.markets);
        }
        balance();
    }

    /// Stock and goods under way change by what was shipped less what was used and released.
    private void balance() {
        double shipped = 0;
        for (int link = 0; link < w.links; link++) {
            shipped += kernel.shipped[link];
        }
        double expected = mass + shipped + kernel.released - kernel.used;
        double held = kernel.held();
        massError = Math.max(massError, Math.abs(held - expected) / Math.max(1, expected));
        mass = held;
    }

    private int[] nodes(IntPredicate wanted) {
        return IntStream.range(0, w.nodes).filter(wanted).toArray();
    }

    private double usd(int node, double quantile) {
        return Double.isNaN(quantile)
                ? layout.value[node]
                : Draws.triangular(quantile, layout.valueLow[node], layout.value[node], layout.valueHigh[node]);
    }

    /// Part of the baseline use that is missing, 0..1: at makers the need of the day, up to its baseline,
    /// that the
    /// stock did not cover; in sectors and final demand what was used less than in normal times.
    private double unmet(int week, int line) {
        int at = week * layout.lines + line;
        double missing = uncovered[at] + Math.max(0, DAYS * layout.baseServed[line] - served[at]);
        double part = missing / (DAYS * (layout.baseUse[line] + layout.baseFinal[line]));
        return part > NOISE ? Math.min(1, part) : 0;
    }

    /// What an ensemble needs of the run; the rest can be forgotten.
    public Paths paths() {
        double[] unmet = new double[weeks * layout.lines];
        for (int week = 0; week < weeks; week++) {
            for (int line = 0; line < layout.lines; line++) {
                unmet[week * layout.lines + line] = unmet(week, line);
            }
        }
        double[] years = new double[w.nodes];
        for (int node = 0; node < w.nodes; node++) {
            years[node] = idle[node] > 0 ? idle[node] / (Wiring.DAYS_PER_YEAR * w.output[node]) : 0;
        }
        return new Paths(layout, unmet, value, years, firstEmpty, massError);
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
            String key = w.marketplaces.name(market);
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
}
