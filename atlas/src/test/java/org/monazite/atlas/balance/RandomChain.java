package org.monazite.atlas.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A world that balances, and what sources say about it: makers, flows, inputs, uses, unknown origin, world totals.
/// Figures deviate from the truth by their standard deviations.
final class RandomChain {

    private static final double PER_UNIT = 0.3;
    private static final double UNKNOWN_SD = 100;
    private static final double RECIPE_SD = 20;

    final BalanceProblem problem = new BalanceProblem();
    final List<Double> truth = new ArrayList<>();
    final List<BalanceProblem.Observation> figures = new ArrayList<>();
    private final Random random;
    private final int places;
    private final int products;
    private final int[][] made;
    private final int[][] used;
    private final int[][] input;
    private final List<List<int[]>> in = new ArrayList<>(); // quantity and sign, by place x product
    private double[] flowInto;
    private double[] flowFrom;

    /// @param partners flows for each place and product
    RandomChain(int places, int products, double partners, long seed) {
        this.places = places;
        this.products = products;
        this.random = new Random(seed);
        this.made = new int[places][products];
        this.used = new int[places][products];
        this.input = new int[places][products];
        this.flowInto = new double[places * products];
        this.flowFrom = new double[places * products];
        for (int i = 0; i < places * products; i++) {
            in.add(new ArrayList<>());
        }
        flows((int) (places * products * partners));
        for (int product = products - 1; product >= 0; product--) {
            for (int place = 0; place < places; place++) {
                pool(place, product);
            }
        }
        for (int product = 0; product < products; product++) {
            world(product);
        }
    }

    private int quantity(String name, double value) {
        truth.add(value);
        return problem.quantity(name, 0, Double.POSITIVE_INFINITY);
    }

    private void say(int quantity, double relative, String label) {
        double sd = relative * truth.get(quantity) + 1;
        figures.add(
                new BalanceProblem.Observation(quantity, truth.get(quantity) + sd * random.nextGaussian(), sd, label));
    }

    private double tonnes(double middle) {
        return StrictMath.exp(random.nextGaussian() + StrictMath.log(middle));
    }

    private void flows(int count) {
        for (int f = 0; f < count; f++) {
            int product = random.nextInt(products);
            int from = (int) (places * random.nextDouble() * random.nextDouble());
            int to = random.nextInt(places);
            if (from == to) {
                continue;
            }
            double tonnes = tonnes(300);
            int quantity = quantity("flow " + f, tonnes);
            say(quantity, 0.1, "export " + f);
            if (random.nextDouble() < 0.4) {
                say(quantity, 0.1, "import " + f);
            }
            flowFrom[from * products + product] += tonnes;
            flowInto[to * products + product] += tonnes;
            in.get(from * products + product).add(new int[] {quantity, -1});
            in.get(to * products + product).add(new int[] {quantity, 1});
        }
    }

    private void pool(int place, int product) {
        int pool = place * products + product;
        double next = product + 1 < products
                ? Math.max(0, PER_UNIT * truth.get(made[place][product + 1]) + RECIPE_SD * random.nextGaussian())
                : 0;
        double use = tonnes(400);
        double unknownTonnes = UNKNOWN_SD * Math.abs(random.nextGaussian());
        double make = flowFrom[pool] + next + use - flowInto[pool] - unknownTonnes;
        if (make < 0) {
            use -= make;
            make = 0;
        }
        made[place][product] = quantity("make " + pool, make);
        used[place][product] = quantity("use " + pool, use);
        List<Integer> quantities = new ArrayList<>(List.of(made[place][product], used[place][product]));
        List<Double> signs = new ArrayList<>(List.of(1.0, -1.0));
        if (make > 0 && random.nextDouble() < 0.8) {
            say(made[place][product], 0.1, "make " + pool);
        }
        if (random.nextDouble() < 0.6) {
            say(used[place][product], 0.2, "use " + pool);
        }
        if (product + 1 < products) {
            input[place][product] = quantity("input " + pool, next);
            quantities.add(input[place][product]);
            signs.add(-1.0);
            problem.row(new BalanceProblem.Row(
                    "recipe " + pool,
                    List.of(input[place][product], made[place][product + 1]),
                    List.of(1.0, -PER_UNIT),
                    RECIPE_SD));
        }
        in.get(pool).forEach(flow -> {
            quantities.add(flow[0]);
            signs.add((double) flow[1]);
        });
        int unknown = quantity("unknown " + pool, unknownTonnes);
        figures.add(new BalanceProblem.Observation(unknown, 0, UNKNOWN_SD, "unknown " + pool));
        quantities.add(unknown);
        signs.add(1.0);
        problem.row(new BalanceProblem.Row("pool " + pool, quantities, signs, 0));
    }

    private void world(int product) {
        double total = 0;
        List<Integer> quantities = new ArrayList<>();
        List<Double> signs = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            total += truth.get(made[place][product]);
            quantities.add(made[place][product]);
            signs.add(1.0);
        }
        int world = quantity("world " + product, total);
        quantities.add(world);
        signs.add(-1.0);
        say(world, 0.03, "world " + product);
        problem.row(new BalanceProblem.Row("world " + product, quantities, signs, 0));
    }

    /// The problem with every figure as it was said.
    BalanceProblem said() {
        figures.forEach(problem::observe);
        return problem;
    }

    /// The problem with one figure wrong by so many of its standard deviations.
    BalanceProblem wrong(int figure, double sds) {
        for (int i = 0; i < figures.size(); i++) {
            BalanceProblem.Observation each = figures.get(i);
            problem.observe(
                    i == figure
                            ? new BalanceProblem.Observation(
                                    each.quantity(), each.value() + sds * each.sd(), each.sd(), each.label())
                            : each);
        }
        return problem;
    }
}
