package org.monazite.plan;

/// Decided works that the plan counts on, and what bans do without a plan if they do not come: the N-1
/// criterion of gas supply (Regulation (EU) 2017/1938, Annex II) applied to works instead of pipelines.
///
/// @param id the project
/// @param name its name
/// @param place where it stands
/// @param productId product of the scarcest stage in the partners' places that it makes
/// @param countedTonnes of that product, as the plan counts on it in the target year, t
/// @param worstUnmet part of a partner's demand unmet in the worst ban before the plan, without them
/// @param worstPartner the partner it hits
/// @param worstBan id of that ban
/// @param worstWithPlan the same part with the plan's decisions, without them
public record Hang(
        String id,
        String name,
        String place,
        String productId,
        double countedTonnes,
        double worstUnmet,
        String worstPartner,
        String worstBan,
        double worstWithPlan) {}
