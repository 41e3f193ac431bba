package org.monazite.atlas.chain;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One step towards the standard deviation that the balance gives a figure: where it starts from, or what changed it.
///
/// @param kind what was done
/// @param amount the number that belongs to it, see [Kind]
public record SdReason(Kind kind, double amount) {

    /// What was done, in the order in which it is done.
    public enum Kind {
        /// The range of the source, read as a 90 % interval; amount: standard deviation over value.
        RANGE,
        /// How far the source moves between two editions; amount: relative standard deviation.
        REVISIONS,
        /// The publisher calls the figure an estimate; amount: relative standard deviation.
        PUBLISHER_ESTIMATE,
        /// A default by confidence and evidence; amount: relative standard deviation.
        DEFAULT,
        /// A rule of the chain by which the figure follows from others; amount: relative standard deviation.
        RULE,
        /// A sum of independent figures; amount: relative standard deviation of the sum.
        SUM,
        /// The grade of the publisher; amount: factor.
        GRADE,
        /// Independent figures on one quantity lie further apart than they allow; amount: factor.
        BIRGE,
        /// Exporter and importer count the flow differently; amount: the least standard deviation, half the gap, t.
        MIRROR,
        /// The floor of 1 t or 0.5 % of the figure; amount: t.
        FLOOR,
        /// The part of a customs code that is the product, which all flows under the code share; amount: relative
        /// standard deviation.
        SHARE,
        /// What a tonne under the code holds, where that is no formula of chemistry; amount: relative standard
        /// deviation.
        CONTENT,
        /// Trade that its publisher reconciled from the reports of both sides; amount: relative standard deviation.
        RECONCILED,
        /// The relative deviations were taken of the larger figure that the chain has; amount: t.
        LARGER,
        /// An estimate of ours without a document yields to imported trade; amount: how far apart the two are, t.
        YIELDS,
        /// Shares its error with other figures derived from the same data; amount: correlation.
        GROUP
    }

    /// Checks the number.
    public SdReason {
        requireNonNull(kind, "kind");
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("The amount of %s must be finite, was %s.".formatted(kind, amount));
        }
    }

    /// Reasons as one cell of a table: `RANGE=0.11;MIRROR=7686.0`.
    public static String cell(List<SdReason> reasons) {
        return reasons.stream().map(each -> each.kind() + "=" + each.amount()).collect(Collectors.joining(";"));
    }

    /// Reads what [#cell] wrote.
    ///
    /// @throws IllegalArgumentException if it is something else
    public static List<SdReason> of(String cell) {
        return Arrays.stream(cell.split(";"))
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    int at = part.indexOf('=');
                    if (at < 0) {
                        throw new IllegalArgumentException(
                                "'%s' is no reason of a standard deviation. Maybe".formatted(part)
                                        + " build the atlas again: `./monazite data build`.");
                    }
                    return new SdReason(
                            Kind.valueOf(part.substring(0, at)), Double.parseDouble(part.substring(at + 1)));
                })
                .toList();
    }
}
