package org.monazite.shock.firms;

/// A firm loses a share of its capacity from a day on.
///
/// @param firm number of the firm in its network
/// @param share share of normal output that is lost, 0 to 1
/// @param startDay first day without it, from 0
public record FirmDamage(int firm, double share, int startDay) {

    /// Checks ranges.
    public FirmDamage {
        if (firm < 0) {
            throw new IllegalArgumentException("A firm has a number from 0, was " + firm);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A damage is a share from 0 to 1, was " + share);
        }
        if (startDay < 0) {
            throw new IllegalArgumentException("A damage starts on a day from 0, was " + startDay);
        }
    }
}
