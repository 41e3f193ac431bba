package org.monazite.supply;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Many short names packed as UTF-8, found again by binary search.
final class Keys {

    private final byte[] text;
    private final int[] start;
    private final int[] sorted;

    Keys(byte[] text, int[] start) {
        this.text = text;
        this.start = start;
        this.sorted = order();
    }

    static Keys of(List<String> names) {
        int[] start = new int[names.size() + 1];
        byte[][] encoded = new byte[names.size()][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = names.get(i).getBytes(StandardCharsets.UTF_8);
            start[i + 1] = Math.addExact(start[i], encoded[i].length);
        }
        byte[] text = new byte[start[encoded.length]];
        for (int i = 0; i < encoded.length; i++) {
            System.arraycopy(encoded[i], 0, text, start[i], encoded[i].length);
        }
        return new Keys(text, start);
    }

    int size() {
        return start.length - 1;
    }

    String get(int index) {
        return new String(text, start[index], start[index + 1] - start[index], StandardCharsets.UTF_8);
    }

    byte[] text() {
        return text;
    }

    int[] start() {
        return start;
    }

    OptionalInt find(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int index = sorted[middle];
            int order = Arrays.compareUnsigned(text, start[index], start[index + 1], wanted, 0, wanted.length);
            if (order == 0) {
                return OptionalInt.of(index);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.empty();
    }

    /// Nodes are in canonical order, so names are nearly sorted within runs: a stable merge sort is quick.
    private int[] order() {
        Integer[] boxed = new Integer[size()];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(
                boxed, (a, b) -> Arrays.compareUnsigned(text, start[a], start[a + 1], text, start[b], start[b + 1]));
        int[] order = new int[boxed.length];
        Arrays.setAll(order, i -> boxed[i]);
        return order;
    }
}
