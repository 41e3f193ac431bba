package org.monazite.supply;

import java.util.List;

/// The distinct sets of citations of a network, each stored once. Set 0 is empty.
public final class Citations {

    private final List<List<Citation>> sets;

    Citations(List<List<Citation>> sets) {
        this.sets = List.copyOf(sets);
    }

    /// The number of sets.
    public int size() {
        return sets.size();
    }

    /// The citations of a set, sorted.
    public List<Citation> of(int set) {
        return sets.get(set);
    }
}
