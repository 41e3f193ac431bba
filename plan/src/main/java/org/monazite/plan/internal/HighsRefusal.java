package org.monazite.plan.internal;

/// HiGHS did not do what it was told to.
public final class HighsRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HighsRefusal(String call, boolean error) {
        super("HiGHS answered '%s' with %s.".formatted(call, error ? "an error" : "a warning"));
    }
}
