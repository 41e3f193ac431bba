package org.monazite.shock.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.shock.Assumptions;
import org.monazite.shock.BrokenRunException;
import org.monazite.shock.PriceMarket;
import org.monazite.shock.World;

class BrokenRunTest {

    private final Kernel kernel =
            new Kernel(new Wiring(World.of("""
                    CHN/magnet -> JPN/use 365
                    JPN/use -> industry 365
                    """), PriceMarket.DESTINATION), Assumptions.MINERALS, List.of(), Double.NaN);

    @Tag("S17")
    @Test
    void a_stock_that_is_no_number_stops_the_run_with_place_and_day() {
        kernel.day(0);
        Arrays.fill(kernel.stock, Double.NaN);

        assertThatThrownBy(() -> kernel.day(1))
                .isInstanceOf(BrokenRunException.class)
                .hasMessage("""
                The output of JPN/use became 'NaN' on day 1; the run was stopped.
                Maybe an action or an assumption is extreme: take them out one by one, or run with the defaults.\
                """);
    }

    @Test
    void an_endless_stock_stops_the_run() {
        kernel.day(0);
        Arrays.fill(kernel.stock, Double.POSITIVE_INFINITY);

        assertThatThrownBy(() -> kernel.day(1))
                .isInstanceOf(BrokenRunException.class)
                .hasMessageStartingWith("The stock of magnet at JPN/use became 'Infinity' on day 1");
    }
}
