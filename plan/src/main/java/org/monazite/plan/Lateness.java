package org.monazite.plan;

import java.util.List;
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

    PlanResult.Late of(World world, Search.State before, Search.Found found) {
        PlanSpec spec = world.spec();
        World late = WorldBuilder.build(input.late(YEARS, spec.asOfYear()), withoutContracts(spec));
        if (late.counted().equals(world.counted())) {
            return PlanResult.Late.NONE;
        }
        Search search = new Search(solver, input.network(), Work.alone());
        Carried carried = new Carried(solver, search);
        Search.State lateBefore = search.before(late);
        Search.Found prudent = search.find(late, lateBefore);
        Report report = new Report(late, lateBefore, prudent, input.network());
        if (isSame(world, before, found, report)) {
            return PlanResult.Late.NONE;
        }
        return new PlanResult.Late(
                YEARS,
                report.lossBefore(),
                carried.loss(world, found.choice(), late, lateBefore),
                report.lossAfter(),
                carried.loss(late, prudent.choice(), world, before),
                report.decisions().list(),
                report.decisions().cost(),
                report.decisions().spent(),
                report.missed().isEmpty(),
                report.check().verified());
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
