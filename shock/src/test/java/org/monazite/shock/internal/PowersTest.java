package org.monazite.shock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Many powers at once against those of the library, one by one.
class PowersTest {

    private static final int MANY = 200_000;

    private static double[] raised(double exponent, double... x) {
        new Powers(x.length).raise(x, x.length, exponent);
        return x;
    }

    @Test
    void powers_are_those_of_the_library() {
        Random random = new Random(1);
        double worst = 0;
        for (int i = 0; i < MANY; i += 100) {
            double exponent = 12 * random.nextDouble() - 6;
            double[] x =
                    random.doubles(100).map(u -> StrictMath.exp(30 * u - 22)).toArray();
            double[] powers = raised(exponent, x.clone());
            for (int j = 0; j < x.length; j++) {
                double exact = StrictMath.pow(x[j], exponent);
                double room = 2 + Math.abs(exponent * StrictMath.log(x[j]));
                worst = Math.max(worst, Math.abs(powers[j] / exact - 1) / room);
            }
        }
        assertThat(worst).isLessThan(2.3e-16);
    }

    @Test
    void powers_of_numbers_near_one_keep_their_last_digits() {
        Random random = new Random(2);
        for (int i = 0; i < MANY; i++) {
            double x = 1 + (random.nextDouble() - 0.5) * StrictMath.pow(10, -16 * random.nextDouble());
            assertThat(raised(1.7, x)[0] / StrictMath.pow(x, 1.7) - 1).isBetween(-9e-16, 9e-16);
        }
    }

    @Test
    void exponentials_are_those_of_the_library() {
        Random random = new Random(3);
        double[] x = random.doubles(MANY, -600, 600).toArray();
        double[] powers = x.clone();
        new Powers(MANY).exp(powers, MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(powers[i] / StrictMath.exp(x[i]) - 1).isBetween(-5e-16, 5e-16);
        }
    }

    @Test
    void one_stays_one_and_the_power_one_changes_nothing() {
        assertThat(raised(1.3, 1)).containsExactly(1);
        assertThat(raised(1, 0.3, 7)).containsExactly(0.3, 7);
        double[] zero = {0};
        new Powers(1).exp(zero, 1);
        assertThat(zero).containsExactly(1);
    }

    @Test
    void numbers_out_of_the_ordinary_go_to_the_library() {
        double[] odd = {0, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN, -2, 1e300, 1e-300};
        for (double exponent : new double[] {0.5, -0.5, 2, -2}) {
            double[] powers = raised(exponent, odd.clone());
            for (int i = 0; i < 5; i++) {
                assertThat(Double.compare(powers[i], StrictMath.pow(odd[i], exponent)))
                        .isZero();
            }
        }
        assertThat(raised(2, 1e300, 1e-300)).containsExactly(Double.POSITIVE_INFINITY, 0);
        double[] far = {1000, -1000, Double.NaN};
        new Powers(3).exp(far, 3);
        assertThat(far).containsExactly(Double.POSITIVE_INFINITY, 0, Double.NaN);
    }
}
