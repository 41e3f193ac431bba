package org.monazite.shock.ario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArioTest {

    private static ArioRules psi(OrderRule orders) {
        return new ArioRules(ArioRules.Model.PSI, 30, 0.8, 20, 1, 1.25, 90, orders);
    }

    private static ArioRules base(OrderRule orders) {
        return new ArioRules(ArioRules.Model.BASE, 10, 1, 1, 1, 1.25, 90, orders);
    }

    @ParameterizedTest
    @EnumSource(OrderRule.class)
    void without_event_nothing_moves_in_400_days(OrderRule orders) {
        MrioTable table = RandomTables.table(4, 4, 5);
        for (ArioRules rules : List.of(psi(orders), base(orders))) {
            try (ArioRun run = Ario.of(table, rules).start(List.of(), 1)) {
                for (int step = 0; step < 400; step++) {
                    ArioDayView view = run.next();
                    for (int i = 0; i < table.size(); i++) {
                        double normal = table.output(i) / 365;
                        assertThat(view.made(i))
                                .as("%s step %d %s", rules.model(), step, table.industry(i))
                                .isCloseTo(normal, within(1e-12 * normal));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OrderRule.class)
    void random_tables_follow_the_slow_twin(OrderRule orders) {
        for (long seed = 0; seed < 30; seed++) {
            MrioTable table = RandomTables.table(seed, 2 + (int) (seed % 4), 2 + (int) (seed % 5));
            List<ArioEvent> events = RandomTables.events(seed, table);
            SlowArio slow = new SlowArio(table, psi(orders), events);
            try (ArioRun run = Ario.of(table, psi(orders)).start(events, 2)) {
                for (int step = 0; step < 60; step++) {
                    ArioDayView view = run.next();
                    slow.next();
                    for (int i = 0; i < table.size(); i++) {
                        double scale = 1e-9 * table.output(i) / 365;
                        String where = "seed %d step %d %s".formatted(seed, step, table.industry(i));
                        assertThat(view.made(i)).as(where).isCloseTo(slow.made[i], within(scale));
                        assertThat(view.capacity(i)).as(where).isCloseTo(slow.capacity[i], within(scale));
                    }
                    for (int consumer = 0; consumer < slow.unmet.length; consumer++) {
                        assertThat(view.unmet(consumer))
                                .isCloseTo(slow.unmet[consumer], within(1e-9 * table.finalDemand(consumer)));
                    }
                }
            }
        }
    }

    @Test
    void any_number_of_threads_gives_the_same_bits() {
        MrioTable table = RandomTables.table(9, 6, 9);
        List<Double> one = trajectory(table, 1);

        for (int threads : new int[] {2, 3, 8}) {
            assertThat(trajectory(table, threads)).as("%d threads", threads).isEqualTo(one);
        }
    }

    private static List<Double> trajectory(MrioTable table, int threads) {
        List<Double> values = new ArrayList<>();
        try (ArioRun run = Ario.of(table, psi(OrderRule.BY_CAPACITY)).start(RandomTables.events(9, table), threads)) {
            for (int step = 0; step < 50; step++) {
                ArioDayView view = run.next();
                for (int i = 0; i < table.size(); i++) {
                    values.add(view.made(i));
                    values.add(view.ordered(i));
                }
            }
        }
        return values;
    }

    @Test
    void a_loss_of_capacity_recovers_with_six_decimals_and_one_of_capital_in_full() {
        ArioEvent capacity = new ArioEvent(ArioEvent.Kind.CAPACITY, Map.of(0, 0.9), 8, 128, 31);
        ArioEvent capital = new ArioEvent(ArioEvent.Kind.CAPITAL, Map.of(0, 0.9), 8, 128, 31);

        assertThat(capacity.lost(0.9, 7)).isZero();
        assertThat(capacity.lost(0.9, 8)).isEqualTo(0.9);
        assertThat(capacity.lost(0.9, 129)).isEqualTo(0.9);
        assertThat(capacity.lost(0.9, 130)).isEqualTo(0.870968);
        assertThat(capital.lost(0.9, 130)).isEqualTo(0.9 * (1 - 1 / 31.0));
        assertThat(capital.lost(0.9, 1000)).isZero();
    }

    @Test
    void overtime_grows_in_a_shortage_and_stays_within_its_limit() {
        MrioTable table = RandomTables.table(2, 3, 3);
        double most = 0;
        try (ArioRun run = Ario.of(table, psi(OrderRule.BY_CAPACITY)).start(RandomTables.events(2, table), 1)) {
            for (int step = 0; step < 200; step++) {
                ArioDayView view = run.next();
                for (int i = 0; i < table.size(); i++) {
                    most = Math.max(most, view.capacity(i) / (table.output(i) / 365));
                }
            }
        }

        assertThat(most).isGreaterThan(1.001).isLessThanOrEqualTo(1.25);
    }

    @Test
    void what_is_out_of_range_is_refused_by_name() {
        assertThatThrownBy(() -> new ArioRules(ArioRules.Model.PSI, 30, 1.2, 20, 1, 1.25, 90, OrderRule.FIXED_SHARES))
                .hasMessageContaining("psi");
        assertThatThrownBy(() -> new ArioRules(ArioRules.Model.BASE, 30, 0.8, 1, 1, 1.25, 90, OrderRule.FIXED_SHARES))
                .hasMessageContaining("0.8");
        assertThatThrownBy(() -> new ArioEvent(ArioEvent.Kind.CAPITAL, Map.of(0, 1.5), 0, 1, 1))
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> MrioTable.builder(List.of("a|b", "a|b"), List.of()))
                .hasMessageContaining("a|b");
        assertThatThrownBy(() -> MrioTable.builder(List.of("ab"), List.of())).hasMessageContaining("'ab'");
        assertThatThrownBy(() -> MrioTable.builder(List.of("a|b"), List.of()).flow(0, 0, Double.NaN))
                .hasMessageContaining("NaN");
        MrioTable table = RandomTables.table(1, 2, 2);
        ArioEvent nowhere = new ArioEvent(ArioEvent.Kind.CAPACITY, Map.of(99, 0.5), 0, 1, 1);
        assertThatThrownBy(() -> Ario.of(table, psi(OrderRule.FIXED_SHARES)).start(List.of(nowhere), 1))
                .hasMessageContaining("industry 99");
    }
}
