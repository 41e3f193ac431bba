package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Project;

/// Answers around random plans against all plans tried one by one: up to six projects, two assessed years,
/// three
/// bans. A failure names its seed.
class BruteForceTest {

    private static final Solver SOLVER = Solvers.best();
    private static final double TOLERANCE = 0.03;

    private static void each(int from, int to, IntConsumer test) {
        for (int seed = from; seed <= to; seed++) {
            test.accept(seed);
        }
    }

    /// A random question: two to six projects, a budget that pays for some, loose or strict limits.
    record Question(PlanInput input, PlanSpec spec, List<Project> projects) {

        static Question of(int seed) {
            Random random = new Random(seed);
            List<Project> projects = ModelTest.random(random);
            if (seed % 5 == 0) {
                projects = new ArrayList<>(projects);
                for (Project each : ModelTest.random(random).subList(0, 2)) {
                    projects.add(SmallWorld.project(
                            "q" + each.id(), each.place(), each.productId(), each.stage(), 500, 2028, 80));
                }
            }
            PlanSpec.Targets targets =
                    new PlanSpec.Targets(random.nextBoolean() ? 1 : 0.65, 1, 0.05 + 0.5 * random.nextDouble());
            double budget = 50e6 + 400e6 * random.nextDouble();
            return new Question(
                    SmallWorld.input(projects, List.of()),
                    SmallWorld.spec(budget, targets, List.of(), List.of()),
                    projects);
        }

        World world() {
            return WorldBuilder.build(input, spec);
        }
    }

    /// Objective of the model with exactly these projects; infinite if there is no such plan.
    private static double with(Model rows, Around around, World world, int subset) {
        Model fixed = rows.relaxed();
        for (int c = 0; c < world.candidates().size(); c++) {
            double module = subset >> c & 1;
            fixed.bounds(around.modules(c), module, module);
        }
        Solution solution = SOLVER.solve(fixed, Limits.NONE);
        return solution.hasPlan() ? solution.objective() : Double.POSITIVE_INFINITY;
    }

    private static PlanModel model(World world, Search.State before, int bans) {
        List<Episode> episodes = new ArrayList<>();
        world.bans().stream().limit(bans).forEach(ban -> episodes.add(Episode.of(0, ban)));
        episodes.add(Episode.of(1, world.bans().getFirst()));
        double cap = world.spec().targets().directShare();
        return PlanModel.choosing(world, episodes, before.standing(world), List.of(cap, cap), 1);
    }

    private static void bestPlan(int seed) {
        Question question = Question.of(seed);
        World world = question.world();
        Search.State before = new Search(SOLVER, SmallWorld.network(), Work.alone()).before(world);
        PlanModel plan = model(world, before, 3);
        Solution solution = SOLVER.solve(plan.model(), Limits.EXACT);
        double least = Double.POSITIVE_INFINITY;
        for (int subset = 0; subset < 1 << world.candidates().size(); subset++) {
            least = Math.min(least, with(plan.model(), plan.around(), world, subset));
        }

        assertThat(solution.objective()).as("seed " + seed).isCloseTo(least, Offset.offset(1e-6 * Math.max(1, least)));
    }

    private static void worstBan(int seed) {
        Question question = Question.of(seed);
        World world = question.world();
        Search search = new Search(SOLVER, SmallWorld.network(), Work.alone());
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        double worst = 0;
        for (int e = 0; e < world.bans().size(); e++) {
            PlanModel judged = PlanModel.judging(
                    world,
                    found.choice(),
                    Episode.of(0, world.bans().get(e)),
                    found.state().calm(),
                    Optional.of(before.standing(world)));
            Solution solution = SOLVER.solve(judged.model(), Limits.EXACT);
            double beyond = judged.worstExcess(solution);
            worst = Math.max(
                    worst, beyond > 1e-9 ? beyond + world.spec().targets().worstBan() : 0);
        }

        double said = Loss.all(world, found.state().bans()).worstUnmet();
        double limit = world.spec().targets().worstBan();
        assertThat(Math.max(said, limit)).as("seed " + seed).isCloseTo(Math.max(worst, limit), Offset.offset(1e-6));
    }

    private static void nearOptimalSet(int seed) {
        Question question = Question.of(seed);
        World world = question.world();
        Search search = new Search(SOLVER, SmallWorld.network(), Work.alone());
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        Ground ground = Ground.of(world, search, before, found, SOLVER);
        double limit = ground.objective() + TOLERANCE * Math.abs(ground.objective());
        int inAll = -1;
        int inSome = 0;
        boolean close = false;
        for (int subset = 0; subset < 1 << world.candidates().size(); subset++) {
            double objective = with(ground.held(), ground.around(), world, subset);
            close |= Math.abs(objective - limit) < 1e-4 * Math.max(1, Math.abs(limit));
            if (objective <= limit + 1e-6) {
                inAll &= subset;
                inSome |= subset;
            }
        }
        if (close) {
            return; // a plan at the very edge may fall on either side
        }

        Alternatives alternatives = Planner.of(question.input(), 1, _ -> {}).alternatives(question.spec(), TOLERANCE);

        for (int c = 0; c < world.candidates().size(); c++) {
            String id = world.candidates().get(c).id();
            Alternatives.State expected = (inAll >> c & 1) == 1
                    ? Alternatives.State.ALWAYS
                    : (inSome >> c & 1) == 1 ? Alternatives.State.OPTIONAL : Alternatives.State.NEVER;
            assertThat(alternatives.items())
                    .as("seed " + seed + " " + id)
                    .filteredOn(item -> item.id().equals(id))
                    .singleElement()
                    .extracting(Alternatives.Item::state)
                    .isEqualTo(expected);
        }
    }

    /// Whether some plan keeps all goals but those that give way; every plan is tried.
    private static boolean canKeep(
            World world, PlanModel plan, Search.State before, Search.Found found, TreeSet<String> gives) {
        Around around = plan.around();
        Model rows = plan.model().copy();
        around.serve(rows, before.calm(), found.plan().around(), found.solution());
        around.keepWorse(rows, found.plan().around(), found.solution());
        for (int i = 0; i < world.partners().size(); i++) {
            String partner = world.partners().get(i);
            if (!gives.contains("worst_ban " + partner)) {
                around.excess(i).forEach(column -> rows.bounds(column, 0, 1e-7));
            }
            if (!gives.contains("direct_share " + partner)) {
                around.shortfalls(i).forEach(column -> rows.bounds(column, 0, 1e-7));
            }
            if (gives.contains("budget " + partner)) {
                rows.rowBounds(around.budget(i), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            }
        }
        for (int subset = 0; subset < 1 << world.candidates().size(); subset++) {
            if (with(rows, around, world, subset) < Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    private static void smallestSet(int seed) {
        Question question = Question.of(seed);
        World world = question.world();
        Search search = new Search(SOLVER, SmallWorld.network(), Work.alone());
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        double cap = world.spec().targets().directShare();
        PlanModel plan = PlanModel.choosing(world, found.episodes(), before.standing(world), List.of(cap, cap), 1);
        List<String> goals = new ArrayList<>();
        for (String name : cap < 1 ? List.of("worst_ban", "direct_share", "budget") : List.of("worst_ban", "budget")) {
            world.partners().forEach(partner -> goals.add(name + " " + partner));
        }
        TreeSet<String> expected = new TreeSet<>();
        for (int size = 0; expected.isEmpty() && size <= goals.size(); size++) {
            for (int set = 0; set < 1 << goals.size(); set++) {
                if (Integer.bitCount(set) == size) {
                    TreeSet<String> gives = new TreeSet<>();
                    for (int g = 0; g < goals.size(); g++) {
                        if ((set >> g & 1) == 1) {
                            gives.add(goals.get(g));
                        }
                    }
                    if (canKeep(world, plan, before, found, gives)) {
                        expected.add(gives.toString());
                    }
                }
            }
        }

        Relaxing relaxing = Planner.of(question.input(), 1, _ -> {}).relax(question.spec());

        TreeSet<String> said = new TreeSet<>();
        relaxing.sets()
                .forEach(way -> said.add(new TreeSet<>(
                                way.gives().stream().map(Relaxing.Gives::id).toList())
                        .toString()));
        assertThat(said).as("seed " + seed).isEqualTo(expected);
    }

    /// What knowing is worth and the smallest largest regret.
    private static void values(int seed) {
        Question question = Question.of(seed);
        World world = question.world();
        Search search = new Search(SOLVER, SmallWorld.network(), Work.alone());
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        Ground ground = Ground.of(world, search, before, found, SOLVER);
        List<Episode> episodes = ground.around().episodes();
        double[] best = new double[episodes.size() + 1];
        double informed = 0;
        double quiet = 1;
        for (int e = 0; e < best.length; e++) {
            List<Episode> sure = e < episodes.size() ? List.of(episodes.get(e)) : List.of();
            double chance = sure.isEmpty() ? 1 : ground.around().chance(sure.getFirst());
            PlanModel plan = PlanModel.choosing(
                    world, sure, before.standing(world), found.caps(), sure.isEmpty() ? 1 : 1 / chance);
            Model rows = plan.around().heldAs(ground.around(), found.solution());
            best[e] = Double.POSITIVE_INFINITY;
            for (int subset = 0; subset < 1 << world.candidates().size(); subset++) {
                best[e] = Math.min(best[e], with(rows, plan.around(), world, subset));
            }
            quiet -= sure.isEmpty() ? 0 : chance;
            informed += (sure.isEmpty() ? quiet : chance) * best[e];
        }
        Model regrets = withRegret(ground, best);
        double least = Double.POSITIVE_INFINITY;
        for (int subset = 0; subset < 1 << world.candidates().size(); subset++) {
            least = Math.min(least, with(regrets, ground.around(), world, subset));
        }

        Value value = Planner.of(question.input(), 1, _ -> {}).value(question.spec());

        double money = ground.objective();
        double calm = 0.25; // M USD a year: what the pattern of a calm year counts in the rows, and is no money
        for (int e = 0; e < best.length; e++) {
            assertThat(value.lines().get(e).bestUsd() / World.USD)
                    .as("seed %d line %d", seed, e)
                    .isCloseTo(best[e], Offset.offset(calm + 1e-6 * best[e]));
        }
        assertThat(value.evpiUsd() / World.USD).as("seed " + seed).isCloseTo(money - informed, Offset.offset(calm));
        assertThat(value.leastRegretUsd() / World.USD)
                .as("seed " + seed)
                .isCloseTo(least, Offset.offset(calm + 1e-5 * least));
    }

    /// `min R`, `R >= cost + loss of e - best for e`.
    private static Model withRegret(Ground ground, double[] best) {
        Model rows = ground.held().copy();
        for (int column = 0; column < rows.columns(); column++) {
            rows.cost(column, 0);
        }
        rows.offset(0);
        int regret = rows.column("largest", 0, Double.POSITIVE_INFINITY, 1);
        List<Episode> episodes = ground.around().episodes();
        for (int e = 0; e < best.length; e++) {
            Row row = rows.row("largest " + e).plus(regret);
            ground.around().decisionCosts().forEach((column, cost) -> row.minus(column, cost));
            double all = e < episodes.size() ? ground.around().lossTerms(episodes.get(e), row::plus) : 0;
            row.atLeast(all - best[e]);
        }
        return rows;
    }

    @Test
    void three_values_of_knowing_and_least_regrets_are_those_of_all_plans() {
        each(1, 3, BruteForceTest::values);
    }

    @Tag("P4")
    @Test
    void sixty_best_plans_are_the_best_of_all_plans() {
        each(1, 60, BruteForceTest::bestPlan);
    }

    @Tag("P11")
    @Test
    void five_worst_bans_are_the_worst_of_all_bans() {
        each(1, 5, BruteForceTest::worstBan);
    }

    @Test
    void four_near_optimal_sets_are_those_of_all_plans() {
        each(1, 4, BruteForceTest::nearOptimalSet);
    }

    @Tag("P7")
    @Test
    void three_smallest_sets_to_relax_are_those_of_all_plans() {
        each(1, 3, BruteForceTest::smallestSet);
    }

    @Test
    @Tag("slow")
    void five_hundred_best_plans_are_the_best_of_all_plans() {
        each(1001, 1500, BruteForceTest::bestPlan);
    }

    @Test
    @Tag("slow")
    void a_hundred_answers_around_a_plan_are_those_of_all_plans() {
        each(1001, 1100, seed -> {
            worstBan(seed);
            nearOptimalSet(seed);
            smallestSet(seed);
            values(seed);
        });
    }
}
