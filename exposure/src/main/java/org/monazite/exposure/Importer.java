package org.monazite.exposure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Who asks: a place, or a coalition whose members' trade with each other is not import.
///
/// @param name place code or name of the coalition
/// @param members codes of its places
public record Importer(String name, Set<String> members) {

    /// Copies the members.
    public Importer {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("The importer " + name + " has no places.");
        }
        members = Set.copyOf(members);
    }

    /// One place.
    public static Importer place(String code) {
        return new Importer(code, Set.of(code));
    }

    /// Several places as one.
    public static Importer coalition(String name, List<String> codes) {
        return new Importer(name, new TreeSet<>(codes));
    }

    boolean holds(String place) {
        return members.contains(place);
    }
}
