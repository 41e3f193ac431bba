package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.OrTools;
import org.monazite.plan.lp.PureJava;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;

/// Printed values of Birge and Louveaux, Introduction to Stochastic Programming, section 1.1; those of
/// mean and CVaR are recorded in cases/plan/smps/farmer/measures.csv.
@Tag("validation")
class FarmerTest {

    private static double acres(Model model, Solution plan, String crop) {
        return plan.value(model.findColumn(new ExtensiveForm.First(crop)).orElseThrow());
    }

    @Test
    void three_solvers_find_the_printed_profit() {
        for (Solver solver : new Solver[] {Highs.load(), OrTools.load(), new PureJava()}) {
            for (TwoStage farmer : new TwoStage[] {Farmer.asScenarios(), Farmer.asBlocks()}) {
                Solution plan = solver.solve(ExtensiveForm.of(farmer), Limits.EXACT);
                assertThat(plan.objective()).as(solver.name()).isEqualTo(-108_390, within(1e-6 * 108_390));
            }
        }
    }

    @Test
    void the_farmer_sows_170_80_and_250_acres() {
        Model model = ExtensiveForm.of(Farmer.asBlocks());
        Solution plan = Highs.load().solve(model, Limits.EXACT);

        assertThat(acres(model, plan, "XWHEAT")).isEqualTo(170, within(1e-6));
        assertThat(acres(model, plan, "XCORN")).isEqualTo(80, within(1e-6));
        assertThat(acres(model, plan, "XBEET")).isEqualTo(250, within(1e-6));
    }

    @Tag("P12")
    @Test
    void perfect_information_is_worth_7016_and_thinking_of_all_years_1150() {
        TwoStageMeasures measures = TwoStageMeasures.of(Farmer.asScenarios(), Highs.load());

        assertThat(measures.foresight()).isEqualTo(-115_405.555_556, within(1e-6 * 115_406));
        assertThat(measures.perfectInformation()).isEqualTo(7_015.555_556, within(1e-3));
        assertThat(measures.mean()).isEqualTo(-118_600, within(1e-6 * 118_600));
        assertThat(measures.meanPlan()).isEqualTo(-107_240, within(1e-6 * 107_240));
        assertThat(measures.stochasticSolution()).isEqualTo(1_150, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"0, -108390", "0.25, -94525", "0.5, -81950", "0.75, -69375", "1, -59950"})
    void the_more_the_farmer_fears_bad_years_the_less_he_expects(double lambda, double objective) {
        Model model = ExtensiveForm.meanCvar(Farmer.asScenarios(), lambda, 2 / 3.0);

        assertThat(Highs.load().solve(model, Limits.EXACT).objective())
                .isEqualTo(objective, within(1e-6 * Math.abs(objective)));
    }

    @Test
    void a_plan_that_fails_in_one_year_is_worth_nothing_on_the_mean() {
        TwoStage rigid = Smps.read(
                Farmer.text("farmer.cor").replace("BOUNDS", "BOUNDS\n FX BND BUYC 0\n FX BND BUYW 0"),
                Farmer.text("farmer.tim"),
                Farmer.text("farmer-blocks.sto"));

        assertThat(TwoStageMeasures.of(rigid, Highs.load()).meanPlan()).isInfinite();
    }
}
