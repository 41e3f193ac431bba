package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Chain;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.World;

/// Answers around random plans against twins that try every plan with GLOP and change the data, not the rows: value
/// of the stochastic solution, knock-out and knock-in, worth of one more and one less, nearest plan. A failure names
/// its seed.
class OracleTest {

    /// M USD a year: what the pattern of a calm year counts in the rows, and is no money.
    private static final double CALM = 0.25;

    private static void each(int from, int to, IntConsumer test) {
        for (int seed = from; seed <= to; seed++) {
            test.accept(seed);
        }
    }

    /// A random question, and the plan that the product finds.
    private record Asked(BruteForceTest.Question question, World world, Search.State before, Ground ground) {

        static Asked of(int seed) {
            return of(BruteForceTest.Question.of(seed));
        }

        static Asked of(BruteForceTest.Question question) {
            World world = question.world();
            Search search = new Search(Solvers.best(), SmallWorld.network(), Work.alone());
            Search.State before = search.before(world);
            return new Asked(
                    question,
                    world,
                    before,
                    Ground.of(world, search, before, search.find(world, before), Solvers.best()));
        }

        PlanModel choosing(World other, List<Episode> episodes) {
            return PlanModel.choosing(
                    other, episodes, before.standing(world), ground.found().caps(), 1);
        }

        Planner planner() {
            return Planner.of(question.input(), 1, _ -> {});
        }
    }

    /// Stops of all bans, each with its chance, in one sure year; the plan for it is judged with the bans as they come.
    private static void vss(int seed) {
        Asked asked = Asked.of(seed);
        World world = asked.world();
        List<Ban.Stop> stops = new ArrayList<>();
        for (Episode episode : asked.ground().around().episodes()) {
            double chance = AllPlans.chance(episode);
            episode.ban()
                    .orElseThrow()
                    .stops()
                    .forEach(stop -> stops.add(new Ban.Stop(
                            stop.supplier(), stop.products(), 1 - chance * (1 - stop.open()), stop.buyers())));
        }
        PlanModel mean = asked.choosing(world, List.of(Episode.of(0, new Ban("mean", stops, 4, 1))));
        AllPlans sure = new AllPlans(world, mean);
        AllPlans.Each forMean = sure.best(mean.model());
        PlanModel real = asked.choosing(world, asked.ground().found().episodes());
        AllPlans bans = new AllPlans(world, real);
        Model rows = real.model().relaxed();
        real.around().fix(rows, mean.choice(forMean.solution()));
        Solution judged = AllPlans.GLOP.solve(rows, Limits.NONE);
        Solution best = bans.best(real.model()).solution();
        boolean worse = false;
        for (int i = 0; i < world.partners().size(); i++) {
            List<Integer> misses = new ArrayList<>(real.around().excess(i));
            misses.addAll(real.around().shortfalls(i));
            worse |= misses.stream().anyMatch(column -> judged.value(column) > best.value(column) + 2e-4);
        }

        Value.Mean said = asked.planner().value(asked.question().spec()).mean();

        assertThat(said.broken().isEmpty()).as("seed " + seed).isEqualTo(!worse);
        assertThat(said.moneyUsd() / World.USD)
                .as("seed " + seed)
                .isCloseTo(bans.money(judged), Offset.offset(CALM + 1e-5 * bans.money(judged)));
        if (!worse) {
            assertThat(said.vssUsd() / World.USD)
                    .as("seed " + seed)
                    .isCloseTo(bans.money(judged) - bans.money(best), Offset.offset(CALM + 1e-5 * bans.money(best)));
        } else {
            assertThat(said.vssUsd()).as("seed " + seed).isNaN();
        }
    }

    /// Every plan without the project, or with it, in place of those that may choose.
    private static void knocked(int seed) {
        Asked asked = Asked.of(seed);
        World world = asked.world();
        int c = seed % world.candidates().size();
        String id = world.candidates().get(c).id();
        List<Episode> all = new ArrayList<>(asked.ground().found().episodes());
        world.bans().stream()
                .map(ban -> Episode.of(0, ban))
                .filter(episode -> !all.contains(episode))
                .forEach(all::add);
        PlanModel plan = asked.choosing(world, all);
        AllPlans plans = new AllPlans(world, plan);
        AllPlans.Each free = plans.best(plan.model());
        boolean in = free.modules().get(c) > 0;
        AllPlans.Each forced = null;
        for (AllPlans.Each each : plans.of(plan.model())) {
            boolean other = each.modules().get(c) > 0 != in;
            if (other
                    && (forced == null
                            || each.solution().objective() < forced.solution().objective())) {
                forced = each;
            }
        }
        if (forced == null) {
            return; // the budget does not reach
        }

        Why why = asked.planner().why(asked.question().spec(), id);

        double money = plans.money(forced.solution()) - plans.money(free.solution());
        double near = 1e-5 * Math.max(plans.money(forced.solution()), plans.money(free.solution()));
        assertThat(why.inPlan()).as("seed " + seed).isEqualTo(in);
        assertThat(why.costDeltaUsd() / World.USD)
                .as("seed %d %s", seed, id)
                .isCloseTo(money, Offset.offset(CALM + near));
        assertThat(why.planCostDeltaUsd() / World.USD)
                .as("seed %d %s", seed, id)
                .isCloseTo(plans.cost(forced.solution()) - plans.cost(free.solution()), Offset.offset(CALM + near));
    }

    /// The nearest plan misses as little as any plan can, in the largest part that a ban takes beyond the limit.
    private static void nearest(int seed) {
        Asked asked = Asked.of(seed);
        World world = asked.world();
        PlanModel plan = asked.choosing(world, asked.ground().found().episodes());
        AllPlans plans = new AllPlans(world, plan);
        Model rows = plan.model().copy();
        asked.ground()
                .around()
                .keepWorse(rows, asked.ground().around(), asked.ground().found().solution());
        for (int column = 0; column < rows.columns(); column++) {
            rows.cost(column, 0);
        }
        rows.offset(0);
        rows.cost(plan.around().worst().getFirst(), 1);
        double least = plans.best(rows).solution().objective();
        double limit = world.spec().targets().worstBan();

        double reached = asked.planner().solve(asked.question().spec()).targets().stream()
                .filter(target -> target.name().equals("worst_ban"))
                .mapToDouble(PlanResult.TargetState::reached)
                .max()
                .orElseThrow();

        assertThat(Math.max(limit, reached)).as("seed " + seed).isCloseTo(limit + least, Offset.offset(5e-4));
    }

    /// How far a set must give way is the least among all plans.
    private static void needed(int seed) {
        Asked asked = Asked.of(seed);
        World world = asked.world();
        double cap = world.spec().targets().directShare();
        PlanModel plan = PlanModel.choosing(
                world, asked.ground().found().episodes(), asked.before().standing(world), List.of(cap, cap), 1);
        AllPlans plans = new AllPlans(world, plan);
        Relaxing relaxing = asked.planner().relax(asked.question().spec());
        for (Relaxing.Way way : relaxing.sets()) {
            if (way.gives().size() == 1) {
                Relaxing.Gives gives = way.gives().getFirst();
                int partner = world.partners().indexOf(gives.partner());
                Model rows = plan.model().copy();
                for (int column = 0; column < rows.columns(); column++) {
                    rows.cost(column, 0);
                }
                rows.offset(0);
                Ground ground = asked.ground();
                plan.around()
                        .serve(
                                rows,
                                asked.before().calm(),
                                ground.around(),
                                ground.found().solution());
                plan.around().keepWorse(rows, ground.around(), ground.found().solution());
                List<Integer> free = List.of();
                if (gives.name().equals("budget")) {
                    rows.rowBounds(plan.around().budget(partner), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                    plan.around().spending(partner).forEach(rows::cost);
                } else {
                    free = gives.name().equals("worst_ban")
                            ? plan.around().excess(partner)
                            : plan.around().shortfalls(partner);
                    int level = rows.column("level", 0, 1, 1);
                    for (int column : free) {
                        rows.row("level of " + column).plus(level).minus(column).atLeast(0);
                    }
                }
                hard(plan, rows, world, free);
                double least = plans.best(rows).solution().objective();
                boolean money = gives.name().equals("budget");
                double said = money ? gives.needed() / World.USD : gives.needed() - gives.wanted();

                assertThat(said)
                        .as("seed %d %s", seed, gives.id())
                        .isCloseTo(least, Offset.offset(money ? 0.01 + 2e-3 * least : 2e-3));
            }
        }
    }

    private static void hard(PlanModel plan, Model rows, World world, List<Integer> free) {
        for (int i = 0; i < world.partners().size(); i++) {
            List<Integer> misses = new ArrayList<>(plan.around().excess(i));
            misses.addAll(plan.around().shortfalls(i));
            misses.removeAll(free);
            misses.forEach(column -> rows.bounds(column, 0, 1e-7));
        }
    }

    /// One more and one less tonne are in the data: works that can make more, users that hold more.
    private static void worth(int seed) {
        BruteForceTest.Question random = BruteForceTest.Question.of(seed);
        PlanInput input = SmallWorld.input(
                random.projects(),
                List.of(SmallWorld.option(
                        "stock.magnet", "stockpile", List.of("JPN", "USA"), "a.magnet", 200, 80_000)));
        Asked asked = Asked.of(new BruteForceTest.Question(input, random.spec(), random.projects()));
        Worth said = asked.planner().worth(random.spec(), List.of());
        double base = money(asked, asked.world());
        assertThat(said.lines()).isNotEmpty();
        for (Worth.Line line : said.lines()) {
            String name = "seed " + seed + " " + line.asset().id();
            boolean dollars = line.asset().kind() == Worth.Kind.BUDGET;
            double unit = dollars ? 1 : World.USD / World.TONNES;
            double step = dollars ? 1 : 1 / World.TONNES;
            double more = (base - money(asked, changed(asked.world(), line.asset(), step))) / step * unit;
            double near = dollars ? 0.02 : 0.02 * World.TONNES;
            assertThat(line.moreUsd())
                    .as(name)
                    .isCloseTo(Math.max(0, more), Offset.offset(near + 0.01 * Math.abs(more)));
            if (!Double.isNaN(line.lessUsd())) {
                double taken = line.step() / (dollars ? World.USD : World.TONNES);
                double less = (money(asked, changed(asked.world(), line.asset(), -taken)) - base) / taken * unit;
                assertThat(line.lessUsd())
                        .as(name)
                        .isCloseTo(Math.max(0, less), Offset.offset(near * step / taken + 0.01 * Math.abs(less)));
            }
        }
    }

    /// Cost and expected loss of the best plan in a changed world, whole modules as they were and no target missed
    /// by more.
    private static double money(Asked asked, World changed) {
        PlanModel plan = asked.choosing(changed, asked.ground().found().episodes());
        Model rows = plan.around()
                .heldAs(asked.ground().around(), asked.ground().found().solution())
                .relaxed();
        plan.around().fixWhole(rows, asked.ground().found().choice());
        Solution solution = AllPlans.GLOP.solve(rows, Limits.NONE);
        return solution.hasPlan() ? new AllPlans(changed, plan).money(solution) : Double.POSITIVE_INFINITY;
    }

    private static World changed(World world, Worth.Asset asset, double by) {
        List<Node> nodes = new ArrayList<>(world.chain().nodes());
        List<Cell> cells = new ArrayList<>(world.chain().cells());
        switch (asset.kind()) {
            case BUDGET -> {
                TreeMap<String, Double> money = new TreeMap<>(world.spec().budgetUsd());
                money.merge(asset.place(), by * World.USD, Double::sum);
                return world.with(world.spec().withBudget(money));
            }
            case CAPACITY -> {
                int node = works(world, asset);
                Node old = nodes.get(node);
                nodes.set(
                        node,
                        new Node(
                                old.key(),
                                old.place(),
                                old.product(),
                                old.kind(),
                                old.group(),
                                old.base(),
                                old.value(),
                                old.capacity().stream().map(kt -> kt + by).toList(),
                                old.normal()));
            }
            case STOCK -> {
                int cell = user(world, asset);
                Cell old = cells.get(cell);
                cells.set(
                        cell,
                        new Cell(
                                old.node(),
                                old.product(),
                                old.perUnit(),
                                old.important(),
                                old.thrift(),
                                old.unknownPart(),
                                old.stock().stream().map(kt -> kt + by).toList()));
            }
        }
        Chain old = world.chain();
        Chain chain = new Chain(nodes, cells, old.relations(), old.arcs(), old.sales());
        return new World(
                world.spec(),
                world.years(),
                world.growth(),
                chain,
                world.byProducts(),
                world.oldMagnets(),
                world.savings(),
                world.stores(),
                world.offtakes(),
                world.feeds(),
                world.candidates(),
                world.bans(),
                world.relationMost(),
                world.stretch(),
                world.budget(),
                world.counted(),
                world.leftOut(),
                world.assumptions());
    }

    private static int works(World world, Worth.Asset asset) {
        for (int node = 0; node < world.chain().nodes().size(); node++) {
            Node each = world.chain().nodes().get(node);
            if (each.isMaker()
                    && each.group() == Node.Group.BASE
                    && each.place().equals(asset.place())
                    && each.product().equals(asset.productId())) {
                return node;
            }
        }
        throw new IllegalStateException("No works of the base year: " + asset.id());
    }

    /// The only ones in the place who take the product in: what a strategic stock holds is for them.
    private static int user(World world, Worth.Asset asset) {
        int found = -1;
        for (int cell = 0; cell < world.chain().cells().size(); cell++) {
            Cell each = world.chain().cells().get(cell);
            Node node = world.chain().nodes().get(each.node());
            if (node.place().equals(asset.place()) && each.product().equals(asset.productId())) {
                if (found >= 0) {
                    throw new IllegalStateException("Several take it in: " + asset.id());
                }
                found = cell;
            }
        }
        return found;
    }

    @Test
    void values_of_the_stochastic_solution_are_those_of_all_plans() {
        each(1, 2, OracleTest::vss);
    }

    @Test
    void what_knocking_out_and_in_costs_is_that_of_all_plans() {
        each(1, 3, OracleTest::knocked);
    }

    @Test
    void nearest_plans_miss_as_little_as_any_plan() {
        each(1, 2, OracleTest::nearest);
    }

    @Test
    void what_a_target_must_give_way_is_the_least_of_all_plans() {
        each(1, 2, OracleTest::needed);
    }

    @Test
    void worth_of_one_more_and_one_less_is_that_of_data_with_one_more_and_one_less() {
        each(1, 2, OracleTest::worth);
    }

    @Test
    @Tag("slow")
    void a_hundred_values_of_the_stochastic_solution_are_those_of_all_plans() {
        each(2001, 2100, OracleTest::vss);
    }

    @Test
    @Tag("slow")
    void two_hundred_knock_outs_and_ins_cost_what_they_do_among_all_plans() {
        each(2001, 2200, OracleTest::knocked);
    }

    @Test
    @Tag("slow")
    void a_hundred_nearest_plans_miss_as_little_as_any_plan() {
        each(2001, 2100, seed -> {
            nearest(seed);
            needed(seed);
        });
    }

    @Test
    @Tag("slow")
    void a_hundred_worths_are_those_of_data_with_one_more_and_one_less() {
        each(2001, 2100, OracleTest::worth);
    }
}
