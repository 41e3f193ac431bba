package org.monazite.brief.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {

    private static final Axis AXIS = Axis.upTo(200, 4, "money", value -> "USD %.0f billion".formatted(value));

    @Test
    void every_tick_has_its_label_where_there_is_room() {
        assertThat(AXIS.ticks())
                .allSatisfy(tick -> assertThat(AXIS.label(tick, 720)).isNotEmpty());
    }

    @Test
    void labels_that_would_crowd_each_other_are_left_out_but_never_the_first() {
        long labelled = AXIS.ticks().stream()
                .filter(tick -> !AXIS.label(tick, 200).isEmpty())
                .count();
        double widest = Lettering.width("USD 200 billion", Canvas.SMALL);
        assertThat(labelled * widest).isLessThanOrEqualTo(200 + widest);
        assertThat(AXIS.label(0, 200)).isEqualTo("USD 0 billion");
    }
}
