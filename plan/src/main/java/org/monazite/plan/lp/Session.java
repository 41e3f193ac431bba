package org.monazite.plan.lp;

/// A model loaded into HiGHS for a series of related solves. Changes apply to the session, never to the
/// model it was opened on. One thread at a time may use it.
public final class Session implements AutoCloseable {

    Session(Model model) {
        throw new IllegalStateException("contract " + model);
    }

    /// Sets the cost of a column.
    public void cost(int column, double cost) {
        throw new IllegalStateException("contract");
    }

    /// Sets the bounds of a column.
    public void bounds(int column, double low, double high) {
        throw new IllegalStateException("contract");
    }

    /// Sets the sides of a row.
    public void rowBounds(int row, double low, double high) {
        throw new IllegalStateException("contract");
    }

    /// Sets one coefficient.
    public void coefficient(int row, int column, double coefficient) {
        throw new IllegalStateException("contract");
    }

    /// Sets what is added to the objective whatever the columns do.
    public void offset(double offset) {
        throw new IllegalStateException("contract");
    }

    /// Adds a row without a key, such as a cut. Returns its index.
    public int addRow(int[] columns, double[] coefficients, double low, double high) {
        throw new IllegalStateException("contract");
    }

    /// Removes rows; those behind them move up.
    public void removeRows(int... rows) {
        throw new IllegalStateException("contract");
    }

    /// Offers a plan to start from, one value per column: a model with integers begins with it if it is
    /// feasible.
    public void start(double... values) {
        throw new IllegalStateException("contract");
    }

    /// Forgets basis and solution: the next run starts from nothing.
    public void forget() {
        throw new IllegalStateException("contract");
    }

    /// Minimises. A linear program starts from the last basis.
    public Solution run(Limits limits) {
        throw new IllegalStateException("contract");
    }

    /// Gives the instance of HiGHS back.
    @Override
    public void close() {}
}
