package org.monazite.plan.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.StockRules;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.Store;
import org.monazite.plan.world.World;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.RationingRule;
import org.monazite.shock.Run;
import org.monazite.shock.Scenario;
import org.monazite.shock.Simulation;
import org.monazite.shock.Targets;
import org.monazite.shock.Trigger;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;

/// Plays bans in the daily engine on the network of the target year, with the plan's stocks, under each pair of
/// rules that ensembles play: how a short supplier divides and what buyers order decide who goes without.
public final class Replays {

    private static final int WEEKS_PER_QUARTER = 13;
    private static final double DAYS_PER_QUARTER = 7 * WEEKS_PER_QUARTER;
    private static final double COVER_BELOW = 20;
    private static final double COVER_STOP = 30;
    private static final int LEAD_DAYS = 14;
    private static final double RECOVERY_DAYS = 30;
    private static final int STARTS_DAYS = 30; // works that stand ready

    private final World world;
    private final Assumptions assumptions;

    /// What the engine says of a partner.
    ///
    /// @param unmet part of the demand for the last product missing over the ban, mean of all rules
    /// @param worstWeek week, from 1, with most unmet, mean of all rules; 0 for none
    /// @param span from the kindest to the hardest rules
    public record Outcome(double unmet, int worstWeek, Span span) {}

    /// What is unmet under the kindest and the hardest pair of rules.
    ///
    /// @param least part of the demand, 0..1
    /// @param most part of the demand, 0..1
    /// @param kindest how short suppliers divide where least is unmet
    /// @param hardest how they divide where most is
    public record Span(double least, double most, RationingRule kindest, RationingRule hardest) {}

    /// Plays with these assumptions.
    public Replays(World world, Assumptions assumptions) {
        this.world = world;
        this.assumptions = assumptions;
    }

    /// Plays a ban.
    ///
    /// @param network of the target year
    /// @param choice the plan whose stocks are released
    public SortedMap<String, Outcome> play(SupplyNetwork network, Choice choice, Ban ban) {
        int weeks = WEEKS_PER_QUARTER * ban.quarters();
        List<Action> actions = new ArrayList<>();
        if (!ban.lane().isEmpty()) {
            actions.add(new Action.LaneClosure(ban.lane(), 0, 7 * weeks, Optional.empty()));
        }
        for (Ban.Stop stop : ban.lane().isEmpty() ? ban.stops() : List.<Ban.Stop>of()) {
            Targets targets = new Targets(Set.of(stop.supplier()), Set.of(), new TreeSet<>(stop.products()));
            actions.add(new Action.ExportBan(targets, 0, 7 * weeks, stop.open()));
        }
        for (Ban.Outage outage : ban.outages()) {
            double lost = lost(network, outage);
            if (lost > 0) {
                actions.add(new Action.Outage(
                        Set.of(outage.place()), Set.of(outage.product()), 0, 7 * weeks, lost, RECOVERY_DAYS));
            }
        }
        if (world.spec().rules().stocks().opens(ban)) {
            actions.addAll(releases(choice));
        }
        actions.addAll(standby(network, choice));
        Simulation simulation = Simulation.of(network);
        LocalDate start = LocalDate.of(world.years().getFirst(), 1, 1);
        List<Assumptions> rules = assumptions.underEachRule();
        List<Run> runs = rules.stream()
                .map(each -> simulation.run(new Scenario(ban.id(), start, each, actions), weeks))
                .toList();
        TreeMap<String, Outcome> outcomes = new TreeMap<>();
        world.partners().forEach(partner -> outcomes.put(partner, outcome(rules, runs, partner, weeks)));
        return outcomes;
    }

    /// Part of what all works of a place can make of a product that an outage of some of them takes.
    private static double lost(SupplyNetwork network, Ban.Outage outage) {
        double all = 0;
        double standing = 0;
        for (int node = 0; node < network.nodes().size(); node++) {
            boolean makes = network.nodes().kind(node) == NodeKind.MAKER
                    && network.placeOf(node).equals(outage.place())
                    && network.productOf(node).id().equals(outage.product());
            if (makes) {
                double capacity = network.nodes().capacity(node);
                all += capacity;
                standing += network.nodes().key(node).equals(outage.node()) ? capacity * (1 - outage.open()) : 0;
            }
        }
        return all > 0 ? Math.min(1, standing / all) : 0;
    }

    /// Works that a plan backs and that stand still in a year without a ban are no part of its network: in a ban
    /// they start with the works of their place and product that run.
    private List<Action> standby(SupplyNetwork network, Choice choice) {
        List<Action> actions = new ArrayList<>();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Capacity(int at, double kt) && choice.modules()[c] > 0) {
                    Node works = world.chain().nodes().get(at);
                    double tonnes = kt
                            * World.TONNES
                            * Starts.atWork(world, choice, c, world.years().getFirst());
                    if (tonnes > 0 && network.nodes().find(works.key()).isEmpty() && makes(network, works)) {
                        actions.add(new Action.Restart(
                                works.place(), works.product(), tonnes, new Trigger.Day(0), STARTS_DAYS, STARTS_DAYS));
                    }
                }
            }
        }
        return actions;
    }

    /// Whether some works of the place make the product in a year without a ban.
    private static boolean makes(SupplyNetwork network, Node works) {
        for (int node = 0; node < network.nodes().size(); node++) {
            boolean same = network.nodes().kind(node) == NodeKind.MAKER
                    && network.placeOf(node).equals(works.place())
                    && network.productOf(node).id().equals(works.product());
            if (same) {
                return true;
            }
        }
        return false;
    }

    /// Stocks leave by the rule of the plan: no more a day than that quarter's part over its days. They open when
    /// users' cover is low; where the rule names suppliers, on the day of the ban.
    private List<Action> releases(Choice choice) {
        StockRules rules = world.spec().rules().stocks();
        Trigger trigger = rules.triggers().isEmpty() ? new Trigger.CoverBelow(COVER_BELOW) : new Trigger.Day(0);
        List<Action> actions = new ArrayList<>();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Stores(int at, double kt) && choice.modules()[c] > 0) {
                    Store store = world.stores().get(at);
                    double tonnes = kt * World.TONNES * choice.modules()[c];
                    actions.add(new Action.StockRelease(
                            store.place(),
                            store.product(),
                            tonnes,
                            rules.release() * tonnes / DAYS_PER_QUARTER,
                            trigger,
                            COVER_STOP,
                            LEAD_DAYS));
                }
            }
        }
        return actions;
    }

    private Outcome outcome(List<Assumptions> rules, List<Run> runs, String partner, int weeks) {
        double[] mean = new double[weeks];
        double sum = 0;
        int kindest = 0;
        int hardest = 0;
        double[] unmet = new double[runs.size()];
        for (int r = 0; r < runs.size(); r++) {
            double[] weekly = unmet(runs.get(r), partner, weeks);
            for (int week = 0; week < weeks; week++) {
                mean[week] += weekly[week] / runs.size();
                unmet[r] += weekly[week] / weeks;
            }
            sum += unmet[r] / runs.size();
            kindest = unmet[r] < unmet[kindest] ? r : kindest;
            hardest = unmet[r] > unmet[hardest] ? r : hardest;
        }
        Span span = new Span(
                unmet[kindest],
                unmet[hardest],
                rules.get(kindest).rationing(),
                rules.get(hardest).rationing());
        return new Outcome(sum, worstWeek(mean), span);
    }

    private static int worstWeek(double[] weekly) {
        int worst = 0;
        double most = 1e-6;
        for (int week = 0; week < weekly.length; week++) {
            if (weekly[week] > most) {
                most = weekly[week];
                worst = week + 1;
            }
        }
        return worst;
    }

    /// Part of a partner's demand that is unmet, by week.
    private double[] unmet(Run run, String partner, int weeks) {
        double[] weekly = new double[weeks];
        double all = 0;
        for (var entry : used(partner).entrySet()) {
            Run.Line line = run.find(entry.getKey(), partner).orElse(null);
            if (line != null && !line.unmet().isEmpty()) {
                for (int week = 0; week < weeks; week++) {
                    weekly[week] += entry.getValue() * line.unmet().get(week);
                }
                all += entry.getValue();
            }
        }
        for (int week = 0; week < weeks; week++) {
            weekly[week] = all > 0 ? weekly[week] / all : 0;
        }
        return weekly;
    }

    /// What a partner's users take in, by product, kt/yr in the base year.
    private SortedMap<String, Double> used(String partner) {
        TreeMap<String, Double> used = new TreeMap<>();
        world.chain().sales().stream()
                .filter(sale -> sale.isProtected() && sale.place().equals(partner))
                .forEach(sale -> world.chain()
                        .cellsOf(sale.node())
                        .forEach(cell ->
                                used.merge(world.chain().cells().get(cell).product(), sale.base(), Double::sum)));
        return used;
    }
}
