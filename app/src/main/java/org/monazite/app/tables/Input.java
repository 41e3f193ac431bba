package org.monazite.app.tables;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;

/// A text to be read, and how messages call it. UTF-8 alone; a byte order mark is skipped.
public final class Input {

    private static final long MOST_BYTES = 4L << 30;

    private interface Opener {
        InputStream open() throws IOException;
    }

    private final String label;
    private final Opener opener;

    private Input(String label, Opener opener) {
        this.label = label;
        this.opener = opener;
    }

    /// A file of the user.
    ///
    /// @throws Problem if there is none, it is no regular file or larger than 4 GB
    public static Input of(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw Problem.of(ExitCode.INPUT, "problem.table.absent", file);
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.of(ExitCode.INPUT, "problem.table.nofile", file);
        }
        if (Files.size(file) > MOST_BYTES) {
            throw Problem.of(ExitCode.INPUT, "problem.table.large", file, MOST_BYTES >> 30);
        }
        return new Input(file.toString(), () -> Files.newInputStream(file));
    }

    /// A text that is there already.
    public static Input of(String label, String text) {
        return new Input(label, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// How messages call it.
    public String label() {
        return label;
    }

    /// Opens the text. Bytes that are not UTF-8 fail with a `CharacterCodingException`.
    Reader open() throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        opener.open(),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
