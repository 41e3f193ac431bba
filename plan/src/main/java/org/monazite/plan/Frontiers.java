package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.replay.CalmNetwork;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Plans for rising budgets. A plan for less money can be had for more, so a point that is no better than
/// the one before takes its plan.
final class Frontiers {

    private static final double FIFTH = 0.2;
    private static final int MOST_CHAINS = 4;
    private static final double SAME = 1e-6;

    private final PlanInput input;
    private final Chains chains;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    /// A point and how good its plan is.
    ///
    /// @param spent by partner
    /// @param bound what a partner must pay by itself, by partner: its contracts and what stands under its name
    /// @param payments when and how, where the question has lines for it
    private record Scored(
            Frontier.Point point,
            double objective,
            SortedMap<String, Double> spent,
            SortedMap<String, Double> bound,
            List<Payment> payments) {

        Scored {
            payments = List.copyOf(payments);
        }

        boolean isPaidBy(PlanSpec spec) {
            return spent.entrySet().stream()
                            .allMatch(entry ->
                                    entry.getValue() <= spec.budgetUsd().getOrDefault(entry.getKey(), 0.0))
                    && spec.rules().funding().lines().stream().allMatch(line -> used(line) <= line.usd());
        }

        private double used(BudgetLine line) {
            double used = 0;
            for (Payment each : payments) {
                boolean limited = line.partner().equals(each.partner()) && line.limits(each.instrument(), each.year());
                used += limited ? each.usd() : 0;
            }
            return used;
        }
    }

    /// What all points have in common: a year without a plan.
    private record Start(Search.State before, Dependences without) {}

    Frontiers(PlanInput input, Chains chains, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.chains = chains;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    Frontier of(PlanSpec spec, int points) {
        World world = WorldBuilder.build(input, spec);
        return of(world, new Search(chains.single(), input.network(), work).before(world), points);
    }

    /// The largest budget comes first: its plan is also the best for every smaller budget that pays for it.
    ///
    /// @param before what happens without a plan
    Frontier of(World world, Search.State before, int points) {
        PlanSpec spec = world.spec();
        Start start = new Start(
                before, Dependences.of(world, CalmNetwork.of(world, input.network(), world.nothing(), before.calm())));
        PlanSpec largest = spec.withBudget(2 * spec.totalBudgetUsd());
        Scored most = chains.linked(solver -> point(solver, world.with(largest), start));
        List<PlanSpec> asked = budgets(spec, points, enough(spec, most)).stream()
                .map(spec::withBudget)
                .toList();
        List<PlanSpec> open =
                asked.stream().filter(each -> !most.isPaidBy(each)).toList();
        List<Scored> found = new ArrayList<>();
        work.inOrder(chained(open), chain -> chains.linked(solver -> inTime(solver, world, start, chain)))
                .forEach(found::addAll);
        for (PlanSpec each : asked) {
            if (most.isPaidBy(each)) {
                found.add(new Scored(
                        withBudget(most.point(), each.totalBudgetUsd()),
                        most.objective(),
                        most.spent(),
                        most.bound(),
                        most.payments()));
            }
        }
        if (found.isEmpty()) {
            found.add(most);
        }
        List<Frontier.Point> rising = alike(rising(found));
        Setting setting = new Settings(world, input.network()).before();
        return new Frontier(rising, knee(rising), setting, traced(world, start.without()));
    }

    /// From nothing in equal steps to what the plan for twice the budget needs, then the budget and twice
    /// the budget; in equal steps to twice the budget if that plan needs more than the budget or there are
    /// fewer than five points.
    private static List<Double> budgets(PlanSpec spec, int points, double spent) {
        double budget = spec.totalBudgetUsd();
        boolean even = spent >= budget || spent <= 0 || points < 5;
        List<Double> all = new ArrayList<>();
        for (int k = 0; k < points; k++) {
            if (even) {
                all.add(2 * budget * k / (points - 1));
            } else {
                all.add(k < points - 2 ? spent * k / (points - 3) : budget * (k - points + 3));
            }
        }
        return all;
    }

    private List<Scored> inTime(Solver solver, World world, Start start, List<PlanSpec> specs) {
        List<Scored> found = new ArrayList<>();
        for (PlanSpec each : specs) {
            if (chains.deadline().allows("frontier_points")) {
                found.add(point(solver, world.with(each), start));
            }
        }
        return found;
    }

    /// Neighbours in a few chains of equal length, however many threads there are: within one, each starts where
    /// the last ended.
    static <A> List<List<A>> chained(List<A> all) {
        List<List<A>> chains = new ArrayList<>();
        int number = Math.clamp(all.size() / 4, 1, MOST_CHAINS);
        for (int k = 0; k < number; k++) {
            chains.add(List.copyOf(all.subList(all.size() * k / number, all.size() * (k + 1) / number)));
        }
        return chains;
    }

    private Scored point(Solver solver, World world, Start start) {
        double budget = world.spec().totalBudgetUsd();
        progress.accept(String.format(java.util.Locale.ROOT, "a plan for %.0f M USD", budget / World.USD));
        Search.Found found = new Search(solver, input.network(), Work.alone()).find(world, start.before());
        Report report = new Report(world, start.before(), found, input.network());
        PlanResult.Loss loss = report.lossAfter();
        double spent = report.decisions().spent().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        Frontier.Point point = new Frontier.Point(
                budget,
                spent,
                report.decisions().cost(),
                loss.worstUnmet(),
                loss.worstUsd(),
                loss.expectedUsd(),
                report.missed(start.without()),
                report.decisions().ids(),
                report.check().verified(),
                cross.of(found, solver),
                report.traced(),
                report.decisions().list());
        return new Scored(
                point,
                found.solution().objective(),
                report.decisions().spent(),
                bound(world, report),
                report.decisions().list().stream()
                        .flatMap(decision -> decision.payments().stream())
                        .toList());
    }

    private static SortedMap<String, Double> bound(World world, Report report) {
        TreeMap<String, Double> bound = new TreeMap<>();
        for (Decision decision : report.decisions().list()) {
            int candidate = world.indexOf(decision.id());
            boolean contract = decision.kind() == Decision.Kind.OFFTAKE;
            if (contract
                    || candidate >= 0
                            && !world.candidates().get(candidate).payer().isEmpty()) {
                decision.paidUsd().forEach((partner, usd) -> bound.merge(partner, usd, Double::sum));
            }
        }
        return bound;
    }

    /// The least that all partners together need to have, shared as asked, so that the plan can be paid.
    private static double enough(PlanSpec spec, Scored most) {
        double enough = most.point().spentUsd();
        for (var entry : most.bound().entrySet()) {
            double own = spec.budgetUsd().getOrDefault(entry.getKey(), 0.0);
            if (own > 0) {
                enough = Math.max(enough, entry.getValue() * spec.totalBudgetUsd() / own);
            }
        }
        return enough;
    }

    private static List<Frontier.Point> rising(List<Scored> found) {
        List<Frontier.Point> points = new ArrayList<>();
        Scored best = found.getFirst();
        for (Scored each : found) {
            boolean worse = each.objective() > best.objective()
                    || each.point().worstUnmet() > best.point().worstUnmet() + 1e-9;
            if (!worse) {
                best = each;
            }
            points.add(withBudget(best.point(), each.point().budgetUsd()));
        }
        return points;
    }

    /// The same plan has the same shares at every budget: those of the largest. A calm year is found by steps that
    /// begin at what a budget allows, so that it could differ a little.
    private static List<Frontier.Point> alike(List<Frontier.Point> points) {
        List<Frontier.Point> all = new ArrayList<>(points);
        for (int k = all.size() - 2; k >= 0; k--) {
            Frontier.Point here = all.get(k);
            Frontier.Point next = all.get(k + 1);
            if (isSamePlan(here, next)) {
                all.set(k, withBudget(next, here.budgetUsd()));
            }
        }
        return all;
    }

    private static boolean isSamePlan(Frontier.Point here, Frontier.Point next) {
        return here.decisions().equals(next.decisions())
                && Math.abs(here.spentUsd() - next.spentUsd()) <= SAME * Math.max(1, next.spentUsd());
    }

    private static SortedMap<String, Double> traced(World world, Dependences shares) {
        TreeMap<String, Double> traced = new TreeMap<>();
        for (String partner : world.partners()) {
            traced.put(partner, Report.traced(world, shares, partner));
        }
        return traced;
    }

    private static Frontier.Point withBudget(Frontier.Point plan, double budget) {
        return new Frontier.Point(
                budget,
                plan.spentUsd(),
                plan.costUsd(),
                plan.worstUnmet(),
                plan.worstUsd(),
                plan.expectedUsd(),
                plan.missed(),
                plan.decisions(),
                plan.verified(),
                plan.second(),
                plan.traced(),
                plan.backed());
    }

    /// The first point from which on a dollar spent saves less than a fifth of what it saved up to there, whatever
    /// later point it goes to: of value at risk in the worst ban, or of the part unmet where no value is known. A
    /// flat stretch before a steep one, as whole modules make it, is no knee. Of points with one plan it is the
    /// first.
    static int knee(List<Frontier.Point> points) {
        int knee = bend(points);
        while (knee > 0 && isSamePlan(points.get(knee - 1), points.get(knee))) {
            knee--;
        }
        return knee;
    }

    private static double loss(List<Frontier.Point> points, int k) {
        Frontier.Point point = points.get(k);
        return points.getFirst().isValued() ? point.worstUsd() : point.worstUnmet();
    }

    private static int bend(List<Frontier.Point> points) {
        double start = loss(points, 0);
        for (int k = 1; k < points.size() - 1; k++) {
            double spent = points.get(k).spentUsd() - points.getFirst().spentUsd();
            double before = spent > 0 ? (start - loss(points, k)) / spent : 0;
            if (before > 0 && best(points, k) < FIFTH * before) {
                return k;
            }
        }
        return points.size() - 1;
    }

    /// What a dollar saves at most on the way from a point to a later one that spends more.
    private static double best(List<Frontier.Point> points, int k) {
        double best = 0;
        for (int later = k + 1; later < points.size(); later++) {
            double spent = points.get(later).spentUsd() - points.get(k).spentUsd();
            best = spent > 0 ? Math.max(best, (loss(points, k) - loss(points, later)) / spent) : best;
        }
        return best;
    }
}
