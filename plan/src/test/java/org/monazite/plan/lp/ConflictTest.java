package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConflictTest {

    private static final Highs HIGHS = Highs.load();

    @Test
    void two_rows_that_exclude_each_other_are_named() {
        Model model = Models.infeasible();
        model.row("harmless").plus(0).atMost(9);

        assertThat(Conflict.find(model, HIGHS)).contains(new Conflict(List.of("much", "little"), List.of()));
    }

    @Test
    void a_row_that_no_bound_allows_is_named_with_the_columns() {
        Model model = new Model();
        int x = model.column("x", 0, 3, 1);
        int y = model.column("y", 0, 4, 1);
        int z = model.column("z", 0, 4, 1);
        model.row("much").plus(x).plus(y).atLeast(8);
        model.row("other").plus(z).plus(y).atMost(8);

        assertThat(Conflict.find(model, HIGHS)).contains(new Conflict(List.of("much"), List.of("x", "y")));
    }

    @Test
    void a_model_with_a_plan_has_no_conflict() {
        assertThat(Conflict.find(Models.twoProducts(), HIGHS)).isEmpty();
    }

    @Test
    void a_model_that_only_integers_exclude_has_none_either() {
        Model model = new Model();
        model.row("between").plus(model.integer("x", 0, 1, 1), 3).between(1, 2);

        assertThat(Conflict.find(model, HIGHS)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void without_any_one_of_its_rows_a_conflict_is_gone(long seed) {
        Model model = Models.random(seed, false);
        double best = HIGHS.solve(model, Limits.EXACT).objective() - model.offset();
        Row better = model.row("better than the best");
        for (int column = 0; column < model.columns(); column++) {
            better.plus(column, model.cost(column));
        }
        better.atMost(best - 1);
        Conflict conflict = Conflict.find(model, HIGHS).orElseThrow();

        assertThat(conflict.rows()).contains("better than the best");
        assertThat(HIGHS.solve(only(model, conflict, ""), Limits.EXACT).status())
                .isEqualTo(Status.INFEASIBLE);
        for (Object gone : conflict.rows()) {
            assertThat(HIGHS.solve(only(model, conflict, gone), Limits.EXACT).hasPlan())
                    .as("without " + gone)
                    .isTrue();
        }
        for (Object gone : conflict.columns()) {
            assertThat(HIGHS.solve(only(model, conflict, gone), Limits.EXACT).hasPlan())
                    .as("without " + gone)
                    .isTrue();
        }
    }

    private static Model only(Model model, Conflict conflict, Object gone) {
        Model copy = model.copy();
        for (int column = 0; column < model.columns(); column++) {
            copy.cost(column, 0);
            Object key = model.columnKey(column);
            if (!conflict.columns().contains(key) || key.equals(gone)) {
                copy.bounds(column, Models.FREE, Models.MORE);
            }
        }
        for (int row = 0; row < model.rows(); row++) {
            Object key = model.rowKey(row);
            if (!conflict.rows().contains(key) || key.equals(gone)) {
                copy.rowBounds(row, Models.FREE, Models.MORE);
            }
        }
        return copy;
    }
}
