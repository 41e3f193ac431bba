package org.monazite.plan.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.monazite.plan.OwnCheck;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;

/// Checks a plan from its data, decisions and flows, and what it says of itself.
public final class PlanCheck {

    private PlanCheck() {}

    /// Checks everything.
    ///
    /// @param calm a year without a ban under the plan
    /// @param bans what happens in each ban, in the order of the world's bans
    /// @param without what happens without the plan
    /// @param claims what the plan says of itself
    public static OwnCheck of(
            World world, Choice choice, Flows calm, List<Flows> bans, Without without, Claims claims) {
        Ledger ledger = new Ledger();
        DecisionCheck decisions = new DecisionCheck(world, choice, ledger);
        decisions.check();
        new FlowCheck(world, choice, calm, calm, decisions, ledger).check();
        ledger.equal("cost", decisions.cost() * World.USD, claims.costUsd());
        for (int i = 0; i < world.partners().size(); i++) {
            double spent = claims.spentUsd().getOrDefault(world.partners().get(i), Double.NaN);
            ledger.equal("spent by " + world.partners().get(i), decisions.spent(i) * World.USD, spent);
        }
        ledger.equal("number of bans", bans.size(), claims.bans().size());
        double worst = 0;
        double worstLoss = 0;
        double expected = 0;
        List<double[]> losses = new ArrayList<>();
        List<double[]> wanted = new ArrayList<>();
        List<FlowCheck> checked = new ArrayList<>();
        for (int e = 0; e < bans.size(); e++) {
            FlowCheck flows = new FlowCheck(world, choice, bans.get(e), calm, decisions, ledger);
            flows.check();
            checked.add(flows);
            Claims.BanClaim claim = claims.bans().get(e);
            String name = world.bans().get(e).id();
            for (String partner : world.partners()) {
                double unmet = flows.unmet(partner);
                ledger.equal(
                        name + ": unmet of " + partner, unmet, claim.unmet().getOrDefault(partner, Double.NaN), 1);
                worst = Math.max(worst, unmet);
            }
            double loss = flows.loss() * World.USD;
            ledger.equal(name + ": value at risk", loss, claim.lossUsd(), Math.max(World.USD, loss));
            worstLoss = Math.max(worstLoss, loss);
            expected += world.bans().get(e).probability() * loss;
            losses.add(new double[] {loss, world.bans().get(e).probability()});
            wanted.add(new double[] {flows.lossOfAskers() * World.USD, losses.getLast()[1]});
        }
        ledger.equal("worst unmet", worst, claims.worstUnmet(), 1);
        ledger.equal("worst value at risk", worstLoss, claims.worstUsd(), Math.max(World.USD, worstLoss));
        ledger.equal("expected value at risk", expected, claims.expectedUsd(), Math.max(World.USD, expected));
        double tail = tail(losses, world.spec().tail());
        ledger.equal("tail", tail, claims.tailUsd(), Math.max(World.USD, tail));
        double most = world.spec().rules().risk().mostUsd();
        double beyond = Math.max(0, tail(wanted, world.spec().tail()) - most);
        ledger.equal("tail beyond its target", beyond, claims.tailBeyondUsd(), Math.max(World.USD, tail));
        new FairCheck(world, without, ledger).check(checked, claims);
        return ledger.check();
    }

    /// Mean loss of the worst `1 - beta` of the years: losses sorted, worst first, until their
    /// probabilities are used up.
    public static double tail(List<double[]> losses, double beta) {
        List<double[]> sorted = new ArrayList<>(losses);
        sorted.sort(Comparator.comparingDouble((double[] row) -> row[0]).reversed());
        double left = 1 - beta;
        double sum = 0;
        for (double[] row : sorted) {
            double taken = Math.min(left, row[1]);
            sum += taken * row[0];
            left -= taken;
        }
        return sum / (1 - beta);
    }
}
