package org.monazite.plan.world;

import java.util.Optional;

/// What happens in an assessed year: a ban, or nothing.
///
/// @param year index of the assessed year
/// @param ban the ban; empty for a year in which nobody bans anything
public record Episode(int year, Optional<Ban> ban) {

    /// A ban in an assessed year.
    public static Episode of(int year, Ban ban) {
        return new Episode(year, Optional.of(ban));
    }

    /// A year without a ban.
    public static Episode calm(int year) {
        return new Episode(year, Optional.empty());
    }

    /// Length in years.
    public double length() {
        return ban.map(Ban::length).orElse(1.0);
    }
}
