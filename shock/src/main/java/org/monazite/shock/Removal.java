package org.monazite.shock;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that a sweep takes out of the world for a while.
///
/// @param kind what sort of thing
/// @param place place code; empty for lanes
/// @param product product id; empty for lanes and for whole places
/// @param lane its id; empty for all else
/// @param also further products of makers that stand on the same sites and stop with it
public record Removal(Kind kind, String place, String product, String lane, List<String> also) {

    /// Copies the list.
    public Removal {
        also = List.copyOf(also);
    }

    /// What can be taken out.
    public enum Kind {
        /// Everything that a place sells to others.
        PLACE,
        /// One product of one place: its exports stop, home use goes on.
        SUPPLIER,
        /// All makers of a product at a place, and all on their sites: they stand still.
        MAKER,
        /// A sea lane: ships take their detour, or do not sail.
        LANE
    }

    /// What happens for some days from the start.
    ///
    /// @param days 1 or more
    public Action action(int days) {
        return switch (kind) {
            case PLACE -> new Action.ExportBan(new Targets(Set.of(place), Set.of(), Set.of()), 0, days, 0);
            case SUPPLIER -> new Action.ExportBan(new Targets(Set.of(place), Set.of(), Set.of(product)), 0, days, 0);
            case MAKER -> new Action.Outage(Set.of(place), Set.of(product), 0, days, 1, 0);
            case LANE -> new Action.LaneClosure(lane, 0, days, Optional.empty());
        };
    }

    /// The scenario of this removal alone.
    public Scenario scenario(Scenario base, int days) {
        return new Scenario(id(), base.start(), base.assumptions(), List.of(action(days)));
    }

    /// A name for programs, such as `supplier:CHN:ndpr.oxide`.
    public String id() {
        return switch (kind) {
            case PLACE -> "place:" + place;
            case SUPPLIER -> "supplier:" + place + ":" + product;
            case MAKER -> "maker:" + place + ":" + product;
            case LANE -> "lane:" + lane;
        };
    }
}
