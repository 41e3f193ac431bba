package org.monazite.plan.lp;

/// A solver that cannot be loaded, refuses a model, or breaks off. The message is fit for users.
public final class SolverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// With a message that says what happened and, in a line that begins with "Maybe", what to try.
    public SolverException(String message) {
        super(message);
    }

    /// Keeps the cause.
    public SolverException(String message, Throwable cause) {
        super(message, cause);
    }
}
