package org.monazite.atlas.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Solves a [BalanceProblem], tests the figures and takes out gross errors one by one. After Narasimhan and
/// Jordache, Data Reconciliation and Gross Error Detection, 2000: chapters 3 (linear steady state) and 7
/// (measurement test, serial elimination).
public final class Balancer {

    /// Above so many figures, several may be taken out between two complete solves.
    private static final int LARGE = 2_000;

    /// Times the critical value that such figures must reach.
    private static final double FAR = 2;

    private final BalanceProblem problem;
    private final BitSet out = new BitSet();
    private final List<BalanceResult.Suspect> suspects = new ArrayList<>();
    private double[] held;

    private Balancer(BalanceProblem problem) {
        this.problem = problem;
        this.held = new double[new Measured(problem, out).columns];
        Arrays.fill(held, Double.NaN);
    }

    /// Balances, and takes out gross errors while the global test fails and fewer than 5 % of the figures (at
    /// least one) are out.
    ///
    /// @throws IllegalStateException if bounds and balances contradict each other
    public static BalanceResult solve(BalanceProblem problem) {
        return new Balancer(problem).withGrossErrors();
    }

    /// Balances with every figure, whatever the tests say of them.
    ///
    /// @throws IllegalStateException if bounds and balances contradict each other
    public static BalanceResult withAllFigures(BalanceProblem problem) {
        return new Balancer(problem).withAtMost(0);
    }

    private BalanceResult withGrossErrors() {
        return withAtMost(Math.max(1, problem.observations.size() / 20));
    }

    private BalanceResult withAtMost(int most) {
        while (true) {
            Measured measured = new Measured(problem, out);
            BoundedSolve solve = new BoundedSolve(measured, held);
            held = solve.held();
            Posterior posterior = new Posterior(problem, out, measured, solve);
            int freedom = freedom(measured, solve.solution());
            boolean fails = freedom > 0 && posterior.objective() > allowed(freedom);
            if (!fails || suspects.size() >= most || !takeOut(posterior, freedom, most)) {
                return BalanceReport.of(problem, measured, solve, posterior, suspects, freedom, allowed(freedom));
            }
        }
    }

    /// Takes out the most suspect figure. In a large problem those that stand out by far follow at once:
    /// the effect of each on all others is exact while the bounds stay, and the next complete solve sees to
    /// them.
    ///
    /// @return false if no figure stands out
    private boolean takeOut(Posterior posterior, int freedom, int most) {
        boolean large = problem.observations.size() > LARGE;
        boolean found = false;
        int degrees = freedom;
        while (suspects.size() < most && degrees > 0 && posterior.objective() > allowed(degrees)) {
            double critical = critical(problem.observations.size() - out.cardinality());
            int worst = posterior.worst(found ? FAR * critical : critical);
            if (worst < 0) {
                break;
            }
            suspects.add(posterior.suspect(worst));
            posterior.leaveOut(worst);
            out.set(worst);
            degrees--;
            found = true;
            if (!large) {
                break;
            }
        }
        return found;
    }

    /// Critical value of the measurement test for n figures at 5 %, after Sidak: 2.631 for n = 6.
    static double critical(int figures) {
        double each = 1 - StrictMath.pow(0.95, 1.0 / figures);
        return NormalDistribution.of(0, 1).inverseSurvivalProbability(each / 2);
    }

    private static double allowed(int freedom) {
        return freedom == 0 ? 0 : ChiSquaredDistribution.of(freedom).inverseCumulativeProbability(0.95);
    }

    /// Observations + rank of the balances - observable unknowns, soft rows being observations of their
    /// own. Columns that lie on a bound count as if they were free.
    private int freedom(Measured measured, Reconciled bounded) {
        double[] constants = BoundedSolve.constants(measured);
        boolean same = Arrays.equals(constants, held);
        Reconciled free = same ? bounded : new Reconciled(measured, constants);
        return free.rank() + measured.figures - measured.spoken();
    }
}
