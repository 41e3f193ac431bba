package org.monazite.supply;

/// How the flows of a balanced network vary together: a factor `L`, such that `flow + L z` with independent
/// standard normal `z` has the posterior covariance of the balance. Rows are arcs, then node outputs, then
/// demands, then the unknown origin of cells. Every draw balances as the central values do: at nodes, and at
/// cells with what they then take in per unit of output.
public final class Covariance {

    final int factors;
    final int[] first;
    final int[] factor;
    final double[] value;

    /// Wraps a sparse matrix in compressed rows. The arrays are taken over: do not write to them afterwards.
    ///
    /// @param factors the number of independent normals
    /// @param first start of each row, one entry more than there are rows
    /// @param factor column of each entry
    /// @param value each entry
    public Covariance(int factors, int[] first, int[] factor, double[] value) {
        if (factor.length != value.length || first[first.length - 1] != value.length) {
            throw new IllegalArgumentException("The rows of the factor do not fit its entries.");
        }
        this.factors = factors;
        this.first = first;
        this.factor = factor;
        this.value = value;
    }

    /// The number of independent normals of a draw.
    public int factors() {
        return factors;
    }

    /// The number of rows: arcs + nodes + demands + cells.
    public int rows() {
        return first.length - 1;
    }

    /// Returns the deviation of a row for a draw `z`, in the unit of the network.
    public double deviation(int row, double[] z) {
        double sum = 0;
        for (int k = first[row]; k < first[row + 1]; k++) {
            sum += value[k] * z[factor[k]];
        }
        return sum;
    }

    /// The number of entries of a row.
    public int entries(int row) {
        return first[row + 1] - first[row];
    }

    /// Copies the entries of a row: which normals, and how strongly.
    ///
    /// @param at where in both arrays the first entry goes
    public void copy(int row, int[] normals, double[] values, int at) {
        System.arraycopy(factor, first[row], normals, at, entries(row));
        System.arraycopy(value, first[row], values, at, entries(row));
    }

    /// The standard deviation of a row.
    public double standardDeviation(int row) {
        double sum = 0;
        for (int k = first[row]; k < first[row + 1]; k++) {
            sum += value[k] * value[k];
        }
        return Math.sqrt(sum);
    }
}
