package org.monazite.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.World;

/// What a ban takes from partners.
final class Loss {

    private static final double NOISE = 1e-9;
    private static final double ROUNDING = 5e-7; // half of what the check lets pass

    private Loss() {}

    /// Part of each partner's demand that is unmet over the ban.
    static SortedMap<String, Double> unmet(World world, Flows flows) {
        TreeMap<String, Double> unmet = new TreeMap<>();
        double length = flows.episode().length();
        for (String partner : world.partners()) {
            double met = 0;
            for (Sale sale : world.chain().sales()) {
                if (sale.isProtected() && sale.place().equals(partner)) {
                    met += flows.made()[sale.node()];
                }
            }
            double wanted = world.demand(partner, flows.episode().year()) * length;
            double missing = wanted > 0 ? 1 - met / wanted : 0;
            unmet.put(partner, missing > NOISE ? missing : 0);
        }
        return unmet;
    }

    /// By how much a ban takes more than without a plan from each partner who is to keep what it has; no entry for
    /// nothing.
    static SortedMap<String, Double> more(World world, Search.State before, Search.State after, int ban) {
        TreeMap<String, Double> more = new TreeMap<>();
        SortedMap<String, Double> was = unmet(world, before.bans().get(ban));
        unmet(world, after.bans().get(ban)).forEach((partner, is) -> {
            double beyond = is - was.getOrDefault(partner, 0.0);
            if (world.spec().keepsWhatItHas(partner) && beyond > ROUNDING) {
                more.put(partner, beyond);
            }
        });
        return more;
    }

    /// The largest of them.
    static double worst(World world, Flows flows) {
        return unmet(world, flows).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    /// Value at risk a year, US dollars.
    static double of(World world, Flows flows) {
        double growth = world.growth().get(flows.episode().year());
        double length = flows.episode().length();
        double sum = 0;
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected()) {
                double missing = Math.max(0, sale.base() * growth - flows.made()[sale.node()] / length);
                sum += world.chain().nodes().get(sale.node()).value() * missing;
            }
        }
        return sum * World.USD;
    }

    /// Value at risk of a partner a year, US dollars.
    static double of(World world, Flows flows, String partner) {
        double growth = world.growth().get(flows.episode().year());
        double length = flows.episode().length();
        double sum = 0;
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected() && sale.place().equals(partner)) {
                double missing = Math.max(0, sale.base() * growth - flows.made()[sale.node()] / length);
                sum += world.chain().nodes().get(sale.node()).value() * missing;
            }
        }
        return sum * World.USD;
    }

    /// Over all bans of a year.
    static PlanResult.Loss all(World world, List<Flows> bans) {
        double worstUnmet = 0;
        double worstUsd = 0;
        double expected = 0;
        String partner = world.partners().getFirst();
        String worstBan = world.bans().getFirst().id();
        double[] losses = new double[bans.size()];
        for (int e = 0; e < bans.size(); e++) {
            for (var entry : unmet(world, bans.get(e)).entrySet()) {
                if (entry.getValue() > worstUnmet) {
                    worstUnmet = entry.getValue();
                    partner = entry.getKey();
                    worstBan = world.bans().get(e).id();
                }
            }
            losses[e] = of(world, bans.get(e));
            worstUsd = Math.max(worstUsd, losses[e]);
            expected += world.bans().get(e).probability() * losses[e];
        }
        return new PlanResult.Loss(worstUnmet, partner, worstBan, worstUsd, expected, tail(world, losses));
    }

    private static double tail(World world, double[] losses) {
        return Tail.mean(losses, chances(world), world.spec().tail());
    }

    /// Chance a year of each ban of the world.
    static double[] chances(World world) {
        return world.bans().stream().mapToDouble(Ban::probability).toArray();
    }

    /// Value at risk a year in each ban, of partners who want something of the plan, US dollars.
    static double[] wanted(World world, List<Flows> bans) {
        double[] losses = new double[bans.size()];
        for (int e = 0; e < losses.length; e++) {
            for (String partner : world.partners()) {
                boolean counts = !world.spec().rules().bystanders().contains(partner);
                losses[e] += counts ? of(world, bans.get(e), partner) : 0;
            }
        }
        return losses;
    }
}
