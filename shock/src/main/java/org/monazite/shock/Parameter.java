package org.monazite.shock;

import java.util.Arrays;
import java.util.Optional;

/// A number among the assumptions: its key in scenario files, its range in an ensemble, and whether a source stands
/// behind the default. In the order of the components of [Assumptions].
public enum Parameter {
    /// Target stock of a buyer.
    STOCK_DAYS("stock_days", 0.1, 720, 15, 90, false),
    /// Target stock of a pool.
    POOL_DAYS("pool_days", 0.1, 720, 3, 14, true),
    /// Time to refill a stock.
    REFILL_DAYS("refill_days", 1, 720, 6, 60, false),
    /// Capacity over baseline output.
    SPARE("spare", 1, 10, 1, 1.5, true),
    /// Most output above capacity.
    OVERTIME("overtime", 1, 3, 1, 1.5, false),
    /// How slowly overtime builds up.
    OVERTIME_DAYS("overtime_days", 1, 3650, 60, 365, true),
    /// Smoothing of demand.
    DEMAND_DAYS("demand_days", 1, 365, 3, 21, true),
    /// Cap of smoothed demand.
    DEMAND_MOST("demand_most", 1, 10, 1, 1.5, true),
    /// Memory of service.
    MEMORY_DAYS("memory_days", 1, 365, 3, 21, true),
    /// Floor of that memory.
    MEMORY_LEAST("memory_least", 0, 1, 0, 0.1, true),
    /// Power of that memory.
    MEMORY_POWER("memory_power", 0, 10, 0, 2, true),
    /// Power of spare capacity.
    CAPACITY_POWER("capacity_power", 0, 10, 0, 1, true),
    /// Cap of orders.
    ORDER_MOST("order_most", 1, 100, 1, 4, true),
    /// Elasticity of final demand.
    DEMAND_ELASTICITY("demand_elasticity", -5, 0, -0.5, -0.05, true),
    /// Speed of the spot price.
    PRICE_SPEED("price_speed_per_day", 0, 1, 0.015, 0.15, true),
    /// Return of the spot price.
    PRICE_RETURN("price_return_per_day", 0, 1, 0.006, 0.06, true),
    /// Highest spot price.
    PRICE_MOST("price_most", 1, 1000, 8, 78, true),
    /// Part of the price under contract.
    CONTRACT_SHARE("contract_share", 0, 1, 0.6, 0.97, true),
    /// How slowly contracts follow.
    CONTRACT_DAYS("contract_days", 1, 3650, 30, 365, true),
    /// Part of an input that can be saved.
    THRIFT_MOST("thrift_most", 0, 1, 0, 0.4, true),
    /// How slowly.
    THRIFT_DAYS("thrift_days", 1, 3650, 180, 720, true),
    /// Cap of the orders on a single relation; 1e9 turns it off.
    RELATION_MOST("relation_most", 1, 1e9, 1.25, 4, true);

    private final String key;
    private final double least;
    private final double most;
    private final double low;
    private final double high;
    private final boolean guess;

    Parameter(String key, double least, double most, double low, double high, boolean guess) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.low = low;
        this.high = high;
        this.guess = guess;
    }

    /// The key in scenario files.
    public String key() {
        return key;
    }

    /// The least value that is accepted.
    public double least() {
        return least;
    }

    /// The greatest value that is accepted.
    public double most() {
        return most;
    }

    /// Lower end of the range in an ensemble.
    public double low() {
        return low;
    }

    /// Upper end of the range in an ensemble.
    public double high() {
        return high;
    }

    /// True if no published source stands behind the default.
    public boolean guess() {
        return guess;
    }

    /// The parameter of this key.
    public static Optional<Parameter> find(String key) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.key.equals(key))
                .findFirst();
    }

    double of(double... values) {
        return values[ordinal()];
    }
}
