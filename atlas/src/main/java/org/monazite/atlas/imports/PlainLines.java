package org.monazite.atlas.imports;

import java.util.Arrays;
import org.monazite.atlas.internal.NumberTable;

/// Reads lines of BACI that are as they should be: `year,exporter,importer,code,value,weight`, digits with
/// a point, blanks around them, `NA` for a weight that is missing. A line in which anything else stands, or that
/// breaks a rule, is odd: it is passed over and its place remembered; [BaciQueries] then judges it.
///
/// One object belongs to one thread: its state is a place in the bytes.
final class PlainLines {

    /// The widest place code is 999, the widest customs code 999,999.
    static final int PLACE_BITS = 10;

    static final int CODES = 1_000_000;

    /// No line that is as it should be has fewer bytes: `2022,4,8,10101,1,0` and its end.
    static final int SHORTEST = 19;

    private static final int PLACES = 1_000;
    private static final int YEAR_DIGITS = 4;
    private static final int PLACE_DIGITS = 3;
    private static final int CODE_DIGITS = 6;
    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 6;
    private static final long MOST = 1_000_000_000L * 1_000_000; // a billion, in millionths
    private static final int NONE = -1;

    private final int year;
    private final boolean returns;
    private final boolean[] places = new boolean[PLACES];
    private final boolean[] codes = new boolean[CODES];

    private byte[] bytes = {};
    private int at;

    private int rows;
    private int odd;
    private int[] oddAt = {};
    private long[] keys = {};
    private long[] values = {};
    private long[] weights = {};

    /// @param returns whether each line has a return before its line feed
    PlainLines(Baci.Year year, boolean returns) {
        this.year = year.year();
        this.returns = returns;
        year.places().keySet().stream()
                .filter(code -> code >= 0 && code < PLACES)
                .forEach(code -> places[code] = true);
        Arrays.fill(codes, year.products().isEmpty());
        year.products().stream().filter(code -> code < CODES).forEach(code -> codes[code] = true);
        Arrays.fill(codes, 0, 10_000, false); // chapters begin with 1
        Arrays.fill(codes, 770_000, 780_000, false); // and none is 77
    }

    /// The lines of a part of the file, in their order.
    static final class Part {

        /// Code, exporter and importer in one number: 20, 10 and 10 bits.
        final long[] keys;

        /// Millionths of a thousand dollars.
        final long[] values;

        /// Millionths of a tonne, or [NumberTable#MISSING].
        final long[] weights;

        /// For each odd line, how many sound lines of the part stand before it; ascending.
        final int[] oddAt;

        Part(long[] keys, long[] values, long[] weights, int[] oddAt) {
            this.keys = keys;
            this.values = values;
            this.weights = weights;
            this.oddAt = oddAt;
        }

        /// Lines that are as they should be.
        int rows() {
            return keys.length;
        }

        /// All lines.
        int lines() {
            return keys.length + oddAt.length;
        }

        /// Which line of the part a row is, from 0.
        int line(int row) {
            int from = 0;
            int to = oddAt.length;
            while (from < to) { // odd lines that stand before it
                int middle = (from + to) >>> 1;
                if (oddAt[middle] <= row) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return row + from;
        }
    }

    /// Reads the lines from one place to another; a line feed ends the last of them.
    ///
    /// @return how many of them are odd; one more than the most where there are too many
    int read(byte[] text, int from, int to, int mostOdd) {
        int most = (to - from) / SHORTEST + 1;
        if (keys.length < most) {
            keys = new long[most];
            values = new long[most];
            weights = new long[most];
        }
        bytes = text;
        rows = 0;
        odd = 0;
        at = from;
        while (at < to && odd <= mostOdd) {
            int begin = at;
            if (!line()) {
                at = begin;
                while (bytes[at++] != '\n') {
                    // to the end of the line
                }
                if (odd == oddAt.length) {
                    oddAt = Arrays.copyOf(oddAt, Math.max(64, 2 * odd));
                }
                oddAt[odd++] = rows;
            }
        }
        return odd;
    }

    /// What was read last.
    Part part() {
        return new Part(
                Arrays.copyOf(keys, rows),
                Arrays.copyOf(values, rows),
                Arrays.copyOf(weights, rows),
                Arrays.copyOf(oddAt, odd));
    }

    private boolean line() {
        if (whole(YEAR_DIGITS) != year) {
            return false;
        }
        int exporter = whole(PLACE_DIGITS);
        if (exporter == NONE || !places[exporter]) {
            return false;
        }
        int importer = whole(PLACE_DIGITS);
        if (importer == NONE || !places[importer] || importer == exporter) {
            return false;
        }
        int code = whole(CODE_DIGITS);
        if (code == NONE || !codes[code]) {
            return false;
        }
        long value = millionths();
        if (value <= 0 || value > MOST || bytes[at] != ',') {
            return false;
        }
        at++;
        long weight = isMissing() ? NumberTable.MISSING : millionths();
        if (weight == NONE || weight > MOST || !ends()) {
            return false;
        }
        keys[rows] = ((long) code << PLACE_BITS | exporter) << PLACE_BITS | importer;
        values[rows] = value;
        weights[rows++] = weight;
        return true;
    }

    /// A whole number and the comma behind it.
    ///
    /// @return [#NONE] when there is none, or it has more digits than that
    private int whole(int mostDigits) {
        blanks();
        int first = at;
        int number = 0;
        for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
            number = 10 * number + digit;
            at++;
        }
        int digits = at - first;
        blanks();
        return digits == 0 || digits > mostDigits || bytes[at++] != ',' ? NONE : number;
    }

    /// A number with up to six decimals, in millionths, and the blanks behind it.
    private long millionths() {
        blanks();
        int first = at;
        long number = 0;
        for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
            number = 10 * number + digit;
            at++;
        }
        if (at == first || at - first > WHOLE_DIGITS) {
            return NONE;
        }
        int missing = DECIMALS;
        if (bytes[at] == '.') {
            int point = at++;
            for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
                number = 10 * number + digit;
                at++;
            }
            missing -= at - point - 1;
            if (missing < 0 || missing == DECIMALS) {
                return NONE;
            }
        }
        blanks();
        return number * POWERS[missing];
    }

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private boolean isMissing() {
        blanks();
        if (bytes[at] != 'N' || bytes[at + 1] != 'A') {
            return false;
        }
        at += 2;
        blanks();
        return true;
    }

    private boolean ends() {
        if (returns && bytes[at++] != '\r') {
            return false;
        }
        return bytes[at++] == '\n';
    }

    private void blanks() {
        while (bytes[at] == ' ') {
            at++;
        }
    }
}
