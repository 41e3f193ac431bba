package org.monazite.atlas.chain;

import java.util.List;

/// Imported figures that a chain does not rest on, and why.
///
/// @param why the reason
/// @param product product of the chain that they would be about
/// @param importId the import
/// @param scheme revision of the code or national list; empty for production
/// @param code six digits or a national code; empty for production
/// @param lines lines of the raw file, in order; empty where they are only counted
/// @param count how many figures
/// @param tonnes what they say together, as imported
public record ImportUnused(
        Why why,
        String product,
        String importId,
        String scheme,
        String code,
        List<Long> lines,
        long count,
        double tonnes) {

    /// Copies the list.
    public ImportUnused {
        lines = List.copyOf(lines);
    }

    /// Why a figure is not used.
    public enum Why {
        /// Of another year than the chain.
        OTHER_YEAR,
        /// The code is a remainder of which no share says anything about a single flow.
        RESIDUAL,
        /// No share or no factor from the code to the product is declared.
        NO_FACTOR,
        /// The share of the code is known too badly to say anything about a flow.
        TOO_WIDE,
        /// The code did not exist any more: the row is the work of a concordance.
        ARTEFACT,
        /// The source states no weight.
        NO_WEIGHT,
        /// Months that are no whole year.
        MONTHS,
        /// Reconciled trade says the same already, from the same reports.
        RECONCILED,
        /// A newer edition, or one under a better known revision of the codes, is there.
        OTHER_EDITION,
        /// A national line of one of the two places says the same of fewer goods.
        NATIONAL_LINE,
        /// Both places are one node of the chain.
        INSIDE,
        /// One of the places has no node in the chain.
        NO_NODE,
        /// The chain knows no such flow, and the code holds too much else to open one.
        MIXED_CODE,
        /// The chain knows no such flow, and the place that ships makes none of the product, or the other uses none.
        NO_MAKER,
        /// The chain knows no such flow, and it is too small for one.
        SMALL,
        /// The codes hold a part of the product only, and less than the chain has already.
        PART,
        /// The same count is in the chain already.
        SAME,
        /// The tonnes are tonnes of something else, or nobody says of what.
        BASIS,
        /// The figure of the chain is a sum or follows from others, so that no single figure stands beside it.
        NOT_COMPARABLE,
        /// The chain does not balance with imported trade.
        NO_BALANCE
    }
}
