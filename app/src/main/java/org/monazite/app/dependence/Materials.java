package org.monazite.app.dependence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.monazite.app.Workbench;
import org.monazite.atlas.Comparables;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.GeoPolRisk;
import org.monazite.exposure.Importer;
import org.monazite.exposure.MaterialInput;
import org.monazite.exposure.ProductionShares;
import org.monazite.exposure.Reliance;
import org.monazite.exposure.StageExposure;
import org.monazite.supply.Arcs;
import org.monazite.supply.Citation;
import org.monazite.supply.Coalition;
import org.monazite.supply.Confidence;
import org.monazite.supply.Evidence;
import org.monazite.supply.Explained;
import org.monazite.supply.Figure;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Production;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// What the atlas knows of every material for one importer, put together for the methods of comparison. A
/// printed number comes before one of a balanced chain; where neither says anything the number stays missing.
final class Materials {

    /// The newest year for which most sources print world production.
    static final int YEAR = 2024;

    private final Workbench workbench;
    private final Comparables facts;
    private final List<Comparables.PrintedReliance> reliances;
    private final List<Comparables.ImportShare> shares;
    private final Map<String, Range> risk = new TreeMap<>();

    Materials(Workbench workbench) throws IOException {
        this.workbench = workbench;
        this.facts = workbench.atlas().comparables();
        this.reliances = facts.reliances();
        this.shares = facts.importShares();
        facts.stability(YEAR)
                .forEach((place, stability) ->
                        risk.put(place, Range.exactly(Math.clamp(GeoPolRisk.risk(stability.estimate()), 0, 1))));
        for (Coalition coalition : workbench.atlas().coalitions()) {
            if (coalition.id().equals("EU27")) {
                union(coalition).ifPresent(range -> risk.put("EU27", range));
            }
        }
    }

    /// A union that trades as one: the mean of its members, within their range.
    private Optional<Range> union(Coalition coalition) {
        double sum = 0;
        double low = 1;
        double high = 0;
        int count = 0;
        for (String member : coalition.members()) {
            Range of = risk.get(member);
            if (of != null) {
                sum += of.value();
                low = Math.min(low, of.value());
                high = Math.max(high, of.value());
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new Range(sum / count, low, high));
    }

    /// `g` of places, 0..1.
    Map<String, Range> risk() {
        return risk;
    }

    /// Standard errors of `g`, where the World Bank prints one.
    Map<String, Double> riskErrors() {
        Map<String, Double> errors = new TreeMap<>();
        facts.stability(YEAR).forEach((place, stability) -> {
            if (stability.standardError() > 0) {
                errors.put(place, stability.standardError() / 5); // g = (2.5 - WGI) / 5
            }
        });
        return errors;
    }

    /// Every product or series that the atlas has world production of, by the newest source; what only a
    /// chain knows, by the chain.
    List<MaterialInput> inputs(Importer importer) throws IOException {
        Map<String, SupplyNetwork> networks = networks();
        Map<String, MaterialInput.Relief> reliefs = Reliefs.of(facts);
        List<MaterialInput> inputs = new ArrayList<>();
        for (Comparables.Made made : makers(networks)) {
            String product = made.production().productId();
            SupplyNetwork network = networks.get(product);
            Optional<Group> group = best(importer, made);
            List<MaterialInput.Source> sources = group.map(Group::sources).orElse(List.of());
            String period = group.map(Group::period).orElse("");
            boolean little = group.map(Group::sum).orElse(0.0) < 50;
            List<MaterialInput.Source> traded =
                    little && network != null ? tradedSources(network, importer, product) : List.of();
            if (!traded.isEmpty() && network != null) {
                sources = traded;
                period = String.valueOf(network.id().year());
            }
            inputs.add(new MaterialInput(
                    made.material(),
                    product,
                    made.stage(),
                    made.production(),
                    reliance(importer, made, network),
                    sources,
                    period,
                    risk,
                    reliefs.getOrDefault(made.material(), MaterialInput.Relief.NONE)));
        }
        return inputs;
    }

    /// One entry a product. Of a product and a series of the same material and stage the one that leaves less
    /// to "other countries"; a total without places and a part without a total say nothing on who makes it.
    private List<Comparables.Made> makers(Map<String, SupplyNetwork> networks) {
        Map<String, Comparables.Made> newest = new TreeMap<>();
        Map<String, Comparables.Made> byStage = new TreeMap<>();
        for (Comparables.Made made : facts.made(YEAR)) {
            boolean whole = made.production().places().size() > 1
                    && made.production().world().isPresent();
            if (whole && newest.putIfAbsent(made.production().productId(), made) == null && isProduct(made)) {
                byStage.put(made.material() + " " + made.stage(), made);
            }
        }
        List<Comparables.Made> all = new ArrayList<>(newest.values());
        for (Comparables.Made series : newest.values()) {
            Comparables.Made product = byStage.get(series.material() + " " + series.stage());
            if (!isProduct(series) && product != null) {
                all.remove(width(product) > width(series) ? product : series);
            }
        }
        networks.forEach((product, network) -> {
            if (!newest.containsKey(product) && isTraded(network, product)) {
                chained(network, product).ifPresent(all::add);
            }
        });
        return all;
    }

    /// Whether the product crosses a border at all: what is made and used on one site depends on nobody by
    /// itself.
    private static boolean isTraded(SupplyNetwork network, String product) {
        Arcs arcs = network.arcs();
        for (int arc = 0; arc < arcs.size(); arc++) {
            boolean crosses = network.productOf(arcs.supplier(arc)).id().equals(product)
                    && !network.placeOf(arcs.supplier(arc)).equals(network.placeOf(arcs.buyer(arc)));
            if (crosses) {
                return true;
            }
        }
        return false;
    }

    private static boolean isProduct(Comparables.Made made) {
        return !made.production().productId().startsWith("usgs.");
    }

    private static double width(Comparables.Made made) {
        Explained hhi = ProductionShares.of(made.production()).hhi();
        return hhi.high() - hhi.low();
    }

    /// Who makes a product by a balanced chain.
    private static Optional<Comparables.Made> chained(SupplyNetwork network, String productId) {
        List<Production.At> places = new ArrayList<>();
        Optional<Comparables.Made> made = Optional.empty();
        for (int node = 0; node < network.nodes().size(); node++) {
            boolean makes = network.nodes().kind(node) == NodeKind.MAKER
                    && network.productOf(node).id().equals(productId)
                    && network.nodes().output(node) > 0;
            if (makes && network.productOf(node) instanceof Product.Mineral mineral && mineral.stage() != Stage.SCRAP) {
                places.add(new Production.At(network.placeOf(node), figure(network, node)));
                made = Optional.of(new Comparables.Made(
                        mineral.material().id(),
                        mineral.stage(),
                        new Production(
                                productId,
                                String.valueOf(network.id().year()),
                                mineral.basis().label(),
                                network.id().chain(),
                                places,
                                Optional.empty())));
            }
        }
        return places.size() > 1 ? made : Optional.empty();
    }

    private static Figure figure(SupplyNetwork network, int node) {
        Flag flag = network.nodes().flag(node);
        List<Citation> citations = network.citations().of(network.nodes().citationSet(node));
        return new Figure.Known(
                network.nodes().output(node),
                Math.min(network.nodes().outputLow(node), network.nodes().output(node)),
                Math.max(network.nodes().outputHigh(node), network.nodes().output(node)),
                flag == Flag.NONE || flag == Flag.DERIVED ? Confidence.DERIVED : Confidence.ESTIMATE,
                flag == Flag.UNVERIFIED ? Evidence.UNVERIFIED : Evidence.COMPUTED,
                citations.isEmpty()
                        ? new Citation("", network.id().chain(), network.nodes().key(node), "")
                        : citations.getFirst());
    }

    /// The chain of each product that has one and trades it.
    private Map<String, SupplyNetwork> networks() throws IOException {
        Map<String, SupplyNetwork> networks = new TreeMap<>();
        for (String chain : workbench.atlas().chains()) {
            SupplyNetwork network = workbench.network(chain);
            network.products().forEach(product -> networks.putIfAbsent(product.id(), network));
        }
        return networks;
    }

    private Explained reliance(Importer importer, Comparables.Made made, @Nullable SupplyNetwork network) {
        boolean mined = made.stage() == Stage.MINE;
        Optional<Comparables.PrintedReliance> printed = reliances.stream()
                .filter(row -> importer.members().equals(Set.of(row.place()))
                        && row.material().equals(printedAs(made.material()))
                        && row.period().equals(String.valueOf(YEAR)))
                .min(Comparator.comparing((Comparables.PrintedReliance row) -> row.mined() != mined)
                        .thenComparing(
                                row -> !fits(row.detail(), made.production().productId()))
                        .thenComparing(Comparables.PrintedReliance::detail));
        if (printed.isPresent()) {
            Comparables.PrintedReliance row = printed.get();
            return Reliance.published(row.percent(), row.qualifier(), row.flag(), List.of(row.citation()));
        }
        Optional<Explained> traded = network == null
                ? Optional.empty()
                : traded(network, importer, made.production().productId());
        return traded.orElseGet(() -> Reliance.withoutMakers(made.production(), importer));
    }

    private static Optional<Explained> traded(SupplyNetwork network, Importer importer, String product) {
        boolean known = importer.members().stream()
                .allMatch(place -> network.findPlace(place).isPresent());
        return known
                ? Exposure.of(network)
                        .by(importer, importer.members().iterator().next())
                        .stream()
                        .filter(row -> row.productId().equals(product))
                        .map(StageExposure::netImportReliance)
                        .filter(Explained::isDefined)
                        .findFirst()
                : Optional.empty();
    }

    /// The survey prints one row for all rare earths.
    private static String printedAs(String material) {
        return material.equals("magree") ? "ree" : material;
    }

    /// Whether the words of a row name what the series is about.
    private static boolean fits(String detail, String series) {
        String words = detail.toLowerCase(java.util.Locale.ROOT);
        return words.contains("total") || series.contains("ferro") == words.contains("ferro");
    }

    /// Rows of one source, period and basis on one thing: together they are one list of partners.
    private record Group(
            String product,
            String detail,
            String period,
            String basis,
            boolean mined,
            List<Comparables.ImportShare> rows) {

        double sum() {
            return rows.stream().mapToDouble(row -> row.percent().value()).sum();
        }

        int year() {
            return Integer.parseInt(
                    period.replaceAll("[^0-9]+", " ").strip().replaceFirst("^.*?([0-9]{4})[^0-9]*$", "$1"));
        }

        boolean total() {
            String words = detail.toLowerCase(java.util.Locale.ROOT);
            return words.startsWith("all") || words.contains("total");
        }

        List<MaterialInput.Source> sources() {
            Map<String, MaterialInput.Source> byPlace = new LinkedHashMap<>();
            for (Comparables.ImportShare row : rows) {
                byPlace.putIfAbsent(
                        row.partner(),
                        new MaterialInput.Source(
                                row.partner(),
                                new Range(
                                        row.percent().value() / 100,
                                        row.percent().low() / 100,
                                        Math.min(1, row.percent().high() / 100)),
                                row.flag(),
                                List.of(row.citation())));
            }
            return List.copyOf(byPlace.values());
        }
    }

    /// The list of partners that says most: of the product itself, of its stage, of all forms, the newest,
    /// by weight.
    private Optional<Group> best(Importer importer, Comparables.Made made) {
        boolean mined = made.stage() == Stage.MINE;
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        for (Comparables.ImportShare row : shares) {
            boolean whole = row.period().matches("[0-9]{4}(-[0-9]{4})?");
            boolean about = row.product().isEmpty()
                    ? row.material().equals(printedAs(made.material()))
                    : row.product().equals(made.production().productId());
            if (importer.members().equals(Set.of(row.place())) && about && whole) {
                groups.computeIfAbsent(
                                List.of(
                                        row.product(),
                                        row.detail(),
                                        row.period(),
                                        row.basis(),
                                        row.citation().sourceId()),
                                _ -> new Group(
                                        row.product(),
                                        row.detail(),
                                        row.period(),
                                        row.basis(),
                                        row.mined(),
                                        new ArrayList<>()))
                        .rows()
                        .add(row);
            }
        }
        return groups.values().stream()
                .filter(group -> group.sum() <= 101)
                .min(Comparator.comparing((Group group) -> group.sum() < 50)
                        .thenComparing(group -> group.product().isEmpty())
                        .thenComparing(group -> group.mined() != mined)
                        .thenComparing(group -> !group.total())
                        .thenComparing(group -> -group.year())
                        .thenComparing(group -> !group.basis().equals("qty"))
                        .thenComparing(group -> -group.sum())
                        .thenComparing(Group::detail));
    }

    private static List<MaterialInput.Source> tradedSources(SupplyNetwork network, Importer importer, String product) {
        Map<String, Double> tonnes = new TreeMap<>();
        Map<String, Flag> flags = new TreeMap<>();
        Map<String, List<Citation>> citations = new TreeMap<>();
        Arcs arcs = network.arcs();
        double total = 0;
        for (int arc = 0; arc < arcs.size(); arc++) {
            String from = network.placeOf(arcs.supplier(arc));
            boolean comesIn = network.productOf(arcs.supplier(arc)).id().equals(product)
                    && importer.members().contains(network.placeOf(arcs.buyer(arc)))
                    && !importer.members().contains(from);
            if (comesIn) {
                tonnes.merge(from, arcs.perYear(arc), Double::sum);
                flags.merge(from, arcs.flag(arc), Flag::and);
                citations
                        .computeIfAbsent(from, _ -> new ArrayList<>())
                        .addAll(network.citations().of(arcs.citationSet(arc)));
                total += arcs.perYear(arc);
            }
        }
        List<MaterialInput.Source> sources = new ArrayList<>();
        if (total > 0) {
            double all = total;
            tonnes.forEach((place, amount) -> sources.add(new MaterialInput.Source(
                    place,
                    Range.exactly(amount / all),
                    flags.getOrDefault(place, Flag.DERIVED),
                    citations.getOrDefault(place, List.of()))));
        }
        return sources;
    }
}
