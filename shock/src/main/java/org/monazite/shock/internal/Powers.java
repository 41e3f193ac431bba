package org.monazite.shock.internal;

/// Powers and exponentials of many numbers at once, the same bits on every machine.
///
/// `x^y = exp(y ln x)`. With `x = 2^k m` and `m` from 0.707 to 1.414, `ln m = 2 (s + s^3/3 + s^5/5 + ...)` with
/// `s = (m - 1) / (m + 1)`, eleven terms; `exp t = 2^n e^r` with `n` the integer next to `t / ln 2` and the series of
/// `e^r` to the power 13. What the series leave out is below 1e-17; the error of a result is that of rounding, about
/// `(2 + |y ln x|) 1e-16` of its value. `StrictMath.pow` takes twenty times as long. Numbers out of the ordinary (zero,
/// infinite, tiny, results beyond 1e+/-300) go to `StrictMath`.
///
/// Nothing but additions, products and divisions of doubles in a fixed order, so that a compiler may do eight at a
/// time without changing a bit.
final class Powers {

    private static final double LN2_HIGH = 0x1.62e42fefap-1; // 33 leading bits: a product with an integer is exact
    private static final double LN2_LOW = 0x1.cf79abc9e3b39p-40;
    private static final double LOG2_E = 1 / (LN2_HIGH + LN2_LOW);
    private static final double ROUND = 0x1.8p52; // added and taken off again it leaves the next integer
    private static final long HALF_ROOT = Double.doubleToRawLongBits(0.7071067811865476);
    private static final double MOST = 690; // of |t|
    private static final int BIAS = 1023;
    private static final int FRACTION = 52;

    private final double[] given;
    private final double[] power; // k, then n
    private final double[] part; // m, then e^r

    /// Room for so many numbers.
    Powers(int most) {
        this.given = new double[most];
        this.power = new double[most];
        this.part = new double[most];
    }

    /// Raises the first `n` numbers to a power, in place. 1 stays 1, and the power 1 changes nothing.
    void raise(double[] x, int n, double exponent) {
        if (exponent == 1) {
            return;
        }
        System.arraycopy(x, 0, given, 0, n);
        split(x, n);
        logarithms(x, power, part, n, exponent);
        exponentials(x, power, part, n);
        join(x, n, exponent);
    }

    /// `e^x` of the first `n` numbers, in place.
    void exp(double[] x, int n) {
        System.arraycopy(x, 0, given, 0, n);
        exponentials(x, power, part, n);
        for (int i = 0; i < n; i++) {
            x[i] = ordinary(given[i]) ? scaled(i) : StrictMath.exp(given[i]);
        }
    }

    private static boolean ordinary(double t) {
        return t > -MOST && t < MOST;
    }

    private double scaled(int i) {
        return part[i] * Double.longBitsToDouble(((long) power[i] + BIAS) << FRACTION);
    }

    private void split(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(x[i]);
            long k = bits - HALF_ROOT >> FRACTION;
            power[i] = k;
            part[i] = Double.longBitsToDouble(bits - (k << FRACTION));
        }
    }

    private void join(double[] t, int n, double exponent) {
        for (int i = 0; i < n; i++) {
            double x = given[i];
            boolean simple = x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY && ordinary(t[i]);
            t[i] = simple ? scaled(i) : StrictMath.pow(x, exponent);
        }
    }

    /// Writes `y (k ln 2 + ln m)` to `t`.
    private static void logarithms(double[] t, double[] k, double[] m, int n, double y) {
        for (int i = 0; i < n; i++) {
            double s = (m[i] - 1) / (m[i] + 1);
            double z = s * s;
            double sum = 1.0 / 21;
            sum = sum * z + 1.0 / 19;
            sum = sum * z + 1.0 / 17;
            sum = sum * z + 1.0 / 15;
            sum = sum * z + 1.0 / 13;
            sum = sum * z + 1.0 / 11;
            sum = sum * z + 1.0 / 9;
            sum = sum * z + 1.0 / 7;
            sum = sum * z + 1.0 / 5;
            sum = sum * z + 1.0 / 3;
            double log = 2 * s + 2 * s * (z * sum);
            t[i] = y * (k[i] * LN2_HIGH + (k[i] * LN2_LOW + log));
        }
    }

    /// Writes `n` and `e^r` of `t = n ln 2 + r`; reads `t`.
    private static void exponentials(double[] t, double[] whole, double[] part, int n) {
        for (int i = 0; i < n; i++) {
            double next = t[i] * LOG2_E + ROUND - ROUND;
            double r = t[i] - next * LN2_HIGH - next * LN2_LOW;
            double sum = 1.0 / 6227020800L;
            sum = sum * r + 1.0 / 479001600;
            sum = sum * r + 1.0 / 39916800;
            sum = sum * r + 1.0 / 3628800;
            sum = sum * r + 1.0 / 362880;
            sum = sum * r + 1.0 / 40320;
            sum = sum * r + 1.0 / 5040;
            sum = sum * r + 1.0 / 720;
            sum = sum * r + 1.0 / 120;
            sum = sum * r + 1.0 / 24;
            sum = sum * r + 1.0 / 6;
            sum = sum * r + 1.0 / 2;
            whole[i] = next;
            part[i] = 1 + (r + r * r * sum);
        }
    }
}
