package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;

/// The plan for the mean year: each supplier ships what it ships on average, bans counted with their
/// probability.
/// That year is sure, so the plan for it insures against nothing; what it is worth when bans come as they
/// do is the
/// other side of the value of the stochastic solution (Birge 1982).
final class MeanPlan {

    private static final double WORSE = 1e-4; // a hundredth of a percent
    private static final int A_YEAR = 4; // quarters

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;

    MeanPlan(PlanInput input, Solver solver, CrossCheck cross) {
        this.cross = cross;
        this.input = input;
        this.solver = solver;
    }

    Value.Mean of(Ground ground) {
        World world = ground.world();
        Around around = ground.around();
        List<Episode> mean = year(around.episodes(), around::chance).stream().toList();
        PlanModel plan = PlanModel.choosing(
                world, mean, ground.before().standing(world), ground.found().caps(), 1);
        Solution best = solver.solve(plan.model(), new Limits(world.spec().timeLimitSeconds(), 1e-6));
        if (!best.hasPlan() && best.status() == org.monazite.plan.lp.Status.TIME_LIMIT) {
            Deadline.of(solver).leaveOut("mean_plan");
            return Value.Mean.UNKNOWN;
        }
        if (!best.hasPlan()) {
            throw new IllegalStateException("No plan was found for the mean year: " + best.status());
        }
        return judged(ground, plan.choice(best));
    }

    /// The mean year: every supplier ships what it ships on average, and works run as they do on average. What
    /// several bans take of one flow, or of one node's capacity, adds up. Empty if nothing can happen.
    ///
    /// @param chance of an episode, 0..1
    static Optional<Episode> year(List<Episode> episodes, ToDoubleFunction<Episode> chance) {
        List<Ban.Stop> stops = new ArrayList<>();
        TreeMap<String, Ban.Outage> outages = new TreeMap<>();
        for (Episode episode : episodes) {
            double part = chance.applyAsDouble(episode);
            Ban ban = episode.ban().orElseThrow();
            if (part > 0) {
                ban.stops()
                        .forEach(stop -> stops.add(new Ban.Stop(
                                stop.supplier(), stop.products(), 1 - part * (1 - stop.open()), stop.buyers())));
                ban.outages()
                        .forEach(outage -> outages.merge(
                                outage.node(), runs(outage, 1, part), (was, _) -> runs(outage, was.open(), part)));
            }
        }
        return stops.isEmpty() && outages.isEmpty()
                ? Optional.empty()
                : Optional.of(Episode.of(0, new Ban("the mean year", stops, A_YEAR, 1, List.copyOf(outages.values()))));
    }

    private static Ban.Outage runs(Ban.Outage outage, double before, double chance) {
        double open = Math.max(0, before - chance * (1 - outage.open()));
        return new Ban.Outage(outage.node(), outage.place(), outage.product(), open);
    }

    /// What the plan does when bans come as they do, what it separates and who pays for it being free.
    private Value.Mean judged(Ground ground, Choice choice) {
        Around around = ground.around();
        Model rows = around.model().relaxed();
        around.fix(rows, choice);
        Solution solution = solver.solve(rows, Limits.NONE);
        if (!solution.hasPlan()) {
            throw new IllegalStateException("The plan for the mean year fits no year: " + solution.status());
        }
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < ground.world().partners().size(); i++) {
            String partner = ground.world().partners().get(i);
            if (isWorse(ground, solution, around.excess(i))) {
                broken.add("worst_ban " + partner);
            }
            if (isWorse(ground, solution, around.shortfalls(i))) {
                broken.add("direct_share " + partner);
            }
        }
        if (isWorse(ground, solution, around.tailMissed().stream().boxed().toList())) {
            broken.add(PlanResult.TargetState.CVAR);
        }
        double money = around.money(solution);
        double vss = broken.isEmpty() ? money - around.money(ground.fixed()) : Double.NaN;
        return new Value.Mean(
                new DecisionList(ground.world(), choice, input.network()).ids(),
                money * World.USD,
                vss * World.USD,
                broken,
                new Proof(
                        cross.verified(
                                ground.world(),
                                input.network(),
                                ground.before(),
                                ground.found(),
                                around.choice(solution)),
                        cross.of(rows, solution, solver)));
    }

    private static boolean isWorse(Ground ground, Solution solution, List<Integer> columns) {
        return columns.stream()
                .anyMatch(column ->
                        solution.value(column) > ground.found().solution().value(column) + WORSE);
    }
}
