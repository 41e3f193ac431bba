package org.monazite.plan.lp;

import java.util.Random;

/// Models that several tests solve.
final class Models {

    static final double FREE = Double.NEGATIVE_INFINITY;
    static final double MORE = Double.POSITIVE_INFINITY;

    private Models() {}

    /// Two products, three machines (Hillier and Lieberman): 36 at x = 2, y = 6; an hour of the second
    /// machine is worth 1.5, of the third 1.
    static Model twoProducts() {
        Model model = new Model();
        int x = model.column("x", 0, MORE, -3);
        int y = model.column("y", 0, MORE, -5);
        model.row("first").plus(x).atMost(4);
        model.row("second").plus(y, 2).atMost(12);
        model.row("third").plus(x, 3).plus(y, 2).atMost(18);
        return model;
    }

    /// Three things of worth 10, 13, 7 and weight 3, 4, 2 for a bag that holds 6: the second and the
    /// third, 20.
    static Model knapsack() {
        Model model = new Model();
        int a = model.integer("a", 0, 1, -10);
        int b = model.integer("b", 0, 1, -13);
        int c = model.integer("c", 0, 1, -7);
        model.row("bag").plus(a, 3).plus(b, 4).plus(c, 2).atMost(6);
        return model;
    }

    static Model infeasible() {
        Model model = new Model();
        int x = model.column("x", 0, 10, 1);
        int y = model.column("y", 0, 10, 1);
        model.row("much").plus(x).plus(y).atLeast(5);
        model.row("little").plus(x).plus(y).atMost(4);
        return model;
    }

    static Model unbounded() {
        Model model = new Model();
        int x = model.column("x", 0, MORE, -1);
        int y = model.column("y", 0, MORE, 0);
        model.row("apart").plus(x).minus(y).atMost(3);
        return model;
    }

    /// A market split (Cornuéjols and Dawande): seconds do not suffice to solve it, and any values are
    /// a plan.
    static Model hard() {
        Random random = new Random(7);
        Model model = new Model();
        int[] x = new int[40];
        for (int j = 0; j < x.length; j++) {
            x[j] = model.integer("x" + j, 0, 1, 0);
        }
        for (int i = 0; i < 5; i++) {
            Row row = model.row("market" + i);
            long sum = 0;
            for (int column : x) {
                int size = random.nextInt(100);
                sum += size;
                row.plus(column, size);
            }
            row.plus(model.column("short" + i, 0, MORE, 1)).minus(model.column("over" + i, 0, MORE, 1));
            row.equalTo(Math.floorDiv(sum, 2));
        }
        return model;
    }

    /// A model of at most 12 columns and 10 rows with a bounded optimum: every column has bounds and a
    /// plan was drawn before the sides of the rows.
    static Model random(long seed, boolean integers) {
        Random random = new Random(seed);
        Model model = new Model();
        int columns = 3 + random.nextInt(10);
        double[] plan = new double[columns];
        for (int j = 0; j < columns; j++) {
            double low = random.nextInt(5) - 2;
            double high = low + random.nextInt(20);
            plan[j] = low + Math.floor(random.nextDouble() * (high - low));
            double cost = random.nextInt(41) - 20;
            if (integers && random.nextInt(3) > 0) {
                model.integer("x" + j, low, high, cost);
            } else {
                model.column("x" + j, low, high, cost);
            }
        }
        int rows = 2 + random.nextInt(9);
        for (int i = 0; i < rows; i++) {
            Row row = model.row("r" + i);
            double at = 0;
            for (int j = 0; j < columns; j++) {
                if (random.nextInt(3) > 0) {
                    int coefficient = random.nextInt(19) - 9;
                    row.plus(j, coefficient);
                    at += coefficient * plan[j];
                }
            }
            switch (random.nextInt(4)) {
                case 0 -> row.atMost(at + random.nextInt(6));
                case 1 -> row.atLeast(at - random.nextInt(6));
                case 2 -> row.between(at - random.nextInt(6), at + random.nextInt(6));
                default -> {
                    if (i % 2 == 0) {
                        row.equalTo(at);
                    } else {
                        row.atMost(at);
                    }
                }
            }
        }
        model.offset(random.nextInt(100));
        return model;
    }
}
