package org.monazite.atlas.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Flag;

/// The counts that docs/data.md states are those of the pack.
class DataPageTest {

    private static final Pack PACK = Pack.embedded();
    private static final Map<String, String> CLASSES =
            Map.of("embed", "E", "embed-with-attribution", "A", "facts-only", "F", "embed-flagged", "U");

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "data.md"));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static long unverified(String table) {
        return PACK.table(table).stream()
                .filter(row -> row.cells().getOrDefault("evidence", "").equals("unverified"))
                .count();
    }

    /// Rows by class in the order of the page, such as `E 7, A 236`.
    private static String licences(String table) {
        Map<String, Integer> counts = new TreeMap<>();
        PACK.table(table)
                .forEach(row -> counts.merge(
                        CLASSES.getOrDefault(PACK.redistribution(row.text("source_id")), "?"), 1, Integer::sum));
        return "EAFU?"
                .chars()
                .mapToObj(Character::toString)
                .filter(counts::containsKey)
                .map(letter -> letter + " " + counts.get(letter))
                .collect(Collectors.joining(", "));
    }

    @Test
    void each_table_has_the_rows_the_doubts_and_the_licences_that_the_page_says() throws IOException {
        String page = page();
        for (String table : PackTables.names()) {
            long weak = unverified(table);
            String head = "**%s** - %s rows%s."
                    .formatted(
                            table,
                            count(PACK.table(table).size()),
                            weak == 0 ? "" : ", " + count(weak) + " unverified");
            assertThat(page).contains(head);
            if (!table.equals("sources")) {
                String section = page.substring(page.indexOf(head));
                assertThat(section.lines()
                                .filter(line -> line.startsWith("    licence"))
                                .findFirst())
                        .as(table)
                        .hasValue("    licence  " + licences(table));
            }
        }
    }

    @Test
    void the_sums_are_those_of_the_pack() throws IOException {
        long rows = PackTables.names().stream()
                .mapToLong(table -> PACK.table(table).size())
                .sum();
        long weak =
                PackTables.names().stream().mapToLong(DataPageTest::unverified).sum();
        long figures = PACK.figures().size();
        long weakFigures = PACK.figures().stream()
                .filter(figure -> figure.flag() == Flag.UNVERIFIED)
                .count();
        assertThat(page())
                .contains(PackTables.names().size() + " tables in `data/`, " + count(rows) + " rows")
                .contains("**Flag rule.** " + weak + " rows")
                .contains("**Figures.** " + count(figures) + " numeric cells")
                .contains(weakFigures + " of them are unverified");
    }

    @Test
    void the_register_counts_the_rows_of_each_source() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String table : PackTables.names()) {
            if (!table.equals("sources")) {
                PACK.table(table).forEach(row -> counts.merge(row.text("source_id"), 1, Integer::sum));
            }
        }
        for (Row source : PACK.table("sources")) {
            assertThat(source.text("rows"))
                    .as(source.text("source_id"))
                    .isEqualTo(Integer.toString(counts.getOrDefault(source.text("source_id"), 0)));
        }
    }
}
