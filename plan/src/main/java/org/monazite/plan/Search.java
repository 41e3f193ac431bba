package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;
import org.monazite.plan.replay.CalmNetwork;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.World;
import org.monazite.supply.SupplyNetwork;

/// Looks for the best plan: solves with the bans that hurt, lets every other ban attack the plan, adds
/// those that hurt more than the worst one, and repeats. Shares traced through third countries are bilinear
/// and no rows of the model; where a plan misses their limit, the caps on direct imports of that partner
/// are tightened and the plan is sought again.
final class Search {

    private static final int ROUNDS = 5;
    private static final double HURTS = 1e-4; // a hundredth of a percent of a partner's demand
    private static final double TIGHTER = 0.96;
    private static final double GAP = 1e-4;

    private final Solver solver;
    private final SupplyNetwork base;
    private final Work work;

    Search(Solver solver, SupplyNetwork base, Work work) {
        this.solver = solver;
        this.base = base;
        this.work = work;
    }

    /// What happens under a choice.
    ///
    /// @param calm a year without a ban
    /// @param bans every ban of the world, in order
    record State(Flows calm, List<Flows> bans) {

        State {
            bans = List.copyOf(bans);
        }
    }

    /// A plan that was found.
    ///
    /// @param choice the decisions
    /// @param state what happens under it
    /// @param plan the model
    /// @param solution its solution
    /// @param episodes bans in the model
    /// @param caps on direct imports, by partner
    record Found(
            Choice choice, State state, PlanModel plan, Solution solution, List<Episode> episodes, List<Double> caps) {

        Found {
            episodes = List.copyOf(episodes);
            caps = List.copyOf(caps);
        }
    }

    /// What happens without a plan.
    State before(World world) {
        List<Double> free = world.partners().stream().map(_ -> 1.0).toList();
        PlanModel model = PlanModel.calm(world, world.nothing(), free, Optional.empty());
        Flows calm =
                model.flows(require(solver.solve(model.model(), Limits.NONE))).getFirst();
        return judge(world, world.nothing(), calm);
    }

    /// A year without a ban under a choice.
    Flows calm(World world, State before, Choice choice, List<Double> caps) {
        PlanModel model = PlanModel.calm(world, choice, caps, Optional.of(before.calm()));
        return model.flows(require(solver.solve(model.model(), Limits.NONE))).getFirst();
    }

    /// What happens under a choice.
    State judge(World world, Choice choice, Flows calm) {
        List<Integer> order = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            order.add(e);
        }
        return new State(
                calm,
                work.inOrder(
                        order,
                        e -> judge(world, choice, Episode.of(0, world.bans().get(e)), calm)));
    }

    /// What happens under a choice in one ban.
    Flows judge(World world, Choice choice, Episode ban, Flows calm) {
        PlanModel model = PlanModel.judging(world, choice, ban, calm);
        return model.flows(require(solver.solve(model.model(), Limits.NONE))).getFirst();
    }

    private static Solution require(Solution solution) {
        if (!solution.hasPlan()) {
            throw new IllegalArgumentException("""
                    The plan's model has no solution (%s).
                    Maybe a project or option is included that the budget cannot pay: leave it out or raise the budget.\
                    """.formatted(solution.status()));
        }
        return solution;
    }

    /// The best plan.
    ///
    /// @param before what happens without a plan
    Found find(World world, State before) {
        double cap = world.spec().targets().directShare();
        List<Double> caps = world.partners().stream().map(_ -> cap).toList();
        List<Episode> episodes = hurting(world, before);
        Draft best = steer(world, before, episodes, caps);
        for (int round = 0; round < ROUNDS; round++) {
            State state = judge(world, best.choice(), best.calm());
            List<Episode> more = violators(world, state, episodes);
            if (more.isEmpty() || round == ROUNDS - 1) {
                return new Found(best.choice(), state, best.plan(), best.solution(), episodes, best.caps());
            }
            episodes.addAll(more);
            best = steer(world, before, episodes, best.caps());
        }
        throw new IllegalStateException("The search ends in its last round.");
    }

    /// A plan that other bans have not attacked yet.
    record Draft(Choice choice, Flows calm, PlanModel plan, Solution solution, List<Double> caps) {

        Draft {
            caps = List.copyOf(caps);
        }
    }

    /// Tightens the caps on direct imports and keeps what brings traced shares nearer to their limit at a
    /// price worth it. A cap that is too tight to be kept only steers: what it is short of is no cost.
    private Draft steer(World world, State before, List<Episode> episodes, List<Double> caps) {
        Draft best = choose(world, before, episodes, caps, 1);
        TreeMap<String, Double> misses = traced(world, best);
        TreeMap<String, Double> last = misses;
        List<Double> tried = caps;
        for (int round = 0; round < ROUNDS && most(misses) > HURTS; round++) {
            tried = tighter(world, last, tried, StrictMath.pow(TIGHTER, round + 1));
            Draft next = choose(world, before, episodes, tried, 1);
            last = traced(world, next);
            boolean nearer = most(last) < most(misses) - HURTS;
            if (nearer && price(next) - price(best) <= costOf(most(misses))) {
                best = next;
                misses = last;
            }
        }
        return best;
    }

    private static double price(Draft draft) {
        return draft.solution().objective() - draft.plan().directShortfall(draft.solution());
    }

    private static double most(TreeMap<String, Double> misses) {
        return misses.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /// What a missed share is worth, M USD a year: a tenth of what the same part of the worst ban is.
    private static double costOf(double miss) {
        return miss * 1e5;
    }

    private static List<Double> tighter(World world, TreeMap<String, Double> misses, List<Double> caps, double factor) {
        List<Double> next = new ArrayList<>();
        double limit = world.spec().targets().tracedShare();
        for (int i = 0; i < caps.size(); i++) {
            double miss = misses.getOrDefault(world.partners().get(i), 0.0);
            next.add(miss > HURTS ? caps.get(i) * factor * limit / (limit + miss) : caps.get(i));
        }
        return next;
    }

    /// By how much a partner's traced share of the last product misses its limit.
    private TreeMap<String, Double> traced(World world, Draft found) {
        TreeMap<String, Double> misses = new TreeMap<>();
        double limit = world.spec().targets().tracedShare();
        if (limit < 1) {
            SupplyNetwork network = CalmNetwork.of(world, base, found.choice(), found.calm());
            Dependences shares = Dependences.of(world, network);
            for (String partner : world.partners()) {
                for (String product : lastProducts(world, partner)) {
                    misses.merge(partner, Math.max(0, shares.traced(partner, product) - limit), Math::max);
                }
            }
        }
        return misses;
    }

    /// What a partner's users take in.
    static Set<String> lastProducts(World world, String partner) {
        Set<String> products = new TreeSet<>();
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected() && sale.place().equals(partner)) {
                world.chain()
                        .cellsOf(sale.node())
                        .forEach(cell ->
                                products.add(world.chain().cells().get(cell).product()));
            }
        }
        return products;
    }

    /// Bans that hurt without a plan, worst first; the worst one in every assessed year.
    private static List<Episode> hurting(World world, State before) {
        List<Integer> order = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            if (Loss.of(world, before.bans().get(e)) > 0
                    && Loss.worst(world, before.bans().get(e)) > HURTS) {
                order.add(e);
            }
        }
        order.sort(Comparator.comparingDouble(
                        (Integer e) -> Loss.of(world, before.bans().get(e)))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        List<Episode> episodes = new ArrayList<>();
        for (int e : order) {
            episodes.add(Episode.of(0, world.bans().get(e)));
        }
        for (int year = 1; year < world.years().size() && !order.isEmpty(); year++) {
            episodes.add(Episode.of(year, world.bans().get(order.getFirst())));
        }
        return episodes;
    }

    /// Bans outside the model that hurt more than the limit and more than every ban inside.
    private static List<Episode> violators(World world, State state, List<Episode> episodes) {
        double limit = world.spec().targets().worstBan();
        for (int e = 0; e < world.bans().size(); e++) {
            if (episodes.contains(Episode.of(0, world.bans().get(e)))) {
                limit = Math.max(limit, Loss.worst(world, state.bans().get(e)));
            }
        }
        List<Episode> more = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            Episode episode = Episode.of(0, world.bans().get(e));
            boolean hurts = Loss.worst(world, state.bans().get(e)) > limit + HURTS;
            if (hurts && !episodes.contains(episode)) {
                more.add(episode);
            }
        }
        return more;
    }

    /// One solve.
    ///
    /// @param valueFactor part of the value at risk that counts
    Draft choose(World world, State before, List<Episode> episodes, List<Double> caps, double valueFactor) {
        PlanModel plan = PlanModel.choosing(world, episodes, before.calm(), caps, valueFactor);
        Solution solution =
                require(solver.solve(plan.model(), new Limits(world.spec().timeLimitSeconds(), GAP)));
        Choice choice = plan.choice(solution);
        return new Draft(choice, plan.flows(solution).getFirst(), plan, solution, caps);
    }

    /// True if the search ended by itself.
    static boolean isFinished(Found found) {
        return found.solution().status() == Status.OPTIMAL;
    }
}
