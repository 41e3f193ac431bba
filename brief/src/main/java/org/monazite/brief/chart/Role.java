package org.monazite.brief.chart;

import java.util.Locale;

/// What a mark stands for. Its colour and its pattern in print are those of the style sheet.
public enum Role {
    /// Who asks, or what is selected.
    SELF,
    /// The supplier it is about; what is blocked.
    DOMINANT,
    /// Allies, alternative supply.
    ALLIES,
    /// Stocks and budgets.
    STOCK,
    /// Recycling and substitution.
    RECYCLING,
    /// What is missing or lost.
    LOSS,
    /// Others, unknown, background.
    OTHER;

    /// The name of its class and custom property.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
