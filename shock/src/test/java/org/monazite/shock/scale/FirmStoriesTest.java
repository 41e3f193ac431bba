package org.monazite.shock.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.monazite.shock.OrderSignal;
import org.monazite.shock.RationingRule;
import org.monazite.supply.Criticality;

class FirmStoriesTest {

    private static final FirmScenario NOTHING = new FirmScenario("nothing", List.of());

    /// Mine -> smelter -> factory -> households; a second mine as large as the first.
    private static FirmNetwork chain() {
        FirmNetwork.Builder builder = new FirmNetwork.Builder(List.of("mine", "smelter", "factory"), 4, 3);
        int mine = builder.firm(0, 0);
        int other = builder.firm(0, 0);
        int smelter = builder.firm(1, 0);
        int factory = builder.firm(2, 365);
        builder.link(mine, smelter, 365, Criticality.ESSENTIAL);
        builder.link(other, smelter, 365, Criticality.ESSENTIAL);
        builder.link(smelter, factory, 730, Criticality.ESSENTIAL);
        return builder.build();
    }

    private static FirmRun play(FirmNetwork network, FirmRules rules, int days, FirmEvent... events) {
        FirmScenario scenario = new FirmScenario("story", List.of(events));
        return FirmSimulation.of(network)
                .run(List.of(scenario), rules, days, 1, (_, _) -> {})
                .getFirst();
    }

    @Test
    void without_an_event_nothing_moves_for_four_hundred_days() {
        FirmNetwork network = new FirmWorld(2000, 10000, 20, 3).network();
        FirmSimulation simulation = FirmSimulation.of(network);
        for (RationingRule rule : RationingRule.values()) {
            double[] worst = {0};
            simulation.watch(NOTHING, FirmRules.DEFAULT.with(rule, OrderSignal.SMOOTHED), 400, 2, (day, view) -> {
                for (int firm = 0; firm < network.firms(); firm++) {
                    worst[0] = Math.max(worst[0], Math.abs(view.made(firm) - 1));
                }
            });
            assertThat(worst[0]).as(rule.name()).isLessThan(2e-5);
        }
    }

    @Test
    void stocks_carry_the_factory_for_thirty_days_when_the_smelter_stops() {
        FirmNetwork network = chain();
        FirmEvent stop = new FirmEvent.Outage(Firms.of(2), 1, 0, 100, 0);
        FirmRun run = play(network, FirmRules.DEFAULT, 60, stop);
        assertThat(run.unmetFinal().subList(0, 30))
                .allSatisfy(unmet -> assertThat(unmet).isLessThan(1e-6));
        assertThat(run.unmetFinal().subList(32, 60))
                .allSatisfy(unmet -> assertThat(unmet).isGreaterThan(0.999));
    }

    @Test
    void a_second_mine_with_spare_capacity_takes_over_a_part() {
        FirmRun one = play(chain(), FirmRules.DEFAULT, 300, new FirmEvent.Outage(Firms.of(0), 1, 0, 300, 0));
        FirmRun both = play(chain(), FirmRules.DEFAULT, 300, new FirmEvent.Outage(Firms.of(0, 1), 1, 0, 300, 0));
        assertThat(one.unmetFinal().getLast()).isBetween(0.2, 0.5);
        assertThat(both.unmetFinal().getLast()).isGreaterThan(0.999);
    }

    @Test
    void a_ban_moves_orders_to_the_other_mine_and_ends() {
        FirmEvent ban = new FirmEvent.Ban(Firms.of(0), Firms.of(2), 0, 200, 0);
        FirmRun run = play(chain(), FirmRules.DEFAULT, 600, ban);
        assertThat(run.unmetFinal().get(199)).isBetween(0.2, 0.5);
        assertThat(run.unmetFinal().getLast()).isLessThan(1e-3);
    }

    @Test
    void ten_times_the_stock_hides_the_same_outage() {
        FirmRules full = new FirmRules(
                300, 30, 1.25, 1.25, 365, 7, 1.25, 7, 0.02, 1, 1, 2, RationingRule.PROPORTIONAL, OrderSignal.SMOOTHED);
        FirmEvent stop = new FirmEvent.Outage(Firms.of(2), 1, 0, 100, 0);
        assertThat(play(chain(), full, 100, stop).unmetShare()).isLessThan(1e-6);
        assertThat(play(chain(), FirmRules.DEFAULT, 100, stop).unmetShare()).isGreaterThan(0.6);
    }

    @Test
    void firms_are_served_before_households_if_final_demand_is_last() {
        FirmNetwork.Builder builder = new FirmNetwork.Builder(List.of("mill", "bakery"), 2, 1);
        int mill = builder.firm(0, 365);
        int bakery = builder.firm(1, 730);
        builder.link(mill, bakery, 365, Criticality.ESSENTIAL);
        FirmNetwork network = builder.build();
        FirmEvent half = new FirmEvent.Outage(Firms.of(mill), 0.6, 0, 300, 0);
        FirmRules last = FirmRules.DEFAULT.with(RationingRule.FINAL_LAST, OrderSignal.SMOOTHED);
        FirmRun run = play(network, last, 200, half);
        assertThat(run.unmetBySector().get(1)).isLessThan(1e-3);
        assertThat(run.unmetBySector().get(0)).isGreaterThan(40);
        assertThat(play(network, FirmRules.DEFAULT, 200, half).unmetBySector().get(1))
                .isGreaterThan(10);
    }

    @Test
    void a_surge_is_served_up_to_the_capacity() {
        FirmEvent surge = new FirmEvent.Surge(Firms.of(3), 10, 400, 0.2, 20);
        FirmRun run = play(chain(), FirmRules.DEFAULT, 400, surge);
        assertThat(run.output().getLast()).isBetween(1.19, 1.21);
    }

    @Test
    void a_number_that_leaves_the_world_stops_the_run_with_firm_day_and_scenario() {
        FirmNetwork network = chain();
        Layout layout = new Layout(network);
        try (Crew crew = new Crew(1, 1, 1)) {
            Batch batch = new Batch(network, layout, FirmRules.DEFAULT, List.of(NOTHING), 1, crew);
            batch.day(0);
            java.util.Arrays.fill(batch.state.ratio, Float.NaN);
            assertThatThrownBy(() -> batch.day(1))
                    .isInstanceOf(org.monazite.shock.BrokenRunException.class)
                    .hasMessageContainingAll("firm F", "sector mine", "scenario 'nothing'", "day 1", "Maybe");
        }
    }
}
