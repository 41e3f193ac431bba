package org.monazite.atlas.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes a large table of whole numbers and decimals as a Parquet file: groups of 122,880 rows, one page a
/// column, steps from row to row in as few bits as they need, smallest and largest number of each column
/// and group, so that whoever asks for one number reads the groups that may hold it. The bytes follow from
/// the rows alone; groups are made ready on all processors.
///
/// Source: Apache Parquet, format specification (data pages of the first version, not compressed).
public final class NumberTable {

    /// A number that is not there.
    public static final long MISSING = Long.MIN_VALUE;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int GROUP = 122_880;

    private NumberTable() {}

    /// What the numbers of a column are. The codes of types and meanings are those of the Parquet
    /// specification.
    public enum Kind {
        /// From -32,768 to 32,767.
        SMALL(1, 16, Short.MIN_VALUE, Short.MAX_VALUE),
        /// From -2^31 to 2^31 - 1.
        WHOLE(1, 17, Integer.MIN_VALUE, Integer.MAX_VALUE),
        /// From 0 to 2^32 - 1.
        COUNT(1, 13, 0, 0xffff_ffffL),
        /// Decimals of 18 digits, six of them behind the point; a row holds millionths.
        MILLIONTHS(2, 5, -999_999_999_999_999_999L, 999_999_999_999_999_999L);

        private static final int DIGITS = 18;
        private static final int SCALE = 6;

        private final int type;
        private final int meaning;
        private final long smallest;
        private final long largest;

        Kind(int type, int meaning, long smallest, long largest) {
            this.type = type;
            this.meaning = meaning;
            this.smallest = smallest;
            this.largest = largest;
        }

        private byte[] plain(long number) {
            return type == 1
                    ? littleEndian(Integer.BYTES).putInt((int) number).array()
                    : littleEndian(Long.BYTES).putLong(number).array();
        }
    }

    /// A column.
    ///
    /// @param mayMiss whether [#MISSING] may stand in it
    public record Column(String name, Kind kind, boolean mayMiss) {}

    /// Where the rows come from; asked from several threads at once.
    @FunctionalInterface
    public interface Rows {

        /// Fills one array a column with `count` rows, the first one being row `from` of the table.
        void fill(int from, int count, long[][] columns);
    }

    /// A column of a group, ready to be written, and what the end of the file says about it.
    private static final class Chunk {

        private byte[] bytes = {};
        private int size;
        private int rows;
        private int missing;
        private long smallest = Long.MAX_VALUE;
        private long largest = Long.MIN_VALUE;
        private long offset;
    }

    /// Writes the file, which is not there yet.
    ///
    /// @param rows how many
    /// @throws IllegalArgumentException if a number is outside the range of its column
    public static void write(Path file, List<Column> columns, int rows, Rows source) throws IOException {
        int groups = (rows + GROUP - 1) / GROUP;
        int wave = 2 * Runtime.getRuntime().availableProcessors(); // bounds the memory, not the bytes
        List<List<Chunk>> written = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(channel, MAGIC);
            for (int first = 0; first < groups; first += wave) {
                List<List<Chunk>> ready = IntStream.range(first, Math.min(groups, first + wave))
                        .parallel()
                        .mapToObj(group -> group(columns, group * GROUP, Math.min(GROUP, rows - group * GROUP), source))
                        .toList();
                for (List<Chunk> group : ready) {
                    for (Chunk chunk : group) {
                        chunk.offset = channel.position();
                        write(channel, chunk.bytes);
                        chunk.bytes = new byte[0];
                    }
                    written.add(group);
                }
            }
            byte[] footer = footer(columns, rows, written);
            write(channel, footer);
            write(channel, littleEndian(Integer.BYTES).putInt(footer.length).array());
            write(channel, MAGIC);
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private static List<Chunk> group(List<Column> columns, int from, int count, Rows source) {
        long[][] numbers = new long[columns.size()][count];
        source.fill(from, count, numbers);
        List<Chunk> chunks = new ArrayList<>();
        DeltaPacked packed = new DeltaPacked();
        for (int column = 0; column < columns.size(); column++) {
            chunks.add(chunk(columns.get(column), numbers[column], packed));
        }
        return chunks;
    }

    /// Writes a column of a group as one page; moves the numbers that are there to the front of their
    /// array.
    private static Chunk chunk(Column column, long[] numbers, DeltaPacked packed) {
        Chunk chunk = new Chunk();
        chunk.rows = numbers.length;
        if (column.mayMiss()) {
            packed.presence(numbers, MISSING);
        }
        int there = 0;
        for (long number : numbers) {
            if (number != MISSING || !column.mayMiss()) {
                numbers[there++] = number;
                chunk.smallest = Math.min(chunk.smallest, number);
                chunk.largest = Math.max(chunk.largest, number);
            }
        }
        if (there > 0 && (chunk.smallest < column.kind().smallest || chunk.largest > column.kind().largest)) {
            throw new IllegalArgumentException("The column '%s' of %s cannot hold %d ... %d."
                    .formatted(column.name(), column.kind(), chunk.smallest, chunk.largest));
        }
        chunk.missing = numbers.length - there;
        packed.append(numbers, there);
        byte[] page = packed.take();
        byte[] header = new CompactThrift()
                .number(1, 0) // a data page
                .number(2, page.length)
                .number(3, page.length)
                .structure(5)
                .number(1, numbers.length)
                .number(2, DeltaPacked.ENCODING)
                .number(3, DeltaPacked.PRESENCE_ENCODING)
                .number(4, DeltaPacked.PRESENCE_ENCODING)
                .end()
                .end()
                .bytes();
        chunk.size = header.length + page.length;
        chunk.bytes = ByteBuffer.allocate(chunk.size).put(header).put(page).array();
        return chunk;
    }

    private static byte[] footer(List<Column> columns, int rows, List<List<Chunk>> groups) {
        CompactThrift footer = new CompactThrift().number(1, 1).structures(2, 1 + columns.size());
        footer.begin().text(4, "schema").number(5, columns.size()).end();
        for (Column column : columns) {
            footer.begin()
                    .number(1, column.kind().type)
                    .number(3, column.mayMiss() ? 1 : 0)
                    .text(4, column.name())
                    .number(6, column.kind().meaning);
            if (column.kind() == Kind.MILLIONTHS) {
                footer.number(7, Kind.SCALE).number(8, Kind.DIGITS);
            }
            footer.end();
        }
        footer.longNumber(3, rows).structures(4, groups.size());
        for (List<Chunk> group : groups) {
            footer.begin().structures(1, columns.size());
            for (int column = 0; column < columns.size(); column++) {
                entry(footer, columns.get(column), group.get(column));
            }
            footer.longNumber(2, group.stream().mapToLong(chunk -> chunk.size).sum())
                    .longNumber(3, group.getFirst().rows)
                    .end();
        }
        footer.text(6, "Monazite").structures(7, columns.size());
        for (int column = 0; column < columns.size(); column++) {
            footer.begin().structure(1).end().end(); // numbers are ordered as numbers are
        }
        return footer.end().bytes();
    }

    private static void entry(CompactThrift footer, Column column, Chunk chunk) {
        footer.begin()
                .longNumber(2, chunk.offset)
                .structure(3)
                .number(1, column.kind().type)
                .numbers(2, DeltaPacked.ENCODING, DeltaPacked.PRESENCE_ENCODING)
                .texts(3, column.name())
                .number(4, 0) // not compressed
                .longNumber(5, chunk.rows)
                .longNumber(6, chunk.size)
                .longNumber(7, chunk.size)
                .longNumber(9, chunk.offset);
        footer.structure(12).longNumber(3, chunk.missing);
        if (chunk.missing < chunk.rows) {
            footer.bytes(5, column.kind().plain(chunk.largest))
                    .bytes(6, column.kind().plain(chunk.smallest));
        }
        footer.end().end().end();
    }
}
