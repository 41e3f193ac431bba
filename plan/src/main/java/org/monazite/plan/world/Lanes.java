package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Route;

/// Sea lanes that are shut for the length of the question. A flow whose route has no way round stops; one
/// with a detour of d days loses what would have come in these days, `d / days of the closure`, once. As in
/// the daily engine a lane counts only if every route of the network that crosses it says what a closure
/// costs; other routes that cross it and say nothing stop.
final class Lanes {

    private static final double DAYS_OF_A_QUARTER = 365.0 / 4;
    private static final double MOST_OPEN = 1 - 1e-9;

    private final PlanInput input;
    private final PlanSpec spec;
    private final Map<List<String>, Route> routes = new TreeMap<>(java.util.Comparator.comparing(List::toString));
    private final List<List<String>> pairs = new ArrayList<>();

    Lanes(PlanInput input, PlanSpec spec, Chain chain) {
        this.input = input;
        this.spec = spec;
        input.routes().forEach(route -> routes.put(List.of(route.from(), route.to()), route));
        input.network().routes().forEach(route -> routes.put(List.of(route.from(), route.to()), route));
        TreeSet<List<String>> used = new TreeSet<>(java.util.Comparator.comparing(List::toString));
        for (Arc arc : chain.arcs()) {
            String from = chain.supplier(arc).place();
            String to = chain.buyer(arc).place();
            if (!from.equals(to)) {
                used.add(List.of(from, to));
            }
        }
        pairs.addAll(used);
    }

    List<Ban> bans() {
        TreeSet<String> lanes = new TreeSet<>();
        TreeSet<String> silent = new TreeSet<>();
        for (Route route : input.network().routes()) {
            for (String lane : route.lanes()) {
                (extraDays(route, lane).isPresent() ? lanes : silent).add(lane);
            }
        }
        lanes.removeAll(silent);
        List<Ban> bans = new ArrayList<>();
        for (String lane : lanes) {
            List<Ban.Stop> stops = stops(lane);
            if (!stops.isEmpty()) {
                double each = Guess.LANE / lanes.size() / spec.banQuarters();
                bans.add(new Ban("lane:" + lane, stops, spec.banQuarters(), each, List.of(), lane));
            }
        }
        return bans;
    }

    /// What moves less while a lane is shut, by supplier and buyer.
    private List<Ban.Stop> stops(String lane) {
        double days = spec.banQuarters() * DAYS_OF_A_QUARTER;
        List<Ban.Stop> stops = new ArrayList<>();
        for (List<String> pair : pairs) {
            Route route = routes.get(pair);
            if (route != null && route.lanes().contains(lane)) {
                double extra = extraDays(route, lane).orElse(Double.POSITIVE_INFINITY);
                double open = Math.max(0, 1 - extra / days);
                if (open < MOST_OPEN) {
                    stops.add(new Ban.Stop(pair.get(0), List.of(), open, List.of(pair.get(1))));
                }
            }
        }
        return stops;
    }

    private static OptionalDouble extraDays(Route route, String lane) {
        return route.detours().stream()
                .filter(detour -> detour.lane().equals(lane))
                .mapToDouble(Route.Detour::extraDays)
                .findFirst();
    }
}
