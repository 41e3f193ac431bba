package org.monazite.supply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/// Turns rows into the sorted tables of a network: names become indices, every reference is checked.
final class NetworkAssembly {

    private final List<Place> places;
    private final List<Product> products;
    private final List<Route> routes;
    private final int[] routeIndex;
    private final Map<String, Integer> placeIndex = new HashMap<>();
    private final Map<String, Integer> productIndex = new HashMap<>();
    private final Map<String, Integer> nodeIndex = new HashMap<>();
    private final Map<Long, Integer> cellIndex = new HashMap<>();
    private final Map<List<Citation>, Integer> citationSets = new LinkedHashMap<>();
    private int[] nodeProduct = {};

    NetworkAssembly(Map<String, Place> places, Map<String, Product> products, List<Route> routes) {
        this.places = List.copyOf(places.values());
        this.products =
                products.values().stream().sorted(NetworkBuilder.PRODUCT_ORDER).toList();
        this.routes = routes.stream()
                .sorted(Comparator.comparing(Route::from)
                        .thenComparing(Route::to)
                        .thenComparing(Route::name))
                .toList();
        this.routeIndex = routes.stream().mapToInt(this.routes::indexOf).toArray();
        for (int i = 0; i < this.places.size(); i++) {
            placeIndex.put(this.places.get(i).code(), i);
        }
        for (int i = 0; i < this.products.size(); i++) {
            productIndex.put(this.products.get(i).id(), i);
        }
        citationSets.put(List.of(), 0);
    }

    SupplyNetwork.Tables tables(
            Collection<NodeRow> nodeRows,
            Collection<CellRow> cellRows,
            Collection<ArcRow> arcRows,
            Collection<StockRow> stockRows,
            Collection<DemandRow> demandRows) {
        Nodes nodes = nodes(nodeRows);
        List<CellRow> sortedCells = sortedCells(cellRows);
        Arcs arcs = arcs(arcRows);
        Cells cells = cells(sortedCells, nodes.size(), arcs);
        Stocks stocks = stocks(stockRows);
        Demands demands = demands(demandRows);
        return new SupplyNetwork.Tables(
                places,
                products,
                routes,
                nodes,
                cells,
                arcs,
                stocks,
                demands,
                new Citations(new ArrayList<>(citationSets.keySet())));
    }

    private Nodes nodes(Collection<NodeRow> rows) {
        List<NodeRow> sorted = rows.stream()
                .sorted(Comparator.comparingInt((NodeRow row) -> product(row.product(), row.key()))
                        .thenComparingInt(row -> place(row.place(), row.key()))
                        .thenComparing(NodeRow::key))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            nodeIndex.put(sorted.get(i).key(), i);
        }
        nodeProduct = ints(sorted, row -> product(row.product(), row.key()));
        return new Nodes(
                Keys.of(sorted.stream().map(NodeRow::key).toList()),
                ints(sorted, row -> place(row.place(), row.key())),
                nodeProduct,
                bytes(sorted, row -> row.kind().ordinal()),
                new double[][] {
                    doubles(sorted, row -> row.output().value()),
                    doubles(sorted, row -> row.output().low()),
                    doubles(sorted, row -> row.output().high()),
                    doubles(sorted, NodeRow::capacity),
                    doubles(sorted, row -> row.valueAddedUsd().value()),
                    doubles(sorted, row -> row.valueAddedUsd().low()),
                    doubles(sorted, row -> row.valueAddedUsd().high())
                },
                ints(sorted, NodeRow::site),
                bytes(sorted, row -> row.flag().ordinal()),
                ints(sorted, row -> citationSet(row.citations())));
    }

    private List<CellRow> sortedCells(Collection<CellRow> rows) {
        List<CellRow> sorted = rows.stream()
                .sorted(Comparator.comparingInt((CellRow row) -> node(row.node(), "input " + row.product()))
                        .thenComparingInt(row -> product(row.product(), row.node())))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            CellRow row = sorted.get(i);
            cellIndex.put(cellKey(node(row.node(), "input"), product(row.product(), row.node())), i);
        }
        return sorted;
    }

    private Cells cells(List<CellRow> sorted, int nodes, Arcs arcs) {
        int[] node = ints(sorted, row -> node(row.node(), "input"));
        return new Cells(
                starts(node, nodes),
                node,
                ints(sorted, row -> product(row.product(), row.node())),
                new double[][] {
                    doubles(sorted, row -> row.perUnit().value()),
                    doubles(sorted, row -> row.perUnit().low()),
                    doubles(sorted, row -> row.perUnit().high()),
                    doubles(sorted, CellRow::unknownOrigin)
                },
                bytes(sorted, row -> row.criticality().ordinal()),
                bytes(sorted, row -> row.flag().ordinal()),
                ints(sorted, row -> citationSet(row.citations())),
                arcsIntoCells(arcs, sorted.size()));
    }

    private Arcs arcs(Collection<ArcRow> rows) {
        List<ArcRow> sorted = rows.stream()
                .sorted(Comparator.comparingInt((ArcRow row) -> node(row.supplier(), "flow to " + row.buyer()))
                        .thenComparingInt(row -> node(row.buyer(), "flow from " + row.supplier())))
                .toList();
        int[] supplier = ints(sorted, row -> node(row.supplier(), "flow"));
        return new Arcs(
                starts(supplier, nodeIndex.size()),
                new int[][] {supplier, ints(sorted, row -> node(row.buyer(), "flow")), ints(sorted, row -> cellOf(row))
                },
                new double[][] {
                    doubles(sorted, row -> row.perYear().value()),
                    doubles(sorted, row -> row.perYear().low()),
                    doubles(sorted, row -> row.perYear().high())
                },
                ints(sorted, ArcRow::lagDays),
                ints(sorted, this::routeOf),
                bytes(sorted, row -> (row.controlled() ? 1 : 0) | (row.potential() ? 2 : 0)),
                bytes(sorted, row -> row.flag().ordinal()),
                ints(sorted, row -> citationSet(row.citations())));
    }

    private Stocks stocks(Collection<StockRow> rows) {
        List<StockRow> sorted = rows.stream()
                .sorted(Comparator.comparingInt((StockRow row) -> cellOf(row))
                        .thenComparing(StockRow::kind)
                        .thenComparing(StockRow::holder))
                .toList();
        return new Stocks(
                bytes(sorted, row -> row.kind().ordinal()),
                ints(sorted, row -> switch (row.kind()) {
                    case WORKING -> node(row.holder(), "stock of " + row.product());
                    case STRATEGIC -> place(row.holder(), "stock of " + row.product());
                }),
                ints(sorted, row -> cellOf(row)),
                new double[][] {
                    doubles(sorted, StockRow::amount),
                    doubles(sorted, StockRow::low),
                    doubles(sorted, StockRow::high),
                    doubles(sorted, StockRow::releasePerDay)
                },
                bytes(sorted, row -> row.flag().ordinal()),
                ints(sorted, row -> citationSet(row.citations())));
    }

    private Demands demands(Collection<DemandRow> rows) {
        List<DemandRow> sorted = rows.stream()
                .sorted(Comparator.comparingInt((DemandRow row) -> node(row.node(), "demand of " + row.place()))
                        .thenComparingInt(row -> place(row.place(), "demand on " + row.node()))
                        .thenComparing(DemandRow::useClass))
                .toList();
        return new Demands(
                ints(sorted, row -> node(row.node(), "demand")),
                ints(sorted, row -> place(row.place(), "demand")),
                bytes(sorted, row -> row.useClass().ordinal()),
                new double[][] {
                    doubles(sorted, row -> row.perYear().value()),
                    doubles(sorted, row -> row.perYear().low()),
                    doubles(sorted, row -> row.perYear().high()),
                    doubles(sorted, DemandRow::lossUsd)
                },
                bytes(sorted, row -> row.flag().ordinal()),
                ints(sorted, row -> citationSet(row.citations())));
    }

    private int place(String code, String user) {
        return index(placeIndex, code, "place", user);
    }

    private int product(String id, String user) {
        return index(productIndex, id, "product", user);
    }

    private int node(String key, String user) {
        return index(nodeIndex, key, "node", user);
    }

    private static int index(Map<String, Integer> known, String name, String kind, String user) {
        Integer found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "%s names the %s '%s', which the network does not have.".formatted(user, kind, name));
        }
        return found;
    }

    private int cellOf(ArcRow row) {
        int supplier = node(row.supplier(), "flow");
        int buyer = node(row.buyer(), "flow");
        return cell(buyer, nodeProduct[supplier], "The flow %s -> %s".formatted(row.supplier(), row.buyer()));
    }

    private int cellOf(StockRow row) {
        return cell(
                node(row.node(), "stock of " + row.product()),
                product(row.product(), row.node()),
                "The stock of %s at %s".formatted(row.product(), row.holder()));
    }

    private int cell(int node, int product, String user) {
        Integer cell = cellIndex.get(cellKey(node, product));
        if (cell == null) {
            throw new IllegalArgumentException("%s enters an input of '%s' that the buyer does not have."
                    .formatted(user, products.get(product).id()));
        }
        return cell;
    }

    private int routeOf(ArcRow row) {
        if (row.route() < -1 || row.route() >= routeIndex.length) {
            throw new IllegalArgumentException("The flow %s -> %s names route %d of %d."
                    .formatted(row.supplier(), row.buyer(), row.route(), routes.size()));
        }
        return row.route() < 0 ? -1 : routeIndex[row.route()];
    }

    private int citationSet(List<Citation> citations) {
        List<Citation> sorted = citations.stream().distinct().sorted().toList();
        int next = citationSets.size();
        Integer known = citationSets.putIfAbsent(sorted, next);
        return known == null ? next : known;
    }

    private static long cellKey(int node, int product) {
        return (long) node << 32 | product;
    }

    private static int[][] arcsIntoCells(Arcs arcs, int cells) {
        int[] first = starts(arcs.cell, cells);
        int[] next = Arrays.copyOf(first, cells);
        int[] in = new int[arcs.size()];
        for (int arc = 0; arc < in.length; arc++) {
            in[next[arcs.cell[arc]]++] = arc;
        }
        return new int[][] {first, in};
    }

    /// Start of each group in a list sorted by group (or to be sorted by counting), one entry more than groups.
    private static int[] starts(int[] group, int groups) {
        int[] first = new int[groups + 1];
        for (int of : group) {
            first[of + 1]++;
        }
        for (int i = 0; i < groups; i++) {
            first[i + 1] += first[i];
        }
        return first;
    }

    private static <T> int[] ints(List<T> rows, ToIntFunction<T> value) {
        return rows.stream().mapToInt(value).toArray();
    }

    private static <T> double[] doubles(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private static <T> byte[] bytes(List<T> rows, ToIntFunction<T> value) {
        byte[] bytes = new byte[rows.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) value.applyAsInt(rows.get(i));
        }
        return bytes;
    }
}
