package org.monazite.app.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Texts;
import org.monazite.plan.HowFound;
import org.monazite.plan.LowValue;
import org.monazite.plan.OwnCheck;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Proof;
import org.monazite.plan.Replay;
import org.monazite.plan.SecondSolver;
import org.monazite.supply.Flag;

class PlanChecksTest {

    private static final SecondSolver AGREES = new SecondSolver("GLOP, fixed", 2e-12, true);
    private static final SecondSolver DISPUTES = new SecondSolver("GLOP, fixed", 0.01, false);
    private static final SecondSolver TOO_LARGE = new SecondSolver("", Double.NaN, false, SecondSolver.Asked.TOO_LARGE);

    private static String said(String language, SecondSolver... seconds) {
        return new PlanChecks(Texts.of(java.util.Locale.of(language)))
                .all(java.util.Arrays.stream(seconds)
                        .map(each -> new Proof(true, each))
                        .toList());
    }

    @Test
    void several_plans_are_told_in_one_line_with_the_largest_difference() {
        assertThat(said("en", AGREES, AGREES))
                .contains("Plans behind this answer: 2, all verified", "(GLOP, fixed)", "2 of 2", "2e-12");
        assertThat(said("ja", AGREES, AGREES)).contains("計画2件", "検証済み", "2件中2件", "GLOP");
    }

    @Test
    void one_plan_that_a_second_solver_disputes_is_said_loudly() {
        assertThat(said("en", AGREES, DISPUTES)).contains("DISPUTED", "0.01");
        assertThat(said("ja", AGREES, DISPUTES)).contains("不一致");
    }

    @Test
    void plans_that_no_second_solver_was_asked_about_are_counted_with_the_reason() {
        assertThat(said("en", AGREES, TOO_LARGE)).contains("1 of 2", "more than 200,000 numbers");
        assertThat(said("en", TOO_LARGE)).contains("No second solver was asked: the model has more than");
        assertThat(said("ja", TOO_LARGE)).contains("20万個");
    }

    @Test
    void a_command_fails_where_the_second_solver_disputes_the_plan_or_one_beside_it() {
        assertThat(Plans.code(plan(AGREES, AGREES))).isEqualTo(ExitCode.DONE);
        assertThat(Plans.code(plan(DISPUTES, AGREES))).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(Plans.code(plan(AGREES, DISPUTES))).isEqualTo(ExitCode.CHECK_FAILED);
    }

    private static PlanResult plan(SecondSolver second, SecondSolver ofLowValue) {
        PlanResult.Loss loss = new PlanResult.Loss(0, "", "", 0, 0, 0);
        return new PlanResult(
                PlanSpec.of(List.of("JPN"), "CHN", 1e9),
                PlanResult.Outcome.OPTIMAL,
                List.of(),
                0,
                new TreeMap<>(),
                loss,
                loss,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new OwnCheck(true, 0, "", 1),
                second,
                new Replay(List.of(), 0),
                new LowValue(true, List.of(), List.of(), new Proof(true, ofLowValue)),
                new HowFound("HiGHS", 1, 1, 1, 0, 0, 0, 0, "extensive", "", "", 0, List.of()),
                List.of(),
                Flag.NONE);
    }
}
