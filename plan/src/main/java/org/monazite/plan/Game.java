package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;

/// A cost game: what each group of players would have to bear by itself, and ways to share what all bear
/// together.
///
/// Groups are bit masks: player `i` is in group `g` if bit `i` of `g` is set; the empty group bears
/// nothing.
final class Game {

    private static final double SAME = 1e-9; // part of the largest cost
    private static final int MOST_PLAYERS = 10;

    private final int players;
    private final double[] cost;

    /// @param cost by group, `2^players` entries, the first one zero
    Game(int players, double... cost) {
        if (players < 1 || players > MOST_PLAYERS || cost.length != 1 << players || cost[0] != 0) {
            throw new IllegalArgumentException("A game of %d players needs 2^%d costs, the first one 0; there are %d."
                    .formatted(players, players, cost.length));
        }
        this.players = players;
        this.cost = cost.clone();
    }

    /// The Shapley value: what a player adds, as a mean over all orders in which the players may come. Sums
    /// to
    /// the cost of all. Shapley 1953.
    double[] shapley() {
        double[] share = new double[players];
        for (int i = 0; i < players; i++) {
            for (int group = 0; group < cost.length; group++) {
                if ((group >> i & 1) == 0) {
                    share[i] += weight(Integer.bitCount(group)) * (cost[group | 1 << i] - cost[group]);
                }
            }
        }
        return share;
    }

    /// `s! (n - s - 1)! / n!`
    private double weight(int size) {
        double weight = 1.0 / players;
        for (int k = 1; k <= size; k++) {
            weight *= (double) k / (players - k);
        }
        return weight;
    }

    /// By how much the group that is worst off bears more than by itself; nothing or less if nobody would
    /// do
    /// better alone. For one player nothing.
    double worstExcess(double[] shares) {
        return players == 1 ? 0 : excess(worstGroup(shares), shares);
    }

    /// The group, not of all, that is worst off; the first of several.
    int worstGroup(double[] shares) {
        int worst = 1;
        for (int group = 1; group < cost.length - 1; group++) {
            if (excess(group, shares) > excess(worst, shares) + SAME * scale()) {
                worst = group;
            }
        }
        return worst;
    }

    private double excess(int group, double[] shares) {
        double sum = -cost[group];
        for (int i = 0; i < players; i++) {
            sum += (group >> i & 1) * shares[i];
        }
        return sum;
    }

    private double scale() {
        double most = 1e-9;
        for (double each : cost) {
            most = Math.max(most, Math.abs(each));
        }
        return most;
    }

    /// The nucleolus: the group that is worst off is as well off as can be, then the next, and so on. It
    /// lies in
    /// the core if there is one; its worst excess is the least-core epsilon. Schmeidler 1969.
    double[] nucleolus(Solver solver) {
        double scale = scale();
        Double[] fixed = new Double[cost.length]; // excess at which a group is held
        double[] shares = shapley();
        for (int round = 0; round < cost.length && players > 1; round++) {
            Solution least = solver.solve(model(fixed, scale, -1, 0), Limits.EXACT);
            if (!least.hasPlan()) {
                break; // all groups are held: rounding alone keeps the last shares from fitting again
            }
            for (int i = 0; i < players; i++) {
                shares[i] = least.value(i) * scale;
            }
            double epsilon = least.value(players);
            List<Integer> tight = new ArrayList<>();
            for (int group = 1; group < cost.length - 1; group++) {
                if (fixed[group] == null) {
                    Solution lower = solver.solve(model(fixed, scale, group, epsilon), Limits.EXACT);
                    if (lower.hasPlan() && lower.objective() - cost[group] / scale >= epsilon - 1e-7) {
                        tight.add(group);
                    }
                }
            }
            if (tight.isEmpty()) {
                break;
            }
            for (int group : tight) {
                fixed[group] = epsilon;
            }
        }
        return balanced(shares);
    }

    /// Rounding of the solver goes to the last player, so that the shares sum to the cost of all.
    private double[] balanced(double[] shares) {
        double rest = cost[cost.length - 1];
        for (int i = 0; i < players - 1; i++) {
            rest -= shares[i];
        }
        shares[players - 1] = rest;
        return shares;
    }

    /// Shares under which no open group is worse off than epsilon. Asks for the least epsilon; or, with
    /// epsilon
    /// given, for the least that a group can bear.
    private Model model(Double[] fixed, double scale, int asked, double given) {
        Model model = new Model();
        double free = Double.POSITIVE_INFINITY;
        for (int i = 0; i < players; i++) {
            model.column(i, -free, free, asked >= 0 ? asked >> i & 1 : 0);
        }
        boolean open = asked < 0;
        int epsilon = model.column("epsilon", open ? -free : given, open ? free : given, open ? 1 : 0);
        boolean any = false;
        for (int group = 1; group < cost.length - 1; group++) {
            Row row = sum(model, group);
            if (fixed[group] == null) {
                any = true;
                row.minus(epsilon).atMost(cost[group] / scale + (open ? 0 : SAME));
            } else {
                double held = cost[group] / scale + fixed[group];
                row.between(held - SAME, held + SAME);
            }
        }
        if (!any) {
            model.bounds(epsilon, 0, 0);
        }
        sum(model, cost.length - 1).equalTo(cost[cost.length - 1] / scale);
        return model;
    }

    private Row sum(Model model, int group) {
        Row row = model.row(group);
        for (int i = 0; i < players; i++) {
            if ((group >> i & 1) == 1) {
                row.plus(i);
            }
        }
        return row;
    }
}
