package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.monazite.exposure.internal.Remaining;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// Who depends on whom in a network: directly, and traced through third countries.
public final class Exposure {

    private final SupplyNetwork network;
    private final Map<String, Trace> traces = new ConcurrentHashMap<>(); // by supplier, once asked for

    private Exposure(SupplyNetwork network) {
        this.network = network;
    }

    /// The exposures of a network.
    public static Exposure of(SupplyNetwork network) {
        return new Exposure(network);
    }

    /// Every product of the chain, in the order of its stages, for one importer against one supplier.
    ///
    /// @throws IllegalArgumentException if the network has no such place
    public List<StageExposure> by(Importer importer, String supplier) {
        return measures(importer, supplier).map(StageMeasures::measure).toList();
    }

    /// The shares of [#by] alone, in a fraction of the time.
    ///
    /// @throws IllegalArgumentException if the network has no such place
    public List<SupplyShares> sharesBy(Importer importer, String supplier) {
        return measures(importer, supplier).map(StageMeasures::shares).toList();
    }

    private Stream<StageMeasures> measures(Importer importer, String supplier) {
        importer.members().forEach(this::require);
        require(supplier);
        Trace trace = traces.computeIfAbsent(supplier, one -> Trace.of(network, Set.of(one)));
        return network.products().stream()
                .filter(product -> product instanceof Product.Mineral mineral
                        && mineral.stage() != Stage.ENDUSE
                        && mineral.stage() != Stage.SCRAP)
                .map(Product.Mineral.class::cast)
                .sorted(Comparator.comparing(product -> product.stage().order()))
                .map(product -> new StageMeasures(network, trace, importer, supplier, product));
    }

    private void require(String place) {
        if (network.findPlace(place).isEmpty()) {
            throw new UnknownPlaceException(place, network.places());
        }
    }

    /// Suppliers of single products by what the importer loses without them, worst first. The importer itself is no
    /// supplier.
    public List<WeakLink> weakestLinks(Importer importer) {
        importer.members().forEach(this::require);
        Set<List<String>> suppliers = new TreeSet<>(Comparator.comparing(Object::toString));
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.MAKER && !importer.holds(network.placeOf(node))) {
                suppliers.add(
                        List.of(network.placeOf(node), network.productOf(node).id()));
            }
        }
        List<WeakLink> links = new ArrayList<>();
        for (List<String> each : suppliers) {
            WeakLink link = without(each.get(0), each.get(1), importer);
            if (link.lostShare() > 1e-9) {
                links.add(link);
            }
        }
        links.sort(Comparator.comparingDouble(WeakLink::valueAtRiskUsd)
                .thenComparingDouble(WeakLink::lostShare)
                .reversed()
                .thenComparing(WeakLink::supplier)
                .thenComparing(WeakLink::productId));
        return links;
    }

    private WeakLink without(String supplier, String productId, Importer importer) {
        boolean[] gone = new boolean[network.nodes().size()];
        double world = 0;
        double own = 0;
        Flag flag = Flag.NONE;
        for (int node = 0; node < gone.length; node++) {
            boolean makes = network.nodes().kind(node) == NodeKind.MAKER
                    && network.productOf(node).id().equals(productId);
            if (makes) {
                gone[node] = network.placeOf(node).equals(supplier);
                world += network.nodes().output(node);
                own += gone[node] ? network.nodes().output(node) : 0;
                flag = gone[node] ? flag.and(network.nodes().flag(node)) : flag;
            }
        }
        double[] left = Remaining.without(network, gone);
        double used = 0;
        double lost = 0;
        double value = 0;
        double low = 0;
        double high = 0;
        for (int node = 0; node < left.length; node++) {
            if (network.nodes().kind(node) == NodeKind.USE && importer.holds(network.placeOf(node))) {
                double gap = network.nodes().output(node) * (1 - left[node]);
                used += network.nodes().output(node);
                lost += gap;
                value += gap * network.nodes().valueAddedUsd(node);
                low += gap * network.nodes().valueAddedLow(node);
                high += gap * network.nodes().valueAddedHigh(node);
                flag = gap > 0 ? flag.and(network.nodes().flag(node)) : flag;
            }
        }
        return new WeakLink(
                supplier,
                productId,
                stage(productId),
                importer.name(),
                own / world,
                used > 0 ? lost / used : 0,
                value,
                low,
                high,
                flag);
    }

    private Stage stage(String productId) {
        return network.products().stream()
                .filter(product -> product.id().equals(productId))
                .map(product -> ((Product.Mineral) product).stage())
                .findFirst()
                .orElseThrow();
    }

    /// World production of each product by place, per year.
    public Map<String, Map<String, Double>> production() {
        Map<String, Map<String, Double>> production = new TreeMap<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.MAKER) {
                production
                        .computeIfAbsent(network.productOf(node).id(), _ -> new TreeMap<>())
                        .merge(network.placeOf(node), network.nodes().output(node), Double::sum);
            }
        }
        return production;
    }
}
