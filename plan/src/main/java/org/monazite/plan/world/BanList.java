package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Product;
import org.monazite.supply.Project;

/// The bans a plan must stand: every single supplier with a tenth or more of the world's output of a
/// product stops everything; the feared one may also stop one stage alone.
///
/// Probability of a ban by a supplier in a year: that of [Chances], over the number of its bans looked at,
/// times the part of bans that last so long (one in as many as it has quarters).
final class BanList {

    private static final double LARGE = 0.1;
    private static final Set<String> NOT_ONE_SUPPLIER = Set.of("ROW", "EU27", "WLD");

    private final PlanInput input;
    private final PlanSpec spec;
    private final Parts parts;
    private final Chain chain;
    private final Chances chances;

    BanList(PlanInput input, PlanSpec spec, Parts parts, Chain chain) {
        this.input = input;
        this.spec = spec;
        this.parts = parts;
        this.chain = chain;
        this.chances = new Chances(input, spec);
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
            double each = chances.stop(supplier).perYear() / kinds.size() / spec.banQuarters();
            kinds.forEach((id, products) -> bans.add(Ban.of(id, supplier, products, spec.banQuarters(), each)));
        }
        if (spec.rules().licences()) {
            bans.add(licence());
        }
        if (spec.rules().outages()) {
            bans.addAll(outages());
        }
        if (spec.rules().lanes()) {
            bans.addAll(new Lanes(input, spec, chain).bans());
        }
        if (spec.rules().pairs()) {
            bans.addAll(pairs(bans));
        }
        return bans;
    }

    /// Everything the feared supplier ships needs a licence, and a part gets one.
    private Ban licence() {
        String supplier = spec.against();
        double each = chances.licence(supplier).perYear() / spec.banQuarters();
        return new Ban(
                supplier + ":licence",
                List.of(new Ban.Stop(supplier, List.of(), Guess.LICENCE_OPEN)),
                spec.banQuarters(),
                each);
    }

    /// Any two that stop everything.
    private List<Ban> pairs(List<Ban> bans) {
        List<Ban> whole = bans.stream()
                .filter(ban -> ban.lane().isEmpty()
                        && ban.stops().size() == 1
                        && ban.products().isEmpty()
                        && ban.stops().getFirst().open() == 0)
                .toList();
        List<Ban> pairs = new ArrayList<>();
        for (int a = 0; a < whole.size(); a++) {
            for (int b = a + 1; b < whole.size(); b++) {
                double chance = whole.get(a).probability() * whole.get(b).probability();
                pairs.add(Ban.both(whole.get(a), whole.get(b), chance));
            }
        }
        return pairs;
    }

    /// The largest plant of each product outside the feared supplier, standing still.
    private List<Ban> outages() {
        Map<String, Project> largest = new TreeMap<>();
        Map<String, Double> size = new TreeMap<>();
        for (Project project : input.projects()) {
            if (project.status().isDecided()
                    && parts.inChain(project)
                    && !FeedLinks.isLoop(project.id())
                    && !project.place().equals(spec.against())) {
                double part = parts.ramp(project).getFirst();
                parts.sells(project, FeedLinks.hasOwnPart(project.id())).forEach((product, tonnes) -> {
                    if (tonnes * part > size.getOrDefault(product, 0.0)) {
                        size.put(product, tonnes * part);
                        largest.put(product, project);
                    }
                });
            }
        }
        List<Ban> bans = new ArrayList<>();
        largest.forEach((product, project) -> {
            Optional<Node> node = works(project, product);
            if (node.isPresent() && node.get().capacity().getFirst() > 0) {
                double left = 1
                        - size.getOrDefault(product, 0.0)
                                / World.TONNES
                                / node.get().capacity().getFirst();
                Ban.Outage outage =
                        new Ban.Outage(node.get().key(), project.place(), product, Math.clamp(left, 0, 0.999));
                bans.add(new Ban(
                        "outage:" + project.id() + ":" + product,
                        List.of(),
                        Math.min(Guess.OUTAGE_QUARTERS, spec.banQuarters()),
                        Guess.OUTAGE / largest.size(),
                        List.of(outage)));
            }
        });
        return bans;
    }

    /// The works of the chain that a plant belongs to.
    private Optional<Node> works(Project project, String product) {
        Node.Group group = parts.workedInBaseYear(project) ? Node.Group.BASE : Node.Group.DECIDED;
        return chain.nodes().stream()
                .filter(node -> node.isMaker()
                        && node.group() == group
                        && node.place().equals(project.place())
                        && node.product().equals(product))
                .max(java.util.Comparator.comparingDouble(
                        (Node node) -> node.capacity().getFirst()));
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
}
