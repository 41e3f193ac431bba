package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Criticality;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;
import org.monazite.supply.UseClass;

/// A short chain, mine or refinery to use, as far as public figures go: who makes a product, who ships it
/// to whom, and what each place then uses. Nothing is filled in: a shipper without a known source has an
/// unknown origin, and a mine without a known customer sells to uses that the chain does not follow.
///
/// Three rules: a smelter of a metal takes in at least the metal that it puts out, its losses being in no
/// figure of the pack; a place of the European Union that neither makes nor ships a product buys in the
/// Union's one market, and a maker inside sells the rest of its output there; the rest of the world ships
/// what the mines without a named customer make.
final class MineralChain {

    private static final String YEAR = "2024";
    private static final String UNION = "EU27";
    private static final String REST = "ROW";
    private static final String CHINA = "CHN";

    /// The edition of production figures that the chains are made from.
    private static final String EDITION = "2026-02";

    /// A chain.
    ///
    /// @param id its name
    /// @param products from mine to the product that is used
    /// @param used the product whose use the chain follows
    /// @param apart products with makers but no known flow and no known recipe
    /// @param withoutOre makers of the used product that live on scrap, whose origin is their own place
    /// @param consumption US consumption in the salient statistics, as commodity, detail and tonnes per unit; empty
    ///     for none
    /// @param poolsRest the rest of the world ships what mines without a named customer make
    record Spec(
            String id,
            List<String> products,
            String used,
            List<String> apart,
            Set<String> withoutOre,
            Optional<Consumption> consumption,
            boolean poolsRest) {}

    /// Where the salient statistics state a consumption.
    record Consumption(String commodity, String detail, double tonnesPerUnit) {}

    static final List<Spec> ALL = List.of(
            new Spec(
                    "antimony",
                    List.of("sb.mine", "sb.metal"),
                    "sb.metal",
                    List.of(),
                    Set.of("USA"),
                    Optional.of(new Consumption("Antimony", "Consumption, apparent", 1)),
                    false),
            new Spec(
                    "gallium",
                    List.of("ga.refined"),
                    "ga.refined",
                    List.of(),
                    Set.of(),
                    Optional.of(new Consumption("Gallium", "Consumption, reported", 1e-3)),
                    false),
            new Spec("germanium", List.of("ge.refined"), "ge.refined", List.of(), Set.of(), Optional.empty(), false),
            new Spec(
                    "graphite",
                    List.of("graphite.mine"),
                    "graphite.mine",
                    List.of("graphite.anode"),
                    Set.of(),
                    Optional.of(new Consumption("Graphite (Natural)", "Consumption, apparent", 1)),
                    true),
            new Spec(
                    "tungsten", List.of("w.mine", "w.apt"), "w.apt", List.of(), Set.of("JPN"), Optional.empty(), false),
            new Spec(
                    "yttrium",
                    List.of("y.oxide"),
                    "y.oxide",
                    List.of(),
                    Set.of(),
                    Optional.of(new Consumption("Yttrium", "Consumption, apparent", 1)),
                    false));

    private final Facts facts;
    private final Spec spec;
    private final Set<String> union;
    private final ChainDraft draft = new ChainDraft();

    private MineralChain(Facts facts, Spec spec) {
        this.facts = facts;
        this.spec = spec;
        this.union = facts.members(UNION);
    }

    static ChainDraft draft(Facts facts, Spec spec) {
        MineralChain chain = new MineralChain(facts, spec);
        Stream.concat(spec.products().stream(), spec.apart().stream()).forEach(chain::addMakers);
        chain.addRecipes();
        chain.addFlows();
        chain.addUnionMarket();
        chain.addUses();
        return chain.draft;
    }

    /// Makers of the baseline; where it has none of a product, those of the newest production figures.
    private void addMakers(String product) {
        List<Row> baseline = facts.pack().table("baseline_stage").stream()
                .filter(row -> row.text("product_id").equals(product) && row.need("value_t") > 0)
                .toList();
        Map<String, Grounded> made = new TreeMap<>();
        if (baseline.isEmpty()) {
            facts.pack().table("production").stream()
                    .filter(row -> row.text("product_id").equals(product)
                            && row.text("stat").equals("production")
                            && row.text("year").equals(YEAR)
                            && row.text("vintage").equals(EDITION)
                            && !row.text("iso3").equals("WLD")
                            && row.number("value").orElse(0) > 0)
                    .forEach(row ->
                            made.merge(row.text("iso3"), facts.ground(row, "value", "low", "high"), Grounded::plus));
        } else {
            baseline.forEach(row ->
                    made.merge(row.text("iso3"), facts.ground(row, "value_t", "low_t", "high_t"), Grounded::plus));
        }
        Set<String> pooled = pooled(product, made.keySet());
        made.forEach((place, figure) -> {
            if (!pooled.contains(place)) {
                maker(place, product, figure);
            }
        });
        pooled.stream()
                .map(place -> Optional.ofNullable(made.get(place)).orElseThrow())
                .reduce(Grounded::plus)
                .ifPresent(all -> maker(REST, product, all));
    }

    private void maker(String place, String product, Grounded figure) {
        draft.maker(
                new ChainDraft.Maker(place + "/" + product, place, product, Optional.of(figure), figure.value(), -1));
    }

    /// Makers that stand together as the rest of the world: none of them is named in a flow.
    private Set<String> pooled(String product, Set<String> makers) {
        Set<String> pooled = new TreeSet<>();
        if (spec.poolsRest() && product.equals(spec.used())) {
            pooled.addAll(makers);
            links(product).forEach(row -> {
                pooled.remove(row.text("exporter"));
                pooled.remove(row.text("importer"));
            });
        }
        return pooled;
    }

    private Stream<Row> links(String product) {
        return facts.pack().table("baseline_links").stream()
                .filter(row -> row.text("product_id").equals(product) && row.need("value_t") > 0);
    }

    /// From ore to metal by content: what goes in is at least what comes out.
    private void addRecipes() {
        for (int stage = 1; stage < spec.products().size(); stage++) {
            String ore = spec.products().get(stage - 1);
            String metal = spec.products().get(stage);
            for (ChainDraft.Maker maker : draft.makers()) {
                if (maker.product().equals(metal) && !spec.withoutOre().contains(maker.place())) {
                    draft.intake(new ChainDraft.Intake(
                            maker.key(),
                            ore,
                            Range.exactly(1),
                            0,
                            Criticality.ESSENTIAL,
                            Flag.ESTIMATE,
                            maker.figure().map(Grounded::citations).orElse(List.of())));
                }
            }
        }
    }

    private void addFlows() {
        for (String product : spec.products()) {
            Set<String> active = new TreeSet<>();
            links(product).forEach(row -> active.add(row.text("exporter")));
            draft.makers().stream()
                    .filter(maker -> maker.product().equals(product))
                    .forEach(maker -> active.add(maker.place()));
            links(product).forEach(row -> {
                String from = row.text("exporter");
                String importer = row.text("importer");
                String to = union.contains(importer) && !active.contains(importer) ? UNION : importer;
                draft.flow(new ChainDraft.Flow(
                        from, to, product, facts.ground(row, "value_t", "low_t", "high_t"), from.equals(CHINA)));
            });
        }
    }

    /// Where the Union has a market, makers inside sell there what they do not ship abroad.
    private void addUnionMarket() {
        boolean market = draft.flows().stream()
                .anyMatch(flow -> flow.to().equals(UNION) && flow.product().equals(spec.used()));
        if (!market) {
            return;
        }
        for (String place : union) {
            draft.findMaker(place + "/" + spec.used()).ifPresent(maker -> {
                Grounded figure = maker.figure().orElseThrow();
                double abroad = draft.flows().stream()
                        .filter(flow ->
                                flow.from().equals(place) && flow.product().equals(spec.used()))
                        .mapToDouble(flow -> flow.figure().value())
                        .sum();
                draft.flow(new ChainDraft.Flow(
                        place,
                        UNION,
                        spec.used(),
                        Grounded.derived(
                                Math.max(1, figure.value() - abroad), 0.4, figure.flag(), figure.citations().stream()),
                        false));
            });
        }
    }

    /// Each place uses what it makes and takes in and does not ship on.
    private void addUses() {
        Map<String, Optional<Grounded>> uses = new LinkedHashMap<>();
        List<String> places = new ArrayList<>();
        draft.flows().stream()
                .filter(flow -> flow.product().equals(spec.used()))
                .forEach(flow -> places.add(flow.to()));
        draft.makers().stream()
                .filter(maker -> maker.product().equals(spec.used()) && !isInsideMarket(maker))
                .forEach(maker -> places.add(maker.place()));
        places.stream().distinct().sorted(Comparator.naturalOrder()).forEach(place -> uses.put(place, consumed(place)));
        uses.forEach((place, figure) -> draft.use(new ChainDraft.Use(place, spec.used(), figure, List.of(unsplit()))));
        for (String product : spec.apart()) {
            draft.makers().stream()
                    .filter(maker -> maker.product().equals(product))
                    .forEach(maker ->
                            draft.use(new ChainDraft.Use(maker.place(), product, Optional.empty(), List.of())));
        }
    }

    private boolean isInsideMarket(ChainDraft.Maker maker) {
        return union.contains(maker.place())
                && draft.flows().stream()
                        .anyMatch(flow -> flow.from().equals(maker.place())
                                && flow.to().equals(UNION)
                                && flow.product().equals(maker.product()));
    }

    private Optional<Grounded> consumed(String place) {
        if (!place.equals("USA") || spec.consumption().isEmpty()) {
            return Optional.empty();
        }
        Consumption stated = spec.consumption().get();
        return facts.pack().table("us_salient").stream()
                .filter(row -> row.text("commodity").equals(stated.commodity())
                        && row.text("detail").equals(stated.detail())
                        && row.text("year").equals(YEAR)
                        && row.number("value").isPresent())
                .findFirst()
                .map(row -> facts.ground(row, "value", "value", "value").times(stated.tonnesPerUnit()));
    }

    private static ChainDraft.Sector unsplit() {
        return new ChainDraft.Sector("all", 1, UseClass.INDUSTRY, Range.exactly(0), Flag.NONE, List.of());
    }
}
