package org.monazite.plan.equations;

/// One row in words.
///
/// @param number of its equation
/// @param family name of the row
/// @param english what it says
/// @param japanese the same in Japanese
/// @param episode the ban, or empty for a year without one
/// @param text the row with names and numbers
/// @param solved the same with the solution put in
/// @param dual million US dollars a year for each unit of its side; 0 if the row does not bind
public record WrittenRow(
        String number,
        String family,
        String english,
        String japanese,
        String episode,
        String text,
        String solved,
        double dual) {}
