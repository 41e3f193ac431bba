package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

class C04_NewSuppliersTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @5
            AUS/magnet [capacity 7300] -> industry 365
            JPN/use -> industry 365
            """);

    private static Action.NewSupplier supplier(double tonnes, Trigger trigger) {
        return new Action.NewSupplier("AUS", "JPN", "magnet", tonnes, 10, trigger, Optional.of(3));
    }

    private double[] made(int days, Action... actions) {
        return Plain.made(world, "AUS/magnet", days, actions);
    }

    @Test
    void trade_grows_to_its_size_while_buyers_qualify() {
        // A tenth more each day, shipped the day after it was ordered, beside the tonne that Australia uses itself.
        double[] made = made(30, Plain.ban("CHN", 0, 400), supplier(365, new Trigger.Day(0)));

        assertThat(made[1]).isEqualTo(1);
        assertThat(made[2]).isCloseTo(1.1, within(1e-12));
        assertThat(made[6]).isCloseTo(1.5, within(1e-12));
        assertThat(made[29]).isCloseTo(2, within(1e-12));
    }

    @Test
    void low_stocks_make_buyers_look_for_it() {
        // Five cargoes and 30 days: 19 days are left at the end of day 15, seen on day 16, a tenth ordered on day 17.
        double[] made = made(20, Plain.ban("CHN", 0, 400), supplier(365, new Trigger.CoverBelow(20)));

        assertThat(made[17]).isEqualTo(1);
        assertThat(made[18]).isCloseTo(1.1, within(1e-12));
    }

    @Test
    void a_ban_on_the_new_trade_stops_it_too() {
        double[] made = made(30, Plain.ban("CHN", 0, 400), Plain.ban("AUS", 0, 400), supplier(365, new Trigger.Day(0)));

        assertThat(made).containsOnly(1);
    }

    @Test
    void a_supplier_much_larger_than_the_need_does_not_fill_the_stores() {
        double[] stock = Plain.stock(world, "JPN/use", "magnet", 600, supplier(36_500, new Trigger.Day(0)));

        assertThat(stock[599]).isCloseTo(30, within(0.5));
    }

    @Test
    void a_supplier_of_nothing_changes_nothing() {
        assertThat(Plain.run(world, 10, Plain.ban("CHN", 0, 400), supplier(0, new Trigger.Day(0))))
                .isEqualTo(Plain.run(world, 10, Plain.ban("CHN", 0, 400)));
    }

    @Test
    void a_pool_sells_and_buys_for_its_place() {
        SupplyNetwork pools = World.of("""
                CHN/magnet -> JPN/magnet/pool 365 @5
                JPN/magnet/pool -> JPN/use 365
                AUS/magnet -> AUS/magnet/pool 365
                AUS/magnet/pool -> AUS/use 365
                JPN/use -> industry 365
                AUS/use -> industry 365
                """);
        double[] made =
                Plain.made(pools, "AUS/magnet/pool", 12, Plain.ban("CHN", 0, 400), supplier(365, new Trigger.Day(0)));

        assertThat(made[6]).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void somebody_must_make_it_and_somebody_must_take_it() {
        assertThatThrownBy(() -> Plain.run(
                        world,
                        1,
                        new Action.NewSupplier("JPN", "CHN", "magnet", 1, 1, new Trigger.Day(0), Optional.empty())))
                .hasMessage("new_supplier: nobody at 'JPN' makes 'magnet'.\nMaybe name a place that does.");
        assertThatThrownBy(() -> Plain.run(
                        world,
                        1,
                        new Action.NewSupplier("AUS", "CHN", "magnet", 1, 1, new Trigger.Day(0), Optional.empty())))
                .hasMessageStartingWith("new_supplier: nobody at 'CHN' takes 'magnet' from a known supplier.");
    }

    @Test
    void its_buyers_are_told_by_place() {
        assertThat(Reach.idle(world, Plain.scenario(supplier(365, new Trigger.Day(0)))))
                .isEmpty();
        assertThat(Reach.idle(world, Plain.scenario(new Action.Hoarding(Set.of("AUS"), Set.of("magnet"), 0, 9, 1, 0))))
                .containsExactly(0);
    }
}
