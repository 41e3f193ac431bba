package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.SolverException;

/// Every plan that is shown is found by a second solver too, and says so if it is not.
class CrossCheckTest {

    private static final PlanSpec SPEC = SmallWorld.spec(300e6, new PlanSpec.Targets(1, 1, 0.2), List.of(), List.of());

    private static Planner planner() {
        return Planner.of(LatenessTest.decided(), 2, _ -> {});
    }

    /// Finds what HiGHS finds, and says that it costs a hundredth more.
    private static final class Dearer implements Solver {

        @Override
        public String name() {
            return "dearer";
        }

        @Override
        public Solution solve(Model model, Limits limits) {
            Solution found = Highs.load().solve(model, limits);
            double said = found.objective() + 0.01 * Math.max(1, Math.abs(found.objective()));
            return Solution.assembled(found.status(), said, found.bound(), found.values(), found.iterations());
        }
    }

    private static List<Proof> shown(PlanResult plan) {
        return List.of(
                new Proof(plan.check().verified(), plan.second()),
                plan.late().proof(),
                plan.lowValue().proof());
    }

    private static List<Proof> around(Planner planner) {
        List<Proof> proofs = new ArrayList<>();
        for (Frontier.Point point : planner.frontier(SPEC, 3).points()) {
            proofs.add(new Proof(point.verified(), point.second()));
        }
        proofs.addAll(planner.share(SPEC).proofs());
        proofs.addAll(planner.value(SPEC).proofs());
        proofs.addAll(planner.relax(SPEC).proofs());
        proofs.addAll(planner.why(SPEC, "usa.metal").proofs());
        proofs.add(planner.worth(SPEC, List.of(new Worth.Asset(Worth.Kind.BUDGET, "USA", "")))
                .proof());
        proofs.add(planner.equation(SPEC, List.of("USA", "a.magnet")).proof());
        return proofs;
    }

    @Test
    void the_plan_that_for_late_works_and_that_for_less_value_are_found_by_the_second_solver() {
        assertThat(shown(planner().solve(SPEC)))
                .allMatch(Proof::holds)
                .allMatch(proof -> proof.second().agrees() && proof.second().objectiveDifference() <= 1e-6);
    }

    @Test
    void plans_behind_other_answers_are_verified_and_found_by_the_second_solver() {
        List<Proof> proofs = around(planner());

        assertThat(proofs).hasSizeGreaterThan(12).allMatch(Proof::verified);
        assertThat(proofs).allMatch(proof -> proof.second().agrees());
    }

    @Test
    void a_second_solver_that_finds_another_cost_disputes_every_plan() {
        Planner disputed = planner().checkedBy(() -> Optional.of(new Dearer()));

        assertThat(shown(disputed.solve(SPEC)))
                .allMatch(Proof::verified)
                .noneMatch(Proof::holds)
                .allMatch(proof -> proof.second().solver().startsWith("dearer"));
        assertThat(around(disputed)).allMatch(proof -> proof.second().disputes());
    }

    @Test
    void a_plan_that_claims_to_cost_less_than_its_decisions_can_is_disputed() {
        Model model = new Model();
        int column = model.integer("works", 0, 5, 3);
        model.row("need").plus(column).atLeast(2);
        Solution best = Highs.load().solve(model, Limits.NONE);
        Solution cheaper = Solution.assembled(best.status(), 5.9, 5.9, best.values(), 0);
        Solution dearer = Solution.assembled(best.status(), 6.0001, 6, best.values(), 0);
        CrossCheck cross = CrossCheck.within(Deadline.never());

        assertThat(cross.of(model, best, Highs.load()).agrees()).isTrue();
        assertThat(cross.of(model, cheaper, Highs.load()).disputes()).isTrue();
        assertThat(cross.of(model, dearer, Highs.load()).agrees()).isTrue(); // a search that ended within its gap
    }

    /// Refuses every model, as it may where rows lie too far apart.
    private static final class Refusing implements Solver {

        @Override
        public String name() {
            return "refusing";
        }

        @Override
        public Solution solve(Model model, Limits limits) {
            throw new SolverException("The numbers of the model lie too far apart.");
        }
    }

    @Test
    void where_the_first_solver_refuses_the_rows_a_dearer_plan_is_disputed_and_a_cheaper_one_undecided() {
        Model model = new Model();
        int column = model.integer("works", 0, 5, 3);
        model.row("need").plus(column).atLeast(2);
        Solution best = Highs.load().solve(model, Limits.NONE);
        Solution cheaper = Solution.assembled(best.status(), 5.9, 5.9, best.values(), 0);
        Solution dearer = Solution.assembled(best.status(), 6.0001, 6, best.values(), 0);
        CrossCheck cross = CrossCheck.within(Deadline.never());

        assertThat(cross.of(model, best, new Refusing()).agrees()).isTrue();
        assertThat(cross.of(model, cheaper, new Refusing()).disputes()).isTrue();
        assertThat(cross.of(model, dearer, new Refusing()).asked()).isEqualTo(SecondSolver.Asked.ASTRAY);
    }

    @Test
    void a_plan_that_nobody_else_was_asked_about_says_why() {
        Model model = new Model();
        model.row("need").plus(model.column("works", 0, 5, 3)).atLeast(2);
        Solution plan = Highs.load().solve(model, Limits.NONE);
        Model empty = new Model();
        empty.row("need").plus(empty.column("works", 0, 1, 3)).atLeast(2);
        CrossCheck alone = new CrossCheck(Optional::empty, Deadline.never());
        CrossCheck late = CrossCheck.within(Deadline.in(0));

        assertThat(alone.of(model, plan, Highs.load()).asked()).isEqualTo(SecondSolver.Asked.NO_LIBRARY);
        assertThat(late.of(model, plan, Highs.load()).asked()).isEqualTo(SecondSolver.Asked.NO_TIME);
        assertThat(alone.of(empty, Highs.load().solve(empty, Limits.NONE), Highs.load())
                        .asked())
                .isEqualTo(SecondSolver.Asked.NO_PLAN);
        assertThat(late.of(model, plan, Highs.load()).disputes()).isFalse();
    }
}
