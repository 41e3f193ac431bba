package org.monazite.atlas.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A planted error of 5 standard deviations on a stream that the rest of the network knows as well as its figure.
class GrossErrorTest {

    private static final double SDS = 5;
    private static final double OBSERVABLE = 0.5;
    private static final double TIE = 0.01;

    /// Parts of the networks, 0..1.
    ///
    /// @param named the planted figure has the largest test value, or one within 1 % of it
    /// @param out it is the first to be taken out, or tied with that
    private record Rates(double named, double out) {}

    private static Rates plant(int networks) {
        Random random = new Random(20251028);
        int planted = 0;
        int named = 0;
        int out = 0;
        while (planted < networks) {
            RandomPlant plant = new RandomPlant(random.nextInt());
            int figure = random.nextInt(plant.figures.size());
            if (plant.knows(figure) < OBSERVABLE) {
                continue;
            }
            planted++;
            BalanceProblem problem = plant.wrong(figure, random.nextBoolean() ? SDS : -SDS);
            List<BalanceResult.Adjustment> all =
                    Balancer.withAllFigures(problem).adjustments();
            double largest = all.stream()
                    .max(Comparator.comparingDouble(BalanceResult.Adjustment::z))
                    .orElseThrow()
                    .z();
            named += all.get(figure).z() >= (1 - TIE) * largest ? 1 : 0;
            List<BalanceResult.Suspect> found = Balancer.solve(problem).found();
            String label = plant.figures.get(figure).label();
            boolean first = !found.isEmpty()
                    && (found.getFirst().label().equals(label)
                            || found.getFirst().tied().contains(label));
            out += first ? 1 : 0;
        }
        return new Rates(named / (double) networks, out / (double) networks);
    }

    @Tag("A8")
    @Test
    void an_error_of_5_sd_is_the_first_by_suspicion_in_nine_networks_of_ten() {
        Rates rates = plant(250);

        assertThat(rates.named()).isGreaterThanOrEqualTo(0.9);
        assertThat(rates.out()).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    @Tag("slow")
    void an_error_of_5_sd_is_the_first_by_suspicion_in_nine_of_ten_of_1_000_networks() {
        assertThat(plant(1_000).named()).isGreaterThanOrEqualTo(0.9);
    }
}
