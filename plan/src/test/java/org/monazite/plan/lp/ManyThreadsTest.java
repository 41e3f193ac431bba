package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {

    private static final int MODELS = 80;

    private static List<double[]> solved(int threads) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<double[]>> running = new ArrayList<>();
            for (int seed = 1; seed <= MODELS; seed++) {
                Model model = Models.random(seed, seed % 2 == 0);
                running.add(pool.submit(
                        () -> Highs.load().solve(model, Limits.EXACT).values()));
            }
            List<double[]> values = new ArrayList<>();
            for (Future<double[]> each : running) {
                values.add(each.get());
            }
            return values;
        }
    }

    private static List<double[]> oneAfterTheOther() {
        List<double[]> values = new ArrayList<>();
        for (int seed = 1; seed <= MODELS; seed++) {
            values.add(Highs.load()
                    .solve(Models.random(seed, seed % 2 == 0), Limits.EXACT)
                    .values());
        }
        return values;
    }

    @Test
    void the_same_model_gives_the_same_bits_twice() {
        List<double[]> first = oneAfterTheOther();
        List<double[]> second = oneAfterTheOther();

        for (int i = 0; i < MODELS; i++) {
            assertThat(second.get(i)).containsExactly(first.get(i));
        }
    }

    @Test
    void two_threads_at_once_give_the_bits_of_one() throws Exception {
        List<double[]> alone = oneAfterTheOther();
        List<double[]> together = solved(2);

        for (int i = 0; i < MODELS; i++) {
            assertThat(together.get(i)).containsExactly(alone.get(i));
        }
    }

    @Test
    void eight_instances_at_once_give_the_bits_of_one() throws Exception {
        List<double[]> alone = oneAfterTheOther();
        List<double[]> together = solved(8);

        for (int i = 0; i < MODELS; i++) {
            assertThat(together.get(i)).containsExactly(alone.get(i));
        }
    }
}
