package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Citation;
import org.monazite.supply.Confidence;
import org.monazite.supply.Evidence;
import org.monazite.supply.Figure;
import org.monazite.supply.Flag;
import org.monazite.supply.Production;

class ProductionSharesTest {

    private static final Citation SAYS = new Citation("f-1", "SRC_A", "table 1", "100");

    private static Figure tonnes(double value) {
        return new Figure.Known(value, value, value, Confidence.REPORTED, Evidence.PRIMARY_FILE, SAYS);
    }

    private static Production.At at(String place, Figure figure) {
        return new Production.At(place, figure);
    }

    private static ProductionShares of(Optional<Figure> world, Production.At... places) {
        return ProductionShares.of(new Production("ga.refined", "2024", "t metal", "SRC_A", List.of(places), world));
    }

    @Test
    void shares_are_parts_of_the_world_total() {
        ProductionShares shares =
                of(Optional.of(tonnes(100)), at("RUS", tonnes(20)), at("CHN", tonnes(70)), at("JPN", tonnes(10)));

        assertThat(shares.shares()).extracting(ProductionShares.Share::place).containsExactly("CHN", "RUS", "JPN");
        assertThat(shares.shares().getFirst().share().value()).isEqualTo(0.7);
        assertThat(shares.hhi().value()).isCloseTo(0.54, within(1e-15));
        assertThat(shares.largest().value()).isEqualTo(0.7);
        assertThat(shares.largestThree().value()).isEqualTo(1);
        assertThat(shares.effectiveMakers().value()).isCloseTo(1 / 0.54, within(1e-12));
        assertThat(shares.coverage()).isEqualTo(1);
    }

    @Test
    void every_share_names_its_source() {
        ProductionShares shares = of(Optional.of(tonnes(100)), at("CHN", tonnes(70)));

        assertThat(shares.shares().getFirst().share().terms().getFirst().citations())
                .containsExactly(SAYS);
        assertThat(shares.hhi().terms().getFirst().citations()).containsExactly(SAYS);
    }

    @Test
    void a_withheld_figure_is_not_zero_and_widens_the_range() {
        ProductionShares shares =
                of(Optional.of(tonnes(100)), at("CHN", tonnes(70)), at("USA", new Figure.Withheld(SAYS)));

        assertThat(shares.withheld()).containsExactly("USA");
        assertThat(shares.shares()).extracting(ProductionShares.Share::place).containsExactly("CHN");
        assertThat(shares.coverage()).isCloseTo(0.7, within(1e-15));
        assertThat(shares.hhi().low()).isCloseTo(0.49, within(1e-15));
        assertThat(shares.hhi().high()).isCloseTo(0.58, within(1e-15)); // the 30 t may be one works
        assertThat(shares.largestThree().high()).isEqualTo(1);
    }

    @Test
    void a_place_that_makes_nothing_is_not_a_place_without_figure() {
        ProductionShares shares = of(
                Optional.of(tonnes(100)),
                at("CHN", tonnes(100)),
                at("USA", tonnes(0)),
                at("KOR", new Figure.NotAvailable(SAYS)));

        assertThat(shares.notAvailable()).containsExactly("KOR");
        assertThat(shares.shares()).extracting(ProductionShares.Share::place).containsExactly("CHN", "USA");
        assertThat(shares.hhi().value()).isEqualTo(1);
    }

    @Test
    void places_not_named_are_one_at_most_and_very_many_at_least() {
        ProductionShares shares = of(Optional.of(tonnes(100)), at("CHN", tonnes(60)), at("ROW", tonnes(40)));

        assertThat(shares.hhi().low()).isCloseTo(0.36, within(1e-15));
        assertThat(shares.hhi().high()).isCloseTo(0.52, within(1e-15));
        assertThat(shares.largestThree().value()).isEqualTo(0.6); // nobody knows the second
    }

    @Test
    void below_half_of_the_total_there_is_no_index() {
        ProductionShares shares =
                of(Optional.of(tonnes(100)), at("CHN", tonnes(40)), at("USA", new Figure.Withheld(SAYS)));

        assertThat(shares.hhi().isDefined()).isFalse();
        assertThat(shares.hhi().high()).isCloseTo(0.52, within(1e-15));
        assertThat(shares.hhi().formula()).contains("cannot tell");
    }

    @Test
    void without_a_world_total_coverage_is_not_known() {
        ProductionShares shares = of(Optional.empty(), at("CHN", tonnes(80)), at("RUS", tonnes(20)));

        assertThat(shares.coverage()).isNaN();
        assertThat(shares.largest().value()).isEqualTo(0.8);
    }

    @Test
    void nobody_makes_it_means_not_defined() {
        ProductionShares shares = of(Optional.of(tonnes(0)), at("CHN", tonnes(0)));

        assertThat(shares.hhi().isDefined()).isFalse();
        assertThat(shares.shares()).isEmpty();
    }

    @Test
    void an_unverified_figure_marks_the_index() {
        Figure guess = new Figure.Known(30, 20, 40, Confidence.ESTIMATE, Evidence.UNVERIFIED, SAYS);
        ProductionShares shares = of(Optional.of(tonnes(100)), at("CHN", tonnes(70)), at("DEU", guess));

        assertThat(shares.hhi().flag()).isEqualTo(Flag.UNVERIFIED);
        assertThat(shares.hhi().unverifiedShare()).isCloseTo(0.3, within(1e-15));
        assertThat(shares.shares().getLast().share().low()).isCloseTo(0.2, within(1e-15));
        assertThat(shares.shares().getLast().share().high()).isCloseTo(0.4, within(1e-15));
    }
}
