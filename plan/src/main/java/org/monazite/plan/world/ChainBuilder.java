package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Criticality;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Stocks;
import org.monazite.supply.SupplyNetwork;

/// Builds the chain of the assessed years: nodes and inputs of the base year first, then works that are
/// decided or may be backed, then the ways between them.
final class ChainBuilder {

    private static final double DAYS = 365;
    private static final double EXACT = 1e6; // shares are rounded, so that no coefficient is tiny

    private final PlanInput input;
    private final PlanSpec spec;
    private final Parts parts;
    private final List<Double> growth;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Sale> sales = new ArrayList<>();
    private final Map<String, Integer> nodeByKey = new HashMap<>(); // asked, never walked through
    private final Map<String, Double> homeDemand = new TreeMap<>();

    ChainBuilder(PlanInput input, PlanSpec spec, Parts parts, List<Double> growth) {
        this.input = input;
        this.spec = spec;
        this.parts = parts;
        this.growth = growth;
    }

    /// Builds it.
    ///
    /// @param decided capacity that is decided, t/yr by assessed year
    /// @param backed groups of works that may be backed
    Chain build(Map<Parts.Site, double[]> decided, Collection<Parts.Site> backed) {
        addBaseNodes();
        addBaseCells();
        TreeMap<Parts.Site, double[]> extra = new TreeMap<>(decided);
        backed.forEach(site -> extra.putIfAbsent(site, new double[growth.size()]));
        extra.forEach(this::addExtra);
        addSales();
        Ways ways = new Ways(input.network(), spec, growth, nodes, cells, parts.alloySellers());
        ways.build();
        return new Chain(nodes, cells, ways.relations(), ways.arcs(), sales);
    }

    private void addBaseNodes() {
        SupplyNetwork network = input.network();
        for (int node = 0; node < network.nodes().size(); node++) {
            boolean maker = network.nodes().kind(node) == NodeKind.MAKER;
            double base = network.nodes().output(node) / World.TONNES;
            boolean feared = network.placeOf(node).equals(spec.against());
            double stated = network.nodes().capacity(node) / World.TONNES;
            double now = Double.isNaN(stated) ? base * input.assumptions().spare() : Math.max(stated, base);
            List<Double> capacity = growth.stream()
                    .map(g -> maker ? (feared ? now * g : now) : Double.POSITIVE_INFINITY)
                    .toList();
            List<Double> normal = growth.stream()
                    .map(g -> maker ? Math.min(base * g, feared ? base * g : now) : base * g)
                    .toList();
            nodeByKey.put(network.nodes().key(node), nodes.size());
            nodes.add(new Node(
                    network.nodes().key(node),
                    network.placeOf(node),
                    network.productOf(node).id(),
                    network.nodes().kind(node),
                    Node.Group.BASE,
                    base,
                    network.nodes().valueAddedUsd(node) * World.TONNES / World.USD,
                    capacity,
                    normal));
        }
    }

    private void addBaseCells() {
        SupplyNetwork network = input.network();
        double[] stated = statedStocks();
        for (int cell = 0; cell < network.cells().size(); cell++) {
            int node = network.cells().node(cell);
            String product =
                    network.products().get(network.cells().product(cell)).id();
            double need = network.cells().perUnit(cell) * network.nodes().output(node);
            double factor =
                    network.nodes().kind(node) == NodeKind.MAKER ? input.needFactor(network.placeOf(node), product) : 1;
            double perUnit = network.cells().perUnit(cell) * factor;
            double unknown = need > 0 ? Math.rint(network.cells().unknownOrigin(cell) / need * EXACT) / EXACT : 0;
            double days = network.nodes().kind(node) == NodeKind.POOL
                    ? input.assumptions().poolDays()
                    : input.assumptions().stockDays();
            double known = (need - network.cells().unknownOrigin(cell)) * factor * days / DAYS;
            double held = (Double.isNaN(stated[cell]) ? known : stated[cell]) / World.TONNES;
            cells.add(new Cell(
                    node,
                    product,
                    perUnit,
                    network.cells().criticality(cell) == Criticality.IMPORTANT,
                    thrift(product),
                    unknown,
                    growth.stream().map(g -> held * g).toList()));
        }
    }

    private double[] statedStocks() {
        Stocks stocks = input.network().stocks();
        double[] stated = new double[input.network().cells().size()];
        Arrays.fill(stated, Double.NaN);
        for (int stock = 0; stock < stocks.size(); stock++) {
            if (stocks.kind(stock) == Stocks.Kind.WORKING && !Double.isNaN(stocks.amount(stock))) {
                stated[stocks.cell(stock)] = stocks.amount(stock);
            }
        }
        return stated;
    }

    /// What can be saved or replaced in a year, no more than the daily engine ever lets buyers save.
    private double thrift(String product) {
        return Math.min(
                input.substitution().getOrDefault(product, 0.0),
                input.assumptions().thriftMost());
    }

    private void addExtra(Parts.Site site, double[] tonnes) {
        List<Double> capacity =
                Arrays.stream(tonnes).mapToObj(t -> t / World.TONNES).toList();
        int index = nodes.size();
        nodeByKey.put(site.key(), index);
        List<Double> normal = new ArrayList<>();
        for (int t = 0; t < growth.size(); t++) {
            normal.add(normal(site, capacity.get(t), growth.get(t)));
        }
        nodes.add(new Node(
                site.key(), site.place(), site.product(), NodeKind.MAKER, site.group(), 0, 0, capacity, normal));
        boolean ownFeed = site.group() == Node.Group.SWARF
                || site.group() == Node.Group.OLD_MAGNETS
                || site.group() == Node.Group.LOOP;
        Map<String, Double> recipe = ownFeed ? Map.of() : parts.recipe(site.place(), site.product());
        recipe.forEach((product, perUnit) -> cells.add(new Cell(
                index,
                product,
                perUnit * input.needFactor(site.place(), product),
                parts.isImportant(site.product(), product),
                thrift(product),
                0,
                normal.stream()
                        .map(z -> z
                                * perUnit
                                * input.needFactor(site.place(), product)
                                * input.assumptions().stockDays()
                                / DAYS)
                        .toList())));
    }

    /// Decided works whose place uses their product make in normal times what it lacks; all others run
    /// full.
    private double normal(Parts.Site site, double capacity, double g) {
        if (site.group() != Node.Group.DECIDED) {
            return 0;
        }
        double wanted = homeDemand().getOrDefault(site.place() + "/" + site.product(), 0.0) * g;
        double made = parts.baseOutput(site.place(), site.product()) / World.TONNES * g;
        boolean used = homeDemand().containsKey(site.place() + "/" + site.product());
        return used ? Math.min(capacity, Math.max(0, wanted - made)) : capacity;
    }

    private Map<String, Double> homeDemand() {
        if (homeDemand.isEmpty()) {
            SupplyNetwork network = input.network();
            for (int cell = 0; cell < network.cells().size(); cell++) {
                int node = network.cells().node(cell);
                if (network.nodes().kind(node) == NodeKind.USE) {
                    String key = network.placeOf(node) + "/"
                            + network.products()
                                    .get(network.cells().product(cell))
                                    .id();
                    homeDemand.merge(
                            key,
                            network.cells().perUnit(cell) * network.nodes().output(node) / World.TONNES,
                            Double::sum);
                }
            }
        }
        return homeDemand;
    }

    private void addSales() {
        SupplyNetwork network = input.network();
        Set<String> partners = new TreeSet<>(spec.partners());
        for (int demand = 0; demand < network.demands().size(); demand++) {
            int node = network.demands().node(demand);
            String place = network.places().get(network.demands().place(demand)).code();
            sales.add(new Sale(
                    node,
                    place,
                    network.demands().perYear(demand) / World.TONNES,
                    network.nodes().kind(node) == NodeKind.USE && partners.contains(place)));
        }
    }
}
