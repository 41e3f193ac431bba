package org.monazite.shock.esri;

import java.util.Arrays;

/// A set of numbers from 0 to a size, visited in ascending order.
final class Marks {

    private final long[] words;
    private int low; // words that may hold something
    private int high;

    Marks(int size) {
        words = new long[(size >> 6) + 1];
        low = words.length;
        high = -1;
    }

    void set(int number) {
        int word = number >> 6;
        words[word] |= 1L << number;
        low = Math.min(low, word);
        high = Math.max(high, word);
    }

    boolean has(int number) {
        return (words[number >> 6] & 1L << number) != 0;
    }

    boolean isEmpty() {
        return next(0) < 0;
    }

    /// The least member that is at least this, or -1.
    int next(int number) {
        int word = number >> 6;
        if (word > high) {
            return -1;
        }
        long rest;
        if (word < low) {
            word = low;
            rest = words[word];
        } else {
            rest = words[word] & -1L << number;
        }
        while (rest == 0) {
            if (++word > high) {
                return -1;
            }
            rest = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(rest);
    }

    void clear() {
        if (high >= low) {
            Arrays.fill(words, low, high + 1, 0);
        }
        low = words.length;
        high = -1;
    }
}
