package org.monazite.shock.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DivisionTest {

    @Test
    void the_level_by_selection_shares_out_exactly_what_is_there() {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            int n = 1 + random.nextInt(60);
            double[] points = new double[n];
            double[] masses = new double[n];
            double wanted = 0;
            for (int k = 0; k < n; k++) {
                points[k] = random.nextInt(4) == 0 ? 1 : random.nextInt(5) == 0 ? 0 : 2 * random.nextDouble();
                masses[k] = Math.exp(random.nextGaussian());
                wanted += points[k] * masses[k];
            }
            double have = wanted * 0.999 * random.nextDouble();
            double level = Division.level(points.clone(), masses.clone(), n, have);
            double given = 0;
            for (int k = 0; k < n; k++) {
                given += Math.min(points[k], level) * masses[k];
            }
            assertThat(given).isCloseTo(have, within(1e-12 * Math.max(1, wanted)));
        }
    }

    @Test
    void a_packed_level_loses_less_than_one_part_in_a_million_and_keeps_its_rank() {
        for (int rank = 0; rank < 4; rank++) {
            float packed = Cut.pack(0.7654321f, rank);
            assertThat((double) packed).isCloseTo(0.7654321, within(1e-6));
            assertThat(Float.floatToRawIntBits(packed) & 3).isEqualTo(rank);
        }
    }
}
