package org.monazite.shock;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.monazite.supply.SupplyNetwork;

/// A plain world for stories: prices change no demand, nothing is saved, nobody works overtime, so that results can be
/// worked out by hand.
final class Plain {

    static final Assumptions ASSUMPTIONS = Assumptions.MINERALS.with(Map.of(
            Parameter.DEMAND_ELASTICITY, 0.0,
            Parameter.THRIFT_MOST, 0.0,
            Parameter.OVERTIME, 1.0,
            Parameter.SPARE, 1.0,
            Parameter.STOCK_DAYS, 30.0));

    private Plain() {}

    static Scenario scenario(Action... actions) {
        return new Scenario("story", LocalDate.of(2026, 1, 1), ASSUMPTIONS, List.of(actions));
    }

    static Action.ExportBan ban(String from, int start, int end) {
        return new Action.ExportBan(new Targets(Set.of(from), Set.of(), Set.of()), start, end, 0);
    }

    static Run run(SupplyNetwork world, int weeks, Action... actions) {
        return Simulation.of(world).run(scenario(actions), weeks);
    }

    /// What the makers of a node make, day by day.
    static double[] made(SupplyNetwork world, String node, int days, Action... actions) {
        return daily(
                world,
                days,
                scenario(actions),
                view -> view.made(world.nodes().find(node).orElseThrow()));
    }

    /// What a node ships to another, day by day.
    static double[] shipped(SupplyNetwork world, String from, String to, int days, Scenario scenario) {
        for (int arc = 0; arc < world.arcs().size(); arc++) {
            int link = arc;
            if (world.nodes().key(world.arcs().supplier(arc)).equals(from)
                    && world.nodes().key(world.arcs().buyer(arc)).equals(to)) {
                return daily(world, days, scenario, view -> view.shipped(link));
            }
        }
        throw new IllegalArgumentException(from + " does not supply " + to);
    }

    /// What a node holds of a product, day by day.
    static double[] stock(SupplyNetwork world, String node, String product, int days, Action... actions) {
        int index = world.nodes().find(node).orElseThrow();
        int input = world.findProduct(product).orElseThrow();
        return daily(world, days, scenario(actions), view -> view.stock(index, input));
    }

    static double[] daily(SupplyNetwork world, int days, Scenario scenario, ToDoubleFunction<DayView> read) {
        double[] values = new double[days];
        Simulation.of(world).daily(scenario, days, (day, view) -> values[day] = read.applyAsDouble(view));
        return values;
    }

    /// A weekly series as text, two digits.
    static String text(List<Double> weekly) {
        return weekly.stream()
                .map(value -> String.format(Locale.ROOT, "%.2f", value))
                .collect(Collectors.joining(" "));
    }

    static String unmet(Run run, String product, String place) {
        return text(run.find(product, place).orElseThrow().unmet());
    }

    static String output(Run run, String product, String place) {
        return text(run.find(product, place).orElseThrow().output());
    }
}
