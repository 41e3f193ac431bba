package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Chances;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;

/// What it would be worth to know which ban comes, and what not knowing costs: solves for each ban alone,
/// for none,
/// and for the smallest largest regret.
final class Values {

    private static final double GAP = 1e-6;

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    Values(PlanInput input, Solver solver, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    /// The best plan if one knew what happens.
    private record Knowing(Choice choice, double money, boolean finished, Proof proof) {}

    /// The plan with the smallest largest regret.
    private record Least(Model rows, Solution solution) {}

    Value of(PlanSpec spec) {
        Ground ground = Ground.of(input, solver, work, spec, progress);
        Around around = ground.around();
        List<Episode> episodes = possible(around);
        progress.accept("the best plan for each ban alone, and for none");
        List<List<Episode>> cases = new ArrayList<>();
        episodes.forEach(episode -> cases.add(List.of(episode)));
        cases.add(List.of());
        List<Knowing> knowing = work.inOrder(cases, each -> knowing(ground, each));
        double planCost = around.cost(ground.fixed());
        double expected = ground.expected(ground.fixed());
        double informed = 0;
        double quiet = 1;
        List<Value.Line> lines = new ArrayList<>();
        for (int e = 0; e < episodes.size(); e++) {
            double chance = around.chance(episodes.get(e));
            informed += chance * knowing.get(e).money();
            quiet -= chance;
            double loss = 0;
            for (String partner : ground.world().partners()) {
                loss += around.loss(ground.fixed(), episodes.get(e), partner);
            }
            lines.add(line(
                    ground,
                    episodes.get(e).ban().orElseThrow().id(),
                    around.year(episodes.get(e)),
                    chance,
                    planCost + loss,
                    knowing.get(e)));
        }
        informed += quiet * knowing.getLast().money();
        lines.add(line(ground, "", ground.world().years().getFirst(), quiet, planCost, knowing.getLast()));
        progress.accept("the plan with the smallest largest regret");
        boolean known = knowing.stream().noneMatch(each -> Double.isNaN(each.money()));
        Optional<Least> regret =
                known && Deadline.of(solver).allows("regret") ? leastRegret(ground, knowing) : Optional.empty();
        Value.Mean mean = Deadline.of(solver).allows("mean_plan")
                ? new MeanPlan(input, solver, cross).of(ground)
                : Value.Mean.UNKNOWN;
        Report report = new Report(ground.world(), ground.before(), ground.found(), input.network());
        double most = 0;
        for (Value.Line line : lines) {
            most = Math.max(most, line.regretUsd());
        }
        return new Value(
                planCost * World.USD,
                expected * World.USD,
                (planCost + expected - informed) * World.USD,
                mean,
                lines,
                most,
                regret.map(least -> leastMost(ground, least.solution(), knowing) * World.USD)
                        .orElse(Double.NaN),
                regret.map(least -> new DecisionList(ground.world(), around.choice(least.solution()), input.network())
                                .ids())
                        .orElse(List.of()),
                regret.map(least -> around.money(least.solution()) * World.USD).orElse(Double.NaN),
                knowing.stream().allMatch(Knowing::finished),
                regret.map(least -> proof(ground, around.choice(least.solution()), least.rows(), least.solution()))
                        .orElse(Proof.NOT_NEEDED),
                cross.proof(report, ground.found(), solver),
                new Chances(input, spec).feared());
    }

    /// Bans that can come: one that is given no chance is no state of the world.
    private static List<Episode> possible(Around around) {
        return around.episodes().stream()
                .filter(episode -> around.chance(episode) > 0)
                .toList();
    }

    private Value.Line line(Ground ground, String ban, int year, double chance, double money, Knowing best) {
        return new Value.Line(
                ban,
                year,
                chance,
                money * World.USD,
                best.money() * World.USD,
                new DecisionList(ground.world(), best.choice(), input.network()).ids(),
                best.proof());
    }

    private Proof proof(Ground ground, Choice choice, Model rows, Solution solution) {
        return new Proof(
                cross.verified(ground.world(), input.network(), ground.before(), ground.found(), choice),
                cross.of(rows, solution, solver));
    }

    /// The best plan against one ban that is sure to come, its loss counted in full, targets of that ban
    /// alone held
    /// where the plan has them.
    private Knowing knowing(Ground ground, List<Episode> episodes) {
        double chance = episodes.isEmpty() ? 1 : ground.around().chance(episodes.getFirst());
        PlanModel plan = PlanModel.choosing(
                sure(ground.world()),
                episodes,
                ground.before().standing(ground.world()),
                ground.found().caps(),
                1 / chance);
        Around around = plan.around();
        Model rows = around.heldAs(ground.around(), ground.found().solution());
        Solution best = solver.solve(rows, new Limits(ground.world().spec().timeLimitSeconds(), GAP));
        if (!best.hasPlan()) {
            if (Deadline.of(solver).passed()) {
                Deadline.of(solver).leaveOut("best_for_ban");
                return new Knowing(ground.world().nothing(), Double.NaN, false, Proof.NOT_NEEDED);
            }
            throw new IllegalStateException("No plan was found against " + episodes + ": " + best.status());
        }
        double money = around.cost(best);
        for (Episode episode : episodes) {
            for (String partner : ground.world().partners()) {
                money += around.loss(best, episode, partner);
            }
        }
        Choice choice = around.choice(best);
        boolean finished = best.status() == org.monazite.plan.lp.Status.OPTIMAL;
        return new Knowing(choice, money, finished, proof(ground, choice, rows, best));
    }

    /// Who knows what comes has nothing to weigh.
    private static World sure(World world) {
        PlanRules rules = world.spec().rules();
        return rules.risk().weight() > 0
                ? world.with(world.spec().with(rules.with(rules.risk().weighing(0))))
                : world;
    }

    /// `min R` with `R >= cost + loss of e - best for e` for every ban e and for none.
    private Optional<Least> leastRegret(Ground ground, List<Knowing> knowing) {
        Model rows = ground.held().copy();
        Around around = ground.around();
        World world = ground.world();
        double[] cost = new double[rows.columns()];
        double[] all = new double[rows.columns()];
        for (int column = 0; column < cost.length; column++) {
            all[column] = rows.cost(column);
            rows.cost(column, 0);
        }
        around.decisionCosts().forEach((column, each) -> cost[column] = each);
        int regret = rows.column("regret", 0, Double.POSITIVE_INFINITY, 1);
        List<Episode> episodes = possible(around);
        for (int e = 0; e <= episodes.size(); e++) {
            Row row = rows.row("regret " + e).plus(regret);
            for (int column = 0; column < cost.length; column++) {
                if (cost[column] != 0) {
                    row.minus(column, cost[column]);
                }
            }
            double offset = 0;
            if (e < episodes.size()) {
                offset = around.lossTerms(episodes.get(e), (column, value) -> row.plus(column, value));
            }
            row.atLeast(offset - knowing.get(e).money());
        }
        Solution least = solver.solve(rows, new Limits(world.spec().timeLimitSeconds(), GAP));
        if (!least.hasPlan()) {
            if (least.status() == org.monazite.plan.lp.Status.TIME_LIMIT) {
                Deadline.of(solver).leaveOut("regret");
                return Optional.empty();
            }
            throw new IllegalStateException("No plan with the smallest regret was found: " + least.status());
        }
        Model asked = rows.copy();
        rows.bounds(regret, 0, least.value(regret) * (1 + GAP) + GAP);
        rows.cost(regret, 0);
        for (int column = 0; column < all.length; column++) {
            rows.cost(column, all[column]); // among equals the cheaper one
        }
        Solution cheaper = solver.solve(rows, new Limits(world.spec().timeLimitSeconds(), GAP));
        return Optional.of(cheaper.hasPlan() ? new Least(rows, cheaper) : new Least(asked, least));
    }

    private static double leastMost(Ground ground, Solution regret, List<Knowing> knowing) {
        Around around = ground.around();
        List<Episode> episodes = possible(around);
        double most = around.cost(regret) - knowing.getLast().money();
        for (int e = 0; e < episodes.size(); e++) {
            double money = around.cost(regret);
            for (String partner : ground.world().partners()) {
                money += around.loss(regret, episodes.get(e), partner);
            }
            most = Math.max(most, money - knowing.get(e).money());
        }
        return most;
    }
}
