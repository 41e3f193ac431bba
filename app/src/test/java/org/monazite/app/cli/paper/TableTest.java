package org.monazite.app.cli.paper;

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
    void a_table_wider_than_a_page_folds_headers_and_names_and_loses_no_letter() {
        String name =
                "Contract of USA on NdFeB magnets (sintered, bonded, hot-deformed) from Rep. of Korea: JS Link Yesan";
        Table table = new Table()
                .text("id", "decision")
                .text("name", "name")
                .number("size", "size of the works that are counted, in tonnes a year")
                .row(Table.Cell.of("offtake.KOR"), Table.Cell.of(name), Table.Cell.of("~121 t", 121));

        assertThat(table.aligned()).allMatch(line -> Width.of(line) <= 120).hasSizeGreaterThan(2);
        assertThat(String.join(" ", table.aligned()).split("\\s+")).contains(name.split(" "));
        assertThat(table.plain()).containsExactly("offtake.KOR\t" + name + "\t~121 t");
    }

    @Test
    void japanese_folds_between_letters_but_no_mark_begins_a_line() {
        assertThat(Folding.fold("希土類(ランタン、セリウム)の輸出", 12))
                .allMatch(line -> Width.of(line) <= 14)
                .noneMatch(line -> line.startsWith("、") || line.startsWith(")") || line.startsWith("ー"));
        assertThat(String.join("", Folding.fold("希土類(ランタン、セリウム)の輸出", 12))).isEqualTo("希土類(ランタン、セリウム)の輸出");
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
