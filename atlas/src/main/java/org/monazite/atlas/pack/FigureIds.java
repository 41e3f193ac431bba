package org.monazite.atlas.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names of figures: the same row and column have the same name in every version of the atlas.
final class FigureIds {

    private FigureIds() {}

    private static final int DIGITS = 10;
    private static final int MORE_DIGITS = 20;

    /// `f-` and the first ten hex digits of the SHA-256 over table, key columns and column.
    static String of(Row row, String column) {
        return of(row, column, DIGITS);
    }

    /// The name of a figure whose short name another figure before it has: among a million, one pair in two packs.
    static String longer(Row row, String column) {
        return of(row, column, MORE_DIGITS);
    }

    private static String of(Row row, String column, int digits) {
        StringBuilder key = new StringBuilder(row.table());
        for (String part : PackTables.keyColumns(row.table())) {
            key.append('\u001f').append(row.text(part));
        }
        key.append('\u001f').append(column);
        return "f-" + sha256(key.toString()).substring(0, digits);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not.", e);
        }
    }
}
