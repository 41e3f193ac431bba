package org.monazite.shock.esri;

import java.util.Arrays;

/// Carries eight scenarios to their limit. Losses down and up do not depend on each other: those down settle in few
/// sweeps and are swept plainly; those up are a random walk to firms that sell to no firm, slow to settle, and are
/// extrapolated after every few sweeps. A direction of a lane stops when its estimated error is at most eps.
final class Converged {

    private static final int MOST_SWEEPS = 1_000_000;
    /// Plain sweeps between an extrapolation and the first iterate that is kept for the next.
    private static final int SETTLE = 3;

    private final Lanes lanes;
    private final Extrapolation extrapolation;
    private final FirmRisk[] risks;
    private final int[] sweeps = new int[Lanes.LANES];
    private final double[] before = new double[Lanes.LANES];
    private final double[] slowest = new double[Lanes.LANES]; // largest ratio of successive changes
    private final double[] error = new double[Lanes.LANES];
    private final double[] last = new double[Lanes.LANES];

    Converged(Lanes lanes, FirmRisk[] risks) {
        this.lanes = lanes;
        this.risks = risks;
        this.extrapolation = new Extrapolation(lanes.size());
    }

    void run(double eps, int count) {
        Arrays.fill(sweeps, 0);
        Arrays.fill(error, 0);
        Arrays.fill(last, 0);
        direction(eps, count, false);
        Arrays.fill(lanes.runs, 0, count, true); // the other direction
        direction(eps, count, true);
        double[] losses = new double[Lanes.LANES];
        lanes.losses(losses);
        for (int lane = 0; lane < count; lane++) {
            risks[lane] = new FirmRisk(losses[lane], sweeps[lane], last[lane], error[lane]);
        }
    }

    private void direction(double eps, int count, boolean up) {
        Arrays.fill(before, 0);
        Arrays.fill(slowest, 0);
        extrapolation.forget();
        int running = count;
        int wait = SETTLE;
        for (int sweep = 1; running > 0; sweep++) {
            if (sweep > MOST_SWEEPS) {
                throw new IllegalStateException(
                        "After %d sweeps the error is still above %s.".formatted(MOST_SWEEPS, eps));
            }
            lanes.sweep(!up, up);
            for (int lane = 0; lane < count; lane++) {
                if (lanes.runs[lane] && stops(lane, sweep, eps)) {
                    lanes.runs[lane] = false;
                    running--;
                }
            }
            if (up && running > 0 && --wait < 0 && lanes.keepUp(extrapolation)) {
                lanes.mixUp(extrapolation);
                extrapolation.forget();
                Arrays.fill(before, 0); // the jump is no change to compare with
                wait = SETTLE;
            }
        }
    }

    /// Counts a sweep of a lane. The estimate takes the slowest ratio seen since the first sweeps: right after an
    /// extrapolation the fast parts hide the slow one.
    private boolean stops(int lane, int sweep, double eps) {
        double change = lanes.change[lane];
        double ratio = before[lane] > 0 ? change / before[lane] : 0;
        boolean known = before[lane] > 0;
        before[lane] = change;
        if (sweep > SETTLE && ratio < 1) {
            slowest[lane] = Math.max(slowest[lane], ratio);
        }
        if (change == 0 || known && ratio < 1 && sweep > 2 * SETTLE) {
            double rest = change == 0 ? 0 : change * slowest[lane] / (1 - slowest[lane]);
            if (rest <= eps) {
                sweeps[lane] = Math.max(sweeps[lane], sweep);
                last[lane] = Math.max(last[lane], change);
                error[lane] = Math.max(error[lane], rest);
                return true;
            }
        }
        return false;
    }
}
