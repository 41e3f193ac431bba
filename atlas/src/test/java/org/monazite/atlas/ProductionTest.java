package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.Figure;
import org.monazite.supply.Production;

/// Production of minerals that have no network.
class ProductionTest {

    private final StatedProduction sources = new StatedProduction(Pack.embedded());

    ProductionTest() throws IOException {}

    private static Figure at(Production production, String place) {
        return production.places().stream()
                .filter(each -> each.place().equals(place))
                .findFirst()
                .orElseThrow()
                .figure();
    }

    @Test
    void two_editions_stand_side_by_side_the_newer_first() {
        List<Production> gallium = sources.list("ga.refined", "2024");

        assertThat(gallium)
                .extracting(Production::sourceId)
                .containsExactly("SRC_USGS_MCS2026", "SRC_USGS_MCS2025", "baseline_stage");
        assertThat(at(gallium.get(0), "CHN"))
                .isInstanceOfSatisfying(
                        Figure.Known.class, known -> assertThat(known.value()).isEqualTo(839));
        assertThat(at(gallium.get(1), "CHN"))
                .isInstanceOfSatisfying(
                        Figure.Known.class, known -> assertThat(known.value()).isEqualTo(750));
    }

    @Test
    void the_world_row_is_no_place() {
        Production gallium = sources.list("ga.refined", "2024").getFirst();

        assertThat(gallium.places()).extracting(Production.At::place).doesNotContain("WLD");
        assertThat(gallium.world()).containsInstanceOf(Figure.Known.class);
    }

    @Test
    void what_is_withheld_and_what_is_not_available_are_states() {
        Production lithium = sources.list("li.mine", "2024").getFirst();
        Production tellurium = sources.list("te.refined", "2024").getFirst();

        assertThat(at(lithium, "USA")).isInstanceOf(Figure.Withheld.class);
        assertThat(at(tellurium, "ROW")).isInstanceOf(Figure.NotAvailable.class);
        assertThat(at(lithium, "USA").citation().sourceId()).isEqualTo("SRC_USGS_MCS2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ga.refined",
                "sb.mine",
                "w.mine",
                "graphite.mine",
                "co.mine",
                "co.refined",
                "li.mine",
                "li.chem",
                "ni.mine",
                "ni.refined",
                "cu.refined",
                "in.refined"
            })
    void places_of_the_newest_edition_add_up_to_its_world_total(String product) {
        Production newest = sources.list(product, "2024").getFirst();
        double sum = 0;
        for (Production.At at : newest.places()) {
            sum += at.figure() instanceof Figure.Known known ? known.value() : 0;
        }

        // Publishers round; the largest gap in the pack is 3.5 %.
        assertThat(newest.world().orElseThrow()).isInstanceOf(Figure.Known.class);
        double world = ((Figure.Known) newest.world().orElseThrow()).value();
        assertThat(sum / world).isBetween(0.965, 1.035);
    }

    @Test
    void nobody_says_anything_of_a_year_to_come() {
        assertThat(sources.list("ga.refined", "2031")).isEmpty();
    }
}
