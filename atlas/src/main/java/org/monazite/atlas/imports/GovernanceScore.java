package org.monazite.atlas.imports;

/// What a source says about the governance of a place in a year.
///
/// @param place ISO alpha-3
/// @param indicator `VA`, `PV`, `GE`, `RQ`, `RL` or `CC`
/// @param year ISO year
/// @param estimate about -2.5 (weak) to 2.5 (strong); NaN when the source has none for this place and year
/// @param sourceId the source
/// @param vintage edition of the source, empty for the pack's own
/// @param figureId the figure
public record GovernanceScore(
        String place, String indicator, int year, double estimate, String sourceId, String vintage, String figureId) {}
