package org.monazite.atlas;

/// An atlas that cannot be used: missing, altered, half-written or locked by someone else.
public final class AtlasException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What went wrong, as far as a program may want to tell.
    public enum Reason {
        /// There is no published version.
        MISSING,
        /// A file differs from its manifest, or is gone.
        ALTERED,
        /// Another process publishes right now.
        LOCKED
    }

    private final Reason reason;

    AtlasException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// Why the atlas cannot be used.
    public Reason reason() {
        return reason;
    }
}
