package org.monazite.atlas.balance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Values, variances and test values after a balance, and how they change when figures are left out.
///
/// Leaving out figure i on quantity q with weight w: `P' = P + w P_q P_q' / (1 - w P_qq)`,
/// `x' = x - w (y - x_q) P_q / (1 - w P_qq)`, `J' = J - z_i^2`.
final class Posterior {

    /// A figure that the balance tells less about than this part of its variance cannot be tested.
    private static final double UNTESTABLE = 1e-9;

    /// Test values this close are one: they name a set, not a figure.
    private static final double TIE = 0.01;

    private static final double SAME = 1e-7;

    private final BalanceProblem problem;
    private final BitSet out;
    private final Measured measured;
    private final Reconciled solution;
    private final boolean[] loose;
    private final double[] x;
    private final double[] variance;
    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> factors = new ArrayList<>();
    private double objective;

    Posterior(BalanceProblem problem, BitSet out, Measured measured, BoundedSolve solve) {
        this.problem = problem;
        this.out = (BitSet) out.clone();
        this.solution = solve.solution();
        this.loose = solve.loose();
        this.x = solution.x.clone();
        this.variance = solution.variances();
        this.measured = measured;
        this.objective = sum();
    }

    private double sum() {
        double sum = 0;
        for (int i = 0; i < problem.observations.size(); i++) {
            if (!out.get(i)) {
                BalanceProblem.Observation figure = problem.observations.get(i);
                double off = (figure.value() - x[measured.columnOf[i]]) / measured.sdOf[i];
                sum += off * off;
            }
        }
        for (int soft = measured.quantities; soft < measured.errors; soft++) {
            sum += x[soft] * x[soft] / measured.variance[soft];
        }
        return sum;
    }

    double objective() {
        return objective;
    }

    /// Standard deviation of a quantity; infinite if no figure and no balance fixes it.
    double sd(int quantity) {
        return loose[quantity] ? Double.POSITIVE_INFINITY : Math.sqrt(variance[quantity]);
    }

    /// `|y - x| / sqrt(V - P)`, in a group of what the figure does not share with the others; 0 where the
    /// balance tells nothing about the figure, or it is out.
    double z(int i) {
        BalanceProblem.Observation figure = problem.observations.get(i);
        int column = measured.columnOf[i];
        double prior = measured.sdOf[i] * measured.sdOf[i];
        double told = prior - variance[column];
        return out.get(i) || !(told > UNTESTABLE * prior) ? 0 : Math.abs(figure.value() - x[column]) / Math.sqrt(told);
    }

    /// The figure with the largest test value above a critical one, the first of equals; -1 if there is none.
    int worst(double critical) {
        int worst = -1;
        double largest = critical;
        for (int i = 0; i < problem.observations.size(); i++) {
            double z = z(i);
            if (z > largest * (worst < 0 ? 1 : 1 + SAME)) {
                largest = z;
                worst = i;
            }
        }
        return worst;
    }

    /// A figure with those that the balance cannot tell from it.
    BalanceResult.Suspect suspect(int worst) {
        List<String> tied = new ArrayList<>();
        double largest = z(worst);
        for (int i = 0; i < problem.observations.size(); i++) {
            if (i != worst && Math.abs(z(i) - largest) <= TIE * largest) {
                tied.add(problem.observations.get(i).label());
            }
        }
        return new BalanceResult.Suspect(problem.observations.get(worst).label(), largest, tied);
    }

    void leaveOut(int i) {
        BalanceProblem.Observation figure = problem.observations.get(i);
        int q = measured.columnOf[i];
        double weight = 1 / (measured.sdOf[i] * measured.sdOf[i]);
        double[] column = solution.covarianceWith(q);
        for (int k = 0; k < columns.size(); k++) {
            double[] earlier = columns.get(k);
            double times = factors.get(k) * earlier[q];
            for (int j = 0; j < column.length; j++) {
                column[j] += times * earlier[j];
            }
        }
        double z = z(i);
        double factor = weight / (1 - weight * column[q]);
        double shift = factor * (figure.value() - x[q]);
        for (int j = 0; j < variance.length; j++) {
            x[j] -= shift * column[j];
            variance[j] += factor * column[j] * column[j];
        }
        objective -= z * z;
        columns.add(column);
        factors.add(factor);
        out.set(i);
    }
}
