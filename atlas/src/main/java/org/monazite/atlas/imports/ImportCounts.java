package org.monazite.atlas.imports;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What became of the lines of a file. Every line is accepted, rejected or ignored by a rule that is named.
///
/// @param rows lines read, without the header
/// @param accepted lines that were taken as a whole
/// @param rejected lines that broke a rule
/// @param ignored lines that hold nothing to take, such as totals that are not a place
/// @param figures figures that the accepted lines state
/// @param flows trade flows that the accepted lines state
/// @param purchases purchases that the accepted lines state
/// @param notes how often a rule was applied that a reader should know, by name of the rule
/// @param reasons rejected lines by reason
public record ImportCounts(
        long rows,
        long accepted,
        long rejected,
        long ignored,
        long figures,
        long flows,
        long purchases,
        Map<String, Long> notes,
        Map<Reason, Long> reasons) {

    /// Copies the maps, sorted.
    public ImportCounts {
        notes = Collections.unmodifiableMap(new TreeMap<>(notes));
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
        if (rows != accepted + rejected + ignored) {
            throw new IllegalArgumentException("%d rows are not %d accepted, %d rejected and %d ignored."
                    .formatted(rows, accepted, rejected, ignored));
        }
    }
}
