package org.monazite.app.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.app.cli.Cli;
import org.monazite.app.cli.SecureTest;
import tools.jackson.databind.JsonNode;

/// Rows P of docs/features.md on the pack in the box, mostly by one run of the main job.
@Tag("examples")
class PlanFeaturesTest {

    private static final JsonNode JOB = SecureTest.ONE.json();
    private static final JsonNode PLAN = JOB.path("plan");
    private static final Cli.Result ENGLISH = Cli.shared().line("secure --members 6 --weeks 4 --points 2 --plain");
    private static final Cli.Result JAPANESE =
            Cli.shared().line("secure --members 6 --weeks 4 --points 2 --plain --lang ja");

    private static void screens(String english, String japanese) {
        assertThat(ENGLISH.code()).as(ENGLISH.err()).isZero();
        assertThat(ENGLISH.out()).contains(english);
        assertThat(JAPANESE.out()).contains(japanese);
    }

    @Test
    @Tag("P1")
    void works_contracts_stocks_and_recycling_are_weighed_and_paid_within_each_budget() {
        double paid = 0;
        for (JsonNode decision : PLAN.path("projects")) {
            for (JsonNode part : decision.path("paidUsd")) {
                paid += part.asDouble();
            }
        }
        assertThat(paid).isCloseTo(PLAN.path("spent").asDouble(), within(1.0));
        assertThat(PLAN.path("spent").asDouble())
                .isLessThanOrEqualTo(PLAN.path("budget").asDouble());
        TreeSet<String> kinds = new TreeSet<>();
        PLAN.path("ifWorksAreLate")
                .path("projects")
                .forEach(each -> kinds.add(each.path("kind").asString()));
        assertThat(kinds).contains("module", "stockpile", "recycling", "offtake");
        screens("NdPr metal module", "NdPr金属モジュール");
    }

    @Test
    @Tag("P2")
    void shares_of_the_supplier_are_held_by_the_target_year_direct_at_each_stage_and_traced() {
        TreeSet<String> stages = new TreeSet<>();
        boolean traced = false;
        for (JsonNode target : PLAN.path("targets")) {
            String name = target.path("name").asString();
            stages.add(target.path("subject").asString());
            boolean kept =
                    target.path("reached").asDouble() <= target.path("wanted").asDouble() + 1e-6;
            assertThat(target.path("kept").asBoolean())
                    .as(name + " " + target.path("subject").asString())
                    .isEqualTo(kept);
            boolean lowered =
                    target.path("before").asDouble() > target.path("wanted").asDouble() && kept;
            traced |= name.equals("traced_share") && lowered;
        }
        assertThat(stages).contains("JPN ndpr.metal", "USA ndfeb.magnet", "JPN dy.oxide");
        assertThat(traced).isTrue(); // it was above the limit and is below it with the plan
        screens("traced share of supply", "遡及");
    }

    @Test
    @Tag("P4")
    @Tag("P11")
    void one_plan_meets_every_ban_and_none_hurts_more_than_the_one_it_names() {
        double worst = 0;
        TreeSet<String> suppliers = new TreeSet<>();
        for (JsonNode ban : PLAN.path("bans")) {
            suppliers.add(ban.path("supplier").asString());
            for (JsonNode unmet : ban.path("unmetAfter")) {
                worst = Math.max(worst, unmet.asDouble());
            }
        }
        assertThat(suppliers).hasSizeGreaterThan(3).contains("CHN");
        assertThat(worst).isCloseTo(PLAN.path("lossAfter").asDouble(), within(1e-6));
        screens("demand unmet in the worst ban", "最悪");
    }

    @Test
    @Tag("P6")
    void the_frontier_comes_with_the_plan_and_every_point_is_verified() {
        JsonNode points = JOB.path("frontier").path("points");

        assertThat(points.size()).isEqualTo(3);
        for (JsonNode point : points) {
            assertThat(point.path("verified").asBoolean()).isTrue();
            assertThat(point.path("spent").asDouble())
                    .isLessThanOrEqualTo(point.path("budget").asDouble() + 1);
        }
        screens("Frontier: 2 budgets", "予算と効果:2段階");
    }

    @Test
    @Tag("P9")
    void works_count_from_their_likely_start_and_grow_over_years() {
        for (JsonNode decision : PLAN.path("projects")) {
            int start = decision.path("startYear").asInt();
            int full = decision.path("fullYear").asInt();
            assertThat(start).isGreaterThan(2026);
            assertThat(full).isGreaterThanOrEqualTo(start);
            double before = 0;
            for (JsonNode tonnes : decision.path("outputTonnes")) {
                assertThat(tonnes.asDouble()).isGreaterThanOrEqualTo(before - 1e-9);
                before = tonnes.asDouble();
            }
        }
        assertThat(PLAN.path("ifWorksAreLate")
                        .path("withThisPlan")
                        .path("worstUnmet")
                        .asDouble())
                .isGreaterThanOrEqualTo(PLAN.path("lossAfter").asDouble());
        screens("2 years later", "2年");
    }

    @Test
    @Tag("P13")
    void the_plan_is_played_in_the_daily_engine_and_the_gap_is_told() {
        double gap = 0;
        for (JsonNode line : PLAN.path("replay").path("lines")) {
            gap = Math.max(
                    gap,
                    Math.abs(line.path("planBefore").asDouble()
                            - line.path("engineBefore").asDouble()));
            gap = Math.max(
                    gap,
                    Math.abs(line.path("planAfter").asDouble()
                            - line.path("engineAfter").asDouble()));
            assertThat(line.path("engineAfter").asDouble())
                    .isBetween(
                            line.path("engineAfterLow").asDouble(),
                            line.path("engineAfterHigh").asDouble());
        }
        assertThat(PLAN.path("replay").path("largestGap").asDouble()).isCloseTo(gap, within(1e-9));
        screens("Replay in the daily engine, Japan", "日次");
    }

    @Test
    @Tag("P12")
    void what_knowing_the_ban_is_worth_is_told_in_both_languages() {
        JsonNode value = Screens.json("plan value").path("value");

        assertThat(value.path("evpiUsd").asDouble()).isPositive();
        assertThat(Cli.shared().line("plan value --lang ja").out()).contains("完全情報");
    }
}
