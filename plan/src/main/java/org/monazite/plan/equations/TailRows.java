package org.monazite.plan.equations;

import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.Risk;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.World;

/// The mean of the worst part of the years (13), the conditional value at risk of the value at risk: for each ban
/// `beyond + eta >= loss`, and `CVaR = eta + sum of p x beyond / (1 - beta)`, eta 0 or more, as no loss is below
/// nothing and a year without a ban loses nothing. Rockafellar and Uryasev 2000.
///
/// `lambda` of it counts in the objective, in each assessed year with the weight of the year; a target caps that of
/// the target year, `CVaR <= limit + unit x missed`. There what lies beyond eta is decided for by all bans together
/// and belongs to the first stage; without a target it belongs to its ban. Money is in billions of US dollars, so
/// that numbers stay near those of the other rows.
final class TailRows {

    /// M USD of a unit of these columns.
    static final double UNIT = 1e3;

    private static final double MISSED = 0.3; // of the weight of the same part of demand in the worst ban
    private static final double LEAST_UNIT = 1e-3;
    private static final double USD = 1e9; // of a unit
    private static final Key CVAR = Key.of("cvar", 0);

    private final World world;
    private final Model model;
    private final double valueFactor;
    private final Risk risk;
    private final int[] eta; // by assessed year; -1 for one without a ban in the model
    private final SortedMap<Integer, Double> capped = new TreeMap<>(); // what lies beyond eta, with its part
    private OptionalInt missed = OptionalInt.empty();

    TailRows(World world, Model model, double valueFactor) {
        this.world = world;
        this.model = model;
        this.valueFactor = valueFactor;
        this.risk = world.spec().rules().risk();
        this.eta = new int[world.years().size()];
        java.util.Arrays.fill(eta, -1);
    }

    /// M USD that a kilotonne is worth to users of the plan; nothing to others.
    static double value(World world, Sale sale) {
        boolean other = world.spec().rules().bystanders().contains(sale.place());
        return other ? 0 : world.chain().nodes().get(sale.node()).value();
    }

    private boolean counts(int year) {
        return risk.weight() > 0 || year == 0 && risk.counts();
    }

    private boolean isCapped(int year) {
        return year == 0 && risk.mostUsd() < Double.POSITIVE_INFINITY;
    }

    private double price(double weight) {
        return risk.weight() * weight * valueFactor * UNIT;
    }

    private double most(int year) {
        double most = 0;
        for (Sale sale : world.chain().sales()) {
            most += sale.isProtected()
                    ? value(world, sale) * sale.base() * world.growth().get(year)
                    : 0;
        }
        return most / UNIT;
    }

    /// An assessed year with bans.
    void begin(int year, double weight) {
        if (counts(year)) {
            eta[year] = model.column(Key.of("eta", year), 0, most(year), price(weight));
        }
    }

    /// A ban of a year that was begun; one without a chance is no part of any mean.
    void add(Block block, double weight) {
        int year = block.year();
        double part = part(block.ban());
        if (!counts(year) || part <= 0) {
            return;
        }
        Key key = new Key("beyond", block.index, 0, isCapped(year) ? -1 : block.index);
        int beyond = model.column(key, 0, most(year), price(weight) * part);
        if (isCapped(year)) {
            capped.put(beyond, part);
        }
        Row row = block.row("loss", 0).plus(beyond).plus(eta[year]);
        double all = 0;
        for (Sale sale : world.chain().sales()) {
            double value = sale.isProtected() ? value(world, sale) / UNIT : 0;
            if (value > 0) {
                row.plus(block.made[sale.node()], value / block.length);
                all += value * sale.base() * block.growth();
            }
        }
        row.atLeast(all);
    }

    /// What a dollar beyond eta in a ban adds to the mean.
    private double part(Ban ban) {
        return ban.probability() / (1 - world.spec().tail());
    }

    /// The target, once all bans of the target year are in. What is missed counts in parts of what the likeliest ban
    /// would add to the mean if it took everything: so it stands beside the parts of demand of the other targets.
    void cap() {
        if (!isCapped(0) || eta[0] < 0) {
            return;
        }
        int column = model.column(Key.of("tail-missed", 0), 0, Double.POSITIVE_INFINITY, PlanModel.BIG * MISSED);
        missed = OptionalInt.of(column);
        Row row = model.row(CVAR).minus(column, unit()).plus(eta[0]);
        capped.forEach(row::plus);
        row.atMost(risk.mostUsd() / USD);
    }

    private double unit() {
        double likeliest = world.bans().stream().mapToDouble(this::part).max().orElse(0);
        return Math.max(LEAST_UNIT, most(0) * Math.min(1, likeliest));
    }

    /// By how much the target is missed; empty without one.
    OptionalInt missed() {
        return missed;
    }

    /// US dollars of a unit of that column.
    double missedUsd() {
        return unit() * USD;
    }

    /// More than what a unit costs of what lies beyond eta, where it belongs to the first stage; not a number for
    /// other rows.
    static double priceOfShort(Model model, int row) {
        boolean isLoss = model.rowKey(row) instanceof Key key && key.family().equals("loss");
        OptionalInt cvar = isLoss ? model.findRow(CVAR) : OptionalInt.empty();
        if (cvar.isEmpty()) {
            return Double.NaN;
        }
        double ofMissed = PlanModel.BIG * MISSED / -model.coefficient(cvar.getAsInt(), 0);
        for (int term = 1; term < model.terms(cvar.getAsInt()); term++) {
            if (model.column(cvar.getAsInt(), term) == model.column(row, 0)) {
                return model.coefficient(cvar.getAsInt(), term) * (UNIT + ofMissed);
            }
        }
        return Double.NaN;
    }
}
