package org.monazite.atlas.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// The parts of a BACI file, read on all processors. A line belongs to the part in which it begins, so the
/// parts do not depend on who reads them.
final class PlainParts {

    /// Fewer than 2^18 lines.
    private static final int PART_BYTES = 4 << 20;

    /// No line that is as it should be is longer.
    private static final int LINE_BYTES = 1 << 12;

    private static final int END_BYTES = 2;

    /// So many lines may be odd before the file is left to the reader that judges every line.
    static final int MOST_ODD = 100_000;

    private final FileChannel channel;
    private final long size;
    private final Baci.Year year;
    private final AtomicReferenceArray<PlainLines.Part> parts;
    private final AtomicBoolean plain = new AtomicBoolean(true);
    private final AtomicInteger odd = new AtomicInteger();
    private boolean returns;
    private int begin;

    private PlainParts(FileChannel channel, Baci.Year year) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.year = year;
        this.parts = new AtomicReferenceArray<>((int) ((size + PART_BYTES - 1) / PART_BYTES));
    }

    /// Reads a file.
    ///
    /// @param header what its first line must be
    /// @return empty when the header is another, a line is very long or too many lines are odd
    static Optional<List<PlainLines.Part>> read(Baci.Year year, String header) throws IOException {
        try (FileChannel channel = FileChannel.open(year.path(), StandardOpenOption.READ)) {
            PlainParts file = new PlainParts(channel, year);
            return file.header(header) && file.body() ? Optional.of(file.list()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<PlainLines.Part> list() {
        return IntStream.range(0, parts.length()).mapToObj(parts::get).toList();
    }

    /// Looks at the first line, with or without a mark of byte order.
    private boolean header(String expected) throws IOException {
        byte[] bytes = new byte[expected.length() + 5 + END_BYTES];
        int length = fill(bytes, 0);
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        String first = text.startsWith("\ufeff") ? "\ufeff" + expected : expected;
        returns = text.startsWith(first + "\r\n");
        begin = first.getBytes(StandardCharsets.UTF_8).length + (returns ? 2 : 1);
        return returns || text.startsWith(first + "\n");
    }

    private boolean body() {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(_ -> work(next));
        return plain.get();
    }

    /// Takes part after part until none is left.
    private void work(AtomicInteger next) {
        PlainLines lines = new PlainLines(year, returns);
        byte[] bytes = new byte[1 + PART_BYTES + LINE_BYTES + END_BYTES];
        for (int part = next.getAndIncrement(); part < parts.length() && plain.get(); part = next.getAndIncrement()) {
            try {
                if (read(lines, bytes, part)) {
                    parts.set(part, lines.part());
                } else {
                    plain.set(false);
                }
            } catch (IOException e) {
                plain.set(false);
                throw new UncheckedIOException(e);
            }
        }
    }

    private boolean read(PlainLines lines, byte[] bytes, int part) throws IOException {
        long first = (long) part * PART_BYTES;
        int before = part == 0 ? 0 : 1; // the byte before may end a line
        int length = fill(bytes, first - before);
        boolean isLast = first - before + length == size;
        if (isLast && bytes[length - 1] != '\n') { // the end of the file ends its last line
            byte[] end = (returns ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(end, 0, bytes, length, end.length);
            length += end.length;
        }
        int from = part == 0 ? begin : afterLine(bytes, 0, length);
        int to = afterLine(bytes, Math.min(before + PART_BYTES - 1, length - 1), length);
        return from > 0 && to > 0 && odd.addAndGet(lines.read(bytes, from, to, MOST_ODD)) <= MOST_ODD;
    }

    /// The place behind the first line feed from a place on; 0 when there is none.
    private static int afterLine(byte[] bytes, int from, int length) {
        for (int i = from; i < length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    /// Reads as many bytes as fit and are there, and leaves room for the end of a line.
    private int fill(byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, bytes.length - END_BYTES);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                break;
            }
        }
        return buffer.position();
    }
}
