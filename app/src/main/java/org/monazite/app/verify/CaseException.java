package org.monazite.app.verify;

/// A reference case that cannot be read.
public final class CaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    CaseException(String where, String why) {
        super("The case file '%s' cannot be used: %s.".formatted(where, why));
        this.why = why;
    }

    /// The same where only the caller knows the path of the file.
    CaseException in(String path) {
        CaseException there = new CaseException(path, why);
        there.initCause(this);
        return there;
    }
}
