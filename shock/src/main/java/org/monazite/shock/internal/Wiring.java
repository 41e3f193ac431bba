package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.monazite.shock.Action;
import org.monazite.shock.PriceMarket;
import org.monazite.supply.Arcs;
import org.monazite.supply.Cells;
import org.monazite.supply.Criticality;
import org.monazite.supply.Demands;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Nodes;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;
import org.monazite.supply.Stocks;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.UseClass;

/// A network as the kernel sees it: flows per day in arrays, links grouped by supplier and by cell, final demands
/// grouped by node. Built once, shared by all members, never written again.
///
/// Input of unknown origin is taken to come in proportion to output: no action of the scenario can reach it.
public final class Wiring {

    static final double DAYS_PER_YEAR = 365;

    final SupplyNetwork network;
    final int nodes;
    final int links;
    final int cells;
    final int finals;
    final int markets;

    final double[] output; // X0 per node
    final double[] statedCapacity; // capacity / X0, NaN where not known
    final boolean[] pool;
    final int[] byProducts; // scrap of a site: falls in proportion to what its site makes
    final int[][] mains; // per by-product, the other makers of its site

    final int[] linkSupplier;
    final int[] linkBuyer;
    final int[] linkCell;
    final double[] linkFlow; // A
    final int[] linkLag;
    final int[] linkRank;
    final int[] linkMarket;
    final int[] linkArc; // index of the arc in the network; -1 for a trade that does not exist today
    final int[][] linkRoutes; // indices of the routes it sails
    final int[] linkPotential; // index in `potentials`; -1 for a trade that exists
    final int[] firstLink; // per supplier

    final int[] cellBuyer;
    final int[] cellOf; // cell of the network
    final int[] cellMarket; // where its need shows; -1 where prices form at suppliers
    final double[] cellFlow; // A_k
    final double[] perUnit; // a_k
    final byte[] criticality;
    final double[] weight; // share of the cell in all inputs of its buyer
    final int[] firstCell; // per node
    final int[] firstIn; // per cell
    final int[] linkIn;
    final double[] statedDays; // NaN where the network states no stock
    final double[] statedLow;
    final double[] statedHigh;

    final int[] finalNode;
    final int[] finalRank;
    final int[] finalMarket;
    final int[] finalPlace;
    final double[] finalFlow;
    final int[] finalMarkets; // markets with final demand, each once
    final int[] firstFinal; // per node
    final int longestLag;
    final Layout layout;
    final List<Potential> potentials;
    final Markets marketplaces;
    private final PriceMarket market;
    private final int[] linkOfArc;
    private final List<Action> opening;

    /// Wires a network up.
    public Wiring(SupplyNetwork network, PriceMarket market) {
        this(network, market, List.of());
    }

    /// Wires a network up, with the trades that the actions can open: they carry nothing until then.
    public Wiring(SupplyNetwork network, PriceMarket market, List<Action> actions) {
        this.opening = Potentials.opening(actions);
        this.network = network;
        this.market = market;
        this.marketplaces = new Markets(network, market);
        this.nodes = network.nodes().size();
        this.output = new double[nodes];
        this.statedCapacity = new double[nodes];
        this.pool = new boolean[nodes];
        fillNodes(network.nodes());
        this.byProducts = IntStream.range(0, nodes).filter(this::isByProduct).toArray();
        this.mains = Arrays.stream(byProducts).mapToObj(this::mainsOf).toArray(int[][]::new);

        int[] cellIndex = keptCells(network);
        this.cells = cellIndex.length;
        this.cellOf = cellIndex;
        this.cellBuyer = new int[cells];
        this.cellMarket = new int[cells];
        this.cellFlow = new double[cells];
        this.perUnit = new double[cells];
        this.criticality = new byte[cells];
        this.weight = new double[cells];
        this.firstCell = new int[nodes + 1];
        this.statedDays = filled(cells);
        this.statedLow = filled(cells);
        this.statedHigh = filled(cells);
        int[] localCell = localCells(network, cellIndex);

        this.potentials = Potentials.of(network, opening, localCell);
        int[] rows = rows(keptArcs(network.arcs(), localCell));
        this.links = rows.length;
        this.linkArc = new int[links];
        this.linkRoutes = new int[links][];
        this.linkPotential = new int[links];
        this.linkOfArc = new int[network.arcs().size()];
        Arrays.fill(linkOfArc, -1);
        this.linkSupplier = new int[links];
        this.linkBuyer = new int[links];
        this.linkCell = new int[links];
        this.linkFlow = new double[links];
        this.linkLag = new int[links];
        this.linkRank = new int[links];
        this.linkMarket = new int[links];
        this.firstLink = new int[nodes + 1];
        this.firstIn = new int[cells + 1];
        this.linkIn = new int[links];

        Demands demands = network.demands();
        this.finals = demands.size();
        this.finalNode = new int[finals];
        this.finalRank = new int[finals];
        this.finalMarket = new int[finals];
        this.finalPlace = new int[finals];
        this.finalFlow = new double[finals];
        this.firstFinal = new int[nodes + 1];

        fillLinks(rows, localCell);
        fillCells();
        fillFinals(demands);
        fillStocks(localCell);
        this.markets = marketplaces.size();
        this.finalMarkets = Arrays.stream(finalMarket).distinct().sorted().toArray();
        this.longestLag = Arrays.stream(linkLag).max().orElse(1);
        this.layout = new Layout(this);
    }

    private static double[] filled(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private void fillNodes(Nodes all) {
        for (int node = 0; node < nodes; node++) {
            output[node] = all.output(node) / DAYS_PER_YEAR;
            statedCapacity[node] = all.capacity(node) / all.output(node);
            pool[node] = all.kind(node) == NodeKind.POOL;
        }
    }

    private boolean isByProduct(int node) {
        return isScrap(node) && output[node] > 0 && mainsOf(node).length > 0;
    }

    private boolean isScrap(int node) {
        return network.productOf(node) instanceof Product.Mineral mineral && mineral.stage() == Stage.SCRAP;
    }

    private int[] mainsOf(int node) {
        return IntStream.range(0, nodes)
                .filter(other -> site(node) >= 0 && site(other) == site(node) && output[other] > 0 && !isScrap(other))
                .toArray();
    }

    private static int[] keptCells(SupplyNetwork network) {
        Cells all = network.cells();
        List<Integer> kept = new ArrayList<>();
        for (int cell = 0; cell < all.size(); cell++) {
            double flow = 0;
            for (int k = all.firstIn(cell); k < all.firstIn(cell + 1); k++) {
                flow += network.arcs().perYear(all.arcIn(k));
            }
            if (flow > 0 && all.criticality(cell) != Criticality.NO_EFFECT) {
                kept.add(cell);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Where each cell of a network stands in a wiring; -1 for one that is left out.
    static int[] localCells(SupplyNetwork network) {
        return localCells(network, keptCells(network));
    }

    private static int[] localCells(SupplyNetwork network, int[] kept) {
        int[] localCell = new int[network.cells().size()];
        Arrays.fill(localCell, -1);
        for (int cell = 0; cell < kept.length; cell++) {
            localCell[kept[cell]] = cell;
        }
        return localCell;
    }

    private static int[] keptArcs(Arcs arcs, int[] localCell) {
        List<Integer> kept = new ArrayList<>();
        for (int arc = 0; arc < arcs.size(); arc++) {
            if (arcs.perYear(arc) > 0 && localCell[arcs.cell(arc)] >= 0) {
                kept.add(arc);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Links in the order of their suppliers: arcs as they are, potential trades after them as `-1 - index`.
    private int[] rows(int[] kept) {
        int[] rows = new int[kept.length + potentials.size()];
        int n = 0;
        int arc = 0;
        for (int node = 0; node < nodes; node++) {
            while (arc < kept.length && network.arcs().supplier(kept[arc]) == node) {
                rows[n++] = kept[arc++];
            }
            for (int i = 0; i < potentials.size(); i++) {
                if (potentials.get(i).supplier() == node) {
                    rows[n++] = -1 - i;
                }
            }
        }
        return rows;
    }

    private void fillLinks(int[] rows, int[] localCell) {
        Arcs arcs = network.arcs();
        for (int link = 0; link < links; link++) {
            if (rows[link] >= 0) {
                int arc = rows[link];
                linkArc[link] = arc;
                linkOfArc[arc] = link;
                linkPotential[link] = -1;
                linkSupplier[link] = arcs.supplier(arc);
                linkCell[link] = localCell[arcs.cell(arc)];
                linkFlow[link] = arcs.perYear(arc) / DAYS_PER_YEAR;
                linkLag[link] = arcs.lagDays(arc);
                linkRoutes[link] = arcs.route(arc) < 0 ? new int[0] : new int[] {arcs.route(arc)};
            } else {
                Potential potential = potentials.get(-1 - rows[link]);
                linkArc[link] = -1;
                linkPotential[link] = -1 - rows[link];
                linkSupplier[link] = potential.supplier();
                linkCell[link] = potential.cell();
                linkLag[link] = potential.lag();
                linkRoutes[link] = potential.routes();
            }
            linkBuyer[link] = network.cells().node(cellOf[linkCell[link]]);
            linkRank[link] = rankOf(linkBuyer[link]);
            linkMarket[link] =
                    marketplaces.of(linkSupplier[link], network.nodes().place(linkBuyer[link]));
            firstLink[linkSupplier[link] + 1]++;
            cellMarket[linkCell[link]] = market == PriceMarket.DESTINATION ? linkMarket[link] : -1;
            cellFlow[linkCell[link]] += linkFlow[link];
            firstIn[linkCell[link] + 1]++;
        }
        prefix(firstLink);
        prefix(firstIn);
        int[] next = firstIn.clone();
        for (int link = 0; link < links; link++) {
            linkIn[next[linkCell[link]]++] = link;
        }
    }

    private static void prefix(int[] first) {
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
    }

    /// A sector buys with the rank of its most urgent demand, a maker as industry.
    private int rankOf(int buyer) {
        int rank = UseClass.INDUSTRY.ordinal();
        if (network.nodes().kind(buyer) == NodeKind.USE) {
            for (int demand = 0; demand < network.demands().size(); demand++) {
                if (network.demands().node(demand) == buyer) {
                    return network.demands().useClass(demand).ordinal();
                }
            }
        }
        return rank;
    }

    private void fillCells() {
        Cells all = network.cells();
        double[] inputs = new double[nodes];
        for (int cell = 0; cell < cells; cell++) {
            cellBuyer[cell] = all.node(cellOf[cell]);
            firstCell[cellBuyer[cell] + 1]++;
            inputs[cellBuyer[cell]] += cellFlow[cell];
            if (output[cellBuyer[cell]] <= 0) {
                throw new IllegalArgumentException("%s takes inputs but makes nothing: it cannot be simulated."
                        .formatted(network.nodes().key(cellBuyer[cell])));
            }
            perUnit[cell] = cellFlow[cell] / output[cellBuyer[cell]];
            criticality[cell] = (byte) all.criticality(cellOf[cell]).ordinal();
        }
        for (int cell = 0; cell < cells; cell++) {
            weight[cell] = cellFlow[cell] / inputs[cellBuyer[cell]];
        }
        prefix(firstCell);
    }

    private void fillFinals(Demands demands) {
        int[] count = new int[nodes + 1];
        for (int demand = 0; demand < finals; demand++) {
            firstFinal[demands.node(demand) + 1]++;
        }
        prefix(firstFinal);
        System.arraycopy(firstFinal, 0, count, 0, nodes + 1);
        for (int demand = 0; demand < finals; demand++) {
            int slot = count[demands.node(demand)]++;
            finalNode[slot] = demands.node(demand);
            finalRank[slot] = demands.useClass(demand).ordinal();
            finalPlace[slot] = demands.place(demand);
            finalFlow[slot] = demands.perYear(demand) / DAYS_PER_YEAR;
            finalMarket[slot] = marketplaces.of(finalNode[slot], finalPlace[slot]);
        }
    }

    private void fillStocks(int[] localCell) {
        Stocks stocks = network.stocks();
        for (int stock = 0; stock < stocks.size(); stock++) {
            int cell = localCell[stocks.cell(stock)];
            if (stocks.kind(stock) == Stocks.Kind.WORKING && cell >= 0 && !Double.isNaN(stocks.amount(stock))) {
                statedDays[cell] = stocks.amount(stock) / cellFlow[cell];
                statedLow[cell] = stocks.low(stock) / cellFlow[cell];
                statedHigh[cell] = stocks.high(stock) / cellFlow[cell];
            }
        }
    }

    /// This wiring, or one with the trades that the actions can open if this one lacks them.
    public Wiring with(List<Action> actions) {
        return Potentials.opening(actions).equals(opening) ? this : new Wiring(network, market, actions);
    }

    /// True if a link carries nothing in normal times.
    boolean isPotential(int link) {
        return linkPotential[link] >= 0;
    }

    /// The link of an arc of the network; -1 if it carries nothing that counts.
    int linkOf(int arc) {
        return linkOfArc[arc];
    }

    /// The network behind the arrays.
    public SupplyNetwork network() {
        return network;
    }

    /// The product that a cell takes in.
    String inputOf(int cell) {
        return network.products().get(network.cells().product(cellOf[cell])).id();
    }

    String place(int node) {
        return network.placeOf(node);
    }

    String key(int node) {
        return network.nodes().key(node);
    }

    int site(int node) {
        return network.nodes().site(node);
    }

    String product(int node) {
        return network.productOf(node).id();
    }

    String finalPlace(int slot) {
        return network.places().get(finalPlace[slot]).code();
    }
}
