package org.monazite.atlas.imports;

import java.util.List;

/// What an import of trade says beside an earlier one of the same kind.
///
/// @param importId the newer import
/// @param vintage its edition
/// @param against the earlier import; empty where none speaks of the same flows
/// @param againstVintage edition of the earlier one
/// @param added flows that only the newer has
/// @param revised flows whose value or weight differs
/// @param same flows that are the same in both
/// @param missing flows that only the earlier has
/// @param largest the widest revisions first, then the largest added flows; not more than were asked for of each
public record TradeDiff(
        String importId,
        String vintage,
        String against,
        String againstVintage,
        long added,
        long revised,
        long same,
        long missing,
        List<Change> largest) {

    /// Copies the list.
    public TradeDiff {
        largest = List.copyOf(largest);
    }

    /// One flow in both imports, or in the newer alone.
    ///
    /// @param before what the earlier import says; empty for an added flow
    /// @param after what the newer says
    public record Change(List<TradeFlow> before, TradeFlow after) {

        /// Copies the list.
        public Change {
            before = List.copyOf(before);
        }
    }
}
