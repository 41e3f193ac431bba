package org.monazite.plan.lp;

import java.util.Arrays;
import java.util.OptionalInt;

/// Keys in the order in which they were added. Copies of a model share them until one of them adds to its own.
final class Keys {

    private static final int MIX = 0x9E3779B9; // of Fibonacci hashing: keys that lie near each other part

    private Object[] list = new Object[64];
    private int[] slots = new int[128]; // by hash: a place + 1, 0 for none; at most half of them are taken
    private int size;
    private volatile boolean shared; // never changed any more

    /// Adds a key; false if it is there.
    boolean add(Object key) {
        int slot = slot(key);
        if (slots[slot] != 0) {
            return false;
        }
        if (size == list.length) {
            grow();
            slot = slot(key);
        }
        list[size++] = key;
        slots[slot] = size;
        return true;
    }

    /// Where a key lies, or would lie.
    private int slot(Object key) {
        int mask = slots.length - 1;
        int slot = (key.hashCode() * MIX) >>> Integer.numberOfLeadingZeros(mask);
        while (slots[slot] != 0 && !list[slots[slot] - 1].equals(key)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        list = Arrays.copyOf(list, 2 * size);
        slots = new int[4 * size];
        for (int place = 0; place < size; place++) {
            slots[slot(list[place])] = place + 1;
        }
    }

    Object get(int place) {
        if (place >= size) {
            throw new IndexOutOfBoundsException(place);
        }
        return list[place];
    }

    int size() {
        return size;
    }

    OptionalInt find(Object key) {
        int place = slots[slot(key)] - 1;
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// True if there is such a key.
    boolean has(Object key) {
        return slots[slot(key)] != 0;
    }

    /// The same for another model as well.
    Keys shared() {
        shared = true;
        return this;
    }

    /// The same to add to: themselves, or a copy if other models have them too.
    Keys own() {
        if (!shared) {
            return this;
        }
        Keys copy = new Keys();
        copy.list = list.clone();
        copy.slots = slots.clone();
        copy.size = size;
        return copy;
    }
}
