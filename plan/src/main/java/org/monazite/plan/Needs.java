package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.NodeKind;
import org.monazite.supply.PublishedNeed;

/// Where publishers say that a partner will need more or less of a product than the plan counts: what bans do
/// then, without the plan and with it. The plan grows the use of the base year; a ministry's own figure of what
/// it will need may be three times that, and nobody can say which is right.
final class Needs {

    private static final int NEAR = 2; // years from the target year
    private static final double APART = 0.25; // of what the plan counts: closer is the same figure

    private final PlanInput input;
    private final Solver solver;

    Needs(PlanInput input, Solver solver) {
        this.input = input;
        this.solver = solver;
    }

    /// Published needs that differ from what the plan counts.
    static List<Setting.Published> lines(World world, List<PublishedNeed> needs) {
        List<Setting.Published> lines = new ArrayList<>();
        for (PublishedNeed need : needs) {
            double counted = counted(world, need.place(), need.productId()) * World.TONNES;
            boolean near = Math.abs(need.year() - world.spec().targetYear()) <= NEAR
                    && world.partners().contains(need.place());
            if (near && counted > 0 && Math.abs(need.tonnes().value() / counted - 1) > APART) {
                lines.add(new Setting.Published(
                        need.place(),
                        need.productId(),
                        need.year(),
                        need.tonnes(),
                        counted,
                        need.flag(),
                        need.citation()));
            }
        }
        return lines;
    }

    /// What works of a place take in in a year without a ban, kt; 0 if users take some of it as it is.
    private static double counted(World world, String place, String product) {
        double sum = 0;
        for (Cell cell : world.chain().cells()) {
            Node buyer = world.chain().nodes().get(cell.node());
            if (buyer.place().equals(place) && cell.product().equals(product)) {
                if (buyer.kind() == NodeKind.USE) {
                    return 0;
                }
                sum += buyer.kind() == NodeKind.MAKER
                        ? cell.perUnit() * buyer.normal().getFirst()
                        : 0;
            }
        }
        return sum;
    }

    static Map<String, Double> factors(List<Setting.Published> lines) {
        Map<String, Double> factors = new TreeMap<>();
        lines.forEach(line -> factors.put(
                line.partner() + " " + line.productId(), line.tonnes().value() / line.countedTonnes()));
        return factors;
    }

    Setting.Needs of(World world, Choice plan) {
        List<Setting.Published> lines = lines(world, input.needs());
        if (lines.isEmpty() || !Deadline.of(solver).allows("published_needs")) {
            return Setting.Needs.NONE;
        }
        World needing = WorldBuilder.build(input.needing(factors(lines)), world.spec());
        Search search = new Search(solver, input.network(), Work.alone());
        Search.State before = search.before(needing);
        PlanResult.Loss with = new Carried(solver, search).loss(world, plan, needing, before);
        return new Setting.Needs(lines, Loss.all(needing, before.bans()), with);
    }
}
