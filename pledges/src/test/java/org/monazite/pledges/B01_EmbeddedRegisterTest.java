package org.monazite.pledges;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.pledges.Assessment.State;

/// The register against the facts that it was first filled from.
class B01_EmbeddedRegisterTest {

    private static final Path DATA = Path.of("..", "data");
    private static final LocalDate OPENING = LocalDate.parse("2026-11-22");
    private static final Register REGISTER = Register.embedded();

    private static Map<String, NamedCsvRecord> rows(String file, String key) throws IOException {
        Map<String, NamedCsvRecord> rows = new LinkedHashMap<>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
            reader.forEach(row -> rows.put(row.getField(key), row));
        }
        return rows;
    }

    @Test
    void the_index_names_every_file_and_no_other() throws IOException {
        Path folder = Path.of("src/main/resources/org/monazite/pledges/register");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(EmbeddedRegister.names());
        }
    }

    @Test
    void ids_texts_targets_and_due_dates_are_those_of_the_facts() throws IOException {
        Map<String, NamedCsvRecord> facts = rows("pledges.csv", "id");

        assertThat(REGISTER.pledges()).extracting(Pledge::id).containsExactlyElementsOf(facts.keySet());
        for (Pledge pledge : REGISTER.pledges()) {
            NamedCsvRecord row = facts.get(pledge.id());
            String target = row.getField("target");
            String due = row.getField("due");
            assertThat(pledge.textEn()).isEqualTo(row.getField("text_en"));
            assertThat(pledge.textJa()).isEqualTo(row.getField("text_ja"));
            assertThat(pledge.kind().id()).isEqualTo(row.getField("kind"));
            assertThat(pledge.signed()).isEqualTo(row.getField("signed"));
            assertThat(pledge.unit()).isEqualTo(row.getField("unit"));
            assertThat(pledge.citation().sourceId()).isEqualTo(row.getField("source_id"));
            assertThat(String.join(";", pledge.by())).isEqualTo(row.getField("by_places"));
            assertThat(pledge.due().map(LocalDate::toString).orElse(""))
                    .isEqualTo(due.length() == 4 ? due + "-12-31" : due);
            assertThat(targets(pledge))
                    .as(pledge.id())
                    .isEqualTo(Stream.of(target.split(";"))
                            .filter(each -> !each.isEmpty())
                            .map(Double::parseDouble)
                            .toList());
        }
    }

    private static List<Double> targets(Pledge pledge) {
        return Stream.concat(
                        pledge.target().stream().boxed(),
                        pledge.details().terms().furtherTargets().stream().map(MeasureTerms.FurtherTarget::value))
                .toList();
    }

    @Test
    void all_15_actions_of_the_framework_are_there_and_belong_to_it() {
        assertThat(REGISTER.pledges().stream()
                        .filter(pledge -> pledge.parent().equals("USJP-00"))
                        .map(Pledge::id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 15)
                        .mapToObj("USJP-%02d"::formatted)
                        .toList());
    }

    @Tag("G2")
    @Test
    void opening_states_are_computed_and_equal_those_of_the_facts() throws IOException {
        Map<String, String> expected = rows("pledges.csv", "id").values().stream()
                .collect(Collectors.toMap(
                        row -> row.getField("id"),
                        row -> row.getField("opening_state"),
                        (a, _) -> a,
                        LinkedHashMap::new));
        Map<String, String> computed = new LinkedHashMap<>();
        REGISTER.assess(Drafts.NO_FACTS, OPENING)
                .forEach(each ->
                        computed.put(each.pledge().id(), each.state().nameEn().replace(" - ", "-")));

        assertThat(computed).isEqualTo(expected);
    }

    @Test
    void on_22_November_2026_one_is_met_none_missed_and_eleven_are_overdue() {
        assertThat(REGISTER.assess(Drafts.NO_FACTS, OPENING).stream()
                        .collect(groupingBy(Assessment::state, counting())))
                .containsOnly(
                        Map.entry(State.MET, 1L),
                        Map.entry(State.ON_TRACK, 1L),
                        Map.entry(State.OVERDUE_NOT_EVIDENCED, 11L),
                        Map.entry(State.DISPUTED, 1L),
                        Map.entry(State.STANDING, 5L),
                        Map.entry(State.CANNOT_TELL, 38L));
    }

    @Test
    void every_reason_names_the_rule_and_the_evidence_or_says_that_there_is_none() {
        for (Assessment each : REGISTER.assess(Drafts.NO_FACTS, OPENING)) {
            assertThat(each.reasonEn()).startsWith("Rule " + each.rule() + ":");
            assertThat(each.reasonJa()).startsWith("規則" + each.rule() + "：");
            if (each.pledge().evidence().isEmpty()) {
                assertThat(each.reasonEn()).contains("no evidence is on file");
                assertThat(each.reasonJa()).contains("証拠の登録はない");
            } else {
                assertThat(each.reasonEn()).contains(each.pledge().id() + "/1");
                assertThat(each.reasonJa()).contains(each.pledge().id() + "/1");
            }
        }
    }

    @Test
    void every_text_exists_in_Japanese() {
        for (Pledge pledge : REGISTER.pledges()) {
            assertThat(Stream.concat(
                            Stream.of(
                                    pledge.textJa(),
                                    pledge.details().instrumentJa(),
                                    pledge.details().doneWhenJa()),
                            pledge.evidence().stream().map(Pledge.Evidence::textJa)))
                    .as(pledge.id())
                    .allMatch(text -> text.codePoints()
                            .mapToObj(Character.UnicodeScript::of)
                            .anyMatch(Set.of(
                                    Character.UnicodeScript.HAN,
                                    Character.UnicodeScript.HIRAGANA,
                                    Character.UnicodeScript.KATAKANA)::contains));
        }
    }

    @Test
    void every_citation_names_a_known_source_and_its_own_row() throws IOException {
        Set<String> sources = new TreeSet<>(rows("sources.csv", "source_id").keySet());
        List<String> lines = Files.readAllLines(DATA.resolve("pledges.csv"));
        List<String> series = Files.readAllLines(DATA.resolve("series.csv"));
        for (Pledge pledge : REGISTER.pledges()) {
            for (Pledge.Evidence evidence : pledge.evidence()) {
                String[] locator = evidence.citation().locator().split(":");
                assertThat(sources).contains(evidence.citation().sourceId());
                if (locator[0].equals("pledges.csv")) {
                    assertThat(lines.get(Integer.parseInt(locator[1]) - 1)).startsWith(pledge.id() + ",");
                } else if (locator[0].equals("series.csv")) {
                    assertThat(series.get(Integer.parseInt(locator[1]) - 1))
                            .contains("," + evidence.citation().sourceId() + ",");
                    assertThat(evidence.citation().figureId()).matches("f-[0-9a-f]{10}");
                }
            }
        }
    }

    @Tag("G1")
    @Test
    void every_share_says_what_is_divided_by_what() {
        assertThat(REGISTER.pledges().stream()
                        .filter(pledge -> pledge.unit().equals("%"))
                        .map(pledge -> pledge.details().terms()))
                .hasSize(11)
                .allMatch(terms -> !terms.numerator().isEmpty()
                        && !terms.denominator().isEmpty()
                        && !terms.basePeriod().isEmpty());
    }

    @Test
    void an_unknown_id_names_the_nearest() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> REGISTER.get("USJP-5"))
                .hasMessageContaining("'USJP-5'")
                .hasMessageContaining("Maybe you meant 'USJP-05'");
    }

    @Test
    void two_pledges_of_one_id_are_refused() {
        Pledge pledge = REGISTER.get("USJP-00");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Register.of(List.of(pledge, pledge)))
                .hasMessageContaining("'USJP-00' twice");
    }
}
