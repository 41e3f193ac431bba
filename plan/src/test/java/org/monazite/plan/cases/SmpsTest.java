package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;

class SmpsTest {

    /// Buy x at 2 now; when demand is known, buy y at 5, or sell what is left, z, at 1.
    private static final String CORE = """
            * a shop
            NAME SHOP
            ROWS
             N COST
             N IGNORED
             L SHELF
             E DEMAND
            COLUMNS
             X COST 2 SHELF 1
             X DEMAND 1 IGNORED 7
             Y COST 5 DEMAND 1
             Z COST -1 DEMAND -1
            RHS
             RHS SHELF 10 DEMAND 4
            BOUNDS
             UP BND Y 100
            ENDATA
            """;

    private static final String TIME = """
            TIME SHOP
            PERIODS
             X COST NOW
             Y DEMAND LATER
            ENDATA
            """;

    private static TwoStage read(String stoch) {
        return Smps.read(CORE, TIME, stoch);
    }

    private static String indep(String... lines) {
        return "STOCH SHOP\nINDEP DISCRETE\n " + String.join("\n ", lines) + "\nENDATA\n";
    }

    private static double optimum(TwoStage program) {
        Solution plan = Highs.load().solve(ExtensiveForm.of(program), Limits.EXACT);
        assertThat(plan.hasPlan()).isTrue();
        return plan.objective();
    }

    private static List<Double> probabilities(TwoStage program) {
        return program.scenarios().stream().map(Scenario::probability).toList();
    }

    @Test
    void the_shop_buys_for_the_likely_demand() {
        TwoStage shop = read(indep("RHS DEMAND 4 LATER 0.75", "RHS DEMAND 8 LATER 0.25"));

        // 4 now: 8 + 0.25 * 4 * 5 = 13; 8 now: 16 - 0.75 * 4 = 13; between, all the same: a kink either side
        assertThat(optimum(shop)).isEqualTo(13, within(1e-9));
    }

    @Test
    void the_period_of_an_element_may_be_left_out() {
        TwoStage with = read(indep("RHS DEMAND 4 LATER 0.5", "RHS DEMAND 8 LATER 0.5"));
        TwoStage without = read(indep("RHS DEMAND 4 0.5", "RHS DEMAND 8 0.5"));

        assertThat(without).isEqualTo(with);
    }

    @Test
    void independent_elements_multiply() {
        TwoStage shop = read(indep("RHS DEMAND 4 0.5", "RHS DEMAND 8 0.5", "Y COST 5 0.25", "Y COST 9 0.75"));

        assertThat(probabilities(shop)).containsExactly(0.125, 0.375, 0.125, 0.375);
        assertThat(shop.scenarios().get(1).values()).containsExactly(4.0, 9.0);
        assertThat(shop.scenarios().get(2).values()).containsExactly(8.0, 5.0);
    }

    @Test
    void a_random_cost_and_a_random_coefficient_are_read() {
        TwoStage shop = read(indep("Y COST 7 1", "X DEMAND 0.5 1"));

        // a unit bought now is half a unit later: 4 units cost 16 now or 28 later
        assertThat(optimum(shop)).isEqualTo(16, within(1e-9));
    }

    @Test
    void a_random_coefficient_may_be_new_in_its_row() {
        String core = CORE.replace(" X DEMAND 1 IGNORED 7\n", "");

        TwoStage shop = Smps.read(core, TIME, indep("X DEMAND 2 1"));

        assertThat(optimum(shop)).isEqualTo(4, within(1e-9));
    }

    @Test
    void later_realisations_of_a_block_say_what_differs_from_the_first() {
        TwoStage shop = read("""
                STOCH SHOP
                BLOCKS DISCRETE
                 BL B LATER 0.5
                  RHS DEMAND 6
                  Y COST 8
                 BL B LATER 0.3
                  Y COST 9
                 BL B LATER 0.2
                  RHS DEMAND 7
                ENDATA
                """);

        assertThat(shop.scenarios().stream().map(Scenario::values))
                .containsExactly(List.of(6.0, 8.0), List.of(6.0, 9.0), List.of(7.0, 8.0));
    }

    @Test
    void a_scenario_says_what_differs_from_its_parent() {
        TwoStage shop = read("""
                STOCH SHOP
                SCENARIOS DISCRETE
                 SC ONE 'ROOT' 0.5 LATER
                  RHS DEMAND 6
                 SC TWO ONE 0.3 LATER
                  Y COST 9
                 SC THREE ROOT 0.2 LATER
                  Y COST 8
                ENDATA
                """);

        assertThat(shop.scenarios().stream().map(Scenario::values))
                .containsExactly(List.of(6.0, 5.0), List.of(6.0, 9.0), List.of(4.0, 8.0));
    }

    @Test
    void probabilities_stay_as_printed() {
        TwoStage shop = read(indep("RHS DEMAND 4 0.5", "RHS DEMAND 8 0.4"));

        assertThat(shop.probabilities()).isEqualTo(0.9, within(1e-12));
    }

    @Test
    void a_right_hand_side_of_the_objective_is_minus_a_constant() {
        String core =
                CORE.replace("RHS SHELF 10", "RHS COST 100 SHELF 10").replace(" 10 DEMAND 4", " 10\n RHS DEMAND 4");

        assertThat(optimum(Smps.read(core, TIME, indep("RHS DEMAND 4 1")))).isEqualTo(8 - 100, within(1e-9));
    }

    @Test
    void the_name_of_the_right_hand_side_may_be_left_out() {
        String core = CORE.replace(" RHS SHELF 10 DEMAND 4", " SHELF 10 DEMAND 4");

        assertThat(optimum(Smps.read(core, TIME, indep("RHS DEMAND 4 1")))).isEqualTo(8, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"L, 3, 7, 10", "G, 3, 10, 13", "E, 3, 10, 13", "E, -3, 7, 10"})
    void a_range_widens_a_row(String type, double range, double low, double high) {
        String core = CORE.replace(" L SHELF", " %s SHELF".formatted(type))
                .replace("BOUNDS", "RANGES\n RNG SHELF %s\nBOUNDS".formatted(range));
        TwoStage.Row shelf =
                Smps.read(core, TIME, indep("RHS DEMAND 4 1")).rows().getFirst();

        assertThat(shelf.low(shelf.rhs())).isEqualTo(low);
        assertThat(shelf.high(shelf.rhs())).isEqualTo(high);
    }

    @ParameterizedTest
    @CsvSource({
        "UP BND X 3,  0, 3, false",
        "UP X 3,      0, 3, false",
        "LO BND X 3,  3, Infinity, false",
        "FX BND X 3,  3, 3, false",
        "FR BND X,    -Infinity, Infinity, false",
        "FR X,        -Infinity, Infinity, false",
        "MI BND X,    -Infinity, Infinity, false",
        "PL BND X,    0, Infinity, false",
        "BV BND X,    0, 1, true",
        "UI BND X 7,  0, 7, true",
        "LI BND X -2, -2, Infinity, true"
    })
    void every_kind_of_bound_is_read(String bound, double low, double high, boolean integer) {
        String core = CORE.replace(" UP BND Y 100", " " + bound);
        TwoStage.Column x =
                Smps.read(core, TIME, indep("RHS DEMAND 4 1")).columns().getFirst();

        assertThat(x).isEqualTo(new TwoStage.Column("X", low, high, integer, 2));
    }

    @Test
    void columns_between_markers_are_whole() {
        String core = CORE.replace(" X COST 2", " M 'MARKER' 'INTORG'\n X COST 2")
                .replace(" Y COST 5", " M 'MARKER' 'INTEND'\n Y COST 5");

        TwoStage shop = Smps.read(core, TIME, indep("RHS DEMAND 3.5 1"));

        assertThat(shop.hasIntegers()).isTrue();
        assertThat(optimum(shop)).isEqualTo(2 * 4 - 0.5, within(1e-6));
    }

    @Test
    void a_distribution_that_is_not_discrete_is_refused() {
        assertThatThrownBy(() -> read("STOCH SHOP\nINDEP NORMAL\n RHS DEMAND 4 LATER 1\nENDATA\n"))
                .isInstanceOf(CaseFormatException.class)
                .hasMessage(".sto line 2: 'INDEP NORMAL' is not a distribution we read: DISCRETE only");
    }

    @Test
    void a_line_that_begins_in_the_first_column_is_not_skipped() {
        String core = CORE.replace(" UP BND Y 100", "UP BND Y 100");

        assertThatThrownBy(() -> Smps.read(core, TIME, indep("RHS DEMAND 4 1")))
                .hasMessage(".cor line 16: the section 'UP' is not one we read");
    }

    @Test
    void three_periods_are_refused() {
        String time = TIME.replace("ENDATA", " Z DEMAND EVEN_LATER\nENDATA");

        assertThatThrownBy(() -> Smps.read(CORE, time, indep("RHS DEMAND 4 1"))).hasMessageContaining("3 periods");
    }

    @Test
    void too_many_scenarios_are_refused() {
        StringBuilder many = new StringBuilder("STOCH SHOP\nINDEP DISCRETE\n");
        for (String element : new String[] {"RHS DEMAND", "Y COST", "Z COST"}) {
            for (int i = 0; i < 60; i++) {
                many.append(" ").append(element).append(" ").append(i).append(" 0.1\n");
            }
        }

        assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("more than 200,000 scenarios");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RHS SHELF 3 1", "X COST 3 1", "X SHELF 3 1"})
    void the_first_period_is_not_random(String line) {
        assertThatThrownBy(() -> read(indep(line))).hasMessageContaining("first period");
    }

    @Test
    void a_row_that_is_not_there_is_named_with_its_line() {
        assertThatThrownBy(() -> read(indep("RHS DEMAND 4 0.5", "RHS DEMANT 8 0.5")))
                .hasMessage(".sto line 4: there is no row 'DEMANT'");
    }

    @Test
    void a_number_that_is_none_is_named_with_its_line() {
        assertThatThrownBy(() -> Smps.read(CORE.replace("Y COST 5", "Y COST five"), TIME, indep("RHS DEMAND 4 1")))
                .hasMessage(".cor line 11: 'five' is not a number");
    }

    @Test
    void a_first_stage_that_waits_for_the_second_is_refused() {
        assertThatThrownBy(() ->
                        Smps.read(CORE.replace("Y COST 5 DEMAND 1", "Y COST 5 SHELF 1"), TIME, indep("RHS DEMAND 4 1")))
                .hasMessageContaining("'SHELF' of the first stage")
                .hasMessageContaining("'Y' of the second");
    }

    @Test
    void an_upper_bound_below_zero_takes_the_lower_one_away_unless_it_is_stated() {
        String free = CORE.replace(" UP BND Y 100", " UP BND Y -5");
        String bound = CORE.replace(" UP BND Y 100", " LO BND Y 0\n UP BND Y -5");

        TwoStage.Column y =
                Smps.read(free, TIME, indep("RHS DEMAND 4 1")).columns().get(1);

        assertThat(y.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> Smps.read(bound, TIME, indep("RHS DEMAND 4 1")))
                .hasMessage(".cor line 17: the upper bound '-5.0' lies below the lower bound '0.0'");
    }

    @Test
    void a_text_that_is_indented_as_a_whole_and_goes_on_after_its_end_is_read() {
        String core = CORE.indent(3) + "\nthe rest is talk\n";

        assertThat(optimum(
                        Smps.read(core, TIME.indent(1), indep("RHS DEMAND 4 1").indent(2))))
                .isEqualTo(8, within(1e-9));
    }

    @Test
    void a_section_without_entries_leaves_the_core_as_the_one_scenario() {
        TwoStage shop = read("STOCH SHOP\nBLOCKS DISCRETE\nENDATA\n");

        assertThat(probabilities(shop)).containsExactly(1.0);
        assertThat(optimum(shop)).isEqualTo(8, within(1e-9));
        assertThatThrownBy(() -> read("STOCH SHOP\nENDATA\n")).hasMessageContaining("nothing is random");
    }

    @ParameterizedTest
    @CsvSource({"REPLACE, 2", "ADD, 6", "MULTIPLY, 8"})
    void a_value_may_replace_that_of_the_core_or_change_it(String how, double demand) {
        TwoStage shop =
                read("STOCH SHOP\nSCENARIOS DISCRETE %s\n SC A ROOT 1 LATER\n  RHS DEMAND 2\nENDATA\n".formatted(how));

        assertThat(shop.scenarios().getFirst().values()).containsExactly(demand);
    }

    @ParameterizedTest
    @ValueSource(strings = {" UP BND Y -5\n MI BND Y", " MI BND Y\n UP BND Y -5"})
    void the_order_of_bounds_does_not_matter(String bounds) {
        TwoStage.Column y = Smps.read(CORE.replace(" UP BND Y 100", bounds), TIME, indep("RHS DEMAND 4 1"))
                .columns()
                .get(1);

        assertThat(y.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(y.high()).isEqualTo(-5);
    }

    @Test
    void a_name_without_a_number_is_not_dropped() {
        assertThatThrownBy(() -> Smps.read(
                        CORE.replace(" Y COST 5 DEMAND 1", " Y COST 5 DEMAND"), TIME, indep("RHS DEMAND 4 1")))
                .hasMessage(".cor line 11: 'DEMAND' stands without a number");
    }

    @Test
    void a_probability_below_zero_is_refused() {
        assertThatThrownBy(() -> read(indep("RHS DEMAND 4 1.5", "RHS DEMAND 8 -0.5")))
                .hasMessage(".sto line 4: the probability '-0.5' is below 0");
    }

    @Test
    void a_coefficient_that_is_not_finite_is_refused() {
        assertThatThrownBy(() -> Smps.read(CORE.replace("Y COST 5", "Y COST NaN"), TIME, indep("RHS DEMAND 4 1")))
                .hasMessage(".cor line 11: 'NaN' is not a finite number");
    }
}
