package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Chain;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.World;

/// Worth of one more and one less against a twin that changes the data, not the rows, and solves with GLOP. A failure
/// names its seed.
class WorthOracleTest {

    /// One more and one less tonne are in the data: works that can make more, users that hold more.
    private static void worth(int seed) {
        BruteForceTest.Question random = BruteForceTest.Question.of(seed);
        PlanInput input = SmallWorld.input(
                random.projects(),
                List.of(SmallWorld.option(
                        "stock.magnet", "stockpile", List.of("JPN", "USA"), "a.magnet", 200, 80_000)));
        OracleTest.Asked asked =
                OracleTest.Asked.of(new BruteForceTest.Question(input, random.spec(), random.projects()));
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
    private static double money(OracleTest.Asked asked, World changed) {
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
    void worth_of_one_more_and_one_less_is_that_of_data_with_one_more_and_one_less() {
        for (int seed = 1; seed <= 2; seed++) {
            worth(seed);
        }
    }

    @Test
    @Tag("slow")
    void a_hundred_worths_are_those_of_data_with_one_more_and_one_less() {
        for (int seed = 2001; seed <= 2100; seed++) {
            worth(seed);
        }
    }
}
