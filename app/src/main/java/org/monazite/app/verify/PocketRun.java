package org.monazite.app.verify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.monazite.app.workspace.PocketFile;
import org.monazite.plan.cases.Pocket;
import org.monazite.plan.cases.PocketAnswers;
import org.monazite.plan.cases.PocketPlanner;
import org.monazite.plan.cases.PocketSoFar;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.lp.Status;
import tools.jackson.databind.JsonNode;

/// A pocket plan that was answered, and compared where answers are expected. When the time is up before the
/// last question is answered, there is the cheapest plan so far with its bound and gap, and nothing else.
///
/// @param answers as YAML
/// @param outcomes comparisons; empty if no answers were expected
/// @param stopped true if the time was up first
public record PocketRun(List<String> answers, List<Outcome> outcomes, boolean stopped) {

    /// Copies the lists.
    public PocketRun {
        answers = List.copyOf(answers);
        outcomes = List.copyOf(outcomes);
    }

    /// Answers a file.
    ///
    /// @param expected answers to compare with; empty if there are none
    /// @param limit of all questions together
    static PocketRun of(CaseFolder folder, String file, Optional<JsonNode> expected, Until limit) {
        Pocket pocket = PocketFile.read(folder.where(file), folder.text(file));
        Until until = limit.forOne();
        Solver solver = until.keeping(Solvers.best());
        long begun = System.nanoTime();
        PocketSoFar cheapest = PocketSoFar.search(pocket, solver, Limits.EXACT);
        if (cheapest.status() == Status.TIME_LIMIT) {
            return stopped(file, pocket, cheapest, begun);
        }
        try {
            PocketAnswers answers = PocketPlanner.answer(pocket, solver);
            List<Outcome> outcomes = expected.map(node -> PocketCases.compare(file, pocket, node, answers, solver))
                    .orElse(List.of());
            return new PocketRun(PocketText.of(answers), outcomes, false);
        } catch (PocketPlanner.OutOfTime e) {
            return stopped(file, pocket, cheapest, begun);
        }
    }

    /// What there is when the time is up: no comparison, so that nothing passes.
    private static PocketRun stopped(String file, Pocket pocket, PocketSoFar plan, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        PocketSoFar.Size size = plan.size();
        String line = String.format(
                Locale.ROOT,
                "%s  %s  %d  %d  %d  %d  %d  %s  %.12g  %.12g  %d  %.3f",
                PocketCases.SUITE,
                file,
                pocket.projects().size(),
                pocket.episodes().size(),
                size.rows(),
                size.columns(),
                size.nonzeros(),
                Status.TIME_LIMIT,
                plan.cost(),
                plan.bound(),
                plan.iterations(),
                seconds);
        String more = String.format(Locale.ROOT, "objective %s  gap %.1e  against bound", plan.cost(), plan.gap());
        Outcome.Solved solved = new Outcome.Solved(
                line,
                more,
                plan.bound(),
                "branch-and-bound",
                String.valueOf(Status.TIME_LIMIT),
                plan.cost(),
                plan.bound(),
                plan.gap(),
                plan.iterations(),
                0,
                seconds,
                0,
                size.nonzeros());
        Outcome outcome =
                new Outcome(PocketCases.SUITE, file, Double.NaN, PocketCases.MONEY, "", Outcome.Table.NONE, solved);
        return new PocketRun(PocketText.of(plan), List.of(outcome), true);
    }
}
