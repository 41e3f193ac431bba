package org.monazite.plan;

import java.util.List;

/// Why a project or option is in a plan, or is not.
///
/// @param id its id
/// @param nameEn its name in English
/// @param nameJa its name in Japanese
/// @param inPlan whether it is in
/// @param costDeltaUsd change of cost and expected value at risk together, US dollars per year, if it is
/// forced out
/// (in) although it is in (not in): what it is worth (what it would cost)
/// @param worstUnmetDelta change of the part unmet in the worst ban by the same step
/// @param planCostDeltaUsd change of the yearly cost of the plan by the same step
/// @param expectedDeltaUsd change of the expected value at risk by the same step
/// @param lostTargets targets that the plan keeps and the changed plan misses, such as `worst_ban USA`
/// @param wonTargets targets that the plan misses and the changed plan keeps
/// @param otherIn what then comes in
/// @param otherOut what then goes out
/// @param worthByBan where its worth arises, largest first
/// @param yearlyUsd what a unit of it costs a year: one module, or a tonne a year of a contract
/// @param paidBack what bans pay for it a year at the margin, by duals with targets held, largest first;
/// together at
/// least what it costs if it is in the plan
/// @param proofs who has checked the plan, then the changed plan
/// @param sentenceEn the answer in one sentence, in English
/// @param sentenceJa the same in Japanese
public record Why(
        String id,
        String nameEn,
        String nameJa,
        boolean inPlan,
        double costDeltaUsd,
        double worstUnmetDelta,
        double planCostDeltaUsd,
        double expectedDeltaUsd,
        List<String> lostTargets,
        List<String> wonTargets,
        List<String> otherIn,
        List<String> otherOut,
        List<Worth> worthByBan,
        double yearlyUsd,
        List<Paid> paidBack,
        List<Proof> proofs,
        String sentenceEn,
        String sentenceJa) {

    /// Copies the lists.
    public Why {
        otherIn = List.copyOf(otherIn);
        otherOut = List.copyOf(otherOut);
        worthByBan = List.copyOf(worthByBan);
        lostTargets = List.copyOf(lostTargets);
        wonTargets = List.copyOf(wonTargets);
        paidBack = List.copyOf(paidBack);
        proofs = List.copyOf(proofs);
    }

    /// What it saves in one ban.
    ///
    /// @param banId the ban
    /// @param savedUsd value at risk it saves in that ban per year, all partners, before probability
    /// @param savedUnmet most of any partner's demand that it saves, 0..1
    public record Worth(String banId, double savedUsd, double savedUnmet) {}

    /// What one ban pays for a unit at the margin.
    ///
    /// @param banId the ban
    /// @param year the assessed year
    /// @param usd a year, probability and weight of the year counted
    public record Paid(String banId, int year, double usd) {}
}
