package org.monazite.shock;

/// When a controlled flow takes no new orders.
public enum OpenRule {
    /// Only while it is banned outright: applicants wait in the queue.
    BAN,
    /// Whenever no permit is at hand.
    GATE
}
