package org.monazite.atlas.chain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Flag;
import org.monazite.supply.Route;

/// How goods travel between places and how long it takes.
final class Routes {

    /// Days for a pair of places without a route in the pack: guesses of ours, named in docs/methods.md.
    private static final int SEA_DAYS = 25;

    private static final int LAND_DAYS = 7;

    private final Map<List<String>, Route> byPair = new HashMap<>();
    private final Set<String> union;

    /// A way between two places.
    ///
    /// @param days at least 1
    record Leg(Optional<Route> route, int days) {}

    Routes(Pack pack, Set<String> union) {
        this.union = Set.copyOf(union);
        for (Row row : pack.table("link_lanes")) {
            if (row.text("default_2024").equals("yes")) {
                byPair.put(List.of(row.text("exporter"), row.text("importer")), route(row));
            }
        }
    }

    /// Every default route, and for members of the union without one of their own that of the union.
    List<Route> all() {
        Map<List<String>, Route> every = new TreeMap<>(Comparator.comparing(List::toString));
        every.putAll(byPair);
        byPair.forEach((pair, route) -> {
            for (String from : places(pair.get(0))) {
                for (String to : places(pair.get(1))) {
                    boolean inside = union.contains(from) && union.contains(to);
                    if (!inside && !byPair.containsKey(List.of(from, to))) {
                        every.putIfAbsent(List.of(from, to), between(route, from, to));
                    }
                }
            }
        });
        return List.copyOf(every.values());
    }

    private Set<String> places(String port) {
        return port.equals("EU27") ? union : Set.of(port);
    }

    private static Route between(Route route, String from, String to) {
        return new Route(
                from,
                to,
                route.name(),
                route.days(),
                route.lowDays(),
                route.highDays(),
                route.lanes(),
                route.detours(),
                route.flag());
    }

    Leg between(String from, String to) {
        if (from.equals(to)) {
            return new Leg(Optional.empty(), 1);
        }
        Optional<Route> route = Optional.ofNullable(byPair.get(List.of(from, to)))
                .or(() -> Optional.ofNullable(byPair.get(List.of(port(from), port(to)))));
        int guess = port(from).equals(port(to)) ? LAND_DAYS : SEA_DAYS;
        return new Leg(route, Math.max(1, (int)
                Math.round(route.map(Route::days).orElse((double) guess))));
    }

    private String port(String place) {
        return union.contains(place) ? "EU27" : place;
    }

    private static Route route(Row row) {
        List<String> lanes = row.list("lanes");
        List<Route.Detour> detours = Arrays.stream(
                        row.text("detour_days_if_closed").split(";"))
                .map(String::strip)
                .filter(text -> text.contains(":"))
                .map(text -> text.split(":"))
                .map(parts -> new Route.Detour(
                        parts[0], parts[1].equals("closed") ? Double.POSITIVE_INFINITY : Double.parseDouble(parts[1])))
                .toList();
        return new Route(
                row.text("exporter"),
                row.text("importer"),
                row.text("route"),
                row.need("transit_days"),
                row.number("low_days").orElse(row.need("transit_days")),
                row.number("high_days").orElse(row.need("transit_days")),
                lanes,
                detours,
                row.flag().and(Flag.NONE));
    }
}
