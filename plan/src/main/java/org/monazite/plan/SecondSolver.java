package org.monazite.plan;

/// What another solver found for the same rows.
///
/// @param solver its name; empty if none ran
/// @param objectiveDifference relative
/// @param agrees whether the difference is within what is allowed
public record SecondSolver(String solver, double objectiveDifference, boolean agrees) {}
