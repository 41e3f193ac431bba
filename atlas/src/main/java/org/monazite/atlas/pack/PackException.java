package org.monazite.atlas.pack;

/// Thrown when a table of the pack holds something that it must not hold.
public final class PackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Names the place, the text and the reason.
    public PackException(String table, long line, String column, String text, String reason) {
        super("%s.csv:%d: %s is '%s': %s. Maybe the file was edited by hand: restore it or mend this cell."
                .formatted(table, line, column, text, reason));
    }
}
