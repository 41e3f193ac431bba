package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModelDoctorTest {

    private record Flow(int arc) {}

    private record Stock(int site) {}

    private record Balance(int pool) {}

    /// Two flows and a stock of one pool; the stock counts `times` in its row.
    private static Model pool(double times) {
        Model model = new Model();
        int a = model.column(new Flow(1), 0, 500, 2);
        int b = model.column(new Flow(2), 0, 50, 3);
        int s = model.column(new Stock(1), 0, 8, 100);
        model.row(new Balance(1)).plus(a).plus(b, 2).minus(s, times).atLeast(-4);
        return model;
    }

    @Test
    void numbers_are_ranged_by_the_type_of_the_key() {
        assertThat(ModelDoctor.examine(pool(5)).ranges())
                .containsExactly(
                        new ModelDoctor.Range(
                                "Balance",
                                ModelDoctor.Kind.COEFFICIENT,
                                1,
                                5,
                                "row Balance[pool=1], Flow[arc=1]",
                                "row Balance[pool=1], Stock[site=1]"),
                        new ModelDoctor.Range(
                                "Balance", ModelDoctor.Kind.SIDE, 4, 4, "row Balance[pool=1]", "row Balance[pool=1]"),
                        new ModelDoctor.Range("Flow", ModelDoctor.Kind.COST, 2, 3, "Flow[arc=1]", "Flow[arc=2]"),
                        new ModelDoctor.Range(
                                "Stock", ModelDoctor.Kind.COST, 100, 100, "Stock[site=1]", "Stock[site=1]"),
                        new ModelDoctor.Range("Flow", ModelDoctor.Kind.BOUND, 50, 500, "Flow[arc=2]", "Flow[arc=1]"),
                        new ModelDoctor.Range("Stock", ModelDoctor.Kind.BOUND, 8, 8, "Stock[site=1]", "Stock[site=1]"),
                        new ModelDoctor.Range(
                                "all",
                                ModelDoctor.Kind.COEFFICIENT,
                                1,
                                5,
                                "row Balance[pool=1], Flow[arc=1]",
                                "row Balance[pool=1], Stock[site=1]"));
    }

    @Test
    void numbers_close_together_are_well() {
        ModelDoctor.Finding finding = ModelDoctor.examine(pool(5));

        assertThat(finding.warnings()).isEmpty();
        assertThat(finding.refusals()).isEmpty();
    }

    @Test
    void a_spread_of_ten_million_is_a_warning() {
        ModelDoctor.Finding finding = ModelDoctor.examine(pool(1e7));

        assertThat(finding.warnings()).anyMatch(text -> text.contains("coefficients of Balance"));
        assertThatCode(finding::orThrow).doesNotThrowAnyException();
    }

    @Test
    void a_spread_of_ten_thousand_million_is_refused() {
        assertThatThrownBy(() -> ModelDoctor.examine(pool(1e10)).orThrow())
                .isInstanceOf(SolverException.class)
                .hasMessageContaining("coefficients of Balance lie between 1.00 (row Balance[pool=1], Flow[arc=1])")
                .hasMessageContaining("and 1.00e+10 (row Balance[pool=1], Stock[site=1])")
                .hasMessageContaining("Maybe");
    }

    @Test
    void a_row_without_columns_is_a_warning() {
        Model model = pool(5);
        model.row(new Balance(2)).atMost(1);

        assertThat(ModelDoctor.examine(model).warnings()).containsExactly("row Balance[pool=2] has no columns");
    }
}
