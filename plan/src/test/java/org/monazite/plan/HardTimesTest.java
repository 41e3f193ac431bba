package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// Pairs of suppliers, licences, plants that stand still, works that do not come, small contracts, calibration.
class HardTimesTest {

    private static final PlanSpec.Targets TARGETS = new PlanSpec.Targets(1, 1, 0.2);

    private static PlanSpec spec(double budget, boolean pairs, boolean licences, boolean outages) {
        PlanSpec spec = SmallWorld.spec(budget, TARGETS, List.of(), List.of());
        return spec.with(spec.rules().withMore(pairs, licences, outages));
    }

    /// The small world with works that are decided: they start after the base year.
    private static PlanInput decided() {
        List<Project> projects = new ArrayList<>(SmallWorld.projects());
        Project one = SmallWorld.project("usa.decided", "USA", "a.metal", Stage.METAL, 800, 2027, 60);
        projects.add(new Project(
                one.id(),
                one.name(),
                one.operator(),
                one.place(),
                one.stage(),
                one.productId(),
                one.capacity(),
                one.capacityUnit(),
                Project.Status.CONSTRUCTION,
                new Project.Start(OptionalInt.of(2027), OptionalInt.of(2027), OptionalInt.of(2027)),
                one.capexMillionUsd(),
                one.publicSupportMillionUsd(),
                one.offtake(),
                one.outputs(),
                one.unverifiedFields(),
                one.flag(),
                one.citations()));
        return SmallWorld.input(projects, SmallWorld.options());
    }

    @Tag("P11")
    @Test
    void a_partner_without_users_is_refused_with_places_that_can_be_partners() {
        PlanSpec idle = PlanSpec.of(List.of("JPN", "AUS"), "CHN", 1e8);

        assertThatThrownBy(() -> Planner.of(SmallWorld.input(), 1, _ -> {}).solve(idle))
                .hasMessageContaining("'AUS'")
                .hasMessageContaining("[JPN, USA]");
    }

    @Test
    void the_working_set_of_pairs_finds_the_worst_ban_of_a_plan_that_has_all_pairs_in_its_model() {
        World world = WorldBuilder.build(SmallWorld.input(), spec(300e6, true, false, false));
        Solver solver = Solvers.best();
        Search search = new Search(solver, SmallWorld.network(), Work.alone());
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        List<Episode> all = new ArrayList<>();
        world.bans().forEach(ban -> all.add(Episode.of(0, ban)));
        all.add(Episode.of(1, found.episodes().getFirst().ban().orElseThrow()));
        PlanModel complete = PlanModel.choosing(world, all, before.standing(world), List.of(1.0, 1.0), 1);
        double excess = complete.worstExcess(solver.solve(complete.model(), Limits.EXACT));

        assertThat(world.bans()).anyMatch(ban -> ban.stops().size() == 2);
        assertThat(Math.max(0.2, Loss.all(world, found.state().bans()).worstUnmet()))
                .isCloseTo(0.2 + excess, Offset.offset(1e-3));
    }

    @Test
    void two_suppliers_that_stop_together_are_never_better_than_one() {
        PlanInput input = SmallWorld.input();
        World world = WorldBuilder.build(input, spec(300e6, true, false, false));
        Search.State before = new Search(Solvers.best(), SmallWorld.network(), Work.alone()).before(world);
        double one = 0;
        double two = 0;
        for (int e = 0; e < world.bans().size(); e++) {
            double worst = Loss.worst(world, before.bans().get(e));
            if (world.bans().get(e).stops().size() == 2) {
                two = Math.max(two, worst);
            } else {
                one = Math.max(one, worst);
            }
        }

        assertThat(two).isGreaterThanOrEqualTo(one - 1e-9);
    }

    @Test
    void a_licence_hurts_less_than_a_ban_and_a_plant_that_stands_still_makes_nothing() {
        PlanResult plan = Planner.of(decided(), 2, _ -> {}).solve(spec(300e6, false, true, true));
        double ban = unmet(plan, "CHN");
        double licence = unmet(plan, "CHN:licence");

        assertThat(plan.check().verified()).as(plan.check().toString()).isTrue();
        assertThat(licence).isLessThan(ban);
        assertThat(plan.bans()).anyMatch(each -> each.id().equals("outage:usa.decided:a.metal"));
        assertThat(plan.assumptions())
                .anyMatch(each -> each.key().equals("plan.licence_open"))
                .anyMatch(each -> each.key().equals("plan.outage"));
    }

    private static double unmet(PlanResult plan, String id) {
        return plan.bans().stream()
                .filter(ban -> ban.id().equals(id))
                .flatMap(ban -> ban.unmetBefore().values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    @Test
    void an_outage_takes_what_its_plant_makes_and_leaves_other_nodes_alone() {
        Ban.Outage outage = new Ban.Outage("USA/a.metal/decided", "USA", "a.metal", 0.25);
        Ban ban = new Ban("outage", List.of(), 4, 0.1, List.of(outage));

        assertThat(ban.runs("USA/a.metal/decided")).isEqualTo(0.25);
        assertThat(ban.runs("USA/a.metal")).isEqualTo(1);
        assertThat(ban.supplier()).isEqualTo("USA");
        assertThat(ban.products()).containsExactly("a.metal");
    }

    @Test
    void what_the_plan_hangs_on_is_what_bans_do_when_the_works_do_not_come() {
        Planner planner = Planner.of(decided(), 2, _ -> {});
        PlanResult plan = planner.solve(spec(300e6, false, false, false));
        PlanResult without = planner.without(List.of("usa.decided")).solve(spec(300e6, false, false, false));

        assertThat(plan.hangsOn()).singleElement().satisfies(hang -> {
            assertThat(hang.id()).isEqualTo("usa.decided");
            assertThat(hang.worstUnmet())
                    .isCloseTo(without.lossBefore().worstUnmet(), Offset.offset(1e-9))
                    .isGreaterThan(plan.lossBefore().worstUnmet());
        });
        assertThat(without.counted()).isEmpty();
    }

    @Test
    void works_that_are_not_there_or_not_decided_cannot_stay_away() {
        Planner planner = Planner.of(decided(), 1, _ -> {});

        assertThatThrownBy(() -> planner.without(List.of("usa.decides")))
                .hasMessageContaining("'usa.decides'")
                .hasMessageContaining("Maybe you meant 'usa.decided'");
        assertThatThrownBy(() -> planner.without(List.of("usa.metal")))
                .hasMessageContaining("'planned'")
                .hasMessageContaining("Maybe use `exclude`");
    }

    @Test
    void no_contract_is_smaller_than_a_hundredth_of_the_need() {
        for (double budget : new double[] {1e6, 20e6, 150e6}) {
            World world = WorldBuilder.build(SmallWorld.input(), SmallWorld.spec(budget));
            Search search = new Search(Solvers.best(), SmallWorld.network(), Work.alone());
            Search.Found found = search.find(world, search.before(world));

            assertThat(world.offtakes()).anyMatch(offtake -> offtake.least() > 0);
            for (int o = 0; o < world.offtakes().size(); o++) {
                double kt = found.choice().contracts()[o];
                double least = world.offtakes().get(o).least();
                assertThat(kt < 1e-6 || kt >= least * (1 - 1e-6))
                        .as(world.offtakes().get(o).id() + " " + kt)
                        .isTrue();
            }
        }
    }

    @Test
    void a_calibration_says_what_it_tried_and_whether_the_engine_keeps_the_target() {
        PlanSpec spec = SmallWorld.spec(400e6, new PlanSpec.Targets(1, 1, 0.25), List.of(), List.of());
        PlanResult plan = Planner.of(SmallWorld.input(), 2, _ -> {}).calibrated(spec);
        double engine = plan.replay().lines().stream()
                .mapToDouble(Replay.Line::engineAfter)
                .max()
                .orElseThrow();

        assertThat(plan.calibration().asked()).isTrue();
        assertThat(plan.calibration().rounds()).hasSizeBetween(1, 4);
        assertThat(plan.calibration().rounds().getFirst().limit()).containsEntry("USA", 0.25);
        assertThat(plan.calibration().closed()).isEqualTo(engine <= 0.25 + 1e-4);
        for (int k = 1; k < plan.calibration().rounds().size(); k++) {
            var limit = plan.calibration().rounds().get(k).limit();
            var looser = plan.calibration().rounds().get(k - 1).limit();
            assertThat(limit.get("USA") + limit.get("JPN")).isLessThan(looser.get("USA") + looser.get("JPN"));
        }
        double nearest = plan.calibration().rounds().stream()
                .mapToDouble(round -> round.engine().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0))
                .min()
                .orElseThrow();
        assertThat(engine).isCloseTo(nearest, Offset.offset(1e-12));
    }
}
