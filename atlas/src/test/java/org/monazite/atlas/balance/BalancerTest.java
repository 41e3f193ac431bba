package org.monazite.atlas.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The six-stream network of the data-reconciliation textbooks: F1 = F2 + F3, F2 = F4, F3 = F5, F4 + F5 = F6.
@Tag("validation")
class BalancerTest {

    private static final double[] MEASURED = {101.91, 64.45, 34.65, 64.20, 36.44, 98.88};

    private static BalanceProblem sixStreams(double[] y, double[] sd) {
        BalanceProblem problem = new BalanceProblem();
        for (int i = 0; i < y.length; i++) {
            problem.quantity("F" + (i + 1), 0, Double.POSITIVE_INFINITY);
            problem.observe(new BalanceProblem.Observation(i, y[i], sd[i], "stream " + (i + 1)));
        }
        problem.row(new BalanceProblem.Row("split", List.of(0, 1, 2), List.of(1.0, -1.0, -1.0), 0));
        problem.row(new BalanceProblem.Row("upper", List.of(1, 3), List.of(1.0, -1.0), 0));
        problem.row(new BalanceProblem.Row("lower", List.of(2, 4), List.of(1.0, -1.0), 0));
        problem.row(new BalanceProblem.Row("join", List.of(3, 4, 5), List.of(1.0, 1.0, -1.0), 0));
        return problem;
    }

    private static double[] twoPercent(double[] y) {
        return java.util.Arrays.stream(y).map(v -> 0.02 * v).toArray();
    }

    @Test
    void reproduces_the_six_streams_with_unit_weights() {
        BalanceResult result = Balancer.solve(sixStreams(MEASURED, new double[] {1, 1, 1, 1, 1, 1}));

        assertThat(result.objective()).isCloseTo(6.4075, within(1e-9));
        assertThat(result.values().get(0)).isCloseTo(100.22, within(0.005));
        assertThat(result.values().get(1)).isCloseTo(64.50, within(0.005));
        assertThat(result.values().get(2)).isCloseTo(35.72, within(0.005));
    }

    @Test
    void reproduces_the_six_streams_with_two_percent() {
        BalanceResult result = Balancer.solve(sixStreams(MEASURED, twoPercent(MEASURED)));

        assertThat(result.values().get(0)).isCloseTo(100.00760947434043, within(1e-9));
        assertThat(result.values().get(1)).isCloseTo(64.4648740739193, within(1e-9));
        assertThat(result.values().get(2)).isCloseTo(35.542735400421115, within(1e-9));
        assertThat(result.sds().get(0)).isCloseTo(0.8384258214318387, within(1e-9));
        assertThat(result.sds().get(2)).isCloseTo(0.4813018973122009, within(1e-9));
        assertThat(result.objective()).isCloseTo(4.414226848986, within(1e-9));
        assertThat(result.degreesOfFreedom()).isEqualTo(4);
        assertThat(result.allowed()).isCloseTo(9.488, within(5e-4));
        assertThat(result.adjustments().get(2).z()).isCloseTo(1.7905, within(5e-5));
        assertThat(result.suspects()).isEmpty();
    }

    @Test
    void names_the_falsified_stream() {
        double[] falsified = MEASURED.clone();
        falsified[4] = 46.44;
        BalanceResult result = Balancer.solve(sixStreams(falsified, twoPercent(MEASURED)));

        assertThat(result.suspects()).containsExactly("stream 5");
        assertThat(result.values().get(0)).isCloseTo(99.515686, within(1e-6));
        assertThat(result.values().get(1)).isCloseTo(64.666955, within(1e-6));
        assertThat(result.values().get(2)).isCloseTo(34.848732, within(1e-6));
        assertThat(result.objective()).isCloseTo(1.726116, within(1e-6));
        assertThat(result.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void the_critical_value_for_six_figures_is_2_631() {
        assertThat(Balancer.critical(6)).isCloseTo(2.631, within(5e-4));
    }

    @Test
    void bounds_hold_and_scaling_scales() {
        java.util.Random random = new java.util.Random(7);
        for (int trial = 0; trial < 50; trial++) {
            double[] y = random.doubles(6, -5, 100).toArray();
            double[] sd = random.doubles(6, 0.5, 20).toArray();
            BalanceResult one = Balancer.solve(sixStreams(y, sd));
            BalanceResult ten = Balancer.solve(sixStreams(
                    java.util.Arrays.stream(y).map(v -> 10 * v).toArray(),
                    java.util.Arrays.stream(sd).map(v -> 10 * v).toArray()));
            for (int i = 0; i < 6; i++) {
                assertThat(one.values().get(i)).as("trial %d", trial).isGreaterThanOrEqualTo(-1e-9);
                assertThat(ten.values().get(i))
                        .isCloseTo(
                                10 * one.values().get(i),
                                within(1e-6 * (1 + 10 * one.values().get(i))));
            }
            one.residuals().forEach(row -> assertThat(Math.abs(row.after())).isLessThan(1e-8));
        }
    }
}
