package org.monazite.plan;

import java.util.List;

/// The same question with a fifth of the value at risk.
///
/// @param samePlan whether the same decisions come out
/// @param onlyHere ids that are in this plan alone
/// @param onlyThere ids that are in the other alone
/// @param proof who has checked the other plan
public record LowValue(boolean samePlan, List<String> onlyHere, List<String> onlyThere, Proof proof) {

    /// Not asked, for want of time.
    public static final LowValue UNKNOWN = new LowValue(false, List.of(), List.of(), Proof.NOT_NEEDED);

    /// Copies the lists.
    public LowValue {
        onlyHere = List.copyOf(onlyHere);
        onlyThere = List.copyOf(onlyThere);
    }
}
