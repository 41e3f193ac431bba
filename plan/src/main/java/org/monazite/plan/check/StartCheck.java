package org.monazite.plan.check;

import java.util.Map;
import java.util.TreeMap;
import org.monazite.plan.Decision;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.World;

/// When candidates start: not before they can, as many as are backed, whole modules whole, stocks bought no faster
/// than the world makes them; and what of them is at work in a year.
final class StartCheck {

    private final World world;
    private final Choice choice;
    private final Ledger ledger;

    StartCheck(World world, Choice choice, Ledger ledger) {
        this.world = world;
        this.choice = choice;
        this.ledger = ledger;
    }

    void check() {
        boolean decided = !world.spec().rules().funding().lines().isEmpty();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            double[] started = choice.started()[c];
            boolean timed = decided && candidate.cash() > 0;
            if (timed != started.length > 0) {
                ledger.equal("starts of " + candidate.id() + " where they are a decision, and only there", 1, 0);
            }
            double sum = 0;
            for (int k = 0; k < started.length; k++) {
                String start = "start of " + candidate.id() + " in " + (firstYear(candidate) + k);
                ledger.atMost(start + " not negative", -started[k], 0);
                if (candidate.whole()) {
                    ledger.equal(start + " whole", started[k], Math.rint(started[k]), 1);
                }
                sum += started[k];
            }
            if (timed) {
                ledger.equal("starts of " + candidate.id(), sum, choice.modules()[c]);
                ledger.atMost(
                        "starts of " + candidate.id() + " within the plan",
                        firstYear(candidate) + started.length - 1,
                        Math.max(world.spec().lastYear(), firstYear(candidate)));
            }
        }
        fills(decided);
    }

    /// The first entry of the starts: a stock may be bought from the first year of the plan on, works start with their
    /// earliest output.
    int firstYear(Candidate candidate) {
        boolean stock = candidate.kind() == Decision.Kind.STOCKPILE;
        return stock ? world.spec().asOfYear() + 1 : candidate.start();
    }

    private void fills(boolean decided) {
        Map<String, Double> bought = new TreeMap<>();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            if (candidate.kind() == Decision.Kind.STOCKPILE && candidate.cash() > 0) {
                double kt = candidate.tonnes() / World.TONNES;
                if (!decided) {
                    bought.merge(candidate.product() + " ", kt * choice.modules()[c], Double::sum);
                }
                for (int k = 0; k < choice.started()[c].length; k++) {
                    String year = candidate.product() + " " + (firstYear(candidate) + k);
                    bought.merge(year, kt * choice.started()[c][k], Double::sum);
                }
            }
        }
        int before = Math.max(1, world.spec().targetYear() - world.spec().asOfYear() - 1);
        bought.forEach((key, kt) -> {
            double most = 0;
            for (Node node : world.chain().nodes()) {
                boolean makes = node.isMaker() && node.product().equals(key.substring(0, key.indexOf(' ')));
                most += makes ? node.base() * world.spec().rules().stocks().fill() : 0;
            }
            if (decided || kt > most * before) {
                ledger.atMost("bought for stocks: " + key, kt, most * (decided ? 1 : before));
            }
        });
    }

    /// Modules at work in a calendar year, those that ramp up in part, stocks that stand in full.
    double atWork(int c, int year) {
        Candidate candidate = world.candidates().get(c);
        double[] started = choice.started()[c];
        if (started.length == 0) {
            return size(candidate, candidate.start(), year) * choice.modules()[c];
        }
        double sum = 0;
        for (int k = 0; k < started.length; k++) {
            int began = firstYear(candidate) + k;
            if (candidate.kind() == Decision.Kind.STOCKPILE) {
                int first = world.spec().asOfYear() + 1;
                boolean stands = year >= candidate.start() && year >= (began == first ? began : began + 1);
                sum += stands ? started[k] : 0;
            } else {
                sum += size(candidate, began, year) * started[k];
            }
        }
        return sum;
    }

    private static double size(Candidate candidate, int began, int year) {
        int age = year - began;
        if (age < 0) {
            return 0;
        }
        return candidate.ramp().get(Math.min(age, candidate.ramp().size() - 1));
    }
}
