package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.monazite.plan.cases.TwoStage.Scenario;
import org.monazite.plan.cases.TwoStageSolver.Method;
import org.monazite.plan.cases.TwoStageSolver.Outcome;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Status;

class TwoStageSolverTest {

    private static final Limits LIMITS = new Limits(60, 1e-7);

    private static Outcome solve(TwoStage program, Method method) {
        return TwoStageSolver.solve(program, method, Highs.load(), 2, LIMITS);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void every_method_finds_the_same(Method method) {
        Outcome farmer = solve(Farmer.asScenarios(), method);

        assertThat(farmer.status()).isEqualTo(Status.OPTIMAL);
        assertThat(farmer.objective()).isEqualTo(-108_390, within(0.1));
        assertThat(farmer.iterations()).isPositive();
    }

    @Test
    void sizes_are_those_of_the_extensive_form() {
        Model model = ExtensiveForm.of(Farmer.asScenarios());
        Outcome farmer = solve(Farmer.asScenarios(), Method.LSHAPED);

        assertThat(farmer.rows()).isEqualTo(model.rows());
        assertThat(farmer.columns()).isEqualTo(model.columns());
        assertThat(farmer.nonzeros()).isEqualTo(model.nonzeros());
    }

    @Test
    void few_scenarios_are_solved_in_one_model_and_many_are_not() {
        assertThat(solve(Farmer.asScenarios(), Method.AUTO).method()).isEqualTo(Method.EXTENSIVE);
        assertThat(solve(years(51), Method.AUTO).method()).isEqualTo(Method.LSHAPED);
    }

    @Test
    void many_years_of_the_same_three_kinds_change_nothing() {
        assertThat(solve(years(60), Method.AUTO).objective()).isEqualTo(-108_390, within(0.1));
    }

    private static TwoStage years(int years) {
        TwoStage farmer = Farmer.asScenarios();
        List<Scenario> scenarios = new ArrayList<>();
        for (int year = 0; year < years; year++) {
            scenarios.add(new Scenario(
                    "year " + year,
                    1.0 / years,
                    farmer.scenarios().get(year % 3).values()));
        }
        return farmer.with(scenarios);
    }
}
