package org.monazite.atlas;

import org.monazite.supply.Citation;
import org.monazite.supply.Flag;

/// What somebody else says an event would cost a place. Shown beside our own figure, never fitted to.
///
/// @param id row of the pack
/// @param place place code
/// @param what what was modelled, in the words of the pack
/// @param shareOfGdp change of gross domestic product, as a share; below 0 for a loss
/// @param period over which time, in the words of the pack
/// @param flag how careful a reader must be
/// @param citation who says so
public record PublishedLoss(
        String id, String place, String what, double shareOfGdp, String period, Flag flag, Citation citation) {}
