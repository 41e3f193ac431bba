package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.monazite.supply.PlanOption;

/// Beside a plan that rests on plants nobody has announced: the plan that does without them.
class AnnouncedTest {

    private static final PlanSpec SPEC = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());

    /// Metal and magnet modules at a price no announced works can meet.
    private static PlanInput cheap() {
        List<PlanOption> options = new ArrayList<>(SmallWorld.options());
        options.add(SmallWorld.option("met.cheap", "metal", List.of("JPN", "USA"), "a.metal", 800, 100));
        options.add(SmallWorld.option("mag.cheap", "magnet", List.of("JPN", "USA"), "a.magnet", 800, 100));
        return SmallWorld.input(SmallWorld.projects(), options);
    }

    @Test
    void a_plan_of_nameless_plants_says_what_the_best_plan_without_them_is() {
        Planner planner = Planner.of(cheap(), 2, _ -> {});
        PlanResult plan = planner.solve(SPEC);
        PlanResult asked = planner.solve(planner.announcedOnly(SPEC));

        assertThat(plan.decisions()).anyMatch(Decision::isNamelessPlant);
        assertThat(plan.announced().asked()).isTrue();
        assertThat(plan.announced().decisions()).isEqualTo(asked.decisions()).noneMatch(Decision::isNamelessPlant);
        assertThat(plan.announced().spentUsd()).isEqualTo(asked.spentUsd());
        assertThat(plan.announced().after()).isEqualTo(asked.lossAfter());
        assertThat(plan.announced().proof().verified()).isTrue();
        assertThat(plan.announced().proof().holds()).isTrue();
    }

    @Test
    void doing_without_nameless_plants_never_costs_less_with_the_risk_that_is_left() {
        PlanResult plan = Planner.of(cheap(), 1, _ -> {}).solve(SPEC);

        assertThat(plan.announced().costUsd() + plan.announced().after().expectedUsd())
                .isGreaterThanOrEqualTo(plan.costUsd() + plan.lossAfter().expectedUsd() - 1);
    }

    @Test
    void a_plan_without_nameless_plants_has_nothing_to_say_of_them() {
        Planner planner = Planner.of(cheap(), 1, _ -> {});

        assertThat(planner.solve(planner.announcedOnly(SPEC)).announced()).isEqualTo(Announced.NONE);
    }

    @Test
    void what_a_question_includes_by_name_gives_way_when_it_is_nameless() {
        PlanSpec forced = SPEC.with(List.of("met.cheap@JPN"), List.of());
        PlanSpec announced = cheap().announcedOnly(forced);

        assertThat(announced.include()).isEmpty();
        assertThat(announced.exclude()).contains("met.cheap", "mag.cheap");
    }
}
