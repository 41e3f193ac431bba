package org.monazite.pledges.internal;

/// A text that cannot be read as what it should be; the message says where, what it holds and what to try.
public final class BadTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// A problem at a place in a file.
    public BadTextException(String message) {
        super(message);
    }
}
