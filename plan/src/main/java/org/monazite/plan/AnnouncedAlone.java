package org.monazite.plan;

import java.util.Optional;
import java.util.function.Supplier;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.World;

/// The best plan of works that somebody has announced, beside a plan that rests on generic plants.
final class AnnouncedAlone {

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;

    AnnouncedAlone(PlanInput input, Solver solver, CrossCheck cross) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
    }

    /// @param decisions of the plan
    /// @param late the case that works are late, if it was looked at; asked for once the plan is found
    Announced of(World world, Search.State before, DecisionList decisions, Supplier<Optional<Lateness.Prudent>> late) {
        if (decisions.list().stream().noneMatch(Decision::isNamelessPlant)) {
            return Announced.NONE;
        }
        World named = world.with(input.announcedOnly(world.spec()));
        Search search = new Search(solver, input.network(), Work.alone());
        Search.Found found = search.find(named, before);
        Report report = new Report(named, before, found, input.network());
        return new Announced(
                true,
                report.decisions().list(),
                report.decisions().cost(),
                report.decisions().spent(),
                report.lossAfter(),
                late.get()
                        .map(case_ ->
                                new Carried(solver, search).loss(named, found.choice(), case_.world(), case_.before()))
                        .orElse(PlanResult.Loss.NONE),
                report.missed().isEmpty(),
                cross.proof(report, found, solver));
    }
}
