package org.monazite.atlas.balance;

import java.util.ArrayList;
import java.util.List;

/// Unknown quantities, what sources say about them, and the balances they must keep.
///
/// `minimise (y - H x)' V^-1 (y - H x) + (r / s)' (r / s)` subject to `A x = r` on soft rows (standard deviation
/// `s`), `A x = 0` on hard rows and `low <= x <= high`.
public final class BalanceProblem {

    /// However much figures share, this part of their variance is their own.
    private static final double LEAST_OWN = 1e-4;

    final List<String> names = new ArrayList<>();
    final List<Double> lows = new ArrayList<>();
    final List<Double> highs = new ArrayList<>();
    final List<Observation> observations = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();

    /// One figure on one quantity.
    ///
    /// @param quantity index of the quantity
    /// @param value what the source says
    /// @param sd its standard deviation, more than 0
    /// @param label how the figure is named in reports
    public record Observation(int quantity, double value, double sd, String label) {

        /// Checks the range.
        public Observation {
            if (!(sd > 0) || !Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "%s: an observation is finite with a standard deviation above 0, was %s and %s."
                                .formatted(label, value, sd));
            }
        }
    }

    /// A balance: the sum of coefficient x quantity is 0, exactly or within a standard deviation.
    ///
    /// @param label how the balance is named in reports
    /// @param quantities indices of quantities
    /// @param coefficients one for each
    /// @param sd 0 for a hard row
    public record Row(String label, List<Integer> quantities, List<Double> coefficients, double sd) {

        /// Copies the lists.
        public Row {
            quantities = List.copyOf(quantities);
            coefficients = List.copyOf(coefficients);
            if (quantities.size() != coefficients.size() || !(sd >= 0)) {
                throw new IllegalArgumentException("Balance " + label + " is malformed.");
            }
        }

        /// The sum for given values.
        public double residual(double[] x) {
            double sum = 0;
            for (int i = 0; i < quantities.size(); i++) {
                sum += coefficients.get(i) * x[quantities.get(i)];
            }
            return sum;
        }
    }

    /// Figures that share a part of their error, because they were derived from the same data: any two of them
    /// have this correlation, or, where parts are stated, an error in common that moves each by its own part.
    ///
    /// @param name how the group is named in reports
    /// @param observations indices of figures, each in one group at most
    /// @param correlation above 0 and below 1; what two figures of equal parts would have
    /// @param parts of each figure the standard deviation that it shares, in its unit; empty for
    ///     `sd x sqrt(correlation)`
    public record Group(String name, List<Integer> observations, double correlation, List<Double> parts) {

        /// Copies the lists.
        public Group {
            observations = List.copyOf(observations);
            parts = List.copyOf(parts);
            if (!(correlation > 0 && correlation < 1)) {
                throw new IllegalArgumentException(
                        "Group %s: a correlation lies above 0 and below 1, was %s.".formatted(name, correlation));
            }
            if (!parts.isEmpty() && parts.size() != observations.size()) {
                throw new IllegalArgumentException(
                        "Group %s has %d figures and %d parts.".formatted(name, observations.size(), parts.size()));
            }
        }

        /// Figures of which any two have the same correlation.
        public Group(String name, List<Integer> observations, double correlation) {
            this(name, observations, correlation, List.of());
        }

        /// The part of its standard deviation that a figure shares with the others.
        ///
        /// @param index of the figure within the group
        /// @param sd its whole standard deviation
        double shared(int index, double sd) {
            return parts.isEmpty() ? sd * Math.sqrt(correlation) : parts.get(index);
        }

        /// What is left to a figure as an error of its own.
        double own(int index, double sd) {
            return parts.isEmpty()
                    ? sd * Math.sqrt(1 - correlation)
                    : Math.sqrt(Math.max(sd * sd - parts.get(index) * parts.get(index), LEAST_OWN * sd * sd));
        }
    }

    /// Adds an unknown and returns its index.
    public int quantity(String name, double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "Quantity %s needs low <= high, was %s and %s.".formatted(name, low, high));
        }
        names.add(name);
        lows.add(low);
        highs.add(high);
        return names.size() - 1;
    }

    /// Adds a figure.
    public void observe(Observation observation) {
        observations.add(observation);
    }

    /// Says which figures share a part of their error.
    public void correlate(Group group) {
        for (int figure : group.observations()) {
            if (figure < 0 || figure >= observations.size()) {
                throw new IllegalArgumentException(
                        "Group %s names figure %d of %d.".formatted(group.name(), figure, observations.size()));
            }
            if (groups.stream().anyMatch(other -> other.observations().contains(figure))) {
                throw new IllegalArgumentException("Figure '%s' is in two groups."
                        .formatted(observations.get(figure).label()));
            }
        }
        groups.add(group);
    }

    /// Adds a balance.
    public void row(Row row) {
        rows.add(row);
    }

    /// The number of unknowns.
    public int size() {
        return names.size();
    }

    /// The name of an unknown.
    public String name(int quantity) {
        return names.get(quantity);
    }

    /// The figures, in the order they were added.
    public List<Observation> observations() {
        return List.copyOf(observations);
    }

    /// The balances, in the order they were added.
    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
