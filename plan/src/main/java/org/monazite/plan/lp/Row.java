package org.monazite.plan.lp;

/// A row being written: terms first, then the side that makes it a row of the model.
///
/// A column named twice is added up; a term that adds up to zero is left out.
public final class Row {

    private final Model model;
    private final Object key;

    Row(Model model, Object key) {
        this.model = model;
        this.key = key;
    }

    Object key() {
        return key;
    }

    /// Adds `coefficient` times the column.
    ///
    /// @throws IllegalArgumentException if the column is not there or the coefficient is not finite
    public Row plus(int column, double coefficient) {
        model.term(this, column, coefficient);
        return this;
    }

    /// Adds the column once.
    public Row plus(int column) {
        return plus(column, 1);
    }

    /// Takes `coefficient` times the column away.
    public Row minus(int column, double coefficient) {
        return plus(column, -coefficient);
    }

    /// Takes the column away once.
    public Row minus(int column) {
        return plus(column, -1);
    }

    /// The terms come to no more than this. Returns the index of the row.
    public int atMost(double most) {
        return model.close(this, Double.NEGATIVE_INFINITY, most);
    }

    /// The terms come to no less than this. Returns the index of the row.
    public int atLeast(double least) {
        return model.close(this, least, Double.POSITIVE_INFINITY);
    }

    /// The terms come to exactly this. Returns the index of the row.
    public int equalTo(double value) {
        return model.close(this, value, value);
    }

    /// The terms lie between these, ends included; infinities are sides that do not bind. Returns the
    /// index.
    public int between(double least, double most) {
        return model.close(this, least, most);
    }
}
