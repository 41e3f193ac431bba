package org.monazite.supply;

/// What a source says about one quantity: "nothing made" and "nothing said" are different facts.
public sealed interface Figure {

    /// Who says so.
    Citation citation();

    /// A number with its range, read as a 90 % interval.
    ///
    /// @param value the number
    /// @param low lower end, at most `value`
    /// @param high upper end, at least `value`
    /// @param confidence how it came about
    /// @param evidence what stands behind it
    /// @param citation who says so
    record Known(double value, double low, double high, Confidence confidence, Evidence evidence, Citation citation)
            implements Figure {

        /// Checks that the range holds the value and that an unverified number is called an estimate.
        public Known {
            if (!(low <= value && value <= high)) {
                throw new IllegalArgumentException(
                        "A figure needs low <= value <= high, was %s <= %s <= %s.".formatted(low, value, high));
            }
            if (evidence == Evidence.UNVERIFIED && confidence != Confidence.ESTIMATE) {
                throw new IllegalArgumentException("An unverified figure is an estimate, not " + confidence + ".");
            }
        }

        /// How careful a reader must be.
        public Flag flag() {
            return Flag.of(confidence, evidence);
        }
    }

    /// The source has the number and does not publish it.
    ///
    /// @param citation who withholds it
    record Withheld(Citation citation) implements Figure {}

    /// The source says that it does not have the number.
    ///
    /// @param citation who says so
    record NotAvailable(Citation citation) implements Figure {}
}
