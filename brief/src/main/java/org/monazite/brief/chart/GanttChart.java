package org.monazite.brief.chart;

import java.util.List;
import java.util.function.IntFunction;
import org.monazite.brief.chart.Canvas.Anchor;

/// What is built when: a hatched bar until the first output, then output year by year as part of full size, from the
/// bottom of the row, so that a ramp is seen as a stair.
///
/// @param heading its title and description
/// @param width in user units
/// @param firstYear first column
/// @param lastYear last column
/// @param yearWords how a year is written
/// @param buildName word for the time before output
/// @param fullName word for output as part of full size
/// @param rows the rows, first on top
public record GanttChart(
        Heading heading,
        double width,
        int firstYear,
        int lastYear,
        IntFunction<String> yearWords,
        String buildName,
        String fullName,
        List<Row> rows) {

    private static final double BAR = 18;

    /// Copies the rows.
    public GanttChart {
        if (lastYear < firstYear) {
            throw new IllegalArgumentException("Years rise, were %d to %d.".formatted(firstYear, lastYear));
        }
        rows = List.copyOf(rows);
    }

    /// A thing that is built or bought.
    ///
    /// @param label its name
    /// @param detail where, how much
    /// @param role what sort of thing
    /// @param startYear first year of output
    /// @param parts output as part of full size, 0..1, from `startYear` on; the last holds on
    /// @param cost written at the end of the row
    public record Row(String label, String detail, Role role, int startYear, List<Double> parts, String cost) {

        /// Copies the parts.
        public Row {
            parts = List.copyOf(parts);
        }
    }

    /// Draws it.
    public Svg draw() {
        Canvas canvas = new Canvas(heading, width);
        double top = new Key(List.of(
                                new Key.Entry(buildName, "build r-other", Key.Shape.BOX),
                                new Key.Entry(fullName, "f r-other", Key.Shape.BOX)))
                        .draw(canvas, 0, width)
                + 16;
        double left = width * 0.36;
        double right = rows.stream()
                        .mapToDouble(row -> Lettering.width(row.cost(), Canvas.SMALL))
                        .max()
                        .orElse(0)
                + 10;
        double column = (width - left - right) / (lastYear - firstYear + 1);
        double bottom =
                top + rows.stream().mapToDouble(row -> height(row, left)).sum();
        int every = Lettering.width(yearWords.apply(lastYear), Canvas.SMALL) + 6 > column ? 2 : 1;
        for (int year = firstYear; year <= lastYear + 1; year++) {
            double x = left + (year - firstYear) * column;
            canvas.line("grid", x, top, x, bottom);
            if (year <= lastYear && (year - firstYear) % every == 0) {
                canvas.text("cm", x + column / 2, top - 9, Anchor.MIDDLE, Canvas.SMALL, yearWords.apply(year));
            }
        }
        double y = top;
        for (Row row : rows) {
            row(canvas, row, y, left, column);
            canvas.text("ct", width - right + 8, y + height(row, left) / 2, Anchor.START, Canvas.SMALL, row.cost());
            y += height(row, left);
        }
        return canvas.finish(bottom + 6);
    }

    private static List<String> lines(Row row, double left) {
        return Lettering.wrap(row.label(), left - 12, Canvas.TEXT);
    }

    private static List<String> details(Row row, double left) {
        return Lettering.wrap(row.detail(), left - 12, Canvas.SMALL);
    }

    private static double height(Row row, double left) {
        return lines(row, left).size() * 15 + details(row, left).size() * 14 + 9;
    }

    private void row(Canvas canvas, Row row, double y, double left, double column) {
        double text = y + 12;
        for (String line : lines(row, left)) {
            canvas.text("ct", 0, text, Anchor.START, Canvas.TEXT, line);
            text += 15;
        }
        for (String line : details(row, left)) {
            canvas.text("cm", 0, text - 0.5, Anchor.START, Canvas.SMALL, line);
            text += 14;
        }
        double high = height(row, left);
        canvas.line("grid", 0, y + high, width, y + high);
        double base = y + (high + BAR) / 2;
        int start = Math.clamp(row.startYear(), firstYear, lastYear + 1);
        canvas.rect("build r-" + row.role().id(), left, base - 6, (start - firstYear) * column, 6);
        for (int year = start; year <= lastYear && !row.parts().isEmpty(); year++) {
            double part =
                    row.parts().get(Math.min(year - row.startYear(), row.parts().size() - 1));
            double tall = BAR * Math.clamp(part, 0, 1);
            canvas.rect("f r-" + row.role().id(), left + (year - firstYear) * column, base - tall, column, tall);
        }
    }
}
