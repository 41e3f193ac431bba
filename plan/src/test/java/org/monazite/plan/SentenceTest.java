package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static Sentence of(double costUsd, double worst) {
        return new Sentence("w", "Works", "工場", true, costUsd, worst, List.of(), List.of());
    }

    @Test
    void works_that_are_there_for_a_target_alone_are_said_to_cost_money() {
        assertThat(of(-2.5e6, 0).english()).contains("would fall by 2.5 M USD a year");
        assertThat(of(-2.5e6, 0).japanese()).contains("年間2.5百万ドル減る");
    }

    @Test
    void works_that_save_money_are_said_to() {
        assertThat(of(2.5e6, 0).english()).contains("would cost 2.5 M USD a year more");
    }

    @Test
    void a_change_of_the_worst_ban_comes_before_money() {
        assertThat(of(-2.5e6, 0.02).english()).contains("2.0 percentage points").contains("more");
    }

    @Test
    void little_is_hardly_a_change() {
        assertThat(of(-4e4, 1e-4).english()).contains("hardly change");
    }
}
