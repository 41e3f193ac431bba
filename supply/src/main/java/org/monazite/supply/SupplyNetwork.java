package org.monazite.supply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// One immutable, balanced, cited picture of who makes what and who ships to whom in one year. Every engine takes
/// it, adds settings and returns new values; none writes into it.
///
/// Per node, arcs out + demands = output. Per cell, arcs in + unknown origin = input per unit x output. Both hold
/// to [Imbalance#TOLERANCE] of the throughput, or the network is not built.
public final class SupplyNetwork {

    private final NetworkId.Draft draft;
    private final List<Place> places;
    private final List<Product> products;
    private final List<Route> routes;
    private final Nodes nodes;
    private final Cells cells;
    private final Arcs arcs;
    private final Stocks stocks;
    private final Demands demands;
    private final Citations citations;
    private final Optional<Covariance> covariance;
    private volatile @Nullable NetworkId id; // made when it is asked for: most networks of a plan never are

    /// The tables of a network, all in canonical order.
    record Tables(
            List<Place> places,
            List<Product> products,
            List<Route> routes,
            Nodes nodes,
            Cells cells,
            Arcs arcs,
            Stocks stocks,
            Demands demands,
            Citations citations) {}

    SupplyNetwork(NetworkId.Draft draft, Tables tables, Optional<Covariance> covariance) {
        this.draft = draft;
        this.places = List.copyOf(tables.places());
        this.products = List.copyOf(tables.products());
        this.routes = List.copyOf(tables.routes());
        this.nodes = tables.nodes();
        this.cells = tables.cells();
        this.arcs = tables.arcs();
        this.stocks = tables.stocks();
        this.demands = tables.demands();
        this.citations = tables.citations();
        this.covariance = covariance;
        Imbalance imbalance = check();
        if (!imbalance.isEmpty()) {
            throw new UnbalancedNetworkException(draft, imbalance);
        }
        covariance.ifPresent(this::requireFit);
    }

    /// Starts an empty network.
    public static NetworkBuilder builder(NetworkId.Draft draft) {
        return new NetworkBuilder(draft);
    }

    /// What it is a picture of, and the digest that identifies it.
    public NetworkId id() {
        NetworkId known = id;
        if (known == null) {
            known = new NetworkId(draft.atlas(), draft.chain(), draft.year(), draft.grain(), NetworkCodec.digest(this));
            id = known;
        }
        return known;
    }

    /// The unit of all flows.
    public Unit unit() {
        return draft.unit();
    }

    /// Its places, sorted by code.
    public List<Place> places() {
        return places;
    }

    /// Its products, sorted by stage and id.
    public List<Product> products() {
        return products;
    }

    /// The routes that arcs refer to.
    public List<Route> routes() {
        return routes;
    }

    /// Who makes what.
    public Nodes nodes() {
        return nodes;
    }

    /// What each node takes in.
    public Cells cells() {
        return cells;
    }

    /// The flows.
    public Arcs arcs() {
        return arcs;
    }

    /// What is held in store.
    public Stocks stocks() {
        return stocks;
    }

    /// Final demand.
    public Demands demands() {
        return demands;
    }

    /// The sets of citations that rows refer to.
    public Citations citations() {
        return citations;
    }

    /// How the flows vary together; absent in firm networks and in hand-made ones.
    public Optional<Covariance> covariance() {
        return covariance;
    }

    /// Index of the place with this code.
    public OptionalInt findPlace(String code) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).code().equals(code)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// Index of the product with this id.
    public OptionalInt findProduct(String productId) {
        for (int i = 0; i < products.size(); i++) {
            if (products.get(i).id().equals(productId)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// The place code of a node.
    public String placeOf(int node) {
        return places.get(nodes.place(node)).code();
    }

    /// The product of a node.
    public Product productOf(int node) {
        return products.get(nodes.product(node));
    }

    /// Starts a copy with all rows of this one; rows of the same key replace the old. A plan applied, a plant
    /// added: building it gives a new network with its own digest.
    public NetworkBuilder change() {
        return NetworkBuilder.from(this, draft);
    }

    /// The same network as part of another version of the atlas.
    public SupplyNetwork inAtlas(String version) {
        return new SupplyNetwork(
                new NetworkId.Draft(version, draft.chain(), draft.year(), draft.grain(), draft.unit()),
                new Tables(places, products, routes, nodes, cells, arcs, stocks, demands, citations),
                covariance);
    }

    /// The same network with the covariance of its balance.
    public SupplyNetwork with(Covariance factor) {
        return new SupplyNetwork(
                draft,
                new Tables(places, products, routes, nodes, cells, arcs, stocks, demands, citations),
                Optional.of(factor));
    }

    /// Compares both sides of every balance and returns the worst five rows that differ by more than
    /// [Imbalance#TOLERANCE].
    public Imbalance check() {
        List<Imbalance.Row> off = new ArrayList<>();
        double[] sold = new double[nodes.size()];
        double[] arrived = new double[cells.size()];
        for (int arc = 0; arc < arcs.size(); arc++) {
            sold[arcs.supplier[arc]] += arcs.perYear[arc];
            arrived[arcs.cell[arc]] += arcs.perYear[arc];
        }
        for (int demand = 0; demand < demands.size(); demand++) {
            sold[demands.node[demand]] += demands.perYear[demand];
        }
        for (int node = 0; node < nodes.size(); node++) {
            if (isOff(nodes.output[node], sold[node])) {
                off.add(new Imbalance.Row("output of " + nodes.key(node), nodes.output[node], sold[node]));
            }
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            double supplied = arrived[cell] + cells.unknownOrigin[cell];
            double used = cells.perUnit[cell] * nodes.output[cells.node[cell]];
            if (isOff(supplied, used)) {
                off.add(new Imbalance.Row(
                        "input " + products.get(cells.product[cell]).id() + " of " + nodes.key(cells.node[cell]),
                        supplied,
                        used));
            }
        }
        off.sort(Comparator.comparingDouble(Imbalance.Row::relative).reversed());
        return new Imbalance(off.subList(0, Math.min(5, off.size())));
    }

    private static boolean isOff(double left, double right) {
        double size = Math.max(1e-6, Math.max(Math.abs(left), Math.abs(right)));
        return !(Math.abs(left - right) <= Imbalance.TOLERANCE * size);
    }

    private void requireFit(Covariance factor) {
        int rows = arcs.size() + nodes.size() + demands.size() + cells.size();
        if (factor.rows() != rows) {
            throw new IllegalArgumentException(
                    "The covariance has %d rows, the network %d.".formatted(factor.rows(), rows));
        }
    }

    NetworkId.Draft draft() {
        return draft;
    }
}
