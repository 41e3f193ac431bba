package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.plan.cases.Pocket.Episode;
import org.monazite.plan.cases.Pocket.Project;
import org.monazite.plan.cases.Pocket.WorthOf;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;

/// Answers all questions of a pocket plan.
public final class PocketPlanner {

    /// The solver stopped at a limit of time, so that not all questions have an answer.
    public static final class OutOfTime extends RuntimeException {

        private static final long serialVersionUID = 1;

        private OutOfTime() {
            super("The time was up before all questions about the plan were answered.");
        }
    }

    private static final double NEAR = 1.03;
    private static final double SAME = 1e-9;

    private final Pocket pocket;
    private final Solver solver;

    private PocketPlanner(Pocket pocket, Solver solver) {
        this.pocket = pocket;
        this.solver = solver;
    }

    /// Answers the questions.
    ///
    /// @throws OutOfTime if the solver stops at a limit of time
    public static PocketAnswers answer(Pocket pocket, Solver solver) {
        PocketPlanner planner = new PocketPlanner(pocket, solver);
        PocketAnswers.Cheapest cheapest = planner.cheapest();
        return new PocketAnswers(
                planner.doNothing(),
                cheapest,
                planner.subsets().stream()
                        .map(projects ->
                                new PocketAnswers.Subset(projects, planner.best(projects, Double.POSITIVE_INFINITY)))
                        .toList(),
                cheapest.cost() - planner.foresight(),
                pocket.ask().unmetLimits().stream().map(planner::target).toList(),
                pocket.ask().budgets().stream().map(planner::point).toList(),
                pocket.ask().stockWorth().stream().map(planner::worth).toList());
    }

    /// Cost of the best plan with exactly these projects and so much stock that keeps a limit; infinity if none does.
    ///
    /// @param stock tonnes bought; not a number for whatever is best
    /// @param limit tonnes unmet in any episode with a ban; infinity for none
    public static double cost(Pocket pocket, Solver solver, List<String> projects, double stock, double limit) {
        PocketPlanner planner = new PocketPlanner(pocket, solver);
        PocketModel model = planner.model();
        model.projects(projects);
        if (!Double.isNaN(stock)) {
            model.stock(stock);
        }
        if (limit < Double.POSITIVE_INFINITY) {
            model.limit(limit);
        }
        return planner.cost(model);
    }

    /// Cost of the best plan without a project that keeps a limit; infinity if none does.
    public static double costWithout(Pocket pocket, Solver solver, String project, double limit) {
        PocketPlanner planner = new PocketPlanner(pocket, solver);
        PocketModel model = planner.model();
        model.limit(limit);
        model.forbid(project);
        return planner.cost(model);
    }

    private PocketModel model() {
        return new PocketModel(pocket, pocket.episodes());
    }

    private Solution solve(PocketModel model) {
        Solution plan = solver.solve(model.model, Limits.EXACT);
        if (plan.status() == Status.TIME_LIMIT) {
            throw new OutOfTime();
        }
        return plan;
    }

    /// Cost of the best plan; infinity if there is none.
    private double cost(PocketModel model) {
        Solution plan = solve(model);
        return plan.hasPlan() ? plan.objective() : Double.POSITIVE_INFINITY;
    }

    private PocketAnswers.DoNothing doNothing() {
        PocketModel model = model();
        model.projects(List.of());
        model.stock(0);
        Solution plan = solve(model);
        return new PocketAnswers.DoNothing(plan.objective(), model.worstUnmet(plan));
    }

    private PocketAnswers.Cheapest cheapest() {
        PocketModel model = model();
        Solution plan = solve(model);
        Map<String, Double> unmet = new LinkedHashMap<>();
        for (int e = 0; e < pocket.episodes().size(); e++) {
            unmet.put(pocket.episodes().get(e).id(), model.unmet(plan, e));
        }
        return new PocketAnswers.Cheapest(plan.objective(), model.built(plan), model.stock(plan), unmet);
    }

    /// All sets of projects: small ones first, sets of one size in the order of the projects.
    private List<List<String>> subsets() {
        List<List<String>> sets = new ArrayList<>();
        int projects = pocket.projects().size();
        for (int bits = 0; bits < 1 << projects; bits++) {
            List<String> set = new ArrayList<>();
            for (int p = 0; p < projects; p++) {
                if ((bits >> (projects - 1 - p) & 1) == 1) {
                    set.add(pocket.projects().get(p).id());
                }
            }
            sets.addFirst(set); // the first project is the highest bit, so sets with it come first
        }
        sets.sort(Comparator.comparingInt(List::size)); // keeps the order of equal sizes
        return sets;
    }

    private double best(List<String> projects, double limit) {
        PocketModel model = model();
        model.projects(projects);
        if (limit < Double.POSITIVE_INFINITY) {
            model.limit(limit);
        }
        return cost(model);
    }

    /// Mean cost if each episode were known before projects and stock are chosen.
    private double foresight() {
        double mean = 0;
        for (Episode episode : pocket.episodes()) {
            Episode certain = new Episode(episode.id(), 1, episode.banned(), episode.banQuarters());
            mean += episode.probability() * cost(new PocketModel(pocket, List.of(certain)));
        }
        return mean;
    }

    private PocketAnswers.Target target(double limit) {
        PocketModel model = model();
        model.limit(limit);
        Solution plan = solve(model);
        if (!plan.hasPlan()) {
            double never = Double.POSITIVE_INFINITY;
            return new PocketAnswers.Target(limit, never, List.of(), Double.NaN, never, Map.of(), List.of());
        }
        List<String> built = model.built(plan);
        Map<String, Double> knockOut = new LinkedHashMap<>();
        for (String project : built) {
            PocketModel without = model();
            without.limit(limit);
            without.forbid(project);
            knockOut.put(project, cost(without) - plan.objective());
        }
        double most = NEAR * plan.objective() * (1 + SAME);
        List<List<String>> near = subsets().stream()
                .filter(projects -> best(projects, limit) <= most)
                .toList();
        return new PocketAnswers.Target(
                limit, plan.objective(), built, model.stock(plan), model.worstUnmet(plan), knockOut, near);
    }

    private PocketAnswers.Point point(double budget) {
        PocketModel model = model();
        model.leastWorst(budget);
        return new PocketAnswers.Point(budget, cost(model));
    }

    private PocketAnswers.Worth worth(WorthOf ask) {
        List<String> known = pocket.projects().stream().map(Project::id).toList();
        for (String project : ask.projects()) {
            if (!known.contains(project)) {
                throw new IllegalArgumentException("There is no project '%s'; there are %s.".formatted(project, known));
            }
        }
        double right = slope(ask, 1);
        double left = ask.at() > 0 ? slope(ask, -1) : Double.NaN;
        return new PocketAnswers.Worth(ask.projects(), ask.at(), right, left);
    }

    /// The cost is convex and piecewise linear in the stock: the step is halved until half a step has
    /// the same slope, so that no kink lies within it.
    private double slope(WorthOf ask, int direction) {
        double here = costAt(ask, ask.at());
        double step = direction < 0 ? Math.min(1, ask.at()) : 1;
        double slope = (here - costAt(ask, ask.at() + direction * step)) / (direction * step);
        for (int halving = 0; halving < 20; halving++) {
            step /= 2;
            double half = (here - costAt(ask, ask.at() + direction * step)) / (direction * step);
            if (Math.abs(half - slope) <= 1e-7 * Math.max(1, Math.abs(half))) {
                return half;
            }
            slope = half;
        }
        throw new IllegalStateException("The worth of stock at %s t has no slope.".formatted(ask.at()));
    }

    private double costAt(WorthOf ask, double tonnes) {
        PocketModel model = model();
        model.projects(ask.projects());
        model.stock(tonnes);
        return cost(model);
    }
}
