package org.monazite.plan;

import java.util.List;

/// Caps on traced shares by levels that pools declare: the true share is never above the declared one.
///
/// @param boundUsd objective below which no plan lies that keeps the caps, US dollars a year: origins kept
/// apart as plants like. The objective is yearly cost, expected value at risk and the weights of what is
/// missed
/// @param objectiveUsd that of the plan; NaN if the caps were steered
/// @param lines shares by partner and product
public record TracedLevels(double boundUsd, double objectiveUsd, List<Line> lines) {

    /// Caps that were steered, not declared.
    public static final TracedLevels STEERED = new TracedLevels(Double.NaN, Double.NaN, List.of());

    /// Copies the lines.
    public TracedLevels {
        lines = List.copyOf(lines);
    }

    /// A partner's traced share of a product.
    ///
    /// @param partner place code
    /// @param productId the product
    /// @param cap the limit, 0..1
    /// @param declared the share by declared levels
    /// @param actual the share that mixing gives, by the code of `exposure`
    public record Line(String partner, String productId, double cap, double declared, double actual) {}
}
