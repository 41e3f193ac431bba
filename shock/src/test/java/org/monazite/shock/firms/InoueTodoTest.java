package org.monazite.shock.firms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InoueTodoTest {

    private static FirmRules rules(FirmRationing rationing, FirmOrders orders) {
        return new FirmRules(rationing, orders, 15, 6, FirmRecovery.NONE, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(FirmRationing.class)
    void without_damage_nothing_moves_in_400_days(FirmRationing rationing) {
        for (FirmOrders orders : new FirmOrders[] {FirmOrders.FIXED_TARGET, FirmOrders.SCALED_TARGET_UP}) {
            FirmNetwork network = RandomFirms.network(3, 30);
            FirmRun run = InoueTodo.of(network, rules(rationing, orders)).start(List.of());
            for (int day = 0; day < 400; day++) {
                FirmDayView view = run.next();
                for (int firm = 0; firm < network.firms(); firm++) {
                    assertThat(view.made(firm))
                            .as("%s %s day %d %s", rationing, orders, day, network.name(firm))
                            .isCloseTo(network.output(firm), within(1e-12 * network.output(firm)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FirmOrders.class)
    void no_firm_makes_more_than_it_can_or_than_is_wanted_or_ships_more_than_it_makes(FirmOrders orders) {
        for (FirmRationing rationing :
                new FirmRationing[] {FirmRationing.PROPORTIONAL, FirmRationing.FINAL_LAST, FirmRationing.WATERFILL}) {
            FirmNetwork network = RandomFirms.network(11, 25);
            FirmRun run = InoueTodo.of(network, rules(rationing, orders)).start(RandomFirms.damages(5, network));
            for (int day = 0; day < 120; day++) {
                FirmDayView view = run.next();
                for (int firm = 0; firm < network.firms(); firm++) {
                    double given = view.sold(firm);
                    for (int out = network.firstOut[firm]; out < network.firstOut[firm + 1]; out++) {
                        given += view.delivered(network.outLink[out]);
                    }
                    double scale = 1e-9 * network.output(firm);
                    assertThat(view.made(firm)).isLessThanOrEqualTo(view.asked(firm) + scale);
                    assertThat(view.made(firm))
                            .isLessThanOrEqualTo(network.output(firm) * (1 - view.lost(firm)) + scale);
                    assertThat(given)
                            .as("%s day %d", rationing, day)
                            .isCloseTo(view.made(firm), within(1e-9 * network.output(firm)));
                }
            }
        }
    }

    @Test
    void a_target_that_follows_output_turns_a_small_shock_into_a_large_dip() {
        // two firms that live on each other; one loses 1 % for good
        FirmNetwork.Builder builder = FirmNetwork.builder();
        builder.firm("a", "1", 1);
        builder.firm("b", "2", 1);
        FirmNetwork network = builder.link(0, 1, 9).link(1, 0, 9).build();
        List<FirmDamage> damage = List.of(new FirmDamage(0, 0.01, 10));

        assertThat(least(network, damage, FirmOrders.SCALED_TARGET)).isLessThan(0.9);
        assertThat(least(network, damage, FirmOrders.FIXED_TARGET)).isGreaterThan(0.97);
    }

    private static double least(FirmNetwork network, List<FirmDamage> damage, FirmOrders orders) {
        InoueTodo model = InoueTodo.of(network, rules(FirmRationing.PROPORTIONAL, orders));
        FirmRun run = model.start(damage);
        double least = 1;
        for (int day = 0; day < 400; day++) {
            least = Math.min(least, run.next().totalMade() / model.normalOutput());
        }
        return least;
    }

    @Test
    void exponential_recovery_counts_days_from_the_start_of_the_run() {
        FirmNetwork.Builder builder = FirmNetwork.builder();
        builder.firm("a", "1", 10);
        FirmRules rules = new FirmRules(
                FirmRationing.PROPORTIONAL, FirmOrders.FIXED_TARGET, 15, 6, FirmRecovery.EXPONENTIAL, 20, 0);
        FirmRun run = InoueTodo.of(builder.build(), rules).start(List.of(new FirmDamage(0, 0.5, 3)));
        FirmDayView view = run.next();
        for (int day = 1; day <= 3; day++) {
            view = run.next();
        }

        assertThat(view.made(0)).isEqualTo(5);
        assertThat(view.lost(0)).isEqualTo(0.5 * StrictMath.exp(-3 / 20.0));
    }

    @Test
    void recovery_by_renewal_heals_at_once() {
        FirmNetwork.Builder builder = FirmNetwork.builder();
        builder.firm("a", "1", 10);
        FirmRules rules =
                new FirmRules(FirmRationing.PROPORTIONAL, FirmOrders.FIXED_TARGET, 15, 6, FirmRecovery.RENEWAL, 30, 0);

        FirmDayView view = InoueTodo.of(builder.build(), rules)
                .start(List.of(new FirmDamage(0, 0.5, 0)))
                .next();

        assertThat(view.lost(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void a_damage_is_a_share(double share) {
        assertThatThrownBy(() -> new FirmDamage(0, share, 0)).hasMessageContaining(String.valueOf(share));
    }

    @Test
    void two_damages_of_one_firm_and_unknown_firms_are_refused() {
        FirmNetwork network = RandomFirms.network(1, 3);
        InoueTodo model = InoueTodo.of(network, FirmRules.DEFAULT);

        assertThatThrownBy(() -> model.start(List.of(new FirmDamage(1, 0.1, 0), new FirmDamage(1, 0.2, 9))))
                .hasMessageContaining("F1");
        assertThatThrownBy(() -> model.start(List.of(new FirmDamage(7, 0.1, 0))))
                .hasMessageContaining("firm 7");
    }

    @Test
    void links_are_named_once_and_carry_something() {
        FirmNetwork.Builder builder = FirmNetwork.builder();
        builder.firm("a", "1", 1);
        builder.firm("b", "1", 1);

        assertThatThrownBy(() -> builder.link(0, 1, 0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> builder.link(0, 2, 1)).hasMessageContaining("2");
        assertThatThrownBy(() -> builder.link(0, 1, 1).link(0, 1, 2).build()).hasMessageContaining("'a' to 'b'");
    }
}
