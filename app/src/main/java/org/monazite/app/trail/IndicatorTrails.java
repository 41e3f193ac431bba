package org.monazite.app.trail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.app.Workbench;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.exposure.Importer;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.supply.Arcs;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;

/// Measures of dependence by `IMPORTER/PRODUCT/SUPPLIER/MEASURE`, computed again from the network.
final class IndicatorTrails {

    private final Workbench workbench;
    private final SupplyNetwork network;
    private final String chain;
    private final TrailKeys keys;
    private final Names names;
    private final Map<String, List<StageExposure>> rows = new HashMap<>();
    private final Map<String, List<WeakLink>> links = new HashMap<>();

    IndicatorTrails(Workbench workbench, String chain, Names names) throws IOException {
        this.workbench = workbench;
        this.network = workbench.network(chain);
        this.chain = chain;
        this.keys = TrailKeys.of(chain);
        this.names = names;
    }

    /// The measure of a name without its chain, or with three parts all measures; empty if it has other parts or
    /// speaks of another chain's product.
    ///
    /// @throws Problem if all parts but the measure are there
    Optional<Trail> find(String name) throws IOException {
        String[] parts = name.split("/", -1);
        if (parts.length < 3
                || parts.length > 4
                || network.findProduct(parts[1]).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> found = workbench.words(chain).findPlace(parts[2]);
        Optional<Importer> asks = importer(parts[0]);
        if (found.isEmpty() || asks.isEmpty()) {
            return Optional.empty();
        }
        Asked asked = new Asked(asks.get(), parts[1], found.get());
        return Optional.of(parts.length == 3 ? all(asked) : one(asked, parts[3]));
    }

    /// Who depends for what on whom.
    private record Asked(Importer importer, String product, String supplier) {}

    /// The row of a product; a product of scrap has none, only what is lost without it.
    private Map<String, Explained> measures(Asked asked) throws IOException {
        String key = asked.importer().name() + "/" + asked.supplier();
        List<StageExposure> known = rows.get(key);
        if (known == null) {
            known = workbench.exposure(chain).by(List.of(asked.importer()), asked.supplier());
            rows.put(key, known);
        }
        return known.stream()
                .filter(row -> row.productId().equals(asked.product()))
                .findFirst()
                .map(Measures::of)
                .orElse(Map.of());
    }

    private List<WeakLink> links(Asked asked) throws IOException {
        List<WeakLink> known = links.get(asked.importer().name());
        if (known == null) {
            known = workbench.exposure(chain).weakestLinks(asked.importer());
            links.put(asked.importer().name(), known);
        }
        return known.stream()
                .filter(link -> link.productId().equals(asked.product())
                        && link.supplier().equals(asked.supplier()))
                .toList();
    }

    private Optional<Importer> importer(String word) throws IOException {
        boolean known = network.findPlace(word).isPresent()
                || workbench.atlas().coalitions().stream()
                        .anyMatch(coalition -> coalition.id().equals(word));
        return known ? Optional.of(workbench.importer(chain, word, word)) : Optional.empty();
    }

    private Trail all(Asked asked) throws IOException {
        Flag flag = Flag.DERIVED;
        List<Trail.Amount> amounts = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        for (Map.Entry<String, Explained> entry : measures(asked).entrySet()) {
            if (entry.getValue().isDefined()) {
                amounts.add(amount(entry.getKey(), entry.getValue()));
                flag = flag.and(entry.getValue().flag());
                inputs.add(key(asked, entry.getKey()));
            }
        }
        for (WeakLink link : links(asked)) {
            amounts.addAll(amounts(link));
            flag = flag.and(link.flag());
            Measures.LINK.forEach(measure -> inputs.add(key(asked, measure)));
        }
        if (inputs.isEmpty()) {
            inputs.add(keys.network()); // no such flow and nothing lost: the network says so
        }
        String key = keys.exposure(asked.importer().name(), asked.product(), asked.supplier());
        return new Trail(key, Trail.Kind.INDICATOR, what(asked), amounts, flag, List.of(), inputs);
    }

    private Said what(Asked asked) {
        return Said.of(
                "trail.exposure",
                names.place(asked.importer().name()),
                names.product(asked.product()),
                names.place(asked.supplier()));
    }

    private String key(Asked asked, String measure) {
        return keys.exposure(asked.importer().name(), asked.product(), asked.supplier(), measure);
    }

    private Trail one(Asked asked, String measure) throws IOException {
        if (Measures.LINK.contains(measure)) {
            return gone(asked, measure);
        }
        Explained number = measures(asked).get(measure);
        if (number == null) {
            Set<String> known = new TreeSet<>(measures(asked).keySet());
            known.addAll(Measures.LINK);
            throw Problem.unknown(ExitCode.NOT_FOUND, "kind.measure", measure, "", known);
        }
        Set<Trail.Cell> cells = new LinkedHashSet<>();
        for (Explained.Term term : number.terms()) {
            Said about = new Said(term.name(), term.name());
            term.citations().forEach(citation -> cells.add(new Trail.Cell(about, citation)));
        }
        return trail(asked, measure, List.of(amount(measure, number)), number.flag(), List.copyOf(cells));
    }

    private Trail gone(Asked asked, String measure) throws IOException {
        List<Trail.Amount> amounts = new ArrayList<>();
        Flag flag = Flag.DERIVED;
        for (WeakLink link : links(asked)) {
            amounts.add(amounts(link).get(Measures.LINK.indexOf(measure)));
            flag = flag.and(link.flag());
        }
        return trail(asked, measure, amounts, flag, List.of());
    }

    private Trail trail(Asked asked, String measure, List<Trail.Amount> amounts, Flag flag, List<Trail.Cell> cells) {
        Said what = Said.of("trail.measure", Said.of("trail.measure." + measure), what(asked));
        List<String> inputs = inputs(asked.importer(), asked.product(), asked.supplier(), measure);
        return new Trail(
                key(asked, measure),
                Trail.Kind.INDICATOR,
                what,
                amounts,
                flag,
                cells,
                inputs.isEmpty() ? List.of(keys.network()) : inputs);
    }

    private static Trail.Amount amount(String measure, Explained number) {
        return new Trail.Amount(
                Said.of("trail.measure." + measure), number.value(), number.low(), number.high(), number.unit());
    }

    /// In the order of [Measures#LINK].
    private static List<Trail.Amount> amounts(WeakLink link) {
        return List.of(
                new Trail.Amount(
                        Said.of("trail.measure.supplierShare"), link.supplierShare(), Double.NaN, Double.NaN, "share"),
                new Trail.Amount(Said.of("trail.measure.lostShare"), link.lostShare(), Double.NaN, Double.NaN, "share"),
                new Trail.Amount(
                        Said.of("trail.measure.valueAtRiskUsd"),
                        link.valueAtRiskUsd(),
                        link.valueLowUsd(),
                        link.valueHighUsd(),
                        "USD"));
    }

    /// What a measure is computed from. What goes through the whole chain leads on from the last nodes or flows.
    private List<String> inputs(Importer importer, String product, String supplier, String measure) {
        return switch (measure) {
            case "worldShare", "supplierShare", "hhi", "largestMaker", "largestThreeMakers", "effectiveMakers" ->
                makers(product, place -> true);
            case "directShare", "hhiImports", "largestOrigin", "largestThreeOrigins", "effectiveOrigins" ->
                arcs(product, importer, false);
            case "netImportReliance" ->
                joined(makers(product, importer.members()::contains), arcs(product, importer, true));
            case "originShare" -> uses(importer);
            case "lostShare", "valueAtRiskUsd" -> joined(makers(product, supplier::equals), uses(importer));
            case "directShareOfSupply", "tracedShare", "lostIfGone" ->
                joined(makers(product, importer.members()::contains), arcs(product, importer, false));
            default -> throw new IllegalArgumentException("There is no measure '" + measure + "'.");
        };
    }

    private static List<String> joined(List<String> one, List<String> two) {
        LinkedHashSet<String> all = new LinkedHashSet<>(one);
        all.addAll(two);
        return List.copyOf(all);
    }

    private List<String> makers(String product, java.util.function.Predicate<String> where) {
        List<String> found = new ArrayList<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            boolean counts = network.nodes().kind(node) == NodeKind.MAKER
                    && network.productOf(node).id().equals(product)
                    && where.test(network.placeOf(node));
            if (counts) {
                found.add(keys.node(network, node));
            }
        }
        return found;
    }

    private List<String> uses(Importer importer) {
        List<String> found = new ArrayList<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.USE && importer.members().contains(network.placeOf(node))) {
                found.add(keys.node(network, node));
            }
        }
        return found;
    }

    /// Flows of a product into the importer, and with `exports` those out of it.
    private List<String> arcs(String product, Importer importer, boolean exports) {
        Arcs arcs = network.arcs();
        List<String> found = new ArrayList<>();
        for (int arc = 0; arc < arcs.size(); arc++) {
            if (network.productOf(arcs.supplier(arc)).id().equals(product)) {
                boolean from = importer.members().contains(network.placeOf(arcs.supplier(arc)));
                boolean to = importer.members().contains(network.placeOf(arcs.buyer(arc)));
                if ((to && !from) || (exports && from && !to)) {
                    found.add(keys.arc(network, arc));
                }
            }
        }
        return found;
    }
}
