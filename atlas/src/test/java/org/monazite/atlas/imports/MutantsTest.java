package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.atlas.pack.FigureRecord;

/// Damaged files: refused with a reason, or read into figures that keep every rule. The rules are stated here anew,
/// without the code that reads.
class MutantsTest {

    private static final int MUTANTS = 300;
    private static final int QUICK = 40;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private static Connection checker;

    @BeforeAll
    static void open() throws SQLException {
        checker = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void close() throws SQLException {
        checker.close();
    }

    static Stream<Fixture> fixtures() {
        return Fixture.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void forty_damaged_files_never_crash_hang_or_break_a_rule(Fixture fixture) throws Exception {
        check(fixture, QUICK, 1);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("fixtures")
    void three_hundred_damaged_files_never_crash_hang_or_break_a_rule(Fixture fixture) throws Exception {
        check(fixture, MUTANTS, Long.getLong("seed", 1));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void files_whose_columns_lines_and_headers_are_disordered_break_no_rule(Fixture fixture) throws Exception {
        check(fixture, QUICK, 5_000, Disorder::of);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("fixtures")
    void three_hundred_disordered_files_break_no_rule(Fixture fixture) throws Exception {
        check(fixture, MUTANTS, Long.getLong("seed", 6_000), Disorder::of);
    }

    private interface Damage {
        byte[] of(Fixture fixture, byte[] whole, long seed) throws IOException;
    }

    private void check(Fixture fixture, int mutants, long firstSeed) throws Exception {
        check(fixture, mutants, firstSeed, Mutations::of);
    }

    private void check(Fixture fixture, int mutants, long firstSeed, Damage damage) throws Exception {
        byte[] whole = fixture.bytes();
        int refused = 0;
        int partial = 0;
        for (long seed = firstSeed; seed < firstSeed + mutants; seed++) {
            long start = cpu();
            byte[] mutant = damage.of(fixture, whole, seed);
            try (ImportResult result = fixture.read(folder, mutant, true)) {
                List<String> broken = new ArrayList<>();
                Fixture.figures(result).forEach(figure -> figure(figure, broken));
                Fixture.purchases(result).forEach(purchase -> purchase(purchase, broken));
                flows(result, fixture, broken);
                assertThat(broken).as("%s, seed %d", fixture, seed).isEmpty();
                assertThat(result.counts().rejected() == 0 || !result.rejects().isEmpty())
                        .as("rejects are named, seed %d", seed)
                        .isTrue();
                partial += result.counts().rejected() > 0 ? 1 : 0;
            } catch (ImportException e) {
                refused++;
                assertThat(e.where()).as("seed %d", seed).isNotBlank();
            } catch (RuntimeException | IOException e) {
                throw new AssertionError("%s, seed %d".formatted(fixture, seed), e);
            }
            assertThat(Duration.ofNanos(cpu() - start))
                    .as("%s, seed %d", fixture, seed)
                    .isLessThan(LIMIT);
        }
        assertThat(refused).as("files refused as a whole").isPositive();
        if (mutants >= MUTANTS && firstSeed == 1) {
            assertThat(partial).as("files with rejected lines").isPositive();
        }
        try (Stream<Path> left = Files.list(folder.resolve("atlas/imports"))) {
            assertThat(left).as("left in staging").isEmpty();
        }
    }

    /// Time of this thread's own: other work on the machine does not count.
    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void require(boolean holds, String rule, Object about, List<String> broken) {
        if (!holds) {
            broken.add(rule + ": " + about);
        }
    }

    private static void figure(FigureRecord f, List<String> broken) {
        Set<String> places = new java.util.HashSet<>(Fixture.LEXICON.places(f.place()));
        require(places.contains(f.place()), "known place", f, broken);
        require(f.partner().isEmpty() || Fixture.LEXICON.isPlace(f.partner()), "known partner", f, broken);
        boolean none = Set.of("W", "NA", "NET_EXPORTER", "TEXT").contains(f.qualifier());
        require(none || Set.of("=", "<", ">", "range").contains(f.qualifier()), "qualifier", f, broken);
        require(none == Double.isNaN(f.value()), "no value without a reason", f, broken);
        require(!Double.isInfinite(f.value()), "finite", f, broken);
        require(none || f.low() <= f.value() && f.value() <= f.high(), "range around the value", f, broken);
        boolean index = f.unit().equals("index");
        require(none || (index ? Math.abs(f.value()) <= 3.5 : f.value() >= 0), "sign", f, broken);
        boolean parts = f.unit().startsWith("percent") || f.unit().equals("PT");
        require(!parts || none || f.value() <= 100, "percent", f, broken);
        require(none || f.high() <= 1e15, "no larger than anything on earth", f, broken);
        require(none || !f.unit().isBlank() && !Cells.isNumber(f.unit()), "unit", f, broken);
        require(TextCheck.isText(f.toString()), "characters that can be seen", f, broken);
        require(!f.subject().isEmpty() || index, "subject", f, broken);
        require(!f.measure().isEmpty(), "measure", f, broken);
        require(
                f.period().isEmpty() && f.subject().startsWith("HTS ")
                        || f.period().matches("(19|20)[0-9]{2}(/20[0-9]{2})?")
                        || f.period().matches("(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]/((19|20)[0-9-]{8})?"),
                "period",
                f,
                broken);
        require(!f.raw().isEmpty() && !f.toString().contains("\ufffd"), "raw text", f, broken);
        require(f.toString().chars().noneMatch(c -> c < ' '), "no control characters", f, broken);
        require(f.locator().matches("[^:]+:[A-Z]*[0-9]+(:[0-9]+)?"), "locator", f, broken);
    }

    private static void purchase(LedgerLine p, List<String> broken) {
        require(p.tonnes() > 0 && Double.isFinite(p.tonnes()), "more than zero", p, broken);
        require(p.tonnes() <= 1e9 && !(p.value() > 1e15), "no larger than anything on earth", p, broken);
        require(TextCheck.isText(p.toString()), "characters that can be seen", p, broken);
        require(p.supplierCountry().matches("[A-Z]{3}"), "country", p, broken);
        require(p.originCountry().matches("([A-Z]{3})?"), "origin", p, broken);
        require(Fixture.LEXICON.basis(p.product()).equals(p.basis()), "basis of the product", p, broken);
        require(Double.isNaN(p.value()) == p.currency().isEmpty(), "money has a currency", p, broken);
        require(Double.isNaN(p.value()) || p.value() >= 0, "money", p, broken);
        require(p.date().getYear() >= 1900 && p.date().getYear() < 2100, "date", p, broken);
        require(!p.supplier().isBlank() && !p.toString().contains("\ufffd"), "supplier", p, broken);
    }

    private static int digits(ImportFormat format) {
        return Map.of(ImportFormat.JAPAN_CUSTOMS, 9, ImportFormat.EUROSTAT_COMEXT, 8, ImportFormat.US_CENSUS_TRADE, 10)
                .getOrDefault(format, 6);
    }

    private static void flows(ImportResult result, Fixture fixture, List<String> broken) throws SQLException {
        Path table = result.staging().resolve("keep/trade.parquet");
        if (!Files.exists(table)) {
            return;
        }
        boolean baci = fixture.format() == ImportFormat.BACI;
        String rules = baci
                ? "v IS NULL OR v <= 0 OR q < 0 OR i = j OR k < 10000 OR k > 999999 OR k // 10000 = 77 OR v > 1e9 OR q > 1e9 OR line < 2 OR i NOT IN"
                        + " (SELECT code FROM read_parquet('%1$s')) OR j NOT IN (SELECT code FROM read_parquet('%1$s'))"
                                .formatted(table.resolveSibling("places.parquet"))
                : "value <= 0 OR value IS NULL OR weight_t <= 0 OR exporter = importer OR length(code) <> "
                        + digits(fixture.format())
                        + " OR year NOT BETWEEN 1900 AND 2099 OR month NOT BETWEEN 0 AND 12"
                        + " OR exporter NOT SIMILAR TO '[A-Z][A-Z0-9]{2}|EU27' OR importer NOT SIMILAR TO '[A-Z][A-Z0-9]{2}|EU27'";
        rules = fixture.format().isInOwnCurrency()
                ? rules + " OR value_usd IS NOT NULL"
                : rules.replace("value ", "value_usd ");
        String twins = baci ? "i, j, k" : "exporter, importer, scheme, code, year, month, reported_by";
        try (Statement sql = checker.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT (SELECT count(*) FROM read_parquet('%1$s') WHERE %2$s),".formatted(table, rules)
                                + " count(*), count(DISTINCT (%s)) FROM read_parquet('%s')".formatted(twins, table))) {
            row.next();
            require(row.getLong(1) == 0, "rules of trade", fixture, broken);
            require(row.getLong(2) == row.getLong(3), "no twins", fixture, broken);
            require(row.getLong(2) == result.counts().flows(), "as many flows as counted", fixture, broken);
        }
    }
}
