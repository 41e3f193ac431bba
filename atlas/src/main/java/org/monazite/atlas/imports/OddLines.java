package org.monazite.atlas.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Some lines of a text, by their number.
final class OddLines {

    private static final int BUFFER = 1 << 18;

    private OddLines() {}

    /// Reads lines of a file that is known to be UTF-8.
    ///
    /// @param numbers lines from 1, ascending
    /// @return empty when one of them is blank, or ends otherwise than the first line of the file does: how such a
    ///     file falls into lines must be settled for all of it
    static Optional<SortedMap<Integer, String>> read(Path file, SortedSet<Integer> numbers) throws IOException {
        TreeMap<Integer, String> texts = new TreeMap<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Iterator<Integer> wanted = numbers.iterator();
        int next = wanted.hasNext() ? wanted.next() : 0;
        int line = 1;
        boolean returns = false;
        int last = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0 && next > 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    byte b = buffer[i];
                    if (b != '\n') {
                        if (line == next) {
                            text.write(b);
                        }
                        last = b;
                        continue;
                    }
                    returns |= line == 1 && last == '\r';
                    if (line == next) {
                        texts.put(line, text.toString(StandardCharsets.UTF_8));
                        text.reset();
                        next = wanted.hasNext() ? wanted.next() : 0;
                    }
                    line++;
                    last = b;
                }
            }
        }
        boolean ended = text.size() == 0;
        if (!ended) {
            texts.put(line, text.toString(StandardCharsets.UTF_8));
        }
        for (var each : texts.entrySet()) {
            String whole = each.getValue();
            boolean cut = returns && whole.endsWith("\r");
            String body = cut ? whole.substring(0, whole.length() - 1) : whole;
            boolean open = !ended && each.getKey() == line; // the end of the file ends it
            if (body.isBlank() || body.indexOf('\r') >= 0 || returns && !cut && !open) {
                return Optional.empty();
            }
            each.setValue(body);
        }
        return texts.size() == numbers.size() ? Optional.of(texts) : Optional.empty();
    }
}
