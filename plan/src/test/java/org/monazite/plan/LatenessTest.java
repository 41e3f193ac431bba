package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// Works that come later than counted: the plan that is best then, and what each plan does in the other case.
class LatenessTest {

    private static final PlanSpec SPEC = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());
    private static final Offset<Double> CLOSE = Offset.offset(1e-6);

    static Project as(Project one, Project.Status status, Project.Start start) {
        return new Project(
                one.id(),
                one.name(),
                one.operator(),
                one.place(),
                one.stage(),
                one.productId(),
                one.capacity(),
                one.capacityUnit(),
                status,
                start,
                one.capexMillionUsd(),
                one.publicSupportMillionUsd(),
                one.offtake(),
                one.outputs(),
                one.unverifiedFields(),
                one.flag(),
                one.citations());
    }

    static PlanInput decided() {
        List<Project> projects = new ArrayList<>(SmallWorld.projects());
        projects.add(as(
                SmallWorld.project("usa.decided", "USA", "a.metal", Stage.METAL, 800, 2028, 60),
                Project.Status.CONSTRUCTION,
                new Project.Start(OptionalInt.of(2028), OptionalInt.of(2028), OptionalInt.of(2028))));
        return SmallWorld.input(projects, SmallWorld.options());
    }

    @Test
    void the_plan_for_late_works_is_the_plan_of_the_question_with_works_two_years_late() {
        Planner planner = Planner.of(decided(), 2, _ -> {});
        Late late = planner.solve(SPEC).late();
        PlanResult asked = planner.late(2, SPEC.asOfYear()).solve(SPEC);

        assertThat(late.years()).isEqualTo(2);
        assertThat(late.before()).isEqualTo(asked.lossBefore());
        assertThat(late.after()).isEqualTo(asked.lossAfter());
        assertThat(late.decisions()).isEqualTo(asked.decisions());
        assertThat(late.spentUsd()).isEqualTo(asked.spentUsd());
        assertThat(late.proof().holds()).isTrue();
    }

    @Test
    void a_plan_that_counted_on_works_loses_more_when_they_are_late_and_less_than_no_plan() {
        PlanResult plan = Planner.of(decided(), 2, _ -> {}).solve(SPEC);
        Late late = plan.late();

        assertThat(late.before().worstUnmet()).isGreaterThan(plan.lossBefore().worstUnmet());
        assertThat(late.withPlan().worstUnmet())
                .isGreaterThanOrEqualTo(plan.lossAfter().worstUnmet() - 1e-6)
                .isLessThanOrEqualTo(late.before().worstUnmet() + 1e-6);
        assertThat(late.onTime().worstUnmet()).isLessThanOrEqualTo(late.after().worstUnmet() + 1e-6);
    }

    @Test
    void decisions_carried_into_their_own_world_do_there_what_they_did() {
        World world = WorldBuilder.build(decided(), SPEC);
        Search search = new Search(org.monazite.plan.lp.Solvers.best(), SmallWorld.network(), Work.alone());
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        PlanResult.Loss same =
                new Carried(org.monazite.plan.lp.Solvers.best(), search).loss(world, found.choice(), world, before);

        assertThat(same.worstUnmet())
                .isCloseTo(Loss.all(world, found.state().bans()).worstUnmet(), CLOSE);
    }

    @Test
    void there_is_no_second_case_where_no_works_are_to_come_or_they_are_late_already() {
        assertThat(Planner.of(SmallWorld.input(), 1, _ -> {}).solve(SPEC).late().isAsked())
                .isFalse();
        assertThat(Planner.of(decided(), 1, _ -> {})
                        .late(1, SPEC.asOfYear())
                        .solve(SPEC)
                        .late()
                        .isAsked())
                .isFalse();
    }

    @Tag("P9")
    @Test
    void works_without_a_stated_range_start_at_the_80_percent_point_of_the_record() {
        Project.Start open = new Project.Start(OptionalInt.of(2027), OptionalInt.empty(), OptionalInt.empty());
        List<Project> projects = SmallWorld.projects().stream()
                .map(each -> as(each, Project.Status.PLANNED, open))
                .toList();
        World world = WorldBuilder.build(SmallWorld.input(projects, SmallWorld.options()), SPEC);

        assertThat(world.candidates())
                .filteredOn(each -> each.id().equals("aus.oxide"))
                .singleElement()
                .satisfies(each -> assertThat(each.start()).isEqualTo(2029)); // 2.1 years, fourteen plants
        assertThat(world.candidates())
                .filteredOn(each -> each.id().equals("usa.metal"))
                .singleElement()
                .satisfies(each -> assertThat(each.start()).isEqualTo(2028));
    }
}
