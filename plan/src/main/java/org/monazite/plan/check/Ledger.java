package org.monazite.plan.check;

import java.util.function.Supplier;
import org.monazite.plan.OwnCheck;

/// Keeps the largest violation of all rows seen.
final class Ledger {

    static final double TOLERANCE = 1e-6;
    private static final double FLOOR = 1; // kt: smaller rows are measured against the unit, so 1e-6 is a kilogramme

    private double largest;
    private String where = "";
    private int rows;

    /// `left <= right`.
    void atMost(String row, double left, double right) {
        note(row, left - right, Math.max(Math.abs(left), Math.abs(right)));
    }

    /// `left <= right` with a scale of its own.
    void atMost(String row, double left, double right, double scale) {
        note(row, left - right, scale);
    }

    /// `left = right`.
    void equal(String row, double left, double right) {
        note(row, Math.abs(left - right), Math.max(Math.abs(left), Math.abs(right)));
    }

    /// `left = right` with a scale of its own.
    void equal(String row, double left, double right, double scale) {
        note(row, Math.abs(left - right), scale);
    }

    /// `left <= right` of one of very many rows: its name is made up only if it is asked for.
    void atMost(Supplier<String> row, double left, double right) {
        note(row, left - right, Math.max(Math.abs(left), Math.abs(right)));
    }

    /// `left <= right` of one of very many rows, with a scale of its own.
    void atMost(Supplier<String> row, double left, double right, double scale) {
        note(row, left - right, scale);
    }

    /// `left = right` of one of very many rows.
    void equal(Supplier<String> row, double left, double right) {
        note(row, Math.abs(left - right), Math.max(Math.abs(left), Math.abs(right)));
    }

    /// `left = right` of one of very many rows, with a scale of its own.
    void equal(Supplier<String> row, double left, double right, double scale) {
        note(row, Math.abs(left - right), scale);
    }

    private void note(String row, double excess, double scale) {
        if (isLargest(excess, scale)) {
            where = row;
        }
    }

    private void note(Supplier<String> row, double excess, double scale) {
        if (isLargest(excess, scale)) {
            where = row.get();
        }
    }

    private boolean isLargest(double excess, double scale) {
        rows++;
        double relative = Double.isNaN(excess) ? Double.POSITIVE_INFINITY : excess / Math.max(FLOOR, scale);
        if (relative > largest) {
            largest = relative;
            return true;
        }
        return false;
    }

    /// Takes in the rows of another ledger, as if they had been seen here one by one.
    void add(Ledger other) {
        rows += other.rows;
        if (other.largest > largest) {
            largest = other.largest;
            where = other.where;
        }
    }

    OwnCheck check() {
        return new OwnCheck(largest <= TOLERANCE, largest, where, rows);
    }
}
