package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// The cheapest plan for each target year. Each year has a world of its own: what runs by then, and how much is
/// needed.
final class Years {

    private static final double FIFTH = 0.2;

    private final PlanInput input;
    private final Chains chains;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    Years(PlanInput input, Chains chains, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.chains = chains;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    YearFrontier of(PlanSpec spec) {
        List<PlanSpec> years = new ArrayList<>();
        for (int year = spec.asOfYear() + 1; year <= spec.lastYear(); year++) {
            years.add(spec.by(year));
        }
        List<YearFrontier.Point> points = new ArrayList<>();
        work.inOrder(Frontiers.chained(years), chain -> chains.linked(solver -> inTime(solver, chain)))
                .forEach(points::addAll);
        return new YearFrontier(points, knee(points));
    }

    private List<YearFrontier.Point> inTime(Solver solver, List<PlanSpec> years) {
        List<YearFrontier.Point> points = new ArrayList<>();
        for (PlanSpec each : years) {
            if (chains.deadline().allows("frontier_points")) {
                points.add(point(solver, each));
            }
        }
        return points;
    }

    private YearFrontier.Point point(Solver solver, PlanSpec spec) {
        progress.accept("the cheapest plan for " + spec.targetYear());
        World world = WorldBuilder.build(input, spec);
        Search search = new Search(solver, input.network(), Work.alone(), 0);
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        Report report = new Report(world, before, found, input.network());
        double spent = 0;
        for (double usd : report.decisions().spent().values()) {
            spent += usd;
        }
        return new YearFrontier.Point(
                spec.targetYear(),
                report.decisions().cost(),
                spent,
                report.lossAfter().worstUnmet(),
                report.missed(),
                report.decisions().ids(),
                found.proved(),
                report.check().verified(),
                cross.of(found, solver));
    }

    /// Among the years that keep every target: the first from which on a year saves less than a fifth of what a year
    /// saved up to there; the first such year if waiting saves nothing.
    static int knee(List<YearFrontier.Point> points) {
        List<Integer> kept = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            if (points.get(k).keepsAll()) {
                kept.add(k);
            }
        }
        if (kept.isEmpty()) {
            return -1;
        }
        YearFrontier.Point first = points.get(kept.getFirst());
        for (int i = 1; i < kept.size(); i++) {
            YearFrontier.Point here = points.get(kept.get(i));
            double before = (first.costUsd() - here.costUsd()) / (here.year() - first.year());
            double after = 0;
            for (int j = i + 1; j < kept.size(); j++) {
                YearFrontier.Point later = points.get(kept.get(j));
                after = Math.max(after, (here.costUsd() - later.costUsd()) / (later.year() - here.year()));
            }
            if (before > 0 && after < FIFTH * before) {
                return kept.get(i);
            }
        }
        return kept.getFirst();
    }
}
