package org.monazite.plan;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// How the stocks of a plan are filled, held and released.
///
/// @param release most of a stock that may be released in a quarter, 0..1 of its size
/// @param fill most of the world's output of a product that partners may buy for stocks in a year, 0..1
/// @param triggers suppliers whose bans open the stocks; empty for every ban
public record StockRules(double release, double fill, SortedSet<String> triggers) {

    /// Half of a stock in a quarter, in every ban; two hundredths of the world's output in a year.
    public static final StockRules DEFAULT = new StockRules(0.5, 0.02, new TreeSet<>());

    /// Checks the shares and copies the set.
    public StockRules {
        PlanSpec.share("plan.stocks.release", release);
        PlanSpec.share("plan.stocks.fill", fill);
        triggers = Collections.unmodifiableSortedSet(new TreeSet<>(triggers));
    }
}
