package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

class UsgsSupplyRiskTest {

    private static final Map<String, UsgsSupplyRisk.Maker> MAKERS = Map.of(
            "CHN", new UsgsSupplyRisk.Maker(70, 0.5, 0.9),
            "USA", new UsgsSupplyRisk.Maker(30, 0.1, 0));

    @Test
    void own_production_bears_no_risk_and_both_indices_weigh() {
        Importer usa = Importer.place("USA");

        assertThat(UsgsSupplyRisk.disruptionPotential(MAKERS, usa, UsgsSupplyRisk.Weight.OUTSIDE_SQUARE))
                .isCloseTo(0.49 * 0.45, within(1e-12));
        assertThat(UsgsSupplyRisk.disruptionPotential(MAKERS, usa, UsgsSupplyRisk.Weight.INSIDE_SQUARE))
                .isCloseTo(0.49 * 0.45 * 0.45, within(1e-12));
    }

    @Tag("E5")
    @Test
    void the_risk_is_the_geometric_mean_of_its_terms() {
        Explained risk = UsgsSupplyRisk.of(Range.exactly(0.5), new Range(0.8, 0.5, 1), Range.exactly(0.4), Flag.NONE);

        assertThat(risk.value()).isCloseTo(StrictMath.cbrt(0.16), within(1e-12));
        assertThat(risk.low()).isCloseTo(StrictMath.cbrt(0.1), within(1e-12));
        assertThat(risk.high()).isCloseTo(StrictMath.cbrt(0.2), within(1e-12));
    }

    @Test
    void a_net_exporter_bears_no_risk() {
        assertThat(UsgsSupplyRisk.of(Range.exactly(1), Range.exactly(0), Range.exactly(1), Flag.NONE)
                        .value())
                .isZero();
    }
}
