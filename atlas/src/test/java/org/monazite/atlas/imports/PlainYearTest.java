package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The plain reader and the one that judges lines as text inside the database are twins: what the first takes, the
/// second takes as the same rows.
class PlainYearTest {

    private static final String HEADER = "t,i,j,k,v,q";
    private static final List<Integer> PLACES =
            List.copyOf(Fixture.LEXICON.numericPlaces().keySet());

    @TempDir
    Path folder;

    @Test
    void both_readers_take_the_same_rows() throws IOException, SQLException {
        for (int seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> lines = lines(random, 1 + random.nextInt(400));
            if (seed % 3 == 0) {
                Collections.shuffle(lines, new Random(seed));
            }
            String end = seed % 4 == 1 ? "\r\n" : "\n";
            String mark = seed % 5 == 2 ? "\ufeff" : "";
            String text = mark + HEADER + end + String.join(end, lines) + (seed % 2 == 0 ? end : "");

            assertThat(plain(year(text))).as("seed %d", seed).contains(judged(year(text)));
        }
    }

    @Test
    void a_file_of_several_parts_and_groups_comes_out_in_order() throws IOException, SQLException {
        List<String> lines = lines(new SplittableRandom(5), 200_000);
        Collections.shuffle(lines, new Random(5));
        String text = HEADER + "\n" + String.join("\n", lines) + "\n";
        assertThat(text.length()).isGreaterThan(5 << 20);

        assertThat(plain(year(text))).contains(judged(year(text)));
    }

    @Test
    void a_damaged_file_gets_the_same_report_from_both_readers() throws Exception {
        int odd = 0;
        int refused = 0;
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(1_000 + seed);
            List<String> lines = lines(random, 3 + random.nextInt(12));
            if (seed % 3 == 0) { // a line that speaks of the same flow as another, before or behind it
                lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
            }
            String end = seed % 5 == 1 ? "\r\n" : "\n";
            String last = seed % 7 == 2 ? "" : end;
            byte[] bytes = (HEADER + end + String.join(end, lines) + last).getBytes(StandardCharsets.US_ASCII);
            byte[] marks =
                    "0123456789012345678901234567890123456789.,, NA-+eE\n\r\t\"x".getBytes(StandardCharsets.US_ASCII);
            for (int damage = 0; damage <= seed % 4; damage++) {
                bytes[random.nextInt(HEADER.length() + 2, bytes.length)] = marks[random.nextInt(marks.length)];
            }
            Baci.Year year = year(new String(bytes, StandardCharsets.US_ASCII));
            Optional<PlainYear> quick = PlainYear.read(year, HEADER);
            odd += quick.isPresent() && !quick.get().odd().isEmpty() ? 1 : 0;
            List<String> report = report(year, quick);
            refused += report.toString().contains("Reject") ? 1 : 0;

            assertThat(report).as("seed %d", seed).isEqualTo(report(year, Optional.empty()));
        }
        assertThat(odd).as("files with odd lines").isGreaterThan(30);
        assertThat(refused).as("reports with rejected lines").isGreaterThan(20);
    }

    @Test
    void odd_lines_in_several_parts_of_a_large_file_get_the_same_report_from_both_readers() throws Exception {
        List<String> lines = lines(new SplittableRandom(6), 180_000);
        lines.set(9, "2021" + lines.get(9).substring(4));
        lines.set(70_000, lines.get(60_000));
        lines.set(120_000, lines.get(3).replaceFirst("^2022", " 2022 "));
        lines.set(170_000, lines.get(170_000) + ",1");
        lines.set(170_001, "2022,156,392,999999,1.1234567,0.123456789"); // more decimals than the quick reader takes
        lines.add("2022,156,392,999998,1,x");
        String text = HEADER + "\n" + String.join("\n", lines);
        assertThat(text.length()).isGreaterThan(5 << 20);
        Baci.Year year = year(text);
        Optional<PlainYear> quick = PlainYear.read(year, HEADER);

        assertThat(quick.orElseThrow().odd())
                .contains(11, 60_002, 70_002, 170_002, 170_003, 180_002)
                .hasSize(8);
        List<String> report = report(year, quick);
        assertThat(report.getFirst()).isEqualTo("179996 taken, 5 refused");
        assertThat(report).isEqualTo(report(year, Optional.empty()));
    }

    /// Rows, counts, notes and rejects; or why the file is refused.
    private List<String> report(Baci.Year year, Optional<PlainYear> quick) throws Exception {
        Path staging = Files.createTempDirectory(folder, "report");
        Path table = staging.resolve("trade.parquet");
        Path file = Files.copy(year.path(), staging.resolve("year.csv"));
        Out out = new Out("test");
        try {
            Baci.read(
                    new Baci.Year(file, "year.csv", year.scheme(), year.year(), year.places(), year.products()),
                    quick,
                    staging,
                    table,
                    out);
        } catch (ImportException e) {
            return List.of(e.fault() + " " + e.where() + " " + e.detail());
        }
        List<String> report = new ArrayList<>();
        report.add(out.counts().accepted() + " taken, " + out.counts().rejected() + " refused");
        report.add(out.counts().toString());
        out.rejects().forEach(each -> report.add(each.toString()));
        if (Files.exists(table)) {
            report.addAll(rows(table));
        }
        return report;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021,156,392,280530,1.5,2.5", // another year
                "2022,156,156,280530,1.5,2.5",
                "2022,156,7,280530,1.5,2.5", // no such place
                "2022,156,392,770530,1.5,2.5", // no such chapter
                "2022,156,392,2805,1.5,2.5",
                "2022,156,392,2805301,1.5,2.5",
                "2022,156,392,280530,0,2.5",
                "2022,156,392,280530,0.000,2.5",
                "2022,156,392,280530,NA,2.5",
                "2022,156,392,280530,-1.5,2.5",
                "2022,156,392,280530,1000000000.1,2.5",
                "2022,156,392,280530,1.5,1000000000.1",
                "2022,156,392,280530,1.5,",
                "2022,156,392,280530,1.5",
                "2022,156,392,280530,1.5,2.5,1",
                "2022,156,392,280530,1.5,2.5 1",
                "2022,156,392,280530,1.5,2.5 NA",
                "2022,156,392,280530,1.5,N",
                "2022,156,392,280530,1.5,NAN",
                "2022,156,392,280530,1.5,-0.5",
                "2022,156,392,280530,1.5,+0.5",
                "2022,156,392,280530,1.5,1e2",
                "2022,156,392,280530,1.5,.5",
                "2022,156,392,280530,1.5,5.",
                "2022,156,392,280530,1.5,1.1234567",
                "2022,156,392,280530,1.5,99999999999999999999",
                "99999999999999999999,156,392,280530,1.5,1",
                "2022,156,392,280530,1.5,2.5\r",
                "",
                " ",
                "\u0000"
            })
    void one_line_that_is_not_as_it_should_be_is_set_aside_and_judged_as_the_other_reader_does(String line)
            throws Exception {
        Baci.Year year = year(HEADER + "\n2022,156,842,280530,1.5,2.5\n" + line + "\n2022,156,276,280530,1.5,2.5\n");
        Optional<PlainYear> quick = PlainYear.read(year, HEADER);

        assertThat(quick.orElseThrow().odd()).containsExactly(3);
        assertThat(report(year, quick)).isEqualTo(report(year, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2022,156,276,280530,1.5,2.5\n", "2022,36,276,280530,1.5,2.5\n"})
    void lines_about_one_flow_are_set_aside_all_and_the_first_is_taken(String between) throws Exception {
        Baci.Year year = year(HEADER + "\n2022,156,842,280530,1.5,2.5\n" + between
                + "2022,156,842,280530,1.5,2.5\n2022,36,4,10121,1,1\n");
        Optional<PlainYear> quick = PlainYear.read(year, HEADER);

        assertThat(quick.orElseThrow().odd()).hasSize(2);
        List<String> report = report(year, quick);
        assertThat(report).anyMatch(each -> each.contains("STANDS_TWICE")).isEqualTo(report(year, Optional.empty()));
    }

    @Test
    void an_odd_line_that_is_fit_after_all_is_the_first_of_its_flow() throws Exception {
        Baci.Year year = year(HEADER + "\n2022,36,4,10121,1,1\n2022,156,842,280530,1.1234567,2.5\n"
                + "2022,156,842,280530,1.5,2.5\n");
        Optional<PlainYear> quick = PlainYear.read(year, HEADER);

        assertThat(quick.orElseThrow().odd()).containsExactly(3);
        List<String> report = report(year, quick);
        assertThat(report)
                .anyMatch(each -> each.contains("year.csv:4:1") && each.contains("STANDS_TWICE"))
                .isEqualTo(report(year, Optional.empty()));
    }

    @Test
    void a_code_that_the_list_of_the_zip_leaves_out_is_judged_by_the_other_reader() throws Exception {
        String text = HEADER + "\n2022,156,842,280530,1.5,2.5\n2022,156,842,280540,1.5,2.5\n";
        Baci.Year year = year(text, Set.of(280530));
        Optional<PlainYear> quick = PlainYear.read(year, HEADER);

        assertThat(PlainYear.read(year(text, Set.of(280530, 280540)), HEADER)
                        .orElseThrow()
                        .odd())
                .isEmpty();
        assertThat(quick.orElseThrow().odd()).containsExactly(3);
        assertThat(report(year, quick)).isEqualTo(report(year, Optional.empty()));
    }

    @Test
    void a_file_with_too_many_odd_lines_is_left_to_the_other_reader() throws IOException {
        StringBuilder text = new StringBuilder(HEADER + "\n2022,156,842,280530,1.5,2.5\n");
        for (int line = 0; line <= PlainParts.MOST_ODD; line++) {
            text.append("x\n");
        }

        assertThat(PlainYear.read(year(text.toString()), HEADER)).isEmpty();
    }

    @Test
    void the_bytes_do_not_depend_on_the_number_of_threads() throws Exception {
        Baci.Year year = year(HEADER + "\n" + String.join("\n", lines(new SplittableRandom(9), 150_000)) + "\n");

        assertThat(Files.mismatch(on(1, year), on(5, year))).isEqualTo(-1);
    }

    private Path on(int threads, Baci.Year year) throws Exception {
        Path table = folder.resolve("on-" + threads + ".parquet");
        Callable<Path> writing = () -> {
            PlainYear.read(year, HEADER).orElseThrow().write(table);
            return table;
        };
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(writing).get();
        }
    }

    /// Different flows in the order of the publisher, in every shape that a plain number may have.
    private static List<String> lines(SplittableRandom random, int count) {
        TreeSet<Long> keys = new TreeSet<>();
        while (keys.size() < count) {
            long exporter = random.nextInt(PLACES.size());
            long importer = random.nextInt(PLACES.size());
            long code = 10_000 + random.nextInt(count < 1_000 ? 20 : 700_000);
            if (exporter != importer) {
                keys.add((exporter * 1_000 + importer) * 1_000_000 + code);
            }
        }
        List<String> lines = new ArrayList<>();
        for (long key : keys) {
            String code = String.valueOf(key % 1_000_000);
            lines.add("2022,%d,%d,%s,%s,%s"
                    .formatted(
                            PLACES.get((int) (key / 1_000_000_000)),
                            PLACES.get((int) (key / 1_000_000 % 1_000)),
                            code.length() == 5 && random.nextBoolean() ? "0" + code : code,
                            number(random, 1),
                            random.nextInt(5) == 0 ? " ".repeat(random.nextInt(14)) + "NA" : number(random, 0)));
        }
        return lines;
    }

    private static String number(SplittableRandom random, int least) {
        String whole = String.valueOf(least + (random.nextInt(1_000_000_000) >> random.nextInt(30)) % 999_999_999);
        int decimals = random.nextInt(7);
        String rest = decimals == 0
                ? ""
                : "." + String.valueOf(1_000_000 + random.nextInt(1_000_000)).substring(7 - decimals);
        return " ".repeat(random.nextInt(3)) + whole + rest + " ".repeat(random.nextInt(2));
    }

    private Baci.Year year(String text) throws IOException {
        return year(text, Set.of());
    }

    private Baci.Year year(String text, Set<Integer> products) throws IOException {
        Path file = folder.resolve("year.csv");
        Files.writeString(file, text);
        return new Baci.Year(file, "year.csv", "HS17", 2022, Fixture.LEXICON.numericPlaces(), products);
    }

    private Optional<List<String>> plain(Baci.Year year) throws IOException, SQLException {
        Optional<PlainYear> plain = PlainYear.read(year, HEADER);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        Path table = Files.createTempDirectory(folder, "plain").resolve("trade.parquet");
        plain.get().write(table);
        List<String> rows = rows(table);
        rows.add("%d lines, %d without weight, %d rounded"
                .formatted(
                        plain.get().rows(), plain.get().missing(), plain.get().rounded()));
        return Optional.of(rows);
    }

    private List<String> judged(Baci.Year year) throws IOException, SQLException {
        Path staging = Files.createTempDirectory(folder, "judged");
        Path table = staging.resolve("trade.parquet");
        Files.move(year.path(), staging.resolve("year.csv"));
        Out out = new Out("test");
        long lines;
        try (var text = Files.lines(staging.resolve("year.csv"))) {
            lines = text.count() - 1;
        }
        try (Connection database = TradeTable.connect(staging, true)) {
            BaciQueries queries = new BaciQueries(
                    database,
                    new Baci.Year(
                            staging.resolve("year.csv"), "year.csv", "HS17", 2022, year.places(), year.products()),
                    table);
            queries.prepare();
            queries.takeGood(lines, out);
        }
        assertThat(out.rejects()).isEmpty();
        List<String> rows = rows(table);
        rows.add("%d lines, %d without weight, %d rounded"
                .formatted(
                        out.counts().accepted(),
                        out.counts().notes().getOrDefault("weight-missing", 0L),
                        out.counts().notes().getOrDefault("weight-rounded", 0L)));
        return rows;
    }

    private static List<String> rows(Path table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = database.createStatement()) {
            try (ResultSet row = sql.executeQuery("SELECT concat_ws(' ', column_name, column_type) FROM"
                    + " (DESCRIBE FROM read_parquet('" + table + "'))")) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            try (ResultSet row = sql.executeQuery("SELECT concat_ws(' ', line, i, j, k, v, coalesce(q::VARCHAR, 'NA'))"
                    + " FROM read_parquet('" + table + "')")) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }
}
