package org.monazite.supply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Takes rows in any order; a row of the same key replaces the earlier one. [#build()] sorts, checks, freezes and
/// hashes, so that the order in which rows came in changes nothing.
public final class NetworkBuilder {

    /// Minerals by stage, then id; sectors by classification and code.
    static final Comparator<Product> PRODUCT_ORDER = Comparator.comparingInt((Product product) -> switch (product) {
                case Product.Mineral mineral -> mineral.stage().order();
                case Product.Sector _ -> 0;
            })
            .thenComparing(Product::id);

    private final NetworkId.Draft draft;
    private final Map<String, Place> places = new TreeMap<>();
    private final Map<String, Product> products = new TreeMap<>();
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, NodeRow> nodes = new LinkedHashMap<>();
    private final Map<List<String>, CellRow> cells = new LinkedHashMap<>();
    private final Map<List<String>, ArcRow> arcs = new LinkedHashMap<>();
    private final Map<List<Object>, StockRow> stocks = new LinkedHashMap<>();
    private final Map<List<Object>, DemandRow> demands = new LinkedHashMap<>();

    NetworkBuilder(NetworkId.Draft draft) {
        this.draft = draft;
    }

    /// Adds a place; the same code again replaces it.
    public NetworkBuilder place(Place place) {
        places.put(place.code(), place);
        return this;
    }

    /// Adds a product; the same id again replaces it.
    public NetworkBuilder product(Product product) {
        products.put(product.id(), product);
        return this;
    }

    /// Adds a route and returns its index for arcs; an equal route is stored once.
    public int route(Route route) {
        int known = routes.indexOf(route);
        if (known >= 0) {
            return known;
        }
        routes.add(route);
        return routes.size() - 1;
    }

    /// Adds a node; the same key again replaces it.
    public NetworkBuilder node(NodeRow row) {
        nodes.put(row.key(), row);
        return this;
    }

    /// Adds an input of a node; the same node and product again replaces it.
    public NetworkBuilder cell(CellRow row) {
        cells.put(List.of(row.node(), row.product()), row);
        return this;
    }

    /// Adds a flow; the same supplier and buyer again replaces it.
    public NetworkBuilder arc(ArcRow row) {
        arcs.put(List.of(row.supplier(), row.buyer()), row);
        return this;
    }

    /// Adds a stock; the same holder, kind and input again replaces it.
    public NetworkBuilder stock(StockRow row) {
        stocks.put(List.of(row.kind(), row.holder(), row.node(), row.product()), row);
        return this;
    }

    /// Adds a final demand; the same node, place and class again replaces it.
    public NetworkBuilder demand(DemandRow row) {
        demands.put(List.of(row.node(), row.place(), row.useClass()), row);
        return this;
    }

    /// The node of this key as it stands now, for changes that depend on it.
    public Optional<NodeRow> findNode(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /// The input of this node and product as it stands now.
    public Optional<CellRow> findCell(String node, String product) {
        return Optional.ofNullable(cells.get(List.of(node, product)));
    }

    /// The flow from this supplier to this buyer as it stands now.
    public Optional<ArcRow> findArc(String supplier, String buyer) {
        return Optional.ofNullable(arcs.get(List.of(supplier, buyer)));
    }

    /// Builds the network.
    ///
    /// @throws UnbalancedNetworkException if a node or input does not balance
    /// @throws IllegalArgumentException if a row names a place, product, node or input that is not there
    public SupplyNetwork build() {
        return new SupplyNetwork(
                draft,
                new NetworkAssembly(places, products, routes)
                        .tables(nodes.values(), cells.values(), arcs.values(), stocks.values(), demands.values()),
                Optional.empty());
    }

    static NetworkBuilder from(SupplyNetwork network, NetworkId.Draft draft) {
        NetworkBuilder builder = new NetworkBuilder(draft);
        network.places().forEach(builder::place);
        network.products().forEach(builder::product);
        network.routes().forEach(builder::route);
        NetworkRows rows = new NetworkRows(network);
        rows.nodes().forEach(builder::node);
        rows.cells().forEach(builder::cell);
        rows.arcs().forEach(builder::arc);
        rows.stocks().forEach(builder::stock);
        rows.demands().forEach(builder::demand);
        return builder;
    }
}
