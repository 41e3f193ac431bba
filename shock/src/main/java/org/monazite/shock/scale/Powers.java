package org.monazite.shock.scale;

/// Powers with the exponents that occur, exact where possible.
final class Powers {

    private Powers() {}

    static float of(float base, float exponent) {
        if (exponent == 1 || base == 1) {
            return base;
        }
        if (exponent == 0) {
            return 1;
        }
        return exponent == 2 ? base * base : (float) StrictMath.pow(base, exponent);
    }
}
