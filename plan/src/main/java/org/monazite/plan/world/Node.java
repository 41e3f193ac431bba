package org.monazite.plan.world;

import java.util.List;
import org.monazite.supply.NodeKind;

/// Somebody who makes, trades or uses a product in an assessed year.
///
/// @param key its name in the network, such as `CHN/ndpr.oxide`; works that do not exist in the base year
/// end in their group, such as `USA/ndpr.metal/backed`
/// @param place place code
/// @param product what it makes
/// @param kind what it does
/// @param group whether it stands in the base year, is decided, or waits for backing
/// @param base output of the base year, kt/yr; 0 for works that do not exist then
/// @param value value added that hangs on a unit of output, M USD/kt
/// @param capacity most it can make without the plan, kt/yr, by assessed year; infinite for traders and
/// users
/// @param normal what it makes in a normal year without the plan, kt/yr, by assessed year: the measure of
/// its stocks
public record Node(
        String key,
        String place,
        String product,
        NodeKind kind,
        Group group,
        double base,
        double value,
        List<Double> capacity,
        List<Double> normal) {

    /// Where capacity comes from.
    public enum Group {
        /// Stands in the base year.
        BASE,
        /// Goes ahead without further decision.
        DECIDED,
        /// Waits for backing.
        BACKED,
        /// Oxide from the swarf of the magnet works of its place.
        SWARF,
        /// Oxide from magnets at the end of their life.
        OLD_MAGNETS,
        /// Magnets from magnets at the end of their life.
        LOOP;

        /// The end of the key.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// Copies the lists.
    public Node {
        capacity = List.copyOf(capacity);
        normal = List.copyOf(normal);
    }

    /// True if it turns inputs into a product, or mines it.
    public boolean isMaker() {
        return kind == NodeKind.MAKER;
    }
}
