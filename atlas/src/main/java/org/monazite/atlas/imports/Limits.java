package org.monazite.atlas.imports;

/// How much of an untrusted file is read. Sources: the project's rules for hostile files.
final class Limits {

    /// The file itself, and all that a zip unpacks to.
    static final long BYTES = 2L << 30;

    /// A file whose lines are read one by one in memory.
    static final long SMALL_BYTES = 512L << 20;

    /// One entry of a workbook.
    static final long SHEET_BYTES = 512L << 20;

    static final int ZIP_ENTRIES = 10_000;
    static final int ZIP_RATIO = 200;

    /// Below this many bytes a high ratio is no bomb: an empty sheet packs well.
    static final long RATIO_FROM = 1 << 20;

    static final int LINE_BYTES = 1 << 20;
    static final int CELL_CHARS = 32 << 10;
    static final int COLUMNS = 1_000;
    static final int BULK_ROWS = 20_000_000;
    static final int ROWS = 2_000_000;
    static final int XML_DEPTH = 64;

    /// Rejects that are kept with their place; all are counted.
    static final int REJECTS = 10_000;

    private Limits() {}
}
