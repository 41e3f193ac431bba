package org.monazite.app.trail;

import java.util.List;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;

/// What a key of a result names, and what that rests on: one step on the way to raw cells.
///
/// @param key the key, as results write it
/// @param kind what sort of thing it is
/// @param what what it is and how it comes about
/// @param amounts its numbers; none where a number depends on a run that nobody has kept
/// @param flag how careful a reader must be
/// @param cells who says so: figures and raw cells
/// @param inputs keys of what it is computed from
public record Trail(
        String key, Kind kind, Said what, List<Amount> amounts, Flag flag, List<Cell> cells, List<String> inputs) {

    /// Copies the lists.
    public Trail {
        amounts = List.copyOf(amounts);
        cells = List.copyOf(cells);
        inputs = List.copyOf(inputs);
    }

    /// A thing without numbers of its own.
    static Trail of(String key, Kind kind, Said what, Flag flag, List<Cell> cells, List<String> inputs) {
        return new Trail(key, kind, what, List.of(), flag, cells, inputs);
    }

    /// What sort of thing a key names.
    public enum Kind {
        /// Somebody who makes, pools or uses a product.
        NODE,
        /// A flow between two of them.
        ARC,
        /// A balanced network.
        NETWORK,
        /// A measure of dependence.
        INDICATOR,
        /// What the days of a scenario leave unmet or lose.
        PLAYED,
        /// What is played.
        SCENARIO,
        /// A number of a plan.
        PLAN,
        /// Something a plan may back, or counts on.
        WORKS,
        /// An export control.
        CONTROL,
        /// A promise.
        PLEDGE,
        /// What is known about a promise.
        EVIDENCE,
        /// A figure of the atlas.
        FIGURE,
        /// A value that no source gives and that is declared with every result.
        ASSUMPTION,
        /// A choice of who asks.
        SETTING,
        /// A number about the computation and not about the world.
        COMPUTATION;

        /// The name used in JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// Whether a trail ends here: nothing stands behind it but a declaration.
        public boolean isDeclared() {
            return switch (this) {
                case SCENARIO, ASSUMPTION, SETTING, COMPUTATION -> true;
                case NODE, ARC, NETWORK, INDICATOR, PLAYED, PLAN, WORKS, CONTROL, PLEDGE, EVIDENCE, FIGURE -> false;
            };
        }
    }

    /// A number of the thing.
    ///
    /// @param name what it is
    /// @param value the number; NaN when not defined
    /// @param low lower end of its range; NaN where no range is known
    /// @param high upper end
    /// @param unit its unit
    public record Amount(Said name, double value, double low, double high, String unit) {}

    /// Somebody's word that the thing rests on.
    ///
    /// @param about what it says
    /// @param citation who, and where
    public record Cell(Said about, Citation citation) {}
}
