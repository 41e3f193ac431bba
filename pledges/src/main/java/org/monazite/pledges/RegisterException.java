package org.monazite.pledges;

/// A register that cannot be used; the message says which file, line and key, what was there and what to try.
public final class RegisterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RegisterException(String message) {
        super(message);
    }

    RegisterException(String message, Throwable cause) {
        super(message, cause);
    }
}
