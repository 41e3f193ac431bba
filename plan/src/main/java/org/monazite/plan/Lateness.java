package org.monazite.plan;

import java.util.List;
import java.util.Optional;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// The same question when all works that are decided but do not run yet come later still than the 80 % point
/// of their start, on which the plan counts: single works are derated one by one, and this is the case that
/// they fail together, as permits, skills and equipment are the same for all.
final class Lateness {

    /// The 80 % point of the record of mines and separation works: 2.1 years (14 plants of `ramp_history`).
    static final int YEARS = 2;

    private static final double NO_CHANGE = 1e-4; // a hundredth of a percent

    private final PlanInput input;
    private final Solver solver;

    Lateness(PlanInput input, Solver solver) {
        this.input = input;
        this.solver = solver;
    }

    /// The best plan where works are late.
    ///
    /// @param before what happens there without a plan
    record Prudent(World world, Search.State before, Search.Found found) {}

    /// The best plan where works are late; empty if lateness changes nothing that is counted on. It does not wait for
    /// the plan as counted.
    Optional<Prudent> prudent(World world) {
        PlanSpec spec = world.spec();
        World late = WorldBuilder.build(input.late(YEARS, spec.asOfYear()), withoutContracts(spec));
        if (late.counted().equals(world.counted())) {
            return Optional.empty();
        }
        Search search = new Search(solver, input.network(), Work.alone());
        Search.State lateBefore = search.before(late);
        return Optional.of(new Prudent(late, lateBefore, search.find(late, lateBefore)));
    }

    /// Both plans in both cases.
    ///
    /// @param work for the two plans in the case of the other, and for the check
    Late of(World world, Search.State before, Search.Found found, Prudent prudent, CrossCheck cross, Work work) {
        World late = prudent.world();
        Report report = new Report(late, prudent.before(), prudent.found(), input.network());
        if (isSame(world, before, found, report)) {
            return Late.NONE;
        }
        Carried carried = new Carried(solver, new Search(solver, input.network(), Work.alone()));
        List<Object> parts = work.all(List.of(
                () -> carried.loss(world, found.choice(), late, prudent.before()),
                () -> carried.loss(late, prudent.found().choice(), world, before),
                () -> cross.proof(report, prudent.found(), solver)));
        return new Late(
                YEARS,
                report.lossBefore(),
                (PlanResult.Loss) parts.get(0),
                report.lossAfter(),
                (PlanResult.Loss) parts.get(1),
                report.decisions().list(),
                report.decisions().cost(),
                report.decisions().spent(),
                report.missed().isEmpty(),
                (Proof) parts.get(2));
    }

    /// True if late works change neither what the worst ban takes nor what is backed.
    private boolean isSame(World world, Search.State before, Search.Found found, Report late) {
        double change =
                late.lossBefore().worstUnmet() - Loss.all(world, before.bans()).worstUnmet();
        List<String> here = new DecisionList(world, found.choice(), input.network()).ids();
        return Math.abs(change) < NO_CHANGE && late.decisions().ids().equals(here);
    }

    /// Contracts that the question includes by name may be on works that are not there yet.
    private static PlanSpec withoutContracts(PlanSpec spec) {
        List<String> include =
                spec.include().stream().filter(id -> !id.startsWith("offtake.")).toList();
        return spec.with(include, spec.exclude());
    }
}
