package org.monazite.shock.esri;

import java.util.Arrays;

/// Eight scenarios at once on one network: every row has eight numbers side by side, one cache line.
/// Losses instead of
/// levels: `down = 1 - hd`, `up = 1 - hu`, so that what is untouched is exactly zero and need not be
/// looked at.
///
///     felt_j  = min(1, s_j / sum over the sector of s_l (1 - lowerl)) * lowerj
///     loweri' = max( max over sectors of sum L1_ji felt_j , sum L2_ji felt_j , 1 - psi_i )
///     upperi'   = max( sum LU_ij upperj , 1 - psi_i )
///
/// A sweep updates all rows from the state before it. Only rows are visited of which an input has changed
/// in some lane
/// that still runs; any other row would get the value it has. Lanes never mix: a lane's numbers do not
/// depend on its
/// neighbours. Not for several threads; each thread has its own.
final class Lanes {

    static final int LANES = 8;

    private final Layout net;
    private final double[] down;
    private final double[] up;
    private final double[] felt;
    private final double[] floor; // 1 - psi
    private final Marks shocked;
    private final Marks touchedDown;
    private final Marks touchedUp;
    private final Marks nextDown; // rows to visit in the coming sweep
    private final Marks nextUp;
    private final Marks changedSectors;
    private final Marks changedUp;
    private double[] fresh = new double[LANES * 256]; // new values of `up` until all rows are read
    private final double[] sum = new double[LANES];
    private final double[] most = new double[LANES];
    private final double[] volume = new double[LANES];

    final double[] change = new double[LANES]; // largest of the last sweep
    final boolean[] runs = new boolean[LANES];
    private final double[] counted = new double[LANES]; // 1 where a lane runs, else 0

    Lanes(Layout net) {
        this.net = net;
        int size = Math.multiplyExact(net.rows, LANES);
        down = new double[size];
        up = new double[size];
        felt = new double[size];
        floor = new double[size];
        shocked = new Marks(net.rows);
        touchedDown = new Marks(net.rows);
        touchedUp = new Marks(net.rows);
        nextDown = new Marks(net.rows);
        nextUp = new Marks(net.rows);
        changedSectors = new Marks(net.sectors);
        changedUp = new Marks(net.rows);
    }

    /// Back to normal times, without lanes.
    void clear() {
        for (Marks marks : new Marks[] {touchedDown, touchedUp, shocked}) {
            for (int row = marks.next(0); row >= 0; row = marks.next(row + 1)) {
                Arrays.fill(down, row * LANES, row * LANES + LANES, 0);
                Arrays.fill(up, row * LANES, row * LANES + LANES, 0);
                Arrays.fill(felt, row * LANES, row * LANES + LANES, 0);
                Arrays.fill(floor, row * LANES, row * LANES + LANES, 0);
            }
            marks.clear();
        }
        nextDown.clear();
        nextUp.clear();
        changedSectors.clear();
        Arrays.fill(runs, false);
    }

    /// A firm can only make the part `psi` of its output in the scenario of a lane.
    void shock(int lane, int row, double psi) {
        runs[lane] = true;
        if (psi < 1) {
            floor[row * LANES + lane] = 1 - psi;
            shocked.set(row);
            nextDown.set(row);
            nextUp.set(row);
        }
    }

    /// One sweep over both directions, or one.
    void sweep(boolean downwards, boolean upwards) {
        Arrays.fill(change, 0);
        for (int lane = 0; lane < LANES; lane++) {
            counted[lane] = runs[lane] ? 1 : 0;
        }
        if (downwards) {
            sweepDown();
        }
        if (upwards) {
            sweepUp();
        }
    }

    /// Length of an array over rows and lanes.
    int size() {
        return up.length;
    }

    void forgetUp(Extrapolation extrapolation) {
        extrapolation.clear(touchedUp);
    }

    boolean keepUp(Extrapolation extrapolation) {
        return extrapolation.keep(up, touchedUp);
    }

    /// Replaces losses up by their extrapolation; shocks come back with the next sweep, which visits all
    /// it concerns.
    void mixUp(Extrapolation extrapolation, boolean[] which) {
        extrapolation.mix(up, touchedUp, which);
        visitAllUp();
    }

    /// Takes a replacement back.
    void undoUp(Extrapolation extrapolation, boolean[] which) {
        extrapolation.undo(up, touchedUp, which);
        visitAllUp();
    }

    private void visitAllUp() {
        for (int row = touchedUp.next(0); row >= 0; row = touchedUp.next(row + 1)) {
            nextUp.set(row);
            for (int k = net.firstSeller[row]; k < net.firstSeller[row + 1]; k++) {
                nextUp.set(net.seller[k]);
            }
        }
    }

    private void sweepDown() {
        for (int row = nextDown.next(0); row >= 0; row = nextDown.next(row + 1)) {
            purchases(row, most);
            if (write(row, most, down, touchedDown)) {
                changedSectors.set(net.sector[row]);
            }
        }
        nextDown.clear();
        for (int each = changedSectors.next(0); each >= 0; each = changedSectors.next(each + 1)) {
            feel(each);
        }
        changedSectors.clear();
    }

    private void purchases(int row, double[] losses) {
        Arrays.fill(losses, 0);
        for (int group = net.firstGroup[row]; group < net.firstGroup[row + 1]; group++) {
            gather(net.groupStart[group], net.groupStart[group + 1], net.from, net.share, felt, sum);
            for (int lane = 0; lane < LANES; lane++) {
                losses[lane] = Math.max(losses[lane], sum[lane]);
            }
        }
    }

    /// Market shares of a sector after a change, and whom it concerns.
    private void feel(int sector) {
        int from = net.firstOfSector[sector];
        int to = net.firstOfSector[sector + 1];
        Arrays.fill(volume, 0);
        for (int row = from; row < to; row++) {
            double sales = net.sales[row];
            for (int lane = 0; lane < LANES; lane++) {
                volume[lane] += sales * (1 - down[row * LANES + lane]);
            }
        }
        for (int row = touchedDown.next(from); row >= 0 && row < to; row = touchedDown.next(row + 1)) {
            double sales = net.sales[row];
            double changed = 0;
            for (int lane = 0; lane < LANES; lane++) {
                int at = row * LANES + lane;
                double now = sales == 0 ? 0 : Math.min(1, sales / volume[lane]) * down[at];
                changed += Math.abs(now - felt[at]) * counted[lane];
                felt[at] = now;
            }
            if (changed > 0) {
                for (int k = net.firstClient[row]; k < net.firstClient[row + 1]; k++) {
                    nextDown.set(net.client[k]);
                }
            }
        }
    }

    private void sweepUp() {
        int count = 0;
        for (int row = nextUp.next(0); row >= 0; row = nextUp.next(row + 1)) {
            if ((count + 1) * LANES > fresh.length) {
                fresh = Arrays.copyOf(fresh, 2 * fresh.length);
            }
            gather(net.firstSale[row], net.firstSale[row + 1], net.to, net.salesShare, up, sum);
            System.arraycopy(sum, 0, fresh, count++ * LANES, LANES);
        }
        int at = 0;
        changedUp.clear();
        for (int row = nextUp.next(0); row >= 0; row = nextUp.next(row + 1)) {
            System.arraycopy(fresh, at++ * LANES, sum, 0, LANES);
            if (write(row, sum, up, touchedUp)) {
                changedUp.set(row);
            }
        }
        nextUp.clear();
        for (int row = changedUp.next(0); row >= 0; row = changedUp.next(row + 1)) {
            for (int k = net.firstSeller[row]; k < net.firstSeller[row + 1]; k++) {
                nextUp.set(net.seller[k]);
            }
        }
    }

    /// Writes new losses of a row, not below the shock (`losses` is used up); true if they changed in a
    /// lane that runs.
    private boolean write(int row, double[] losses, double[] into, Marks touched) {
        int base = row * LANES;
        if (shocked.has(row)) {
            for (int lane = 0; lane < LANES; lane++) {
                losses[lane] = Math.max(losses[lane], floor[base + lane]);
            }
        }
        double all = 0;
        double running = 0;
        for (int lane = 0; lane < LANES; lane++) {
            double now = losses[lane];
            double off = Math.abs(now - into[base + lane]);
            into[base + lane] = now;
            change[lane] = Math.max(change[lane], off);
            all += off;
            running += off * counted[lane];
        }
        if (all > 0) {
            touched.set(row);
        }
        return running > 0;
    }

    /// `sum over k of weight_k * value of node_k`, eight lanes at once.
    private static void gather(int from, int to, int[] node, double[] weight, double[] value, double[] sum) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        for (int k = from; k < to; k++) {
            int at = node[k] * LANES;
            double w = weight[k];
            a += w * value[at];
            b += w * value[at + 1];
            c += w * value[at + 2];
            d += w * value[at + 3];
            e += w * value[at + 4];
            f += w * value[at + 5];
            g += w * value[at + 6];
            h += w * value[at + 7];
        }
        sum[0] = a;
        sum[1] = b;
        sum[2] = c;
        sum[3] = d;
        sum[4] = e;
        sum[5] = f;
        sum[6] = g;
        sum[7] = h;
    }

    /// Sales that are lost in each lane, as part of all sales.
    void losses(double[] into) {
        Arrays.fill(into, 0);
        int lower = touchedDown.next(0);
        int upper = touchedUp.next(0);
        while (lower >= 0 || upper >= 0) {
            int row = lower < 0 ? upper : upper < 0 ? lower : Math.min(lower, upper);
            double sales = net.sales[row];
            for (int lane = 0; lane < LANES; lane++) {
                into[lane] += sales * Math.max(down[row * LANES + lane], up[row * LANES + lane]);
            }
            lower = lower == row ? touchedDown.next(row + 1) : lower;
            upper = upper == row ? touchedUp.next(row + 1) : upper;
        }
        for (int lane = 0; lane < LANES; lane++) {
            into[lane] = Math.min(1, into[lane] / net.totalSales);
        }
    }

    double down(int lane, int row) {
        return down[row * LANES + lane];
    }

    double up(int lane, int row) {
        return up[row * LANES + lane];
    }
}
