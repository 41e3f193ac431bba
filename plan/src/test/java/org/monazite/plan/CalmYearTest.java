package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.lp.Status;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// A plan has one year without a ban: that nearest to usual flows.
class CalmYearTest {

    private static final Solver SOLVER = Solvers.best();
    private static final Offset<Double> CLOSE = Offset.offset(1e-5); // kt: ten kilogrammes

    private final World world = WorldBuilder.build(SmallWorld.input(), SmallWorld.spec(300e6));
    private final Search search = new Search(SOLVER, SmallWorld.network(), Work.alone());
    private final Search.State before = search.before(world);
    private final Search.Found found = search.find(world, before);

    /// The same model with rows and columns in another order.
    private static Model shuffled(Model model, long seed) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < model.columns(); column++) {
            columns.add(column);
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < model.rows(); row++) {
            rows.add(row);
        }
        Random random = new Random(seed);
        Collections.shuffle(columns, random);
        Collections.shuffle(rows, random);
        Model other = new Model();
        int[] place = new int[columns.size()];
        for (int column : columns) {
            place[column] =
                    other.column(model.columnKey(column), model.low(column), model.high(column), model.cost(column));
        }
        for (int row : rows) {
            Row copy = other.row(model.rowKey(row));
            for (int term = 0; term < model.terms(row); term++) {
                copy.plus(place[model.column(row, term)], model.coefficient(row, term));
            }
            copy.between(model.rowLow(row), model.rowHigh(row));
        }
        return other;
    }

    @Test
    void rows_and_columns_in_any_order_give_the_same_flows() {
        PlanModel calm = PlanModel.calm(world, found.choice(), found.caps(), Optional.of(before.calm()));
        Model near = calm.nearUsual(SOLVER.solve(calm.model(), Limits.NONE), Optional.of(before.calm()));
        double[] flows = calm.flows(SOLVER.solve(near, Limits.NONE)).getFirst().flow();

        for (int seed = 1; seed <= 20; seed++) {
            Model other = shuffled(near, seed);
            Solution solution = SOLVER.solve(other, Limits.NONE);
            double[] back = new double[near.columns()];
            for (int column = 0; column < back.length; column++) {
                back[column] =
                        solution.value(other.findColumn(near.columnKey(column)).orElseThrow());
            }
            assertThat(calm.flows(Solution.assembled(Status.OPTIMAL, 0, 0, back, 0))
                            .getFirst()
                            .flow())
                    .as("seed " + seed)
                    .containsExactly(flows, CLOSE);
        }
    }

    @Test
    void a_plan_that_backs_nothing_leaves_the_year_as_it_is() {
        List<Double> free = List.of(1.0, 1.0);

        assertThat(search.calm(world, before, world.nothing(), free).flow())
                .containsExactly(before.calm().flow(), CLOSE);
    }

    @Test
    void nobody_goes_without_in_a_year_without_a_ban_for_a_share_that_is_capped() {
        PlanSpec strict = SmallWorld.spec(20e6, new PlanSpec.Targets(0.05, 1, 0.1), List.of(), List.of());
        World capped = WorldBuilder.build(SmallWorld.input(), strict);
        Search.State without = search.before(capped);
        Search.Found plan = search.find(capped, without);
        double[] made = plan.state().calm().made();

        capped.chain()
                .sales()
                .forEach(sale -> assertThat(made[sale.node()])
                        .as(capped.chain().nodes().get(sale.node()).key())
                        .isGreaterThanOrEqualTo(without.calm().made()[sale.node()] - 1e-6));
    }

    @Test
    void no_set_of_targets_is_kept_by_going_without() {
        PlanSpec strict = SmallWorld.spec(20e6, new PlanSpec.Targets(0.02, 1, 1), List.of(), List.of());
        Relaxing relaxing = Planner.of(SmallWorld.input(), 1, _ -> {}).relax(strict);

        assertThat(relaxing.size()).isPositive(); // with nobody served every share would be kept
        assertThat(relaxing.sets())
                .allSatisfy(way -> assertThat(way.gives())
                        .anySatisfy(each -> assertThat(each.name()).isIn("direct_share", "budget")));
    }
}
