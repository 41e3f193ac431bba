package org.monazite.shock.esri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EsriTest {

    private static List<FirmRisk> all(SalesNetwork network, Esri.Stop stop, double eps, int threads) {
        return Esri.of(network).all(stop, eps, threads, done -> {});
    }

    @Test
    void random_networks_follow_the_slow_twin_with_the_same_number_of_sweeps() {
        for (long seed = 0; seed < 40; seed++) {
            SalesNetwork network = RandomSales.network(seed, 12 + (int) (seed % 9), 40);
            SlowEsri slow = new SlowEsri(network);
            List<FirmRisk> risks = all(network, Esri.Stop.LARGEST_CHANGE, 1e-6, 1);
            for (int firm = 0; firm < network.firms(); firm++) {
                double[] psi = new double[network.firms()];
                Arrays.fill(psi, 1);
                psi[firm] = 0;
                String where = "seed %d firm %d".formatted(seed, firm);
                assertThat(risks.get(firm).esri()).as(where).isCloseTo(slow.esri(psi, 1e-6), within(1e-12));
                assertThat(risks.get(firm).sweeps()).as(where).isEqualTo(slow.sweeps);
            }
        }
    }

    @Test
    void the_extrapolated_limit_is_the_limit_of_plain_sweeps() {
        for (long seed = 100; seed < 120; seed++) {
            SalesNetwork network = RandomSales.network(seed, 60, 110);
            List<FirmRisk> plain = all(network, Esri.Stop.LARGEST_CHANGE, 1e-12, 1);
            List<FirmRisk> fast = all(network, Esri.Stop.CONVERGED, 1e-10, 1);
            for (int firm = 0; firm < network.firms(); firm++) {
                assertThat(fast.get(firm).esri())
                        .as("seed %d firm %d", seed, firm)
                        .isCloseTo(
                                plain.get(firm).esri(),
                                within(1e-9 + plain.get(firm).stoppingError()));
            }
            assertThat(sweeps(fast)).isLessThan(sweeps(plain));
        }
    }

    private static int sweeps(List<FirmRisk> risks) {
        int sum = 0;
        for (FirmRisk each : risks) {
            sum += each.sweeps();
        }
        return sum;
    }

    @Test
    void threads_neighbours_and_the_number_of_firms_asked_for_change_no_bit() {
        SalesNetwork network = RandomSales.network(5, 150, 500);
        List<FirmRisk> one = all(network, Esri.Stop.LARGEST_CHANGE, 1e-3, 1);
        List<FirmRisk> limit = all(network, Esri.Stop.CONVERGED, 1e-9, 1);

        for (int threads : new int[] {2, 3, 8}) {
            assertThat(all(network, Esri.Stop.LARGEST_CHANGE, 1e-3, threads)).isEqualTo(one);
            assertThat(all(network, Esri.Stop.CONVERGED, 1e-9, threads)).isEqualTo(limit);
        }
        List<FirmRisk> few = Esri.of(network).each(List.of(77, 3, 140), Esri.Stop.LARGEST_CHANGE, 1e-3, 1, done -> {});
        assertThat(few).containsExactly(one.get(77), one.get(3), one.get(140));
    }

    @Test
    void a_published_stop_can_lie_far_below_the_limit_and_says_so() {
        // a long chain of sales up to a loop that lets losses through slowly
        SalesNetwork network = RandomSales.network(8, 80, 170);
        List<FirmRisk> published = all(network, Esri.Stop.LARGEST_CHANGE, Esri.PUBLISHED_STOP, 1);
        List<FirmRisk> limit = all(network, Esri.Stop.CONVERGED, 1e-10, 1);
        double gap = 0;
        for (int firm = 0; firm < network.firms(); firm++) {
            assertThat(published.get(firm).esri())
                    .isLessThanOrEqualTo(limit.get(firm).esri() + 1e-9);
            gap = Math.max(gap, limit.get(firm).esri() - published.get(firm).esri());
        }

        assertThat(gap).isGreaterThan(0.01);
    }

    @Test
    void rows_that_repeat_a_pair_are_added_and_a_firm_may_sell_to_itself() {
        SalesNetwork.Builder twice = SalesNetwork.builder();
        SalesNetwork.Builder once = SalesNetwork.builder();
        for (SalesNetwork.Builder each : List.of(twice, once)) {
            each.firm("a", "1");
            each.firm("b", "2");
            each.sale(0, 0, 2, LinkType.ESSENTIAL);
            each.sale(1, 0, 1, LinkType.NON_ESSENTIAL);
        }
        assertThat(twice.sale(0, 1, 3, LinkType.ESSENTIAL)).isFalse();
        assertThat(twice.sale(0, 1, 4, LinkType.ESSENTIAL)).isTrue();
        once.sale(0, 1, 7, LinkType.ESSENTIAL);

        assertThat(all(twice.build(), Esri.Stop.LARGEST_CHANGE, 1e-9, 1))
                .isEqualTo(all(once.build(), Esri.Stop.LARGEST_CHANGE, 1e-9, 1));
    }

    @Test
    void a_supplier_of_everything_essential_stops_its_client() {
        SalesNetwork.Builder builder = SalesNetwork.builder();
        builder.firm("mine", "1");
        builder.firm("works", "2");
        builder.firm("shop", "3");
        builder.sale(0, 1, 10, LinkType.ESSENTIAL);
        builder.sale(1, 2, 30, LinkType.NO_EFFECT);
        SalesNetwork network = builder.build();

        Esri.Outcome outcome = Esri.of(network).scenario(Map.of(0, 0.0), Esri.Stop.CONVERGED, 1e-9);

        assertThat(outcome.risk().esri()).isEqualTo(1);
        assertThat(outcome.down()).containsExactly(0.0, 0.0, 1.0);
        assertThat(outcome.up()).containsExactly(0.0, 1.0, 1.0);
        assertThat(Esri.of(network)
                        .scenario(Map.of(2, 0.5), Esri.Stop.CONVERGED, 1e-9)
                        .up())
                .containsExactly(0.5, 0.5, 0.5);
    }

    @Test
    void nothing_fails_and_nothing_is_lost() {
        Esri.Outcome outcome =
                Esri.of(RandomSales.network(1, 20, 60)).scenario(Map.of(), Esri.Stop.LARGEST_CHANGE, 1e-9);

        assertThat(outcome.risk()).isEqualTo(new FirmRisk(0, 1, 0, 0));
        assertThat(outcome.down()).containsOnly(1.0);
    }

    @Test
    void what_is_out_of_range_is_refused() {
        Esri esri = Esri.of(RandomSales.network(1, 20, 60));

        assertThatThrownBy(() -> esri.all(Esri.Stop.CONVERGED, 0, 1, done -> {}))
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> esri.scenario(Map.of(0, 1.5), Esri.Stop.CONVERGED, 1e-9))
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> esri.scenario(Map.of(99, 0.5), Esri.Stop.CONVERGED, 1e-9))
                .hasMessageContaining("99");
        SalesNetwork.Builder builder = SalesNetwork.builder();
        builder.firm("a", "1");
        assertThatThrownBy(() -> builder.firm("a", "2")).hasMessageContaining("'a'");
        builder.sale(0, 0, 1, LinkType.ESSENTIAL);
        assertThatThrownBy(() -> builder.sale(0, 0, 1, LinkType.NO_EFFECT)).hasMessageContaining("types");
        assertThatThrownBy(() -> builder.sale(0, 0, Double.NaN, LinkType.ESSENTIAL))
                .hasMessageContaining("NaN");
    }
}
