package org.monazite.plan.cases;

import java.util.Arrays;
import java.util.List;

/// A stochastic program of two stages with finitely many scenarios, to be minimised: decide now, see
/// what happens, then make the best of it.
///
/// Columns and rows of the first stage come first. What differs between scenarios is a list of places;
/// every scenario has a value for each.
///
/// @param name as the core calls it
/// @param columns of both stages
/// @param firstColumns how many of them belong to the first stage
/// @param rows of both stages
/// @param firstRows how many of them belong to the first stage
/// @param offset added to the objective
/// @param places what is random
/// @param scenarios in a fixed order
/// @param goal what the text that it was read from asks for; costs and offset here are always to be minimised
public record TwoStage(
        String name,
        List<Column> columns,
        int firstColumns,
        List<Row> rows,
        int firstRows,
        double offset,
        List<Place> places,
        List<Scenario> scenarios,
        Goal goal) {

    /// What a text asks for.
    public enum Goal {
        /// The least of an objective.
        LEAST(1),
        /// The most of an objective: costs are those of the text times minus one.
        MOST(-1);

        private final int sign;

        Goal(int sign) {
            this.sign = sign;
        }

        /// 1 or -1: turns what is minimised into the objective of the text, and back.
        public int sign() {
            return sign;
        }
    }

    /// A program to be minimised.
    public TwoStage(
            String name,
            List<Column> columns,
            int firstColumns,
            List<Row> rows,
            int firstRows,
            double offset,
            List<Place> places,
            List<Scenario> scenarios) {
        this(name, columns, firstColumns, rows, firstRows, offset, places, scenarios, Goal.LEAST);
    }

    /// Copies the lists and checks that the first stage does not wait for the second.
    public TwoStage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        places = List.copyOf(places);
        scenarios = List.copyOf(scenarios);
        for (Row row : rows.subList(0, firstRows)) {
            for (Term term : row.terms) {
                if (term.column >= firstColumns) {
                    throw new CaseFormatException(
                            ".cor",
                            0,
                            "row '%s' of the first stage holds column '%s' of the second"
                                    .formatted(row.name, columns.get(term.column).name));
                }
            }
        }
    }

    /// Something to decide, now or later.
    ///
    /// @param cost per unit, in a scenario that says nothing else
    public record Column(String name, double low, double high, boolean integer, double cost) {}

    /// Something to keep.
    ///
    /// @param range NaN for none; see [#low] and [#high]
    public record Row(String name, Sense sense, double rhs, double range, List<Term> terms) {

        /// Copies the terms.
        public Row {
            terms = List.copyOf(terms);
        }

        /// Lower side when the right-hand side is `rhs`.
        public double low(double rhs) {
            return switch (sense) {
                case AT_MOST -> Double.isNaN(range) ? Double.NEGATIVE_INFINITY : rhs - Math.abs(range);
                case AT_LEAST -> rhs;
                case EQUAL -> range < 0 ? rhs + range : rhs;
            };
        }

        /// Upper side when the right-hand side is `rhs`.
        public double high(double rhs) {
            return switch (sense) {
                case AT_MOST -> rhs;
                case AT_LEAST -> Double.isNaN(range) ? Double.POSITIVE_INFINITY : rhs + Math.abs(range);
                case EQUAL -> range > 0 ? rhs + range : rhs;
            };
        }
    }

    /// Which side of a row the right-hand side is.
    public enum Sense {
        /// The terms are at most the right-hand side.
        AT_MOST,
        /// The terms are at least the right-hand side.
        AT_LEAST,
        /// The terms equal it.
        EQUAL
    }

    /// A column in a row.
    ///
    /// @param value in a scenario that says nothing else
    /// @param place index of the place that replaces the value; -1 if it is not random
    public record Term(int column, double value, int place) {}

    /// Something random: a cost, a right-hand side, or a coefficient of the second stage.
    ///
    /// @param kind what it is
    /// @param column whose cost or coefficient; -1 for a right-hand side
    /// @param row whose right-hand side or coefficient; -1 for a cost
    public record Place(Kind kind, int column, int row) {}

    /// What a place is.
    public enum Kind {
        /// Cost of a column of the second stage.
        COST,
        /// Right-hand side of a row of the second stage.
        RHS,
        /// Coefficient in a row of the second stage.
        COEFFICIENT
    }

    /// Something that may happen between the stages.
    ///
    /// @param probability as printed; they need not add to 1
    /// @param values one for each place
    public record Scenario(String name, double probability, List<Double> values) {

        /// Copies the values.
        public Scenario {
            values = List.copyOf(values);
        }
    }

    /// Sum of the probabilities, as printed.
    public double probabilities() {
        double sum = 0;
        for (Scenario scenario : scenarios) {
            sum += scenario.probability;
        }
        return sum;
    }

    /// True if a column takes whole values only.
    public boolean hasIntegers() {
        return columns.stream().anyMatch(Column::integer);
    }

    /// True if a column of the second stage takes whole values only.
    public boolean hasLaterIntegers() {
        return columns.subList(firstColumns, columns.size()).stream().anyMatch(Column::integer);
    }

    /// By column: the place of its cost, -1 if that is not random.
    int[] placesOfCosts() {
        return placesOf(Kind.COST, columns.size());
    }

    /// By row: the place of its right-hand side, -1 if that is not random.
    int[] placesOfSides() {
        return placesOf(Kind.RHS, rows.size());
    }

    private int[] placesOf(Kind kind, int size) {
        int[] of = new int[size];
        Arrays.fill(of, -1);
        for (int place = 0; place < places.size(); place++) {
            Place each = places.get(place);
            if (each.kind == kind) {
                of[kind == Kind.COST ? each.column : each.row] = place;
            }
        }
        return of;
    }

    /// The same program with other scenarios.
    public TwoStage with(List<Scenario> others) {
        return new TwoStage(name, columns, firstColumns, rows, firstRows, offset, places, others, goal);
    }

    /// The program of one scenario that averages all: every random value is its mean.
    public TwoStage averaged() {
        double total = probabilities();
        Double[] mean = new Double[places.size()];
        for (int place = 0; place < mean.length; place++) {
            double sum = 0;
            for (Scenario scenario : scenarios) {
                if (scenario.probability > 0) { // a bound may be infinite
                    sum += scenario.probability * scenario.values.get(place);
                }
            }
            mean[place] = sum / total;
        }
        return with(List.of(new Scenario("mean", 1, List.of(mean))));
    }

    /// The ways along which plans may go on for ever: the same rows with sides of 0, and columns of at most 1 where
    /// they have no bound, else 0. Costs fall without end if a way costs less than nothing, and there is a plan.
    TwoStage ways() {
        List<Column> free = columns.stream()
                .map(each -> new Column(
                        each.name,
                        each.low == Double.NEGATIVE_INFINITY ? -1 : 0,
                        each.high == Double.POSITIVE_INFINITY ? 1 : 0,
                        false,
                        each.cost))
                .toList();
        List<Row> level = rows.stream()
                .map(each -> {
                    boolean both = Double.isFinite(each.low(0)) && Double.isFinite(each.high(0));
                    return new Row(each.name, both ? Sense.EQUAL : each.sense, 0, Double.NaN, each.terms);
                })
                .toList();
        List<Scenario> still = scenarios.stream()
                .map(each -> {
                    Double[] values = each.values.toArray(Double[]::new);
                    for (int place = 0; place < values.length; place++) {
                        boolean limit = places.get(place).kind == Kind.RHS && Double.isFinite(values[place]);
                        values[place] = limit ? 0 : values[place];
                    }
                    return new Scenario(each.name, each.probability, List.of(values));
                })
                .toList();
        return new TwoStage(name, free, firstColumns, level, firstRows, 0, places, still, goal);
    }
}
