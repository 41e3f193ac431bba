package org.monazite.atlas.imports;

/// How many flows of one year an import holds under one customs code.
///
/// @param scheme list that the code is from, as in [TradeFlow]
/// @param code six digits
/// @param year ISO year
/// @param flows number of flows, monthly ones included
public record CodeCount(String scheme, String code, int year, long flows) {}
