package org.monazite.supply;

/// A value that no source gives and that a result rests on. Listed with every result that does.
///
/// @param key its name in files, such as `plan.generic_part`
/// @param value the value
/// @param unit its unit: `share`, `days`, `USD/t`, `1/yr`
/// @param whyEn what it means and why this value, in English
/// @param whyJa the same in Japanese
/// @param flag `ESTIMATE` if a source stands behind its size, else `UNVERIFIED`
public record Assumed(String key, double value, String unit, String whyEn, String whyJa, Flag flag) {}
