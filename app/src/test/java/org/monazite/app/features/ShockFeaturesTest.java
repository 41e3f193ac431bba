package org.monazite.app.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.app.cli.Cli;
import tools.jackson.databind.JsonNode;

/// Rows S of docs/features.md on the pack in the box.
class ShockFeaturesTest {

    private static final String SMALL = " --members 6 --weeks 30";
    private static final JsonNode BAN = Screens.json("shock run china-magnet-chain" + SMALL);
    private static final String DYSPROSIUM = "dy.oxide";
    private static final String MAGNETS = "ndfeb.magnet";

    @TempDir
    Path folder;

    private JsonNode play(String yaml) throws IOException {
        return play(yaml, SMALL);
    }

    private JsonNode play(String yaml, String options) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "start: 2026-01-01\n" + yaml);
        Cli.Result result = Cli.shared().line("shock run " + file + options + " --json");
        assertThat(result.code()).as(result.err()).isZero();
        return result.json();
    }

    private static JsonNode line(JsonNode run, String place, String product) {
        return Screens.row(run.path("shock"), "place", place, "product", product);
    }

    private static double median(JsonNode run, String place, String product) {
        return line(run, place, product).path("unmetShare").path("p50").asDouble();
    }

    private static double week(JsonNode run, String place, String product, int week) {
        return line(run, place, product)
                .path("byWeek")
                .path("p50")
                .get(week - 1)
                .asDouble();
    }

    @Test
    @Tag("S1")
    void works_that_lose_their_capacity_recover_over_the_days_that_are_stated() throws IOException {
        String outage =
                "actions:\n  - outage: {places: [CHN], products: [ndfeb.magnet], weeks: 1-16, loss: 1, recovery_days: %d}\n";
        JsonNode quick = play(outage.formatted(1));
        JsonNode slow = play(outage.formatted(200));

        assertThat(median(quick, "USA", MAGNETS)).isPositive();
        assertThat(week(slow, "USA", MAGNETS, 26)).isGreaterThan(week(quick, "USA", MAGNETS, 26));
        Screens.Both screen = Screens.both("shock run myanmar-clay" + SMALL);
        assertThat(screen.english()).contains("Played: ");
        assertThat(screen.japanese()).contains("想定:");
    }

    @Test
    @Tag("S2")
    void a_ban_on_two_partners_empties_them_and_others_are_served() {
        JsonNode run = Screens.json("shock run china-bilateral" + SMALL);

        assertThat(median(run, "JPN", DYSPROSIUM)).isGreaterThan(0.5);
        assertThat(median(run, "USA", DYSPROSIUM)).isGreaterThan(0.5);
        assertThat(median(run, "VNM", DYSPROSIUM)).isLessThan(0.1);
        assertThat(median(run, "EU27", "ndfeb.use")).isLessThan(0.1);
        assertThat(median(BAN, "VNM", DYSPROSIUM)).isGreaterThan(0.5);
        Screens.both("shock run china-bilateral" + SMALL);
    }

    @Test
    @Tag("S3")
    void longer_waits_for_licences_and_fewer_approvals_leave_more_unmet() throws IOException {
        String licence =
                "actions:\n  - licence: {from: [CHN], to: all, products: [dy.oxide], weeks: 1-52, delay_days: %d,"
                        + " controlled: 1, approval: [{from_week: 1, share: %s}]}\n";
        JsonNode mild = play(licence.formatted(10, "1"));
        JsonNode slow = play(licence.formatted(120, "1"));
        JsonNode strict = play(licence.formatted(10, "0.1"));

        assertThat(median(mild, "JPN", DYSPROSIUM))
                .isLessThan(median(slow, "JPN", DYSPROSIUM))
                .isLessThan(median(strict, "JPN", DYSPROSIUM));
        Screens.Both screen = Screens.both("shock run licence-april-2025" + SMALL);
        assertThat(screen.english()).contains("wait for licences, 63 days on average");
        assertThat(screen.japanese()).contains("63日");
    }

    @Test
    @Tag("S5")
    @Tag("S16")
    @Tag("S17")
    void a_run_shows_each_week_how_sure_each_value_is_and_how_far_the_balance_was_off() {
        JsonNode dysprosium = line(BAN, "JPN", DYSPROSIUM);
        JsonNode weeks = dysprosium.path("byWeek").path("p50");
        assertThat(weeks).hasSize(30);
        assertThat(weeks.get(0).asDouble()).isLessThan(0.05); // stocks still carry
        assertThat(weeks.get(29).asDouble()).isGreaterThan(0.5);
        assertThat(dysprosium.path("firstEmptyWeek").asInt()).isBetween(2, 20);

        JsonNode loss = Screens.row(BAN.path("evidence").path("headlines"), "place", "USA")
                .path("lossUsd")
                .path("p50");
        assertThat(loss.path("value").asDouble())
                .isBetween(loss.path("low").asDouble(), loss.path("high").asDouble());
        assertThat(BAN.path("scenario").path("massError").asDouble()).isBetween(0.0, 1e-9);
        Screens.Both screen = Screens.both("shock run china-magnet-chain" + SMALL);
        assertThat(screen.english()).contains("NdFeB magnets\tJapan", "Unmet: part of the normal use");
        assertThat(screen.japanese()).contains("ネオジム磁石\t日本", "平時の使用量に対する不足分");
    }

    @Test
    @Tag("S6")
    void the_rule_by_which_short_suppliers_divide_can_be_chosen_and_matters() throws IOException {
        String ban =
                "assumptions: {rationing: %s}\nactions:\n  - ban: {from: [CHN], to: all, products: all, weeks: 1-30, allowed: 0.3}\n";
        Map<String, Double> unmet = new TreeMap<>();
        for (String rule : new String[] {"proportional", "priority_waterfill"}) {
            JsonNode run = play(ban.formatted(rule));
            assertThat(run.path("runCard")
                            .path("settings")
                            .path("assumptions.rationing")
                            .asString())
                    .isEqualTo(rule);
            unmet.put(
                    rule,
                    Screens.row(run.path("evidence").path("industries"), "node", "JPN/ndfeb.use/defence")
                            .path("defaultRunUsd")
                            .path("value")
                            .asDouble());
        }
        assertThat(unmet.get("priority_waterfill")).isLessThan(unmet.get("proportional")); // defence comes first
    }

    @Test
    @Tag("S7")
    @Tag("S9")
    void spare_capacity_and_saving_soften_a_ban_and_each_is_told() {
        JsonNode softened = Screens.json("shock why china-magnet-chain --at JPN --weeks 30")
                .path("why")
                .path("waterfall");

        assertThat(Screens.row(softened, "mechanism", "spare").path("saved").asDouble())
                .isPositive();
        assertThat(Screens.row(softened, "mechanism", "substitution")
                        .path("saved")
                        .asDouble())
                .isPositive();
        Screens.Both screen = Screens.both("shock why china-magnet-chain --at JPN --weeks 30");
        assertThat(screen.english()).contains("spare capacity and overtime", "saving inputs");
        assertThat(screen.japanese()).contains("余剰能力・増産", "使用量の節約");
    }

    @Test
    @Tag("S8")
    void idle_works_come_back_after_their_lead_and_ramp() throws IOException {
        String ban = "actions:\n  - ban: {from: [CHN], to: all, products: [ndfeb.magnet], weeks: 1-52}\n";
        String restart =
                "  - restart: {place: JPN, maker: ndfeb.magnet, t_per_year: 9000, start: 1, lead_days: %d, ramp_days: 30}\n";
        JsonNode early = play(ban + restart.formatted(14));
        JsonNode late = play(ban + restart.formatted(180));

        assertThat(week(early, "JPN", MAGNETS, 20)).isLessThan(week(late, "JPN", MAGNETS, 20));
    }

    @Test
    @Tag("S11")
    void the_loss_is_told_by_industry_and_against_GDP_in_both_languages() {
        Screens.Both screen = Screens.both("shock run china-magnet-chain" + SMALL);

        assertThat(screen.english()).contains("electric car motors", "of its GDP of 2018");
        assertThat(screen.japanese()).contains("2018年GDP");
        assertThat(BAN.path("evidence").path("industries").findValuesAsString("node"))
                .contains("JPN/ndfeb.use/ev", "USA/ndfeb.use/defence");
    }

    @Test
    @Tag("S4")
    void a_lane_without_a_way_round_hurts_more_than_one_with_a_short_detour() throws IOException {
        String lane = "actions:\n  - lane: {lane: [LN-ECS, LN-NPA], weeks: 1-26, extra_days: %s}\n";
        JsonNode detour = play(lane.formatted("3"));
        JsonNode shut = play(lane.formatted("closed"));

        assertThat(shut.path("valueAtRiskUsd").path("USA").path("p50").asDouble())
                .isGreaterThan(
                        detour.path("valueAtRiskUsd").path("USA").path("p50").asDouble());
        Screens.Both screen = Screens.both("shock run malacca --members 6 --weeks 13");
        assertThat(screen.english())
                .contains("Played: the sea lane Malacca and Singapore Straits is shut for 13 weeks");
        assertThat(screen.japanese()).contains("マラッカ");
    }

    @Test
    @Tag("S21")
    void the_licences_of_April_2025_are_played_again_and_scored_against_naive_forecasts() {
        Screens.Both screen = Screens.both("shock backtest licences-2025");

        assertThat(screen.english()).contains("China: magnet exports, world", "wMAPE = sum of errors / sum observed");
        assertThat(screen.japanese()).contains("wMAPE");
        screen.sayTheSameShares();
    }

    @Test
    @Tag("S23")
    void a_scenario_of_the_user_is_a_file_and_gives_the_same_bytes_each_time() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, """
                name: mine
                start: 2026-01-01
                about_en: Half of all terbium for ten weeks
                actions:
                  - ban: {from: [CHN], to: [JPN], products: [tb.oxide], weeks: 3-12, allowed: 0.5}
                """);
        String line = "shock run " + file + " --members 6 --weeks 16";

        assertThat(Cli.shared().line(line + " --json").out())
                .isEqualTo(Cli.shared().line(line + " --json --threads 1").out());
        Screens.Both screen = Screens.both(line);
        assertThat(screen.english()).contains("Scenario mine: 16 weeks");
        assertThat(screen.japanese()).contains("mine");
    }
}
