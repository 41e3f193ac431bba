package org.monazite.brief.chart;

import java.util.ArrayList;
import java.util.List;
import org.monazite.brief.chart.Canvas.Anchor;

/// A quantity by week with its likely range: the band from P10 to P90, within it P25 to P75, the median as a line and
/// a few single runs, thin. Labels stand behind the last week and keep clear of each other.
///
/// @param heading its title and description
/// @param width in user units
/// @param height in user units
/// @param role what is shown
/// @param bands one per week: p10, p25, p50, p75, p90
/// @param samples paths of single runs, each with a value per week
/// @param axis the scale of the quantity
/// @param weekTitle what stands under the weeks
/// @param endLabels words for P10, P50 and P90 behind the last week; empty for none
/// @param marks weeks to point at
public record FanChart(
        Heading heading,
        double width,
        double height,
        Role role,
        List<Band> bands,
        List<List<Double>> samples,
        Axis axis,
        String weekTitle,
        List<String> endLabels,
        List<Mark> marks) {

    private static final double TOP = 30;
    private static final double LABELS = 8;
    private static final double BOTTOM = 36;

    /// Copies the lists.
    public FanChart {
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("A fan needs at least one week.");
        }
        bands = List.copyOf(bands);
        samples = samples.stream().map(List::copyOf).toList();
        endLabels = List.copyOf(endLabels);
        marks = List.copyOf(marks);
    }

    /// The range of a week.
    public record Band(double p10, double p25, double p50, double p75, double p90) {}

    /// A week to point at.
    ///
    /// @param week from 1
    /// @param label what happens
    public record Mark(int week, String label) {}

    /// Draws it.
    public Svg draw() {
        Canvas canvas = new Canvas(heading, width);
        double left = axis.ticks().stream()
                        .mapToDouble(tick -> Lettering.width(axis.words().apply(tick), Canvas.SMALL))
                        .max()
                        .orElse(0)
                + 8;
        double right = endLabels.stream()
                        .mapToDouble(label -> Lettering.width(label, Canvas.SMALL))
                        .max()
                        .orElse(0)
                + 10;
        double top = marks.isEmpty() ? TOP : TOP + LABELS; // the words of the marks need a line below the title
        Plot plot = new Plot(left, top, width - left - right, height - top - BOTTOM);
        grid(canvas, plot);
        band(canvas, plot, "band r-" + role.id(), Which.P10, Which.P90);
        band(canvas, plot, "band2 r-" + role.id(), Which.P25, Which.P75);
        samples.forEach(path -> line(canvas, plot, "sample r-" + role.id(), path));
        line(canvas, plot, "median r-" + role.id(), column(Which.P50));
        marks(canvas, plot);
        ends(canvas, plot);
        return canvas.finish(height);
    }

    private record Plot(double left, double top, double wide, double high) {}

    private enum Which {
        P10,
        P25,
        P50,
        P75,
        P90;

        double of(Band band) {
            return switch (this) {
                case P10 -> band.p10();
                case P25 -> band.p25();
                case P50 -> band.p50();
                case P75 -> band.p75();
                case P90 -> band.p90();
            };
        }
    }

    private List<Double> column(Which which) {
        return bands.stream().map(which::of).toList();
    }

    private double x(Plot plot, int week) {
        return bands.size() == 1 ? plot.left : plot.left + plot.wide * (week - 1) / (bands.size() - 1);
    }

    private double y(Plot plot, double value) {
        return plot.top + plot.high - (axis.at(value, 0, plot.high));
    }

    private void grid(Canvas canvas, Plot plot) {
        for (double tick : axis.ticks()) {
            double y = y(plot, tick);
            canvas.line(tick == 0 ? "axis" : "grid", plot.left, y, plot.left + plot.wide, y);
            canvas.text(
                    "cm",
                    plot.left - 6,
                    y,
                    Anchor.END,
                    Canvas.SMALL,
                    axis.words().apply(tick));
        }
        int step = bands.size() > 60 ? 26 : bands.size() > 16 ? 13 : 4;
        double below = plot.top + plot.high + 12;
        canvas.text("cm", x(plot, 1), below, Anchor.START, Canvas.SMALL, "1");
        for (int week = step; week <= bands.size(); week += step) {
            canvas.line("grid", x(plot, week), plot.top + plot.high, x(plot, week), plot.top + plot.high + 4);
            canvas.text("cm", x(plot, week), below, Anchor.MIDDLE, Canvas.SMALL, Integer.toString(week));
        }
        canvas.text("cm", plot.left + plot.wide / 2, below + 16, Anchor.MIDDLE, Canvas.SMALL, weekTitle);
        canvas.text("cm", 0, 8, Anchor.START, Canvas.SMALL, axis.title());
    }

    private void band(Canvas canvas, Plot plot, String css, Which low, Which high) {
        int n = bands.size();
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xs[i] = x(plot, i + 1);
            ys[i] = y(plot, high.of(bands.get(i)));
            xs[2 * n - 1 - i] = xs[i];
            ys[2 * n - 1 - i] = y(plot, low.of(bands.get(i)));
        }
        canvas.area(css, xs, ys);
    }

    private void line(Canvas canvas, Plot plot, String css, List<Double> values) {
        double[] xs = new double[values.size()];
        double[] ys = new double[values.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x(plot, i + 1);
            ys[i] = y(plot, values.get(i));
        }
        canvas.path(css, xs, ys);
    }

    /// Pointers from the top; a label that would run over its neighbour goes to the left of its line.
    private void marks(Canvas canvas, Plot plot) {
        List<double[]> taken = new ArrayList<>();
        for (Mark mark : marks) {
            double x = x(plot, mark.week());
            double wide = Lettering.width(mark.label(), Canvas.SMALL);
            double from = x + 3;
            double y = plot.top - 6;
            if (from + wide > width) {
                from = x - 3 - wide;
            }
            for (double[] other : taken) {
                if (from < other[1] && other[0] < from + wide) {
                    from = x - 3 - wide >= plot.left && x - 3 < other[0] ? x - 3 - wide : other[1] + 4;
                }
            }
            if (from + wide > width || from < plot.left) {
                continue; // no room: the table has it
            }
            canvas.line("pointer", x, plot.top - 4, x, plot.top + plot.high);
            canvas.text("ct", from, y - 4, Anchor.START, Canvas.SMALL, mark.label());
            taken.add(new double[] {from, from + wide + 4});
        }
    }

    private void ends(Canvas canvas, Plot plot) {
        if (endLabels.isEmpty()) {
            return;
        }
        Band last = bands.getLast();
        double[] wanted = {y(plot, last.p10()), y(plot, last.p50()), y(plot, last.p90())};
        double[] placed = Lettering.spread(wanted, 14, plot.top + 4, plot.top + plot.high - 4);
        for (int i = 0; i < placed.length; i++) {
            String css = i == 1 ? "ct strong" : "cm";
            canvas.text(css, plot.left + plot.wide + 6, placed[i], Anchor.START, Canvas.SMALL, endLabels.get(i));
        }
    }
}
