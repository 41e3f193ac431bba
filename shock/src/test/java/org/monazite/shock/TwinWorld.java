package org.monazite.shock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.monazite.supply.Criticality;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;
import org.monazite.supply.Stocks;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.UseClass;

/// The world of the second engine: objects that know each other, read from a network before the first day. Quantities
/// per day.
class TwinWorld {

    /// One supplier of one input of one buyer.
    static final class Link {
        int arc;
        Node supplier;
        Cell cell;
        double normal;
        int lag;
        int rank;
        String market;
        final List<org.monazite.supply.Route> legs = new ArrayList<>();
        Action opener; // the action that opens this trade; null for one that exists
        Link around; // the controlled trade that this one goes around
        double most; // what a potential trade can carry
        int controlledFor = -1;
        final Map<Action, Map<Integer, Double>> held = new HashMap<>();
        double order;
        double allowed;
        double shipped;
        double service = 1;
        int lagToday;
        double permit;
        boolean banned;
        final Map<Integer, Double> due = new HashMap<>();
        final Map<Action, double[]> queues = new HashMap<>();

        double underWay() {
            double waiting = held.values().stream()
                    .flatMap(each -> each.values().stream())
                    .mapToDouble(Double::doubleValue)
                    .sum();
            return due.values().stream().mapToDouble(Double::doubleValue).sum() + waiting;
        }
    }

    /// One input of one buyer.
    static final class Cell {
        Node buyer;
        int product;
        double normal;
        double perUnit;
        Criticality criticality;
        double targetDays;
        double stock;
        double saved;
        double unplaced;
        double extraDays;
        double refill;
        double thriftMost;
        double thriftDays;
        final List<Link> links = new ArrayList<>();

        double intake() {
            return perUnit * (1 - saved);
        }
    }

    /// Final demand of one class at one place.
    static final class Final {
        Node node;
        String place;
        int placeIndex;
        int rank;
        double normal;
        double want;
        double sold;
        String market;
    }

    static final class Node {
        int index;
        String place;
        String product;
        boolean pool;
        int site;
        boolean scrap;
        double normal;
        double spare;
        double overtime = 1;
        double planned;
        double made;
        double madeBefore;
        double demand;
        double capacity;
        double lossToday;
        double growth = 1;
        double restarted;
        final List<Cell> cells = new ArrayList<>();
        final List<Link> out = new ArrayList<>();
        final List<Final> finals = new ArrayList<>();
    }

    static final class Market {
        double spot = 1;
        double contract = 1;
        double want;
        double got;
    }

    final Assumptions p;
    final SupplyNetwork network;
    final List<Node> nodes = new ArrayList<>();
    final List<Cell> cells = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Final> finals = new ArrayList<>();
    final Map<String, Market> markets = new HashMap<>();

    TwinWorld(SupplyNetwork network, Assumptions assumptions) {
        this.network = network;
        this.p = assumptions;
        readNodes();
        readCells();
        readLinks();
        readFinals();
        for (Cell cell : cells) {
            cell.perUnit = cell.normal / cell.buyer.normal;
            cell.refill = p.refillDays();
            cell.thriftMost = p.thriftMost();
            cell.thriftDays = p.thriftDays();
            cell.targetDays = targetDays(cell);
            cell.stock = cell.targetDays * cell.normal;
        }
        for (Link link : links) {
            for (int day = 0; day < link.lag; day++) {
                link.due.put(day, link.normal);
            }
        }
    }

    private void readNodes() {
        for (int i = 0; i < network.nodes().size(); i++) {
            Node node = new Node();
            node.index = i;
            node.place = network.placeOf(i);
            node.product = network.productOf(i).id();
            node.pool = network.nodes().kind(i) == NodeKind.POOL;
            node.site = network.nodes().site(i);
            node.scrap = network.productOf(i) instanceof Product.Mineral mineral && mineral.stage() == Stage.SCRAP;
            node.normal = network.nodes().output(i) / 365;
            double stated = network.nodes().capacity(i);
            node.spare =
                    node.pool ? 1000 : stated > 0 ? stated / network.nodes().output(i) : p.spare();
            node.planned = node.normal;
            node.made = node.normal;
            nodes.add(node);
        }
    }

    private void readCells() {
        for (int c = 0; c < network.cells().size(); c++) {
            Cell cell = new Cell();
            cell.buyer = nodes.get(network.cells().node(c));
            cell.product = network.cells().product(c);
            cell.criticality = network.cells().criticality(c);
            for (int arc = 0; arc < network.arcs().size(); arc++) {
                cell.normal += network.arcs().cell(arc) == c ? network.arcs().perYear(arc) / 365 : 0;
            }
            if (cell.normal > 0) {
                cells.add(cell);
                cell.buyer.cells.add(cell);
            }
        }
    }

    private void readLinks() {
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            if (network.arcs().perYear(arc) <= 0) {
                continue;
            }
            Link link = new Link();
            link.arc = arc;
            link.supplier = nodes.get(network.arcs().supplier(arc));
            Node buyer = nodes.get(network.arcs().buyer(arc));
            link.cell = cells.stream()
                    .filter(cell -> cell.buyer == buyer
                            && network.products().get(cell.product).id().equals(link.supplier.product))
                    .findFirst()
                    .orElseThrow();
            link.normal = network.arcs().perYear(arc) / 365;
            link.order = link.normal;
            link.lag = network.arcs().lagDays(arc);
            link.rank = rank(buyer.index);
            link.market = market(link.supplier, buyer.place);
            int route = network.arcs().route(arc);
            if (route >= 0) {
                link.legs.add(network.routes().get(route));
            }
            links.add(link);
            link.cell.links.add(link);
            link.supplier.out.add(link);
        }
    }

    /// Adds a trade that an action can open.
    Link open(Action action, Node supplier, Cell cell, double most, int lag) {
        Link link = new Link();
        link.arc = -1;
        link.opener = action;
        link.supplier = supplier;
        link.cell = cell;
        link.most = most;
        link.lag = lag;
        link.rank = rank(cell.buyer.index);
        link.market = market(supplier, cell.buyer.place);
        links.add(link);
        cell.links.add(link);
        supplier.out.add(link);
        return link;
    }

    private void readFinals() {
        for (int d = 0; d < network.demands().size(); d++) {
            Final demand = new Final();
            demand.node = nodes.get(network.demands().node(d));
            demand.placeIndex = network.demands().place(d);
            demand.place = network.places().get(demand.placeIndex).code();
            demand.rank = network.demands().useClass(d).ordinal();
            demand.normal = network.demands().perYear(d) / 365;
            demand.market = market(demand.node, demand.place);
            finals.add(demand);
            demand.node.finals.add(demand);
        }
    }

    private int rank(int buyer) {
        if (network.nodes().kind(buyer) == NodeKind.USE) {
            for (int d = 0; d < network.demands().size(); d++) {
                if (network.demands().node(d) == buyer) {
                    return network.demands().useClass(d).ordinal();
                }
            }
        }
        return UseClass.INDUSTRY.ordinal();
    }

    private String market(Node supplier, String buyersPlace) {
        String name =
                p.market() == PriceMarket.SUPPLIER ? "node " + supplier.index : supplier.product + "@" + buyersPlace;
        markets.putIfAbsent(name, new Market());
        return name;
    }

    private double targetDays(Cell cell) {
        for (int s = 0; s < network.stocks().size(); s++) {
            int c = network.stocks().cell(s);
            if (network.stocks().kind(s) == Stocks.Kind.WORKING
                    && network.cells().node(c) == cell.buyer.index
                    && network.cells().product(c) == cell.product) {
                return network.stocks().amount(s) / cell.normal;
            }
        }
        return cell.buyer.pool ? p.poolDays() : p.stockDays();
    }
}
