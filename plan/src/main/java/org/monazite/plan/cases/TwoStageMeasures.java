package org.monazite.plan.cases;

import java.util.List;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;

/// What knowing the future, and what thinking of more than the mean, is worth.
///
/// @param expected cost of the best plan for all scenarios (RP)
/// @param foresight mean of the costs if every scenario were known before the decision (WS)
/// @param mean cost of the best plan if the means came true (EV)
/// @param meanPlan what that plan really costs over all scenarios (EEV); infinity if it is impossible
///     in one
/// @see <a href="https://doi.org/10.1007/978-1-4614-0237-4">Birge and Louveaux: Introduction to
///     Stochastic Programming, chapter 4</a>
public record TwoStageMeasures(double expected, double foresight, double mean, double meanPlan) {

    /// `EVPI = RP - WS`, zero or more: what perfect information is worth.
    public double perfectInformation() {
        return expected - foresight;
    }

    /// `VSS = EEV - RP`, zero or more: what is lost by planning for the mean.
    public double stochasticSolution() {
        return meanPlan - expected;
    }

    /// Computes all four by extensive forms.
    ///
    /// @throws IllegalStateException if the program, or a scenario of it, has no plan
    public static TwoStageMeasures of(TwoStage program, Solver solver) {
        double expected = solved(ExtensiveForm.of(program), solver).objective();
        double foresight = 0;
        for (Scenario scenario : program.scenarios()) {
            Scenario certain = new Scenario(scenario.name(), 1, scenario.values());
            Model alone = ExtensiveForm.of(program.with(List.of(certain)));
            foresight += scenario.probability() * solved(alone, solver).objective();
        }
        Solution mean = solved(ExtensiveForm.of(program.averaged()), solver);
        Model bound = ExtensiveForm.of(program);
        for (int column = 0; column < program.firstColumns(); column++) {
            bound.bounds(column, mean.value(column), mean.value(column));
        }
        Solution meanPlan = solver.solve(bound, Limits.EXACT);
        return new TwoStageMeasures(
                expected,
                foresight,
                mean.objective(),
                meanPlan.hasPlan() ? meanPlan.objective() : Double.POSITIVE_INFINITY);
    }

    private static Solution solved(Model model, Solver solver) {
        Solution solution = solver.solve(model, Limits.EXACT);
        if (!solution.hasPlan()) {
            throw new IllegalStateException("The program has no plan: %s.".formatted(solution.status()));
        }
        return solution;
    }
}
