package org.monazite.app.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.monazite.supply.Arcs;
import org.monazite.supply.Cells;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Nodes;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;

/// Nodes and flows of one balanced network by their keys.
final class NetworkTrails {

    private final SupplyNetwork network;
    private final String chain;
    private final TrailKeys keys;
    private final Names names;

    NetworkTrails(SupplyNetwork network, String chain, Names names) {
        this.network = network;
        this.chain = chain;
        this.keys = TrailKeys.of(chain);
        this.names = names;
    }

    /// The node or flow of a name without its chain.
    Optional<Trail> find(String name) {
        if (name.contains(">")) {
            int arc = arc(name);
            return arc < 0 ? flows(name) : Optional.of(flow(arc));
        }
        OptionalInt node = network.nodes().find(name);
        return node.isPresent() ? Optional.of(node(node.getAsInt())) : Optional.empty();
    }

    private int arc(String name) {
        Nodes nodes = network.nodes();
        Arcs arcs = network.arcs();
        String[] ends = name.split(">", 2);
        OptionalInt supplier = nodes.find(ends[0]);
        for (int arc = 0; supplier.isPresent() && arc < arcs.size(); arc++) {
            if (arcs.supplier(arc) == supplier.getAsInt()) {
                boolean meant = TrailKeys.name(network, arc).equals(name)
                        || nodes.key(arcs.buyer(arc)).equals(ends[1]);
                if (meant) {
                    return arc;
                }
            }
        }
        return -1;
    }

    /// All flows of a product from one place to another, `CHN/ndpr.metal>JPN`, where no single one is meant.
    private Optional<Trail> flows(String name) {
        String[] ends = name.split(">", 2);
        String[] from = ends[0].split("/", 2);
        List<String> flows = new ArrayList<>();
        double[] sum = new double[3];
        Flag flag = Flag.NONE;
        String unit = "";
        Arcs arcs = network.arcs();
        for (int arc = 0; from.length == 2 && arc < arcs.size(); arc++) {
            boolean meant = network.placeOf(arcs.supplier(arc)).equals(from[0])
                    && network.productOf(arcs.supplier(arc)).id().equals(from[1])
                    && network.placeOf(arcs.buyer(arc)).equals(ends[1]);
            if (meant) {
                flows.add(keys.arc(network, arc));
                sum[0] += arcs.perYear(arc);
                sum[1] += arcs.low(arc);
                sum[2] += arcs.high(arc);
                flag = flag.and(arcs.flag(arc));
                unit = unit(network.productOf(arcs.supplier(arc)));
            }
        }
        if (flows.isEmpty()) {
            return Optional.empty();
        }
        Said what = Said.of(
                "trail.flows", names.product(from[1]), names.place(from[0]), names.place(ends[1]), flows.size());
        Trail.Amount amount = new Trail.Amount(Said.of("trail.flow.amount"), sum[0], sum[1], sum[2], unit);
        return Optional.of(new Trail(keys.named(name), Trail.Kind.ARC, what, List.of(amount), flag, List.of(), flows));
    }

    /// All names of nodes and flows.
    Collection<String> names() {
        TreeSet<String> all = new TreeSet<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            all.add(network.nodes().key(node));
        }
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            all.add(TrailKeys.name(network, arc));
        }
        return all;
    }

    /// The network as a whole: its nodes lead to its flows.
    Trail whole() {
        List<String> nodes = new ArrayList<>();
        Flag flag = Flag.DERIVED;
        for (int node = 0; node < network.nodes().size(); node++) {
            nodes.add(keys.node(network, node));
            flag = flag.and(network.nodes().flag(node));
        }
        Said what = Said.of(
                "trail.network",
                chain,
                network.id().year(),
                network.nodes().size(),
                network.arcs().size());
        return Trail.of(keys.network(), Trail.Kind.NETWORK, what, flag, List.of(), nodes);
    }

    private Trail node(int node) {
        Nodes nodes = network.nodes();
        Product product = network.productOf(node);
        String unit = unit(product);
        List<Trail.Amount> amounts = new ArrayList<>();
        amounts.add(new Trail.Amount(
                Said.of("trail.output"), nodes.output(node), nodes.outputLow(node), nodes.outputHigh(node), unit));
        if (!Double.isNaN(nodes.capacity(node))) {
            amounts.add(
                    new Trail.Amount(Said.of("trail.capacity"), nodes.capacity(node), Double.NaN, Double.NaN, unit));
        }
        if (nodes.valueAddedUsd(node) != 0) {
            amounts.add(new Trail.Amount(
                    Said.of("trail.value"),
                    nodes.valueAddedUsd(node),
                    nodes.valueAddedLow(node),
                    nodes.valueAddedHigh(node),
                    "USD/t"));
        }
        List<Trail.Cell> cells = new ArrayList<>(cells("trail.about.output", nodes.citationSet(node)));
        boolean stated = !cells.isEmpty();
        Flag flag = nodes.flag(node);
        Cells taken = network.cells();
        for (int cell = taken.first(node); cell < taken.first(node + 1); cell++) {
            String input = network.products().get(taken.product(cell)).id();
            Said name = Said.of("trail.input", names.product(input));
            amounts.add(new Trail.Amount(
                    name, taken.perUnit(cell), taken.perUnitLow(cell), taken.perUnitHigh(cell), "t/t"));
            if (taken.unknownOrigin(cell) > 0) {
                amounts.add(new Trail.Amount(
                        Said.of("trail.unknown", names.product(input)),
                        taken.unknownOrigin(cell),
                        Double.NaN,
                        Double.NaN,
                        unit(network.products().get(taken.product(cell)))));
            }
            for (Citation citation : network.citations().of(taken.citationSet(cell))) {
                cells.add(new Trail.Cell(name, citation));
            }
            stocks(cell, amounts, cells);
        }
        demands(node, unit, amounts, cells);
        Said what = Said.of(
                stated ? "trail.node" : "trail.node.follows",
                names.place(network.placeOf(node)),
                names.product(product.id()),
                Said.of("trail.kind." + nodes.kind(node).name().toLowerCase(java.util.Locale.ROOT)),
                network.id().year());
        return new Trail(keys.node(network, node), Trail.Kind.NODE, what, amounts, flag, cells, flows(node));
    }

    private void stocks(int cell, List<Trail.Amount> amounts, List<Trail.Cell> cells) {
        for (int stock = 0; stock < network.stocks().size(); stock++) {
            if (network.stocks().cell(stock) == cell) {
                amounts.add(new Trail.Amount(
                        Said.of("trail.stock"),
                        network.stocks().amount(stock),
                        network.stocks().low(stock),
                        network.stocks().high(stock),
                        "t"));
                cells.addAll(cells("trail.stock", network.stocks().citationSet(stock)));
            }
        }
    }

    private void demands(int node, String unit, List<Trail.Amount> amounts, List<Trail.Cell> cells) {
        for (int demand = 0; demand < network.demands().size(); demand++) {
            if (network.demands().node(demand) == node) {
                amounts.add(new Trail.Amount(
                        Said.of("trail.demand"),
                        network.demands().perYear(demand),
                        network.demands().low(demand),
                        network.demands().high(demand),
                        unit));
                cells.addAll(cells("trail.demand", network.demands().citationSet(demand)));
            }
        }
    }

    /// What comes in, then what goes out.
    private List<String> flows(int node) {
        List<String> flows = new ArrayList<>();
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            if (network.arcs().buyer(arc) == node) {
                flows.add(keys.arc(network, arc));
            }
        }
        for (int arc = network.arcs().first(node); arc < network.arcs().first(node + 1); arc++) {
            flows.add(keys.arc(network, arc));
        }
        return flows;
    }

    private Trail flow(int arc) {
        Arcs arcs = network.arcs();
        Product product = network.productOf(arcs.supplier(arc));
        List<Trail.Amount> amounts = List.of(new Trail.Amount(
                Said.of("trail.flow.amount"), arcs.perYear(arc), arcs.low(arc), arcs.high(arc), unit(product)));
        List<Trail.Cell> cells = cells("trail.about.flow", arcs.citationSet(arc));
        Said what = Said.of(
                cells.isEmpty() ? "trail.flow.follows" : "trail.flow",
                names.product(product.id()),
                names.place(network.placeOf(arcs.supplier(arc))),
                names.place(network.placeOf(arcs.buyer(arc))),
                network.id().year());
        List<String> ends = List.of(keys.node(network, arcs.supplier(arc)), keys.node(network, arcs.buyer(arc)));
        return new Trail(keys.arc(network, arc), Trail.Kind.ARC, what, amounts, arcs.flag(arc), cells, ends);
    }

    private List<Trail.Cell> cells(String about, int set) {
        Said said = Said.of(about);
        return network.citations().of(set).stream()
                .map(citation -> new Trail.Cell(said, citation))
                .toList();
    }

    private static String unit(Product product) {
        return product instanceof Product.Mineral mineral ? mineral.basis() + "/yr" : "units/yr";
    }
}
