package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

class EuSupplyRiskTest {

    private static final Map<String, EuSupplyRisk.Supplier> WORLD =
            Map.of("A", supplier(80, 6, 1), "B", supplier(20, 3, 1));
    private static final Map<String, EuSupplyRisk.Supplier> OWN =
            Map.of("A", supplier(50, 6, 1.1), "E", supplier(50, 2, 0.8));

    private static EuSupplyRisk.Supplier supplier(double tonnes, double governance, double trade) {
        return new EuSupplyRisk.Supplier(tonnes, Range.exactly(governance), trade);
    }

    private static Explained risk(double importReliance, double recycling, double substitution) {
        return EuSupplyRisk.supplyRisk(
                List.of(new EuSupplyRisk.StageRisk("mine", WORLD, OWN, importReliance)),
                recycling,
                substitution,
                Flag.NONE);
    }

    private static final double GLOBAL = 0.64 * 6 + 0.04 * 3;
    private static final double SOURCING = 0.25 * 6 * 1.1 + 0.25 * 2 * 0.8;

    @Test
    void without_imports_only_own_sourcing_counts() {
        assertThat(risk(0, 0, 1).value()).isCloseTo(SOURCING, within(1e-12));
    }

    @Test
    void with_imports_only_world_and_own_sourcing_count_half_each() {
        assertThat(risk(1, 0, 1).value()).isCloseTo((GLOBAL + SOURCING) / 2, within(1e-12));
    }

    @Test
    void what_is_recycled_in_full_bears_no_risk() {
        assertThat(risk(1, 1, 1).value()).isZero();
    }

    @Test
    void substitution_scales_the_risk() {
        assertThat(risk(1, 0.5, 0.8).value()).isCloseTo((GLOBAL + SOURCING) / 2 * 0.5 * 0.8, within(1e-12));
    }

    @Test
    void the_worst_stage_decides() {
        Explained risk = EuSupplyRisk.supplyRisk(
                List.of(
                        new EuSupplyRisk.StageRisk("mine", OWN, Map.of(), 1),
                        new EuSupplyRisk.StageRisk("refined", WORLD, Map.of(), 1)),
                0,
                1,
                Flag.NONE);

        assertThat(risk.value()).isCloseTo(GLOBAL, within(1e-12));
        assertThat(risk.formula()).contains("sourcing at mine taken as the world's");
    }

    @Test
    void a_place_without_governance_gives_a_range() {
        Map<String, EuSupplyRisk.Supplier> world = Map.of("A", new EuSupplyRisk.Supplier(1, new Range(5, 0, 10), 1));
        Explained risk = EuSupplyRisk.supplyRisk(
                List.of(new EuSupplyRisk.StageRisk("mine", world, Map.of(), 1)), 0, 1, Flag.NONE);

        assertThat(risk.low()).isZero();
        assertThat(risk.high()).isEqualTo(10);
    }

    @Test
    void import_reliance_is_held_in_its_range() {
        assertThat(EuSupplyRisk.importReliance(10, 90, 0)).isEqualTo(0.9);
        assertThat(EuSupplyRisk.importReliance(100, 10, 40)).isZero();
        assertThat(EuSupplyRisk.importReliance(0, 0, 0)).isNaN();
    }

    @Test
    void thresholds_apply_to_numbers_rounded_to_one_digit() {
        assertThat(EuSupplyRisk.isCritical(0.96, 2.76)).isTrue();
        assertThat(EuSupplyRisk.isCritical(0.94, 5)).isFalse();
    }

    @Test
    void importance_is_use_times_value_times_substitution() {
        assertThat(EuSupplyRisk.importance(List.of(0.6, 0.4), List.of(5.0, 2.0), 0.9))
                .isCloseTo(0.9 * 3.8, within(1e-12));
    }
}
