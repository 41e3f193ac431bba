package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IndicatorTest {

    private static final Offset<Double> PRINTED = within(1e-8);

    @Test
    void equal_suppliers_give_one_over_n() {
        assertThat(Concentration.hhi(List.of(5.0, 5.0, 5.0, 5.0))).isEqualTo(0.25);
        assertThat(Concentration.effectiveSuppliers(List.of(5.0, 5.0, 0.0))).isEqualTo(2);
        assertThat(Concentration.top(List.of(50.0, 30.0, 15.0, 5.0), 3)).isCloseTo(0.95, within(1e-15));
    }

    @Test
    void nobody_ships_means_not_defined() {
        assertThat(Concentration.hhi(List.of(0.0, 0.0))).isNaN();
        assertThatThrownBy(() -> Concentration.hhi(List.of(-1.0))).hasMessageContaining("-1.0");
    }

    @Tag("E1")
    @Test
    @Tag("validation")
    void world_gallium_2022_of_World_Mining_Data_has_an_index_of_0_967896() {
        assertThat(Concentration.hhi(List.of(606.0, 3.0, 2.0, 5.0, 0.0))).isCloseTo(0.9678961460617305, within(1e-9));
    }

    @Test
    @Tag("validation")
    void total_requirements_of_Miller_and_Blair_2009_section_2_3() {
        double[][] inverse = Leontief.inverse(new double[][] {{150, 500}, {200, 100}}, new double[] {1000, 2000});

        assertThat(inverse[0]).containsExactly(new double[] {1.25412541, 0.33003300}, PRINTED);
        assertThat(inverse[1]).containsExactly(new double[] {0.26402640, 1.12211221}, PRINTED);
        assertThat(Leontief.output(inverse, new double[] {600, 1500}))
                .containsExactly(new double[] {1247.5248, 1841.5842}, within(1e-4));
    }

    @Test
    void risk_falls_from_1_to_0_as_stability_rises() {
        assertThat(GeoPolRisk.risk(2.5)).isZero();
        assertThat(GeoPolRisk.risk(-2.5)).isEqualTo(1);
    }

    @Test
    void own_production_dilutes_the_risk_of_imports() {
        GeoPolRisk risk = GeoPolRisk.of(0.5, 100, 0.4, List.of(new GeoPolRisk.Import(100, 50, 0.6)));

        assertThat(risk.importRisk()).isCloseTo(0.3, within(1e-15));
        assertThat(risk.score()).isCloseTo(0.15, within(1e-15));
        assertThat(risk.price()).isEqualTo(0.5);
        assertThat(risk.characterisationFactor()).isCloseTo(0.1875, within(1e-12));
    }
}
