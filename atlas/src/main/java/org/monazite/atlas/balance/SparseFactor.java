package org.monazite.atlas.balance;

import java.util.Arrays;

/// `P M P' = L D L'` of a symmetric positive semidefinite matrix with unit diagonal, in a fill-reducing
/// order. A row that depends on others gets a tiny pivot and is known as such. Sums run in a fixed order:
/// the same matrix gives the same bits on every machine.
///
/// Factorisation after Davis, Direct Methods for Sparse Linear Systems, 2006 (up-looking); entries of the
/// inverse on the pattern of `L` after Takahashi, Fagan and Chen, 1973.
final class SparseFactor {

    /// A pivot below this, with a unit diagonal, is the rounding of a dependent row.
    private static final double DEPENDENT = 1e-11;

    private static final double TINY = 1e-10;

    private final int size;
    private final int[] position; // of a row in the order of elimination
    private final int[] order;
    private final int[] first;
    private final int[] row;
    private final double[] lower;
    private final double[] pivot;
    private final boolean[] dependent;
    private final int[] parent;
    private int rank;
    private double[] inverse = {};
    private double[] inverseDiagonal = {};

    /// Factors a matrix.
    ///
    /// @param from start of each column, both halves of the matrix
    /// @param rows row of each entry
    /// @param values each entry; the diagonal is 1, or 0 for an empty row
    SparseFactor(int size, int[] from, int[] rows, double[] values) {
        this.size = size;
        this.order = MinimumDegree.order(size, from, rows);
        this.position = new int[size];
        for (int k = 0; k < size; k++) {
            position[order[k]] = k;
        }
        this.parent = new int[size];
        this.first = new int[size + 1];
        this.pivot = new double[size];
        this.dependent = new boolean[size];
        symbolic(from, rows);
        this.row = new int[first[size]];
        this.lower = new double[first[size]];
        numeric(from, rows, values);
    }

    /// Elimination tree and the size of each column.
    private void symbolic(int[] from, int[] rows) {
        int[] mark = new int[size];
        int[] count = new int[size];
        for (int k = 0; k < size; k++) {
            parent[k] = -1;
            mark[k] = k;
            int column = order[k];
            for (int p = from[column]; p < from[column + 1]; p++) {
                for (int i = position[rows[p]]; i < k && mark[i] != k; i = parent[i]) {
                    if (parent[i] == -1) {
                        parent[i] = k;
                    }
                    count[i]++;
                    mark[i] = k;
                }
            }
        }
        for (int k = 0; k < size; k++) {
            first[k + 1] = Math.addExact(first[k], count[k]);
        }
    }

    /// Row k of `L` by a sparse triangular solve along the elimination tree.
    private void numeric(int[] from, int[] rows, double[] values) {
        double[] work = new double[size];
        int[] pattern = new int[size];
        int[] mark = new int[size];
        int[] filled = new int[size];
        for (int k = 0; k < size; k++) {
            mark[k] = k;
            int top = size;
            int column = order[k];
            for (int p = from[column]; p < from[column + 1]; p++) {
                int i = position[rows[p]];
                if (i > k) {
                    continue;
                }
                work[i] += values[p];
                int length = 0;
                for (; i < k && mark[i] != k; i = parent[i]) {
                    pattern[length++] = i;
                    mark[i] = k;
                }
                while (length > 0) {
                    pattern[--top] = pattern[--length];
                }
            }
            double diagonal = work[k];
            work[k] = 0;
            for (; top < size; top++) {
                int i = pattern[top];
                double value = work[i];
                work[i] = 0;
                int end = first[i] + filled[i];
                for (int p = first[i]; p < end; p++) {
                    work[row[p]] -= lower[p] * value;
                }
                double entry = value / pivot[i];
                diagonal -= entry * value;
                row[end] = k;
                lower[end] = entry;
                filled[i]++;
            }
            dependent[k] = !(diagonal > DEPENDENT);
            pivot[k] = dependent[k] ? TINY : diagonal;
            rank += dependent[k] ? 0 : 1;
        }
    }

    /// The number of independent rows.
    int rank() {
        return rank;
    }

    /// The number of entries below the diagonal of the factor.
    int entries() {
        return first[size];
    }

    /// Solves `M z = b`; dependent rows that contradict the others get a huge component.
    double[] solve(double[] b) {
        double[] z = new double[size];
        for (int k = 0; k < size; k++) {
            z[k] = b[order[k]];
        }
        for (int k = 0; k < size; k++) {
            for (int p = first[k]; p < first[k + 1]; p++) {
                z[row[p]] -= lower[p] * z[k];
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            double sum = z[k] / pivot[k];
            for (int p = first[k]; p < first[k + 1]; p++) {
                sum -= lower[p] * z[row[p]];
            }
            z[k] = sum;
        }
        double[] solved = new double[size];
        for (int k = 0; k < size; k++) {
            solved[order[k]] = z[k];
        }
        return solved;
    }

    /// `b' M^+ b` for a sparse vector, by a forward solve over the part of the tree that it reaches.
    ///
    /// @param work zeros, one per row; zeros again afterwards
    double quadratic(int[] rows, double[] values, int length, double[] work) {
        int[] reach = new int[16];
        int reached = 0;
        for (int k = 0; k < length; k++) {
            work[position[rows[k]]] += values[k];
        }
        boolean[] seen = new boolean[size];
        for (int k = 0; k < length; k++) {
            for (int i = position[rows[k]]; i != -1 && !seen[i]; i = parent[i]) {
                seen[i] = true;
                if (reached == reach.length) {
                    reach = Arrays.copyOf(reach, 2 * reached);
                }
                reach[reached++] = i;
            }
        }
        Arrays.sort(reach, 0, reached);
        double sum = 0;
        for (int k = 0; k < reached; k++) {
            int i = reach[k];
            double value = work[i];
            work[i] = 0;
            for (int p = first[i]; p < first[i + 1]; p++) {
                work[row[p]] -= lower[p] * value;
            }
            sum += dependent[i] ? 0 : value * value / pivot[i];
        }
        return sum;
    }

    /// An entry of the inverse where `M` has one; dependent rows count as left out.
    double inverse(int a, int b) {
        if (inverse.length == 0 && inverseDiagonal.length == 0) {
            invert();
        }
        int i = Math.max(position[a], position[b]);
        int j = Math.min(position[a], position[b]);
        if (i == j) {
            return inverseDiagonal[j];
        }
        int at = Arrays.binarySearch(row, first[j], first[j + 1], i);
        if (at < 0) {
            throw new IllegalArgumentException("The matrix has no entry " + a + ", " + b + ".");
        }
        return inverse[at];
    }

    /// `Z = D^-1 L^-1 + (I - L') Z`, from the last column to the first, on the pattern of `L` alone.
    private void invert() {
        inverse = new double[lower.length];
        inverseDiagonal = new double[size];
        double[] sum = new double[size];
        int[] mark = new int[size];
        double[] value = new double[size];
        Arrays.fill(mark, -1);
        for (int j = size - 1; j >= 0; j--) {
            for (int p = first[j]; p < first[j + 1]; p++) {
                mark[row[p]] = j;
                value[row[p]] = lower[p];
                sum[row[p]] = 0;
            }
            for (int p = first[j]; p < first[j + 1]; p++) {
                int k = row[p];
                sum[k] += lower[p] * inverseDiagonal[k];
                double own = 0;
                for (int q = first[k]; q < first[k + 1]; q++) {
                    int i = row[q];
                    if (mark[i] == j) {
                        sum[i] += lower[p] * inverse[q];
                        own += value[i] * inverse[q];
                    }
                }
                sum[k] += own;
            }
            double diagonal = dependent[j] ? 0 : 1 / pivot[j];
            for (int p = first[j]; p < first[j + 1]; p++) {
                inverse[p] = -sum[row[p]];
                diagonal -= lower[p] * inverse[p];
            }
            inverseDiagonal[j] = diagonal;
        }
    }
}
