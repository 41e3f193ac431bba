package org.monazite.app.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monazite.app.text.Problem;
import org.monazite.shock.ario.MrioTable;

class TablesTest {

    private static final String FLOWS = ",A|x,B|x\nA|x,1,2\nB|x,3,4\n";
    private static final String DEMAND = ",A|f\nA|x,7\nB|x,13\n";
    private static final String OUTPUT = ",indout\nA|x,10\nB|x,20\n";

    private static MrioTable read(String flows, String demand, String output) throws IOException {
        return MrioFiles.read(
                Input.of("Z.csv", flows),
                Input.of("Y.csv", demand),
                output.isEmpty() ? Optional.empty() : Optional.of(Input.of("x.csv", output)),
                MrioFiles.Rules.STRICT);
    }

    @Test
    void two_header_lines_and_tabs_say_the_same_as_one_line_and_commas() throws IOException {
        MrioTable one = read(FLOWS, DEMAND, OUTPUT);
        MrioTable two = read(
                "region\t\tA\tB\nsector\t\tx\tx\nregion\tsector\t\t\nA\tx\t1\t2\nB\tx\t3\t4\n",
                "region\t\tA\ncategory\t\tf\nA\tx\t7\nB\tx\t13\n",
                "region\tsector\tindout\nA\tx\t10\nB\tx\t20\n");

        assertThat(two.industries()).isEqualTo(one.industries()).containsExactly("A|x", "B|x");
        assertThat(two.consumers()).isEqualTo(one.consumers());
        for (int i = 0; i < 2; i++) {
            assertThat(two.output(i)).isEqualTo(one.output(i));
            assertThat(two.flow(i, 0)).isEqualTo(one.flow(i, 0));
            assertThat(two.flow(i, 1)).isEqualTo(one.flow(i, 1));
            assertThat(two.finalDemand(i, 0)).isEqualTo(one.finalDemand(i, 0));
        }
    }

    @Test
    void without_a_file_of_outputs_a_row_adds_up_to_its_output() throws IOException {
        MrioTable table = read(FLOWS, DEMAND, "");

        assertThat(table.output(0)).isEqualTo(10);
        assertThat(table.output(1)).isEqualTo(20);
    }

    @Test
    void rows_may_come_in_another_order_than_columns() throws IOException {
        MrioTable table = read(",A|x,B|x\nB|x,3,4\nA|x,1,2\n", DEMAND, OUTPUT);

        assertThat(table.flow(1, 0)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A|x,1,2; A|x,1,-2; Z.csv:2:3; -2; negative",
                "A|x,1,2; A|x,1,two; Z.csv:2:3; two; no number",
                "A|x,1,2; A|x,1,NaN; Z.csv:2:3; NaN; no number",
                "A|x,1,2; A|x,1; Z.csv:2; 2 fields; expected are 3",
                "A|x,1,2; A|x,1,2,3; Z.csv:2; 4 fields; expected are 3",
                "A|x,1,2; C|x,1,2; Z.csv:2:1; C|x; no column",
                "B|x,3,4; A|x,3,4; Z.csv:3:1; A|x; comes twice",
                "A|x,1,2; A|x,1,2.1; x.csv:2:2; 10; add up to 10.1"
            })
    void a_table_that_cannot_be_is_refused_with_its_place(
            String old, String wrong, String where, String value, String what) {
        assertThatThrownBy(() -> read(FLOWS.replace(old, wrong), DEMAND, OUTPUT))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(where)
                .hasMessageContaining(value)
                .hasMessageContaining(what)
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void an_industry_that_buys_and_makes_nothing_is_refused_by_name() {
        assertThatThrownBy(
                        () -> read(",A|x,B|x\nA|x,1,2\nB|x,0,0\n", ",A|f\nA|x,7\nB|x,0\n", ",indout\nA|x,10\nB|x,0\n"))
                .hasMessageContaining("x.csv:3:2")
                .hasMessageContaining("'B|x'");
    }

    @Test
    void negative_final_demand_needs_to_be_asked_for() throws IOException {
        String demand = ",A|f,A|stocks\nA|x,8,-1\nB|x,13,0\n";

        assertThatThrownBy(() -> read(FLOWS, demand, OUTPUT))
                .hasMessageContaining("Y.csv:2:3")
                .hasMessageContaining("A|stocks");
        assertThat(MrioFiles.read(
                                Input.of("Z.csv", FLOWS),
                                Input.of("Y.csv", demand),
                                Optional.of(Input.of("x.csv", OUTPUT)),
                                MrioFiles.Rules.NEGATIVE_FINAL_DEMAND)
                        .finalDemand(0, 1))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a,b,1,2,-3,2; sales.csv:2:5; -3",
                "a,b,1,2,3,4; sales.csv:2:6; 4",
                "a,b,1,2,3; sales.csv:2; 5 fields",
                ",b,1,2,3,2; sales.csv:2:1; supplier"
            })
    void a_sale_that_cannot_be_is_refused_with_its_place(String row, String where, String what) {
        String text = "supplier,customer,supplierNACE,customerNACE,weight,type\n" + row + "\n";

        assertThatThrownBy(() -> SalesFiles.read(Input.of("sales.csv", text)))
                .hasMessageContaining(where)
                .hasMessageContaining(what);
    }

    @Test
    void a_pair_with_two_types_and_a_firm_with_two_sectors_are_refused() {
        String head = "supplier,customer,supplierNACE,customerNACE,weight,type\na,b,1,2,3,2\n";

        assertThatThrownBy(() -> SalesFiles.read(Input.of("sales.csv", head + "a,b,1,2,3,1\n")))
                .hasMessageContaining("sales.csv:3:6");
        assertThatThrownBy(() -> SalesFiles.read(Input.of("sales.csv", head + "b,a,3,1,3,1\n")))
                .hasMessageContaining("sales.csv:3:3")
                .hasMessageContaining("'b'");
    }

    @Test
    void rows_for_the_same_pair_are_added_or_the_first_counts_as_published() throws IOException {
        Input firms = Input.of("firms", "a 1\nb 2\n");
        Input demand = Input.of("final", "a 1\nb 1\n");
        Input links = Input.of("links", "a b 3\na b 4\n");

        FirmFiles.Read added = FirmFiles.read(firms, demand, links, Optional.empty(), Repeats.ADD);
        FirmFiles.Read first = FirmFiles.read(firms, demand, links, Optional.empty(), Repeats.FIRST);

        assertThat(added.repeated()).isEqualTo(1);
        assertThat(added.network().amount(0)).isEqualTo(7);
        assertThat(first.network().amount(0)).isEqualTo(3);
    }

    @Test
    void a_link_of_a_firm_that_is_not_listed_is_refused() {
        assertThatThrownBy(() -> FirmFiles.read(
                        Input.of("firms", "a 1\n"),
                        Input.of("final", "a 1\n"),
                        Input.of("links", "a b 3\n"),
                        Optional.empty(),
                        Repeats.ADD))
                .hasMessageContaining("links:1:2")
                .hasMessageContaining("'b'");
    }

    @Test
    void bytes_that_are_no_utf8_and_files_that_are_not_there_are_refused(@TempDir Path folder) throws IOException {
        Path latin = Files.write(folder.resolve("latin.csv"), ",é|x\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SalesFiles.read(Input.of(latin))).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Input.of(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
        assertThatThrownBy(() -> Input.of(folder)).hasMessageContaining("no regular file");
    }
}
