package org.monazite.atlas.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/// Structures in Thrift's compact protocol, as far as the headers of a Parquet file need it. Fields of a
/// structure come in ascending order of their numbers. Source: Apache Thrift, specification of the compact
/// protocol.
final class CompactThrift {

    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ArrayDeque<Integer> outer = new ArrayDeque<>();
    private int last;

    CompactThrift number(int field, int value) {
        field(field, I32);
        return zigzag(value);
    }

    CompactThrift longNumber(int field, long value) {
        field(field, I64);
        return zigzag(value);
    }

    CompactThrift bytes(int field, byte[] value) {
        field(field, BINARY);
        return raw(value);
    }

    CompactThrift text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    CompactThrift structure(int field) {
        field(field, STRUCT);
        return begin();
    }

    CompactThrift structures(int field, int size) {
        return list(field, size, STRUCT);
    }

    CompactThrift numbers(int field, int... values) {
        list(field, values.length, I32);
        for (int value : values) {
            zigzag(value);
        }
        return this;
    }

    CompactThrift texts(int field, String value) {
        return list(field, 1, BINARY).raw(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Begins a structure in a list.
    CompactThrift begin() {
        outer.push(last);
        last = 0;
        return this;
    }

    /// Ends the structure that was begun last, or the outermost one.
    CompactThrift end() {
        out.write(0);
        last = outer.isEmpty() ? 0 : outer.pop();
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    private CompactThrift list(int field, int size, int type) {
        field(field, LIST);
        if (size < 15) {
            out.write(size << 4 | type);
        } else {
            out.write(0xf0 | type);
            varint(size);
        }
        return this;
    }

    private void field(int field, int type) {
        out.write(field - last << 4 | type); // no structure of Parquet leaves out fifteen fields in a row
        last = field;
    }

    private CompactThrift raw(byte[] value) {
        varint(value.length);
        out.writeBytes(value);
        return this;
    }

    private CompactThrift zigzag(long value) {
        varint(value << 1 ^ value >> 63);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
