package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.Formula;

class EquationTest {

    private static final Path METHODS = Path.of("..", "docs", "methods.md");
    private static final String FROM = "<!-- rows -->\n";
    private static final String TO = "<!-- /rows -->";

    private static Equation equation;

    /// Not a static initializer: the planner's threads call back into this class.
    @BeforeAll
    static void find() {
        equation = ask("JPN", "magnet", "2030");
    }

    private static Equation ask(String... words) {
        return Planner.of(SmallWorld.input(), 1, _ -> {}).equation(SmallWorld.spec(300e6), List.of(words));
    }

    @Test
    void rows_name_what_stands_in_them() {
        assertThat(equation.nodes()).contains("JPN/a.magnet");
        assertThat(equation.rows())
                .filteredOn(
                        line -> line.family().equals("output") && line.banId().equals("CHN"))
                .first()
                .satisfies(line -> {
                    assertThat(line.number()).isEqualTo("(9)");
                    assertThat(line.text())
                            .contains("[made JPN/a.magnet]")
                            .contains("[JPN/a.magnet -> USA/a.use/cars]");
                    assertThat(line.solved()).endsWith("<= 0");
                });
    }

    @Test
    void works_that_no_decision_adds_to_show_their_capacity() {
        assertThat(equation.rows())
                .anyMatch(
                        line -> line.family().equals("capacity") && line.text().contains("[made JPN/a.magnet] <="));
    }

    @Test
    void users_show_the_rule_by_which_a_stock_is_released_to_them() {
        PlanSpec asked = SmallWorld.spec(300e6);
        PlanSpec eighth = asked.with(
                asked.rules().with(StockRules.DEFAULT.withRelease(1.0 / 64))); // an eighth over eight quarters
        Equation users = Planner.of(SmallWorld.input(), 1, _ -> {}).equation(eighth, List.of("JPN", "use", "2030"));

        assertThat(users.rows())
                .filteredOn(line -> line.family().equals("store"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.english()).contains("rule of release");
                    assertThat(line.text())
                            .contains("[modules of stock.magnet@JPN] <= 0")
                            .contains("0.025 x");
                });
    }

    @Test
    void a_year_that_is_not_looked_at_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> ask("JPN", "magnet", "2029"))
                .hasMessageContaining("'2029'")
                .hasMessageContaining("[2030, 2033]");
    }

    @Test
    void a_product_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> ask("JPN", "copper"))
                .hasMessageContaining("'JPN copper'")
                .hasMessageContaining("a.magnet");
    }

    /// `-Dmonazite.docs=write` writes it anew.
    @Test
    void the_methods_list_the_rows_that_are_built() throws IOException {
        String page = Files.readString(METHODS).replace("\r\n", "\n");
        int from = page.indexOf(FROM) + FROM.length();
        int to = page.indexOf(TO);
        if ("write".equals(System.getProperty("monazite.docs"))) {
            Files.writeString(METHODS, page.substring(0, from) + Formula.markdown() + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to)).isEqualTo(Formula.markdown());
    }
}
