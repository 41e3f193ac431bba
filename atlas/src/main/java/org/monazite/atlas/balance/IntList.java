package org.monazite.atlas.balance;

import java.util.Arrays;

/// A list of whole numbers that grows.
final class IntList {

    private static final int[] EMPTY = {};

    int[] at = EMPTY;
    int size;

    void add(int value) {
        if (size == at.length) {
            at = Arrays.copyOf(at, Math.max(4, 2 * size));
        }
        at[size++] = value;
    }

    void release() {
        at = EMPTY;
        size = 0;
    }
}
