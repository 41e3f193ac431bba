package org.monazite.brief.chart;

import java.util.ArrayList;
import java.util.List;
import org.monazite.brief.chart.Canvas.Anchor;

/// Horizontal bars with their intervals: rows of products or places, at most four series. A bar that has no value is
/// a word in its place. Every value is written behind its bar and its interval, so no label meets another.
///
/// @param heading its title and description
/// @param width in user units
/// @param series what the bars of a row are
/// @param rows the rows, first on top
/// @param axis the scale
public record BarChart(Heading heading, double width, List<Series> series, List<Row> rows, Axis axis) {

    private static final double BAR = 11;
    private static final double STEP = 15;
    private static final double ROW_GAP = 9;

    /// Copies the lists.
    public BarChart {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
    }

    /// How a series is drawn.
    public enum Shape {
        /// A solid bar.
        BAR,
        /// A bar drawn as an outline with a tint, for a second count of the same thing.
        OUTLINE,
        /// A tick across all bars of the row, for a benchmark.
        TICK
    }

    /// What one bar of each row is.
    public record Series(String name, Role role, Shape shape) {}

    /// A row: its label and one bar for each series.
    public record Row(String label, List<Bar> bars) {

        /// Copies the bars.
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /// A value with its interval.
    ///
    /// @param value NaN for none
    /// @param low NaN for no interval
    /// @param high NaN for no interval
    /// @param label what is written behind it
    public record Bar(double value, double low, double high, String label) {}

    /// Draws it.
    public Svg draw() {
        Canvas canvas = new Canvas(heading, width);
        double left = gutter();
        double right = rows.stream()
                .flatMap(row -> row.bars().stream())
                .mapToDouble(bar -> Lettering.width(bar.label(), Canvas.SMALL))
                .max()
                .orElse(0);
        double length = width - left - right - 14;
        double top = series.size() > 1 ? key().draw(canvas, 0, width) : 4;
        double bottom = top + rows.stream().mapToDouble(this::height).sum();
        for (double tick : axis.ticks()) {
            double x = axis.at(tick, left, length);
            canvas.line(tick == 0 ? "axis" : "grid", x, top, x, bottom);
            canvas.text("cm", x, bottom + 11, Anchor.MIDDLE, Canvas.SMALL, axis.label(tick, length));
        }
        canvas.text("cm", left + length / 2, bottom + 28, Anchor.MIDDLE, Canvas.SMALL, axis.title());
        double y = top;
        for (Row row : rows) {
            row(canvas, row, y, left, length);
            y += height(row);
        }
        return canvas.finish(bottom + 38);
    }

    private Key key() {
        return new Key(series.stream()
                .map(each -> new Key.Entry(
                        each.name(), css(each), each.shape() == Shape.TICK ? Key.Shape.TICK : Key.Shape.BOX))
                .toList());
    }

    private double gutter() {
        double widest = 0;
        for (Row row : rows) {
            for (String line : lines(row)) {
                widest = Math.max(widest, Lettering.width(line, Canvas.TEXT));
            }
        }
        return widest + 10;
    }

    private List<String> lines(Row row) {
        return Lettering.wrap(row.label(), width * 0.27, Canvas.TEXT);
    }

    private int bars() {
        return (int) series.stream().filter(each -> each.shape() != Shape.TICK).count();
    }

    private double height(Row row) {
        return Math.max(bars() * STEP, lines(row).size() * 15) + ROW_GAP;
    }

    private void row(Canvas canvas, Row row, double y, double left, double length) {
        double high = height(row);
        List<String> lines = lines(row);
        double text = y + high / 2 - (lines.size() - 1) * 7.5;
        for (String line : lines) {
            canvas.text("ct", left - 8, text, Anchor.END, Canvas.TEXT, line);
            text += 15;
        }
        double first = y + (high - bars() * STEP) / 2 + STEP / 2;
        List<Double> blocked = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).shape() == Shape.TICK
                    && !Double.isNaN(row.bars().get(i).value())) {
                double x = axis.at(row.bars().get(i).value(), left, length);
                canvas.line(css(series.get(i)), x, y + 3, x, y + high - 3);
                blocked.add(x);
            }
        }
        double at = first;
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).shape() != Shape.TICK) {
                bar(canvas, series.get(i), row.bars().get(i), at, left, length, blocked);
                at += STEP;
            }
        }
    }

    private void bar(Canvas canvas, Series kind, Bar bar, double y, double left, double length, List<Double> blocked) {
        double end = left;
        if (!Double.isNaN(bar.value())) {
            end = axis.at(bar.value(), left, length);
            canvas.rect(css(kind), left, y - BAR / 2, Math.max(end - left, bar.value() > 0 ? 1 : 0), BAR);
            if (bar.high() > bar.low()) {
                double from = axis.at(bar.low(), left, length);
                double to = axis.at(bar.high(), left, length);
                canvas.line("halo", from, y, to, y);
                canvas.line("whisker", from, y, to, y);
                canvas.line("whisker", from, y - 3.5, from, y + 3.5);
                canvas.line("whisker", to, y - 3.5, to, y + 3.5);
                end = Math.max(end, to);
            }
        }
        double x = end + 6;
        double wide = Lettering.width(bar.label(), Canvas.SMALL);
        for (double tick : blocked) {
            x = tick > x - 4 && tick < x + wide + 2 ? tick + 5 : x;
        }
        canvas.text(Double.isNaN(bar.value()) ? "cm" : "ct", x, y, Anchor.START, Canvas.SMALL, bar.label());
    }

    private static String css(Series series) {
        String role = "r-" + series.role().id();
        return switch (series.shape()) {
            case BAR -> "f " + role;
            case OUTLINE -> "o " + role;
            case TICK -> "tick " + role;
        };
    }
}
