package org.monazite.plan.internal;

import org.jspecify.annotations.Nullable;

/// A model to be minimised, in arrays, which may be longer than the counts say. They are read once and
/// not kept.
public interface HighsModel {

    /// Number of columns.
    int columns();

    /// Number of rows.
    int rows();

    /// Added to the objective.
    double offset();

    /// Cost of each column.
    double[] cost();

    /// Lower bound of each column; infinities are those of Java.
    double[] low();

    /// Upper bound of each column.
    double[] high();

    /// Lower side of each row.
    double[] rowLow();

    /// Upper side of each row.
    double[] rowHigh();

    /// Where each row begins in `index` and `value`, and where the last one ends.
    int[] start();

    /// Column of each term.
    int[] index();

    /// Coefficient of each term.
    double[] value();

    /// By column 1 if it is an integer, else 0; null if none is.
    int @Nullable [] integrality();
}
