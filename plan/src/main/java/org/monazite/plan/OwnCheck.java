package org.monazite.plan;

/// What our own verifier found: code that shares nothing with the model or the solver.
///
/// @param verified whether every balance, capacity, stock, budget, loss, cost and target agrees
/// @param largestViolation relative to the scale of its row
/// @param where the row of the largest violation
/// @param rows how many rows were checked
public record OwnCheck(boolean verified, double largestViolation, String where, int rows) {}
