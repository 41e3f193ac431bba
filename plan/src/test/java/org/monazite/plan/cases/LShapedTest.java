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
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.monazite.plan.lshaped.Cut;
import org.monazite.plan.lshaped.Episodes;
import org.monazite.plan.lshaped.FirstStage;

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

    /// Episodes that would go on for ever if nobody told them when to stop.
    private record Endless(List<Double> told) implements Episodes {

        @Override
        public List<Cut> solve(double[] decision, Limits limits) {
            told.add(limits.seconds());
            if (limits.seconds() == Double.POSITIVE_INFINITY) {
                throw new IllegalStateException("Nobody said when to stop.");
            }
            return List.of(Cut.none(Status.TIME_LIMIT));
        }

        @Override
        public void close() {}
    }

    @Test
    void the_first_round_keeps_the_limit_of_time_but_for_a_few_seconds() {
        Model stage = new Model();
        stage.column("x", 0, 1, 1);
        List<Double> told = new ArrayList<>();

        org.monazite.plan.lshaped.LShaped.Result found = org.monazite.plan.lshaped.LShaped.solve(
                FirstStage.of(stage, new double[] {0}, new double[] {1}, new double[] {1}, new double[] {
                    Double.NEGATIVE_INFINITY
                }),
                List.of(new Endless(told)),
                Highs.load(),
                1,
                new Limits(7, 1e-6),
                org.monazite.plan.lshaped.LShaped.Progress.NONE);

        assertThat(told).hasSize(1).allSatisfy(seconds -> assertThat(seconds).isBetween(2.0, 10.0));
        assertThat(found.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(found.objective()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void scenarios_that_have_no_time_left_are_not_asked() {
        try (SecondStage stage = new SecondStage(
                Farmer.asScenarios(), Highs.load(), Farmer.asScenarios().scenarios())) {
            assertThat(stage.solve(new double[] {170, 80, 250}, new Limits(0, 0)))
                    .allSatisfy(cut -> assertThat(cut.status()).isEqualTo(Status.TIME_LIMIT));
        }
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

    private static org.monazite.plan.lshaped.LShaped.Result apart(String core, String time, String stoch) {
        return LShaped.solve(Smps.read(core, time, stoch), Highs.load(), 1, new Limits(20, 1e-8));
    }

    /// Birge and Louveaux, Introduction to Stochastic Programming, 1997, example of section 4.2, with four outcomes:
    /// the second stage earns money, and at first it is impossible.
    @Test
    void there_is_no_bound_before_every_episode_counts() {
        var found = apart("""
                NAME EARNS
                ROWS
                 N OBJ
                 L R1
                 L R2
                 G R3
                 L R4
                 G R5
                 L R6
                COLUMNS
                 X1 OBJ 3 R1 -1
                 X2 OBJ 2 R2 -1
                 Y1 OBJ -15 R1 3
                 Y1 R2 2 R3 1
                 Y1 R4 1
                 Y2 OBJ -12 R1 2
                 Y2 R2 5 R5 1
                 Y2 R6 1
                RHS
                 RHS R3 3.2 R4 4
                 RHS R5 3.2 R6 4
                ENDATA
                """, "TIME EARNS\nPERIODS\n X1 R1 NOW\n Y1 R1 LATER\nENDATA\n", """
                STOCH EARNS
                BLOCKS DISCRETE
                 BL ONE LATER 0.5
                  RHS R3 4.8 R4 6
                 BL ONE LATER 0.5
                  RHS R3 3.2 R4 4
                 BL TWO LATER 0.5
                  RHS R5 6.4 R6 8
                 BL TWO LATER 0.5
                  RHS R5 3.2 R6 4
                ENDATA
                """);

        assertThat(found.objective()).isEqualTo(30.94, within(1e-6));
        assertThat(found.bound()).isEqualTo(30.94, within(1e-6));
    }

    private static final String TURNS = """
            NAME TURNS
            ROWS
             N OBJ
             G LEAST
             G NEED
            COLUMNS
             X OBJ %s LEAST 1
             UP OBJ 1 NEED 1
             DOWN OBJ 1 NEED -1
            RHS
             RHS LEAST 5 NEED 1
            ENDATA
            """;

    private static final String TURNS_TIME = "TIME TURNS\nPERIODS\n X LEAST NOW\n UP NEED LATER\nENDATA\n";

    private static final String TURNS_STOCH = """
            STOCH TURNS
            BLOCKS DISCRETE
             BL W LATER 0.5
              UP NEED 1
              DOWN NEED -1
             BL W LATER 0.5
              UP NEED -1
              DOWN NEED 1
            ENDATA
            """;

    /// The mean of both ways is no way at all, and a decision of 0 breaks a row.
    @Test
    void the_search_begins_with_a_possible_decision_where_the_mean_has_none() {
        var found = apart(TURNS.formatted("1"), TURNS_TIME, TURNS_STOCH);

        assertThat(found.objective()).isEqualTo(6, within(1e-6));
        assertThat(found.bound()).isEqualTo(6, within(1e-6));
    }

    @Test
    void costs_that_fall_for_ever_are_said_to() {
        var found = apart(TURNS.formatted("-1"), TURNS_TIME, TURNS_STOCH);

        assertThat(found.status()).isEqualTo(Status.UNBOUNDED);
    }

    @Test
    void a_first_stage_without_any_decision_is_impossible() {
        var found =
                apart(TURNS.formatted("1").replace("ENDATA", "BOUNDS\n UP BND X 4\nENDATA"), TURNS_TIME, TURNS_STOCH);

        assertThat(found.status()).isEqualTo(Status.INFEASIBLE);
    }

    @Test
    void rows_that_contradict_each_other_are_impossible_however_much_could_be_earned() {
        String core = TURNS.formatted("-1").replace("NEED -1", "NEED 0").replace("NEED 1\n DOWN", "NEED 0\n DOWN");
        TwoStage none = Smps.read(core, TURNS_TIME, "STOCH TURNS\nINDEP DISCRETE\n RHS NEED 1 1\nENDATA\n");

        var whole = TwoStageSolver.solve(none, TwoStageSolver.Method.EXTENSIVE, Highs.load(), 1, new Limits(20, 0));

        assertThat(whole.status()).isEqualTo(Status.INFEASIBLE);
    }
}
