package org.monazite.shock.firms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharingTest {

    /// One supplier; clients take 1 to n, final demand takes the last.
    private static FirmNetwork star(double finalDemand, double... normal) {
        FirmNetwork.Builder builder = FirmNetwork.builder();
        builder.firm("supplier", "s", finalDemand);
        for (int i = 0; i < normal.length; i++) {
            builder.firm("client" + i, "c", 1);
        }
        for (int i = 0; i < normal.length; i++) {
            builder.link(0, i + 1, normal[i]);
        }
        return builder.build();
    }

    @Test
    void everyone_gets_the_same_level_of_normal_and_nobody_more_than_it_wants() {
        FirmNetwork net = star(2, 1, 4);
        double[] delivered = new double[2];

        double sold = new Sharing(net).exact(0, 4, 8.5, new double[] {0.5, 6}, delivered);

        // the first wants half its normal amount; level l with 0.5 + 4 l + 2 l = 4
        assertThat(delivered).containsExactly(new double[] {0.5, 4 * 3.5 / 6}, within(1e-15));
        assertThat(sold).isEqualTo(2 * 3.5 / 6, within(1e-15));
    }

    @Test
    void a_level_found_from_below_is_the_level_found_by_halving() {
        SplittableRandom random = new SplittableRandom(7);
        for (int world = 0; world < 300; world++) {
            int clients = 1 + random.nextInt(12);
            double[] normal = random.doubles(clients, 0.1, 10).toArray();
            double finalDemand = random.nextInt(3) == 0 ? 0 : 3 * random.nextDouble();
            double[] wanted = new double[clients];
            double demand = finalDemand;
            for (int i = 0; i < clients; i++) {
                wanted[i] = random.nextInt(5) == 0 ? 0 : normal[i] * 3 * random.nextDouble();
                demand += wanted[i];
            }
            double output = demand * random.nextDouble();
            double[] delivered = new double[clients];

            double sold = new Sharing(star(finalDemand, normal)).exact(0, output, demand, wanted, delivered);

            double level = halved(output, wanted, normal, finalDemand);
            double sum = sold;
            for (int i = 0; i < clients; i++) {
                assertThat(delivered[i])
                        .as("world %d", world)
                        .isCloseTo(Math.min(wanted[i], level * normal[i]), within(1e-9));
                sum += delivered[i];
            }
            assertThat(sum).as("world %d", world).isCloseTo(output, within(1e-9));
        }
    }

    private static double halved(double output, double[] wanted, double[] normal, double finalDemand) {
        double low = 0;
        double high = 10;
        for (int i = 0; i < 200; i++) {
            double level = (low + high) / 2;
            double served = Math.min(finalDemand, level * finalDemand);
            for (int k = 0; k < wanted.length; k++) {
                served += Math.min(wanted[k], level * normal[k]);
            }
            if (served < output) {
                low = level;
            } else {
                high = level;
            }
        }
        return low;
    }

    @Test
    void enough_for_all_serves_all() {
        double[] delivered = new double[2];

        double sold = new Sharing(star(2, 1, 4)).exact(0, 9, 8.5, new double[] {0.5, 6}, delivered);

        assertThat(delivered).containsExactly(0.5, 6);
        assertThat(sold).isEqualTo(2);
    }

    @Test
    void the_published_loop_gives_part_of_the_output_to_nobody() {
        FirmNetwork net = star(2, 1, 4);
        double[] wanted = {1.5, 8};
        double[] delivered = new double[2];

        // all get level 1; on the way to 1.5 the served final demand counts as 2 again: 0.5 * 2 = 1 is lost
        double sold = new Sharing(net).asPublished(0, 11, wanted, delivered);

        assertThat(delivered[0] + delivered[1] + sold).isEqualTo(11 - 1, within(1e-12));
        double[] exact = new double[2];
        double all = new Sharing(net).exact(0, 11, 11.5, wanted, exact);
        assertThat(exact[0] + exact[1] + all).isEqualTo(11, within(1e-12));
    }
}
