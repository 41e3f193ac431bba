package org.monazite.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.plan.OwnCheck;
import org.monazite.plan.PlanResult.Outcome;
import org.monazite.plan.PlanResult.TargetState;
import org.monazite.pledges.Assessment.State;
import org.monazite.shock.Ensemble;
import org.monazite.supply.Stage;

class HeadlineTest {

    private static final OwnCheck AGREES = new OwnCheck(true, 0, "", 100);
    private static final double NONE = Double.NaN;

    private final World world = new World();

    private Headline en() {
        return Headline.of(world.findings(), Locale.ENGLISH);
    }

    private Headline ja() {
        return Headline.of(world.findings(), Locale.JAPANESE);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void dependence_names_traced_and_direct_shares_of_the_last_product() {
        assertThat(plain(en().dependence()))
                .isEqualTo("At some stage China handled 67 % of the NdFeB magnets supplied to Japan and 96 % of those"
                        + " supplied to the United States; its direct shipments make up 50 % of the imports of Japan"
                        + " and 86 % of those of the United States.");
        assertThat(ja().dependence()).isEqualTo("中国をいずれかの工程で経た割合は、日本のネオジム磁石供給で67%、米国で96%。直接輸入に占める割合は、日本で50%、米国で86%。");
    }

    @Test
    void without_imports_there_is_no_direct_share_to_name() {
        world.exposure = List.of(World.exposure(Stage.COMPONENT, "ndfeb.magnet", "JPN", NONE, 0.3, 0.92));
        assertThat(plain(en().dependence()))
                .isEqualTo(
                        "At some stage China handled 30 % of the NdFeB magnets supplied to Japan; there are no direct imports.");
    }

    @Test
    void without_any_supply_dependence_says_so() {
        world.exposure = List.of(World.exposure(Stage.COMPONENT, "ndfeb.magnet", "JPN", NONE, NONE, 0.92));
        assertThat(en().dependence()).startsWith("No supply of Japan and the United States is recorded");
        assertThat(ja().dependence()).startsWith("日本、米国の供給の記録はない");
    }

    @Test
    void a_partner_without_the_product_is_left_out_and_the_next_one_is_named_in_full() {
        world.exposure = List.of(
                World.exposure(Stage.COMPONENT, "ndfeb.magnet", "JPN", NONE, NONE, 0.92),
                World.exposure(Stage.COMPONENT, "ndfeb.magnet", "USA", 0.5, 0.6, 0.92));
        assertThat(plain(en().dependence()))
                .isEqualTo("At some stage China handled 60 % of the NdFeB magnets supplied to the United States; its"
                        + " direct shipments make up 50 % of the imports of the United States.");
    }

    @Test
    void nearly_all_is_not_all() {
        assertThat(plain(en().narrowest()))
                .isEqualTo("Narrowest stage: China makes 99.8 % of the world’s dysprosium oxide.");
    }

    @Test
    void a_ban_is_told_in_natural_frequencies() {
        assertThat(plain(en().ban()))
                .isEqualTo("If China stops exports of all products of the chain to all other countries for 26 weeks,"
                        + " then in 8 of 10 runs Japan lacks 45–97 % of its NdFeB magnets in its worst week and the"
                        + " United States lacks 50–100 %.");
        assertThat(ja().ban())
                .isEqualTo("中国が全製品の全ての国向け輸出を26週間停止した場合、10回中8回の試算で、日本は最悪の週にネオジム磁石の45〜97%が不足、米国は50〜100%が不足。");
    }

    @Test
    void a_ban_of_named_products_names_them() {
        world.scenario = World.ban("heavy", 10, Set.of("dy.oxide"));
        assertThat(plain(en().ban())).contains("stops exports of dysprosium oxide to all other countries for 10 weeks");
    }

    @Test
    void a_ban_that_nobody_feels_says_so() {
        world.shock = World.ensemble(0);
        assertThat(plain(en().ban()))
                .endsWith("in at least 9 of 10 runs nobody goes short (Japan and the United States).");
        assertThat(en().firstToStop()).isEqualTo("No stock runs dry in half of the runs or more.");
        assertThat(plain(en().valueAtRisk())).isEqualTo("No value added is at risk over 26 weeks.");
        assertThat(ja().ban()).endsWith("10回中9回以上の試算で不足は生じない（対象：日本、米国）。");
    }

    @Test
    void a_partner_who_lacks_nothing_is_told_apart_from_one_who_does() {
        world.shock = new Ensemble(
                26,
                500,
                1,
                List.of(
                        World.line("ndfeb.magnet", "JPN", 0, 0, 0, 0),
                        World.line("ndfeb.magnet", "USA", 0.5, 9, 3, 0.7)),
                List.of(),
                world.shock.central(),
                0);
        assertThat(plain(en().ban())).endsWith("Japan lacks nothing and the United States lacks 28–60 %.");
    }

    @Test
    void the_first_to_stop_is_the_earliest_week_of_all_partners() {
        assertThat(plain(en().firstToStop()))
                .isEqualTo("First to run dry: dysprosium oxide in Japan, W04 (in 10 of 10 runs).");
        assertThat(ja().firstToStop()).isEqualTo("最初に在庫が尽きるのは日本の酸化ジスプロシウムで、第4週（10回中10回の試算）。");
    }

    @Test
    void value_at_risk_is_a_band_and_an_upper_bound() {
        assertThat(plain(en().valueAtRisk()))
                .isEqualTo("Value added at risk over 26 weeks: Japan USD 52.7–153 billion and the United States"
                        + " USD 94.6–275 billion (P10–P90); an upper bound, as using industries substitute nothing.");
    }

    @Test
    void the_plan_says_what_it_takes_and_what_it_saves() {
        assertThat(plain(en().plan()))
                .isEqualTo("3 items for USD 1.72 billion (budget USD 2.1 billion) cut the demand unmet in the worst ban"
                        + " from 24 % (Japan) to 9.6 % (the United States); in the daily engine from 23 % to 10 %.");
        assertThat(en().planCaveat()).isEmpty();
        assertThat(ja().plan())
                .isEqualTo("3件に17.2億ドル（予算21億ドル）を投じると、最悪の禁輸での需要不足率は24%（日本）から9.6%（米国）（日次モデルでは23%から10%）に下がる。");
    }

    @Test
    void a_plan_with_nothing_in_it_says_what_remains() {
        world.plan = Plans.of(Outcome.OPTIMAL, List.of(), List.of(), AGREES);
        assertThat(plain(en().plan()))
                .isEqualTo("Within a budget of USD 2.1 billion nothing is worth backing: the worst ban leaves 24 %"
                        + " (Japan) of demand unmet.");
        assertThat(en().targets()).isEqualTo("No target was set.");
    }

    @Test
    void a_plan_that_the_verifier_rejects_carries_a_caveat() {
        world.plan = Plans.of(
                Outcome.OPTIMAL, Plans.decisions(), Plans.targets(), new OwnCheck(false, 0.2, "budget USA", 100));
        assertThat(en().planCaveat())
                .isEqualTo(
                        "Not verified: our own checker disagrees at budget USA. Do not rely on the numbers of this plan.");
        assertThat(ja().planCaveat()).startsWith("未検証");
    }

    @Test
    void targets_are_kept_kept_on_paper_or_missed() {
        assertThat(plain(en().targets()))
                .isEqualTo(
                        "1 of 3 targets is missed and 1 kept on paper only: Traced share, Japan: Dysprosium oxide: 61 %"
                                + " instead of at most 50 %.");
        assertThat(ja().targets()).isEqualTo("目標3件のうち1件が未達、1件が計画上のみの達成である：日本：酸化ジスプロシウムの遡及割合は61%（目標50%以下）。");
    }

    @Test
    void targets_that_all_hold_are_said_to_hold() {
        TargetState kept = new TargetState("worst_ban", "JPN", 0.1, 0.2, 0.05, true, false);
        world.plan = Plans.of(Outcome.OPTIMAL, Plans.decisions(), List.of(kept, kept), AGREES);
        assertThat(en().targets()).isEqualTo("All 2 targets are kept; those on bans hold in the daily engine as well.");
    }

    @Test
    void targets_out_of_reach_give_the_nearest_plan() {
        world.plan = Plans.of(Outcome.NEAREST, Plans.decisions(), Plans.targets(), AGREES);
        assertThat(en().targets())
                .startsWith("1 of 3 targets is missed by this plan, the nearest one found, and 1 kept on paper only")
                .contains("Traced share, Japan: Dysprosium oxide: 61", "steers traced shares but cannot guarantee them")
                .doesNotContain("No plan");
        assertThat(ja().targets()).startsWith("本計画は見つかった中で目標に最も近いもので、3件中1件が未達").doesNotContain("計画はない");
    }

    @Test
    void many_missed_targets_are_named_by_the_largest_miss_and_the_others_counted() {
        List<TargetState> missed = List.of(
                new TargetState("traced_share", "JPN ndfeb.magnet", 0.5, 0.9, 0.51, false, false),
                new TargetState("traced_share", "JPN dy.oxide", 0.5, 1, 0.9, false, false),
                new TargetState("worst_ban", "USA", 0.1, 0.3, 0.2, false, false));
        world.plan = Plans.of(Outcome.NEAREST, Plans.decisions(), missed, AGREES);
        assertThat(plain(en().targets()))
                .contains("Dysprosium oxide: 90 % instead of at most 50 %; Worst ban")
                .contains("; 1 more in section 3.7.")
                .doesNotContain("51 %");
    }

    @Test
    void a_nearest_plan_that_keeps_every_target_is_not_said_to_miss_any() {
        TargetState kept = new TargetState("worst_ban", "JPN", 0.1, 0.2, 0.05, true, false);
        world.plan = Plans.of(Outcome.NEAREST, Plans.decisions(), List.of(kept), AGREES);
        assertThat(en().targets()).isEqualTo("The one target is kept.");
    }

    @Test
    void what_the_plan_is_made_of_comes_by_money_with_the_works_it_counts_on() {
        assertThat(plain(en().planMadeOf()))
                .isEqualTo("Mostly one named project (USD 1.2 billion), one other plant (USD 452 million) and one stock"
                        + " (USD 65 million). Besides, one work already decided outside China count at 51 % of announced"
                        + " size (section 3.2).");
        assertThat(ja().planMadeOf())
                .isEqualTo("内訳は個別案件1件（12億ドル）、その他のプラント1件（4.5億ドル）、備蓄1件（6,500万ドル）。"
                        + "ほかに、決定済みの中国以外の工場・鉱山1件を、発表規模の51%として算入する（3.2）。");
    }

    @Test
    void without_a_replay_the_plan_says_nothing_of_the_engine() {
        world.plan = Plans.unplayed();
        assertThat(plain(en().plan())).endsWith("from 24 % (Japan) to 9.6 % (the United States).");
        assertThat(ja().plan()).doesNotContain("日次モデル");
    }

    @Test
    void nobody_is_named_where_nothing_is_missing() {
        world.plan = Plans.withoutAnyLoss();
        assertThat(plain(en().plan())).contains("from 24 % (Japan) to 0 %; in the daily engine");
    }

    @Test
    void pledges_are_counted_and_overdue_ones_named_with_their_days() {
        assertThat(en().pledges())
                .isEqualTo("7 promises: 1 met, 2 on track or standing, 1 past the date without evidence, 1 missed.");
        assertThat(plain(en().overdue()))
                .isEqualTo("One deadline has passed without evidence: USJP-03 (208 days ago).");
        assertThat(ja().overdue()).isEqualTo("期限を過ぎ証拠のないもの1件：USJP-03（208日経過）。");
    }

    @Test
    void many_overdue_pledges_are_named_in_part() {
        world.pledges = java.util.stream.IntStream.range(10, 17)
                .mapToObj(i -> Promises.assessment("X-" + i, State.OVERDUE_NOT_EVIDENCED, List.of()))
                .toList();
        assertThat(plain(en().overdue()))
                .startsWith("7 deadlines have passed without evidence, among them X-10 (208 days ago)")
                .endsWith("; 2 more in section 4.1.");
    }

    @Test
    void without_pledges_the_sentences_say_so() {
        world.pledges = List.of();
        assertThat(en().pledges()).isEqualTo("No promise is registered.");
        assertThat(en().overdue()).isEqualTo("No deadline has passed without evidence.");
    }

    @Test
    void assumptions_without_a_source_come_first_and_each_once() {
        assertThat(en().assumptions())
                .extracting(each -> each.key())
                .containsExactly("plan.generic_part", "shock.stock_days", "plan.holding_cost", "shock.refill_days");
        assertThat(en().assumed()).isEqualTo("4 assumptions; for 3 of them no document stands behind the value.");
    }

    @Test
    void the_part_that_rests_on_unverified_estimates_is_given_for_each_partner() {
        assertThat(plain(en().unverified()))
                .isEqualTo("Part of the traced share of NdFeB magnets that rests on unverified estimates: Japan 37 %"
                        + " and the United States 37 %.");
    }
}
