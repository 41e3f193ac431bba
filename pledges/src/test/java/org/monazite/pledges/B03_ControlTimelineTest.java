package org.monazite.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.monazite.pledges.ControlTimeline.Branch.EXTENDED_ONE_YEAR;
import static org.monazite.pledges.ControlTimeline.Branch.LAPSES;
import static org.monazite.pledges.ControlTimeline.Branch.REPEALED;
import static org.monazite.pledges.ControlTimeline.Branch.RESUMES;
import static org.monazite.pledges.ControlTimeline.Branch.TIGHTENED;
import static org.monazite.pledges.ControlTimeline.Phase.ANNOUNCED;
import static org.monazite.pledges.ControlTimeline.Phase.ENDED;
import static org.monazite.pledges.ControlTimeline.Phase.IN_FORCE;
import static org.monazite.pledges.ControlTimeline.Phase.NOT_YET_ANNOUNCED;
import static org.monazite.pledges.ControlTimeline.Phase.OUTCOME_NOT_RECORDED;
import static org.monazite.pledges.ControlTimeline.Phase.SUSPENDED;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.pledges.ControlTimeline.Branch;
import org.monazite.pledges.ControlTimeline.Phase;
import org.monazite.pledges.ControlTimeline.Weighted;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Flag;

class B03_ControlTimelineTest {

    private static ControlTimeline control(
            String scope, String targets, String type, String announced, String effective, String end, String seen) {
        return ControlTimeline.of(new ExportControl(
                "X",
                "CHN",
                scope,
                List.of(targets.split(";")),
                "",
                "",
                List.of(),
                type,
                "",
                day(announced),
                day(effective),
                day(end),
                "",
                seen,
                Flag.NONE,
                Drafts.SOURCE));
    }

    private static Optional<LocalDate> day(String text) {
        return switch (text.length()) {
            case 0 -> Optional.empty();
            case 4 -> Optional.of(LocalDate.parse(text + "-01-01"));
            case 7 -> Optional.of(LocalDate.parse(text + "-01"));
            default -> Optional.of(LocalDate.parse(text));
        };
    }

    private static LocalDate on(String day) {
        return LocalDate.parse(day);
    }

    private static final ControlTimeline NOTICE_57 = control(
            "all",
            "WLD",
            "licence",
            "2025-10-09",
            "2025-11-08",
            "2025-11-07",
            "suspended until 2026-11-10; afterwards unknown");
    private static final ControlTimeline NOTICE_62 = control(
            "all",
            "WLD",
            "licence",
            "2025-10-09",
            "2025-10-09",
            "2025-11-07",
            "suspended until 2026-11-10; afterwards unknown");
    private static final ControlTimeline GALLIUM_BAN =
            control("named", "USA", "ban", "2024-12-03", "2024-12-03", "2025-11-09", "suspended until 2026-11-27");
    private static final ControlTimeline SEVEN_RARE_EARTHS =
            control("all", "WLD", "licence", "2025-04-04", "2025-04-04", "", "in force");

    @ParameterizedTest
    @CsvSource({
        "2025-10-08, NOT_YET_ANNOUNCED",
        "2025-10-09, ANNOUNCED",
        "2025-11-06, ANNOUNCED",
        "2025-11-07, SUSPENDED",
        "2025-11-08, SUSPENDED",
        "2026-11-10, SUSPENDED",
        "2026-11-11, OUTCOME_NOT_RECORDED",
        "2026-11-22, OUTCOME_NOT_RECORDED"
    })
    void a_notice_suspended_before_its_first_day_never_was_in_force(LocalDate day, Phase phase) {
        assertThat(NOTICE_57.at(day).phase()).isEqualTo(phase);
    }

    @Test
    void a_notice_in_force_at_once_was_in_force_until_its_suspension() {
        assertThat(NOTICE_62.at(on("2025-11-06")).phase()).isEqualTo(IN_FORCE);
        assertThat(NOTICE_62.at(on("2025-11-06")).until()).contains(on("2025-11-06"));
        assertThat(NOTICE_62.at(on("2025-11-07")).textEn()).isEqualTo("suspended until 2026-11-10");
        assertThat(NOTICE_62.at(on("2025-11-07")).textJa()).isEqualTo("停止中（2026年11月10日まで）");
    }

    @Test
    void after_a_scheduled_end_there_are_branches_and_no_guess() {
        LocalDate after = on("2026-11-28");

        assertThat(GALLIUM_BAN.at(on("2026-11-27")).phase()).isEqualTo(SUSPENDED);
        assertThat(GALLIUM_BAN.at(after).phase()).isEqualTo(OUTCOME_NOT_RECORDED);
        assertThat(GALLIUM_BAN.branches()).containsExactly(RESUMES, EXTENDED_ONE_YEAR, REPEALED);
        assertThat(GALLIUM_BAN.at(after, RESUMES).phase()).isEqualTo(IN_FORCE);
        assertThat(GALLIUM_BAN.at(after, REPEALED).phase()).isEqualTo(ENDED);
        assertThat(GALLIUM_BAN.at(after, EXTENDED_ONE_YEAR).until()).contains(on("2027-11-27"));
        assertThat(GALLIUM_BAN.at(on("2027-11-28"), EXTENDED_ONE_YEAR).phase()).isEqualTo(OUTCOME_NOT_RECORDED);
    }

    @Test
    void before_the_open_end_all_branches_agree() {
        for (Branch branch : GALLIUM_BAN.branches()) {
            assertThat(GALLIUM_BAN.at(on("2026-11-27"), branch)).isEqualTo(GALLIUM_BAN.at(on("2026-11-27")));
        }
    }

    @Test
    void weights_are_equal_and_called_an_assumption_until_somebody_sets_them() {
        assertThat(NOTICE_57.weights())
                .extracting(Weighted::weight, Weighted::assumed)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(1.0 / 3, true));
        assertThat(NOTICE_57.weights(Map.of(RESUMES, 3.0, REPEALED, 1.0)))
                .containsExactly(
                        new Weighted(RESUMES, 0.75, false),
                        new Weighted(EXTENDED_ONE_YEAR, 0, false),
                        new Weighted(REPEALED, 0.25, false));
    }

    @Test
    void weights_of_other_branches_or_of_nothing_are_refused() {
        assertThatThrownBy(() -> NOTICE_57.weights(Map.of(LAPSES, 1.0))).hasMessageContaining("'lapses'");
        assertThatThrownBy(() -> NOTICE_57.weights(Map.of())).hasMessageContaining("all zero");
        assertThatThrownBy(() -> NOTICE_57.weights(Map.of(RESUMES, -1.0))).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> SEVEN_RARE_EARTHS.at(on("2026-01-01"), RESUMES))
                .hasMessageContaining("Maybe");
    }

    @Test
    void a_quota_that_expires_and_a_deadline_have_branches_too() {
        ControlTimeline quota = control("all", "WLD", "quota", "2025-09-20", "2025-10-16", "2027-12-31", "in force");
        ControlTimeline deadline = control(
                "all",
                "WLD",
                "import_measure_pending",
                "2026-01-14",
                "2026-01-14",
                "2026-07-13",
                "outcome not recorded");

        assertThat(quota.at(on("2027-12-31")).phase()).isEqualTo(IN_FORCE);
        assertThat(quota.at(on("2028-01-01")).phase()).isEqualTo(OUTCOME_NOT_RECORDED);
        assertThat(quota.branches()).containsExactly(LAPSES, EXTENDED_ONE_YEAR, TIGHTENED);
        assertThat(deadline.at(on("2026-07-13")).phase()).isEqualTo(ANNOUNCED);
        assertThat(deadline.at(on("2026-07-14"), TIGHTENED).phase()).isEqualTo(IN_FORCE);
        assertThat(deadline.at(on("2026-07-14"), LAPSES).phase()).isEqualTo(ENDED);
    }

    @Test
    void a_recorded_end_is_the_last_day_in_force() {
        ControlTimeline ended = control("all", "WLD", "ban", "2025-02-22", "2025-02-22", "2025-10-15", "ended");

        assertThat(ended.at(on("2025-10-15")).phase()).isEqualTo(IN_FORCE);
        assertThat(ended.at(on("2025-10-16")).phase()).isEqualTo(ENDED);
        assertThat(ended.branches()).isEmpty();
    }

    @Test
    void without_a_first_day_it_stays_announced_and_an_unknown_status_is_called_so() {
        ControlTimeline announced = control("all", "WLD", "licence", "2025-06-25", "", "", "announced");
        ControlTimeline unknown = control("all", "WLD", "ban", "", "2021-05-28", "", "unknown");

        assertThat(announced.at(on("2030-01-01")).phase()).isEqualTo(ANNOUNCED);
        assertThat(unknown.at(on("2021-05-27")).phase()).isEqualTo(NOT_YET_ANNOUNCED);
        assertThat(unknown.at(on("2026-01-01")).textEn()).isEqualTo("in force by its dates, not confirmed");
    }

    @Test
    void named_targets_hit_nobody_else() {
        ControlTimeline europe = control("named", "USA;EU27", "ban", "", "2010-10-18", "", "ended");

        assertThat(GALLIUM_BAN.hits("USA")).isTrue();
        assertThat(GALLIUM_BAN.hits("JPN")).isFalse();
        assertThat(europe.hits("DEU")).isTrue();
        assertThat(SEVEN_RARE_EARTHS.hits("JPN")).isTrue();
        assertThat(SEVEN_RARE_EARTHS.hits("CHN")).isFalse();
    }

    private static List<ControlTimeline> pack() throws IOException {
        List<ControlTimeline> pack = new ArrayList<>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(Path.of("..", "data", "export_measures.csv"))) {
            for (NamedCsvRecord row : reader) {
                pack.add(ControlTimeline.of(new ExportControl(
                        row.getField("id"),
                        row.getField("imposer"),
                        row.getField("scope"),
                        List.of(row.getField("target_places").split(";")),
                        row.getField("minerals"),
                        row.getField("products"),
                        List.of(),
                        row.getField("type"),
                        row.getField("legal_ref"),
                        day(row.getField("announced")),
                        day(row.getField("effective")),
                        day(row.getField("end")),
                        row.getField("end_kind"),
                        row.getField("status_seen"),
                        Flag.NONE,
                        Drafts.SOURCE)));
            }
        }
        return pack;
    }

    @Test
    void phases_of_all_45_controls_only_go_forward() throws IOException {
        assertThat(pack()).hasSize(45);
        for (ControlTimeline each : pack()) {
            Phase before = NOT_YET_ANNOUNCED;
            for (LocalDate day = on("2007-12-31"); day.getYear() < 2030; day = day.plusDays(1)) {
                Phase phase = each.at(day).phase();
                assertThat(phase).as("%s on %s", each.control().id(), day).isGreaterThanOrEqualTo(before);
                before = phase;
            }
        }
    }

    @Test
    void on_22_November_2026_seven_outcomes_are_not_recorded_and_the_ban_of_gallium_is_suspended() throws IOException {
        List<ControlTimeline> open = pack().stream()
                .filter(each -> each.at(on("2026-11-22")).phase() == OUTCOME_NOT_RECORDED)
                .toList();
        List<ControlTimeline> suspended = pack().stream()
                .filter(each -> each.at(on("2026-11-22")).phase() == SUSPENDED)
                .toList();

        assertThat(open)
                .extracting(each -> each.control().id())
                .containsExactly(
                        "CN-OCT-55", "CN-OCT-56", "CN-OCT-57", "CN-OCT-58", "CN-OCT-61", "CN-OCT-62", "US-232-CM");
        assertThat(suspended).extracting(each -> each.control().id()).containsExactly("CN-US-46");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN-7REE-2025", "CN-US-46-1", "CN-JP-2026-1", "CN-JP-2026-L20", "CN-JP-2026-W20"})
    void what_was_not_suspended_is_in_force(String id) throws IOException {
        ControlTimeline control = pack().stream()
                .filter(each -> each.control().id().equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(control.at(on("2026-11-22")).phase()).isEqualTo(IN_FORCE);
    }
}
