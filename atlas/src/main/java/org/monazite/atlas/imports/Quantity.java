package org.monazite.atlas.imports;

/// What a source says about one quantity: a number with its range, or why there is none.
///
/// @param value the number, NaN when there is none
/// @param low lower end
/// @param high upper end
/// @param qualifier `=`, `<`, `>`, `~`, `range`, `W`, `NA`, `NET_EXPORTER`, `TEXT`
record Quantity(double value, double low, double high, String qualifier) {

    static Quantity of(double value) {
        return new Quantity(value, value, value, "=");
    }

    static Quantity range(double low, double high) {
        return new Quantity((low + high) / 2, low, high, "range");
    }

    static Quantity bound(double value, String qualifier) {
        return new Quantity(value, value, value, qualifier);
    }

    static Quantity none(String qualifier) {
        return new Quantity(Double.NaN, Double.NaN, Double.NaN, qualifier);
    }

    Quantity times(double factor) {
        return new Quantity(value * factor, low * factor, high * factor, qualifier);
    }
}
