package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.plan.cases.TwoStage.Goal;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

/// One shop written in many legal ways: the answer is always the same.
class SmpsFormsTest {

    /// Buy x at 2 now; when demand is known, buy y at 5, or sell what is left, z, at 1.
    static final String CORE = """
            NAME SHOP
            ROWS
             N COST
             L SHELF
             E DEMAND
            COLUMNS
             X COST 2 SHELF 1
             X DEMAND 1
             Y COST 5 DEMAND 1
             Z COST -1 DEMAND -1
            RHS
             RHS SHELF 6 DEMAND 4
             RHS COST -100
            BOUNDS
             UP BND Y 100
            ENDATA
            """;

    static final String TIME = """
            TIME SHOP
            PERIODS
             X COST NOW
             Y DEMAND LATER
            ENDATA
            """;

    static final String STOCH = """
            STOCH SHOP
            BLOCKS DISCRETE
             BL B LATER 0.5
              RHS DEMAND 4
             BL B LATER 0.5
              RHS DEMAND 8
            ENDATA
            """;

    /// 6 now: 12 + 0.5 * -2 + 0.5 * 10, and the constant.
    private static final double OPTIMUM = 100 + 12 - 1 + 5;

    private static double optimum(TwoStage program) {
        Solution plan = Highs.load().solve(ExtensiveForm.of(program), Limits.EXACT);
        assertThat(plan.status()).isEqualTo(Status.OPTIMAL);
        var apart = LShaped.solve(program, Highs.load(), 1, new Limits(20, 1e-8));
        assertThat(apart.objective()).isEqualTo(plan.objective(), within(1e-6 * Math.abs(plan.objective())));
        return program.goal().sign() * plan.objective();
    }

    private static String small(String text) {
        return text.replace("NAME", "name")
                .replace("ROWS", "rows")
                .replace("COLUMNS", "columns")
                .replace("RHS\n", "rhs\n")
                .replace("BOUNDS", "bounds")
                .replace("ENDATA", "endata")
                .replace("PERIODS", "periods")
                .replace("BLOCKS DISCRETE", "blocks discrete")
                .replace(" UP ", " up ")
                .replace(" BL ", " bl ");
    }

    private static void same(String core, String time, String stoch) {
        assertThat(optimum(Smps.read(core, time, stoch))).isEqualTo(OPTIMUM, within(1e-6));
    }

    @Test
    void as_it_is() {
        same(CORE, TIME, STOCH);
    }

    @Test
    void with_small_key_words() {
        same(small(CORE), small(TIME), small(STOCH));
    }

    @Test
    void with_tabs_and_the_line_ends_of_DOS_and_the_mark_of_UTF_8() {
        same(
                "\u00ef\u00bb\u00bf" + CORE.replace(" ", "\t").replace("\n", "\r\n"),
                TIME.replace(" ", "\t").replace("\n", "\r\n"),
                STOCH.replace(" ", "\t").replace("\n", "\r\n"));
    }

    @Test
    void with_comments_and_blank_lines_everywhere() {
        same(CORE.replace("\n", "\n* talk\n\n"), TIME.replace("\n", "\n * talk\n"), STOCH.replace("\n", "\n*\n   \n"));
    }

    @Test
    void without_the_name_of_the_right_hand_side_and_of_the_bounds() {
        same(
                CORE.replace(" RHS ", " ").replace(" BND ", " ").replace("NAME SHOP", "NAME"),
                TIME,
                STOCH.replace("RHS DEMAND", "DEMAND"));
    }

    @Test
    void with_independent_elements_whose_right_hand_side_has_no_name() {
        String indep = "STOCH SHOP\nINDEP DISCRETE\n DEMAND 4 LATER 0.5\n RHS DEMAND 8 0.5\nENDATA\n";

        same(CORE, TIME, indep);
    }

    @Test
    void on_cards_with_names_that_hold_blanks() {
        String core = """
                NAME          MY SHOP
                ROWS
                 N  THE COST
                 L  SHELF
                 E  A DEMAND
                COLUMNS
                    X NOW     THE COST           2.0   SHELF              1.0
                    X NOW     A DEMAND           1.0
                    Y         THE COST           5.0   A DEMAND           1.0
                    Z LATER   THE COST          -1.0   A DEMAND          -1.0
                RHS
                    MY SIDES  SHELF              6.0   A DEMAND           4.0
                    MY SIDES  THE COST        -100.0
                BOUNDS
                 UP BND       Y                100.0
                ENDATA
                """;
        String time = """
                TIME          MY SHOP
                PERIODS
                    X NOW     THE COST                 NOW
                    Y         A DEMAND                 LATER ON
                ENDATA
                """;
        String stoch = """
                STOCH         MY SHOP
                SCENARIOS     DISCRETE
                 SC FEW       'ROOT'             0.5   LATER ON
                    MY SIDES  A DEMAND           4.0
                 SC MANY      FEW                0.5   LATER ON
                    MY SIDES  A DEMAND           8.0
                ENDATA
                """;

        same(core, time, stoch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OBJSENSE\n    MAX", "OBJSENSE MAXIMIZE", "objsense\n max", "OBJMAX"})
    void with_profits_to_be_maximised(String sense) {
        String core = CORE.replace("X COST 2", "X COST -2")
                .replace("Y COST 5", "Y COST -5")
                .replace("Z COST -1", "Z COST 1")
                .replace("RHS COST -100", "RHS COST 100")
                .replace("ROWS", sense + "\nROWS");
        TwoStage program = Smps.read(core, TIME, STOCH);

        assertThat(program.goal()).isEqualTo(Goal.MOST);
        assertThat(optimum(program)).isEqualTo(-OPTIMUM, within(1e-6));
    }

    @Test
    void a_random_profit_is_turned_round_too() {
        String core = CORE.replace("ROWS", "OBJSENSE MAX\nROWS").replace("X COST 2", "X COST -2");
        String stoch = """
                STOCH SHOP
                INDEP DISCRETE ADD
                 Z COST 4 LATER 1
                INDEP DISCRETE
                 Y COST -9 LATER 1
                ENDATA
                """;

        // 6 now, 2 of them sold at 3
        assertThat(optimum(Smps.read(core, TIME, stoch))).isEqualTo(100 - 12 + 6, within(1e-6));
    }

    @Test
    void with_the_period_of_every_column_and_row_named() {
        String core = """
                NAME SHOP
                ROWS
                 E DEMAND
                 N COST
                 L SHELF
                COLUMNS
                 Z COST -1 DEMAND -1
                 X COST 2 SHELF 1
                 X DEMAND 1
                 Y COST 5 DEMAND 1
                RHS
                 RHS SHELF 6 DEMAND 4
                 RHS COST -100
                RANGES
                 RNG SHELF 6
                BOUNDS
                 UP BND Y 100
                ENDATA
                """;
        String time = """
                TIME SHOP
                PERIODS EXPLICIT
                 NOW
                 LATER
                ROWS
                 COST NOW
                 SHELF NOW
                 DEMAND LATER
                COLUMNS
                 X NOW
                 Y LATER
                 Z LATER
                ENDATA
                """;

        same(core, time, STOCH);
        assertThatThrownBy(() -> Smps.read(core, time.replace(" Z LATER\n", ""), STOCH))
                .hasMessage(".tim: column 'Z' has no period");
        assertThatThrownBy(() -> Smps.read(core, time.replace(" Z LATER", " Z EVENTUALLY"), STOCH))
                .hasMessage(".tim line 12 column 4: there is no period 'EVENTUALLY'; there are 'NOW' and 'LATER'");
    }

    @Test
    void with_a_range_of_the_objective_which_changes_nothing() {
        same(CORE.replace("BOUNDS", "RANGES\n RNG COST 5\nBOUNDS"), TIME, STOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e30", "1e+20", "Inf", "+infinity"})
    void with_a_bound_that_is_as_good_as_none(String bound) {
        TwoStage program = Smps.read(CORE.replace("BND Y 100", "BND Y " + bound), TIME, STOCH);

        assertThat(program.columns().get(1).high()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UP BND Y 3  | 3
            UP Y 3      | 3
            UP BND Y 0  | 0
            FX BND Y 2  | 2
            """)
    void a_bound_may_be_random(String entry, double most) {
        String stoch = """
                STOCH SHOP
                SCENARIOS DISCRETE
                 SC A ROOT 0.5 LATER
                  RHS DEMAND 4
                 SC B ROOT 0.5 LATER
                  RHS DEMAND 6
                  %s
                ENDATA
                """.formatted(entry);
        TwoStage program = Smps.read(CORE.replace("COST 5", "COST 2.5"), TIME, stoch);

        // wait in A, and buy as much of B's demand in advance as B cannot buy later
        double x = 6 - most;
        double inA = x > 4 ? -(x - 4) : 2.5 * (4 - x);
        double wait = 2 * x + 0.5 * inA + 0.5 * 2.5 * most;
        double buyAll = 12 + 0.5 * -2 + (most == 2 ? 0.5 * (2.5 * 2 - 2) : 0);
        double buyFour = 8 + 0.5 * 2.5 * 2;
        double least = Math.min(wait, buyAll);
        assertThat(optimum(program)).isEqualTo(100 + (most >= 2 ? Math.min(least, buyFour) : least), within(1e-6));
    }

    @Test
    void a_bound_may_be_an_independent_element() {
        String stoch = """
                STOCH SHOP
                INDEP DISCRETE
                 UP BND Y 0 LATER 0.5
                 UP BND Y 100 LATER 0.5
                INDEP DISCRETE
                 RHS DEMAND 5 1
                ENDATA
                """;

        assertThat(optimum(Smps.read(CORE, TIME, stoch))).isEqualTo(100 + 10, within(1e-6)); // all 5 now
    }

    @Test
    void several_blocks_are_independent_of_each_other_and_of_elements() {
        String stoch = """
                STOCH SHOP
                BLOCKS DISCRETE
                 BL A LATER 0.5
                  RHS DEMAND 4
                  Y COST 5
                 BL A LATER 0.5
                  RHS DEMAND 8
                 BL B LATER 0.25
                  Z DEMAND -1
                 BL B LATER 0.75
                  Z DEMAND -2
                INDEP DISCRETE
                 Z COST -1 LATER 0.5
                 Z COST -3 LATER 0.5
                ENDATA
                """;

        List<TwoStage.Scenario> scenarios = Smps.read(CORE, TIME, stoch).scenarios();

        assertThat(scenarios).hasSize(8);
        assertThat(scenarios.getFirst().probability()).isEqualTo(0.0625);
        assertThat(scenarios.getFirst().values()).containsExactly(4.0, 5.0, -1.0, -1.0);
        assertThat(scenarios.getLast().probability()).isEqualTo(0.1875);
        assertThat(scenarios.getLast().values()).containsExactly(8.0, 5.0, -2.0, -3.0);
    }

    @Test
    void a_scenario_inherits_from_a_scenario_that_inherits() {
        String stoch = """
                STOCH SHOP
                SCENARIOS DISCRETE
                 SC A ROOT 0.2 LATER
                  RHS DEMAND 4
                  Y COST 6
                 SC B A 0.3 LATER
                  RHS DEMAND 5
                 SC C B 0.5 LATER
                  Z COST -2
                ENDATA
                """;

        assertThat(Smps.read(CORE, TIME, stoch).scenarios())
                .extracting(TwoStage.Scenario::values)
                .containsExactly(List.of(4.0, 6.0, -1.0), List.of(5.0, 6.0, -1.0), List.of(5.0, 6.0, -2.0));
    }

    @Test
    void what_is_added_is_added_to_the_core_even_where_a_parent_has_a_value() {
        String stoch = """
                STOCH SHOP
                SCENARIOS DISCRETE ADD
                 SC A ROOT 0.5 LATER
                  RHS DEMAND 1
                 SC B A 0.5 LATER
                  RHS DEMAND 2
                ENDATA
                """;

        assertThat(Smps.read(CORE, TIME, stoch).scenarios())
                .extracting(TwoStage.Scenario::values)
                .containsExactly(List.of(5.0), List.of(6.0));
    }

    @Test
    void what_cannot_happen_earns_nothing_but_must_be_possible() {
        String endless = CORE.replace(" UP BND Y 100", " UP BND Y 100\n FR BND Z");
        String stoch = """
                STOCH SHOP
                SCENARIOS DISCRETE
                 SC A ROOT 1 LATER
                  RHS DEMAND 4
                  Z COST 0
                 SC B ROOT 0 LATER
                  Y COST -7
                  Z COST -9
                ENDATA
                """;

        assertThat(optimum(Smps.read(CORE, TIME, stoch))).isEqualTo(108, within(1e-6));
        assertThat(optimum(Smps.read(endless, TIME, stoch.replace("Z COST 0", "Z COST -2"))))
                .isEqualTo(100 + 2 * 0 + 2 * 4 + 0, within(1e-6));
        String impossible = stoch.replace("Z COST -9", "RHS DEMAND 1000");
        TwoStage none = Smps.read(CORE, TIME, impossible);
        assertThat(Highs.load().solve(ExtensiveForm.of(none), Limits.EXACT).status())
                .isEqualTo(Status.INFEASIBLE);
        assertThat(LShaped.solve(none, Highs.load(), 1, new Limits(20, 1e-8)).status())
                .isEqualTo(Status.INFEASIBLE);
    }
}
