package org.monazite.app.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.monazite.atlas.Comparables.Region;
import org.monazite.supply.Range;

class UnratedRiskTest {

    private static final Region POLYNESIA = new Region("Oceania", "Polynesia");
    private static final Region MELANESIA = new Region("Oceania", "Melanesia");

    private final UnratedRisk unrated = new UnratedRisk(
            Map.of(
                    "FJI", Range.exactly(0.3),
                    "PNG", Range.exactly(0.6),
                    "COD", Range.exactly(0.9)),
            Map.of("FJI", MELANESIA, "PNG", MELANESIA, "NCL", MELANESIA, "WLF", POLYNESIA));

    @Test
    void a_partner_without_indicator_has_the_range_of_its_sub_region() {
        assertThat(unrated.of("NCL")).isEqualTo(new Range((0.3 + 0.6) / 2, 0.3, 0.6));
    }

    @Test
    void a_sub_region_without_any_indicator_takes_the_region() {
        assertThat(unrated.of("WLF")).isEqualTo(new Range((0.3 + 0.6) / 2, 0.3, 0.6));
    }

    @Test
    void a_partner_of_no_region_has_the_range_of_all() {
        assertThat(unrated.of("ROW").low()).isEqualTo(0.3);
        assertThat(unrated.of("ROW").high()).isEqualTo(0.9);
    }

    @Test
    void without_any_indicator_nothing_is_known() {
        assertThat(new UnratedRisk(Map.of(), Map.of()).of("NCL")).isEqualTo(new Range(0.5, 0, 1));
    }
}
