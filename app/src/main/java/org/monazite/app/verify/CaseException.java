package org.monazite.app.verify;

/// A reference case that cannot be read.
public final class CaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseException(String where, String why) {
        super("The case file '%s' cannot be used: %s.".formatted(where, why));
    }
}
