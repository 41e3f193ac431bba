package org.monazite.supply;

/// What a tonne is a tonne of, such as `t REO`, `t oxide`, `t metal` or `t gross`. Masses on different bases
/// never add up.
///
/// @param label the unit with its basis, as shown to a reader
public record Basis(String label) {

    /// Checks that there is a label.
    public Basis {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A basis needs a label such as 't oxide'.");
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
