package org.monazite.brief.chart;

import java.util.List;
import org.monazite.brief.chart.Canvas.Anchor;

/// Parts of a sum by row, such as money by partner and year. The sum stands behind the bar; parts are told apart by
/// the key, the pattern in print, and the table.
///
/// @param heading its title and description
/// @param width in user units
/// @param series the parts, at most four
/// @param rows the rows, first on top
/// @param axis the scale
public record StackedBars(Heading heading, double width, List<Series> series, List<Row> rows, Axis axis) {

    private static final double ROW = 26;

    /// Copies the lists.
    public StackedBars {
        series = List.copyOf(series);
        rows = List.copyOf(rows);
    }

    /// A part.
    public record Series(String name, Role role) {}

    /// A row: its label, one value of zero or more for each part, and the sum as text.
    public record Row(String label, List<Double> values, String sum) {

        /// Copies the values.
        public Row {
            values = List.copyOf(values);
        }
    }

    /// Draws it.
    public Svg draw() {
        Canvas canvas = new Canvas(heading, width);
        double top = new Key(series.stream()
                        .map(each ->
                                new Key.Entry(each.name(), "f r-" + each.role().id(), Key.Shape.BOX))
                        .toList())
                .draw(canvas, 0, width);
        double left = 10;
        double right = 0;
        for (Row row : rows) {
            left = Math.max(left, Lettering.width(row.label(), Canvas.TEXT) + 10);
            right = Math.max(right, Lettering.width(row.sum(), Canvas.SMALL) + 12);
        }
        double length = width - left - right;
        double bottom = top + rows.size() * ROW;
        for (double tick : axis.ticks()) {
            double x = axis.at(tick, left, length);
            canvas.line(tick == 0 ? "axis" : "grid", x, top, x, bottom);
            canvas.text("cm", x, bottom + 11, Anchor.MIDDLE, Canvas.SMALL, axis.label(tick, length));
        }
        canvas.text("cm", left + length / 2, bottom + 28, Anchor.MIDDLE, Canvas.SMALL, axis.title());
        double y = top + ROW / 2;
        for (Row row : rows) {
            canvas.text("ct", left - 8, y, Anchor.END, Canvas.TEXT, row.label());
            double x = left;
            double sum = 0;
            for (int i = 0; i < series.size(); i++) {
                sum += row.values().get(i);
                double end = axis.at(sum, left, length);
                canvas.rect("f edge r-" + series.get(i).role().id(), x, y - 8, end - x, 16);
                x = end;
            }
            canvas.text("ct", x + 6, y, Anchor.START, Canvas.SMALL, row.sum());
            y += ROW;
        }
        return canvas.finish(bottom + 38);
    }
}
