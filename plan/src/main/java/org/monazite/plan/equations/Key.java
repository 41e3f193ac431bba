package org.monazite.plan.equations;

import org.monazite.plan.lp.Named;

/// Name of a column or row.
///
/// @param family such as `flow`
/// @param a first index
/// @param b second index
/// @param episode index of the episode; -1 for decisions
record Key(String family, int a, int b, int episode) implements Named {

    /// The family without the number of one of its kinds.
    @Override
    public String kind() {
        return family.replaceAll("-\\d+$", "");
    }

    @Override
    public int hashCode() { // of all calls of a build the most frequent one
        return ((family.hashCode() * 31 + a) * 31 + b) * 31 + episode;
    }

    static Key of(String family, int a) {
        return new Key(family, a, 0, -1);
    }

    static Key of(String family, int a, int b) {
        return new Key(family, a, b, -1);
    }
}
