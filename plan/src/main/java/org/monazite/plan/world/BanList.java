package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Product;

/// The bans a plan must stand: every single supplier with a tenth or more of the world's output of a
/// product stops everything; the feared one may also stop one stage alone.
///
/// Probability of a ban by a supplier in a year: `(dated controls of the supplier on the chain + 0.5) /
/// (years of the record + 1)`, at most 0.5, over the number of its bans looked at, times the part of bans
/// that last so long (one in as many as it has quarters).
final class BanList {

    private static final double LARGE = 0.1;
    private static final Set<String> NOT_ONE_SUPPLIER = Set.of("ROW", "EU27", "WLD");

    private final PlanInput input;
    private final PlanSpec spec;
    private final Chain chain;

    BanList(PlanInput input, PlanSpec spec, Chain chain) {
        this.input = input;
        this.spec = spec;
        this.chain = chain;
    }

    List<Ban> bans() {
        Set<String> suppliers = new TreeSet<>(large());
        suppliers.add(spec.against());
        suppliers.removeAll(spec.partners());
        suppliers.removeAll(NOT_ONE_SUPPLIER);
        List<Ban> bans = new ArrayList<>();
        for (String supplier : suppliers) {
            Map<String, List<String>> kinds = new TreeMap<>();
            kinds.put(supplier, List.of());
            if (supplier.equals(spec.against())) {
                groups().forEach(products -> kinds.put(supplier + ":" + String.join("+", products), products));
            }
            double each = probability(supplier) / kinds.size() / spec.banQuarters();
            kinds.forEach((id, products) -> bans.add(Ban.of(id, supplier, products, spec.banQuarters(), each)));
        }
        return bans;
    }

    /// Places with a tenth or more of the base-year output of a product.
    private Set<String> large() {
        Map<String, Double> world = new TreeMap<>();
        Map<List<String>, Double> own = new TreeMap<>(java.util.Comparator.comparing(Object::toString));
        for (Node node : chain.nodes()) {
            if (node.isMaker() && node.group() == Node.Group.BASE) {
                world.merge(node.product(), node.base(), Double::sum);
                own.merge(List.of(node.place(), node.product()), node.base(), Double::sum);
            }
        }
        Set<String> places = new TreeSet<>();
        own.forEach((key, base) -> {
            if (base >= LARGE * world.getOrDefault(key.get(1), 0.0) && base > 0) {
                places.add(key.get(0));
            }
        });
        places.addAll(partnersSources());
        return places;
    }

    /// Places that deliver a tenth or more of what a partner takes in of a product.
    private Set<String> partnersSources() {
        Map<List<String>, Double> taken = new TreeMap<>(java.util.Comparator.comparing(Object::toString));
        Map<List<String>, Double> from = new TreeMap<>(java.util.Comparator.comparing(Object::toString));
        for (Arc arc : chain.arcs()) {
            String to = chain.buyer(arc).place();
            Node supplier = chain.supplier(arc);
            if (spec.partners().contains(to)
                    && arc.base() > 0
                    && !supplier.place().equals(to)) {
                taken.merge(List.of(to, supplier.product()), arc.base(), Double::sum);
                from.merge(List.of(to, supplier.product(), supplier.place()), arc.base(), Double::sum);
            }
        }
        Set<String> places = new TreeSet<>();
        from.forEach((key, flow) -> {
            if (flow >= LARGE * taken.getOrDefault(List.of(key.get(0), key.get(1)), 0.0)) {
                places.add(key.get(2));
            }
        });
        return places;
    }

    /// Products the feared supplier ships, by stage; those that half of the output can do without apart.
    private List<List<String>> groups() {
        Map<String, List<String>> groups = new TreeMap<>();
        for (Product product : input.network().products()) {
            if (product instanceof Product.Mineral mineral && ships(mineral.id())) {
                String key = mineral.stage().order() + (isImportant(mineral.id()) ? "b" : "a");
                groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(mineral.id());
            }
        }
        return List.copyOf(groups.values());
    }

    private boolean isImportant(String product) {
        return chain.cells().stream().anyMatch(cell -> cell.product().equals(product) && cell.important());
    }

    private boolean ships(String product) {
        return chain.arcs().stream()
                .anyMatch(arc -> arc.base() > 0
                        && chain.supplier(arc).place().equals(spec.against())
                        && chain.supplier(arc).product().equals(product)
                        && !chain.buyer(arc).place().equals(spec.against()));
    }

    private double probability(String supplier) {
        long controls = input.controls().stream()
                .filter(control -> concernsChain(control, supplier))
                .count();
        double years = spec.asOfYear() - Guess.RECORD_START;
        return Math.min(Guess.PROBABILITY_MOST, (controls + 0.5) / (years + 1));
    }

    private static boolean concernsChain(ExportControl control, String supplier) {
        String minerals = control.minerals();
        boolean earths = minerals.contains("REE")
                || minerals.contains("Nd")
                || minerals.contains("Dy")
                || minerals.contains("Tb");
        return control.imposer().equals(supplier)
                && earths
                && control.effective().isPresent();
    }
}
