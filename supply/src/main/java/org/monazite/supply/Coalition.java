package org.monazite.supply;

import java.util.List;
import java.util.TreeSet;

/// A named set of places that act as one importer. Trade among members is not import.
///
/// @param id the name in files, such as `US_JPN`
/// @param members place codes, sorted, at least one
public record Coalition(String id, List<String> members) {

    /// Sorts and copies the members.
    public Coalition {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("Coalition " + id + " has no members.");
        }
        members = List.copyOf(new TreeSet<>(members));
    }

    /// Whether this place belongs to the coalition.
    public boolean contains(String placeCode) {
        return members.contains(placeCode);
    }
}
