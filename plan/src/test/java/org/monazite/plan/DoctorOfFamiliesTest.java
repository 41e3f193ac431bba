package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.plan.equations.Formula;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.ModelDoctor;
import org.monazite.plan.lp.Named;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.SolverException;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.PlanOption;

/// A number outside the safe range is found in a row of every family of equations, and the row is named.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorOfFamiliesTest {

    private static final double TOO_MUCH = 1e13;

    private static final Funding LINES = new Funding(
            List.of(
                    new BudgetLine("JPN", Optional.empty(), OptionalInt.of(2027), 1e7),
                    new BudgetLine("USA", Optional.of(Instrument.LOAN), OptionalInt.empty(), 1e7)),
            Map.of(Instrument.EQUITY, 0.49, Instrument.LOAN, 0.8));

    private final Map<String, Model> models = new TreeMap<>(); // by family: a model that has such a row

    @BeforeAll
    void build() {
        for (PlanSpec.Traced how : PlanSpec.Traced.values()) {
            build(how, Funding.FREE);
            build(how, LINES);
        }
    }

    private void build(PlanSpec.Traced how, Funding funding) {
        PlanSpec spec = SmallWorld.spec(3e8, new PlanSpec.Targets(0.6, 0.5, 0.1), List.of(), List.of());
        PlanRules rules = spec.rules().with(how).with(new Risk(0.5, 1e9)).with(funding);
        World world = WorldBuilder.build(input(), spec.with(rules));
        Solver solver = Solvers.best();
        Search.State before = new Search(solver, SmallWorld.network(), Work.alone()).before(world);
        List<Episode> bans = List.of(
                Episode.of(0, world.bans().getFirst()),
                Episode.of(1, world.bans().getFirst()));
        Model model = PlanModel.choosing(world, bans, before.standing(world), List.of(0.6, 0.6), 1)
                .model();
        for (int row = 0; row < model.rows(); row++) {
            models.putIfAbsent(family(model, row), model);
        }
    }

    /// The small world with everything else that a plan may choose.
    private static PlanInput input() {
        List<String> places = List.of("JPN", "USA");
        List<PlanOption> options = new ArrayList<>(SmallWorld.options());
        options.add(SmallWorld.option("rec.eol", "recycling", places, "a.oxide", 100, 50_000));
        options.add(SmallWorld.option("rec.swarf", "recycling", places, "a.oxide", 100, 40_000));
        options.add(SmallWorld.option("thrift", "thrifting", places, "h.oxide", 10, 60_000));
        options.add(SmallWorld.option("sep", "separation", places, "a.oxide", 100, 70_000));
        return SmallWorld.input(SmallWorld.projects(), options);
    }

    private static String family(Model model, int row) {
        return ((Named) model.rowKey(row)).kind();
    }

    Stream<String> families() {
        return models.keySet().stream();
    }

    /// The same model with one number of the first row of a family far beyond the others.
    private static Model spoiled(Model model, String family) {
        Model copy = new Model();
        for (int column = 0; column < model.columns(); column++) {
            copy.column(model.columnKey(column), model.low(column), model.high(column), model.cost(column));
        }
        Map<Object, String> names = new HashMap<>();
        boolean spoiled = false;
        for (int r = 0; r < model.rows(); r++) {
            names.put(model.rowKey(r), model.rowName(r));
            Row row = copy.row(model.rowKey(r));
            for (int term = 0; term < model.terms(r); term++) {
                boolean here = !spoiled && family(model, r).equals(family);
                row.plus(model.column(r, term), here ? TOO_MUCH : model.coefficient(r, term));
                spoiled |= here;
            }
            if (Double.isFinite(model.rowHigh(r))) {
                row.atMost(model.rowHigh(r));
            } else {
                row.atLeast(model.rowLow(r));
            }
        }
        Map<Object, String> columns = new HashMap<>();
        for (int column = 0; column < model.columns(); column++) {
            columns.put(model.columnKey(column), model.columnName(column));
        }
        copy.naming(columns::get, names::get);
        return copy;
    }

    @ParameterizedTest
    @MethodSource("families")
    void a_number_too_large_in_a_row_of_a_family_is_refused_with_the_row(String family) {
        assertThatThrownBy(() -> ModelDoctor.check(spoiled(models.get(family), family)))
                .isInstanceOf(SolverException.class)
                .hasMessageContaining("coefficients of " + family + " lie between")
                .hasMessageContaining("1.00e+13 (row '" + family)
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void the_models_of_plans_pass() {
        models.values().forEach(ModelDoctor::check);
    }

    @Test
    void every_family_of_the_methods_has_been_looked_at() {
        assertThat(models.keySet())
                .containsAll(Formula.all().stream()
                        .map(Formula::family)
                        .filter(family -> !family.equals("demand")) // kept by the bounds of columns
                        .toList());
    }
}
