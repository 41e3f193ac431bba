package org.monazite.plan.check;

import java.util.List;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Feed;
import org.monazite.plan.world.Offtake;
import org.monazite.plan.world.World;

/// Decisions: whole modules, maxima, contracts, shared feed, payments, budgets.
final class DecisionCheck {

    private final World world;
    private final Choice choice;
    private final Ledger ledger;
    private final StartCheck starts;
    private final double[][] capacity; // by node and year, NaN until it is asked for

    DecisionCheck(World world, Choice choice, Ledger ledger) {
        this.world = world;
        this.choice = choice;
        this.ledger = ledger;
        this.starts = new StartCheck(world, choice, ledger);
        this.capacity = new double[world.chain().nodes().size()][world.years().size()];
        for (double[] years : capacity) {
            java.util.Arrays.fill(years, Double.NaN);
        }
    }

    void check() {
        modules();
        starts.check();
        contracts();
        for (int feed = 0; feed < world.feeds().size(); feed++) {
            for (int year = 0; year < world.years().size(); year++) {
                feed(feed, year);
            }
        }
        money();
        new SpendingCheck(world, choice, starts, ledger).check();
    }

    private void modules() {
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            double y = choice.modules()[c];
            ledger.atMost("modules of " + candidate.id(), y, candidate.most());
            ledger.atMost("modules of " + candidate.id() + " not negative", -y, 0);
            if (candidate.whole()) {
                ledger.equal("whole modules of " + candidate.id(), y, Math.rint(y), 1);
            }
        }
    }

    private void contracts() {
        for (int node = 0; node < world.chain().nodes().size(); node++) {
            double bound = 0;
            double most = Double.POSITIVE_INFINITY;
            for (int o = 0; o < world.offtakes().size(); o++) {
                Offtake offtake = world.offtakes().get(o);
                if (offtake.supplier() == node) {
                    ledger.atMost(offtake.id() + " not negative", -choice.contracts()[o], 0);
                    bound += choice.contracts()[o];
                    for (double year : offtake.most()) {
                        most = Math.min(most, year);
                    }
                }
            }
            if (most < Double.POSITIVE_INFINITY) {
                ledger.atMost("contracts on " + world.chain().nodes().get(node).key(), bound, most);
            }
        }
    }

    private void feed(int f, int year) {
        Feed feed = world.feeds().get(f);
        double held = feed.supply().get(year);
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Holds holds && holds.feed() == f) {
                    held += holds.kt() * starts.atWork(c, world.years().get(year));
                }
            }
        }
        double separated = 0;
        for (int d = 0; d < feed.draws().size(); d++) {
            Feed.Draw draw = feed.draws().get(d);
            double kt = choice.separated()[f][d][year];
            double works = draw.candidate() < 0
                    ? draw.ramp().get(year)
                    : starts.atWork(draw.candidate(), world.years().get(year));
            String name = feed.product() + " separated from " + feed.id();
            ledger.atMost(name + " by its works", kt, draw.most() * works);
            ledger.atMost(name + " not negative", -kt, 0);
            separated += kt;
        }
        ledger.atMost(feed.product() + " held by " + feed.id(), separated, held);
    }

    private void money() {
        List<String> partners = world.partners();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            double paid = 0;
            for (int i = 0; i < partners.size(); i++) {
                double share = choice.paid()[i][c];
                ledger.atMost("payment for " + candidate.id() + " not negative", -share, 0);
                if (!candidate.payer().isEmpty() && !candidate.payer().equals(partners.get(i))) {
                    ledger.equal("payment for the stock of another " + candidate.id(), share, 0);
                }
                paid += share;
            }
            ledger.equal("payment for " + candidate.id(), paid, candidate.cash() * choice.modules()[c]);
        }
        for (int i = 0; i < partners.size(); i++) {
            ledger.atMost(
                    "budget of " + partners.get(i), spent(i), world.budget().getOrDefault(partners.get(i), 0.0));
        }
    }

    /// What a partner spends, M USD.
    double spent(int partner) {
        double sum = 0;
        for (double share : choice.paid()[partner]) {
            sum += share;
        }
        for (int o = 0; o < world.offtakes().size(); o++) {
            Offtake offtake = world.offtakes().get(o);
            if (offtake.partner().equals(world.partners().get(partner))) {
                sum += choice.contracts()[o] * offtake.premium() * world.contractYears();
            }
        }
        return sum;
    }

    /// Cost to society a year, M USD.
    double cost() {
        double sum = 0;
        for (int c = 0; c < world.candidates().size(); c++) {
            sum += world.candidates().get(c).yearly() * choice.modules()[c];
        }
        for (int o = 0; o < world.offtakes().size(); o++) {
            sum += world.offtakes().get(o).premium() * choice.contracts()[o];
        }
        return sum;
    }

    /// When candidates start.
    StartCheck starts() {
        return starts;
    }

    /// What a node can make in a year, kt.
    double capacity(int node, int year) {
        if (Double.isNaN(capacity[node][year])) {
            capacity[node][year] = summed(node, year);
        }
        return capacity[node][year];
    }

    private double summed(int node, int year) {
        double sum = world.chain().nodes().get(node).capacity().get(year);
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Capacity adds && adds.node() == node) {
                    sum += adds.kt() * starts.atWork(c, world.years().get(year));
                }
            }
        }
        for (int f = 0; f < world.feeds().size(); f++) {
            for (int d = 0; d < world.feeds().get(f).draws().size(); d++) {
                if (world.feeds().get(f).draws().get(d).node() == node) {
                    sum += choice.separated()[f][d][year];
                }
            }
        }
        return sum;
    }
}
