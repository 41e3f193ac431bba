package org.monazite.atlas.imports;

/// A file that was refused as a whole: nothing of it was taken and nothing has changed.
public final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with the file. The texts for people are keys `import.fault.` and the name in lower case.
    public enum Fault {
        /// There is no such file.
        NO_FILE,
        /// It is a folder, device or pipe.
        NOT_A_FILE,
        /// It is a symbolic link.
        A_LINK,
        /// It is empty.
        EMPTY,
        /// It is larger than the limit.
        TOO_LARGE,
        /// It changed while it was read.
        CHANGED,
        /// It holds a NUL or another control byte.
        CONTROL_BYTE,
        /// It is not in the encoding of its format.
        ENCODING,
        /// A quotation mark is not closed, or text follows a closing one: the file may be cut off.
        QUOTES,
        /// A line is longer than 1 MiB.
        LONG_LINE,
        /// Its lines end in different ways, or stand blank where none may.
        LINE_ENDS,
        /// More columns than 1,000.
        MANY_COLUMNS,
        /// More rows than the limit.
        MANY_ROWS,
        /// The header line is not that of the format.
        HEADER,
        /// It is of another format than the one asked for.
        OTHER_FORMAT,
        /// The name of the file does not say what it must say.
        FILE_NAME,
        /// It is not a zip file or workbook, or it is damaged.
        NOT_A_ZIP,
        /// An entry of the zip has a path that leads elsewhere, or stands twice.
        ZIP_PATH,
        /// The zip unpacks to too much: bytes, entries or ratio.
        ZIP_BOMB,
        /// The zip lacks a file that the format needs, or has several.
        ZIP_CONTENT,
        /// The zip holds several years, or not the one asked for.
        SEVERAL_YEARS,
        /// It is not the XML of the format, or it is cut off.
        XML,
        /// It is not the JSON of the format, or it is cut off.
        JSON,
        /// Its codes are headings and chapters, none has six digits.
        SHORT_CODES,
        /// It states nothing.
        NOTHING
    }

    private final Fault fault;
    private final String where;
    private final String detail;

    /// A refusal.
    ///
    /// @param where file, with line and column when known
    /// @param detail what was found, or what was expected
    ImportException(Fault fault, String where, String detail) {
        super("%s: %s (%s). Maybe the file is of another format, or damaged.".formatted(where, detail, fault));
        this.fault = fault;
        this.where = where;
        this.detail = detail;
    }

    ImportException(Fault fault, String where, String detail, Throwable cause) {
        this(fault, where, detail);
        initCause(cause);
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    /// File, with line and column when known.
    public String where() {
        return where;
    }

    /// What was found, or what was expected.
    public String detail() {
        return detail;
    }
}
