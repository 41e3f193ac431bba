package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RightSidesTest {

    /// Two products of one tonne of ore each, of which there are 5; at least 2 of the first are wanted, at
    /// most 4 of the second.
    private static Model ores() {
        Model model = new Model();
        int first = model.column("first", 0, Double.POSITIVE_INFINITY, 1);
        int second = model.column("second", 0, 4, -3);
        model.row("ore").plus(first).plus(second).atMost(5);
        model.row("wanted").plus(first).atLeast(2);
        model.offset(10);
        return model;
    }

    @Test
    void prices_pay_for_the_sides_that_bind() {
        Model model = ores();
        RightSides sides = RightSides.of(model, Solvers.best().solve(model, Limits.EXACT));

        assertThat(sides.row(0)).isCloseTo(-15, Offset.offset(1e-9)); // a tonne of ore is worth 3
        assertThat(sides.row(1)).isCloseTo(8, Offset.offset(1e-9)); // and 1 more goes into the first product
        assertThat(sides.column(1)).isZero();
        assertThat(sides.rest()).isCloseTo(0, Offset.offset(1e-9));
    }

    @Test
    void of_random_programs_offset_and_all_that_is_paid_are_the_objective() {
        for (int seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            Model model = new Model();
            for (int column = 0; column < 12; column++) {
                model.column(column, -random.nextInt(3), 1 + random.nextInt(9), random.nextInt(21) - 10);
            }
            for (int row = 0; row < 8; row++) {
                Row each = model.row("row " + row);
                for (int column = 0; column < 12; column++) {
                    each.plus(column, random.nextInt(5) - 2);
                }
                each.between(-random.nextInt(9), random.nextInt(9));
            }
            model.offset(random.nextInt(100));
            Solution solution = Solvers.best().solve(model, Limits.EXACT);

            assertThat(RightSides.of(model, solution).rest()).as("seed " + seed).isCloseTo(0, Offset.offset(1e-6));
        }
    }
}
