package org.monazite.shock;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.monazite.shock.internal.Draws;

/// A number of an action that nobody knows well: its key, and its range in an ensemble (docs/methods.md#shock). It is
/// drawn where a scenario leaves it at its default; what a scenario states stands.
public enum ActionNumber {
    /// Part of the days of notice that buyers want in stock.
    RUSH_EAGER(
            "rush.eager",
            0,
            1,
            Action.Rush.class,
            Action.Rush::eager,
            (rush, value) -> new Action.Rush(rush.targets(), rush.announced(), rush.effective(), value)),
    /// Days that users hoard.
    HOARDING_DAYS(
            "hoarding.extra_days",
            0,
            60,
            Action.Hoarding.class,
            Action.Hoarding::extraDays,
            (hoard, value) -> new Action.Hoarding(
                    hoard.places(), hoard.products(), hoard.start(), hoard.end(), value, hoard.decayDays())),
    /// Part of a controlled flow that goes around.
    LEAKAGE_SHARE(
            "leakage.share",
            0,
            0.4,
            Action.Leakage.class,
            Action.Leakage::share,
            (leak, value) -> leakage(leak, value, leak.delayDays(), leak.rampDays())),
    /// Time that the way round costs.
    LEAKAGE_DELAY(
            "leakage.delay_days",
            5,
            30,
            Action.Leakage.class,
            Action.Leakage::delayDays,
            (leak, value) -> leakage(leak, leak.share(), value, leak.rampDays())),
    /// Days until the way round is used in full.
    LEAKAGE_RAMP(
            "leakage.ramp_days",
            30,
            180,
            Action.Leakage.class,
            Action.Leakage::rampDays,
            (leak, value) -> leakage(leak, leak.share(), leak.delayDays(), value)),
    /// Days in which a new supplier is qualified.
    NEW_SUPPLIER_DAYS(
            "new_supplier.qualify_days",
            90,
            720,
            Action.NewSupplier.class,
            Action.NewSupplier::qualifyDays,
            (supplier, value) -> new Action.NewSupplier(
                    supplier.from(),
                    supplier.to(),
                    supplier.product(),
                    supplier.tonnesPerYear(),
                    value,
                    supplier.trigger(),
                    supplier.lagDays())),
    /// Most that users learn to save.
    SUBSTITUTION_MOST(
            "substitution.most",
            0,
            0.4,
            Action.Substitution.class,
            Action.Substitution::most,
            (saving, value) ->
                    new Action.Substitution(saving.places(), saving.products(), saving.start(), value, saving.days())),
    /// How slowly.
    SUBSTITUTION_DAYS(
            "substitution.days",
            180,
            720,
            Action.Substitution.class,
            Action.Substitution::days,
            (saving, value) ->
                    new Action.Substitution(saving.places(), saving.products(), saving.start(), saving.most(), value)),
    /// How strongly recyclers follow the price.
    RECYCLING_ELASTICITY(
            "recycling.elasticity",
            0.1,
            0.3,
            Action.Recycling.class,
            Action.Recycling::elasticity,
            (recycling, value) -> recycling(recycling, value, recycling.ceiling())),
    /// How far.
    RECYCLING_CEILING(
            "recycling.ceiling",
            1,
            2,
            Action.Recycling.class,
            Action.Recycling::ceiling,
            (recycling, value) -> recycling(recycling, recycling.elasticity(), value)),
    /// Days from a decision to the first tonne, in whole days.
    RESTART_LEAD(
            "restart.lead_days",
            180,
            1095,
            Action.Restart.class,
            Action.Restart::leadDays,
            (restart, value) -> restart(restart, (int) Math.round(value), restart.rampDays())),
    /// Days from the first tonne to full capacity.
    RESTART_RAMP(
            "restart.ramp_days",
            90,
            365,
            Action.Restart.class,
            Action.Restart::rampDays,
            (restart, value) -> restart(restart, restart.leadDays(), value));

    private final String key;
    private final double low;
    private final double high;
    private final Class<? extends Action> type;
    private final Function<Action, Double> get;
    private final BiFunction<Action, Double, Action> with;

    <A extends Action> ActionNumber(
            String key,
            double low,
            double high,
            Class<A> type,
            ToDoubleFunction<A> get,
            BiFunction<A, Double, Action> with) {
        this.key = key;
        this.low = low;
        this.high = high;
        this.type = type;
        this.get = action -> get.applyAsDouble(type.cast(action));
        this.with = (action, value) -> with.apply(type.cast(action), value);
    }

    private static Action leakage(Action.Leakage leak, double share, double delay, double ramp) {
        return new Action.Leakage(
                leak.targets(), leak.via(), leak.start(), leak.end(), share, leak.enforcement(), delay, ramp);
    }

    private static Action recycling(Action.Recycling old, double elasticity, double ceiling) {
        return new Action.Recycling(old.places(), old.nodes(), old.start(), elasticity, old.days(), ceiling);
    }

    private static Action restart(Action.Restart old, int lead, double ramp) {
        return new Action.Restart(old.place(), old.node(), old.tonnesPerYear(), old.trigger(), lead, ramp);
    }

    /// The key of its kind of action and its own in scenario files, such as `hoarding.extra_days`.
    public String key() {
        return key;
    }

    /// Lower end of the range.
    public double low() {
        return low;
    }

    /// Upper end of the range.
    public double high() {
        return high;
    }

    /// True if actions of this kind have it.
    public boolean isOf(Action action) {
        return type.isInstance(action);
    }

    /// Its value in an action.
    ///
    /// @throws ClassCastException if the action has no such number
    public double of(Action action) {
        return get.apply(action);
    }

    /// The action with the value below which the number lies with probability `u`: triangular over its range, the
    /// value of the action being the most likely. The range is widened where that lies outside.
    Action drawn(Action action, double u) {
        double mode = of(action);
        return with.apply(action, Draws.triangular(u, Math.min(low, mode), mode, Math.max(high, mode)));
    }
}
