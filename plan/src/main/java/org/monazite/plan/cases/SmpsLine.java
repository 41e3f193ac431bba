package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A line of an SMPS text that is neither blank nor a comment.
///
/// @param part which text: `.cor`, `.tim` or `.sto`
/// @param number counted from 1
/// @param head true for the head of a section, which starts in the first column
/// @param words separated by blanks
record SmpsLine(String part, int number, boolean head, List<String> words) {

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// The lines before ENDATA. A text that is indented as a whole is read as if it were not.
    static List<SmpsLine> of(String part, String text) {
        List<SmpsLine> lines = new ArrayList<>();
        String[] all = LINES.split(text, -1);
        int end = 0;
        int margin = Integer.MAX_VALUE;
        while (end < all.length && !all[end].strip().equals("ENDATA")) {
            margin = isSaying(all[end]) ? Math.min(margin, indent(all[end])) : margin;
            end++;
        }
        for (int i = 0; i < end; i++) {
            String line = all[i];
            if (isSaying(line)) {
                lines.add(new SmpsLine(part, i + 1, indent(line) == margin, List.of(BLANKS.split(line.strip()))));
            }
        }
        return lines;
    }

    private static boolean isSaying(String line) {
        return !line.isBlank() && line.stripLeading().charAt(0) != '*';
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    int size() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    /// The word as a finite number.
    double number(int index) {
        double number = bound(index);
        if (!Double.isFinite(number)) {
            throw problem("'%s' is not a finite number".formatted(words.get(index)));
        }
        return number;
    }

    /// The word as a number that may be infinite.
    double bound(int index) {
        try {
            return Double.parseDouble(words.get(index).replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException e) {
            throw problem("'%s' is not a number".formatted(words.get(index)));
        }
    }

    /// Throws unless the line has so many words.
    void needs(int least, int most) {
        if (size() < least || size() > most) {
            String range = least == most ? "%d words".formatted(least) : "%d to %d words".formatted(least, most);
            throw problem("'%s' has %d words, %s are expected".formatted(String.join(" ", words), size(), range));
        }
    }

    /// Throws unless names and numbers come in pairs after the first words.
    void needsPairs(int first) {
        if ((size() - first) % 2 != 0) {
            throw problem("'%s' stands without a number".formatted(word(size() - 1)));
        }
    }

    CaseFormatException problem(String text) {
        return new CaseFormatException(part, number, text);
    }
}
