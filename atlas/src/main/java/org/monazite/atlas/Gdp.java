package org.monazite.atlas;

import org.monazite.supply.Citation;
import org.monazite.supply.Flag;

/// Gross domestic product of a place in a year.
///
/// @param place place code
/// @param year ISO year
/// @param usd in current US dollars of that year
/// @param flag how careful a reader must be
/// @param citation who says so
public record Gdp(String place, int year, double usd, Flag flag, Citation citation) {}
