package org.monazite.atlas.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.monazite.atlas.imports.ImportException.Fault;

/// Looks at every byte of a text file before anything reads it: encoding, control bytes, length of lines, quotation
/// marks. A byte that is no text refuses the file; it never becomes a replacement character.
final class TextCheck {

    private final String name;
    private final boolean utf8;
    private final boolean isTable;
    private long line = 1;
    private long column;
    private long quotes;
    private long highBytes;
    private int following;
    private int sequenceLength;
    private int codePoint;
    private boolean validUtf8 = true;
    private int last = -1;

    /// Bytes that are passed over at once: nearly all bytes of a table.
    private final boolean[] common = new boolean[256];

    private TextCheck(String name, Charset charset, boolean isTable) {
        this.isTable = isTable;
        this.name = name;
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
        for (int b = ' '; b < 0x7f; b++) {
            common[b] = b != '"';
        }
    }

    /// What is known of a text that is fit to be read.
    ///
    /// @param lines number of lines
    /// @param quotes number of quotation marks
    /// @param endsWithLine whether the last line is ended
    record Facts(long lines, long quotes, boolean endsWithLine) {}

    /// Checks a file.
    ///
    /// @throws ImportException if it is not fit to be read
    static Facts check(Path file, String name, Charset charset) throws IOException {
        return check(file, name, charset, true);
    }

    /// Checks a file; one that is no table may have long lines and any number of quotation marks.
    static Facts check(Path file, String name, Charset charset, boolean isTable) throws IOException {
        return of(file, new TextCheck(name, charset, isTable));
    }

    private static Facts of(Path file, TextCheck check) throws IOException {
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                check.bytes(buffer, read);
            }
        }
        return check.end();
    }

    /// Whether a text has bytes above 0x7f and none of them begins a sequence of UTF-8: some publishers write names of
    /// places in windows-1252. One sequence of UTF-8 anywhere makes the others faults.
    static boolean isSingleByte(Path file) throws IOException {
        boolean high = false;
        int last = 0;
        byte[] buffer = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    int b = buffer[i] & 0xff;
                    if (last >= 0xc2 && last <= 0xf4 && (b & 0xc0) == 0x80) {
                        return false;
                    }
                    high |= b >= 0x80;
                    last = b;
                }
            }
        }
        return high;
    }

    /// Whether a text is one that people can see: no control characters but tabs and ends of line, no replacement
    /// character, no mark of byte order, no mark that turns the direction of what follows, no half of a pair.
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c != '\t' && c != '\n' && c != '\r' && !isVisible(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(int c) {
        boolean turns = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        boolean none = c >= 0xfff9 || c == 0xfeff || c >= 0xfdd0 && c <= 0xfdef;
        return !Character.isISOControl(c) && !(c >= 0xd800 && c <= 0xdfff) && !turns && !none;
    }

    private void bytes(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            int b = buffer[i] & 0xff;
            column++;
            if (common[b] && following == 0 && !(isTable && column > Limits.LINE_BYTES)) {
                last = b; // nearly all bytes of a table
                continue;
            }
            if (b == '\n') {
                if (following > 0) {
                    broken(b);
                }
                line++;
                column = 0;
            } else if (b < 0x20 && b != '\t' && b != '\r' || b == 0x7f) {
                throw new ImportException(Fault.CONTROL_BYTE, where(), "0x%02X".formatted(b));
            } else if (isTable && column > Limits.LINE_BYTES) {
                throw new ImportException(Fault.LONG_LINE, name + ":" + line, "> " + Limits.LINE_BYTES + " bytes");
            } else if (b >= 0x80 || following > 0) {
                high(b);
            } else if (b == '"') {
                quotes++;
            }
            last = b;
        }
    }

    private void high(int b) {
        if (b < 0x80) { // a sequence that was begun and not ended
            broken(b);
            quotes += b == '"' ? 1 : 0;
            return;
        }
        highBytes++;
        if (!utf8 && (b == 0x81 || b == 0x8d || b == 0x8f || b == 0x90 || b == 0x9d) && following == 0) {
            throw new ImportException(Fault.ENCODING, where(), "0x%02X, windows-1252".formatted(b));
        }
        if (following > 0) {
            if ((b & 0xc0) != 0x80) {
                broken(b);
                return;
            }
            codePoint = codePoint << 6 | b & 0x3f;
            following--;
            if (following == 0) {
                complete(b);
            }
        } else if (b >= 0xc2 && b <= 0xf4) {
            following = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
            sequenceLength = following + 1;
            codePoint = b & (0x3f >> following);
        } else {
            broken(b);
        }
    }

    private void complete(int b) {
        boolean overlong = sequenceLength == 3 && codePoint < 0x800 || sequenceLength == 4 && codePoint < 0x10000;
        if (overlong || codePoint >= 0xd800 && codePoint <= 0xdfff || codePoint > 0x10ffff) {
            broken(b);
        } else if (utf8 && codePoint == 0xfeff && line == 1 && column == 3) {
            return; // the mark of byte order, where it may stand
        } else if (utf8 && codePoint < 0x10000 && !isVisible(codePoint)) {
            throw new ImportException(Fault.ENCODING, where(), "U+%04X".formatted(codePoint));
        }
    }

    private void broken(int b) {
        if (utf8) {
            throw new ImportException(Fault.ENCODING, where(), "0x%02X, UTF-8".formatted(b));
        }
        validUtf8 = false;
        following = 0;
    }

    private Facts end() {
        if (following > 0) {
            broken(last);
        }
        if (!utf8 && highBytes > 0 && validUtf8) {
            throw new ImportException(Fault.ENCODING, name, "UTF-8, windows-1252");
        }
        if (isTable && quotes % 2 != 0) {
            throw new ImportException(Fault.QUOTES, name, quotes + " \"");
        }
        boolean ended = last == '\n';
        return new Facts(ended ? line - 1 : line, quotes, ended);
    }

    private String where() {
        return name + ":" + line + ":" + column;
    }
}
