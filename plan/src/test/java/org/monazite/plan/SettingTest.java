package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.PublishedNeed;
import org.monazite.supply.Range;

/// What a plan is to be read against, in the small world: Japan's magnet works take 50 t of a heavy oxide a year,
/// America's 4 t, and only China makes it.
class SettingTest {

    private static final PlanSpec SPEC = SmallWorld.spec(1e9);
    private static final PlanInput INPUT = SmallWorld.input();

    private static Setting before(PlanInput input) {
        World world = WorldBuilder.build(input, SPEC);
        return new Settings(world, input.network()).before();
    }

    private static Setting.Stage stage(Setting setting, String product) {
        return setting.stages().stream()
                .filter(each -> each.productId().equals(product))
                .findFirst()
                .orElseThrow();
    }

    private static PlanInput needing(PublishedNeed... needs) {
        return new PlanInput(
                INPUT.network(),
                INPUT.projects(),
                INPUT.options(),
                INPUT.prices(),
                INPUT.recipes(),
                INPUT.stocks(),
                INPUT.controls(),
                INPUT.substitution(),
                INPUT.assumptions(),
                INPUT.routes(),
                List.of(needs),
                Map.of());
    }

    private static PublishedNeed need(String place, String product, int year, double tonnes) {
        return new PublishedNeed(
                place,
                product,
                year,
                new Range(tonnes, tonnes / 2, tonnes * 2),
                Flag.DERIVED,
                new Citation("f-2", "TEST", "line 2", "made up"));
    }

    private static List<Setting.Published> lines(PublishedNeed... needs) {
        return Needs.lines(WorldBuilder.build(INPUT, SPEC), List.of(needs));
    }

    @Test
    void the_need_of_partners_is_the_use_of_the_base_year_grown_as_far_as_their_works_can() {
        assertThat(stage(before(INPUT), "h.oxide").partnersNeed()).isBetween(54.0, 54 * 1.2);
    }

    @Test
    void works_of_the_feared_supplier_are_not_counted_outside_it() {
        Setting.Stage metal = stage(before(INPUT), "a.metal");

        assertThat(metal.outsideMake()).isEqualTo(metal.partnersMake());
        assertThat(metal.outsideMake()).isBetween(800.0, 1000.0);
    }

    @Test
    void the_tightest_stage_comes_first() {
        assertThat(before(INPUT).tightest().getFirst().productId()).isEqualTo("h.oxide");
        assertThat(before(INPUT).tightest().getFirst().tightness()).isInfinite();
    }

    @Test
    void shares_of_today_are_those_of_the_base_year() {
        assertThat(before(INPUT).findToday("JPN", "h.oxide").orElseThrow().direct())
                .isEqualTo(1.0);
        assertThat(before(INPUT).findToday("JPN", "a.metal").orElseThrow().traced())
                .isBetween(0.5, 0.8);
    }

    @Test
    void announced_works_of_a_stage_are_named_whether_they_are_backed_or_not() {
        assertThat(stage(before(INPUT), "a.metal").announced()).hasSize(1);
    }

    @Test
    void a_published_need_counts_if_it_is_a_partner_s_near_the_year_and_a_quarter_off() {
        assertThat(lines(need("JPN", "h.oxide", 2030, 150))).hasSize(1);
        assertThat(lines(need("JPN", "h.oxide", 2030, 60))).isEmpty();
        assertThat(lines(need("JPN", "h.oxide", 2035, 150))).isEmpty();
        assertThat(lines(need("CHN", "h.oxide", 2030, 900))).isEmpty();
        assertThat(lines(need("JPN", "a.magnet", 2030, 9000))).isEmpty(); // users take it as it is
    }

    @Test
    void with_a_published_need_works_take_in_as_much_as_it_says() {
        PlanInput input = needing(need("JPN", "h.oxide", 2030, 150));
        List<Setting.Published> lines = Needs.lines(WorldBuilder.build(input, SPEC), input.needs());
        double counted = lines.getFirst().countedTonnes();
        double all = stage(before(input), "h.oxide").partnersNeed();

        assertThat(stage(before(input.needing(Needs.factors(lines))), "h.oxide").partnersNeed())
                .isCloseTo(all - counted + 150, within(1e-6));
    }

    @Test
    void a_plan_says_what_bans_do_if_partners_need_as_much_as_is_published() {
        PlanResult plan = Planner.of(needing(need("JPN", "h.oxide", 2030, 500)), 1, _ -> {})
                .solve(SPEC);
        Setting.Needs needs = plan.setting().needs();

        assertThat(needs.lines()).hasSize(1);
        assertThat(needs.before().worstUsd())
                .isGreaterThanOrEqualTo(plan.lossBefore().worstUsd());
        assertThat(needs.withPlan().worstUsd())
                .isLessThanOrEqualTo(needs.before().worstUsd());
    }

    @Test
    void contracts_of_a_plan_say_whose_goods_they_bring() {
        PlanResult plan = Planner.of(INPUT, 1, _ -> {}).solve(SPEC);
        long contracts = plan.decisions().stream()
                .filter(each -> each.kind() == Decision.Kind.OFFTAKE)
                .count();

        assertThat(plan.setting().origins()).hasSize((int) contracts);
    }

    @Test
    void a_frontier_has_traced_shares_at_each_budget_and_without_any_plan() {
        Frontier frontier = Planner.of(INPUT, 1, _ -> {}).frontier(SPEC, 5);

        assertThat(frontier.tracedWithout()).containsOnlyKeys("JPN", "USA");
        assertThat(frontier.points())
                .allSatisfy(point ->
                        assertThat(point.traced().values()).hasSize(2).allMatch(share -> share >= 0 && share <= 1));
    }

    @Test
    void the_same_plan_has_the_same_traced_shares_at_every_budget() {
        List<Frontier.Point> points =
                Planner.of(INPUT, 1, _ -> {}).frontier(SPEC, 6).points();

        for (int k = 1; k < points.size(); k++) {
            Frontier.Point here = points.get(k - 1);
            Frontier.Point next = points.get(k);
            if (here.decisions().equals(next.decisions()) && Math.abs(here.spentUsd() - next.spentUsd()) < 1) {
                assertThat(here.traced()).isEqualTo(next.traced());
            }
        }
    }
}
