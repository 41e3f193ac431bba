package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {

    private record Flow(String from, String to) {}

    private final Model model = new Model();

    @Test
    void columns_and_rows_are_numbered_as_they_come() {
        assertThat(model.column("x", 0, 1, 0)).isZero();
        assertThat(model.integer("y", 0, 1, 0)).isEqualTo(1);
        assertThat(model.row("r").plus(0).atMost(1)).isZero();
        assertThat(model.row("s").plus(1).atMost(1)).isEqualTo(1);
    }

    @Test
    void a_column_is_found_by_a_key_that_is_equal() {
        model.column(new Flow("AUS", "JPN"), 0, 1, 0);

        assertThat(model.findColumn(new Flow("AUS", "JPN"))).hasValue(0);
        assertThat(model.findColumn(new Flow("JPN", "AUS"))).isEmpty();
        assertThat(model.columnKey(0)).isEqualTo(new Flow("AUS", "JPN"));
    }

    @Test
    void what_a_copy_or_the_model_adds_later_the_other_does_not_have() {
        model.column("x", 0, 1, 1);
        model.row("r").plus(0).atLeast(1);
        Model copy = model.copy();
        copy.column("of the copy", 0, 1, 1);
        copy.row("of the copy").plus(1).atMost(1);
        model.column("of the model", 0, 1, 1);
        Model again = model.copy();
        again.column("x again", 0, 1, 1);

        assertThat(model.columns()).isEqualTo(2);
        assertThat(model.rows()).isEqualTo(1);
        assertThat(model.findColumn("of the copy")).isEmpty();
        assertThat(copy.findColumn("of the model")).isEmpty();
        assertThat(copy.findRow("of the copy")).hasValue(1);
        assertThat(again.findColumn("x again")).hasValue(2);
        assertThatThrownBy(() -> copy.column("x", 0, 1, 1)).hasMessageContaining("There already is");
    }

    @Test
    void a_key_names_one_column_only() {
        model.column(new Flow("AUS", "JPN"), 0, 1, 0);

        assertThatThrownBy(() -> model.column(new Flow("AUS", "JPN"), 0, 1, 0))
                .hasMessageContaining("Flow[from=AUS, to=JPN]");
        assertThat(model.columns()).isEqualTo(1);
    }

    @Test
    void a_key_names_one_row_only() {
        model.row("r").atMost(1);

        assertThatThrownBy(() -> model.row("r")).hasMessageContaining("'r'");
    }

    @Test
    void a_column_named_twice_in_a_row_is_added_up() {
        int x = model.column("x", 0, 1, 0);
        int y = model.column("y", 0, 1, 0);
        model.row("r").plus(x, 2).plus(y).plus(x, 3).atMost(1);

        assertThat(model.terms(0)).isEqualTo(2);
        assertThat(model.column(0, 0)).isEqualTo(x);
        assertThat(model.coefficient(0, 0)).isEqualTo(5);
    }

    @Test
    void what_adds_up_to_zero_is_left_out() {
        int x = model.column("x", 0, 1, 0);
        int y = model.column("y", 0, 1, 0);
        model.row("r").plus(x, 2).plus(y).minus(x, 2).atMost(1);

        assertThat(model.nonzeros()).isEqualTo(1);
        assertThat(model.column(0, 0)).isEqualTo(y);
    }

    @Test
    void a_column_of_one_row_is_not_added_up_with_that_of_the_next() {
        int x = model.column("x", 0, 1, 0);
        model.row("r").plus(x, 2).atMost(1);
        model.row("s").plus(x, 3).atMost(1);

        assertThat(model.coefficient(0, 0)).isEqualTo(2);
        assertThat(model.coefficient(1, 0)).isEqualTo(3);
    }

    @Test
    void many_rows_and_columns_keep_their_numbers() {
        for (int i = 0; i < 1000; i++) {
            model.column(i, -i, i, 2 * i);
        }
        for (int i = 0; i < 1000; i++) {
            model.row(i).plus(i, i + 1).plus((i * 7) % 1000, 0.5).between(-i, i);
        }

        assertThat(model.cost(999)).isEqualTo(1998);
        assertThat(model.low(999)).isEqualTo(-999);
        assertThat(model.rowHigh(998)).isEqualTo(998);
        assertThat(model.column(998, 1)).isEqualTo(986);
        assertThat(model.nonzeros()).isEqualTo(2000 - 2); // 0 and 500 meet themselves
    }

    @Test
    void a_row_needs_a_side_before_the_next_begins() {
        model.row("r");

        assertThatThrownBy(() -> model.row("s")).hasMessageContaining("'r'").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new PureJava().solve(model, Limits.NONE)).hasMessageContaining("'r'");
    }

    @Test
    void a_row_with_a_side_does_not_change_any_more() {
        int x = model.column("x", 0, 1, 0);
        Row row = model.row("r").plus(x);
        row.atMost(1);

        assertThatThrownBy(() -> row.plus(x)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> row.atLeast(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_row_names_columns_that_are_there() {
        assertThatThrownBy(() -> model.row("r").plus(0)).hasMessageContaining("column 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_number_that_is_none_is_refused_where_it_comes_in(double bad) {
        int x = model.column("x", 0, 1, 0);

        assertThatThrownBy(() -> model.column("y", 0, 1, bad)).hasMessageContaining("'y'");
        assertThatThrownBy(() -> model.column("y", bad, 1, 0)).hasMessageContaining("'y'");
        assertThatThrownBy(() -> model.cost(x, bad)).hasMessageContaining("'x'");
        assertThatThrownBy(() -> model.offset(bad)).hasMessageContaining("objective");
        assertThatThrownBy(() -> model.row("r").plus(x, bad)).hasMessageContaining("'x' in row 'r'");
    }

    @Test
    void bounds_that_exclude_each_other_are_refused() {
        assertThatThrownBy(() -> model.column("x", 2, 1, 0)).hasMessageContaining("'2.0' and '1.0'");
        assertThatThrownBy(() -> model.row("r").between(2, 1)).hasMessageContaining("'r'");
    }

    @Test
    void a_copy_goes_its_own_way() {
        model.column("x", 0, 1, 5);
        model.row("r").plus(0, 2).atMost(3);
        Model copy = model.copy();
        copy.cost(0, 6);
        copy.rowBounds(0, 1, 2);
        copy.column("y", 0, 1, 0);
        copy.row("s").plus(1).plus(0).atMost(1);

        assertThat(model.cost(0)).isEqualTo(5);
        assertThat(model.rowHigh(0)).isEqualTo(3);
        assertThat(model.columns()).isEqualTo(1);
        assertThat(model.rows()).isEqualTo(1);
        assertThat(copy.nonzeros()).isEqualTo(3);
    }

    @Test
    void a_limit_below_zero_is_refused() {
        assertThatThrownBy(() -> new Limits(-1, 0))
                .hasMessageContaining("limits.seconds")
                .hasMessageContaining("'-1.0'");
        assertThatThrownBy(() -> new Limits(1, Double.NaN)).hasMessageContaining("limits.gap");
    }
}
