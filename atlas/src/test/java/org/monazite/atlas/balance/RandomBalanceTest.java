package org.monazite.atlas.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Balances of random worlds: against a dense twin, and with errors planted in them.
class RandomBalanceTest {

    private static final double SDS = 8;

    /// Of these figures the rest of the network tells at least so much of their variance. Below it stand
    /// mostly the two sides of one flow, of which the balance can only say that one is wrong.
    private static final double KNOWN = 0.6;

    /// Six quantities in two to four balances, some soft, some unobserved, some twice observed, some bounded.
    private static BalanceProblem small(Random random) {
        BalanceProblem problem = new BalanceProblem();
        for (int q = 0; q < 6; q++) {
            double high = random.nextInt(4) == 0 ? 60 : Double.POSITIVE_INFINITY;
            problem.quantity("q" + q, 0, high);
            for (int figure = random.nextInt(3); figure > 0; figure--) {
                problem.observe(new BalanceProblem.Observation(
                        q, 100 * random.nextDouble() - 10, 1 + 20 * random.nextDouble(), "q" + q + "/" + figure));
            }
        }
        for (int row = 2 + random.nextInt(3); row > 0; row--) {
            List<Integer> quantities = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
            Collections.shuffle(quantities, random);
            quantities = quantities.subList(0, 2 + random.nextInt(3));
            List<Double> coefficients = new ArrayList<>();
            for (int k = 0; k < quantities.size(); k++) {
                coefficients.add((k % 2 == 0 ? 1 : -1) * (random.nextBoolean() ? 1 : 0.3 + random.nextDouble()));
            }
            problem.row(new BalanceProblem.Row("row" + row, quantities, coefficients, random.nextInt(3) == 0 ? 5 : 0));
        }
        return problem;
    }

    @Test
    void agrees_with_the_dense_twin_on_values_bounds_and_deviations() {
        int observable = 0;
        int deviations = 0;
        for (int seed = 0; seed < 150; seed++) {
            BalanceProblem problem = small(new Random(seed));
            DenseTwin twin = new DenseTwin(problem);
            BalanceResult result = untested(problem);
            for (int q = 0; q < problem.size(); q++) {
                if (result.isObservable(q)) {
                    observable++;
                    assertThat(result.values().get(q))
                            .as("seed %d, quantity %d", seed, q)
                            .isCloseTo(twin.x[q], within(1e-4));
                    if (result.activeBounds().isEmpty()) { // on a bound, several sets of bounds may fit
                        deviations++;
                        assertThat(result.sds().get(q))
                                .as("sd, seed %d, quantity %d", seed, q)
                                .isCloseTo(Math.sqrt(Math.max(0, twin.covariance[q][q])), within(1e-4));
                    }
                }
            }
        }
        assertThat(observable).isGreaterThan(600);
        assertThat(deviations).isGreaterThan(100);
    }

    /// The balance without a search for gross errors, as the twin knows none.
    private static BalanceResult untested(BalanceProblem problem) {
        Measured measured = new Measured(problem, new BitSet());
        double[] free = new double[measured.columns];
        Arrays.fill(free, Double.NaN);
        BoundedSolve solve = new BoundedSolve(measured, free);
        Posterior posterior = new Posterior(problem, new BitSet(), measured, solve);
        return BalanceReport.of(problem, measured, solve, posterior, List.of(), 1, 1);
    }

    @Test
    void an_error_of_8_sd_on_a_stream_the_balance_knows_is_found_first() {
        int planted = 0;
        int first = 0;
        int extra = 0;
        Random random = new Random(20251028);
        while (planted < 120) {
            RandomChain clean = new RandomChain(6, 3, 2, random.nextInt());
            int figure = random.nextInt(clean.figures.size());
            if (clean.figures.get(figure).label().startsWith("unknown") || knows(clean, figure) < KNOWN) {
                continue; // a rule of ours, or a figure that hardly anything can test
            }
            planted++;
            BalanceProblem.Observation target = clean.figures.get(figure);
            BalanceProblem problem = new BalanceProblem();
            copy(clean.problem, problem, figure, SDS);
            List<BalanceResult.Suspect> found = Balancer.solve(problem).found();
            boolean named = !found.isEmpty()
                    && (found.getFirst().label().equals(target.label())
                            || found.getFirst().tied().contains(target.label()));
            first += named ? 1 : 0;
            extra += found.size() > 1 ? 1 : 0;
        }
        assertThat(first).isGreaterThanOrEqualTo(95 * planted / 100);
        // where several figures hang on one balance, another of the set may go first and the wrong one follow
        assertThat(extra).isLessThanOrEqualTo(30 * planted / 100);
    }

    /// The part of the variance of a figure that the rest of the network can tell, 0..1, whatever the bounds.
    private static double knows(RandomChain chain, int figure) {
        BalanceProblem.Observation target = chain.figures.get(figure);
        Measured measured = new Measured(chain.said(), new BitSet());
        double[] free = new double[measured.columns];
        Arrays.fill(free, Double.NaN);
        double variance = new Reconciled(measured, free).variances()[target.quantity()];
        return 1 - variance / (target.sd() * target.sd());
    }

    private static void copy(BalanceProblem from, BalanceProblem to, int figure, double sds) {
        for (int q = 0; q < from.size(); q++) {
            to.quantity(from.name(q), from.lows.get(q), from.highs.get(q));
        }
        from.rows().forEach(to::row);
        for (int i = 0; i < from.observations().size(); i++) {
            BalanceProblem.Observation each = from.observations().get(i);
            double off = i == figure ? sds * each.sd() : 0;
            to.observe(new BalanceProblem.Observation(each.quantity(), each.value() + off, each.sd(), each.label()));
        }
    }

    @Test
    void of_the_two_sides_of_a_flow_one_is_named_when_one_is_wrong() {
        int planted = 0;
        int named = 0;
        Random random = new Random(7);
        while (planted < 60) {
            RandomChain clean = new RandomChain(6, 3, 2, random.nextInt());
            int figure = random.nextInt(clean.figures.size());
            String label = clean.figures.get(figure).label();
            if (!label.startsWith("import")) {
                continue;
            }
            planted++;
            List<String> found = Balancer.solve(clean.wrong(figure, SDS)).suspects();
            named += found.contains(label) || found.contains(label.replace("import", "export")) ? 1 : 0;
        }
        assertThat(named).isGreaterThanOrEqualTo(85 * planted / 100);
    }

    @Test
    void without_an_error_something_is_suspected_in_about_one_world_of_twenty() {
        int worlds = 200;
        int alarms = 0;
        for (int seed = 0; seed < worlds; seed++) {
            BalanceResult result = Balancer.solve(new RandomChain(6, 3, 2, seed).said());
            alarms += result.suspects().isEmpty() ? 0 : 1;
        }
        assertThat(alarms).isLessThanOrEqualTo(worlds * 6 / 100);
    }

    @Test
    void intervals_hold_the_truth_as_often_as_they_say() {
        int inside = 0;
        int all = 0;
        for (int seed = 0; seed < 40; seed++) {
            RandomChain chain = new RandomChain(6, 3, 2, 1000 + seed);
            BalanceResult result = Balancer.solve(chain.said());
            for (int q = 0; q < chain.truth.size(); q++) {
                if (result.sds().get(q) > 0 && result.isObservable(q) && chain.truth.get(q) > 0) {
                    double low = result.interval(q, 0, Double.POSITIVE_INFINITY).low();
                    double high =
                            result.interval(q, 0, Double.POSITIVE_INFINITY).high();
                    inside += low <= chain.truth.get(q) && chain.truth.get(q) <= high ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat(inside / (double) all).isBetween(0.85, 0.95);
    }

    @Test
    void the_order_of_rows_changes_nothing_but_rounding() {
        RandomChain chain = new RandomChain(10, 4, 2, 5);
        BalanceProblem forward = chain.said();
        BalanceProblem backward = new BalanceProblem();
        for (int q = 0; q < forward.size(); q++) {
            backward.quantity(forward.name(q), 0, Double.POSITIVE_INFINITY);
        }
        List<BalanceProblem.Row> rows = new ArrayList<>(forward.rows());
        Collections.reverse(rows);
        rows.forEach(backward::row);
        forward.observations().forEach(backward::observe);

        BalanceResult one = Balancer.solve(forward);
        BalanceResult two = Balancer.solve(backward);

        for (int q = 0; q < forward.size(); q++) {
            double value = one.values().get(q);
            assertThat(two.values().get(q)).isCloseTo(value, within(1e-7 * Math.max(1, Math.abs(value))));
        }
    }

    @Test
    void draws_balance_and_vary_as_the_deviations_say() {
        RandomChain chain = new RandomChain(5, 3, 2, 11);
        BalanceProblem problem = chain.said();
        BalanceResult result = Balancer.solve(problem);
        Random random = new Random(3);
        double[] squares = new double[problem.size()];
        int members = 4000;
        for (int member = 0; member < members; member++) {
            double[] normals =
                    random.doubles(result.draws().normals()).map(u -> 0).toArray();
            for (int k = 0; k < normals.length; k++) {
                normals[k] = random.nextGaussian();
            }
            double[] deviation = result.draws().deviations(normals);
            for (int q = 0; q < squares.length; q++) {
                squares[q] += deviation[q] * deviation[q] / members;
            }
            for (BalanceProblem.Row row : problem.rows()) {
                if (row.sd() == 0) {
                    assertThat(row.residual(deviation)).isCloseTo(0, within(1e-6));
                }
            }
        }
        for (int q = 0; q < squares.length; q++) {
            if (result.isObservable(q)) {
                assertThat(Math.sqrt(squares[q]))
                        .as(problem.name(q))
                        .isCloseTo(
                                result.sds().get(q), within(0.06 * result.sds().get(q) + 1e-9));
            }
        }
    }

    @Test
    void what_no_figure_and_no_balance_fixes_is_not_observable() {
        BalanceProblem problem = new BalanceProblem();
        int made = problem.quantity("made", 0, Double.POSITIVE_INFINITY);
        int one = problem.quantity("one use", 0, Double.POSITIVE_INFINITY);
        int other = problem.quantity("other use", 0, Double.POSITIVE_INFINITY);
        problem.observe(new BalanceProblem.Observation(made, 100, 5, "made"));
        problem.row(new BalanceProblem.Row("pool", List.of(made, one, other), List.of(1.0, -1.0, -1.0), 0));

        BalanceResult result = Balancer.solve(problem);

        assertThat(result.isObservable(made)).isTrue();
        assertThat(result.isObservable(one) && result.isObservable(other)).isFalse();
        assertThat(result.degreesOfFreedom()).isZero();
        assertThat(result.residuals().getFirst().after()).isCloseTo(0, within(1e-6));
    }

    @Test
    void streams_in_series_that_the_balance_cannot_tell_apart_are_named_together() {
        BalanceProblem problem = new BalanceProblem();
        for (int q = 0; q < 3; q++) {
            problem.quantity("F" + q, 0, Double.POSITIVE_INFINITY);
        }
        problem.observe(new BalanceProblem.Observation(0, 100, 2, "a"));
        problem.observe(new BalanceProblem.Observation(1, 130, 2, "b"));
        problem.row(new BalanceProblem.Row("series", List.of(0, 1), List.of(1.0, -1.0), 0));
        problem.row(new BalanceProblem.Row("end", List.of(1, 2), List.of(1.0, -1.0), 0));

        assertThat(Balancer.solve(problem).found())
                .singleElement()
                .satisfies(suspect -> assertThat(
                                List.of(suspect.label(), suspect.tied().getFirst()))
                        .containsExactly("a", "b"));
    }

    @Test
    void a_balance_said_twice_counts_once() {
        BalanceProblem problem = new BalanceProblem();
        problem.quantity("in", 0, Double.POSITIVE_INFINITY);
        problem.quantity("out", 0, Double.POSITIVE_INFINITY);
        problem.observe(new BalanceProblem.Observation(0, 100, 2, "in"));
        problem.observe(new BalanceProblem.Observation(1, 104, 2, "out"));
        for (int twice = 0; twice < 2; twice++) {
            problem.row(new BalanceProblem.Row("pool" + twice, List.of(0, 1), List.of(1.0, -1.0), 0));
        }

        BalanceResult result = Balancer.solve(problem);

        assertThat(result.degreesOfFreedom()).isEqualTo(1);
        assertThat(result.values().get(0)).isCloseTo(102, within(1e-9));
        assertThat(result.sds().get(0)).isCloseTo(Math.sqrt(2), within(1e-9));
    }

    @Test
    @Tag("slow")
    void twenty_thousand_quantities_balance_in_ten_seconds() {
        BalanceProblem problem = new RandomChain(130, 20, 4.6, 1).said();
        assertThat(problem.size()).isGreaterThan(20_000);
        long start = System.nanoTime();

        BalanceResult result = Balancer.solve(problem);

        assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
        assertThat(result.residuals()).allSatisfy(row -> {
            if (row.sd() == 0) {
                assertThat(Math.abs(row.after())).isLessThan(1e-9 * Math.max(1, row.throughput()));
            }
        });
    }
}
