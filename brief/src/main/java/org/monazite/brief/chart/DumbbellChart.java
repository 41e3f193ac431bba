package org.monazite.brief.chart;

import java.util.List;
import java.util.OptionalDouble;
import org.monazite.brief.chart.Canvas.Anchor;

/// Before and after on one line: a ring for before, a dot for after. The values stand outside of the pair, so they
/// never meet.
///
/// @param heading its title and description
/// @param width in user units
/// @param beforeName word for the ring
/// @param afterName word for the dot
/// @param limitName word for the limit; not shown without a limit
/// @param limit what is wanted at most
/// @param before role of the ring
/// @param after role of the dot
/// @param rows the rows, first on top
/// @param axis the scale
public record DumbbellChart(
        Heading heading,
        double width,
        String beforeName,
        String afterName,
        String limitName,
        OptionalDouble limit,
        Role before,
        Role after,
        List<Row> rows,
        Axis axis) {

    private static final double ROW = 24;
    private static final double LINE = 14;

    /// Copies the rows.
    public DumbbellChart {
        rows = List.copyOf(rows);
    }

    /// A pair.
    ///
    /// @param label what it is about
    /// @param before NaN for none
    /// @param after NaN for none
    /// @param beforeText how it is written
    /// @param afterText how it is written
    public record Row(String label, double before, double after, String beforeText, String afterText) {}

    /// Draws it.
    public Svg draw() {
        Canvas canvas = new Canvas(heading, width);
        double top = key().draw(canvas, 0, width) + 2;
        double labels = 10;
        double words = 0;
        for (Row row : rows) {
            for (String line : lines(row)) {
                labels = Math.max(labels, Lettering.width(line, Canvas.TEXT));
            }
            words = Math.max(words, Lettering.width(row.beforeText(), Canvas.SMALL));
            words = Math.max(words, Lettering.width(row.afterText(), Canvas.SMALL));
        }
        double left = labels + words + 22;
        double length = width - left - words - 16;
        double bottom = top + rows.stream().mapToDouble(this::height).sum();
        for (double tick : axis.ticks()) {
            double x = axis.at(tick, left, length);
            canvas.line(tick == 0 ? "axis" : "grid", x, top, x, bottom);
            canvas.text("cm", x, bottom + 11, Anchor.MIDDLE, Canvas.SMALL, axis.label(tick, length));
        }
        canvas.text("cm", left + length / 2, bottom + 28, Anchor.MIDDLE, Canvas.SMALL, axis.title());
        if (limit.isPresent()) {
            double x = axis.at(limit.getAsDouble(), left, length);
            canvas.line("limit", x, top, x, bottom);
        }
        double y = top;
        for (Row row : rows) {
            row(canvas, row, y + height(row) / 2, labels, left, length);
            y += height(row);
        }
        return canvas.finish(bottom + 38);
    }

    private double height(Row row) {
        return Math.max(ROW, lines(row).size() * LINE + 6);
    }

    private List<String> lines(Row row) {
        return Lettering.wrap(row.label(), width * 0.3, Canvas.TEXT);
    }

    private Key key() {
        List<Key.Entry> pair = List.of(
                new Key.Entry(beforeName, "ring r-" + before.id(), Key.Shape.RING),
                new Key.Entry(afterName, "dot r-" + after.id(), Key.Shape.DOT));
        return new Key(
                limit.isEmpty()
                        ? pair
                        : List.of(pair.get(0), pair.get(1), new Key.Entry(limitName, "limit", Key.Shape.TICK)));
    }

    private void row(Canvas canvas, Row row, double y, double labels, double left, double length) {
        List<String> lines = lines(row);
        double line = y - (lines.size() - 1) * LINE / 2;
        for (String each : lines) {
            canvas.text("ct", labels, line, Anchor.END, Canvas.TEXT, each);
            line += LINE;
        }
        if (Double.isNaN(row.before()) || Double.isNaN(row.after())) {
            double only = Double.isNaN(row.before()) ? row.after() : row.before();
            String text = Double.isNaN(row.before()) ? row.afterText() : row.beforeText();
            double x = Double.isNaN(only) ? left : axis.at(only, left, length);
            if (!Double.isNaN(only)) {
                canvas.circle(Double.isNaN(row.before()) ? "dot r-" + after.id() : "ring r-" + before.id(), x, y, 5);
            }
            canvas.text(Double.isNaN(only) ? "cm" : "ct", x + 9, y, Anchor.START, Canvas.SMALL, text);
            return;
        }
        double from = axis.at(row.before(), left, length);
        double to = axis.at(row.after(), left, length);
        canvas.line("link r-" + after.id(), from, y, to, y);
        canvas.circle("ring r-" + before.id(), from, y, 5);
        canvas.circle("dot r-" + after.id(), to, y, 5.5);
        boolean falls = to <= from;
        boolean same = row.beforeText().equals(row.afterText());
        canvas.text("ct", to + (falls ? -9 : 9), y, falls ? Anchor.END : Anchor.START, Canvas.SMALL, row.afterText());
        if (!same) {
            canvas.text(
                    "cm",
                    from + (falls ? 9 : -9),
                    y,
                    falls ? Anchor.START : Anchor.END,
                    Canvas.SMALL,
                    row.beforeText());
        }
    }
}
