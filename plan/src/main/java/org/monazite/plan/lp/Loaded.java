package org.monazite.plan.lp;

import org.jspecify.annotations.Nullable;
import org.monazite.plan.internal.HighsModel;

/// A model as HiGHS reads it.
record Loaded(Model model) implements HighsModel {

    @Override
    public int columns() {
        return model.columns();
    }

    @Override
    public int rows() {
        return model.rows();
    }

    @Override
    public double offset() {
        return model.offset();
    }

    @Override
    public double[] cost() {
        return model.costShared();
    }

    @Override
    public double[] low() {
        return model.lowShared();
    }

    @Override
    public double[] high() {
        return model.highShared();
    }

    @Override
    public double[] rowLow() {
        return model.rowLowShared();
    }

    @Override
    public double[] rowHigh() {
        return model.rowHighShared();
    }

    @Override
    public int[] start() {
        return model.startShared();
    }

    @Override
    public int[] index() {
        return model.indexShared();
    }

    @Override
    public double[] value() {
        return model.valueShared();
    }

    @Override
    public int @Nullable [] integrality() {
        if (model.integers() == 0) {
            return null;
        }
        int[] whole = new int[model.columns()];
        for (int column = 0; column < whole.length; column++) {
            whole[column] = model.isInteger(column) ? 1 : 0;
        }
        return whole;
    }
}
