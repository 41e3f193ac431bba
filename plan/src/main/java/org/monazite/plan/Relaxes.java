package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Tries sets of targets by size, smallest first, for those whose giving way lets the rest be kept. All
/// other
/// targets are hard; there are no large weights.
final class Relaxes {

    private static final double KEPT = 1e-6;
    private static final double SLACK = 1e-7;
    private static final Limits LIMIT = new Limits(20, 1e-3);
    private static final double ROUNDING = 1e-6; // part of a budget
    private static final double NEAR = 0.02; // part by which what is told may lie above the least
    private static final double PER_MILLION = 1e-4; // weight of a million dollars against 100 % of demand

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    Relaxes(PlanInput input, Solver solver, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    /// A target: the columns by which it is missed, or the row of a budget.
    ///
    /// @param partner -1 for all together
    /// @param row -1 if it is no budget
    private record Goal(String name, int partner, List<Integer> columns, int row) {

        /// Place code; empty for all together.
        String who(World world) {
            return partner < 0 ? "" : world.partners().get(partner);
        }

        String id(World world) {
            return partner < 0 ? name : name + " " + who(world);
        }
    }

    /// The rows with one way to cap traced shares.
    private record Side(
            Around around, List<Goal> goals, LeastContracts contracts, Search.Found found, Search.State before) {}

    /// Traced shares are bracketed: what declared levels keep is kept, what origins kept apart cannot keep, nothing
    /// can.
    private record Sides(Side sure, Side bound) {}

    private Side side(World world, Search.Found found, Search.State before, List<Double> caps, PlanSpec.Traced how) {
        World capped = world.with(world.spec().with(world.spec().rules().with(how)));
        PlanModel plan = PlanModel.choosing(capped, found.episodes(), before.standing(world), caps, 1);
        Around around = plan.around();
        return new Side(around, goals(world, around, plan), new LeastContracts(capped, plan, solver), found, before);
    }

    private enum Answer {
        KEPT,
        MISSED,
        OPEN
    }

    Relaxing of(PlanSpec spec) {
        World world = WorldBuilder.build(input, spec);
        Search search = new Search(solver, input.network(), work);
        Search.State before = search.before(world);
        progress.accept("searching for the nearest plan");
        Search.Found found = search.find(world, before);
        Report report = new Report(world, before, found, input.network());
        List<PlanResult.TargetState> nearest = report.targets();
        Proof proof = cross.proof(report, found, solver);
        if (proof.verified() && keepsAll(world, found, report)) {
            return new Relaxing(nearest, proof, 0, List.of(new Relaxing.Way(List.of(), proof)), List.of());
        }
        double cap = spec.targets().directShare();
        List<Double> caps = world.partners().stream().map(_ -> cap).toList();
        Sides sides = new Sides(
                side(world, found, before, caps, PlanSpec.Traced.DECLARED),
                side(world, found, before, caps, PlanSpec.Traced.APART));
        Around around = sides.sure().around();
        List<Goal> goals = sides.sure().goals();
        List<List<String>> open = new ArrayList<>();
        for (int size = 0; size <= goals.size(); size++) {
            List<Integer> sets = sets(goals.size(), size);
            progress.accept("%d sets of %d targets".formatted(sets.size(), size));
            List<Answer> answers = work.inOrder(sets, set -> answer(sides, set));
            List<Relaxing.Way> ways = new ArrayList<>();
            for (int k = 0; k < sets.size(); k++) {
                switch (answers.get(k)) {
                    case KEPT -> ways.add(way(world, sides, sets.get(k)));
                    case OPEN -> open.add(names(world, goals, sets.get(k)));
                    case MISSED -> {}
                }
            }
            boolean late = !open.isEmpty() && !Deadline.of(solver).allows("relaxing");
            if (!ways.isEmpty() || late) {
                return new Relaxing(nearest, proof, size, ways, open);
            }
        }
        throw new IllegalStateException("Without any target there still is no plan.");
    }

    /// Such a plan shows that no target need give way, also where declared levels would be too strict to tell.
    private static boolean keepsAll(World world, Search.Found found, Report report) {
        Around around = found.plan().around();
        for (int i = 0; i < world.partners().size(); i++) {
            List<Integer> misses = new ArrayList<>(around.excess(i));
            misses.addAll(around.shortfalls(i));
            around.tailMissed().ifPresent(misses::add);
            if (misses.stream().anyMatch(column -> found.solution().value(column) > KEPT)) {
                return false;
            }
        }
        return report.targets().stream().allMatch(PlanResult.TargetState::kept);
    }

    private static List<Goal> goals(World world, Around around, PlanModel plan) {
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < world.partners().size(); i++) {
            if (world.spec().targets().worstBan() < 1) {
                goals.add(new Goal("worst_ban", i, around.excess(i), -1));
            }
        }
        for (int i = 0; i < world.partners().size(); i++) {
            if (world.spec().targets().directShare() < 1) {
                List<Integer> direct = new ArrayList<>(around.shortfalls(i));
                direct.removeAll(plan.tracedShortfalls(i));
                goals.add(new Goal("direct_share", i, direct, -1));
            }
        }
        for (int i = 0; i < world.partners().size(); i++) {
            if (world.spec().targets().tracedShare() < 1) {
                goals.add(new Goal("traced_share", i, plan.tracedShortfalls(i), -1));
            }
        }
        around.tailMissed()
                .ifPresent(column -> goals.add(new Goal(PlanResult.TargetState.CVAR, -1, List.of(column), -1)));
        for (int i = 0; i < world.partners().size(); i++) {
            goals.add(new Goal("budget", i, List.of(), around.budget(i)));
        }
        return goals;
    }

    /// Sets of a size as bit masks, in the order of the goals.
    private static List<Integer> sets(int goals, int size) {
        List<Integer> sets = new ArrayList<>();
        for (int set = 0; set < 1 << goals; set++) {
            if (Integer.bitCount(set) == size) {
                sets.add(set);
            }
        }
        sets.sort(Comparator.naturalOrder());
        return sets;
    }

    /// Whether the targets outside a set can be kept together.
    private Answer answer(Sides sides, int set) {
        Model bound = asking(sides.bound(), set);
        if (cannot(solver.solve(bound.relaxed(), LIMIT))) {
            return Answer.MISSED;
        }
        Solution whole = sides.sure().contracts().settled(asking(sides.sure(), set), LIMIT);
        if (whole.hasPlan() && whole.objective() <= KEPT) {
            return Answer.KEPT;
        }
        return cannot(sides.bound().contracts().settled(bound, LIMIT)) ? Answer.MISSED : Answer.OPEN;
    }

    private static boolean cannot(Solution solution) {
        return solution.status() == Status.INFEASIBLE
                || (solution.status() == Status.OPTIMAL && solution.objective() > KEPT)
                || solution.bound() > KEPT;
    }

    /// What is missed of the targets outside a set, as the objective.
    private static Model asking(Side side, int set) {
        Model model = bare(side);
        for (int g = 0; g < side.goals().size(); g++) {
            boolean gives = (set >> g & 1) == 1;
            Goal goal = side.goals().get(g);
            if (!gives) {
                goal.columns().forEach(column -> model.cost(column, 1));
            } else if (goal.row() >= 0) {
                model.rowBounds(goal.row(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
        }
        return model;
    }

    /// The rows without any cost. No target is kept by leaving somebody with less than without a plan, in a ban or in
    /// a year without one.
    private static Model bare(Side side) {
        Model model = side.around().model().copy();
        Around nearest = side.found().plan().around();
        for (int column = 0; column < model.columns(); column++) {
            model.cost(column, 0);
        }
        side.around().serve(model, side.before().calm(), nearest, side.found().solution());
        side.around().keepWorse(model, nearest, side.found().solution());
        model.offset(0);
        return model;
    }

    /// How far a set must give way. First with origins kept apart, whose least is no more than any; then with levels
    /// that plants declare for the whole modules of that plan, which most often is as little; only where it is not,
    /// with all modules open. What is not proved to be the least is not told.
    private Relaxing.Way way(World world, Sides sides, int set) {
        Solution apart = sides.bound().contracts().settled(giving(sides.bound(), set), LIMIT);
        Model same = giving(sides.sure(), set);
        if (apart.hasPlan()) {
            sides.sure().around().fixWhole(same, sides.bound().around().choice(apart));
        }
        Model rows = same;
        Solution least = sides.sure().contracts().settled(same, LIMIT);
        double bound = apart.bound();
        if (!isLeast(least, bound)) {
            Model all = giving(sides.sure(), set);
            Solution open = sides.sure().contracts().settled(all, LIMIT);
            boolean better = open.hasPlan() && !(least.hasPlan() && least.objective() < open.objective());
            rows = better ? all : rows;
            least = better ? open : least;
            bound = Math.max(bound, open.bound());
        }
        List<Relaxing.Gives> gives = new ArrayList<>();
        for (int g = 0; g < sides.sure().goals().size(); g++) {
            if ((set >> g & 1) == 1) {
                Goal goal = sides.sure().goals().get(g);
                gives.add(gives(world, sides.sure().around(), goal, least, isLeast(least, bound)));
            }
        }
        return new Relaxing.Way(gives, proof(world, sides.sure(), set, rows, least));
    }

    /// Checks the decisions by which a set gives way, with the budgets that it takes.
    private Proof proof(World world, Side side, int set, Model rows, Solution least) {
        if (!least.hasPlan()) {
            return Proof.NOT_NEEDED;
        }
        TreeMap<String, Double> money = new TreeMap<>(world.spec().budgetUsd());
        for (int g = 0; g < side.goals().size(); g++) {
            Goal goal = side.goals().get(g);
            if ((set >> g & 1) == 1 && goal.row() >= 0) {
                double spent = spent(side.around(), goal, least) * World.USD;
                money.merge(world.partners().get(goal.partner()), spent * (1 + ROUNDING), Math::max);
            }
        }
        World paid = world.with(world.spec().withBudget(money));
        return new Proof(
                cross.verified(
                        paid,
                        input.network(),
                        side.before(),
                        side.found(),
                        side.around().choice(least)),
                cross.of(rows, least, solver));
    }

    private static double spent(Around around, Goal goal, Solution plan) {
        double spent = 0;
        for (var entry : around.spending(goal.partner()).entrySet()) {
            spent += entry.getValue() * plan.value(entry.getKey());
        }
        return spent;
    }

    private static boolean isLeast(Solution found, double bound) {
        return found.hasPlan() && found.objective() - bound <= KEPT + NEAR * Math.abs(found.objective());
    }

    /// The rows with how far a set gives way as the objective, all other targets and budgets kept.
    private static Model giving(Side side, int set) {
        List<Goal> goals = side.goals();
        Model model = bare(side);
        for (int g = 0; g < goals.size(); g++) {
            Goal goal = goals.get(g);
            boolean gives = (set >> g & 1) == 1;
            if (!gives) {
                goal.columns().forEach(column -> model.bounds(column, 0, SLACK));
            } else if (goal.row() >= 0) {
                model.rowBounds(goal.row(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                side.around()
                        .spending(goal.partner())
                        .forEach((column, money) -> model.cost(column, model.cost(column) + money * PER_MILLION));
            } else {
                int level = model.column("level " + g, 0, Double.POSITIVE_INFINITY, 1);
                for (int column : goal.columns()) {
                    model.row("level " + g + " of " + column)
                            .plus(level)
                            .minus(column)
                            .atLeast(0);
                }
            }
        }
        return model;
    }

    private static Relaxing.Gives gives(World world, Around around, Goal goal, Solution least, boolean proved) {
        String partner = goal.who(world);
        PlanSpec.Targets targets = world.spec().targets();
        if (!proved) {
            return new Relaxing.Gives(goal.name(), partner, Double.NaN, Double.NaN);
        }
        if (goal.row() >= 0) {
            double spent = spent(around, goal, least);
            double budget = world.budget().getOrDefault(partner, 0.0);
            return new Relaxing.Gives(goal.name(), partner, budget * World.USD, spent * World.USD);
        }
        double missed = 0;
        for (int column : goal.columns()) {
            missed = Math.max(missed, least.value(column));
        }
        if (goal.partner() < 0) {
            double most = world.spec().rules().risk().mostUsd();
            return new Relaxing.Gives(goal.name(), partner, most, most + missed * around.tailUnitUsd());
        }
        double wanted = switch (goal.name()) {
            case "worst_ban" -> targets.worstBan();
            case "direct_share" -> targets.directShare();
            default -> targets.tracedShare();
        };
        return new Relaxing.Gives(goal.name(), partner, wanted, Math.min(1, wanted + missed));
    }

    private static List<String> names(World world, List<Goal> goals, int set) {
        List<String> names = new ArrayList<>();
        for (int g = 0; g < goals.size(); g++) {
            if ((set >> g & 1) == 1) {
                names.add(goals.get(g).id(world));
            }
        }
        return names;
    }
}
