package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Flag;
import org.monazite.supply.Route;

/// Sea lanes that are shut.
class LanesTest {

    private static final double NO_WAY = Double.POSITIVE_INFINITY;

    private static Route route(String from, String to, String lane, double extraDays) {
        List<Route.Detour> detours = Double.isNaN(extraDays) ? List.of() : List.of(new Route.Detour(lane, extraDays));
        return new Route(from, to, "direct", 10, 8, 12, List.of(lane), detours, Flag.ESTIMATE);
    }

    private static PlanInput input(Route... routes) {
        PlanInput input = SmallWorld.input();
        return new PlanInput(
                SmallWorld.network(List.of(routes)),
                input.projects(),
                input.options(),
                input.prices(),
                input.recipes(),
                input.stocks(),
                input.controls(),
                input.substitution(),
                input.assumptions());
    }

    private static PlanSpec spec() {
        PlanSpec spec = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());
        return spec.with(spec.rules().withLanes(true));
    }

    private static Ban lane(World world, String id) {
        return world.bans().stream()
                .filter(ban -> ban.id().equals("lane:" + id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_lane_without_a_way_round_stops_who_crosses_it_and_nobody_else() {
        World world = WorldBuilder.build(input(route("CHN", "USA", "LN-A", NO_WAY)), spec());
        Ban shut = lane(world, "LN-A");

        assertThat(shut.hits("CHN", "USA", "a.magnet")).isTrue();
        assertThat(shut.hits("CHN", "JPN", "a.magnet")).isFalse();
        assertThat(shut.hits("JPN", "USA", "a.magnet")).isFalse();
        assertThat(shut.supplier()).isEqualTo("LN-A");
        assertThat(shut.isBy("CHN")).isFalse();
        assertThat(shut.isSingle()).isTrue();
    }

    @Test
    void a_detour_takes_what_would_have_come_in_its_days() {
        World world = WorldBuilder.build(input(route("CHN", "USA", "LN-A", 73)), spec());

        assertThat(lane(world, "LN-A").open("CHN", "USA", "a.magnet"))
                .isCloseTo(0.9, Offset.offset(1e-12)); // 73 of 730 days
        assertThat(lane(world, "LN-A").most("CHN", "USA", "a.magnet", 2)).isCloseTo(1.8, Offset.offset(1e-12));
    }

    @Test
    void a_lane_whose_detour_nobody_states_is_not_looked_at() {
        World world = WorldBuilder.build(
                input(route("CHN", "USA", "LN-A", Double.NaN), route("CHN", "JPN", "LN-B", 3)), spec());

        assertThat(world.bans())
                .anyMatch(ban -> ban.id().equals("lane:LN-B"))
                .noneMatch(ban -> ban.id().equals("lane:LN-A"));
    }

    @Test
    void two_lanes_do_not_add_up_to_a_pair_of_suppliers() {
        PlanSpec pairs = spec().with(spec().rules().withMore(true, false, false));
        World world = WorldBuilder.build(input(route("CHN", "USA", "LN-A", NO_WAY)), pairs);

        assertThat(world.bans())
                .filteredOn(ban -> ban.id().contains("+"))
                .noneMatch(ban -> ban.id().contains("lane"));
    }

    @Test
    void a_plan_stands_a_lane_that_is_shut_and_engine_and_verifier_agree_that_it_hurts() {
        PlanResult plan = Planner.of(input(route("CHN", "USA", "LN-A", NO_WAY)), 2, _ -> {})
                .solve(spec());
        PlanResult.Ban shut = plan.bans().stream()
                .filter(ban -> ban.id().equals("lane:LN-A"))
                .findFirst()
                .orElseThrow();

        assertThat(plan.check().verified()).as(plan.check().toString()).isTrue();
        assertThat(shut.unmetBefore().get("USA")).isGreaterThan(0.3);
        assertThat(shut.unmetAfter().get("USA"))
                .isLessThanOrEqualTo(shut.unmetBefore().get("USA") + 1e-9);
        assertThat(plan.replay().lines())
                .filteredOn(line ->
                        line.banId().equals("lane:LN-A") && line.partner().equals("USA"))
                .singleElement()
                .satisfies(line -> assertThat(line.engineBefore()).isGreaterThan(0.1));
        assertThat(plan.assumptions()).anyMatch(each -> each.key().equals("plan.lane"));
    }
}
