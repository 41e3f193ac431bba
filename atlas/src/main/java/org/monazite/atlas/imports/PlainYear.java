package org.monazite.atlas.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.monazite.atlas.internal.NumberTable;

/// A year of BACI in which each line is as it should be, in memory (28 bytes a line), in order by code,
/// exporter and importer.
final class PlainYear {

    /// Bits that hold the number of a line in its part.
    private static final int ROW_BITS = 18;

    private static final int BYTES_A_LINE = 28;
    private static final int CODES_AT_ONCE = 1_000;
    private static final int PLACE_MASK = (1 << PlainLines.PLACE_BITS) - 1;

    private static final List<NumberTable.Column> COLUMNS = List.of(
            new NumberTable.Column("line", NumberTable.Kind.COUNT, false),
            new NumberTable.Column("i", NumberTable.Kind.SMALL, false),
            new NumberTable.Column("j", NumberTable.Kind.SMALL, false),
            new NumberTable.Column("k", NumberTable.Kind.WHOLE, false),
            new NumberTable.Column("v", NumberTable.Kind.MILLIONTHS, false),
            new NumberTable.Column("q", NumberTable.Kind.MILLIONTHS, true));

    private final List<PlainLines.Part> parts;

    /// Where in the file the first line of each part stands; the header is line 1.
    private final int[] firstLine;

    /// Lines in order: the number of the part, then the number in the part.
    private final int[] order;

    private PlainYear(List<PlainLines.Part> parts) {
        this.parts = parts;
        this.firstLine = new int[parts.size()];
        int rows = 0;
        for (int part = 0; part < firstLine.length; part++) {
            firstLine[part] = rows + 2;
            rows += parts.get(part).rows();
        }
        this.order = new int[rows];
    }

    /// Reads a file.
    ///
    /// @param header what its first line must be
    /// @return empty when a line is not as it should be, two lines are about the same flow, there is none
    ///     or there are too many, or the memory is too small for the file
    static Optional<PlainYear> read(Baci.Year year, String header) throws IOException {
        long most = Files.size(year.path()) / PlainLines.SHORTEST * BYTES_A_LINE;
        if (most > Runtime.getRuntime().maxMemory() / 5 * 4) {
            return Optional.empty();
        }
        Optional<List<PlainLines.Part>> parts = PlainParts.read(year, header);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        long rows = parts.get().stream().mapToLong(PlainLines.Part::rows).sum();
        if (rows == 0 || rows >= Limits.BULK_ROWS) {
            return Optional.empty();
        }
        PlainYear all = new PlainYear(parts.get());
        return all.sort() ? Optional.of(all) : Optional.empty();
    }

    int rows() {
        return order.length;
    }

    /// Lines without a weight.
    long missing() {
        return weights(NumberTable.MISSING);
    }

    /// Lines whose weight was rounded to nothing.
    long rounded() {
        return weights(0);
    }

    private long weights(long weight) {
        return parts.stream()
                .parallel()
                .mapToLong(part -> Arrays.stream(part.weights)
                        .filter(each -> each == weight)
                        .count())
                .sum();
    }

    /// Writes the lines in order.
    void write(Path table) throws IOException {
        NumberTable.write(table, COLUMNS, order.length, this::fill);
    }

    private void fill(int from, int count, long[][] columns) {
        for (int row = 0; row < count; row++) {
            int place = order[from + row];
            int inPart = place & (1 << ROW_BITS) - 1;
            PlainLines.Part part = parts.get(place >>> ROW_BITS);
            long key = part.keys[inPart];
            columns[0][row] = firstLine[place >>> ROW_BITS] + inPart;
            columns[1][row] = key >>> PlainLines.PLACE_BITS & PLACE_MASK;
            columns[2][row] = key & PLACE_MASK;
            columns[3][row] = key >>> 2 * PlainLines.PLACE_BITS;
            columns[4][row] = part.values[inPart];
            columns[5][row] = part.weights[inPart];
        }
    }

    /// Orders the lines: by code in one pass, then each code for itself; a file in the order of the
    /// publisher needs no more than a look.
    ///
    /// @return false when two lines have the same code, exporter and importer
    private boolean sort() {
        int[] end = new int[PlainLines.CODES + 1]; // first where each code begins, then where it ends
        for (PlainLines.Part part : parts) {
            for (long key : part.keys) {
                end[(int) (key >>> 2 * PlainLines.PLACE_BITS) + 1]++;
            }
        }
        for (int code = 0; code < PlainLines.CODES; code++) {
            end[code + 1] += end[code];
        }
        for (int part = 0; part < firstLine.length; part++) {
            long[] keys = parts.get(part).keys;
            for (int row = 0; row < keys.length; row++) {
                order[end[(int) (keys[row] >>> 2 * PlainLines.PLACE_BITS)]++] = part << ROW_BITS | row;
            }
        }
        return IntStream.range(0, PlainLines.CODES / CODES_AT_ONCE)
                .parallel()
                .allMatch(block -> IntStream.range(block * CODES_AT_ONCE, (block + 1) * CODES_AT_ONCE)
                        .allMatch(code -> sort(code == 0 ? 0 : end[code - 1], end[code])));
    }

    private boolean sort(int from, int to) {
        boolean ascends = true;
        long before = -1;
        for (int row = from; row < to; row++) {
            long key = key(order[row]);
            if (key == before) {
                return false;
            }
            ascends &= key > before;
            before = key;
        }
        return ascends || arrange(from, to);
    }

    /// Sorts lines of one code by exporter and importer.
    private boolean arrange(int from, int to) {
        long pair = (1L << 2 * PlainLines.PLACE_BITS) - 1;
        long[] rows = new long[to - from];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = (key(order[from + row]) & pair) << Integer.SIZE | order[from + row];
        }
        Arrays.sort(rows);
        for (int row = 0; row < rows.length; row++) {
            order[from + row] = (int) rows[row];
            if (row > 0 && rows[row] >>> Integer.SIZE == rows[row - 1] >>> Integer.SIZE) {
                return false;
            }
        }
        return true;
    }

    private long key(int place) {
        return parts.get(place >>> ROW_BITS).keys[place & (1 << ROW_BITS) - 1];
    }
}
