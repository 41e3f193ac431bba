package org.monazite.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.monazite.atlas.balance.BalanceProblem;

/// A made-up balance: places make, ship and use products stage by stage; every quantity is observed with a
/// tenth of error, every pool must close. Follows from the seed.
final class MadeBalance {

    private static final double ERROR = 0.1;
    private static final int BUYERS = 4;

    private final int places;
    private final int stages;
    private final SplittableRandom random;
    private final BalanceProblem problem = new BalanceProblem();
    private final List<List<List<Integer>>> in = new ArrayList<>();
    private final List<List<List<Integer>>> out = new ArrayList<>();
    private final double[][] net;

    private MadeBalance(int places, int stages, long seed) {
        this.places = places;
        this.stages = stages;
        this.random = new SplittableRandom(seed);
        this.net = new double[stages][places];
    }

    static BalanceProblem of(int places, int stages, long seed) {
        return new MadeBalance(places, stages, seed).problem();
    }

    private BalanceProblem problem() {
        for (int stage = 0; stage < stages; stage++) {
            in.add(lists());
            out.add(lists());
        }
        for (int stage = 0; stage < stages; stage++) {
            for (int place = 0; place < places; place++) {
                for (int n = 0; n < BUYERS; n++) {
                    int to = random.nextInt(places);
                    if (to != place) {
                        ship(stage, place, to, n);
                    }
                }
            }
        }
        for (int stage = 0; stage < stages; stage++) {
            for (int place = 0; place < places; place++) {
                close(stage, place);
            }
        }
        return problem;
    }

    private List<List<Integer>> lists() {
        List<List<Integer>> lists = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private void ship(int stage, int from, int to, int n) {
        double tonnes = random.nextDouble(10, 1000);
        int flow = quantity("flow q%d P%d>P%d %d".formatted(stage, from, to, n), tonnes);
        out.get(stage).get(from).add(flow);
        in.get(stage).get(to).add(flow);
        net[stage][from] -= tonnes;
        net[stage][to] += tonnes;
    }

    /// What is made and what is used closes the pool.
    private void close(int stage, int place) {
        double used = random.nextDouble(10, 1000) + Math.max(0, net[stage][place]);
        double made = used - net[stage][place];
        int make = quantity("make P%d/q%d".formatted(place, stage), made);
        int use = quantity("use P%d/q%d".formatted(place, stage), used);
        List<Integer> quantities = new ArrayList<>(List.of(make));
        List<Double> coefficients = new ArrayList<>(List.of(1.0));
        for (int flow : in.get(stage).get(place)) {
            quantities.add(flow);
            coefficients.add(1.0);
        }
        for (int flow : out.get(stage).get(place)) {
            quantities.add(flow);
            coefficients.add(-1.0);
        }
        quantities.add(use);
        coefficients.add(-1.0);
        problem.row(new BalanceProblem.Row("pool P%d/q%d".formatted(place, stage), quantities, coefficients, 0));
    }

    private int quantity(String name, double truth) {
        int quantity = problem.size();
        problem.quantity(name, 0, Double.POSITIVE_INFINITY);
        double observed = Math.max(0, truth * (1 + ERROR * (2 * random.nextDouble() - 1)));
        problem.observe(new BalanceProblem.Observation(quantity, observed, Math.max(1, ERROR * truth), name));
        return quantity;
    }
}
