package org.monazite.brief.chart;

import java.util.List;
import org.monazite.brief.chart.Canvas.Anchor;

/// What more money buys: steps through computed points only, the knee and the chosen budget marked.
///
/// @param heading its title and description
/// @param width in user units
/// @param points from the smallest budget to the largest
/// @param knee index of the knee
/// @param kneeLabel its words
/// @param here budget of the plan
/// @param hereLabel its words
/// @param x the scale of money
/// @param y the scale of what is lost
public record FrontierChart(
        Heading heading,
        double width,
        List<Point> points,
        int knee,
        String kneeLabel,
        double here,
        String hereLabel,
        Axis x,
        Axis y) {

    private static final double HEIGHT = 300;
    private static final double TOP = 44;
    private static final double BOTTOM = 42;

    /// Copies the points.
    public FrontierChart {
        points = List.copyOf(points);
    }

    /// A computed plan; one that the verifier did not accept is a ring.
    public record Point(double budget, double loss, boolean verified) {}

    /// Draws it.
    public Svg draw() {
        Canvas canvas = new Canvas(heading, width);
        double words = y.ticks().stream()
                .mapToDouble(tick -> Lettering.width(y.words().apply(tick), Canvas.SMALL))
                .max()
                .orElse(0);
        double first = Lettering.width(x.words().apply(x.ticks().getFirst()), Canvas.SMALL);
        double left = Math.max(words + 8, first / 2);
        double last = Lettering.width(x.words().apply(x.ticks().getLast()), Canvas.SMALL);
        double wide = width - left - Math.max(16, last / 2 + 2);
        double high = HEIGHT - TOP - BOTTOM;
        canvas.text("cm", 0, 8, Anchor.START, Canvas.SMALL, y.title());
        canvas.text("cm", left + wide / 2, HEIGHT - 8, Anchor.MIDDLE, Canvas.SMALL, x.title());
        for (double tick : y.ticks()) {
            double at = TOP + high - y.at(tick, 0, high);
            canvas.line(tick == 0 ? "axis" : "grid", left, at, left + wide, at);
            canvas.text("cm", left - 6, at, Anchor.END, Canvas.SMALL, y.words().apply(tick));
        }
        for (double tick : x.ticks()) {
            double at = x.at(tick, left, wide);
            canvas.text("cm", at, TOP + high + 14, Anchor.MIDDLE, Canvas.SMALL, x.label(tick, wide));
        }
        steps(canvas, left, wide, high);
        double plan = x.at(here, left, wide);
        canvas.line("pointer", plan, TOP - 8, plan, TOP + high);
        for (Point point : points) {
            canvas.circle(
                    point.verified() ? "dot r-self" : "ring r-other",
                    x.at(point.budget(), left, wide),
                    TOP + high - y.at(point.loss(), 0, high),
                    4);
        }
        Point bend = points.get(knee);
        double kneeX = x.at(bend.budget(), left, wide);
        double kneeY = TOP + high - y.at(bend.loss(), 0, high);
        canvas.circle("ring r-dominant", kneeX, kneeY, 8.5);
        labels(canvas, plan, kneeX, kneeY, left + wide);
        return canvas.finish(HEIGHT);
    }

    private void steps(Canvas canvas, double left, double wide, double high) {
        int n = points.size();
        double[] xs = new double[2 * n - 1];
        double[] ys = new double[2 * n - 1];
        for (int i = 0; i < n; i++) {
            xs[2 * i] = x.at(points.get(i).budget(), left, wide);
            ys[2 * i] = TOP + high - y.at(points.get(i).loss(), 0, high);
            if (i + 1 < n) {
                xs[2 * i + 1] = x.at(points.get(i + 1).budget(), left, wide);
                ys[2 * i + 1] = ys[2 * i];
            }
        }
        canvas.path("median r-self", xs, ys);
    }

    /// The plan's words stand on top of its line; those of the knee above and right of it, where the curve is not.
    private void labels(Canvas canvas, double plan, double kneeX, double kneeY, double right) {
        double wide = Lettering.width(hereLabel, Canvas.TEXT);
        double from = Math.clamp(plan - wide / 2, 0, right - wide);
        canvas.text("ct strong", from, TOP - 18, Anchor.START, Canvas.TEXT, hereLabel);
        double kneeWide = Lettering.width(kneeLabel, Canvas.TEXT);
        boolean fits = kneeX + 12 + kneeWide <= right;
        double at = fits ? kneeX + 12 : kneeX - 12 - kneeWide;
        double y = Math.max(kneeY - 14, TOP + 2);
        boolean crossed = plan > at - 3 && plan < at + kneeWide + 3;
        canvas.text(
                "ct", crossed && plan + 6 + kneeWide <= right ? plan + 6 : at, y, Anchor.START, Canvas.TEXT, kneeLabel);
    }
}
