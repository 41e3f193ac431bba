package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void japanese_letters_take_two_columns() {
        assertThat(Width.of("磁石 A")).isEqualTo(6);
        assertThat(Width.of("データなし")).isEqualTo(10);
        assertThat(Width.of("~100 %")).isEqualTo(6);
    }

    @Test
    void columns_line_up_whatever_the_letters() {
        Table table = new Table()
                .text("product", "品目")
                .number("share", "share")
                .row(Table.Cell.of("ネオジム磁石"), Table.Cell.of("49.7 %", 0.497))
                .row(Table.Cell.of("alloy"), Table.Cell.of("5 %", 0.05));

        assertThat(table.aligned())
                .containsExactly("  品目           share", "  ネオジム磁石  49.7 %", "  alloy            5 %");
        assertThat(table.aligned().stream().map(Width::of).distinct()).hasSize(1);
    }

    @Test
    void csv_quotes_what_needs_it_and_leaves_missing_numbers_empty() {
        Table table = new Table()
                .text("name", "name")
                .number("t", "t")
                .row(Table.Cell.of("a, \"b\""), Table.Cell.of("n/a", Double.NaN));

        assertThat(table.csv().replace("\r\n", "\n")).isEqualTo("name,t\n\"a, \"\"b\"\"\",\n");
    }
}
