package org.monazite.shock;

/// What numbers of actions may be, in the words that a user typed.
final class ActionChecks {

    private ActionChecks() {}

    /// A window of days that is not empty and begins with the scenario or later.
    static void window(String what, int start, int end) {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "%s: the window [%d, %d) is empty or begins before the scenario.".formatted(what, start, end));
        }
    }

    static void atLeastOne(String what, double value) {
        if (!(value >= 1 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be 1 or more and finite, was %s.".formatted(what, value));
        }
    }

    static void zeroOrMore(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s must be 0 or more and finite, was %s.".formatted(what, value));
        }
    }

    static void share(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("%s must be from 0 to 1, was %s.".formatted(what, share));
        }
    }

    static void within(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("%s must be from %.0f to %s, was %s.".formatted(what, low, high, value));
        }
    }

    static void atMost(String what, double value, int most) {
        if (value > most) {
            throw new IllegalArgumentException("%s must be at most %d, was %s.".formatted(what, most, value));
        }
    }

    /// May be infinite.
    static void notNegative(String what, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("%s must be 0 or more, was %s.".formatted(what, value));
        }
    }

    static void whole(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException("%s must be from %d to %d, was %d.".formatted(what, low, high, value));
        }
    }
}
