package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The worst part of the years, whose mean is the conditional value at risk (CVaR) of the value at risk: bans sorted
/// by what they take, worst first, until their chances fill `1 - beta` of the years; where all bans together are less
/// likely than that, years without a ban fill the rest and lose nothing. Rockafellar and Uryasev 2000.
///
/// @param part `1 - beta`, such as 0.1 for the worst 10 % of the years
/// @param meanUsd mean over these years, US dollars a year
/// @param bans those that take anything in these years, worst first
/// @param chance that a year has one of them, at most `part`
/// @param all true if every ban that takes anything is in it with all its chance: then the mean is the expected
/// value over `part`, and says no more than that
public record Tail(double part, double meanUsd, List<Line> bans, double chance, boolean all) {

    private static final double NOTHING = 1e-9;

    /// A ban in the worst years.
    ///
    /// @param banId the ban
    /// @param chance of it that lies in the worst years, per year
    /// @param lossUsd what it takes, US dollars a year
    /// @param share of the mean, 0..1
    public record Line(String banId, double chance, double lossUsd, double share) {}

    /// Copies the list.
    public Tail {
        bans = List.copyOf(bans);
    }

    /// The worst years of a plan, or of none.
    ///
    /// @param bans all bans of the target year
    /// @param beta of the question, 0 to below 1
    /// @param withPlan false for the years without the plan
    public static Tail of(List<PlanResult.Ban> bans, double beta, boolean withPlan) {
        double[] losses = new double[bans.size()];
        double[] chances = new double[bans.size()];
        for (int e = 0; e < losses.length; e++) {
            losses[e] = withPlan ? bans.get(e).lossAfterUsd() : bans.get(e).lossBeforeUsd();
            chances[e] = bans.get(e).probability();
        }
        double[] parts = parts(losses, chances, beta);
        double mean = mean(losses, chances, beta);
        double chance = 0;
        List<Line> lines = new ArrayList<>();
        for (int e : worstFirst(losses)) {
            if (parts[e] > 0 && losses[e] > 0) {
                double in = parts[e] * (1 - beta);
                chance += in;
                lines.add(new Line(bans.get(e).id(), in, losses[e], mean > 0 ? parts[e] * losses[e] / mean : 0));
            }
        }
        return new Tail(1 - beta, mean, lines, chance, chance < 1 - beta - NOTHING);
    }

    /// Number of bans that the mean rests on: their chance over that of the likeliest of them. Near 1 the mean is
    /// that of one ban; 0 if no ban takes anything.
    public double restsOn() {
        double most = bans.stream().mapToDouble(Line::chance).max().orElse(0);
        return most > 0 ? chance / most : 0;
    }

    /// `min over eta of eta + sum p max(0, loss - eta) / (1 - beta)`, which lies at 0 or at one of the losses.
    ///
    /// @param losses zero or more each
    /// @param chances a year
    public static double mean(double[] losses, double[] chances, double beta) {
        double best = Double.POSITIVE_INFINITY;
        for (int k = -1; k < losses.length; k++) {
            best = Math.min(best, at(k < 0 ? 0 : losses[k], losses, chances, beta));
        }
        return best;
    }

    /// An eta at which the minimum of [#mean] lies: the largest of them.
    public static double threshold(double[] losses, double[] chances, double beta) {
        double threshold = 0;
        double best = at(0, losses, chances, beta);
        for (double eta : losses) {
            double here = at(eta, losses, chances, beta);
            if (here < best || here == best && eta > threshold) {
                best = here;
                threshold = eta;
            }
        }
        return threshold;
    }

    private static double at(double eta, double[] losses, double[] chances, double beta) {
        double beyond = 0;
        for (int e = 0; e < losses.length; e++) {
            beyond += chances[e] * Math.max(0, losses[e] - eta);
        }
        return eta + beyond / (1 - beta);
    }

    /// What a dollar lost in each case adds to the mean: its chance as far as it lies in the worst years, over
    /// `1 - beta`. The sum of part times loss is the mean, so each loser's part of the losses sums to it too.
    public static double[] parts(double[] losses, double[] chances, double beta) {
        double[] parts = new double[losses.length];
        double left = 1 - beta;
        for (int e : worstFirst(losses)) {
            double taken = Math.min(left, chances[e]);
            parts[e] = taken / (1 - beta);
            left -= taken;
        }
        return parts;
    }

    private static List<Integer> worstFirst(double[] losses) {
        List<Integer> order = new ArrayList<>();
        for (int e = 0; e < losses.length; e++) {
            order.add(e);
        }
        order.sort(Comparator.comparingDouble((Integer e) -> losses[e])
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        return order;
    }
}
