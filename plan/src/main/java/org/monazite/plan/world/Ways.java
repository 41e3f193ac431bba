package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;

/// The ways goods may go: those of the base year; from today's suppliers into new works of the places they
/// serve; from new works to their own place, to partners, and to third countries that work for partners.
final class Ways {

    private static final int POTENTIAL_LAG_DAYS = 20;
    private static final double LARGE = 0.05;
    private static final double EXACT = 1e6; // shares are rounded, so that no coefficient is tiny
    private static final Set<String> SYNTHETIC = Set.of("ROW", "EU27", "WLD");

    /// Members of the European Union whose magnets go to its one pool.
    private static final Set<String> UNION = Set.of(
            "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL",
            "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE");

    private static final String UNION_PLACE = "EU27";

    private final SupplyNetwork network;
    private final PlanSpec spec;
    private final List<Double> growth;
    private final List<Node> nodes;
    private final List<Cell> cells;
    private final Set<String> alloySellers;
    private final int baseNodes;
    private final Map<List<Object>, Map<Integer, double[]>> arcsByRelation = new TreeMap<>(Ways::order);
    private final List<Relation> relations = new ArrayList<>();
    private final List<Arc> arcs = new ArrayList<>();

    Ways(
            SupplyNetwork network,
            PlanSpec spec,
            List<Double> growth,
            List<Node> nodes,
            List<Cell> cells,
            Set<String> alloySellers) {
        this.network = network;
        this.spec = spec;
        this.growth = growth;
        this.nodes = nodes;
        this.cells = cells;
        this.alloySellers = alloySellers;
        this.baseNodes = network.nodes().size();
    }

    private static int order(List<Object> a, List<Object> b) {
        int bySupplier = Integer.compare((Integer) a.get(0), (Integer) b.get(0));
        return bySupplier != 0 ? bySupplier : ((String) a.get(1)).compareTo((String) b.get(1));
    }

    void build() {
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            int supplier = network.arcs().supplier(arc);
            add(
                    supplier,
                    network.arcs().cell(arc),
                    network.arcs().perYear(arc) / World.TONNES,
                    network.arcs().lagDays(arc));
        }
        Set<String> working = placesThatWorkForPartners();
        for (int supplier = 0; supplier < baseNodes; supplier++) {
            addFromBase(supplier);
        }
        for (int supplier = baseNodes; supplier < nodes.size(); supplier++) {
            addFromNew(supplier, working);
        }
        freeze();
    }

    private void add(int supplier, int cell, double base, int lag) {
        arcsByRelation
                .computeIfAbsent(
                        List.of(supplier, nodes.get(cells.get(cell).node()).place()), _ -> new TreeMap<>())
                .putIfAbsent(cell, new double[] {base, lag});
    }

    /// Places that deliver a twentieth or more of what a partner takes in of a product from others than the
    /// feared supplier.
    private Set<String> placesThatWorkForPartners() {
        Map<String, Double> taken = new TreeMap<>();
        Map<String, Double> from = new TreeMap<>();
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            Node supplier = nodes.get(network.arcs().supplier(arc));
            String to = nodes.get(network.arcs().buyer(arc)).place();
            boolean imported = spec.partners().contains(to)
                    && !supplier.place().equals(to)
                    && !supplier.place().equals(spec.against());
            if (imported) {
                String what = to + "|" + supplier.product();
                taken.merge(what, network.arcs().perYear(arc), Double::sum);
                from.merge(what + "|" + supplier.place(), network.arcs().perYear(arc), Double::sum);
            }
        }
        Set<String> places = new TreeSet<>();
        from.forEach((key, flow) -> {
            int cut = key.lastIndexOf('|');
            if (flow > 0 && flow >= LARGE * taken.getOrDefault(key.substring(0, cut), 0.0)) {
                places.add(key.substring(cut + 1));
            }
        });
        return places;
    }

    /// Today's suppliers serve new works at home and in places they serve already; the feared supplier
    /// serves all; any other maker may close a contract with a partner.
    private void addFromBase(int supplier) {
        Node from = nodes.get(supplier);
        boolean hasPool = from.kind() == NodeKind.MAKER && poolAt(from.place(), from.product()) >= 0;
        if (from.kind() == NodeKind.USE || hasPool) {
            return;
        }
        boolean feared = from.place().equals(spec.against());
        for (int cell : cellsTaking(from.product())) {
            Node buyer = nodes.get(cells.get(cell).node());
            boolean newWorks = cells.get(cell).node() >= baseNodes;
            boolean home = buyer.place().equals(from.place());
            boolean serves = arcsByRelation.containsKey(List.of(supplier, buyer.place()));
            boolean contract = from.isMaker()
                    && spec.partners().contains(buyer.place())
                    && !SYNTHETIC.contains(from.place())
                    && isTraded(from.product());
            if (newWorks && (home || serves || feared) || !home && (contract || feared && isPartnerPool(buyer))) {
                add(supplier, cell, 0, POTENTIAL_LAG_DAYS);
            }
        }
    }

    private boolean isPartnerPool(Node buyer) {
        return buyer.kind() == NodeKind.POOL && spec.partners().contains(buyer.place());
    }

    /// Alloy is made where magnets are, and not sold but by works that make nothing else.
    private boolean isTraded(String product) {
        return network.products().stream()
                .filter(each -> each.id().equals(product))
                .anyMatch(each -> each instanceof org.monazite.supply.Product.Mineral mineral
                        && switch (mineral.stage()) {
                            case MINE, MIXED, SCRAP, ENDUSE, ALLOY -> false;
                            case REFINED, METAL, COMPONENT -> true;
                        });
    }

    private void addFromNew(int supplier, Set<String> working) {
        Node from = nodes.get(supplier);
        for (int cell : cellsTaking(from.product())) {
            Node buyer = nodes.get(cells.get(cell).node());
            boolean home = buyer.place().equals(from.place())
                    || UNION.contains(from.place()) && buyer.place().equals(UNION_PLACE);
            boolean away = spec.partners().contains(buyer.place())
                    || working.contains(buyer.place()) && buyer.kind() != NodeKind.USE;
            boolean sells = isTraded(from.product()) || alloySellers.contains(from.place());
            if (home || away && sells && !buyer.place().equals(spec.against())) {
                add(supplier, cell, 0, home ? 1 : POTENTIAL_LAG_DAYS);
            }
        }
    }

    private int poolAt(String place, String product) {
        for (int node = 0; node < baseNodes; node++) {
            if (nodes.get(node).kind() == NodeKind.POOL
                    && nodes.get(node).place().equals(place)
                    && nodes.get(node).product().equals(product)) {
                return node;
            }
        }
        return -1;
    }

    /// Inputs that take a product from abroad or from new works: of the pool where there is one, else of
    /// the works.
    private List<Integer> cellsTaking(String product) {
        List<Integer> taking = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            Node buyer = nodes.get(cells.get(cell).node());
            if (cells.get(cell).product().equals(product)) {
                boolean isPool = buyer.kind() == NodeKind.POOL;
                if (isPool || poolAt(buyer.place(), product) < 0) {
                    taking.add(cell);
                }
            }
        }
        return taking;
    }

    private void freeze() {
        addFromPools();
        arcsByRelation.forEach((key, flows) -> {
            int supplier = (Integer) key.get(0);
            String place = (String) key.get(1);
            double base = flows.values().stream().mapToDouble(flow -> flow[0]).sum();
            Node from = nodes.get(supplier);
            boolean home = place.equals(from.place()) || UNION.contains(from.place()) && place.equals(UNION_PLACE);
            int relation = relations.size();
            relations.add(new Relation(
                    supplier,
                    place,
                    home,
                    base,
                    parts(supplier, place, home, base),
                    from.group() == Node.Group.BASE && !home && !from.place().equals(spec.against())));
            flows.forEach((cell, flow) -> arcs.add(new Arc(supplier, cell, relation, flow[0], (int) flow[1])));
        });
    }

    /// New works in a place with a pool buy from it.
    private void addFromPools() {
        for (int pool = 0; pool < baseNodes; pool++) {
            Node from = nodes.get(pool);
            if (from.kind() == NodeKind.POOL) {
                for (int cell = 0; cell < cells.size(); cell++) {
                    int buyer = cells.get(cell).node();
                    if (buyer >= baseNodes
                            && cells.get(cell).product().equals(from.product())
                            && nodes.get(buyer).place().equals(from.place())) {
                        add(pool, cell, 0, 1);
                    }
                }
            }
        }
    }

    /// The share of a supplier's output that a place may count on in a ban.
    private List<Double> parts(int supplier, String place, boolean home, double base) {
        Node from = nodes.get(supplier);
        List<Double> parts = new ArrayList<>();
        for (int t = 0; t < growth.size(); t++) {
            parts.add(
                    switch (from.group()) {
                        case BASE -> partOfBase(from, base);
                        case DECIDED -> home ? 1.0 : share(from.product(), place, t);
                        case BACKED, SWARF, OLD_MAGNETS, LOOP -> 1.0;
                    });
        }
        return parts;
    }

    /// The feared supplier has goods for everybody when it bans nothing; others divide as in the base year.
    private double partOfBase(Node from, double base) {
        if (from.place().equals(spec.against())) {
            return 1;
        }
        return from.base() > 0 ? Math.min(1, Math.rint(base / from.base() * EXACT) / EXACT) : 0;
    }

    /// Need of a place for a product over the need of all places but the feared one.
    private double share(String product, String place, int year) {
        double here = 0;
        double all = 0;
        for (Cell cell : cells) {
            Node buyer = nodes.get(cell.node());
            if (cell.product().equals(product)
                    && buyer.kind() != NodeKind.POOL
                    && !buyer.place().equals(spec.against())) {
                double need = cell.perUnit() * buyer.normal().get(year);
                all += need;
                here += buyer.place().equals(place) ? need : 0;
            }
        }
        return all > 0 ? Math.rint(here / all * EXACT) / EXACT : 0;
    }

    List<Relation> relations() {
        return relations;
    }

    List<Arc> arcs() {
        return arcs;
    }
}
