package org.monazite.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.monazite.pledges.Drafts.act;
import static org.monazite.pledges.Drafts.action;
import static org.monazite.pledges.Drafts.covering;
import static org.monazite.pledges.Drafts.done;
import static org.monazite.pledges.Drafts.evidence;
import static org.monazite.pledges.Drafts.facts;
import static org.monazite.pledges.Drafts.on;
import static org.monazite.pledges.Drafts.pledge;
import static org.monazite.pledges.Drafts.series;
import static org.monazite.pledges.Drafts.standing;
import static org.monazite.pledges.Drafts.undated;
import static org.monazite.pledges.Drafts.withTerms;
import static org.monazite.pledges.Pledge.Direction.AGAINST;
import static org.monazite.pledges.Pledge.Direction.CONTEXT;
import static org.monazite.pledges.Pledge.Direction.FOR;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.monazite.pledges.Assessment.State;
import org.monazite.pledges.Pledge.Evidence;
import org.monazite.pledges.Pledge.EvidenceKind;
import org.monazite.pledges.Pledge.Kind;

/// Each rule with the smallest example.
class A03_RulesTest {

    private static void stands(Assessment assessment, State state, int rule) {
        assertThat(assessment.state()).as(assessment.reasonEn()).isEqualTo(state);
        assertThat(assessment.rule()).as(assessment.reasonEn()).isEqualTo(rule);
    }

    @Test
    void rule_1_strong_evidence_on_both_sides_is_disputed() {
        Pledge pledge = action(act("P-1/1", "2026-05-01", FOR, "B"), act("P-1/2", "2026-05-02", AGAINST, "A"));

        stands(on("2026-06-01", pledge), State.DISPUTED, 1);
        assertThat(on("2026-06-01", pledge).reasonEn()).contains("P-1/1 (2026-05-01", "P-1/2 (2026-05-02");
    }

    @Test
    void rule_1_needs_both_sides_to_be_strong_and_about_the_same_point() {
        Evidence weak = act("P-1/2", "2026-05-02", AGAINST, "C");
        Evidence part = covering(act("P-1/2", "2026-05-02", AGAINST, "A"), "loans");
        Evidence other = covering(act("P-1/1", "2026-05-01", FOR, "A"), "grants");

        stands(on("2026-06-01", action(act("P-1/1", "2026-05-01", FOR, "A"), weak)), State.OVERDUE_NOT_EVIDENCED, 6);
        stands(on("2026-06-01", action(other, part)), State.OVERDUE_NOT_EVIDENCED, 6);
        stands(on("2026-06-01", action(covering(other, "loans"), part)), State.DISPUTED, 1);
    }

    @Test
    void rule_1_opposite_definitions_are_disputed_only_where_the_text_fixes_none() {
        PledgeFacts facts = facts(
                series("JP_DEFENCE_AND_RELATED", "JPY tn", "", "FY2025 initial", 11, "FY2025 supplementary", 1.1),
                series("JP_GDP_FY2022_IMPLIED", "JPY tn", "", "FY2022", 550),
                series("JP_DEFENCE_MOD_BUDGET", "JPY tn", "", "FY2025", 8.7));
        Pledge open = pledge(Kind.QUANTITATIVE, "2026-03-31", "jp_defence_share_of_gdp", OptionalDouble.of(2));
        MeasureTerms fixed = new MeasureTerms(
                "n",
                "d",
                "FY2022",
                List.of("government", "ministry_alone"),
                "government",
                List.of(),
                Double.NaN,
                List.of());

        stands(on("2026-06-01", open, facts), State.DISPUTED, 1);
        stands(on("2026-06-01", withTerms(open, fixed), facts), State.MET, 4);
    }

    @Test
    void rule_1_figures_that_fulfil_and_an_official_denial_are_disputed() {
        PledgeFacts facts = facts(series("JP_DEFENCE_SHARE_SAMEYEAR", "%", "", "FY2025", 2.1));
        Pledge pledge = sameYear().with(List.of(act("P-1/1", "2026-05-01", AGAINST, "A")));

        stands(on("2026-06-01", pledge, facts), State.DISPUTED, 1);
    }

    @Test
    void rule_2_a_standing_promise_stands_through_the_last_day_of_its_validity() {
        stands(on("2026-11-10", standing()), State.STANDING, 2);
        stands(on("2026-11-11", standing()), State.CANNOT_TELL, 8);
        assertThat(on("2026-11-22", standing()).reasonEn()).contains("2026-11-10", "not recorded");
    }

    @Test
    void rule_2_an_agreement_without_end_stands() {
        stands(on("2030-01-01", pledge(Kind.STATUS, "", "", OptionalDouble.empty())), State.STANDING, 2);
    }

    @Test
    void rule_3_an_act_that_fulfils_is_met_with_the_days_it_was_late() {
        stands(on("2026-06-01", action(done("P-1/1", "2026-04-20"))), State.MET, 3);
        assertThat(on("2026-06-01", action(done("P-1/1", "2026-04-29"))).lateDays())
                .isZero();
        assertThat(on("2026-06-01", action(done("P-1/1", "2026-04-30"))).lateDays())
                .isEqualTo(2);
        assertThat(on("2026-06-01", action(done("P-1/1", "2026-04-30"))).reasonEn())
                .contains("2 days after");
    }

    @Test
    void rule_3_a_statement_alone_does_not_fulfil() {
        Evidence word = evidence("P-1/1", "2026-04-20", EvidenceKind.STATEMENT, FOR, "A", true);

        stands(on("2026-06-01", action(word)), State.OVERDUE_NOT_EVIDENCED, 6);
    }

    @Test
    void rule_3_weak_evidence_does_not_overrule_an_official_denial() {
        Evidence weak = evidence("P-1/1", "2026-04-20", EvidenceKind.ACT, FOR, "D", true);

        stands(on("2026-06-01", action(weak, act("P-1/2", "2026-05-01", AGAINST, "A"))), State.MISSED, 5);
    }

    @Test
    void rule_4_final_figures_that_fulfil_over_their_whole_range_are_met() {
        PledgeFacts facts = facts(series("JP_DEFENCE_SHARE_SAMEYEAR", "%", "", "FY2025", 2.1));
        Pledge pledge = sameYear();

        stands(on("2026-06-01", pledge, facts), State.MET, 4);
        stands(on("2026-03-01", pledge, facts), State.CANNOT_TELL, 8);
    }

    @Test
    void rule_5_final_figures_that_fail_over_their_whole_range_are_missed_and_straddling_ones_are_not() {
        stands(on("2026-06-01", sameYear(), facts(sameYear(1.4))), State.MISSED, 5);
        stands(on("2026-06-01", sameYear(), facts(sameYear(2.0))), State.OVERDUE_NOT_EVIDENCED, 6);
    }

    private static org.monazite.supply.Series sameYear(double percent) {
        return series("JP_DEFENCE_SHARE_SAMEYEAR", "%", "", "FY2025", percent);
    }

    private static Pledge sameYear() {
        MeasureTerms terms =
                new MeasureTerms("n", "d", "FY2025", List.of("same_year_gdp"), "", List.of(), Double.NaN, List.of());
        return withTerms(
                pledge(Kind.QUANTITATIVE, "2026-03-31", "jp_defence_share_of_gdp", OptionalDouble.of(2)), terms);
    }

    @Test
    void rule_5_an_official_statement_after_the_date_that_it_was_not_done_is_missed() {
        Evidence official = act("P-1/1", "2026-05-05", AGAINST, "A");

        stands(on("2026-06-01", action(official)), State.MISSED, 5);
        stands(on("2026-06-01", action(act("P-1/1", "2026-05-05", AGAINST, "C"))), State.OVERDUE_NOT_EVIDENCED, 6);
    }

    @Test
    void rule_5_a_forecast_made_before_the_date_misses_nothing() {
        Pledge pledge = action(act("P-1/1", "2026-02-04", AGAINST, "A"));

        stands(on("2026-03-01", pledge), State.CANNOT_TELL, 8);
        stands(on("2026-06-01", pledge), State.OVERDUE_NOT_EVIDENCED, 6);
        assertThat(on("2026-03-01", pledge).drift()).isEqualTo(Assessment.Drift.BEHIND);
    }

    @Test
    void rule_5_a_breach_of_a_part_breaks_a_standing_promise() {
        Evidence breach = covering(act("P-1/1", "2026-05-05", AGAINST, "B"), "gallium");

        stands(on("2026-06-01", standing(breach)), State.MISSED, 5);
        assertThat(on("2026-06-01", standing(breach)).reasonEn()).contains("broken", "P-1/1");
        assertThat(on("2026-06-01", standing(breach)).reasonJa()).contains("違反", "P-1/1");
    }

    @Test
    void rule_5_a_breach_that_nobody_denies_outweighs_a_quarrel_about_another_part() {
        Evidence denied = covering(act("P-1/1", "2026-05-05", AGAINST, "B"), "gallium");
        Evidence denial = covering(act("P-1/2", "2026-05-06", FOR, "B"), "gallium");
        Evidence breach = covering(act("P-1/3", "2026-05-07", AGAINST, "B"), "antimony");

        stands(on("2026-06-01", standing(denied, denial)), State.DISPUTED, 1);
        stands(on("2026-06-01", standing(denied, denial, breach)), State.MISSED, 5);
    }

    @Test
    void rule_5_an_undated_promise_is_missed_only_by_a_positive_statement() {
        stands(on("2026-06-01", undated(act("P-1/1", "2026-05-05", AGAINST, "A"))), State.MISSED, 5);
        stands(on("2036-06-01", undated()), State.CANNOT_TELL, 8);
    }

    @Test
    void rule_6_past_due_and_silence_is_overdue_and_says_that_nothing_is_on_file() {
        stands(on("2026-04-29", action()), State.CANNOT_TELL, 8);
        stands(on("2026-04-30", action()), State.OVERDUE_NOT_EVIDENCED, 6);
        assertThat(on("2026-04-30", action()).reasonEn())
                .isEqualTo("Rule 6: the due date 2026-04-28 (1 day of tolerance) has passed and nothing accepted shows"
                        + " that it was done; no evidence is on file.");
        assertThat(on("2026-04-30", action()).reasonJa())
                .isEqualTo("規則6：期限2026年4月28日（期日指定、許容1日）を過ぎたが、履行を示す承認済みの証拠がない。証拠の登録はない。");
    }

    @Test
    void rule_6_does_not_call_a_number_overdue_that_is_not_published_yet() {
        stands(on("2026-06-01", sameYear()), State.CANNOT_TELL, 8);
        assertThat(on("2026-06-01", sameYear()).reasonEn()).contains("the figure of that period is not there");
    }

    @Test
    void rule_7_a_first_step_before_the_date_is_on_track_unless_anything_speaks_against_it() {
        Evidence step = act("P-1/1", "2026-01-01", FOR, "C");

        stands(on("2026-03-01", action(step)), State.ON_TRACK, 7);
        stands(on("2026-03-01", action(step, act("P-1/2", "2026-01-02", AGAINST, "D"))), State.CANNOT_TELL, 8);
    }

    @Test
    void rule_7_a_series_that_reaches_the_target_over_its_50_percent_interval_is_on_track() {
        Pledge pledge = pledge(Kind.QUANTITATIVE, "2026-03-31", "jp_defence_share_of_gdp", OptionalDouble.of(2));
        PledgeFacts quick =
                facts(series("JP_DEFENCE_SHARE_FY2022GDP", "%", "", "FY2022", 1.0, "FY2023", 1.4, "FY2024", 1.8));
        PledgeFacts slow =
                facts(series("JP_DEFENCE_SHARE_FY2022GDP", "%", "", "FY2022", 1.0, "FY2023", 1.1, "FY2024", 1.2));

        stands(on("2025-11-01", pledge, quick), State.ON_TRACK, 7);
        stands(on("2025-11-01", pledge, slow), State.CANNOT_TELL, 8);
    }

    @Test
    void rule_8_a_promise_made_later_cannot_be_judged() {
        stands(on("2025-10-27", action(done("P-1/1", "2025-10-01"))), State.CANNOT_TELL, 8);
        stands(on("2025-10-28", action(done("P-1/1", "2025-10-01"))), State.MET, 3);
    }

    @Test
    void what_was_not_accepted_what_comes_later_and_what_has_no_date_moves_nothing() {
        Evidence fulfilled = done("P-1/1", "2026-04-20");
        Evidence open = new Evidence(
                fulfilled.id(),
                fulfilled.date(),
                fulfilled.kind(),
                fulfilled.direction(),
                fulfilled.grade(),
                false,
                true,
                "",
                "",
                Drafts.SOURCE);

        stands(on("2026-06-01", action(open)), State.OVERDUE_NOT_EVIDENCED, 6);
        stands(on("2026-06-01", action(done("P-1/1", "2026-06-02"))), State.OVERDUE_NOT_EVIDENCED, 6);
        stands(on("2026-06-01", action(done("P-1/1", "2026-06"))), State.OVERDUE_NOT_EVIDENCED, 6);
        stands(on("2026-06-30", action(done("P-1/1", "2026-06"))), State.MET, 3);
        stands(on("2026-06-01", action(done("P-1/1", ""))), State.OVERDUE_NOT_EVIDENCED, 6);
        stands(on("2026-06-01", action(act("P-1/1", "2026-04-20", CONTEXT, "A"))), State.OVERDUE_NOT_EVIDENCED, 6);
    }
}
