package org.monazite.brief.chart;

import java.util.List;

/// The key above a chart: a swatch and a word for each series, in as many lines as needed.
record Key(List<Entry> entries) {

    private static final double LINE = 20;

    /// @param swatch classes of the swatch
    /// @param shape how the series is drawn
    record Entry(String name, String swatch, Shape shape) {}

    /// How a swatch looks.
    enum Shape {
        BOX,
        LINE,
        TICK,
        DOT,
        RING
    }

    /// Draws the key and returns the height it took.
    double draw(Canvas canvas, double left, double room) {
        double x = left;
        double y = 10;
        for (Entry entry : entries) {
            double wide = 20 + Lettering.width(entry.name, Canvas.SMALL) + 18;
            if (x > left && x + wide > left + room) {
                x = left;
                y += LINE;
            }
            swatch(canvas, entry, x, y);
            canvas.text("ct", x + 20, y, Canvas.Anchor.START, Canvas.SMALL, entry.name);
            x += wide;
        }
        return y + LINE - 4;
    }

    private static void swatch(Canvas canvas, Entry entry, double x, double y) {
        switch (entry.shape) {
            case BOX -> canvas.rect(entry.swatch, x, y - 5, 14, 10);
            case LINE -> canvas.line(entry.swatch, x, y, x + 14, y);
            case TICK -> canvas.line(entry.swatch, x + 7, y - 6, x + 7, y + 6);
            case DOT -> canvas.circle(entry.swatch, x + 7, y, 5);
            case RING -> canvas.circle(entry.swatch, x + 7, y, 4.5);
        }
    }
}
