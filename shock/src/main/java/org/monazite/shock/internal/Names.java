package org.monazite.shock.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.monazite.shock.Action;
import org.monazite.shock.Targets;
import org.monazite.supply.Nearest;
import org.monazite.supply.NodeKind;
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
    private final Set<String> makers = new TreeSet<>(); // products and keys
    private final List<Action> actions;

    private Names(SupplyNetwork network, List<Action> actions) {
        this.network = network;
        this.actions = List.copyOf(actions);
        network.places().stream().map(Place::code).forEach(places::add);
        network.products().stream().map(Product::id).forEach(products::add);
        network.routes().stream().map(Route::lanes).forEach(lanes::addAll);
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) != NodeKind.POOL) {
                makers.add(network.nodes().key(node));
                makers.add(network.productOf(node).id());
            }
        }
    }

    /// Checks the actions of a scenario.
    ///
    /// @throws IllegalArgumentException at the first unknown name, with the nearest known one
    public static void require(SupplyNetwork network, List<Action> actions) {
        Names names = new Names(network, actions);
        actions.forEach(names::require);
    }

    /// Checks one of the actions of a scenario.
    public static void require(SupplyNetwork network, Action action, List<Action> all) {
        new Names(network, all).require(action);
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
            case Action.Quota quota -> require("quota", quota.targets());
            case Action.Rush rush -> require("rush", rush.targets());
            case Action.Hoarding hoarding -> require("hoarding", hoarding.places(), hoarding.products());
            case Action.Leakage leakage -> require(leakage);
            case Action.NewSupplier supplier -> require(supplier);
            case Action.Substitution saving -> require("substitution", saving.places(), saving.products());
            case Action.Recycling recycling -> {
                require("recycling", "place", recycling.places(), places);
                require("recycling", "product or maker", recycling.nodes(), makers);
            }
            case Action.Restart restart -> require(restart);
            case Action.Branching(var branches) -> branches.forEach(branch -> branch.forEach(this::require));
        }
    }

    private void require(Action.Leakage leakage) {
        require("leakage", leakage.targets());
        require("leakage", "place", leakage.via(), places);
        for (String place : new TreeSet<>(leakage.via())) {
            boolean banned = leakage.targets().from().contains(place)
                    || actions.stream()
                            .anyMatch(action -> action instanceof Action.ExportBan ban
                                    && ban.allowed() == 0
                                    && ban.start() < leakage.end()
                                    && leakage.start() < ban.end()
                                    && cutsOff(ban.targets(), place, leakage.targets()));
            if (banned) {
                throw new IllegalArgumentException("""
                        leakage: nothing can pass through '%s': it imposes the control or is cut off itself.
                        Maybe name a place that still trades with %s.\
                        """.formatted(
                        place, String.join(", ", new TreeSet<>(leakage.targets().from()))));
            }
        }
    }

    private boolean cutsOff(Targets ban, String place, Targets leak) {
        return leak.from().stream()
                .anyMatch(from -> (leak.products().isEmpty() ? products : leak.products())
                        .stream().allMatch(product -> ban.hits(from, place, product)));
    }

    private void require(Action.NewSupplier supplier) {
        require("new_supplier", Set.of(supplier.from(), supplier.to()), Set.of(supplier.product()));
        if (supplier.from().equals(supplier.to())) {
            throw new IllegalArgumentException(
                    "new_supplier: '%s' cannot be a new supplier of itself.\nMaybe you meant a restart."
                            .formatted(supplier.from()));
        }
        if (Potentials.sellers(network, supplier.from(), supplier.product()).length == 0) {
            throw new IllegalArgumentException("new_supplier: nobody at '%s' makes '%s'.\nMaybe name a place that does."
                    .formatted(supplier.from(), supplier.product()));
        }
        if (!Potentials.isTaken(network, supplier.to(), supplier.product())) {
            throw new IllegalArgumentException(
                    "new_supplier: nobody at '%s' takes '%s' from a known supplier.\nMaybe name a place that does."
                            .formatted(supplier.to(), supplier.product()));
        }
    }

    private void require(Action.Restart restart) {
        require("restart", "place", Set.of(restart.place()), places);
        require("restart", "product or maker", Set.of(restart.node()), makers);
        boolean there = IntStream.range(0, network.nodes().size())
                .anyMatch(node -> network.nodes().kind(node) != NodeKind.POOL
                        && network.nodes().output(node) > 0
                        && network.placeOf(node).equals(restart.place())
                        && (network.nodes().key(node).equals(restart.node())
                                || network.productOf(node).id().equals(restart.node())));
        if (!there) {
            throw new IllegalArgumentException(
                    "restart: nobody at '%s' makes '%s' today, so there is nothing to scale up.\nMaybe name a maker that works."
                            .formatted(restart.place(), restart.node()));
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
                throw new IllegalArgumentException("%s: the network has no %s '%s'.\nMaybe %s."
                        .formatted(action, kind, name, Nearest.hint(name, known)));
            }
        }
    }
}
