package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Trouble;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.plan.replay.Replays;
import org.monazite.plan.world.Chances;
import org.monazite.plan.world.World;
import org.monazite.supply.Flag;
import org.monazite.supply.SupplyNetwork;

/// One question answered in full: search, check, second solver, replay, and the same with a fifth of the
/// value at risk.
final class Solve {

    private static final double LOW_VALUE = 0.2;

    private record Reasons(List<PlanResult.LeftOut> list) {}

    private record Hanging(List<Hang> list) {}

    private final PlanInput input;
    private final Solver solver;
    private final Choosing chooser;
    private final CrossCheck cross;
    private final Work work;
    private final Deadline deadline;
    private final Consumer<String> progress;

    Solve(PlanInput input, Solver solver, Choosing chooser, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.chooser = chooser;
        this.cross = cross;
        this.work = work;
        this.deadline = Deadline.of(solver);
        this.progress = progress;
    }

    /// @param prudent the plan for late works, empty where none is wanted
    PlanResult result(
            World world,
            Search.State before,
            Search.Found found,
            Work.Begun<Optional<Lateness.Prudent>> prudent,
            double seconds) {
        Report report = new Report(world, before, found, input.network());
        progress.accept("checking the plan");
        OwnCheck check = report.check();
        Solution fixed = solver.solve(found.plan().model().fixedAt(found.solution()), Limits.NONE);
        SupplyNetwork without = report.networkBefore();
        SupplyNetwork with = report.networkAfter();
        Chains chains = new Chains(deadline); // models of one part are alike, so each starts from the one before
        progress.accept(
                "playing the plan in the daily engine, asking a second solver and asking again with less at stake");
        List<Object> parts = work.all(List.of( // the longest first, but what waits for the plan for late works last
                () -> deadline.allows("announced")
                        ? chains.linked(each -> new AnnouncedAlone(input, each, cross)
                                .of(world, before, report.decisions(), prudent::get))
                        : Announced.NONE,
                () -> chains.linked(each -> new Hanging(new Hangs(input, each).of(world, found.choice()))),
                () -> cross.of(found, solver),
                () -> deadline.allows("replay")
                        ? report.replay(new Replays(world, input.assumptions()), without, with)
                        : new Replay(List.of(), 0),
                () -> chains.linked(each -> new Reasons(new LeftOuts(world, found, fixed, each).list())),
                () -> deadline.allows("low_value") ? lowValue(world, before, found, chains) : LowValue.UNKNOWN,
                () -> new Fairness(solver, chooser, cross, input.network()).of(world, before, found, fixed),
                () -> chains.linked(each -> new Needs(input, each).of(world, found.choice())),
                () -> stocks(world, before, found),
                () -> prudent.get()
                        .map(each -> new Lateness(input, solver).of(world, before, found, each, cross, work))
                        .orElse(Late.NONE)));
        Announced announced = (Announced) parts.get(0);
        Hanging hanging = (Hanging) parts.get(1);
        SecondSolver second = (SecondSolver) parts.get(2);
        Replay replay = (Replay) parts.get(3);
        Reasons reasons = (Reasons) parts.get(4);
        LowValue lowValue = (LowValue) parts.get(5);
        PriceOfFairness fair = (PriceOfFairness) parts.get(6);
        Setting.Needs needs = (Setting.Needs) parts.get(7);
        Stockpiles stocks = (Stockpiles) parts.get(8);
        Late late = (Late) parts.get(9);
        Dependences today = Dependences.of(world, without);
        List<PlanResult.Dependence> dependence = Report.dependence(world, today, Dependences.of(world, with));
        List<PlanResult.TargetState> targets = report.targets(dependence, replay);
        List<Decision> decisions = report.decisions().list();
        return new PlanResult(
                world.spec(),
                outcome(found, targets),
                decisions,
                report.decisions().cost(),
                report.decisions().spent(),
                report.lossBefore(),
                report.lossAfter(),
                report.bans(),
                dependence,
                targets,
                world.counted(),
                reasons.list(),
                check,
                second,
                replay,
                lowValue,
                search(found, seconds),
                world.assumptions(),
                decisions.stream().map(Decision::flag).reduce(Flag.UNVERIFIED, Flag::and),
                traced(world, found, dependence),
                hanging.list(),
                Calibration.NONE,
                late,
                announced,
                new Chances(input, world.spec()).feared(),
                new Shifts(solver).of(world, before, found),
                fair,
                Dependences.unknown(world, without),
                new Settings(world, input.network()).of(found.choice(), with, needs),
                new MoneyReport(world, found, solver, decisions).money(),
                stocks);
    }

    /// Days that stocks cover, and bans of other lengths as far as the time allows.
    private Stockpiles stocks(World world, Search.State before, Search.Found found) {
        List<Stockpiles.Cover> covers = new Covers(world, found.state().calm()).of(found.choice(), input.stocks());
        if (covers.isEmpty()) {
            return Stockpiles.NONE;
        }
        return new Stockpiles(
                covers,
                deadline.allows("stocks")
                        ? new Lengths(world, new Search(solver, input.network(), Work.alone()), before, found, work)
                                .of()
                        : List.of());
    }

    private static TracedLevels traced(World world, Search.Found found, List<PlanResult.Dependence> dependence) {
        if (Double.isNaN(found.apart())) {
            return TracedLevels.STEERED;
        }
        double cap = world.spec().targets().tracedShare();
        List<TracedLevels.Line> lines = new ArrayList<>();
        for (PlanResult.Dependence row : dependence) {
            OptionalDouble declared = found.plan().declared(found.solution(), row.partner(), row.productId());
            if (declared.isPresent()) {
                lines.add(new TracedLevels.Line(
                        row.partner(), row.productId(), cap, declared.getAsDouble(), row.tracedAfter()));
            }
        }
        return new TracedLevels(found.apart() * World.USD, found.solution().objective() * World.USD, lines);
    }

    private static PlanResult.Outcome outcome(Search.Found found, List<PlanResult.TargetState> targets) {
        if (!Search.isFinished(found)) {
            return PlanResult.Outcome.BEST_KNOWN;
        }
        boolean all = targets.stream().allMatch(PlanResult.TargetState::kept);
        return all ? PlanResult.Outcome.OPTIMAL : PlanResult.Outcome.NEAREST;
    }

    private HowFound search(Search.Found found, double seconds) {
        var model = found.plan().model();
        Decomposing.Choice how = chooser.how(model);
        double objective = found.solution().objective();
        boolean bracket = !Double.isNaN(found.apart()); // levels for given modules prove nothing of others
        double bound = bracket ? found.apart() : found.solution().bound();
        double gap = bracket
                ? Math.max(0, objective - bound) / Math.max(1, Math.abs(objective))
                : found.solution().gap();
        return new HowFound(
                solver.name(),
                model.rows(),
                model.columns(),
                model.nonzeros(),
                model.integers(),
                bound,
                gap,
                seconds,
                how.method().id(),
                how.reason(),
                how.reasonJa(),
                found.solution().iterations(),
                found.solution().trouble().stream().map(Trouble::id).toList());
    }

    private LowValue lowValue(World world, Search.State before, Search.Found found, Chains chains) {
        Search.Draft low = new Search(solver, chooser, input.network(), Work.alone())
                .choose(atLowValue(world), before, found.episodes(), found.caps(), LOW_VALUE);
        Search.State state = chains.linked(each -> new Search(each, input.network(), Work.alone())
                .judge(world, low.choice(), low.calm(), Optional.of(before.standing(world))));
        Search.Found there = low.found(state, found.episodes());
        Report report = new Report(world, before, there, input.network());
        List<String> here = new DecisionList(world, found.choice(), input.network()).ids();
        List<String> onlyHere = minus(here, report.decisions().ids());
        List<String> onlyThere = minus(report.decisions().ids(), here);
        return new LowValue(
                onlyHere.isEmpty() && onlyThere.isEmpty(), onlyHere, onlyThere, cross.proof(report, there, solver));
    }

    /// A target for the mean of the worst years is one for a fifth of it too.
    private static World atLowValue(World world) {
        Risk risk = world.spec().rules().risk();
        return risk.mostUsd() < Double.POSITIVE_INFINITY
                ? world.with(world.spec()
                        .with(world.spec().rules().with(new Risk(risk.weight(), risk.mostUsd() / LOW_VALUE))))
                : world;
    }

    static List<String> minus(List<String> from, List<String> what) {
        List<String> rest = new ArrayList<>(new TreeSet<>(from));
        rest.removeAll(what);
        return rest;
    }
}
