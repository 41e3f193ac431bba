package org.monazite.shock;

/// A run whose numbers stopped being quantities: no result is better than a wrong one.
public final class BrokenRunException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /// What went wrong, where and when.
    ///
    /// @param what the quantity, with its node
    /// @param value what it had become
    /// @param day day of the run, from 0
    public BrokenRunException(String what, double value, int day) {
        super("""
                The %s became '%s' on day %d; the run was stopped.
                Maybe an action or an assumption is extreme: take them out one by one, or run with the defaults.\
                """.formatted(what, value, day));
    }
}
