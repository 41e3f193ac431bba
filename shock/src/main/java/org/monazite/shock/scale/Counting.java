package org.monazite.shock.scale;

/// Sorting by small keys in linear time, stable.
final class Counting {

    private Counting() {}

    /// Where each key's run begins; one entry more than keys.
    static int[] firsts(int[] key, int length, int keys) {
        int[] first = new int[keys + 1];
        for (int i = 0; i < length; i++) {
            first[key[i] + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            first[k + 1] += first[k];
        }
        return first;
    }

    /// Positions in order of their key, equal keys in order of position.
    static int[] byKey(int[] key, int length, int keys) {
        int[] next = firsts(key, length, keys);
        int[] sorted = new int[length];
        for (int i = 0; i < length; i++) {
            sorted[next[key[i]]++] = i;
        }
        return sorted;
    }

    /// The same over positions that are already sorted by another key.
    static int[] byKey(int[] key, int[] positions, int keys) {
        int[] next = firsts(key, positions.length, keys);
        int[] sorted = new int[positions.length];
        for (int position : positions) {
            sorted[next[key[position]]++] = position;
        }
        return sorted;
    }
}
