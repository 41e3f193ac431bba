package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Plans with stocks that are released by a rule against a twin without one: there a stock is as large as what the
/// rule lets out of it over the ban, may leave it at once, and does not exist in bans that do not open it. Every plan
/// is
/// tried with GLOP. A failure names its seed.
class StockRulesOracleTest {

    private static final double[] RELEASES = {1.0 / 32, 1.0 / 16, 1.0 / 8, 0.2, 0.5, 1};
    private static final int[] QUARTERS = {1, 2, 4, 8, 12};
    private static final Pattern COLUMN = Pattern.compile("family=released-\\d+, .*episode=(\\d+)");
    private static final Pattern ROW = Pattern.compile("family=store, a=(\\d+), b=0, episode=(\\d+)");

    private static void each(int from, int to, IntConsumer test) {
        for (int seed = from; seed <= to; seed++) {
            test.accept(seed);
        }
    }

    /// A random question with stocks of magnets in both places, and a random rule.
    private static BruteForceTest.Question question(int seed) {
        BruteForceTest.Question random = BruteForceTest.Question.of(seed);
        Random more = new Random(seed);
        PlanSpec one = random.spec();
        PlanSpec asked = new PlanSpec(
                one.name(),
                one.partners(),
                one.against(),
                one.budgetUsd(),
                one.asOfYear(),
                one.targetYear(),
                one.lastYear(),
                QUARTERS[more.nextInt(QUARTERS.length)],
                one.targets(),
                one.discountRate(),
                one.tail(),
                one.genericPart(),
                one.include(),
                one.exclude(),
                one.timeLimitSeconds(),
                one.rules());
        List<List<String>> triggers = List.of(List.of(), List.of("CHN"), List.of("AUS"), List.of("CHN", "JPN"));
        StockRules rules = new StockRules(
                RELEASES[more.nextInt(RELEASES.length)], 0.02, new TreeSet<>(triggers.get(more.nextInt(4))));
        PlanInput input = SmallWorld.input(
                random.projects(),
                List.of(SmallWorld.option(
                        "stock.magnet", "stockpile", List.of("JPN", "USA"), "a.magnet", 200, 80_000)));
        return new BruteForceTest.Question(input, asked.with(asked.rules().with(rules)), random.projects());
    }

    /// Part of a stock that a ban lets out, by hand.
    private static double part(World world, Ban ban) {
        StockRules rules = world.spec().rules().stocks();
        boolean named = rules.triggers().isEmpty();
        for (Ban.Stop stop : ban.stops()) {
            named |= rules.triggers().contains(stop.supplier());
        }
        return named ? Math.min(1, rules.release() * ban.quarters()) : 0;
    }

    private static World twin(World world) {
        double part = Math.min(
                1, world.spec().rules().stocks().release() * world.spec().banQuarters());
        World free = world.with(world.spec().with(world.spec().rules().with(new StockRules(1, 0.02, new TreeSet<>()))));
        List<Candidate> smaller = new ArrayList<>();
        for (Candidate candidate : free.candidates()) {
            List<Effect> effects = new ArrayList<>();
            for (Effect effect : candidate.effects()) {
                effects.add(
                        effect instanceof Effect.Stores(int at, double kt) ? new Effect.Stores(at, kt * part) : effect);
            }
            smaller.add(candidate.with(effects));
        }
        return new World(
                free.spec(),
                free.years(),
                free.growth(),
                free.chain(),
                free.byProducts(),
                free.oldMagnets(),
                free.savings(),
                free.stores(),
                free.offtakes(),
                free.feeds(),
                smaller,
                free.bans(),
                free.relationMost(),
                free.stretch(),
                free.budget(),
                free.counted(),
                free.leftOut(),
                free.assumptions());
    }

    private static void best(int seed) {
        BruteForceTest.Question question = question(seed);
        World world = question.world();
        Search.State before = new Search(Solvers.best(), SmallWorld.network(), Work.alone()).before(world);
        List<Episode> episodes = new ArrayList<>();
        world.bans().stream().limit(3).forEach(ban -> episodes.add(Episode.of(0, ban)));
        episodes.add(Episode.of(1, world.bans().getLast()));
        double cap = world.spec().targets().directShare();
        List<Double> caps = List.of(cap, cap);
        PlanModel plan = PlanModel.choosing(world, episodes, before.standing(world), caps, 1);
        Solution solution = Solvers.best().solve(plan.model(), Limits.EXACT);
        World twin = twin(world);
        PlanModel other = PlanModel.choosing(twin, episodes, before.standing(world), caps, 1);
        Model rows = other.model().relaxed();
        for (int column = 0; column < rows.columns(); column++) {
            Matcher key = COLUMN.matcher(rows.columnKey(column).toString());
            if (key.find()) {
                Ban ban = episodes.get(Integer.parseInt(key.group(1)) - 1).ban().orElseThrow();
                if (part(world, ban) == 0) {
                    rows.bounds(column, 0, 0);
                }
            }
        }
        double least = least(rows, other, twin, 0);

        assertThat(solution.objective()).as("seed " + seed).isCloseTo(least, Offset.offset(1e-6 * Math.max(1, least)));
    }

    /// The least objective of all plans with the modules of the first candidates given.
    private static double least(Model rows, PlanModel plan, World world, int from) {
        if (from == world.candidates().size()) {
            Solution solution = AllPlans.GLOP.solve(rows, Limits.NONE);
            return solution.hasPlan() ? solution.objective() : Double.POSITIVE_INFINITY;
        }
        if (!world.candidates().get(from).whole()) {
            return least(rows, plan, world, from + 1);
        }
        int column = plan.around().modules(from);
        double least = Double.POSITIVE_INFINITY;
        for (int modules = 0; modules <= 1; modules++) {
            rows.bounds(column, modules, modules);
            least = Math.min(least, least(rows, plan, world, from + 1));
        }
        return least;
    }

    /// A tonne more in a stock lets out its part in every ban that opens it: the rows of the stock, moved by that.
    private static void worth(int seed) {
        BruteForceTest.Question question = question(seed);
        OracleTest.Asked asked = OracleTest.Asked.of(question);
        List<Worth.Asset> assets = List.of(
                new Worth.Asset(Worth.Kind.STOCK, "JPN", "a.magnet"),
                new Worth.Asset(Worth.Kind.STOCK, "USA", "a.magnet"));
        Worth said = asked.planner().worth(question.spec(), assets);
        double base = money(asked, "", 0);
        for (Worth.Line line : said.lines()) {
            String name = "seed " + seed + " " + line.asset().id();
            double step = 1 / World.TONNES;
            double unit = World.USD / World.TONNES;
            double more = (base - money(asked, line.asset().place(), step)) / step * unit;
            assertThat(line.moreUsd()).as(name).isCloseTo(Math.max(0, more), Offset.offset(20 + 0.01 * Math.abs(more)));
            if (!Double.isNaN(line.lessUsd())) {
                double taken = line.step() / World.TONNES;
                double less = (money(asked, line.asset().place(), -taken) - base) / taken * unit;
                assertThat(line.lessUsd())
                        .as(name)
                        .isCloseTo(Math.max(0, less), Offset.offset(20 * step / taken + 0.01 * Math.abs(less)));
            }
        }
    }

    /// Cost and expected loss of the best plan with more in a stock, whole modules as they were and no target missed by
    /// more.
    private static double money(OracleTest.Asked asked, String place, double by) {
        World world = asked.world();
        List<Episode> episodes = asked.ground().found().episodes();
        PlanModel plan = asked.choosing(world, episodes);
        Model rows = plan.around()
                .heldAs(asked.ground().around(), asked.ground().found().solution())
                .relaxed();
        plan.around().fixWhole(rows, asked.ground().found().choice());
        for (int row = 0; row < rows.rows(); row++) {
            Matcher key = ROW.matcher(rows.rowKey(row).toString());
            if (key.find()
                    && world.stores()
                            .get(Integer.parseInt(key.group(1)))
                            .place()
                            .equals(place)) {
                Ban ban = episodes.get(Integer.parseInt(key.group(2)) - 1).ban().orElseThrow();
                rows.rowBounds(row, Double.NEGATIVE_INFINITY, by * part(world, ban));
            }
        }
        Solution solution = AllPlans.GLOP.solve(rows, Limits.NONE);
        return solution.hasPlan() ? new AllPlans(world, plan).money(solution) : Double.POSITIVE_INFINITY;
    }

    @Test
    void rules_matter_in_the_questions_that_are_asked_here() {
        int bound = 0;
        int closed = 0;
        for (int seed = 1; seed <= 12; seed++) {
            World world =
                    WorldBuilder.build(question(seed).input(), question(seed).spec());
            double part = part(world, world.bans().getLast());
            bound += part > 0 && part < 1 ? 1 : 0;
            closed += part == 0 ? 1 : 0;
        }

        assertThat(bound).isGreaterThan(2);
        assertThat(closed).isGreaterThan(2);
    }

    @Test
    void best_plans_under_a_rule_are_those_of_a_world_with_as_much_to_release() {
        each(1, 12, StockRulesOracleTest::best);
    }

    @Test
    void worth_of_a_tonne_of_stock_is_that_of_the_part_that_leaves_it() {
        each(1, 4, StockRulesOracleTest::worth);
    }

    @Test
    @Tag("slow")
    void two_hundred_best_plans_under_a_rule_are_those_of_worlds_with_as_much_to_release() {
        each(2001, 2200, StockRulesOracleTest::best);
    }

    @Test
    @Tag("slow")
    void a_hundred_worths_of_a_tonne_of_stock_are_those_of_the_part_that_leaves_it() {
        each(2001, 2100, StockRulesOracleTest::worth);
    }
}
