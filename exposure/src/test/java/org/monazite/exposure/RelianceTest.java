package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

class RelianceTest {

    private static Explained share(Reliance reliance) {
        return reliance.share("t", Flag.NONE, List.of(Toys.SOURCE));
    }

    @Test
    void stocks_that_are_taken_down_count_as_imports_do() {
        Reliance reliance = new Reliance(20, 10, 60, 5, 15);

        assertThat(reliance.apparentConsumption()).isEqualTo(100);
        assertThat(share(reliance).value()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void a_net_exporter_counts_as_zero_and_says_so() {
        Explained share = share(new Reliance(100, 0, 10, 40, 0));

        assertThat(share.value()).isZero();
        assertThat(share.formula()).contains("net exporter");
    }

    @Test
    void a_negative_consumption_is_an_error_of_the_data_and_not_clipped() {
        Explained share = share(new Reliance(10, 0, 0, 40, 0));

        assertThat(share.isDefined()).isFalse();
        assertThat(share.formula()).contains("contradict");
    }

    @Test
    void a_printed_bound_stays_an_interval() {
        Explained more = Reliance.published(50, ">", Flag.NONE, List.of(Toys.SOURCE));
        Explained less = Reliance.published(25, "<", Flag.NONE, List.of(Toys.SOURCE));

        assertThat(more.low()).isEqualTo(0.5);
        assertThat(more.high()).isEqualTo(1);
        assertThat(less.low()).isZero();
        assertThat(less.high()).isEqualTo(0.25);
        assertThat(Reliance.published(Double.NaN, "W", Flag.NONE, List.of()).isDefined())
                .isFalse();
    }

    @Test
    void a_negative_amount_is_refused() {
        assertThatThrownBy(() -> new Reliance(-1, 0, 0, 0, 0)).hasMessageContaining("-1.0");
    }
}
