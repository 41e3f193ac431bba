package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.plan.lp.SolverException;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// Facts and wishes that are odd and can be meant: each has an answer, and the answer is verified.
@Tag("P11")
class OddFactsTest {

    private static PlanResult solved(PlanInput input, PlanSpec spec) {
        PlanResult plan = Planner.of(input, 2, _ -> {}).solve(spec);
        assertThat(plan.check().verified()).as(plan.check().toString()).isTrue();
        return plan;
    }

    private static Project withoutCapital(Project one) {
        return new Project(
                one.id(),
                one.name(),
                one.operator(),
                one.place(),
                one.stage(),
                one.productId(),
                one.capacity(),
                one.capacityUnit(),
                one.status(),
                one.start(),
                OptionalDouble.empty(),
                one.publicSupportMillionUsd(),
                one.offtake(),
                one.outputs(),
                one.unverifiedFields(),
                one.flag(),
                one.citations());
    }

    @Test
    void a_project_whose_cost_nobody_knows_is_left_out_by_name() {
        List<Project> projects = new ArrayList<>(SmallWorld.projects());
        projects.add(withoutCapital(SmallWorld.project("usa.free", "USA", "a.magnet", Stage.COMPONENT, 9000, 2027, 0)));
        PlanResult plan = solved(SmallWorld.input(projects, SmallWorld.options()), SmallWorld.spec(300e6));

        assertThat(plan.decisions()).noneMatch(decision -> decision.id().equals("usa.free"));
        assertThat(plan.leftOut()).anySatisfy(left -> {
            assertThat(left.id()).isEqualTo("usa.free");
            assertThat(left.toString()).contains("what it costs is not known");
        });
    }

    @Test
    void nothing_that_is_yet_to_be_decided_starts_before_the_decision() {
        List<Project> projects = new ArrayList<>();
        SmallWorld.projects()
                .forEach(one -> projects.add(SmallWorld.project(
                        one.id(),
                        one.place(),
                        one.productId(),
                        one.stage(),
                        one.capacity().orElseThrow(),
                        1999,
                        one.capexMillionUsd().orElseThrow())));
        PlanSpec spec = SmallWorld.spec(300e6);
        PlanResult plan = solved(SmallWorld.input(projects, SmallWorld.options()), spec);

        assertThat(plan.decisions())
                .filteredOn(one -> one.kind() == Decision.Kind.PROJECT)
                .isNotEmpty();
        assertThat(plan.decisions())
                .filteredOn(one -> one.kind() == Decision.Kind.PROJECT)
                .allSatisfy(one -> {
                    assertThat(one.startYear()).isGreaterThan(spec.asOfYear());
                    assertThat(one.output().headMap(spec.asOfYear() + 1).values())
                            .allMatch(tonnes -> tonnes == 0);
                });
    }

    @Test
    void targets_that_no_plan_can_meet_are_answered_with_the_nearest() {
        PlanSpec.Targets impossible = new PlanSpec.Targets(0, 0, 0);
        PlanResult plan = solved(SmallWorld.input(), SmallWorld.spec(1e6, impossible, List.of(), List.of()));

        assertThat(plan.outcome()).isEqualTo(PlanResult.Outcome.NEAREST);
        assertThat(plan.lossAfter().worstUnmet())
                .isLessThanOrEqualTo(plan.lossBefore().worstUnmet() + 1e-9);
    }

    @Test
    void without_money_nothing_is_bought() {
        PlanResult plan = solved(SmallWorld.input(), SmallWorld.spec(0));

        assertThat(plan.decisions()).allMatch(decision -> decision.capexUsd().value() == 0);
    }

    @Test
    void a_dollar_beside_all_the_money_there_is_stays_a_dollar() {
        PlanSpec spec = SmallWorld.spec(1).withBudget(Map.of("JPN", 1.0, "USA", 1e13));
        PlanResult plan = solved(SmallWorld.input(), spec);

        double japan = plan.decisions().stream()
                .mapToDouble(decision -> decision.paidUsd().getOrDefault("JPN", 0.0))
                .sum();
        assertThat(japan).isLessThanOrEqualTo(1 + 1e-6);
    }

    /// Works as large as a fact may be, beside works of a few grams: the numbers lie further apart than a solver can
    /// hold.
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e6, 1e10})
    void works_of_any_size_are_planned_well_or_refused_with_the_row(double tonnes) {
        List<Project> projects = new ArrayList<>(SmallWorld.projects());
        projects.add(SmallWorld.project("usa.odd", "USA", "a.metal", Stage.METAL, tonnes, 2027, 60));
        try {
            PlanResult plan = solved(SmallWorld.input(projects, SmallWorld.options()), SmallWorld.spec(300e6));
            PlanResult usual = solved(SmallWorld.input(), SmallWorld.spec(300e6));
            assertThat(plan.lossAfter().worstUnmet())
                    .isLessThanOrEqualTo(usual.lossAfter().worstUnmet() + 1e-4);
        } catch (SolverException e) {
            assertThat(e)
                    .hasMessageContaining("row ")
                    .hasMessageContaining("usa.odd")
                    .hasMessageContaining("Maybe ");
        }
    }
}
