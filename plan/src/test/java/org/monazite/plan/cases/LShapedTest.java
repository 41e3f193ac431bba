package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.plan.cases.TwoStage.Column;
import org.monazite.plan.cases.TwoStage.Kind;
import org.monazite.plan.cases.TwoStage.Place;
import org.monazite.plan.cases.TwoStage.Row;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.cases.TwoStage.Sense;
import org.monazite.plan.cases.TwoStage.Term;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

class LShapedTest {

    private static final Limits CLOSE = new Limits(Double.POSITIVE_INFINITY, 1e-7);
    private static final double MORE = Double.POSITIVE_INFINITY;

    private static org.monazite.plan.lshaped.LShaped.Result solve(TwoStage program, int threads) {
        return LShaped.solve(program, Highs.load(), threads, CLOSE);
    }

    private static Solution extensive(TwoStage program) {
        return Highs.load().solve(ExtensiveForm.of(program), Limits.EXACT);
    }

    @Test
    void the_farmer_earns_what_the_extensive_form_says() {
        org.monazite.plan.lshaped.LShaped.Result farmer = solve(Farmer.asScenarios(), 1);

        assertThat(farmer.status()).isEqualTo(Status.OPTIMAL);
        assertThat(farmer.objective()).isEqualTo(-108_390, within(0.1));
        assertThat(farmer.bound()).isEqualTo(-108_390, within(0.1));
        assertThat(farmer.first()).usingElementComparator(LShapedTest::compare).containsExactly(170.0, 80.0, 250.0);
    }

    private static int compare(double one, double other) {
        return Math.abs(one - other) <= 1e-3 ? 0 : Double.compare(one, other);
    }

    @Test
    void without_seconds_the_plan_for_the_mean_is_the_best_known() {
        org.monazite.plan.lshaped.LShaped.Result farmer =
                LShaped.solve(Farmer.asScenarios(), Highs.load(), 1, new Limits(0, 1e-6));

        assertThat(farmer.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(farmer.objective()).isEqualTo(-107_240, within(0.1));
        assertThat(farmer.bound()).isLessThan(-108_390);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_programs_cost_what_the_extensive_form_says(long seed) {
        TwoStage program = random(seed);

        org.monazite.plan.lshaped.LShaped.Result found = solve(program, 2);
        Solution expected = extensive(program);

        assertThat(found.status()).isEqualTo(expected.status());
        if (expected.hasPlan()) {
            double scale = Math.max(1, Math.abs(expected.objective()));
            assertThat(found.objective()).isEqualTo(expected.objective(), within(1e-6 * scale));
            assertThat(found.bound()).isEqualTo(expected.objective(), within(1e-6 * scale));
        }
    }

    @Test
    void some_of_the_random_programs_are_impossible_and_some_need_cuts_for_what_is() {
        long impossible = seeds().filter(seed -> extensive(random(seed)).status() == Status.INFEASIBLE)
                .count();

        assertThat(impossible).isBetween(1L, 30L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_number_of_threads_changes_no_bit(long seed) {
        assertThat(solve(random(seed), 4)).isEqualTo(solve(random(seed), 1));
    }

    @Test
    void a_profit_without_end_in_one_scenario_is_unbounded() {
        TwoStage program = new TwoStage(
                "gold",
                List.of(new Column("x", 0, 1, false, 1), new Column("y", 0, MORE, false, -1)),
                1,
                List.of(new Row("r", Sense.AT_LEAST, 0, Double.NaN, List.of(new Term(0, 1, -1), new Term(1, 1, -1)))),
                0,
                0,
                List.of(new Place(Kind.RHS, -1, 0)),
                List.of(new Scenario("a", 0.5, List.of(0.0)), new Scenario("b", 0.5, List.of(1.0))));

        assertThat(solve(program, 1).status()).isEqualTo(Status.UNBOUNDED);
    }

    @Test
    void integers_of_the_second_stage_are_left_to_the_extensive_form() {
        TwoStage farmer = Smps.read(
                Farmer.text("farmer.cor").replace("BOUNDS", "BOUNDS\n BV BND BUYW"),
                Farmer.text("farmer.tim"),
                Farmer.text("farmer-blocks.sto"));

        assertThatThrownBy(() -> solve(farmer, 1)).hasMessageContaining("integers");
    }

    /// Costs, right-hand sides and coefficients of both kinds are random; a third of the programs can
    /// fail in the second stage.
    private static TwoStage random(long seed) {
        Random random = new Random(seed);
        int first = 2 + random.nextInt(4);
        int second = 3 + random.nextInt(5);
        int rows = 2 + random.nextInt(4);
        boolean safe = seed % 3 > 0;
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < first + second; j++) {
            double cost = j < first ? 1 + random.nextInt(9) : 5 + random.nextInt(30);
            columns.add(new Column("c" + j, 0, 5 + random.nextInt(20), false, cost));
        }
        for (int i = 0; safe && i < rows; i++) {
            columns.add(new Column("short" + i, 0, MORE, false, 100));
        }
        List<Row> all = new ArrayList<>();
        List<Term> budget = new ArrayList<>();
        for (int j = 0; j < first; j++) {
            budget.add(new Term(j, 1 + random.nextInt(3), -1));
        }
        all.add(new Row("budget", Sense.AT_MOST, 10 + random.nextInt(30), Double.NaN, budget));
        List<Place> places = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            List<Term> terms = new ArrayList<>();
            for (int j = 0; j < first + second; j++) {
                if (random.nextInt(3) > 0) {
                    int place = -1;
                    if (random.nextInt(5) == 0) {
                        place = places.size();
                        places.add(new Place(Kind.COEFFICIENT, j, i));
                    }
                    terms.add(new Term(j, random.nextInt(8) - 1, place));
                }
            }
            if (safe) {
                terms.add(new Term(first + second + i - 1, 1, -1));
            }
            all.add(new Row("r" + i, Sense.AT_LEAST, random.nextInt(40), Double.NaN, terms));
            places.add(new Place(Kind.RHS, -1, i));
        }
        places.add(new Place(Kind.COST, first, -1));
        List<Scenario> scenarios = new ArrayList<>();
        int many = 2 + random.nextInt(25);
        for (int s = 0; s < many; s++) {
            List<Double> values = new ArrayList<>();
            for (Place place : places) {
                values.add(
                        switch (place.kind()) {
                            case COST -> 1.0 + random.nextInt(20);
                            case RHS -> (double) random.nextInt(60);
                            case COEFFICIENT -> (double) random.nextInt(7);
                        });
            }
            scenarios.add(new Scenario("s" + s, 1.0 / many, values));
        }
        return new TwoStage("random", columns, first, all, 1, random.nextInt(50), places, scenarios);
    }
}
