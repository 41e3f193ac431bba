package org.monazite.plan;

/// What a partner puts up for a decision in a year.
///
/// @param partner place code
/// @param instrument how
/// @param year calendar year
/// @param usd how much, constant US dollars
public record Payment(String partner, Instrument instrument, int year, double usd) {}
