package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.pack.Pack;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.shock.Assumptions;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// What the planner makes of real works, against tables that a reader of the sources filled in:
/// `validation/works` with its `SOURCE.md`.
@Tag("validation")
class PlannedWorksTest {

    private static final double OVERRUN = 1.6; // latest over first announced capital, docs/methods.md
    private static final PlanInput INPUT = input();
    private static final PlanSpec QUESTION = PlanSpec.of(List.of("JPN", "USA"), "CHN", 1e9);
    private static final World WORLD = WorldBuilder.build(INPUT, QUESTION);

    private static PlanInput input() {
        try {
            Atlas atlas = Atlas.open(Cli.atlas());
            return new PlanInput(
                    atlas.network("magnets"),
                    atlas.projects(),
                    atlas.planOptions(),
                    atlas.prices(),
                    atlas.recipes(),
                    atlas.stocks(),
                    atlas.exportControls(),
                    atlas.substitutionShares(),
                    Assumptions.MINERALS,
                    atlas.routes(),
                    List.of(),
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<NamedCsvRecord> rows(String file) {
        Path path = Path.of("src", "test", "resources", "validation", "works", file);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<NamedCsvRecord> chosen() {
        return rows("candidates.csv").stream()
                .filter(row -> row.getField("left_out").isEmpty())
                .toList();
    }

    static List<NamedCsvRecord> leftOut() {
        return rows("candidates.csv").stream()
                .filter(row -> !row.getField("left_out").isEmpty())
                .toList();
    }

    static List<NamedCsvRecord> decided() {
        return rows("decided.csv");
    }

    private static double number(NamedCsvRecord row, String field) {
        return Double.parseDouble(row.getField(field));
    }

    private static Project project(String id) {
        return INPUT.projects().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Candidate candidate(String id) {
        return WORLD.candidates().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no plan can choose " + id));
    }

    /// What a separation works sells in all, else its main product, t/yr.
    private static double tonnesOf(Project project, String what) {
        double all = 0;
        for (Project.Output output : project.outputs()) {
            boolean counts = output.sellable()
                    && Set.of("ndpr.oxide", "dy.oxide", "tb.oxide").contains(output.productId());
            all += counts ? output.tonnesPerYear().value() : 0;
        }
        return what.equals("all oxides") ? all : candidate(project.id()).tonnes();
    }

    @Test
    void the_table_names_every_undecided_works_of_the_chain_and_no_other() {
        Set<String> read = new TreeSet<>();
        WORLD.candidates().stream().filter(each -> !each.generic()).forEach(each -> read.add(each.id()));
        WORLD.leftOut().stream().filter(each -> !each.id().contains("@")).forEach(each -> read.add(each.id()));

        assertThat(rows("candidates.csv"))
                .extracting(row -> row.getField("id"))
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @ParameterizedTest
    @MethodSource("chosen")
    void undecided_works_stand_where_and_are_as_large_and_as_far_as_published(NamedCsvRecord row) {
        Project project = project(row.getField("id"));
        Candidate read = candidate(row.getField("id"));

        assertThat(read.nameEn()).isEqualTo(row.getField("name"));
        assertThat(read.place()).isEqualTo(row.getField("place"));
        assertThat(read.product()).isEqualTo(row.getField("product"));
        assertThat(read.statusId()).isEqualTo(row.getField("status"));
        assertThat(read.tonnes()).isBetween(number(row, "tonnes_low"), number(row, "tonnes_high"));
        assertThat(
                        project.start().year().isPresent()
                                ? "" + project.start().year().getAsInt()
                                : "")
                .isEqualTo(row.getField("announced"));
        assertThat(read.start()).isEqualTo((int) number(row, "counted_from"));
    }

    @ParameterizedTest
    @MethodSource("chosen")
    void capital_is_that_of_the_source_or_of_published_works_of_the_kind_and_then_the_overrun(NamedCsvRecord row) {
        Candidate read = candidate(row.getField("id"));
        double tonnes = tonnesOf(project(read.id()), row.getField("capital_for"));

        assertThat(read.capital().value() * 1e6 / OVERRUN / tonnes)
                .as("US dollars per tonne of %s", row.getField("capital_for"))
                .isBetween(number(row, "capital_low_usd_per_t"), number(row, "capital_high_usd_per_t"));
        assertThat(read.cash()).isLessThanOrEqualTo(read.capital().value());
    }

    @ParameterizedTest
    @MethodSource("leftOut")
    void works_of_which_too_little_is_published_cannot_be_chosen_and_say_why(NamedCsvRecord row) {
        assertThat(WORLD.leftOut())
                .filteredOn(each -> each.id().equals(row.getField("id")))
                .singleElement()
                .satisfies(each -> assertThat(each.reasonEn()).contains(row.getField("left_out")));
    }

    @Test
    void the_table_names_every_product_of_decided_works_that_is_counted_and_no_other() {
        assertThat(WORLD.counted())
                .extracting(each -> each.id() + " " + each.productId())
                .containsExactlyInAnyOrderElementsOf(decided().stream()
                        .map(row -> row.getField("id") + " " + row.getField("product"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("decided")
    void decided_works_are_as_large_and_as_far_as_published(NamedCsvRecord row) {
        PlanResult.Counted read = WORLD.counted().stream()
                .filter(each ->
                        each.id().equals(row.getField("id")) && each.productId().equals(row.getField("product")))
                .findFirst()
                .orElseThrow();
        int from = (int) number(row, "counted_from");
        int years = QUESTION.targetYear() - from;

        assertThat(read.place()).isEqualTo(row.getField("place"));
        assertThat(read.statusId()).isEqualTo(row.getField("status"));
        assertThat(read.statedTonnes()).isBetween(number(row, "tonnes_low"), number(row, "tonnes_high"));
        assertThat(read.countedTonnes() / read.statedTonnes())
                .as("part of the size counted %d years after the start", years)
                .isBetween(part(project(row.getField("id")).stage(), years) - 1e-9, 0.73 + 1e-9);
    }

    /// The ramps of docs/methods.md, with 0.73 of the size in the end.
    private static double part(Stage stage, int years) {
        List<Double> ramp = switch (stage) {
            case REFINED -> List.of(0.2, 0.45, 0.7, 0.9, 1.0);
            case METAL, ALLOY -> List.of(0.4, 0.7, 0.95, 1.0);
            case COMPONENT -> List.of(0.4, 0.75, 1.0);
            case MINE, MIXED, ENDUSE, SCRAP -> List.of(0.3, 0.6, 0.85, 1.0);
        };
        return 0.73 * ramp.get(Math.min(years, ramp.size() - 1));
    }

    @Test
    void nothing_that_is_decided_can_be_backed_a_second_time() {
        List<String> decided = INPUT.projects().stream()
                .filter(each -> each.status().isDecided())
                .map(Project::id)
                .toList();

        assertThat(WORLD.candidates()).extracting(Candidate::id).doesNotContainAnyElementsOf(decided);
    }

    @Test
    void every_page_that_the_tables_name_is_in_the_register() {
        Set<String> register = new TreeSet<>();
        Pack.embedded().table("sources").forEach(row -> register.add(row.text("source_id")));

        assertThat(Stream.concat(rows("candidates.csv").stream(), decided().stream()))
                .extracting(row -> row.getField("source"))
                .isSubsetOf(register);
    }

    @Test
    void a_mine_adds_concentrate_and_never_oxide() {
        assertThat(WORLD.candidates())
                .filteredOn(each -> each.product().startsWith("ree."))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.effects()).allMatch(effect -> effect instanceof Effect.Holds));
    }

    @Test
    void works_on_a_shared_feed_add_no_oxide_of_their_own() {
        assertThat(List.of("efr.2", "efr.hree", "aclara.la", "solvay2"))
                .allSatisfy(id -> assertThat(candidate(id).effects()).isEmpty());
    }

    @Test
    void of_Kangankunde_Eneabba_has_what_Iluka_has_bought_and_no_more() {
        double sold = 6_000.0 / 15_300 * 1.640; // kt NdPr oxide a year in 15,300 t of concentrate
        double eneabba = WORLD.feeds().stream()
                .filter(feed -> feed.id().equals("Eneabba") && feed.product().equals("ndpr.oxide"))
                .mapToDouble(feed -> feed.supply().getLast())
                .sum();

        assertThat(eneabba).isCloseTo(0.73 * sold, within(1e-6));
    }

    @Test
    void a_second_phase_needs_its_first() {
        World without = WorldBuilder.build(INPUT.without(List.of("narva", "kanga")), QUESTION);

        assertThat(without.candidates()).extracting(Candidate::id).doesNotContain("narva2", "kanga2");
        assertThat(without.leftOut())
                .filteredOn(each -> each.id().equals("narva2"))
                .singleElement()
                .satisfies(each -> assertThat(each.reasonEn()).contains("do not come (narva)"));
    }

    @Test
    void a_second_phase_comes_a_year_after_its_first() {
        World late = WorldBuilder.build(INPUT.late(5, QUESTION.asOfYear()), QUESTION);
        Map<String, Integer> starts = new TreeMap<>();
        late.candidates().forEach(each -> starts.put(each.id(), each.start()));

        assertThat(starts.get("kanga2")).isEqualTo(2033);
    }

    @Test
    void a_letter_that_binds_nobody_pays_for_nothing() {
        assertThat(Pack.embedded().table("projects"))
                .filteredOn(row -> row.text("sponsors").contains("not binding"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.text("public_support_musd")).isEmpty());
        assertThat(candidate("usar.mag2").cash())
                .isEqualTo(candidate("usar.mag2").capital().value());
    }

    @Test
    void generic_modules_cost_what_their_row_says_within_its_range() {
        for (Candidate each : WORLD.candidates()) {
            if (each.generic()) {
                PlanOption option = INPUT.options().stream()
                        .filter(row -> each.id().startsWith(row.id() + "@"))
                        .findFirst()
                        .orElseThrow();
                boolean stock = option.kind().equals("stockpile");
                double usd = each.capital().value() * 1e6 / each.tonnes() / (stock ? 1 : OVERRUN);

                assertThat(usd)
                        .as(each.id())
                        .isBetween(
                                (stock ? option.opexUsdPerTonne() : option.capexUsdPerTonne()).low(),
                                (stock ? option.opexUsdPerTonne() : option.capexUsdPerTonne()).high());
                assertThat(each.start() - QUESTION.asOfYear()).as(each.id()).isBetween(1, (int)
                        Math.ceil(option.leadYears().high()));
            }
        }
    }
}
