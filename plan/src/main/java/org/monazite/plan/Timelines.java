package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Fills;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// The plan for the target year played in every plan year: decisions as they are, works as far as they run by then,
/// need as grown by then.
final class Timelines {

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    Timelines(PlanInput input, Solver solver, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    Timeline of(PlanSpec spec) {
        World world = WorldBuilder.build(input, spec);
        Search search = new Search(solver, input.network(), work);
        Search.State before = search.before(world);
        progress.accept("searching for the plan itself");
        Search.Found found = search.find(world, before);
        Report report = new Report(world, before, found, input.network());
        List<Decision> decisions = report.decisions().list();
        List<Integer> years = new ArrayList<>();
        for (int year = spec.asOfYear() + 1; year <= spec.lastYear(); year++) {
            years.add(year);
        }
        List<Timeline.Year> played = new ArrayList<>();
        work.inOrder(years, year -> inTime(world, found.choice(), decisions, year))
                .forEach(played::addAll);
        return new Timeline(
                spec,
                decisions,
                played,
                decisions.stream()
                        .map(Decision::flag)
                        .reduce(org.monazite.supply.Flag.UNVERIFIED, org.monazite.supply.Flag::and),
                cross.proof(report, found, solver));
    }

    private List<Timeline.Year> inTime(World plan, Choice choice, List<Decision> decisions, int year) {
        return Deadline.of(solver).allows("timeline_years") ? List.of(year(plan, choice, decisions, year)) : List.of();
    }

    private Timeline.Year year(World plan, Choice choice, List<Decision> decisions, int year) {
        progress.accept("the plan in " + year);
        PlanSpec spec = plan.spec();
        World then = WorldBuilder.build(
                input, spec.with(List.of(), spec.exclude()).by(year)); // what must be in is in the plan by its size
        Search search = new Search(solver, input.network(), Work.alone());
        Search.State before = search.before(then);
        Choice running = year < spec.targetYear() ? running(plan, choice, year) : choice;
        PlanResult.Loss with = new Carried(solver, search).loss(plan, running, then, before);
        TreeMap<String, Double> decided = new TreeMap<>();
        then.counted().forEach(each -> decided.merge(each.productId(), each.countedTonnes(), Double::sum));
        TreeMap<String, Double> added = new TreeMap<>();
        for (Decision each : decisions) {
            double tonnes = each.output().getOrDefault(year, 0.0);
            if (tonnes > 0 && Steps.makes(each)) {
                added.merge(each.productId(), tonnes, Double::sum);
            }
        }
        return new Timeline.Year(year, Loss.all(then, before.bans()), with, decided, added);
    }

    /// Before the target year: no contracts yet, and of stocks what is bought by then.
    private static Choice running(World plan, Choice choice, int year) {
        Choice running = choice.with(new double[choice.contracts().length]).copy();
        for (int c = 0; c < plan.candidates().size(); c++) {
            double all = 0;
            double there = 0;
            for (var bought : new Fills(plan, choice).of(c).entrySet()) {
                boolean stands =
                        bought.getKey() < year || bought.getKey() == year && year == Starts.firstYear(plan.spec());
                all += bought.getValue();
                there += stands ? bought.getValue() : 0;
            }
            if (all > 0 && choice.started()[c].length == 0) {
                running.modules()[c] *= there / all;
            }
        }
        return running;
    }
}
