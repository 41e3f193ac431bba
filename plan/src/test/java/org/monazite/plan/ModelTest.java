package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// What must hold of any model; against all plans one by one: BruteForceTest.
class ModelTest {

    private static final Solver SOLVER = Solvers.best();
    private static final PlanSpec.Targets TARGETS = new PlanSpec.Targets(0.65, 0.5, 0.1);

    /// Objective of the best plan; infinite if there is none.
    private static double best(World world, int bans) {
        Search.State before = new Search(SOLVER, SmallWorld.network(), Work.alone()).before(world);
        List<Episode> episodes = new ArrayList<>();
        world.bans().stream().limit(bans).forEach(ban -> episodes.add(Episode.of(0, ban)));
        double cap = world.spec().targets().directShare();
        PlanModel model = PlanModel.choosing(world, episodes, before.standing(world), List.of(cap, cap), 1);
        Solution solution = SOLVER.solve(model.model(), Limits.EXACT);
        return solution.hasPlan() ? solution.objective() : Double.POSITIVE_INFINITY;
    }

    static List<Project> random(Random random) {
        List<Project> projects = new ArrayList<>();
        String[][] kinds = {
            {"AUS", "a.oxide", "REFINED"},
            {"AUS", "h.oxide", "REFINED"},
            {"USA", "a.metal", "METAL"},
            {"JPN", "a.metal", "METAL"},
            {"USA", "a.magnet", "COMPONENT"},
            {"JPN", "a.magnet", "COMPONENT"}
        };
        int many = 2 + random.nextInt(3);
        for (int k = 0; k < many; k++) {
            String[] kind = kinds[random.nextInt(kinds.length)];
            double size = kind[1].equals("h.oxide") ? 60 : kind[1].equals("a.magnet") ? 3000 : 900;
            projects.add(SmallWorld.project(
                    "p" + k,
                    kind[0],
                    kind[1],
                    Stage.valueOf(kind[2]),
                    size * (0.2 + random.nextDouble()),
                    2026 + random.nextInt(4),
                    20 + random.nextInt(300)));
        }
        return projects;
    }

    private static World world(double budget, PlanSpec.Targets targets) {
        return WorldBuilder.build(SmallWorld.input(), SmallWorld.spec(budget, targets, List.of(), List.of()));
    }

    @Test
    void more_budget_never_raises_the_optimum() {
        double last = Double.POSITIVE_INFINITY;
        for (double budget : new double[] {0, 50e6, 150e6, 400e6, 2e9}) {
            double now = best(world(budget, TARGETS), 3);
            assertThat(now).isLessThanOrEqualTo(last + 1e-6 * Math.abs(now));
            last = now;
        }
    }

    @Test
    void a_stricter_target_never_lowers_the_optimum() {
        double last = 0;
        for (double limit : new double[] {0.5, 0.2, 0.1, 0.0}) {
            double now = best(world(300e6, new PlanSpec.Targets(0.65, 0.5, limit)), 3);
            assertThat(now).isGreaterThanOrEqualTo(last - 1e-6 * now);
            last = now;
        }
    }

    @Test
    void a_ban_less_never_raises_the_optimum() {
        World world = world(300e6, TARGETS);
        double last = Double.POSITIVE_INFINITY;
        for (int bans = 3; bans >= 0; bans--) {
            double now = best(world, bans);
            assertThat(now).isLessThanOrEqualTo(last + 1e-6 * Math.abs(now));
            last = now;
        }
    }

    @Test
    void one_more_project_to_choose_from_never_raises_the_optimum() {
        PlanSpec spec = SmallWorld.spec(300e6, TARGETS, List.of(), List.of());
        double few = best(
                WorldBuilder.build(SmallWorld.input(SmallWorld.projects().subList(0, 3), SmallWorld.options()), spec),
                3);
        double more = best(WorldBuilder.build(SmallWorld.input(), spec), 3);

        assertThat(more).isLessThanOrEqualTo(few + 1e-6 * few);
    }
}
