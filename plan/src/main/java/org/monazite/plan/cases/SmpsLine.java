package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of an SMPS text that is neither blank nor a comment.
///
/// @param part which text: `.cor`, `.tim` or `.sto`
/// @param number counted from 1
/// @param head true for the head of a section, which starts in the first column
/// @param words separated by blanks
/// @param starts columns in which the words begin, counted from 1
record SmpsLine(String part, int number, boolean head, List<String> words, List<Integer> starts) {

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eEdD][-+]?[0-9]+)?|[-+]?(?i:inf|infinity)");
    private static final int MOST_QUOTED = 60;
    private static final String MARK = "\u00ef\u00bb\u00bf"; // of a UTF-8 text, read as ISO 8859-1
    private static final int[][] FIELDS = {{2, 3}, {5, 12}, {15, 22}, {25, 36}, {40, 47}, {50, 61}};

    /// How a line is taken apart.
    enum Form {
        /// By blanks.
        WORDS,
        /// By the columns of punched cards, so that names may hold blanks: 2-3, 5-12, 15-22, 25-36, 40-47,
        /// 50-61.
        COLUMNS
    }

    /// The lines before ENDATA. A text that is indented as a whole is read as if it were not.
    static List<SmpsLine> of(String part, String text, Form form) {
        List<SmpsLine> lines = new ArrayList<>();
        String[] all = LINES.split(text.startsWith(MARK) ? text.substring(MARK.length()) : text, -1);
        int end = 0;
        int margin = Integer.MAX_VALUE;
        while (end < all.length && !all[end].strip().equalsIgnoreCase("ENDATA")) {
            margin = isSaying(all[end]) ? Math.min(margin, indent(all[end])) : margin;
            end++;
        }
        for (int i = 0; i < end; i++) {
            String line = all[i];
            if (isSaying(line)) {
                boolean head = indent(line) == margin;
                lines.add(form == Form.WORDS || head ? words(part, i + 1, head, line) : fields(part, i + 1, line));
            }
        }
        if (end < all.length) {
            return lines;
        }
        throw new CaseFormatException(
                part, all.length, "the text ends without ENDATA; it may have been cut off, so nothing of it is used");
    }

    private static SmpsLine words(String part, int number, boolean head, String line) {
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Matcher found = WORD.matcher(line);
        while (found.find()) {
            words.add(found.group());
            starts.add(found.start() + 1);
        }
        return new SmpsLine(part, number, head, List.copyOf(words), List.copyOf(starts));
    }

    private static SmpsLine fields(String part, int number, String line) {
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int after = 0;
        for (int[] field : FIELDS) {
            int from = Math.min(field[0] - 1, line.length());
            int to = Math.min(field[1], line.length());
            String between = line.substring(Math.min(after, from), from);
            String word = line.substring(from, to);
            if (!between.isBlank() || word.contains("\t")) {
                throw new CaseFormatException(
                        part, number, after + 1, "the line does not keep to the columns of cards");
            }
            if (!word.isBlank()) {
                words.add(word.strip());
                starts.add(from + 1);
            }
            after = to;
        }
        if (!line.substring(after).isBlank()) {
            throw new CaseFormatException(part, number, after + 1, "the line is longer than a card");
        }
        return new SmpsLine(part, number, false, List.copyOf(words), List.copyOf(starts));
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

    /// The first word of a head, in capitals.
    String section() {
        return key(0);
    }

    /// A word that is a key word, in capitals.
    String key(int index) {
        return words.get(index).toUpperCase(Locale.ROOT);
    }

    /// True if the word reads as a number.
    boolean isNumber(int index) {
        return NUMBER.matcher(words.get(index)).matches();
    }

    /// The word as a finite number.
    double number(int index) {
        double number = bound(index);
        if (!Double.isFinite(number)) {
            throw problem(index, "'%s' is not a finite number".formatted(quoted(index)));
        }
        return number;
    }

    /// The word as a number that may be infinite.
    double bound(int index) {
        String word = words.get(index);
        if (!NUMBER.matcher(word).matches()) { // Java reads more than this as numbers
            throw problem(index, "'%s' is not a number".formatted(quoted(index)));
        }
        String sign = word.startsWith("-") ? "-" : "";
        return word.toLowerCase(Locale.ROOT).contains("inf")
                ? Double.parseDouble(sign + "Infinity")
                : Double.parseDouble(word.replace('D', 'E').replace('d', 'e'));
    }

    private String quoted(int index) {
        String word = words.get(index);
        return word.length() > MOST_QUOTED ? word.substring(0, MOST_QUOTED) + "..." : word;
    }

    /// Throws unless the line has so many words.
    void needs(int least, int most) {
        if (size() < least || size() > most) {
            String range = least == most ? "%d words".formatted(least) : "%d to %d words".formatted(least, most);
            throw problem("'%s' has %d words, %s are expected".formatted(all(), size(), range));
        }
    }

    /// Throws unless names and numbers come in pairs after the first words.
    void needsPairs(int first) {
        if ((size() - first) % 2 != 0) {
            throw problem(size() - 1, "'%s' stands without a number".formatted(quoted(size() - 1)));
        }
    }

    /// The words of the line, or as many as a message quotes.
    String all() {
        String line = String.join(" ", words);
        return line.length() > MOST_QUOTED ? line.substring(0, MOST_QUOTED) + "..." : line;
    }

    CaseFormatException problem(String text) {
        return problem(0, text);
    }

    CaseFormatException problem(int index, String text) {
        return new CaseFormatException(part, number, starts.get(index), text);
    }
}
