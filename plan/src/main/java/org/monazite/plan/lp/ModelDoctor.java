package org.monazite.plan.lp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks at the numbers of a model before it is solved. Solvers work to 1e-7 in absolute terms and in
/// 16 digits: numbers that lie many powers of ten apart make plans that look right and are not.
///
/// A family is all rows, or all columns, whose keys have the same type. The spread of some numbers is
/// the largest of them divided by the smallest, signs and zeros left out.
public final class ModelDoctor {

    /// Beyond this spread within a family the doctor warns.
    public static final double WARN = 1e6;

    /// Beyond this spread within a family, or of all coefficients, the doctor refuses the model.
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
    public record Range(String family, Kind kind, double least, double largest) {

        /// Largest divided by least.
        public double spread() {
            return largest / least;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s of %s lie between %.3g and %.3g, a spread of %.1g",
                    switch (kind) {
                        case COEFFICIENT -> "coefficients";
                        case SIDE -> "sides";
                        case COST -> "costs";
                        case BOUND -> "bounds";
                    },
                    family,
                    least,
                    largest,
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
            ranges.add(all.range("all", Kind.COEFFICIENT));
        }
        List<String> warnings = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Range range : ranges) {
            if (range.spread() > REFUSE) {
                refusals.add(range.toString());
            } else if (range.spread() > WARN) {
                warnings.add(range.toString());
            }
        }
        for (int row = 0; row < model.rows(); row++) {
            if (model.terms(row) == 0) {
                warnings.add("row %s has no columns".formatted(model.rowKey(row)));
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
            Span span = spans.computeIfAbsent(key.getClass().getSimpleName(), family -> new Span());
            switch (kind) {
                case COEFFICIENT -> coefficients(model, each, span);
                case SIDE -> {
                    span.add(model.rowLow(each));
                    span.add(model.rowHigh(each));
                }
                case COST -> span.add(model.cost(each));
                case BOUND -> {
                    span.add(model.low(each));
                    span.add(model.high(each));
                }
            }
        }
        List<Range> ranges = new ArrayList<>();
        spans.forEach((family, span) -> {
            if (span.largest > 0) {
                ranges.add(span.range(family, kind));
            }
        });
        return ranges;
    }

    private static void coefficients(Model model, int row, Span span) {
        int terms = model.terms(row);
        for (int term = 0; term < terms; term++) {
            span.add(model.coefficient(row, term));
        }
    }

    private static final class Span {

        private double least = Double.POSITIVE_INFINITY;
        private double largest;

        void add(double number) {
            double size = Math.abs(number);
            if (size > 0 && size < Double.POSITIVE_INFINITY) {
                least = Math.min(least, size);
                largest = Math.max(largest, size);
            }
        }

        Range range(String family, Kind kind) {
            return new Range(family, kind, least, largest);
        }
    }
}
