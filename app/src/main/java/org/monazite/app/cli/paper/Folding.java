package org.monazite.app.cli.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Breaks a text into lines of a number of terminal columns: between words, and between Japanese letters
/// except before a mark that may not begin a line.
final class Folding {

    /// What stays together: a run of letters without blank, or one wide letter with the marks that follow it.
    private static final Pattern PIECE = Pattern.compile(
            "[(「（]*(?:[\\u2E80-\\uFFEF&&[^ー、。・」）：々]]|[^\\s\\u2E80-\\uFFEF]+|[\\u2E80-\\uFFEF])[ー、。・」）：々)]*\\s*");

    private static final int LONGEST = 24;

    private Folding() {}

    /// Lines of at most so many columns; a piece that is wider stands alone and is not cut.
    static List<String> fold(String text, int columns) {
        if (Width.of(text) <= columns) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && Width.of(line + piece.stripTrailing()) > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /// Columns below which a text cannot be folded: its longest piece, and at least a number of columns.
    static int leastWidth(String text, int least) {
        int widest = pieces(text).stream()
                .mapToInt(piece -> Width.of(piece.stripTrailing()))
                .max()
                .orElse(0);
        return Math.min(Width.of(text), Math.max(widest, least));
    }

    /// A long id or the name of a repository would push a table apart: it breaks after a stroke.
    /// Addresses stay whole.
    private static Stream<String> parts(String piece) {
        boolean whole = piece.length() <= LONGEST || piece.startsWith("http");
        return whole
                ? Stream.of(piece)
                : Arrays.stream(piece.split("(?<=/)"))
                        .flatMap(part ->
                                part.length() <= LONGEST ? Stream.of(part) : Arrays.stream(part.split("(?<=-)")));
    }

    private static List<String> pieces(String text) {
        return PIECE.matcher(text.stripLeading())
                .results()
                .map(MatchResult::group)
                .flatMap(Folding::parts)
                .toList();
    }
}
