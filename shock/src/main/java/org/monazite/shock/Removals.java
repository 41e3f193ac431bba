package org.monazite.shock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Route;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// All that a sweep takes out of a network in turn, in a fixed order: places, suppliers, makers, lanes.
///
/// @param played what can be played
/// @param unknown lanes that cannot: no source says how much longer one of their routes takes without them
public record Removals(List<Removal> played, List<String> unknown) {

    /// Copies the lists.
    public Removals {
        played = List.copyOf(played);
        unknown = List.copyOf(unknown);
    }

    /// The removals of a network.
    ///
    /// @param importers who asks: their own exports are left out, their own makers are not
    /// @param kinds which sorts
    public static Removals of(SupplyNetwork network, Set<String> importers, Set<Removal.Kind> kinds) {
        List<Removal> played = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Removal.Kind kind : Removal.Kind.values()) {
            if (kinds.contains(kind)) {
                switch (kind) {
                    case PLACE, SUPPLIER -> played.addAll(exports(network, importers, kind));
                    case MAKER -> played.addAll(makers(network));
                    case LANE -> lanes(network, played, unknown);
                }
            }
        }
        return new Removals(played, unknown);
    }

    private static Set<Removal> exports(SupplyNetwork network, Set<String> importers, Removal.Kind kind) {
        TreeMap<String, Removal> found = new TreeMap<>();
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            int supplier = network.arcs().supplier(arc);
            String place = network.placeOf(supplier);
            boolean leaves = !place.equals(network.placeOf(network.arcs().buyer(arc)));
            if (leaves && network.arcs().perYear(arc) > 0 && !importers.contains(place)) {
                String product = kind == Removal.Kind.PLACE
                        ? ""
                        : network.productOf(supplier).id();
                Removal removal = new Removal(kind, place, product, "", List.of());
                found.put(removal.id(), removal);
            }
        }
        return new LinkedHashSet<>(found.values());
    }

    /// Makers by place and product. Of those that always stop together, being on the same sites, the
    /// first stands for
    /// all; scrap is left out.
    private static List<Removal> makers(SupplyNetwork network) {
        TreeMap<String, Set<Integer>> hit = new TreeMap<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            boolean maker = network.nodes().kind(node) == NodeKind.MAKER
                    && network.nodes().output(node) > 0;
            if (maker && !isScrap(network.productOf(node))) {
                hit.computeIfAbsent(
                                network.placeOf(node) + ":"
                                        + network.productOf(node).id(),
                                _ -> new TreeSet<>())
                        .addAll(onItsSite(network, node));
            }
        }
        Map<List<Integer>, List<String>> together = new LinkedHashMap<>();
        hit.forEach((key, nodes) -> together.computeIfAbsent(List.copyOf(nodes), _ -> new ArrayList<>())
                .add(key));
        List<Removal> found = new ArrayList<>();
        for (List<String> keys : together.values()) {
            String[] first = keys.getFirst().split(":", 2);
            List<String> also = keys.subList(1, keys.size()).stream()
                    .map(key -> key.split(":", 2)[1])
                    .toList();
            found.add(new Removal(Removal.Kind.MAKER, first[0], first[1], "", also));
        }
        return found;
    }

    private static Set<Integer> onItsSite(SupplyNetwork network, int node) {
        Set<Integer> nodes = new TreeSet<>(Set.of(node));
        int site = network.nodes().site(node);
        for (int other = 0; other < network.nodes().size() && site >= 0; other++) {
            if (network.nodes().site(other) == site) {
                nodes.add(other);
            }
        }
        return nodes;
    }

    private static boolean isScrap(Product product) {
        return product instanceof Product.Mineral mineral && mineral.stage() == Stage.SCRAP;
    }

    private static void lanes(SupplyNetwork network, List<Removal> played, List<String> unknown) {
        TreeSet<String> lanes = new TreeSet<>();
        TreeSet<String> without = new TreeSet<>();
        for (Route route : network.routes()) {
            for (String lane : route.lanes()) {
                lanes.add(lane);
                if (route.detours().stream().noneMatch(detour -> detour.lane().equals(lane))) {
                    without.add(lane);
                }
            }
        }
        lanes.removeAll(without);
        lanes.forEach(lane -> played.add(new Removal(Removal.Kind.LANE, "", "", lane, List.of())));
        unknown.addAll(without);
    }
}
