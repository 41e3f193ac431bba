package org.monazite.plan.lp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks at the numbers of a model before it is solved. Solvers work to 1e-7 in absolute terms and in
/// 16 digits: numbers that lie many powers of ten apart make plans that look right and are not.
///
/// A family is all rows, or all columns, whose keys have the same type, or the same kind if they are [Named]. The
/// spread of some numbers is
/// the largest of them divided by the smallest, signs and zeros left out.
public final class ModelDoctor {

    /// Beyond this spread within a family the doctor warns.
    public static final double WARN = 1e6;

    /// Beyond this spread of the coefficients of a family, or of all, the doctor refuses the model.
    public static final double REFUSE = 1e9;

    private ModelDoctor() {}

    /// What numbers are about.
    public enum Kind {
        /// In front of a column, in a row; the family is that of the row.
        COEFFICIENT,
        /// The sides of a row, if finite.
        SIDE,
        /// In the objective; the family is that of the column.
        COST,
        /// The bounds of a column, if finite.
        BOUND
    }

    /// The numbers of a family.
    ///
    /// @param family type of the keys, or `all`
    /// @param least the smallest without sign, zeros left out
    /// @param largest the largest without sign
    /// @param leastAt where the smallest stands, as people call it: a row and one of its columns, a row, a column
    /// @param largestAt where the largest stands
    public record Range(String family, Kind kind, double least, double largest, String leastAt, String largestAt) {

        /// Largest divided by least.
        public double spread() {
            return largest / least;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s of %s lie between %.3g (%s) and %.3g (%s), a spread of %.1g",
                    switch (kind) {
                        case COEFFICIENT -> "coefficients";
                        case SIDE -> "sides";
                        case COST -> "costs";
                        case BOUND -> "bounds";
                    },
                    family,
                    least,
                    leastAt,
                    largest,
                    largestAt,
                    spread());
        }
    }

    /// What the doctor found.
    ///
    /// @param ranges of every family, sorted by kind and family; the last one is that of all
    ///     coefficients
    /// @param warnings what may blur the plan
    /// @param refusals what would spoil it
    public record Finding(List<Range> ranges, List<String> warnings, List<String> refusals) {

        /// Copies the lists.
        public Finding {
            ranges = List.copyOf(ranges);
            warnings = List.copyOf(warnings);
            refusals = List.copyOf(refusals);
        }

        /// Returns this finding if nothing was refused.
        ///
        /// @throws SolverException if something was, naming it
        public Finding orThrow() {
            if (!refusals.isEmpty()) {
                throw new SolverException("""
                        The numbers of the model lie too far apart: %s.
                        Maybe a quantity is given in another unit than its neighbours, such as t beside kt.""".formatted(String.join("; ", refusals)));
            }
            return this;
        }
    }

    /// Looks at a model before it is solved. Only coefficients are refused: goals that come before others have costs
    /// far above theirs, and a budget of one dollar may stand beside one of a billion.
    ///
    /// @throws SolverException if its numbers lie too far apart, naming family, row and column
    public static void check(Model model) {
        Span all = new Span();
        for (int row = 0; row < model.rows(); row++) {
            coefficients(model, row, all);
        }
        if (all.largest > all.least * REFUSE) {
            examine(model).orThrow();
        }
    }

    /// Which coefficients of a model are the smallest and the largest, and where they stand.
    static String widest(Model model) {
        Span all = new Span();
        for (int row = 0; row < model.rows(); row++) {
            coefficients(model, row, all);
        }
        return all.largest > 0 ? all.range("all", Kind.COEFFICIENT, model).toString() : "it has none";
    }

    /// Examines a model.
    public static Finding examine(Model model) {
        model.needClosed();
        List<Range> ranges = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            ranges.addAll(ranges(model, kind));
        }
        Span all = new Span();
        for (int row = 0; row < model.rows(); row++) {
            coefficients(model, row, all);
        }
        if (all.largest > 0) {
            ranges.add(all.range("all", Kind.COEFFICIENT, model));
        }
        List<String> warnings = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Range range : ranges) {
            if (range.spread() > REFUSE && range.kind == Kind.COEFFICIENT) {
                refusals.add(range.toString());
            } else if (range.spread() > WARN) {
                warnings.add(range.toString());
            }
        }
        for (int row = 0; row < model.rows(); row++) {
            if (model.terms(row) == 0) {
                warnings.add("row %s has no columns".formatted(model.rowName(row)));
            }
        }
        return new Finding(ranges, warnings, refusals);
    }

    private static List<Range> ranges(Model model, Kind kind) {
        SortedMap<String, Span> spans = new TreeMap<>();
        boolean ofRows = kind == Kind.COEFFICIENT || kind == Kind.SIDE;
        int size = ofRows ? model.rows() : model.columns();
        for (int each = 0; each < size; each++) {
            Object key = ofRows ? model.rowKey(each) : model.columnKey(each);
            Span span = spans.computeIfAbsent(
                    key instanceof Named named ? named.kind() : key.getClass().getSimpleName(), _ -> new Span());
            switch (kind) {
                case COEFFICIENT -> coefficients(model, each, span);
                case SIDE -> {
                    span.add(model.rowLow(each), each, -1);
                    span.add(model.rowHigh(each), each, -1);
                }
                case COST -> span.add(model.cost(each), -1, each);
                case BOUND -> {
                    span.add(model.low(each), -1, each);
                    span.add(model.high(each), -1, each);
                }
            }
        }
        List<Range> ranges = new ArrayList<>();
        spans.forEach((family, span) -> {
            if (span.largest > 0) {
                ranges.add(span.range(family, kind, model));
            }
        });
        return ranges;
    }

    private static void coefficients(Model model, int row, Span span) {
        int terms = model.terms(row);
        for (int term = 0; term < terms; term++) {
            span.add(model.coefficient(row, term), row, model.column(row, term));
        }
    }

    private static final class Span {

        private double least = Double.POSITIVE_INFINITY;
        private double largest;

        private final int[] leastAt = {-1, -1}; // row and column
        private final int[] largestAt = {-1, -1};

        void add(double number, int row, int column) {
            double size = Math.abs(number);
            if (size > 0 && size < Double.POSITIVE_INFINITY) {
                if (size < least) {
                    least = size;
                    leastAt[0] = row;
                    leastAt[1] = column;
                }
                if (size > largest) {
                    largest = size;
                    largestAt[0] = row;
                    largestAt[1] = column;
                }
            }
        }

        Range range(String family, Kind kind, Model model) {
            return new Range(family, kind, least, largest, at(leastAt, model), at(largestAt, model));
        }

        private static String at(int[] where, Model model) {
            String row = where[0] < 0 ? "" : "row " + model.rowName(where[0]);
            String column = where[1] < 0 ? "" : model.columnName(where[1]);
            return row.isEmpty() || column.isEmpty() ? row + column : row + ", " + column;
        }
    }
}
