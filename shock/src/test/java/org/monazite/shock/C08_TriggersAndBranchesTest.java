package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class C08_TriggersAndBranchesTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @1
            JPN/use -> industry 365
            """);

    private double[] stock(Trigger trigger) {
        Action.StockRelease release = new Action.StockRelease("JPN", "magnet", 100, 1, trigger, 1000, 2);
        return Plain.stock(world, "JPN/use", "magnet", 8, Plain.ban("CHN", 0, 400), release);
    }

    @Test
    void a_stock_is_released_on_a_decided_day_after_its_lead() {
        assertThat(stock(new Trigger.Day(3))).containsExactly(30, 29, 28, 27, 26, 26, 26, 26);
    }

    @Test
    void a_stock_is_released_when_the_price_has_been_high() {
        // Nothing comes from day 0 on: the price is high at the end of days 0 and 1, seen on day 2, open on day 4.
        assertThat(stock(new Trigger.SpotAbove(1.01, 2))).containsExactly(30, 29, 28, 27, 27, 27, 27, 27);
    }

    @Test
    void works_recover_along_an_exponential() {
        Action.Outage outage = new Action.Outage(Set.of("CHN"), Set.of(), 0, 10, 1, 10, Action.Recovery.EXPONENTIAL);
        double[] made = Plain.made(world, "CHN/magnet", 21, outage);

        assertThat(made[9]).isZero();
        assertThat(made[20]).isCloseTo(1 - Math.exp(-1), within(1e-12));
    }

    @Test
    void members_play_the_branches_in_turn_of_six() {
        Action lapse = Plain.ban("CHN", 0, 10);
        Action extend = Plain.ban("CHN", 0, 20);
        Scenario scenario = Plain.scenario(new Action.Branching(List.of(List.of(lapse), List.of(extend))));

        assertThat(IntStream.range(0, 13)
                        .mapToObj(member -> scenario.branch(member).actions().getFirst() == lapse ? "l" : "e"))
                .containsExactly("l", "l", "l", "l", "l", "l", "e", "e", "e", "e", "e", "e", "l");
    }

    @Test
    void a_single_run_plays_the_first_branch() {
        Action short0 = Plain.ban("CHN", 0, 10);
        Action long0 = Plain.ban("CHN", 0, 100);

        assertThat(Plain.run(world, 20, new Action.Branching(List.of(List.of(short0), List.of(long0)))))
                .isEqualTo(Plain.run(world, 20, short0));
    }

    @Test
    void an_ensemble_spreads_over_the_branches() {
        Scenario scenario = Plain.scenario(
                new Action.Branching(List.of(List.of(Plain.ban("CHN", 0, 1)), List.of(Plain.ban("CHN", 0, 400)))));
        Ensemble ensemble = new EnsembleRunner(new EnsembleSettings(52, 12, 1, 2), done -> {}).run(world, scenario);

        Ensemble.Line line = ensemble.lines().getFirst();
        assertThat(line.worst().p10()).isLessThan(0.2);
        assertThat(line.worst().p90()).isEqualTo(1);
    }

    @Test
    void branches_do_not_nest() {
        Action branching = new Action.Branching(List.of(List.of()));

        assertThatThrownBy(() -> new Action.Branching(List.of(List.of(branching))))
                .hasMessageContaining("none inside a branch");
    }

    @Test
    void an_action_that_hits_nothing_is_found_idle() {
        Action nobody = new Action.ExportBan(new Targets(Set.of("JPN"), Set.of(), Set.of()), 0, 7, 0);
        Action nothing = new Action.Outage(Set.of("CHN"), Set.of(), 0, 7, 0, 0);

        assertThat(Reach.idle(world, Plain.scenario(nobody, Plain.ban("CHN", 0, 7), nothing)))
                .containsExactly(0, 2);
    }

    @Test
    void an_action_knows_its_first_day() {
        assertThat(Reach.firstDay(Plain.ban("CHN", 12, 20))).isEqualTo(12);
        assertThat(Reach.firstDay(
                        new Action.NewSupplier("CHN", "JPN", "magnet", 1, 1, new Trigger.Day(9), Optional.empty())))
                .isEqualTo(9);
        assertThat(Reach.firstDay(new Action.StockRelease("JPN", "magnet", 1, 1, 1, 1, 1)))
                .isZero();
    }
}
