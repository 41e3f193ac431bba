package org.monazite.plan;

/// A plan and what more or less money than its budget buys.
///
/// @param plan the answer to the question
/// @param frontier the same question for other budgets
public record PlanAndFrontier(PlanResult plan, Frontier frontier) {}
