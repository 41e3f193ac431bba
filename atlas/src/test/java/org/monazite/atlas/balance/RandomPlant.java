package org.monazite.atlas.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/// A network of streams as in the textbooks: every unit takes in up to three open streams and splits them into up to
/// three; each stream is measured with a standard deviation of 1 to 5 %.
final class RandomPlant {

    final List<BalanceProblem.Observation> figures = new ArrayList<>();
    private final List<Double> truth = new ArrayList<>();
    private final List<BalanceProblem.Row> rows = new ArrayList<>();
    private final Random random;

    RandomPlant(long seed) {
        this.random = new Random(seed);
        List<Integer> open = new ArrayList<>();
        int inlets = 2 + random.nextInt(3);
        for (int i = 0; i < inlets; i++) {
            open.add(stream(20 + 180 * random.nextDouble()));
        }
        int units = 4 + random.nextInt(8);
        for (int unit = 0; unit < units; unit++) {
            unit(open, "unit " + unit);
        }
        for (int stream = 0; stream < truth.size(); stream++) {
            double sd = truth.get(stream) * (0.01 + 0.04 * random.nextDouble());
            double said = truth.get(stream) + sd * random.nextGaussian();
            figures.add(new BalanceProblem.Observation(stream, said, sd, "stream " + stream));
        }
    }

    private int stream(double value) {
        truth.add(value);
        return truth.size() - 1;
    }

    private void unit(List<Integer> open, String name) {
        List<Integer> streams = new ArrayList<>();
        List<Double> signs = new ArrayList<>();
        double sum = 0;
        for (int taken = 1 + random.nextInt(Math.min(3, open.size())); taken > 0; taken--) {
            int stream = open.remove(random.nextInt(open.size()));
            sum += truth.get(stream);
            streams.add(stream);
            signs.add(1.0);
        }
        double[] share = random.doubles(1 + random.nextInt(3), 0.3, 1.3).toArray();
        for (double each : share) {
            int stream = stream(sum * each / Arrays.stream(share).sum());
            open.add(stream);
            streams.add(stream);
            signs.add(-1.0);
        }
        rows.add(new BalanceProblem.Row(name, streams, signs, 0));
    }

    /// The network with one figure off by a number of its standard deviations.
    BalanceProblem wrong(int figure, double sds) {
        BalanceProblem problem = new BalanceProblem();
        for (int stream = 0; stream < truth.size(); stream++) {
            problem.quantity("stream " + stream, 0, Double.POSITIVE_INFINITY);
        }
        rows.forEach(problem::row);
        for (BalanceProblem.Observation each : figures) {
            double off = each.quantity() == figure ? sds * each.sd() : 0;
            problem.observe(
                    new BalanceProblem.Observation(each.quantity(), each.value() + off, each.sd(), each.label()));
        }
        return problem;
    }

    /// The part of the variance of a figure that the rest of the network can tell: from 0.5 on, the rest is as
    /// sure of the stream as the figure itself.
    double knows(int figure) {
        Measured measured = new Measured(wrong(0, 0), new BitSet());
        double[] free = new double[measured.columns];
        Arrays.fill(free, Double.NaN);
        double sd = figures.get(figure).sd();
        return 1 - new Reconciled(measured, free).variances()[figure] / (sd * sd);
    }
}
