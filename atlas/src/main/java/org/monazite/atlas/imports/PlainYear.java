package org.monazite.atlas.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.monazite.atlas.internal.NumberTable;

/// The lines of a year of BACI that are as they should be, in memory (28 bytes a line), in order by code,
/// exporter and importer, and which lines are odd: those that are not, and all that speak of a flow of which another
/// line speaks too.
final class PlainYear {

    /// Bits that hold the number of a line in its part.
    private static final int ROW_BITS = 18;

    private static final int BYTES_A_LINE = 28;
    private static final int CODES_AT_ONCE = 1_000;
    private static final int ROW_MASK = (1 << ROW_BITS) - 1;
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
    private int[] order;

    /// Odd lines, ascending.
    private final TreeSet<Integer> odd = new TreeSet<>();

    /// Rows that were set aside.
    private final Set<Integer> gone = new HashSet<>();

    /// Lines that were judged and are sound: a part of their own, with the lines they stand in.
    private int[] judged = {};

    private PlainYear(List<PlainLines.Part> parts) {
        this.parts = new ArrayList<>(parts);
        this.firstLine = new int[parts.size()];
        int lines = 0;
        int rows = 0;
        for (int part = 0; part < firstLine.length; part++) {
            firstLine[part] = lines + 2;
            lines += parts.get(part).lines();
            rows += parts.get(part).rows();
            odd.addAll(oddLines(part));
        }
        this.order = new int[rows];
    }

    private List<Integer> oddLines(int part) {
        int[] oddAt = parts.get(part).oddAt;
        List<Integer> lines = new ArrayList<>();
        for (int each = 0; each < oddAt.length; each++) {
            lines.add(firstLine[part] + oddAt[each] + each);
        }
        return lines;
    }

    /// Reads a file.
    ///
    /// @param header what its first line must be
    /// @return empty when no line is as it should be, too many are not, there are too many, or the memory
    ///     is too small for the file
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
        long lines = parts.get().stream().mapToLong(PlainLines.Part::lines).sum();
        if (rows == 0 || lines >= Limits.BULK_ROWS) {
            return Optional.empty();
        }
        PlainYear all = new PlainYear(parts.get());
        all.setAside(all.sort());
        return all.odd.size() <= PlainParts.MOST_ODD ? Optional.of(all) : Optional.empty();
    }

    /// Lines of the file that must be judged, ascending.
    SortedSet<Integer> odd() {
        return Collections.unmodifiableSortedSet(odd);
    }

    /// Sets aside the lines that speak of given flows.
    ///
    /// @param keys code, exporter and importer in one number
    /// @return how many there are
    int setAside(Set<Long> keys) {
        TreeSet<Integer> rows = new TreeSet<>();
        for (long key : keys) {
            for (int row = first(key); row < order.length && key(order[row]) == key; row++) {
                rows.add(row);
            }
        }
        int kept = 0;
        int from = 0;
        for (int row : rows) {
            odd.add(line(order[row]));
            gone.add(order[row]);
            System.arraycopy(order, from, order, kept, row - from);
            kept += row - from;
            from = row + 1;
        }
        System.arraycopy(order, from, order, kept, order.length - from);
        order = Arrays.copyOf(order, order.length - rows.size());
        return rows.size();
    }

    /// The first row in order whose flow is not before one.
    private int first(long key) {
        int from = 0;
        int to = order.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (key(order[middle]) < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// Takes lines that were judged and are sound, each about another flow.
    ///
    /// @param lines where they stand
    /// @param part what they say
    void take(int[] lines, PlainLines.Part part) {
        judged = lines;
        parts.add(part);
        order = Arrays.copyOf(order, order.length + lines.length);
        sort();
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
        long all = parts.stream()
                .parallel()
                .mapToLong(part -> Arrays.stream(part.weights)
                        .filter(each -> each == weight)
                        .count())
                .sum();
        return all
                - gone.stream()
                        .filter(place -> parts.get(place >>> ROW_BITS).weights[place & ROW_MASK] == weight)
                        .count();
    }

    /// Writes the lines in order.
    void write(Path table) throws IOException {
        NumberTable.write(table, COLUMNS, order.length, this::fill);
    }

    private void fill(int from, int count, long[][] columns) {
        for (int row = 0; row < count; row++) {
            int place = order[from + row];
            int inPart = place & ROW_MASK;
            PlainLines.Part part = parts.get(place >>> ROW_BITS);
            long key = part.keys[inPart];
            columns[0][row] = line(place);
            columns[1][row] = key >>> PlainLines.PLACE_BITS & PLACE_MASK;
            columns[2][row] = key & PLACE_MASK;
            columns[3][row] = key >>> 2 * PlainLines.PLACE_BITS;
            columns[4][row] = part.values[inPart];
            columns[5][row] = part.weights[inPart];
        }
    }

    /// The line of the file in which a row stands.
    private int line(int place) {
        int part = place >>> ROW_BITS;
        int inPart = place & ROW_MASK;
        return part < firstLine.length ? firstLine[part] + parts.get(part).line(inPart) : judged[inPart];
    }

    /// Orders the rows that are not set aside: by code in one pass, then each code for itself; a file in the order of
    /// the publisher needs no more than a look.
    ///
    /// @return the flows of which more than one row speaks
    private Set<Long> sort() {
        int[] end = new int[PlainLines.CODES + 1]; // first where each code begins, then where it ends
        for (int part = 0; part < parts.size(); part++) {
            long[] keys = parts.get(part).keys;
            for (int row = 0; row < keys.length; row++) {
                if (isKept(part << ROW_BITS | row)) {
                    end[(int) (keys[row] >>> 2 * PlainLines.PLACE_BITS) + 1]++;
                }
            }
        }
        for (int code = 0; code < PlainLines.CODES; code++) {
            end[code + 1] += end[code];
        }
        for (int part = 0; part < parts.size(); part++) {
            long[] keys = parts.get(part).keys;
            for (int row = 0; row < keys.length; row++) {
                if (isKept(part << ROW_BITS | row)) {
                    order[end[(int) (keys[row] >>> 2 * PlainLines.PLACE_BITS)]++] = part << ROW_BITS | row;
                }
            }
        }
        Set<Long> twins = ConcurrentHashMap.newKeySet();
        IntStream.range(0, PlainLines.CODES / CODES_AT_ONCE)
                .parallel()
                .forEach(block -> IntStream.range(block * CODES_AT_ONCE, (block + 1) * CODES_AT_ONCE)
                        .forEach(code -> sort(code == 0 ? 0 : end[code - 1], end[code], twins)));
        return twins;
    }

    private boolean isKept(int place) {
        return gone.isEmpty() || !gone.contains(place);
    }

    private void sort(int from, int to, Set<Long> twins) {
        boolean ascends = true;
        long before = -1;
        for (int row = from; row < to; row++) {
            long key = key(order[row]);
            if (key == before) {
                twins.add(key);
            }
            ascends &= key >= before;
            before = key;
        }
        if (!ascends) {
            arrange(from, to);
            sort(from, to, twins);
        }
    }

    /// Sorts lines of one code by exporter and importer, the same flow by their order in the file.
    private void arrange(int from, int to) {
        long pair = (1L << 2 * PlainLines.PLACE_BITS) - 1;
        long[] rows = new long[to - from];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = (key(order[from + row]) & pair) << Integer.SIZE | order[from + row];
        }
        Arrays.sort(rows);
        for (int row = 0; row < rows.length; row++) {
            order[from + row] = (int) rows[row];
        }
    }

    private long key(int place) {
        return parts.get(place >>> ROW_BITS).keys[place & ROW_MASK];
    }
}
