package org.monazite.atlas.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Whole numbers as Parquet's `DELTA_BINARY_PACKED` writes them: the first one, then the steps from each to
/// the next in blocks of 128, each block with its smallest step and four parts of 32 rests, every part as
/// wide as its widest rest. Source: Apache Parquet, format specification, encodings.
final class DeltaPacked {

    /// What the Parquet specification calls the encoding of the numbers, and that of whether they are
    /// there.
    static final int ENCODING = 5;

    static final int PRESENCE_ENCODING = 3;

    private static final int BLOCK = 128;
    private static final int PARTS = 4;
    private static final int PART = BLOCK / PARTS;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private final long[] steps = new long[BLOCK];

    /// Appends the first `count` numbers. Steps between two of them must fit 64 bits.
    void append(long[] numbers, int count) {
        varint(BLOCK);
        varint(PARTS);
        varint(count);
        zigzag(count == 0 ? 0 : numbers[0]);
        for (int from = 1; from < count; from += BLOCK) {
            int length = Math.min(BLOCK, count - from);
            long smallest = Long.MAX_VALUE;
            for (int i = 0; i < length; i++) {
                long step = numbers[from + i] - numbers[from + i - 1];
                steps[i] = step;
                smallest = Math.min(smallest, step);
            }
            Arrays.fill(steps, length, BLOCK, smallest); // parts that are begun are filled up
            block(smallest, length);
        }
    }

    private void block(long smallest, int length) {
        zigzag(smallest);
        ensure(PARTS + BLOCK * Long.BYTES + Long.BYTES);
        int widths = size;
        size += PARTS;
        for (int part = 0; part < PARTS; part++) {
            int first = part * PART;
            long all = 0;
            for (int i = first; i < first + PART; i++) {
                steps[i] -= smallest;
                all |= steps[i];
            }
            int width = first < length ? Long.SIZE - Long.numberOfLeadingZeros(all) : 0;
            bytes[widths + part] = (byte) width;
            pack(first, width);
        }
    }

    /// Packs 32 rests, the lowest bits first: four bytes for each bit of width.
    private void pack(int first, int width) {
        if (width == 0) {
            return;
        }
        long word = 0;
        int used = 0;
        for (int i = first; i < first + PART; i++) {
            long rest = steps[i];
            word |= rest << used;
            used += width;
            if (used >= Long.SIZE) {
                LONG.set(bytes, size, word);
                size += Long.BYTES;
                used -= Long.SIZE;
                word = used == 0 ? 0 : rest >>> (width - used);
            }
        }
        LONG.set(bytes, size, word); // four of the eight bytes count when 32 bits are left
        size += used / Byte.SIZE;
    }

    /// Appends whether each number is there, as levels of one bit behind their length.
    void presence(long[] numbers, long missing) {
        int groups = (numbers.length + 7) / 8;
        int header = groups << 1 | 1;
        int headerBytes = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(header) + 6) / 7);
        ensure(Integer.BYTES);
        for (int shift = 0, length = headerBytes + groups; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (length >>> shift);
        }
        varint(header);
        ensure(groups);
        Arrays.fill(bytes, size, size + groups, (byte) 0);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != missing) {
                bytes[size + (i >> 3)] |= (byte) (1 << (i & 7));
            }
        }
        size += groups;
    }

    private void zigzag(long number) {
        varint(number << 1 ^ number >> 63);
    }

    private void varint(long number) {
        ensure(10);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /// Takes what was appended and begins anew.
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }
}
