package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

class CflpTest {

    /// Two sites, two customers. Open the second alone: 30 + 8 + 6 = 44; the first alone holds 5 of 7;
    /// both: 40 + 4 + 6 = 50, or less of nothing.
    private static final String SMALL = """
             2 2
             5 10.
             9 30.
             3
             4. 8.
             4
             9. 6.
            """;

    @Test
    void a_large_dear_site_beats_two() {
        Model model = Cflp.read(SMALL).model();
        Solution plan = Highs.load().solve(model, Limits.EXACT);

        assertThat(plan.objective()).isEqualTo(44, within(1e-6));
        assertThat(plan.value(model.findColumn(new Cflp.Open(0)).orElseThrow())).isEqualTo(0, within(1e-6));
    }

    @Test
    void a_customer_may_be_split() {
        Solution plan =
                Highs.load().solve(Cflp.read(SMALL.replace("9 30.", "5 10.")).model(), Limits.EXACT);

        // both open, 20; the first customer from the first site, 4; a quarter of the second may stay there too
        assertThat(plan.objective()).isEqualTo(20 + 4 + 6, within(1e-6));
    }

    @Test
    void a_text_that_ends_early_is_refused() {
        assertThatThrownBy(() -> Cflp.read("2 2 5 10")).hasMessageContaining("ends after 4 numbers");
    }

    @Test
    void a_text_with_a_number_too_many_is_refused() {
        assertThatThrownBy(() -> Cflp.read(SMALL + "1")).hasMessageContaining("12 numbers are expected, there are 13");
    }

    @Test
    void a_word_that_is_no_number_is_named() {
        assertThatThrownBy(() -> Cflp.read(SMALL.replace("30.", "thirty"))).hasMessageContaining("'thirty'");
    }

    @ParameterizedTest
    @CsvSource({"-5 10., column 2, -5", "NaN 10., column 2, NaN", "5 1e30, column 4, 1e30"})
    void a_number_out_of_range_is_named_with_line_and_column(String site, String where, String value) {
        assertThatThrownBy(() -> Cflp.read(SMALL.replace("5 10.", site)))
                .isInstanceOf(CaseFormatException.class)
                .hasMessageContaining("line 2 " + where)
                .hasMessageContaining("'" + value + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 2", "-2 2", "2.5 2", "2 1e9"})
    void sites_and_customers_are_counted_in_whole_numbers(String head) {
        assertThatThrownBy(() -> Cflp.read(SMALL.replace("2 2", head)))
                .isInstanceOf(CaseFormatException.class)
                .hasMessageContaining("whole number");
    }

    @Test
    void what_all_sites_cannot_serve_is_counted() {
        assertThat(Cflp.read(SMALL).beyondCapacity()).isEqualTo(-7, within(1e-12));
        assertThat(Cflp.read(SMALL.replace("9 30.", "1 30.")).beyondCapacity()).isEqualTo(1, within(1e-12));
    }

    @Test
    void the_word_capacity_is_a_number_to_be_filled_in() {
        assertThatThrownBy(() -> Cflp.read(SMALL.replace("5 10.", "capacity 10.")))
                .isInstanceOf(CaseFormatException.class)
                .hasMessageContaining("line 2 column 2")
                .hasMessageContaining("the word 'capacity'")
                .hasMessageContaining("8000, 10000, 12000, 14000 in capa");
    }

    @Test
    void lines_may_break_anywhere() {
        assertThat(Cflp.read(SMALL.replaceAll("\\s+", "\r\n\t"))).isEqualTo(Cflp.read(SMALL));
        assertThat(Cflp.read(SMALL.replaceAll("\\s+", " "))).isEqualTo(Cflp.read(SMALL));
    }

    /// Some sites hold nothing, some cost nothing, some customers want nothing.
    private static Cflp random(long seed, int sites, int customers) {
        Random random = new Random(seed);
        List<Double> capacities = new ArrayList<>();
        List<Double> fixed = new ArrayList<>();
        for (int site = 0; site < sites; site++) {
            capacities.add(random.nextInt(8) == 0 ? 0.0 : 40 + random.nextInt(60));
            fixed.add(random.nextInt(6) == 0 ? 0.0 : 50 + random.nextInt(150));
        }
        List<Double> demands = new ArrayList<>();
        List<List<Double>> costs = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            demands.add(random.nextInt(9) == 0 ? 0.0 : 1 + random.nextInt(20));
            List<Double> row = new ArrayList<>();
            for (int site = 0; site < sites; site++) {
                row.add((double) random.nextInt(100));
            }
            costs.add(row);
        }
        return new Cflp(capacities, fixed, demands, costs);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_way_of_large_problems_finds_what_one_model_finds(long seed) {
        Cflp problem = random(seed, 15, 25);
        Solution judge = Highs.load().solve(problem.model(), Limits.EXACT);

        CflpSolver.Outcome found = CflpSolver.withFewColumns(problem, Highs.load(), Limits.EXACT);

        assertThat(found.status()).isEqualTo(Status.OPTIMAL);
        assertThat(found.objective()).isEqualTo(judge.objective(), within(1e-6 * judge.objective()));
        assertThat(found.bound()).isEqualTo(judge.objective(), within(1e-6 * judge.objective()));
    }

    @Test
    void without_time_there_is_a_plan_and_a_bound_all_the_same() {
        Cflp problem = random(1, 15, 25);
        double optimum = Highs.load().solve(problem.model(), Limits.EXACT).objective();

        CflpSolver.Outcome found = CflpSolver.withFewColumns(problem, Highs.load(), new Limits(0, 0));

        assertThat(found.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(found.objective()).isBetween(optimum, 10 * optimum);
        assertThat(found.bound()).isBetween(1.0, optimum);
    }

    @Test
    void a_single_site_serves_everybody() {
        CflpSolver.Outcome found =
                CflpSolver.withFewColumns(Cflp.read("1 2  10 7  4 3  6 5"), Highs.load(), Limits.EXACT);

        assertThat(found.objective()).isEqualTo(15, within(1e-9));
    }
}
