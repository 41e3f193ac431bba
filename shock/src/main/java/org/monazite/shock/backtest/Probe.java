package org.monazite.shock.backtest;

import java.util.Set;

/// What of a run is compared with a published series.
public sealed interface Probe {

    /// Exports of the supplier when they leave.
    ///
    /// @param to buyers' places; empty for all
    record Exports(Set<String> to) implements Probe {

        /// Copies the set.
        public Exports {
            to = Set.copyOf(to);
        }
    }

    /// The same goods when they arrive.
    ///
    /// @param to buyers' places; empty for all
    record Imports(Set<String> to) implements Probe {

        /// Copies the set.
        public Imports {
            to = Set.copyOf(to);
        }
    }

    /// The spot price at a place: what a buyer without a contract is asked.
    record Spot(String place) implements Probe {}
}
