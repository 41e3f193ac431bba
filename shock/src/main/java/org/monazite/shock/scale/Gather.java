package org.monazite.shock.scale;

/// Weighted sums of rows. A row is one value per lane, side by side; rows begin at [#OFFSET], so that
/// a row of sixteen is one line of memory where the virtual machine places arrays on such lines.
///
/// Sums run in the order of the links, in blocks of 64: the first block starts from the given value,
/// each later one from zero and is then added. Every width of rows gives the same bits in every lane.
final class Gather {

    /// First element of row 0: twelve floats after the sixteen bytes of an array's header are 64 bytes.
    static final int OFFSET = 12;

    /// Lanes of the fast loops.
    static final int WIDE = 16;

    static final int BLOCK = 64;

    private Gather() {}

    /// Rows of a width for so many items.
    static float[] rows(int items, int width) {
        long length = (long) items * width + OFFSET;
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "%d rows of %d do not fit into one array. Maybe play fewer scenarios at a time."
                            .formatted(items, width));
        }
        return new float[(int) length];
    }

    /// `out = init + sum weight[i] x row index[i]` for i in [from, to), per lane.
    static void sum(
            float[] rows, int width, int[] index, float[] weight, int from, int to, float init, float[] out, int at) {
        if (width == WIDE) {
            int end = Math.min(to, from + BLOCK);
            wide(rows, index, weight, from, end, init, out, at, 0);
            for (int block = end; block < to; block += BLOCK) {
                wide(rows, index, weight, block, Math.min(to, block + BLOCK), 0, out, at, 1);
            }
        } else {
            for (int lane = 0; lane < width; lane++) {
                out[at + lane] = lane(rows, width, lane, index, weight, from, to, init);
            }
        }
    }

    /// Reads the rows of links [from, to) once, so that they are near when they are summed: a
    /// processor waits for many lines at a time in a short loop, for few in a long one. Halves the
    /// time of a pass over a million firms.
    ///
    /// @return a number without meaning, to be kept
    static float touch(float[] rows, int width, int[] index, int from, int to) {
        float sum = 0;
        int last = width - 1;
        for (int i = from; i < to; i++) {
            int row = OFFSET + index[i] * width;
            sum += rows[row] + rows[row + last];
        }
        return sum;
    }

    /// The same sum in one lane.
    static float lane(float[] rows, int width, int lane, int[] index, float[] weight, int from, int to, float init) {
        float total = init;
        float part = init;
        int blocks = 0;
        for (int from64 = from; from64 < to; from64 += BLOCK) {
            int end = Math.min(to, from64 + BLOCK);
            for (int i = from64; i < end; i++) {
                part += weight[i] * rows[OFFSET + index[i] * width + lane];
            }
            total = blocks++ == 0 ? part : total + part;
            part = 0;
        }
        return total;
    }

    /// One block, sixteen lanes in registers. `keep` is 1 to add to what stands in `out`, 0 to replace
    /// it.
    private static void wide(
            float[] rows, int[] index, float[] weight, int from, int to, float init, float[] out, int at, int keep) {
        float a0 = init;
        float a1 = init;
        float a2 = init;
        float a3 = init;
        float a4 = init;
        float a5 = init;
        float a6 = init;
        float a7 = init;
        float a8 = init;
        float a9 = init;
        float a10 = init;
        float a11 = init;
        float a12 = init;
        float a13 = init;
        float a14 = init;
        float a15 = init;
        for (int i = from; i < to; i++) {
            float w = weight[i];
            int row = OFFSET + index[i] * WIDE;
            a0 += w * rows[row];
            a1 += w * rows[row + 1];
            a2 += w * rows[row + 2];
            a3 += w * rows[row + 3];
            a4 += w * rows[row + 4];
            a5 += w * rows[row + 5];
            a6 += w * rows[row + 6];
            a7 += w * rows[row + 7];
            a8 += w * rows[row + 8];
            a9 += w * rows[row + 9];
            a10 += w * rows[row + 10];
            a11 += w * rows[row + 11];
            a12 += w * rows[row + 12];
            a13 += w * rows[row + 13];
            a14 += w * rows[row + 14];
            a15 += w * rows[row + 15];
        }
        if (keep == 1) {
            a0 += out[at];
            a1 += out[at + 1];
            a2 += out[at + 2];
            a3 += out[at + 3];
            a4 += out[at + 4];
            a5 += out[at + 5];
            a6 += out[at + 6];
            a7 += out[at + 7];
            a8 += out[at + 8];
            a9 += out[at + 9];
            a10 += out[at + 10];
            a11 += out[at + 11];
            a12 += out[at + 12];
            a13 += out[at + 13];
            a14 += out[at + 14];
            a15 += out[at + 15];
        }
        out[at] = a0;
        out[at + 1] = a1;
        out[at + 2] = a2;
        out[at + 3] = a3;
        out[at + 4] = a4;
        out[at + 5] = a5;
        out[at + 6] = a6;
        out[at + 7] = a7;
        out[at + 8] = a8;
        out[at + 9] = a9;
        out[at + 10] = a10;
        out[at + 11] = a11;
        out[at + 12] = a12;
        out[at + 13] = a13;
        out[at + 14] = a14;
        out[at + 15] = a15;
    }

    /// Adds `weight[i] x row i` of items [first, first + count) to `out`, in double precision.
    static void total(float[] rows, int width, double[] weight, int first, int count, double[] out, int at) {
        if (width == WIDE) {
            totalHalf(rows, weight, first, count, 0, out, at);
            totalHalf(rows, weight, first, count, 8, out, at);
        } else {
            for (int lane = 0; lane < width; lane++) {
                double sum = 0;
                for (int i = first; i < first + count; i++) {
                    sum += weight[i] * rows[OFFSET + i * width + lane];
                }
                out[at + lane] = sum;
            }
        }
    }

    private static void totalHalf(float[] rows, double[] weight, int first, int count, int lane, double[] out, int at) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double a5 = 0;
        double a6 = 0;
        double a7 = 0;
        for (int i = first; i < first + count; i++) {
            double w = weight[i];
            int row = OFFSET + i * WIDE + lane;
            a0 += w * rows[row];
            a1 += w * rows[row + 1];
            a2 += w * rows[row + 2];
            a3 += w * rows[row + 3];
            a4 += w * rows[row + 4];
            a5 += w * rows[row + 5];
            a6 += w * rows[row + 6];
            a7 += w * rows[row + 7];
        }
        out[at + lane] = a0;
        out[at + lane + 1] = a1;
        out[at + lane + 2] = a2;
        out[at + lane + 3] = a3;
        out[at + lane + 4] = a4;
        out[at + lane + 5] = a5;
        out[at + lane + 6] = a6;
        out[at + lane + 7] = a7;
    }
}
