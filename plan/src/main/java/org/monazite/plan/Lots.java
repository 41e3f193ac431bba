package org.monazite.plan;

import java.util.SplittableRandom;

/// Points between 0 and 1 for works that share a part of their fate: a Latin hypercube, so that each works and what
/// they share is early as often as it is late, however few the draws are. With chance `sqrt(together)` a works takes
/// the point that all share in a draw, else its own: two works then have the rank correlation `together`.
///
/// @param shared the point that works share, by draw
/// @param points of lateness, by draw and works
/// @param coming whether works come at all, by draw and works: points of a second, independent hypercube
record Lots(double[] shared, double[][] points, double[][] coming) {

    /// Draws.
    ///
    /// @param works how many
    /// @param together 0..1
    static Lots of(int draws, int works, double together, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] shared = column(draws, random);
        double[][] points = new double[draws][works];
        double[][] coming = new double[draws][works];
        double follows = Math.sqrt(together);
        for (int w = 0; w < works; w++) {
            double[] own = column(draws, random);
            double[] choice = column(draws, random);
            double[] comes = column(draws, random);
            for (int d = 0; d < draws; d++) {
                points[d][w] = choice[d] < follows ? shared[d] : own[d];
                coming[d][w] = comes[d];
            }
        }
        return new Lots(shared, points, coming);
    }

    /// One point in each of as many equal parts as there are draws, in random order.
    private static double[] column(int draws, SplittableRandom random) {
        double[] column = new double[draws];
        for (int d = 0; d < draws; d++) {
            column[d] = (d + random.nextDouble()) / draws;
        }
        for (int d = draws - 1; d > 0; d--) {
            int other = random.nextInt(d + 1);
            double keep = column[d];
            column[d] = column[other];
            column[other] = keep;
        }
        return column;
    }
}
