package org.monazite.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Standing;
import org.monazite.plan.world.World;

/// What bans of other lengths take where nobody knows the length. A ban is gone through quarter by quarter: each
/// takes what it can use, works and users what they hold themselves before anything leaves a stock, and what is left
/// goes on to the next. Demand and works stay those of the target year, and works run as in a ban of the asked length.
final class Lengths {

    private static final int[] QUARTERS = {2, 4, 8, 12};
    private static final String TOGETHER = "";
    private static final double LEAST = 1e-6;
    private static final double SAME = 1e-12;

    private final World world;
    private final Search search;
    private final Search.State before;
    private final Search.Found found;
    private final Work work;

    Lengths(World world, Search search, Search.State before, Search.Found found, Work work) {
        this.world = world;
        this.search = search;
        this.before = before;
        this.found = found;
        this.work = work;
    }

    /// One line per ban, length and partner; none for a plan without stocks.
    List<Stockpiles.Length> of() {
        List<Stockpiles.Length> lines = new ArrayList<>();
        if (holds()) {
            work.inOrder(worst(), this::of).forEach(lines::addAll);
        }
        return lines;
    }

    private boolean holds() {
        for (int c = 0; c < world.candidates().size(); c++) {
            boolean stock = world.candidates().get(c).effects().stream().anyMatch(Effect.Stores.class::isInstance);
            if (stock && found.choice().modules()[c] > LEAST) {
                return true;
            }
        }
        return false;
    }

    /// For each partner the ban that takes most from it with the plan, of those that open its stocks; with none of
    /// those, of all.
    private List<Ban> worst() {
        StockRules rules = world.spec().rules().stocks();
        boolean any = world.bans().stream().anyMatch(rules::opens);
        TreeSet<Integer> worst = new TreeSet<>();
        for (String partner : world.partners()) {
            int most = -1;
            double unmet = -1;
            for (int e = 0; e < world.bans().size(); e++) {
                double each = Loss.unmet(world, found.state().bans().get(e)).getOrDefault(partner, 0.0);
                if (each > unmet && (!any || rules.opens(world.bans().get(e)))) {
                    unmet = each;
                    most = e;
                }
            }
            worst.add(most);
        }
        return worst.stream().map(world.bans()::get).toList();
    }

    private List<Stockpiles.Length> of(Ban ban) {
        TreeSet<Integer> lengths = new TreeSet<>();
        Arrays.stream(QUARTERS).forEach(lengths::add);
        lengths.add(world.spec().banQuarters());
        List<Quarter> none = quarters(world, world.nothing(), before.calm(), ban, lengths.last(), List.of());
        Flows calm = found.state().calm();
        List<Quarter> ruled = quarters(world, found.choice(), calm, ban, lengths.last(), none);
        List<Quarter> free = quarters(unlimited(), found.choice(), calm, ban, lengths.last(), none);
        List<Stockpiles.Length> lines = new ArrayList<>();
        for (int length : lengths) {
            SortedMap<String, Double> known = foreseen(ban, length);
            List<String> partners = new ArrayList<>(world.partners());
            partners.add(TOGETHER);
            for (String partner : partners) {
                lines.add(new Stockpiles.Length(
                        ban.id(),
                        length,
                        partner,
                        mean(none, length, partner),
                        mean(ruled, length, partner),
                        mean(free, length, partner),
                        part(known, partner),
                        ruled.get(length - 1).left()));
            }
        }
        return lines;
    }

    private double mean(List<Quarter> quarters, int length, String partner) {
        double sum = 0;
        for (Quarter quarter : quarters.subList(0, length)) {
            sum += part(quarter.unmet(), partner);
        }
        return sum / length;
    }

    /// Part of the demand of a partner, or of all together.
    private double part(SortedMap<String, Double> unmet, String partner) {
        if (!partner.equals(TOGETHER)) {
            return unmet.getOrDefault(partner, 0.0);
        }
        double missing = 0;
        double demand = 0;
        for (String each : world.partners()) {
            missing += unmet.getOrDefault(each, 0.0) * world.demand(each, 0);
            demand += world.demand(each, 0);
        }
        return demand > 0 ? missing / demand : 0;
    }

    /// The world in which all of a stock may leave at once.
    private World unlimited() {
        PlanRules rules = world.spec().rules();
        return world.with(world.spec().with(rules.with(rules.stocks().withRelease(1))));
    }

    private SortedMap<String, Double> foreseen(Ban ban, int quarters) {
        Episode episode = Episode.of(0, ban.lasting(quarters));
        Flows none = search.judge(world, world.nothing(), episode, before.calm(), Optional.empty());
        Flows flows = search.judge(
                unlimited(), found.choice(), episode, found.state().calm(), Optional.of(standing(episode, none)));
        return Loss.unmet(world, flows);
    }

    private Standing standing(Episode episode, Flows without) {
        return standing(episode, Loss.unmet(world, without));
    }

    private Standing standing(Episode episode, SortedMap<String, Double> without) {
        return new Standing(before.calm(), new TreeMap<>(Map.of(Standing.key(episode), without)));
    }

    /// A quarter of a ban.
    ///
    /// @param unmet part of demand, by partner
    /// @param left part of each stock that is left after it, by decision
    record Quarter(SortedMap<String, Double> unmet, SortedMap<String, Double> left) {}

    /// @param without what the same quarters take without a plan; none where that is what is looked for
    List<Quarter> quarters(World in, Choice choice, Flows calm, Ban ban, int count, List<Quarter> without) {
        List<Quarter> quarters = new ArrayList<>();
        Episode episode = Episode.of(0, ban.lasting(1));
        Held held = Held.full(in, choice);
        Held last = held;
        Optional<Flows> flows = Optional.empty();
        for (int q = 0; q < count; q++) {
            SortedMap<String, Double> was =
                    without.isEmpty() ? new TreeMap<>() : without.get(q).unmet();
            boolean same = flows.isPresent()
                    && held.allows(last)
                    && (without.isEmpty() || was.equals(without.get(q - 1).unmet()));
            if (!same) {
                Optional<Standing> standing =
                        without.isEmpty() ? Optional.empty() : Optional.of(standing(episode, was));
                flows = Optional.of(search.sparing(held.world(), choice, episode, calm, standing));
            }
            last = held;
            held = held.after(flows.orElseThrow());
            quarters.add(new Quarter(Loss.unmet(world, flows.orElseThrow()), held.left()));
        }
        return quarters;
    }

    /// What is held as a quarter begins, kt.
    ///
    /// @param in the world, with all stocks full
    /// @param sizes of the stocks
    /// @param stores what is left of them
    /// @param own what works and users hold, by cell
    private record Held(World in, Choice choice, double[] sizes, double[] stores, double[] own) {

        static Held full(World in, Choice choice) {
            double[] sizes = new double[in.stores().size()];
            for (int c = 0; c < in.candidates().size(); c++) {
                boolean filled = in.candidates().get(c).part(in.years().getFirst()) > 0;
                for (Effect effect : in.candidates().get(c).effects()) {
                    if (effect instanceof Effect.Stores(int at, double kt) && filled) {
                        sizes[at] += kt * choice.modules()[c];
                    }
                }
            }
            double[] own = in.chain().cells().stream()
                    .mapToDouble(cell -> cell.stock().getFirst())
                    .toArray();
            return new Held(in, choice, sizes, sizes.clone(), own);
        }

        /// Most that the rule lets out of a stock in a quarter while it lasts, kt.
        private double rate(int store) {
            return in.spec().rules().stocks().most(1) * sizes[store];
        }

        private double most(int store) {
            return Math.min(stores[store], rate(store));
        }

        /// Whether a quarter that begins with this may draw and release as much as one that began with the other.
        boolean allows(Held other) {
            boolean same = true;
            for (int i = 0; i < stores.length; i++) {
                same &= Math.abs(most(i) - other.most(i)) <= SAME;
            }
            for (int cell = 0; cell < own.length; cell++) {
                same &= Math.abs(own[cell] - other.own[cell]) <= SAME;
            }
            return same;
        }

        /// The world with what is held: a stock of which less is left than the rule lets out is as large as
        /// what the rule would let out of it.
        World world() {
            double[] factors = new double[stores.length];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = rate(i) > 0 ? most(i) / rate(i) : 1;
            }
            return in.holding(own, factors);
        }

        Held after(Flows flows) {
            double[] rest = stores.clone();
            double[] users = own.clone();
            for (int i = 0; i < rest.length; i++) {
                for (double kt : flows.released()[i]) {
                    rest[i] -= kt;
                }
                rest[i] = rest[i] < LEAST * sizes[i] ? 0 : rest[i];
            }
            for (int cell = 0; cell < users.length; cell++) {
                double rests = own[cell] - flows.drawn()[cell];
                users[cell] = rests < LEAST * own[cell] ? 0 : rests;
            }
            return new Held(in, choice, sizes, rest, users);
        }

        SortedMap<String, Double> left() {
            TreeMap<String, Double> left = new TreeMap<>();
            for (int c = 0; c < in.candidates().size(); c++) {
                for (Effect effect : in.candidates().get(c).effects()) {
                    if (effect instanceof Effect.Stores(int at, double _) && choice.modules()[c] > LEAST) {
                        left.put(in.candidates().get(c).id(), sizes[at] > 0 ? stores[at] / sizes[at] : 0);
                    }
                }
            }
            return left;
        }
    }
}
