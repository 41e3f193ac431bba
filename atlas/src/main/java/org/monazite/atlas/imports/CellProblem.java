package org.monazite.atlas.imports;

import java.util.function.Supplier;

/// Ends the reading of one line: a rule was broken in one of its cells. Caught where lines are counted.
final class CellProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Reject> reject;
    private final Reason reason;

    CellProblem(Reject reject) {
        this(reject.reason(), () -> reject);
    }

    /// @param reject asked for when the line is shown; a suggestion takes time, and millions of lines may be bad
    CellProblem(Reason reason, Supplier<Reject> reject) {
        super(reason.name(), null, false, false); // one per bad line: no stack trace
        this.reject = reject;
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    Reject reject() {
        return reject.get();
    }
}
