package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Plans for rising weights of the mean of the worst years, everything else as asked.
final class RiskFrontiers {

    private static final List<Double> WEIGHTS = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

    private final PlanInput input;
    private final Chains chains;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    RiskFrontiers(PlanInput input, Chains chains, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.chains = chains;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    RiskFrontier of(PlanSpec spec) {
        World world = WorldBuilder.build(input, spec);
        Search.State before = new Search(chains.single(), input.network(), work).before(world);
        List<RiskFrontier.Point> points = new ArrayList<>();
        work.inOrder(Frontiers.chained(WEIGHTS), chain -> chains.linked(solver -> inTime(solver, world, before, chain)))
                .forEach(points::addAll);
        List<PlanResult.Ban> without = Report.bans(world, before.bans(), before.bans());
        return new RiskFrontier(
                points, 1 - spec.tail(), Loss.all(world, before.bans()), Tail.of(without, spec.tail(), false));
    }

    private List<RiskFrontier.Point> inTime(Solver solver, World world, Search.State before, List<Double> weights) {
        List<RiskFrontier.Point> points = new ArrayList<>();
        for (double weight : weights) {
            if (chains.deadline().allows("frontier_points")) {
                Risk risk = world.spec().rules().risk().weighing(weight);
                points.add(point(solver, world.with(world.spec().with(risk)), before));
            }
        }
        return points;
    }

    private RiskFrontier.Point point(Solver solver, World world, Search.State before) {
        double weight = world.spec().rules().risk().weight();
        progress.accept("a plan that weighs the worst years with " + weight);
        Search.Found found = new Search(solver, input.network(), Work.alone()).find(world, before);
        Report report = new Report(world, before, found, input.network());
        double spent = report.decisions().spent().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return new RiskFrontier.Point(
                weight,
                report.decisions().cost(),
                spent,
                report.lossAfter(),
                Tail.of(report.bans(), world.spec().tail(), true),
                report.missed(),
                report.decisions().ids(),
                report.check().verified(),
                cross.of(found, solver));
    }
}
