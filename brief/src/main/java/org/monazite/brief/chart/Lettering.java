package org.monazite.brief.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Room for words: how wide a text will be, where it breaks, and how labels keep clear of each other. Widths are
/// estimates on the wide side (Latin by classes of letters, full-width letters one em), as no font is at hand.
final class Lettering {

    private Lettering() {}

    /// The width of a text at a font size.
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::em).sum() * size * 1.03;
    }

    private static double em(int c) {
        if (isFullWidth(c)) {
            return 1;
        }
        if ("ijl.,:;'|!()[] ".indexOf(c) >= 0) {
            return 0.3;
        }
        if ("mwMW%@".indexOf(c) >= 0) {
            return 0.9;
        }
        return Character.isUpperCase(c) ? 0.66 : 0.56;
    }

    private static boolean isFullWidth(int c) {
        return c >= 0x2E80 && !(c >= 0xFF61 && c <= 0xFF9F);
    }

    /// Breaks a text into lines at spaces, or between full-width letters where their kind changes: not before
    /// hiragana, not between a digit and its unit, not within kanji or katakana unless they alone are wider than
    /// the room. A single long word of Latin letters is kept whole.
    static List<String> wrap(String text, double room, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text, room, size)) {
            if (!line.isEmpty() && width(line.toString() + piece.stripTrailing(), size) > room) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static List<String> pieces(String text, double room, double size) {
        List<String> pieces = new ArrayList<>();
        for (String piece : pieces(text, false)) {
            if (width(piece.stripTrailing(), size) > room) {
                pieces.addAll(pieces(piece, true));
            } else {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private static boolean mayBreak(int last, int c, boolean anywhere) {
        boolean tied = "、。・：)）」ーァィゥェォャュョッ%".indexOf(c) >= 0 || last == '（' || Character.isDigit(last);
        if (!isFullWidth(c) || tied) {
            return false;
        }
        boolean closes = "、。・：）」".indexOf(last) >= 0;
        return anywhere || closes || (kind(c) != Kind.HIRAGANA && kind(c) != kind(last));
    }

    private enum Kind {
        LATIN,
        HIRAGANA,
        KATAKANA,
        OPENING,
        KANJI
    }

    private static Kind kind(int c) {
        if (!isFullWidth(c)) {
            return Kind.LATIN;
        }
        if (c == '（' || c == '「') {
            return Kind.OPENING;
        }
        return c >= 0x3040 && c < 0x30A0 ? Kind.HIRAGANA : c >= 0x30A0 && c < 0x3100 ? Kind.KATAKANA : Kind.KANJI;
    }

    private static List<String> pieces(String text, boolean anywhere) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!piece.isEmpty() && mayBreak(piece.codePointBefore(piece.length()), c, anywhere)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            if (c == ' ') {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        });
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    /// Moves heights apart until neighbours are `gap` away from each other, as little as possible, within limits;
    /// order is kept. If there is no room for all, they are spaced evenly.
    static double[] spread(double[] wanted, double gap, double least, double most) {
        int n = wanted.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        double step = n > 1 ? Math.min(gap, (most - least) / (n - 1)) : gap;
        double[] placed = new double[n];
        double floor = least;
        for (int i : order) {
            placed[i] = Math.max(wanted[i], floor);
            floor = placed[i] + step;
        }
        double ceiling = most;
        for (int k = n - 1; k >= 0; k--) {
            int i = order[k];
            placed[i] = Math.min(placed[i], ceiling);
            ceiling = placed[i] - step;
        }
        return placed;
    }
}
