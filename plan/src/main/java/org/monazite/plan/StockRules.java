package org.monazite.plan;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.monazite.plan.world.Ban;

/// How the stocks of a plan are filled, held and released.
///
/// Nobody knows in a ban how long it will last: a stock of which an eighth may leave in a quarter lasts two years.
///
/// @param release most of a stock that may be released in a quarter, of its size, above 0 to 1
/// @param fill most of the world's output of a product that partners may buy for stocks in a year, 0..1
/// @param triggers suppliers whose bans open the stocks; empty for everything that may happen, also outages and
/// lanes that are shut
public record StockRules(double release, double fill, SortedSet<String> triggers) {

    /// Half of a stock in a quarter, in every ban; two hundredths of the world's output in a year.
    public static final StockRules DEFAULT = new StockRules(0.5, 0.02, new TreeSet<>());

    /// Checks the shares and copies the set.
    public StockRules {
        PlanSpec.share("plan.stocks.release", release);
        if (release == 0) {
            throw new IllegalArgumentException("""
                    plan.stocks.release is 0: nothing would ever leave a stock.
                    Maybe 0.125, so that it lasts eight quarters.""");
        }
        PlanSpec.share("plan.stocks.fill", fill);
        triggers = Collections.unmodifiableSortedSet(new TreeSet<>(triggers));
    }

    /// The same with another part that may be released in a quarter.
    public StockRules withRelease(double perQuarter) {
        return new StockRules(perQuarter, fill, triggers);
    }

    /// The same with other suppliers whose bans open the stocks.
    public StockRules withTriggers(SortedSet<String> suppliers) {
        return new StockRules(release, fill, suppliers);
    }

    /// Whether a ban opens the stocks: any, where no supplier is named; else one in which a named supplier stops or
    /// slows its shipments, alone or with others.
    public boolean opens(Ban ban) {
        return triggers.isEmpty() || triggers.stream().anyMatch(ban::isBy);
    }

    /// Most of a stock that leaves it over so many quarters, 0..1 of its size.
    public double most(double quarters) {
        return Math.min(1, release * quarters);
    }

    /// Quarters that a stock lasts at the highest rate.
    public double lasts() {
        return 1 / release;
    }
}
