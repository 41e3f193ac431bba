package org.monazite.app.cli.paper;

/// How many columns a text takes on a terminal: Japanese letters take two.
public final class Width {

    private Width() {}

    /// Columns of a text.
    public static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int letter) {
        boolean combining = Character.getType(letter) == Character.NON_SPACING_MARK;
        return combining ? 0 : isWide(letter) ? 2 : 1;
    }

    /// East Asian wide and full-width blocks (Unicode TR 11) as far as our texts use them.
    private static boolean isWide(int letter) {
        return (letter >= 0x1100 && letter <= 0x115F)
                || (letter >= 0x2E80 && letter <= 0x303E)
                || (letter >= 0x3041 && letter <= 0xA4CF)
                || (letter >= 0xAC00 && letter <= 0xD7A3)
                || (letter >= 0xF900 && letter <= 0xFAFF)
                || (letter >= 0xFE30 && letter <= 0xFE4F)
                || (letter >= 0xFF00 && letter <= 0xFF60)
                || (letter >= 0xFFE0 && letter <= 0xFFE6)
                || (letter >= 0x20000 && letter <= 0x3FFFD);
    }

    /// The text with spaces after it up to a number of columns.
    public static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    /// The text with spaces before it up to a number of columns.
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }
}
