package org.monazite.atlas.imports;

/// Ends the reading of one line: a rule was broken in one of its cells. Caught where lines are counted.
final class CellProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    CellProblem(Reject reject) {
        super(reject.toString(), null, false, false); // one per bad line: no stack trace
        this.reject = reject;
    }

    Reject reject() {
        return reject;
    }
}
