package org.monazite.shock.esri;

import java.util.Arrays;

/// Carries eight scenarios to their limit. Losses down and up do not depend on each other: those down
/// settle in few
/// sweeps and are swept plainly; those up are a random walk to firms that sell to no firm, slow to
/// settle, and are
/// extrapolated after every few sweeps. A direction of a lane stops when its estimated error is at most
/// eps.
final class Converged {

    private static final int MOST_SWEEPS = 1_000_000;
    /// Plain sweeps between an extrapolation and the first iterate that is kept for the next.
    private static final int SETTLE = 3;
    /// Sweeps from one extrapolation to the next; one needs one iterate more than differences.
    private static final int WINDOW = SETTLE + Extrapolation.DEPTH + 1;
    /// Changes as small as this are rounding: they neither tell a ratio nor carry an extrapolation.
    private static final double ROUNDING = 1e-14;
    /// A change as small as this is none.
    private static final double NOTHING = 1e-15;
    /// Ratios above this cannot be told from rounding.
    private static final double SLOWEST = 0.9999;
    /// An extrapolated iterate mixes slow and fast parts; the plain estimate was seen to be too small by
    /// up to 2.4 times.
    private static final double SAFETY = 4;

    private final Lanes lanes;
    private final Extrapolation extrapolation;
    private final FirmRisk[] risks;
    private final int[] sweeps = new int[Lanes.LANES];
    private final double[] first = new double[Lanes.LANES]; // change at the start of a window
    private final double[] slowest = new double[Lanes.LANES]; // largest mean ratio of successive changes in a window
    private final double[] error = new double[Lanes.LANES];
    private final double[] last = new double[Lanes.LANES];
    private final boolean[] mixed = new boolean[Lanes.LANES];
    private final double[] bar = new double[Lanes.LANES]; // change before an extrapolation
    private final int[] pause = new int[Lanes.LANES]; // windows to leave a lane alone after the next failure
    private final int[] rest = new int[Lanes.LANES]; // windows to leave it alone now

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
        lanes.forgetUp(extrapolation);
        double[] losses = new double[Lanes.LANES];
        lanes.losses(losses);
        for (int lane = 0; lane < count; lane++) {
            risks[lane] = new FirmRisk(losses[lane], sweeps[lane], last[lane], error[lane]);
        }
    }

    private void direction(double eps, int count, boolean up) {
        Arrays.fill(slowest, 0);
        extrapolation.forget();
        Arrays.fill(mixed, false);
        Arrays.fill(pause, 1);
        Arrays.fill(rest, 0);
        int running = count;
        int inWindow = 0;
        for (int sweep = 1; running > 0; sweep++) {
            if (sweep > MOST_SWEEPS) {
                throw new IllegalStateException(
                        "After %d sweeps the error is still above %s.".formatted(MOST_SWEEPS, eps));
            }
            lanes.sweep(!up, up);
            inWindow++;
            for (int lane = 0; lane < count; lane++) {
                if (lanes.runs[lane] && stops(lane, sweep, inWindow, eps)) {
                    lanes.runs[lane] = false;
                    running--;
                }
            }
            if (up && running > 0 && inWindow == 1 && sweep > 1) {
                judge();
            }
            if (up && running > 0 && inWindow > SETTLE && lanes.keepUp(extrapolation)) {
                mix();
            }
            inWindow = inWindow == WINDOW ? 0 : inWindow;
        }
    }

    private void mix() {
        for (int lane = 0; lane < Lanes.LANES; lane++) {
            rest[lane] = Math.max(0, rest[lane] - 1);
            mixed[lane] = lanes.runs[lane] && lanes.change[lane] > ROUNDING && rest[lane] == 0;
            bar[lane] = lanes.change[lane];
        }
        lanes.mixUp(extrapolation, mixed);
        extrapolation.forget();
    }

    /// An extrapolation after which the next sweep changes more than the last one before it is taken
    /// back, and the lane is
    /// left alone for twice as long as the time before.
    private void judge() {
        boolean any = false;
        for (int lane = 0; lane < Lanes.LANES; lane++) {
            boolean worse = mixed[lane] && lanes.runs[lane] && lanes.change[lane] > bar[lane];
            pause[lane] = mixed[lane] ? worse ? Math.min(64, 2 * pause[lane]) : 1 : pause[lane];
            rest[lane] = worse ? pause[lane] : rest[lane];
            mixed[lane] = worse;
            any |= worse;
        }
        if (any) {
            lanes.undoUp(extrapolation, mixed);
        }
    }

    /// Counts a sweep of a lane. The estimate takes the slowest window seen: right after an extrapolation
    /// the fast parts
    /// hide the slow one.
    private boolean stops(int lane, int sweep, int inWindow, double eps) {
        double change = lanes.change[lane];
        if (change <= NOTHING) {
            return stop(lane, sweep, change, change);
        }
        if (inWindow == 1) {
            first[lane] = change;
        } else if (inWindow == WINDOW && change > ROUNDING) {
            double ratio = StrictMath.pow(change / first[lane], 1.0 / (WINDOW - 1));
            if (ratio < 1) { // losses that still spread tell nothing about how they settle
                slowest[lane] = Math.max(slowest[lane], Math.min(ratio, SLOWEST));
            }
        }
        double left = SAFETY * change * slowest[lane] / (1 - slowest[lane]);
        return sweep > WINDOW && left <= eps && stop(lane, sweep, change, left);
    }

    private boolean stop(int lane, int sweep, double change, double left) {
        sweeps[lane] = Math.max(sweeps[lane], sweep);
        last[lane] = Math.max(last[lane], change);
        error[lane] = Math.max(error[lane], left);
        return true;
    }
}
