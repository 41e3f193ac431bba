package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.monazite.shock.Action;
import org.monazite.supply.Arcs;
import org.monazite.supply.Cells;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Nodes;
import org.monazite.supply.SupplyNetwork;

/// Finds the trades that do not exist today and that the actions of a scenario can open.
final class Potentials {

    /// Days between two places without a route.
    static final int UNKNOWN_VOYAGE = 25;

    private final SupplyNetwork network;
    private final int[] localCell;
    private final List<Potential> found = new ArrayList<>();

    private Potentials(SupplyNetwork network, int[] localCell) {
        this.network = network;
        this.localCell = localCell;
    }

    /// The actions that open trades, those inside branches as well.
    static List<Action> opening(List<Action> actions) {
        List<Action> opening = new ArrayList<>();
        for (Action action : actions) {
            if (action instanceof Action.NewSupplier || action instanceof Action.Leakage) {
                opening.add(action);
            } else if (action instanceof Action.Branching(var branches)) {
                branches.forEach(branch -> opening.addAll(opening(branch)));
            }
        }
        return List.copyOf(opening);
    }

    /// The trades, in the order of the actions.
    static List<Potential> of(SupplyNetwork network, List<Action> opening, int[] localCell) {
        Potentials potentials = new Potentials(network, localCell);
        for (Action action : opening) {
            if (action instanceof Action.NewSupplier supplier) {
                potentials.add(supplier);
            } else if (action instanceof Action.Leakage leakage) {
                potentials.add(leakage);
            }
        }
        return List.copyOf(potentials.found);
    }

    /// The nodes that sell a product abroad from a place: its pool if it has one, else its makers.
    static int[] sellers(SupplyNetwork network, String place, String product) {
        int[] all = IntStream.range(0, network.nodes().size())
                .filter(node -> network.placeOf(node).equals(place)
                        && network.productOf(node).id().equals(product)
                        && network.nodes().output(node) > 0)
                .toArray();
        return pools(network.nodes(), all);
    }

    private static int[] pools(Nodes nodes, int[] all) {
        int[] pools = IntStream.of(all)
                .filter(node -> nodes.kind(node) == NodeKind.POOL)
                .toArray();
        return pools.length > 0 ? pools : all;
    }

    /// The inputs through which a product comes into a place: those of its pool if it has one, else of all users.
    private List<Integer> entries(String place, String product) {
        Cells cells = network.cells();
        int[] takers = IntStream.range(0, cells.size())
                .filter(cell -> localCell[cell] >= 0
                        && network.placeOf(cells.node(cell)).equals(place)
                        && network.products().get(cells.product(cell)).id().equals(product))
                .toArray();
        boolean pool = IntStream.of(takers).anyMatch(cell -> network.nodes().kind(cells.node(cell)) == NodeKind.POOL);
        return IntStream.of(takers)
                .filter(cell -> !pool || network.nodes().kind(cells.node(cell)) == NodeKind.POOL)
                .boxed()
                .toList();
    }

    /// True if somebody at a place takes a product in from a known supplier.
    static boolean isTaken(SupplyNetwork network, String place, String product) {
        return !new Potentials(network, Wiring.localCells(network))
                .entries(place, product)
                .isEmpty();
    }

    /// Each seller with each buyer, in proportion to what they make and take in normal times.
    private void add(Action.NewSupplier action) {
        int[] sellers = sellers(network, action.from(), action.product());
        List<Integer> entries = entries(action.to(), action.product());
        double made = 0;
        double taken = 0;
        for (int seller : sellers) {
            made += network.nodes().output(seller);
        }
        for (int cell : entries) {
            taken += flow(cell);
        }
        int route = route(action.from(), action.to());
        int lag = action.lagDays().orElseGet(() -> voyage(action.from(), action.to()));
        for (int seller : sellers) {
            for (int cell : entries) {
                double part = network.nodes().output(seller) / made * (flow(cell) / taken);
                double perDay = action.tonnesPerYear() / Wiring.DAYS_PER_YEAR * part;
                found.add(new Potential(action, seller, localCell[cell], perDay, lag, legs(route), -1));
            }
        }
    }

    /// Around each controlled flow a way through each third place.
    private void add(Action.Leakage action) {
        Arcs arcs = network.arcs();
        for (int arc = 0; arc < arcs.size(); arc++) {
            String from = network.placeOf(arcs.supplier(arc));
            String to = network.placeOf(arcs.buyer(arc));
            String product = network.productOf(arcs.supplier(arc)).id();
            if (arcs.perYear(arc) > 0
                    && localCell[arcs.cell(arc)] >= 0
                    && action.targets().hits(from, to, product)) {
                List<String> via = action.via().stream()
                        .filter(place -> !place.equals(from) && !place.equals(to))
                        .sorted()
                        .toList();
                for (String place : via) {
                    add(action, arc, from, place, to);
                }
            }
        }
    }

    private void add(Action.Leakage action, int arc, String from, String via, String to) {
        double perDay = network.arcs().perYear(arc)
                / Wiring.DAYS_PER_YEAR
                * (action.share() * (1 - action.enforcement()) / action.via().size());
        int lag = voyage(from, via) + voyage(via, to) + (int) Math.ceil(action.delayDays());
        int[] routes = legs(route(from, via), route(via, to));
        found.add(new Potential(
                action, network.arcs().supplier(arc), localCell[network.arcs().cell(arc)], perDay, lag, routes, arc));
    }

    private double flow(int cell) {
        double flow = 0;
        for (int k = network.cells().firstIn(cell); k < network.cells().firstIn(cell + 1); k++) {
            flow += network.arcs().perYear(network.cells().arcIn(k));
        }
        return flow;
    }

    /// The voyage of goods that go between two places today, else that of the route, else a guess.
    private int voyage(String from, String to) {
        Arcs arcs = network.arcs();
        for (int arc = 0; arc < arcs.size(); arc++) {
            if (network.placeOf(arcs.supplier(arc)).equals(from)
                    && network.placeOf(arcs.buyer(arc)).equals(to)) {
                return arcs.lagDays(arc);
            }
        }
        int route = route(from, to);
        return route < 0
                ? UNKNOWN_VOYAGE
                : (int) Math.max(1, Math.round(network.routes().get(route).days()));
    }

    private int route(String from, String to) {
        return IntStream.range(0, network.routes().size())
                .filter(i -> network.routes().get(i).from().equals(from)
                        && network.routes().get(i).to().equals(to))
                .findFirst()
                .orElse(-1);
    }

    private static int[] legs(int... routes) {
        return IntStream.of(routes).filter(route -> route >= 0).toArray();
    }
}
