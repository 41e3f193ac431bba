package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.exposure.internal.SmallSimplex;

class SmallSimplexTest {

    static List<Long> seeds() {
        return RandomTrade.seeds(300);
    }

    @Test
    void the_textbook_program_of_two_goods_has_its_known_optimum() {
        // Hillier and Lieberman, Wyndor Glass: x = 2, y = 6, 36
        SmallSimplex.Optimum optimum = SmallSimplex.maximise(
                new double[][] {{1, 0}, {0, 2}, {3, 2}}, new double[] {4, 12, 18}, new double[] {3, 5}, new double[] {
                    100, 100
                });

        assertThat(optimum.value()).isCloseTo(36, within(1e-7));
        assertThat(optimum.x()).containsExactly(new double[] {2, 6}, within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_point_is_admissible_and_its_value_meets_the_bound_of_the_prices(long seed) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(12);
        int columns = 1 + random.nextInt(12);
        double[][] a = new double[rows][columns];
        double[] limits = new double[rows];
        double[] objective = new double[columns];
        double[] bounds = new double[columns];
        for (int i = 0; i < rows; i++) {
            limits[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(10);
            for (int j = 0; j < columns; j++) {
                a[i][j] = random.nextInt(3) == 0 ? random.nextInt(9) - 4 : 0;
            }
        }
        for (int j = 0; j < columns; j++) {
            objective[j] = random.nextInt(9) - 3;
            bounds[j] = random.nextInt(5);
        }

        SmallSimplex.Optimum optimum = SmallSimplex.maximise(a, limits, objective, bounds);

        for (int i = 0; i < rows; i++) {
            double used = 0;
            for (int j = 0; j < columns; j++) {
                used += a[i][j] * optimum.x()[j];
            }
            assertThat(used).as("seed %d row %d", seed, i).isLessThanOrEqualTo(limits[i] + 1e-7);
        }
        assertThat(optimum.value()).as("seed %d", seed).isCloseTo(optimum.bound(), within(1e-6));
    }

    @Test
    void a_negative_limit_is_refused() {
        assertThatThrownBy(() -> SmallSimplex.maximise(
                        new double[][] {{1}}, new double[] {-1}, new double[] {1}, new double[] {1}))
                .hasMessageContaining("-1.0");
    }
}
