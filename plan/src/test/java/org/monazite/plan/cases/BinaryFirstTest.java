package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.monazite.plan.lshaped.LShaped.Result;

class BinaryFirstTest {

    /// Servers to open now, 0 or 1; customers to give to them, whole or not at all, when it is known who
    /// comes and what they pay. Every third seed has customers that must be served, so that it may be
    /// impossible.
    private static TwoStage random(long seed) {
        Random random = new Random(seed);
        int servers = 3 + random.nextInt(3);
        int customers = 4;
        List<Column> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        List<Term> most = new ArrayList<>();
        for (int server = 0; server < servers; server++) {
            columns.add(new Column("x" + server, 0, 1, true, 20 + random.nextInt(30)));
            most.add(new Term(server, 1, -1));
        }
        rows.add(new Row("most", Sense.AT_MOST, servers - 1, Double.NaN, most));
        for (int customer = 0; customer < customers; customer++) {
            for (int server = 0; server < servers; server++) {
                int at = columns.size();
                places.add(new Place(Kind.COST, at, -1));
                columns.add(new Column("y" + customer + server, 0, 1, true, 0));
            }
        }
        for (int customer = 0; customer < customers; customer++) {
            List<Term> terms = new ArrayList<>();
            for (int server = 0; server < servers; server++) {
                terms.add(new Term(servers + customer * servers + server, 1, -1));
            }
            Sense sense = seed % 3 == 0 ? Sense.EQUAL : Sense.AT_MOST;
            places.add(new Place(Kind.RHS, -1, rows.size()));
            rows.add(new Row("customer" + customer, sense, 1, Double.NaN, terms));
        }
        for (int server = 0; server < servers; server++) {
            List<Term> terms = new ArrayList<>(List.of(new Term(server, -(20 + random.nextInt(20)), -1)));
            for (int customer = 0; customer < customers; customer++) {
                terms.add(new Term(servers + customer * servers + server, 8 + random.nextInt(18), -1));
            }
            rows.add(new Row("server" + server, Sense.AT_MOST, 0, Double.NaN, terms));
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (int s = 0; s < 5; s++) {
            List<Double> values = new ArrayList<>();
            for (Place place : places) {
                values.add(place.kind() == Kind.COST ? -10.0 - random.nextInt(30) : random.nextInt(4) == 0 ? 0.0 : 1.0);
            }
            scenarios.add(new Scenario("s" + s, s == 4 && seed % 2 == 0 ? 0 : 0.2, values));
        }
        return new TwoStage("servers", columns, servers, rows, 1, 7, places, scenarios);
    }

    private static Result solve(TwoStage program, int threads) {
        return LShaped.solve(program, Highs.load(), threads, new Limits(60, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void scenario_by_scenario_costs_what_the_extensive_form_says(long seed) {
        TwoStage program = random(seed);
        Solution judge = Highs.load().solve(ExtensiveForm.of(program), Limits.EXACT);

        Result found = solve(program, 2);

        assertThat(found.status()).isEqualTo(judge.status());
        if (judge.hasPlan()) {
            assertThat(found.objective()).isEqualTo(judge.objective(), within(1e-6 * Math.abs(judge.objective())));
            assertThat(found.bound()).isEqualTo(judge.objective(), within(1e-6 * Math.abs(judge.objective())));
        }
    }

    @Test
    void the_number_of_threads_changes_no_bit() {
        assertThat(solve(random(5), 3)).isEqualTo(solve(random(5), 1));
    }

    @Test
    void without_time_nothing_is_claimed() {
        Result found = LShaped.solve(random(1), Highs.load(), 1, new Limits(0, 0));

        assertThat(found.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(found.objective()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(found.bound()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void few_decisions_and_many_scenarios_are_solved_so_unasked() {
        TwoStage program = random(2);
        List<Scenario> many = new ArrayList<>();
        for (int s = 0; s < 25; s++) {
            many.add(new Scenario("s" + s, 0.04, program.scenarios().get(s % 5).values()));
        }

        assertThat(TwoStageSolver.isManySmall(program)).isFalse();
        assertThat(TwoStageSolver.isManySmall(program.with(many))).isTrue();
        TwoStageSolver.Outcome found = TwoStageSolver.solve(
                program.with(many), TwoStageSolver.Method.AUTO, Highs.load(), 2, new Limits(60, 0));
        Solution judge = Highs.load().solve(ExtensiveForm.of(program.with(many)), Limits.EXACT);
        assertThat(found.method()).isEqualTo(TwoStageSolver.Method.LSHAPED);
        assertThat(found.objective()).isEqualTo(judge.objective(), within(1e-6 * Math.abs(judge.objective())));
    }
}
