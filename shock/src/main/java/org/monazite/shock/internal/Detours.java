package org.monazite.shock.internal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.monazite.shock.Action;
import org.monazite.supply.Route;
import org.monazite.supply.SupplyNetwork;

/// What a shut lane costs a voyage.
final class Detours {

    private final SupplyNetwork network;
    private final Action.LaneClosure closure;
    private final Set<String> shut; // all lanes that are shut while this one is

    Detours(SupplyNetwork network, Action.LaneClosure closure, List<Action> all) {
        this.network = network;
        this.closure = closure;
        this.shut = all.stream()
                .filter(Action.LaneClosure.class::isInstance)
                .map(Action.LaneClosure.class::cast)
                .filter(other -> other.start() < closure.end() && closure.start() < other.end())
                .map(Action.LaneClosure::lane)
                .collect(Collectors.toSet());
    }

    /// Days more over all legs of a voyage; infinite if there is no way round, empty if it does not cross the lane.
    OptionalDouble extra(int[] legs) {
        boolean crosses = false;
        double extra = 0;
        for (int leg : legs) {
            Route route = network.routes().get(leg);
            if (route.lanes().contains(closure.lane())) {
                crosses = true;
                extra += extra(route);
            }
        }
        return crosses ? OptionalDouble.of(extra) : OptionalDouble.empty();
    }

    private double extra(Route route) {
        double stated = closure.extraDays().orElseGet(() -> entry(route));
        return Double.isInfinite(stated) ? otherRoute(route) : stated;
    }

    private double entry(Route route) {
        return route.detours().stream()
                .filter(detour -> detour.lane().equals(closure.lane()))
                .mapToDouble(Route.Detour::extraDays)
                .findFirst()
                .orElseThrow(); // checked by Names
    }

    /// Another route of the same pair of places that crosses no shut lane, at its own days.
    private double otherRoute(Route route) {
        return network.routes().stream()
                .filter(other -> other.from().equals(route.from())
                        && other.to().equals(route.to())
                        && other.lanes().stream().noneMatch(shut::contains))
                .mapToDouble(other -> Math.max(0, other.days() - route.days()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
