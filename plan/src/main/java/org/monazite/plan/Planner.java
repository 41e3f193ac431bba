package org.monazite.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.monazite.plan.lp.OrTools;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Assumed;

/// Finds plans.
public final class Planner {

    private final PlanInput input;
    private final int threads;
    private final Decomposing.Method method;
    private final Consumer<String> progress;
    private final Deadline deadline;
    private final boolean late; // whether works are late already
    private final Supplier<Optional<Solver>> second;

    private Planner(
            PlanInput input,
            int threads,
            Decomposing.Method method,
            Consumer<String> progress,
            Deadline deadline,
            boolean late,
            Supplier<Optional<Solver>> second) {
        if (threads < 1) {
            throw new IllegalArgumentException("plan.threads must be 1 or more, was " + threads + ".");
        }
        this.input = input;
        this.threads = threads;
        this.method = method;
        this.progress = progress;
        this.deadline = deadline;
        this.late = late;
        this.second = second;
    }

    /// A planner.
    ///
    /// @param threads for independent solves, 1 or more; the result does not depend on it
    /// @param progress told each step as it begins, from any thread
    public static Planner of(PlanInput input, int threads, Consumer<String> progress) {
        return new Planner(
                input,
                threads,
                Decomposing.Method.AUTO,
                progress,
                Deadline.never(),
                false,
                () -> OrTools.find().map(Solver.class::cast));
    }

    /// The same with partners that need as much as is published for a year near the target year, where that
    /// differs by more than a quarter from the use of the base year grown.
    public Planner withPublishedNeeds(PlanSpec spec) {
        PlanInput needing = input.needing(Needs.factors(Needs.lines(WorldBuilder.build(input, spec), input.needs())));
        return new Planner(needing, threads, method, progress, deadline, late, second);
    }

    /// The same with every works that is decided but does not run yet late by some years.
    ///
    /// @param years 0 to 20
    /// @param asOfYear from which works without a stated year count their lead
    public Planner late(int years, int asOfYear) {
        return years == 0
                ? this
                : new Planner(input.late(years, asOfYear), threads, method, progress, deadline, true, second);
    }

    /// The same with works that are decided, but did not run in the base year, not coming at all.
    ///
    /// @param ids of projects; none for all as they are
    /// @throws IllegalArgumentException if there is no such project or it is no works to come; names the
    /// nearest
    public Planner without(List<String> ids) {
        return ids.isEmpty()
                ? this
                : new Planner(input.without(ids), threads, method, progress, deadline, late, second);
    }

    /// The same with another way to solve the model of [#solve]; the plan costs the same either way, within
    /// the gap.
    public Planner by(Decomposing.Method other) {
        return new Planner(input, threads, other, progress, deadline, late, second);
    }

    /// The same within a limit of time for all its answers together. What it leaves out for want of time the limit
    /// names.
    public Planner within(Deadline limit) {
        return new Planner(input, threads, method, progress, limit, late, second);
    }

    /// The same with another solver to check plans by, in place of OR-Tools.
    ///
    /// @param other empty where none loads
    public Planner checkedBy(Supplier<Optional<Solver>> other) {
        return new Planner(input, threads, method, progress, deadline, late, other);
    }

    private CrossCheck cross() {
        return new CrossCheck(second, deadline);
    }

    Deadline deadline() {
        return deadline;
    }

    private Solver solver() {
        return new Chains(deadline).single();
    }

    /// A question in which only works that somebody has announced may be backed, besides stocks, programmes and
    /// contracts.
    public PlanSpec announcedOnly(PlanSpec spec) {
        return input.announcedOnly(spec);
    }

    /// What every plan for a question assumes, without a search for one.
    ///
    /// @throws IllegalArgumentException if the spec names a place, project or option that is not there
    public List<Assumed> assumptions(PlanSpec spec) {
        return WorldBuilder.build(input, spec).assumptions();
    }

    /// The best plan for a question.
    ///
    /// @throws IllegalArgumentException if the spec names a place, project or option that is not there
    public PlanResult solve(PlanSpec spec) {
        Asked asked = asked(spec);
        try (Work.Begun<Optional<Lateness.Prudent>> prudent = prudent(asked)) {
            return solved(asked, before(asked), prudent);
        }
    }

    /// The best plan for a question and what more money buys, in less time than one after the other; the same as
    /// [#solve] and [#frontier] give.
    ///
    /// @param points how many budgets, 2 to 100
    /// @throws IllegalArgumentException if the spec names a place, project or option that is not there
    public PlanAndFrontier solveWithFrontier(PlanSpec spec, int points) {
        checkPoints(points);
        Asked asked = asked(spec);
        try (Work.Begun<Optional<Lateness.Prudent>> prudent = prudent(asked)) {
            Search.State before = before(asked);
            try (Work.Begun<Frontier> frontier =
                    new Work(threads).begin(() -> frontiers().of(asked.world(), before, points))) {
                return new PlanAndFrontier(solved(asked, before, prudent), frontier.get());
            }
        }
    }

    /// A question and what is used to answer it.
    ///
    /// @param begun on the clock of the system, nanoseconds
    private record Asked(long begun, Solver solver, Choosing chooser, World world) {}

    private Asked asked(PlanSpec spec) {
        long begun = System.nanoTime();
        Solver solver = solver();
        progress.accept("building the world of " + spec.targetYear());
        World world = WorldBuilder.build(input, spec);
        return new Asked(begun, solver, Choosing.of(solver, method, threads, progress), world);
    }

    /// It needs nothing of the plan and begins beside it; where there is a limit of time the plan comes first.
    private Work.Begun<Optional<Lateness.Prudent>> prudent(Asked asked) {
        Work work = deadline.isLimited() ? Work.alone() : new Work(threads);
        return work.begin(() -> late
                ? Optional.empty()
                : new Chains(deadline).linked(each -> new Lateness(input, each).prudent(asked.world())));
    }

    private Search.State before(Asked asked) {
        progress.accept("what bans cost without a plan");
        return search(asked).before(asked.world());
    }

    private Search search(Asked asked) {
        return new Search(asked.solver(), asked.chooser(), input.network(), new Work(threads));
    }

    private PlanResult solved(Asked asked, Search.State before, Work.Begun<Optional<Lateness.Prudent>> prudent) {
        progress.accept("searching");
        Search.Found found = search(asked).find(asked.world(), before);
        Decomposing.Choice how = asked.chooser().how(found.plan().model());
        progress.accept("method: %s, because %s".formatted(how.method().id(), how.reason()));
        double seconds = (System.nanoTime() - asked.begun()) / 1e9;
        return new Solve(input, asked.solver(), asked.chooser(), cross(), new Work(threads), progress)
                .result(asked.world(), before, found, prudent, seconds);
    }

    /// The best plan whose target for the worst ban the daily engine keeps too: where it does not, the limit
    /// is tightened by what the engine leaves unmet beyond it, and the plan sought again, three times at most.
    ///
    /// @return the first plan that the engine keeps, else the one that comes nearest; `calibration` says which
    public PlanResult calibrated(PlanSpec spec) {
        return new Calibrates(this, progress).of(spec);
    }

    /// Plans for budgets from nothing to twice that of the spec, closer together where money changes
    /// something.
    ///
    /// @param points how many, 2 to 100
    public Frontier frontier(PlanSpec spec, int points) {
        checkPoints(points);
        return frontiers().of(spec, points);
    }

    private Frontiers frontiers() {
        return new Frontiers(input, new Chains(deadline), cross(), new Work(threads), progress);
    }

    private static void checkPoints(int points) {
        if (points < 2 || points > 100) {
            throw new IllegalArgumentException("plan.frontier_points must be from 2 to 100, was " + points + ".");
        }
    }

    /// What waiting saves: the cheapest plan for each target year from the one after `as_of_year` to `last_year`.
    public YearFrontier frontierByYear(PlanSpec spec) {
        return new Years(input, new Chains(deadline), cross(), new Work(threads), progress).of(spec);
    }

    /// The best plan on a timeline: what each decision gives year by year, and what bans cost in each year with it.
    public Timeline timeline(PlanSpec spec) {
        return new Timelines(input, solver(), cross(), new Work(threads), progress).of(spec);
    }

    /// What caution costs: plans for weights of the mean of the worst years from 0 to 1, whatever the question says.
    public RiskFrontier frontierByWeight(PlanSpec spec) {
        return new RiskFrontiers(input, new Chains(deadline), cross(), new Work(threads), progress).of(spec);
    }

    /// Why a project or option is in the plan, or is not.
    ///
    /// @throws IllegalArgumentException if there is no such project or option
    public Why why(PlanSpec spec, String id) {
        return new Whys(input, solver(), cross(), new Work(threads), progress).of(spec, id);
    }

    /// Who pays and who gains: plans for every group of partners, and ways to share the cost.
    ///
    /// @throws IllegalArgumentException if there are more than six partners
    public Sharing share(PlanSpec spec) {
        return new Shares(input, solver(), cross(), new Work(threads), progress).of(spec);
    }

    /// What one more tonne of stock, one more tonne a year of capacity or one more dollar of budget is
    /// worth.
    ///
    /// @param assets what is asked about; none for all stocks, works and budgets of the partners
    /// @throws IllegalArgumentException if a place or product is not there
    public Worth worth(PlanSpec spec, List<Worth.Asset> assets) {
        return new Worths(input, solver(), cross(), new Work(threads), progress).of(spec, assets);
    }

    /// What all good plans have in common, and the good plan that differs most.
    ///
    /// @param tolerance how much more a good plan may cost, with the expected value at risk it leaves: 0.03
    /// for 3 %
    public Alternatives alternatives(PlanSpec spec, double tolerance) {
        return new NearBest(input, solver(), cross(), new Work(threads), progress).of(spec, tolerance);
    }

    /// What knowing the future would be worth, what the plan for the mean year is, and how much each plan
    /// is
    /// regretted in each ban.
    public Value value(PlanSpec spec) {
        return new Values(input, solver(), cross(), new Work(threads), progress).of(spec);
    }

    /// Which targets stand in each other's way: the smallest sets that must give way, and how far.
    public Relaxing relax(PlanSpec spec) {
        return new Relaxes(input, solver(), cross(), new Work(threads), progress).of(spec);
    }

    /// How likely plans keep the limit of the worst ban if it is chance when works come, and whether they come at all.
    ///
    /// @param draws how many worlds are drawn, 10 to 10,000
    /// @param together rank correlation of the lateness of two works, 0..1
    public Slippage slippage(PlanSpec spec, int draws, long seed, double together) {
        if (draws < 10 || draws > 10_000) {
            throw new IllegalArgumentException("plan.draws must be from 10 to 10000, was " + draws + ".");
        }
        PlanSpec.share("plan.together", together);
        return new Slips(input, new Chains(deadline), new Work(threads), progress).of(spec, draws, seed, together);
    }

    /// The rows of the plan's model about some works, pool or users.
    ///
    /// @param words a place, a product or part of its id, and an assessed year: `JPN`, `magnet`, `2030`
    /// @throws IllegalArgumentException if they name nothing
    public Equation equation(PlanSpec spec, List<String> words) {
        return new Equations(input, solver(), cross(), new Work(threads), progress).of(spec, words);
    }
}
