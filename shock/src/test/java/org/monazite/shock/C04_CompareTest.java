package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class C04_CompareTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 300 @5, USA/use 100 @20
            VNM/magnet -> JPN/use 65 @9
            JPN/use [value 1000] -> industry 365
            USA/use [value 1000] -> industry 100
            """);

    private static Scenario ban(String name, int days) {
        return new Scenario(name, LocalDate.of(2026, 1, 1), Assumptions.MINERALS, List.of(Plain.ban("CHN", 0, days)));
    }

    private Comparison compare(Scenario first, Scenario second, int threads) {
        return new CompareRunner(new EnsembleSettings(40, 30, 7, threads), done -> {})
                .run(world, first, second, Set.of("JPN"));
    }

    @Test
    void a_scenario_against_itself_differs_by_nothing_in_any_member() {
        Comparison same = compare(ban("a", 180), ban("b", 180), 2);
        Comparison.PlaceLoss japan = same.places().getFirst();

        assertThat(japan.first().median().value()).isPositive();
        assertThat(japan.more()).isEqualTo(Spread.of(new double[30]));
        assertThat(japan.worse()).isZero();
        assertThat(japan.moreByWeek()).allMatch(week -> week.p10() == 0 && week.p90() == 0);
    }

    @Test
    void a_longer_ban_costs_more_and_the_paired_difference_is_surer_than_the_losses() {
        Comparison longer = compare(ban("short", 120), ban("long", 180), 2);
        Comparison.PlaceLoss japan = longer.places().getFirst();
        Spread.Point more = japan.more().median();

        assertThat(longer.places()).hasSize(1);
        assertThat(japan.worse()).isEqualTo(1);
        assertThat(more.low()).isPositive();
        assertThat(more.high() - more.low())
                .isLessThan(
                        japan.second().median().high() - japan.second().median().low());
        assertThat(japan.more().mean())
                .isCloseTo(japan.second().mean() - japan.first().mean(), within(1e-6));
        assertThat(longer.lines().stream().map(Comparison.Line::productId)).contains("magnet");
    }

    @Test
    void each_side_is_what_its_ensemble_says() {
        Comparison.PlaceLoss japan =
                compare(ban("short", 120), ban("long", 180), 1).places().getFirst();
        Ensemble alone =
                new EnsembleRunner(new EnsembleSettings(40, 30, 7, 1), done -> {}).run(world, ban("long", 180));

        assertThat(japan.second())
                .isEqualTo(alone.evidence().find("JPN").orElseThrow().lossUsd());
    }

    @Test
    void any_number_of_threads_gives_the_same_comparison() {
        assertThat(compare(ban("a", 120), ban("b", 180), 3)).isEqualTo(compare(ban("a", 120), ban("b", 180), 1));
    }
}
