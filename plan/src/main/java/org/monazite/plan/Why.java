package org.monazite.plan;

import java.util.List;

/// Why a project or option is in a plan, or is not.
///
/// @param id its id
/// @param nameEn its name in English
/// @param nameJa its name in Japanese
/// @param inPlan whether it is in
/// @param costDeltaUsd change of the plan's objective, US dollars per year, if it is forced out (in) although it is in
/// (not in): what it is worth (what it would cost)
/// @param worstUnmetDelta change of the part unmet in the worst ban by the same step
/// @param otherIn what then comes in
/// @param otherOut what then goes out
/// @param worthByBan where its worth arises, largest first
/// @param sentenceEn the answer in one sentence, in English
/// @param sentenceJa the same in Japanese
public record Why(
        String id,
        String nameEn,
        String nameJa,
        boolean inPlan,
        double costDeltaUsd,
        double worstUnmetDelta,
        List<String> otherIn,
        List<String> otherOut,
        List<Worth> worthByBan,
        String sentenceEn,
        String sentenceJa) {

    /// Copies the lists.
    public Why {
        otherIn = List.copyOf(otherIn);
        otherOut = List.copyOf(otherOut);
        worthByBan = List.copyOf(worthByBan);
    }

    /// What it saves in one ban.
    ///
    /// @param banId the ban
    /// @param savedUsd value at risk it saves in that ban per year, all partners, before probability
    /// @param savedUnmet most of any partner's demand that it saves, 0..1
    public record Worth(String banId, double savedUsd, double savedUnmet) {}
}
