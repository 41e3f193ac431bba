package org.monazite.plan;

import java.util.List;

/// The same question with a fifth of the value at risk.
///
/// @param samePlan whether the same decisions come out
/// @param onlyHere ids that are in this plan alone
/// @param onlyThere ids that are in the other alone
public record LowValue(boolean samePlan, List<String> onlyHere, List<String> onlyThere) {

    /// Not asked, for want of time.
    public static final LowValue UNKNOWN = new LowValue(false, List.of(), List.of());

    /// Copies the lists.
    public LowValue {
        onlyHere = List.copyOf(onlyHere);
        onlyThere = List.copyOf(onlyThere);
    }
}
