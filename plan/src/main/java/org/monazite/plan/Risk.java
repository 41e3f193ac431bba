package org.monazite.plan;

/// What the mean of the worst part of the years, the conditional value at risk (CVaR) of the value at risk, counts.
/// Rockafellar and Uryasev, Optimization of conditional value-at-risk, Journal of Risk 2 (2000).
///
/// @param weight `lambda`, 0..1: the plan minimises its cost and `(1 - lambda) x expected + lambda x CVaR` of the value
/// at risk; 0 for the expected value alone
/// @param mostUsd target: most that the CVaR of the target year may be, US dollars a year; infinite for no target
public record Risk(double weight, double mostUsd) {

    /// The expected value alone counts.
    public static final Risk NEUTRAL = new Risk(0, Double.POSITIVE_INFINITY);

    /// Checks the ranges.
    public Risk {
        PlanSpec.share("plan.risk_weight", weight);
        if (!(mostUsd >= 0)) {
            throw new IllegalArgumentException(
                    "plan.targets.cvar_usd must be zero or more US dollars, was " + mostUsd + ".");
        }
    }

    /// What a solver's tolerance makes of nothing, US dollars a year.
    static final double TOLERANCE_USD = 1e4;

    private static final double ROUNDING = 1e-6;

    /// True if a mean of the worst years is within the target, but for a solver's tolerance.
    public boolean keeps(double meanUsd) {
        return meanUsd <= mostUsd + TOLERANCE_USD + ROUNDING * mostUsd;
    }

    /// The same with another weight.
    public Risk weighing(double lambda) {
        return new Risk(lambda, mostUsd);
    }

    /// True if rows for it are needed.
    public boolean counts() {
        return weight > 0 || mostUsd < Double.POSITIVE_INFINITY;
    }

    /// The same without a target.
    Risk uncapped() {
        return new Risk(weight, Double.POSITIVE_INFINITY);
    }
}
