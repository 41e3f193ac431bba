package org.monazite.plan;

import java.util.List;
import java.util.Optional;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;

/// Plans for given bans, before any other ban has attacked them: one model, solved; with levels that plants declare,
/// two.
final class Drafts {

    private static final double GAP = 1e-6;
    private static final double TIMED_GAP = 1e-4; // of money: start years are many, and most are nearly as good
    private static final double CLOSE = 0.1; // M USD a year: what the pattern of a calm year may add

    private final Solver solver;
    private final Solver chooser;
    private final Search search;

    /// @param solver for linear programs
    /// @param chooser for the models that choose a plan
    /// @param search for a year without a ban under a plan
    Drafts(Solver solver, Solver chooser, Search search) {
        this.solver = solver;
        this.chooser = chooser;
        this.search = search;
    }

    /// A plan of a looser question.
    ///
    /// @param choice its decisions
    /// @param bound no plan of this question has a smaller objective
    record Like(Choice choice, double bound) {}

    /// The best plan for some bans.
    ///
    /// @param valueFactor part of the value at risk that counts
    /// @param like a plan under looser caps, if there is one
    Search.Draft choose(
            World world,
            Search.State before,
            List<Episode> episodes,
            List<Double> caps,
            double valueFactor,
            Optional<Like> like) {
        boolean declared = world.spec().rules().traced() == PlanSpec.Traced.DECLARED
                && world.spec().targets().tracedShare() < 1;
        if (declared) {
            return declared(world, before, episodes, caps, valueFactor);
        }
        PlanModel plan = PlanModel.choosing(world, episodes, before.standing(world), caps, valueFactor);
        Solution solution = like.flatMap(looser -> stillBest(plan, looser))
                .orElseGet(() -> orPlain(plan, settled(plan, plan.model())));
        Choice choice = plan.choice(Search.require(solution));
        return new Search.Draft(
                choice,
                search.calm(world, before, choice, caps),
                plan,
                solution,
                caps,
                Double.NaN,
                solution.status() == Status.OPTIMAL);
    }

    private Solution settled(PlanModel plan, Model rows) {
        World world = plan.world();
        return new LeastContracts(world, plan, new InMoney(plan.around(), chooser)).settled(rows, limits(world));
    }

    /// The whole modules of a looser question's plan, if they are the best here too: most often what is tightened costs
    /// nothing, and a look at one linear program spares a search.
    private Optional<Solution> stillBest(PlanModel plan, Like looser) {
        Model same = plan.model().copy();
        plan.around().fixWhole(same, looser.choice());
        Solution found = settled(plan, same);
        boolean best = found.hasPlan()
                && found.objective() - looser.bound() <= limits(plan.world()).gap() * Math.max(1, money(plan, found));
        if (!best) {
            return Optional.empty();
        }
        for (int o = 0; o < plan.world().offtakes().size(); o++) {
            int column = plan.around().contract(o);
            plan.model().bounds(column, same.low(column), same.high(column));
        }
        double bound = Math.min(looser.bound(), found.objective());
        return Optional.of(found.provedTo(Status.OPTIMAL, bound, found.iterations()));
    }

    /// Where the time was too short for any plan: the one with as few whole modules as the question allows. Where it
    /// was too short for a bound: that of the rows with whole modules divided.
    private Solution orPlain(PlanModel plan, Solution found) {
        if (found.status() != Status.TIME_LIMIT || found.hasPlan() && Double.isFinite(found.bound())) {
            return found;
        }
        double bound = solver.solve(plan.model().relaxed(), Limits.NONE).bound();
        if (found.hasPlan()) {
            return found.provedTo(Status.TIME_LIMIT, Math.min(bound, found.objective()), found.iterations());
        }
        Model least = plan.model().copy();
        World world = plan.world();
        for (int c = 0; c < world.candidates().size(); c++) {
            if (world.candidates().get(c).whole()) {
                int column = plan.modules(c);
                least.bounds(column, least.low(column), least.low(column));
            }
        }
        Solution plain = solver.solve(least, Limits.NONE);
        return plain.hasPlan() ? plain.provedTo(Status.TIME_LIMIT, bound, plain.iterations()) : plain;
    }

    private static Limits limits(World world) {
        boolean timed = world.spec().rules().funding().isDetailed();
        return new Limits(world.spec().timeLimitSeconds(), timed ? TIMED_GAP : GAP);
    }

    private static Search.Draft draft(
            PlanModel plan, Solution solution, List<Double> caps, double apart, boolean proved) {
        return new Search.Draft(
                plan.choice(solution), plan.flows(solution).getFirst(), plan, solution, caps, apart, proved);
    }

    /// A plan whose traced shares are safe by declared levels. First the bound: origins kept apart as plants
    /// like. Then levels for the whole modules of that plan: most often they cost nothing, and the bound
    /// proves that no better plan exists. Only where they do cost something is every plan open.
    private Search.Draft declared(
            World world, Search.State before, List<Episode> episodes, List<Double> caps, double valueFactor) {
        World tagged = world.with(world.spec().with(world.spec().rules().with(PlanSpec.Traced.APART)));
        PlanModel apart = PlanModel.choosing(tagged, episodes, before.standing(world), caps, valueFactor);
        Solution least = Search.require(orPlain(apart, chooser.solve(apart.model(), limits(world))));
        PlanModel plan = PlanModel.choosing(world, episodes, before.standing(world), caps, valueFactor);
        var same = plan.model().copy();
        plan.around().fixWhole(same, apart.choice(least));
        double bound = least.bound();
        Limits limits = limits(world).until(bound + CLOSE); // nearer proves nothing more
        Solution first = new LeastContracts(world, plan, new InMoney(plan.around(), chooser)).settled(same, limits);
        if (isClose(plan, first, bound)) {
            return draft(plan, first, caps, bound, true);
        }
        Solution all =
                new LeastContracts(world, plan, new InMoney(plan.around(), chooser)).settled(plan.model(), limits);
        boolean better = all.hasPlan() && !(first.hasPlan() && first.objective() < all.objective());
        boolean proved = all.status() == Status.OPTIMAL || isClose(plan, all, bound);
        return draft(plan, Search.require(orPlain(plan, better ? all : first)), caps, bound, proved);
    }

    private static boolean isClose(PlanModel plan, Solution found, double bound) {
        return found.hasPlan() && found.objective() - bound <= CLOSE + 2 * GAP * money(plan, found);
    }

    /// Cost and expected value at risk, M USD a year, without the weights of what is missed: a gap in those must not
    /// pass for one in money.
    private static double money(PlanModel plan, Solution solution) {
        return Math.abs(plan.around().money(solution));
    }
}
