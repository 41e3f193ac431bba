package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Episode;

class MeanPlanTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private static Ban mean(Episode... episodes) {
        return MeanPlan.year(List.of(episodes), episode -> episode.year() == 0 ? 0.1 : 0.03)
                .orElseThrow()
                .ban()
                .orElseThrow();
    }

    private static Ban outage(double open) {
        return new Ban("outage", List.of(), 4, 0.1, List.of(new Ban.Outage("AUS/a.oxide", "AUS", "a.oxide", open)));
    }

    @Test
    void in_the_mean_year_a_supplier_ships_what_it_ships_on_average() {
        Ban all = Ban.of("CHN", "CHN", List.of(), 8, 0.1);
        Ban oxide = Ban.of("CHN:a.oxide", "CHN", List.of("a.oxide"), 8, 0.1);

        Ban mean = mean(Episode.of(0, all), Episode.of(0, oxide), Episode.of(1, all));

        assertThat(mean.open("CHN", "JPN", "a.oxide")).isCloseTo(1 - 0.1 - 0.1 - 0.03, EXACT);
        assertThat(mean.open("CHN", "JPN", "a.metal")).isCloseTo(1 - 0.1 - 0.03, EXACT);
        assertThat(mean.open("AUS", "JPN", "a.oxide")).isEqualTo(1);
    }

    @Test
    void in_the_mean_year_works_that_may_stand_still_run_as_they_do_on_average() {
        Ban mean = mean(Episode.of(0, outage(0.2)), Episode.of(1, outage(0.5)));

        assertThat(mean.runs("AUS/a.oxide")).isCloseTo(1 - 0.1 * 0.8 - 0.03 * 0.5, EXACT);
        assertThat(mean.runs("CHN/a.oxide")).isEqualTo(1);
    }

    @Test
    void where_nothing_can_happen_there_is_no_mean_year() {
        assertThat(MeanPlan.year(List.of(Episode.of(0, outage(0))), _ -> 0)).isEmpty();
    }
}
