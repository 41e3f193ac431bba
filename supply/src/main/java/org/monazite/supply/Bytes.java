package org.monazite.supply;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A growing little-endian buffer of values with their lengths; lengths are checked against what is left when
/// reading, so that a damaged file is refused and not believed.
final class Bytes {

    private ByteBuffer buffer;

    Bytes() {
        buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    }

    Bytes(ByteBuffer source) {
        buffer = source.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    ByteBuffer toBuffer() {
        return buffer.flip();
    }

    void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    void putDouble(double value) {
        room(Double.BYTES).putDouble(value);
    }

    void putText(String text) {
        putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void putBytes(byte[] bytes) {
        putInt(bytes.length);
        room(bytes.length).put(bytes);
    }

    void putInts(int[] values) {
        putInt(values.length);
        ByteBuffer to = room(Math.multiplyExact(values.length, Integer.BYTES));
        to.asIntBuffer().put(values);
        to.position(to.position() + values.length * Integer.BYTES);
    }

    void putDoubles(double[] values) {
        putInt(values.length);
        ByteBuffer to = room(Math.multiplyExact(values.length, Double.BYTES));
        to.asDoubleBuffer().put(values);
        to.position(to.position() + values.length * Double.BYTES);
    }

    <T> void putList(List<T> values, BiConsumer<Bytes, T> put) {
        putInt(values.size());
        for (T value : values) {
            put.accept(this, value);
        }
    }

    int getInt() {
        return checked(Integer.BYTES).getInt();
    }

    long getLong() {
        return checked(Long.BYTES).getLong();
    }

    double getDouble() {
        return checked(Double.BYTES).getDouble();
    }

    String getText() {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }

    byte[] getBytes() {
        byte[] bytes = new byte[length(1)];
        buffer.get(bytes);
        return bytes;
    }

    int[] getInts() {
        int[] values = new int[length(Integer.BYTES)];
        buffer.asIntBuffer().get(values);
        buffer.position(buffer.position() + values.length * Integer.BYTES);
        return values;
    }

    double[] getDoubles() {
        double[] values = new double[length(Double.BYTES)];
        buffer.asDoubleBuffer().get(values);
        buffer.position(buffer.position() + values.length * Double.BYTES);
        return values;
    }

    double[][] getColumns(int count) {
        double[][] columns = new double[count][];
        for (int i = 0; i < count; i++) {
            columns[i] = getDoubles();
        }
        return columns;
    }

    <T> List<T> getList(Function<Bytes, T> get) {
        int size = length(1);
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(get.apply(this));
        }
        return values;
    }

    private int length(int bytesEach) {
        int length = getInt();
        if (length < 0 || (long) length * bytesEach > buffer.remaining()) {
            throw damaged(null);
        }
        return length;
    }

    private ByteBuffer checked(int bytes) {
        if (buffer.remaining() < bytes) {
            throw damaged(new BufferUnderflowException());
        }
        return buffer;
    }

    private IllegalArgumentException damaged(@Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The encoded network is damaged at byte %d. Maybe build the atlas again: `./monazite data build`."
                        .formatted(buffer.position()),
                cause);
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int size = Math.addExact(buffer.position(), bytes);
            ByteBuffer larger = ByteBuffer.allocate(Math.max(size, (int) Math.min(Integer.MAX_VALUE - 64L, 2L * size)))
                    .order(ByteOrder.LITTLE_ENDIAN);
            larger.put(buffer.flip());
            buffer = larger;
        }
        return buffer;
    }
}
