package org.monazite.shock.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.shock.Action;
import org.monazite.shock.Targets;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Route;
import org.monazite.supply.SupplyNetwork;

/// Refuses actions that name what the network does not have, before anything is played: a misspelt ban would
/// otherwise pass as a harmless one.
public final class Names {

    private final SupplyNetwork network;
    private final Set<String> places = new TreeSet<>();
    private final Set<String> products = new TreeSet<>();
    private final Set<String> lanes = new TreeSet<>();

    private Names(SupplyNetwork network) {
        this.network = network;
        network.places().stream().map(Place::code).forEach(places::add);
        network.products().stream().map(Product::id).forEach(products::add);
        network.routes().stream().map(Route::lanes).forEach(lanes::addAll);
    }

    /// Checks the actions of a scenario.
    ///
    /// @throws IllegalArgumentException at the first unknown name, with the nearest known one
    public static void require(SupplyNetwork network, List<Action> actions) {
        Names names = new Names(network);
        actions.forEach(names::require);
    }

    private void require(Action action) {
        switch (action) {
            case Action.ExportBan ban -> require("ban", ban.targets());
            case Action.LicenceRegime licence -> require("licence", licence.targets());
            case Action.Outage outage -> require("outage", outage.places(), outage.product());
            case Action.LaneClosure closure -> {
                require("lane", "lane on its routes", List.of(closure.lane()), lanes);
                if (closure.extraDays().isEmpty()) {
                    requireDetours(closure.lane());
                }
            }
            case Action.DemandSurge surge -> require("surge", surge.places(), surge.products());
            case Action.StockRelease release -> require("release", Set.of(release.place()), Set.of(release.product()));
        }
    }

    private void require(String action, Targets targets) {
        require(action, targets.from(), targets.products());
        require(action, targets.to(), Set.of());
    }

    private void require(String action, Set<String> usedPlaces, Set<String> usedProducts) {
        require(action, "place", usedPlaces, places);
        require(action, "product", usedProducts, products);
    }

    private void requireDetours(String lane) {
        for (Route route : network.routes()) {
            boolean known =
                    route.detours().stream().anyMatch(detour -> detour.lane().equals(lane));
            if (route.lanes().contains(lane) && !known) {
                throw new IllegalArgumentException("""
                        lane: no source says how much longer %s to %s takes without '%s'.
                        Maybe state it: extra_days.\
                        """.formatted(route.from(), route.to(), lane));
            }
        }
    }

    private static void require(String action, String kind, Collection<String> used, Set<String> known) {
        for (String name : new TreeSet<>(used)) {
            if (!known.contains(name)) {
                String hint = known.isEmpty() ? "it has none" : "you meant '" + nearest(name, known) + "'";
                throw new IllegalArgumentException(
                        "%s: the network has no %s '%s'.\nMaybe %s.".formatted(action, kind, name, hint));
            }
        }
    }

    private static String nearest(String name, Set<String> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String each : known) {
            int distance = distance(name, each);
            if (distance < least) {
                least = distance;
                best = each;
            }
        }
        return best;
    }

    /// Letters to add, drop or change to get from one name to the other (Levenshtein, 1966).
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
