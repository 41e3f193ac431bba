package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

class GeoPolRiskStudyTest {

    private static final Explained HALF =
            new Explained("HHI", 0.5, 0.5, 0.5, "index", "given", Flag.NONE, 0, List.of());

    private static GeoPolRiskStudy.Partner partner(
            String place, double tonnes, double usd, double risk, boolean known) {
        return new GeoPolRiskStudy.Partner(
                place, tonnes, usd, Range.exactly(risk), true, known, Flag.NONE, List.of(Toys.SOURCE));
    }

    @Test
    void taiwan_weighs_nothing_in_the_reference_set_and_its_indicator_here() {
        GeoPolRiskStudy study = GeoPolRiskStudy.of(
                HALF, 0, 0.4, List.of(partner("TWN", 50, 50, 0.35, false), partner("CHN", 50, 50, 0.6, true)));

        assertThat(study.reference().score()).isCloseTo(0.5 * 0.3, within(1e-12));
        assertThat(study.score().value()).isCloseTo(0.5 * 0.475, within(1e-12));
        assertThat(study.difference()).isCloseTo(0.5 * 0.175, within(1e-12));
    }

    @Test
    void a_quantity_that_is_not_stated_is_left_out_and_lowers_the_coverage() {
        GeoPolRiskStudy study = GeoPolRiskStudy.of(
                HALF, 0, 0.4, List.of(partner("AUS", Double.NaN, 20, 0.3, true), partner("CHN", 50, 80, 0.6, true)));

        assertThat(study.leftOut()).containsExactly("AUS");
        assertThat(study.coverage()).isCloseTo(0.8, within(1e-12));
        assertThat(study.importRisk().value()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void too_little_stated_gives_no_number() {
        GeoPolRiskStudy study = GeoPolRiskStudy.of(
                HALF, 0, 0.4, List.of(partner("AUS", Double.NaN, 80, 0.3, true), partner("CHN", 50, 20, 0.6, true)));

        assertThat(study.score().isDefined()).isFalse();
        assertThat(study.score().formula()).contains("cannot tell");
    }

    @Test
    void a_partner_without_indicator_gives_a_range() {
        GeoPolRiskStudy study = GeoPolRiskStudy.of(
                HALF,
                100,
                0.4,
                List.of(new GeoPolRiskStudy.Partner(
                        "XKX", 100, 1, new Range(0.5, 0.2, 0.8), false, true, Flag.NONE, List.of())));

        assertThat(study.unrated()).containsExactly("XKX");
        assertThat(study.score().low()).isCloseTo(0.5 * 0.1, within(1e-12));
        assertThat(study.score().high()).isCloseTo(0.5 * 0.4, within(1e-12));
    }

    @Test
    void no_imports_are_no_risk_where_there_is_production_and_undefined_where_there_is_none() {
        assertThat(GeoPolRiskStudy.of(HALF, 10, 0.4, List.of()).score().value()).isZero();
        assertThat(GeoPolRiskStudy.of(HALF, 0, 0.4, List.of()).score().isDefined())
                .isFalse();
    }

    @Test
    void the_grid_gives_what_single_scores_give() {
        Random random = new Random(7);
        GeoPolRiskGrid.Size size = new GeoPolRiskGrid.Size(3, 4, 2, 5);
        double[] imports = random.doubles(3 * 4 * 2 * 5, 0, 100).toArray();
        double[] production = random.doubles(3 * 4 * 2, 0, 100).toArray();
        double[] hhi = random.doubles(3 * 2, 0.1, 1).toArray();
        double[] risk = random.doubles(2 * 5, 0, 1).toArray();

        double[] scores = GeoPolRiskGrid.scores(size, imports, production, hhi, risk);

        int cell = (2 * 4 + 1) * 2 + 1; // material 2, importer 1, year 1
        List<GeoPolRisk.Import> rows = new java.util.ArrayList<>();
        for (int partner = 0; partner < 5; partner++) {
            rows.add(new GeoPolRisk.Import(imports[cell * 5 + partner], 1, risk[5 + partner]));
        }
        assertThat(scores[cell])
                .isCloseTo(
                        GeoPolRisk.of(hhi[2 * 2 + 1], production[cell], 0.4, rows)
                                .score(),
                        within(1e-15));
    }
}
