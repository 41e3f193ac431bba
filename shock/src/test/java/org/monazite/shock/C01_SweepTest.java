package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.shock.Removal.Kind;
import org.monazite.supply.SupplyNetwork;

class C01_SweepTest {

    private static final Scenario NOTHING =
            new Scenario("nothing", LocalDate.of(2026, 1, 1), Assumptions.MINERALS, List.of());

    /// Japan lives on Chinese magnets; the Australian ones are a tenth, and Brazil sells to nobody.
    private final SupplyNetwork world = World.of("""
            CHN/oxide [site 1] -> CHN/magnet 400
            CHN/magnet [site 1] -> JPN/use 365 @5 via LN-TWS+3, industry 35
            AUS/magnet -> JPN/use 36.5 @9 via LN-X
            BRA/oxide -> industry 100
            JPN/use [value 1000] -> industry 401.5
            """);

    private Sweep sweep(int threads, Set<Kind> kinds) {
        EnsembleSettings settings = new EnsembleSettings(30, 6, 20251028L, threads);
        return new SweepRunner(settings, 180, Set.of("JPN"), "magnet", done -> {})
                .run(world, NOTHING, Removals.of(world, Set.of("JPN"), kinds));
    }

    @Tag("S13")
    @Test
    void every_supplier_maker_and_lane_is_taken_out_once() {
        Removals removals = Removals.of(world, Set.of("JPN"), EnumSet.allOf(Kind.class));

        assertThat(removals.played().stream().map(Removal::id))
                .containsExactly(
                        "place:AUS",
                        "place:CHN",
                        "supplier:AUS:magnet",
                        "supplier:CHN:magnet",
                        "maker:AUS:magnet",
                        "maker:BRA:oxide",
                        "maker:CHN:magnet",
                        "lane:LN-TWS");
    }

    @Test
    void works_on_one_site_are_one_removal() {
        assertThat(Removals.of(world, Set.of("JPN"), Set.of(Kind.MAKER)).played())
                .contains(new Removal(Kind.MAKER, "CHN", "magnet", "", List.of("oxide")));
    }

    @Test
    void a_lane_without_a_known_detour_is_named_and_not_played() {
        assertThat(sweep(1, Set.of(Kind.LANE)).unknown()).containsExactly("LN-X");
    }

    @Test
    void the_supplier_of_nine_tenths_comes_first_and_one_that_sells_to_nobody_does_no_harm() {
        Sweep sweep = sweep(1, EnumSet.allOf(Kind.class));

        assertThat(sweep.rows().getFirst().removal().place()).isEqualTo("CHN");
        assertThat(sweep.rows().getFirst().firstProduct()).isEqualTo("magnet");
        assertThat(sweep.rows().getFirst().shortShare()).isEqualTo(1);
        assertThat(sweep.rows())
                .filteredOn(row -> row.removal().place().equals("BRA"))
                .allSatisfy(row -> {
                    assertThat(row.lossUsd().mean()).isZero();
                    assertThat(row.firstShortWeek()).isZero();
                    assertThat(row.firstProduct()).isEmpty();
                });
    }

    @Test
    void each_row_is_what_an_ensemble_of_that_removal_alone_says() {
        Removal china = new Removal(Kind.SUPPLIER, "CHN", "magnet", "", List.of());
        Sweep.Row row = sweep(2, Set.of(Kind.SUPPLIER)).rows().stream()
                .filter(each -> each.removal().equals(china))
                .findFirst()
                .orElseThrow();

        Ensemble alone = new EnsembleRunner(new EnsembleSettings(30, 6, 20251028L, 1), done -> {})
                .run(world, china.scenario(NOTHING, 180));

        assertThat(row.lossUsd().median().value())
                .isPositive()
                .isEqualTo(alone.findValue("JPN").orElseThrow().total().p50());
        assertThat(row.lossUsd().at(0.9).value())
                .isEqualTo(alone.findValue("JPN").orElseThrow().total().p90());
    }

    @Test
    void any_number_of_threads_gives_the_same_sweep() {
        Sweep one = sweep(1, EnumSet.allOf(Kind.class));

        assertThat(sweep(2, EnumSet.allOf(Kind.class))).isEqualTo(one);
        assertThat(sweep(5, EnumSet.allOf(Kind.class))).isEqualTo(one);
    }

    @Test
    void every_run_is_told_of() {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        EnsembleSettings settings = new EnsembleSettings(2, 6, 1, 2);
        SweepRunner runner = new SweepRunner(settings, 7, Set.of("JPN"), "magnet", told::add);
        Removals removals = Removals.of(world, Set.of("JPN"), Set.of(Kind.PLACE));
        runner.run(world, NOTHING, removals);

        assertThat(told).hasSize(runner.runs(removals)).contains(1, 12);
    }

    @Test
    void a_ranking_by_tails_puts_first_what_one_run_in_ten_loses_most_by() {
        Sweep sweep = sweep(2, EnumSet.allOf(Kind.class)).rankedBy(Sweep.Rank.P90);

        assertThat(sweep.rows())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(row -> -row.lossUsd().at(0.9).value()))
                .containsExactlyInAnyOrderElementsOf(
                        sweep(2, EnumSet.allOf(Kind.class)).rows());
    }
}
