package org.monazite.brief.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes SVG elements. Numbers have at most two digits after the point, texts are escaped.
final class Canvas {

    /// Size of labels.
    static final double TEXT = 12.5;
    /// Size of axis labels.
    static final double SMALL = 11.5;

    /// Where a text stands to its point.
    enum Anchor {
        START,
        MIDDLE,
        END;

        String css() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final StringBuilder out = new StringBuilder(4096);
    private final Heading heading;
    private final double width;

    Canvas(Heading heading, double width) {
        this.heading = heading;
        this.width = width;
    }

    Svg finish(double height) {
        String id = escape(heading.id());
        return new Svg("""
                <svg class="chart" role="img" viewBox="0 0 %s %s" aria-labelledby="%s-t %s-d">\
                <title id="%s-t">%s</title><desc id="%s-d">%s</desc>%s</svg>""".formatted(
                n(width), n(height), id, id, id, escape(heading.title()), id, escape(heading.description()), out));
    }

    void rect(String css, double x, double y, double w, double h) {
        if (w > 0 && h > 0) {
            out.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                    .formatted(css, n(x), n(y), n(w), n(h)));
        }
    }

    void line(String css, double x1, double y1, double x2, double y2) {
        out.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(css, n(x1), n(y1), n(x2), n(y2)));
    }

    void circle(String css, double x, double y, double r) {
        out.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(css, n(x), n(y), n(r)));
    }

    /// A path of absolute points; `closed` decides by the name of the method.
    void path(String css, double[] xs, double[] ys) {
        draw(css, xs, ys, "");
    }

    /// A closed path.
    void area(String css, double[] xs, double[] ys) {
        draw(css, xs, ys, "Z");
    }

    private void draw(String css, double[] xs, double[] ys, String end) {
        out.append("<path class=\"").append(css).append("\" d=\"");
        for (int i = 0; i < xs.length; i++) {
            out.append(i == 0 ? 'M' : 'L').append(n(xs[i])).append(' ').append(n(ys[i]));
        }
        out.append(end).append("\"/>");
    }

    /// A text whose middle height is at `y`; nothing for an empty one.
    void text(String css, double x, double y, Anchor anchor, double size, String text) {
        if (text.isEmpty()) {
            return;
        }
        out.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\">%s</text>"
                .formatted(css, n(x), n(y + size * 0.36), anchor.css(), n(size), escape(text)));
    }

    static String n(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A chart cannot place " + value + ".");
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        String text = rounded.stripTrailingZeros().toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' ? ' ' : c); // a char is no closed choice
            }
        }
        return escaped.toString();
    }
}
