package org.monazite.atlas.chain;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Criticality;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// The chain of neodymium magnets, 2024: mine, mixed compound, NdPr, Dy and Tb oxide, metal, alloy, magnet,
/// use.
///
/// What the published figures leave open is settled here, each time by a stated rule with its sources:
/// ionic clay is split from rock ore because it alone carries Dy and Tb; its joint products share it by
/// value; alloy is made where magnets are made; swarf returns to oxide where works for it exist.
final class MagnetChain {

    static final String ID = "magnets";
    static final int YEAR = 2024;

    /// Two halves of 2024, each with a clay quota of 10,140 t REO; the rest of China's output is rock.
    private static final double CLAY_HALF_YEAR = 10_140;

    private static final double SWARF_RECOVERED_WITH_WORKS = 0.9;
    private static final double SWARF_RECOVERED_ELSEWHERE = 0.5;
    private static final NavigableMap<String, Double> SWARF_WORKS = new TreeMap<>(Map.of(
            "CHN", SWARF_RECOVERED_WITH_WORKS,
            "JPN", SWARF_RECOVERED_WITH_WORKS,
            "VNM", SWARF_RECOVERED_WITH_WORKS,
            "THA", SWARF_RECOVERED_ELSEWHERE));

    /// Separation of clay: one works, three products. Sites from 1 on are magnet works with their swarf.
    private static final int CLAY_SITE = 0;

    private static final Set<String> CRACKERS = Set.of("CHN", "USA", "MYS", "IND", "RUS");
    private static final Set<String> CLAY_MINES = Set.of("MMR");
    private static final Set<String> CONTROLLED = Set.of("dy.oxide", "tb.oxide", "ndfeb.magnet");

    private final Facts facts;
    private final Set<String> union;
    private final MagnetUses uses;
    private final ChainDraft draft = new ChainDraft();

    private MagnetChain(Facts facts) {
        this.facts = facts;
        this.union = facts.members("EU27");
        this.uses = new MagnetUses(facts);
    }

    static ChainDraft draft(Facts facts) {
        MagnetChain chain = new MagnetChain(facts);
        chain.addMakers();
        chain.addMixed();
        chain.addClayProducts();
        chain.addRecycling();
        chain.addRecipes();
        chain.addFlows();
        chain.addHeavy();
        chain.uses.addTo(chain.draft);
        return chain.draft;
    }

    private Stream<Row> stage(String product) {
        return facts.pack().table("baseline_stage").stream()
                .filter(row -> row.text("product_id").equals(product)
                        && row.text("year").equals(String.valueOf(YEAR)));
    }

    private void addMakers() {
        for (String product : List.of("ree.mine", "ndpr.oxide", "dy.oxide", "tb.oxide", "ndpr.metal", "ndfeb.magnet")) {
            stage(product).filter(row -> row.need("value_t") > 0).forEach(row -> addMaker(row, product));
        }
    }

    private void addMaker(Row row, String product) {
        Grounded figure = facts.ground(row, "value_t", "low_t", "high_t");
        String place = row.text("iso3");
        if (product.equals("ree.mine") && CLAY_MINES.contains(place)) {
            maker(place, "ree.clay", Optional.of(figure), figure.value());
        } else if (product.equals("ree.mine") && place.equals("CHN")) {
            Grounded clay = clay();
            maker(place, product, Optional.of(figure.minus(clay.value())), figure.value() - clay.value());
            maker(place, "ree.clay", Optional.of(clay), clay.value());
        } else if (product.equals("ndpr.oxide") && place.equals("CHN")) {
            double fromClay = clayTonnes() * share("ndpr.oxide") / ndprPerOre().value();
            maker(place, product, Optional.of(figure.minus(fromClay)), figure.value() - fromClay);
        } else {
            maker(place, product, Optional.of(figure), figure.value());
        }
    }

    private void maker(String place, String product, Optional<Grounded> figure, double guess) {
        int site = switch (product) {
            case "dy.oxide", "tb.oxide" -> CLAY_SITE;
            case "ndfeb.magnet", "swarf.ndfeb" -> magnetSite(place);
            default -> -1;
        };
        draft.maker(new ChainDraft.Maker(place + "/" + product, place, product, figure, guess, site));
    }

    /// Swarf is what magnet works grind off: both stand on one site where swarf is recovered.
    private static int magnetSite(String place) {
        return SWARF_WORKS.containsKey(place) ? 1 + SWARF_WORKS.headMap(place).size() : -1;
    }

    /// China's clay output: two half-year quotas, cited in the recipe of Dy oxide.
    private Grounded clay() {
        Row row = facts.process("sep.dy.iac");
        return Grounded.derived(2 * CLAY_HALF_YEAR, 0.10, row.flag(), Stream.of(row.citation("in_per_out")));
    }

    private double clayTonnes() {
        return clay().value()
                + stage("ree.mine")
                        .filter(row -> CLAY_MINES.contains(row.text("iso3")))
                        .mapToDouble(row -> row.need("value_t"))
                        .sum();
    }

    /// Part of the clay that a joint product carries, by value of output at the prices of the year.
    private double share(String product) {
        Map<String, Double> tonnes = Map.of(
                "dy.oxide", produced("dy.oxide"),
                "tb.oxide", produced("tb.oxide"),
                "ndpr.oxide", 0.31 * clayTonnesOxideBasis());
        double total = 0;
        for (String each : List.of("dy.oxide", "tb.oxide", "ndpr.oxide")) {
            total += facts.pricePerKg(each, String.valueOf(YEAR)) * tonnes.getOrDefault(each, 0.0);
        }
        return facts.pricePerKg(product, String.valueOf(YEAR)) * tonnes.getOrDefault(product, 0.0) / total;
    }

    /// Clay as oxide that leaves separation, at the recovery of 0.92 that the recipe of NdPr oxide states.
    private double clayTonnesOxideBasis() {
        return 0.92 * clayTonnes();
    }

    private double produced(String product) {
        return stage(product).mapToDouble(row -> row.need("value_t")).sum();
    }

    private Range ndprPerOre() {
        return facts.process("sep.ndpr").range("in_per_out", "low", "high");
    }

    /// Cracked and leached concentrate, made where ore is separated.
    private void addMixed() {
        for (String place : CRACKERS) {
            double guess = place.equals("RUS")
                    ? draft.findMaker("RUS/ree.mine").orElseThrow().guess()
                    : ndprPerOre().value()
                            * draft.findMaker(place + "/ndpr.oxide")
                                    .orElseThrow()
                                    .guess();
            maker(place, "ree.mixed", Optional.empty(), guess);
            draft.intake(new ChainDraft.Intake(
                    place + "/ree.mixed",
                    "ree.mine",
                    Range.exactly(1),
                    0,
                    Criticality.ESSENTIAL,
                    Flag.DERIVED,
                    List.of()));
        }
    }

    /// Dy, Tb and the NdPr that comes out of clay: one works, three products, the ore shared by value.
    private void addClayProducts() {
        double fromClay = clayTonnes() * share("ndpr.oxide") / ndprPerOre().value();
        String ndpr = "CHN/ndpr.oxide/clay";
        draft.maker(new ChainDraft.Maker(ndpr, "CHN", "ndpr.oxide", Optional.empty(), fromClay, CLAY_SITE));
        clayInput(ndpr, ndprPerOre().value(), "sep.ndpr");
        for (String product : List.of("dy.oxide", "tb.oxide")) {
            double perUnit = clayTonnes() * share(product) / produced(product);
            clayInput("CHN/" + product, perUnit, "sep.dy.iac");
        }
    }

    private void clayInput(String maker, double perUnit, String process) {
        Row row = facts.process(process);
        draft.intake(new ChainDraft.Intake(
                maker,
                "ree.clay",
                new Range(perUnit, 0.5 * perUnit, 2 * perUnit),
                0.3 * perUnit,
                Criticality.ESSENTIAL,
                row.flag().and(Flag.ESTIMATE),
                List.of(row.citation("in_per_out"))));
    }

    /// Swarf of magnet works goes back to oxide where there are works for it.
    private void addRecycling() {
        Row made = facts.process("magnet.swarf");
        Row recycled = facts.process("recycle.swarf");
        SWARF_WORKS.forEach((place, recovered) -> {
            double magnets =
                    draft.findMaker(place + "/ndfeb.magnet").orElseThrow().guess();
            double swarf = made.need("in_per_out") * recovered * magnets;
            double oxide = swarf / recycled.need("in_per_out");
            Grounded figure = Grounded.derived(
                    oxide,
                    0.20,
                    made.flag().and(recycled.flag()).and(Flag.UNVERIFIED),
                    Stream.of(made.citation("in_per_out"), recycled.citation("in_per_out")));
            draft.maker(new ChainDraft.Maker(
                    place + "/ndpr.oxide/recycled", place, "ndpr.oxide", Optional.of(figure), oxide, -1));
            maker(place, "swarf.ndfeb", Optional.empty(), swarf);
            intake(place + "/ndpr.oxide/recycled", recycled, "swarf.ndfeb", Criticality.ESSENTIAL);
            draft.intake(new ChainDraft.Intake(
                    place + "/swarf.ndfeb",
                    "ndfeb.alloy",
                    Range.exactly(1),
                    0,
                    Criticality.ESSENTIAL,
                    Flag.DERIVED,
                    List.of()));
        });
    }

    private void addRecipes() {
        for (ChainDraft.Maker maker : draft.makers()) {
            boolean primary = maker.key().equals(maker.place() + "/" + maker.product());
            switch (maker.product()) {
                case "ndpr.oxide" -> {
                    if (primary) {
                        intake(maker.key(), facts.process("sep.ndpr"), "ree.mixed", Criticality.ESSENTIAL);
                    }
                }
                case "ndpr.metal" ->
                    intake(maker.key(), facts.process("metal.ndpr"), "ndpr.oxide", Criticality.ESSENTIAL);
                case "ndfeb.magnet" -> addAlloy(maker);
                default -> {}
            }
        }
    }

    /// Alloy is cast where magnets are made; the part of it that becomes swarf is taken by the swarf.
    private void addAlloy(ChainDraft.Maker magnets) {
        Row sinter = facts.process("magnet.sintered");
        double recovered = Optional.ofNullable(SWARF_WORKS.get(magnets.place())).orElse(0.0);
        double swarf = facts.process("magnet.swarf").need("in_per_out") * recovered;
        double alloy = sinter.need("in_per_out") * magnets.guess();
        String key = magnets.place() + "/ndfeb.alloy";
        draft.maker(new ChainDraft.Maker(key, magnets.place(), "ndfeb.alloy", Optional.empty(), alloy, -1));
        intake(key, facts.process("alloy.ndfeb"), "ndpr.metal", Criticality.ESSENTIAL);
        Range perMagnet = sinter.range("in_per_out", "low", "high");
        draft.intake(new ChainDraft.Intake(
                magnets.key(),
                "ndfeb.alloy",
                new Range(perMagnet.value() - swarf, Math.max(0.9, perMagnet.low() - swarf), perMagnet.high() - swarf),
                0.02,
                Criticality.ESSENTIAL,
                sinter.flag(),
                List.of(sinter.citation("in_per_out"))));
    }

    private void intake(String maker, Row process, String product, Criticality criticality) {
        Range perUnit = process.range("in_per_out", "low", "high");
        draft.intake(new ChainDraft.Intake(
                maker,
                product,
                perUnit,
                (perUnit.high() - perUnit.low()) / Grounded.WIDTH_90,
                criticality,
                process.flag(),
                List.of(process.citation("in_per_out"))));
    }

    private void addFlows() {
        Set<String> products = Set.of("ree.mine", "ree.mixed", "ndpr.oxide", "ndpr.metal", "ndfeb.magnet");
        facts.pack().table("baseline_links").stream()
                .filter(row -> products.contains(row.text("product_id")) && row.need("value_t") > 0)
                .forEach(row -> {
                    boolean clay = CLAY_MINES.contains(row.text("exporter"));
                    String product = clay ? "ree.clay" : row.text("product_id");
                    String to = product.equals("ndfeb.magnet") ? market(row.text("importer")) : row.text("importer");
                    String from = row.text("exporter");
                    if (!from.equals(to)) {
                        flow(from, to, product, facts.ground(row, "value_t", "low_t", "high_t"));
                    }
                });
        for (String place : union) { // makers inside the Union sell into its one market
            draft.findMaker(place + "/ndfeb.magnet").ifPresent(maker -> {
                double abroad = draft.flows().stream()
                        .filter(flow ->
                                flow.from().equals(place) && flow.product().equals("ndfeb.magnet"))
                        .mapToDouble(flow -> flow.figure().value())
                        .sum();
                Grounded figure = maker.figure().orElseThrow();
                flow(
                        place,
                        "EU27",
                        "ndfeb.magnet",
                        Grounded.derived(
                                Math.max(1, figure.value() - abroad), 0.4, figure.flag(), figure.citations().stream()));
            });
        }
    }

    /// Magnets are bought in one market inside the European Union.
    private String market(String place) {
        return union.contains(place) ? "EU27" : place;
    }

    private void flow(String from, String to, String product, Grounded figure) {
        boolean controlled = from.equals("CHN") && CONTROLLED.contains(product);
        draft.flow(new ChainDraft.Flow(from, to, product, figure, controlled));
    }

    /// Dy and Tb oxide of magnet works. Only Japan's purchases are published; the rows of the pack for
    /// other places say how they were had: in Vietnam and the Philippines, whose works are Japanese, the
    /// same intensity is assumed, elsewhere what China's output leaves for the rest.
    private void addHeavy() {
        for (String product : List.of("dy.oxide", "tb.oxide")) {
            Row published = heavyLink(product, "JPN").orElseThrow();
            double japanese = published.need("value_t")
                    / draft.findMaker("JPN/ndfeb.magnet").orElseThrow().guess();
            double rest = restIntensity(product, japanese);
            for (ChainDraft.Maker magnets : makersOfMagnets()) {
                heavyInput(product, magnets, japanesePlant(magnets.place()) ? japanese : rest);
            }
        }
    }

    private List<ChainDraft.Maker> makersOfMagnets() {
        return draft.makers().stream()
                .filter(maker -> maker.product().equals("ndfeb.magnet"))
                .toList();
    }

    private static boolean japanesePlant(String place) {
        return Set.of("JPN", "VNM", "PHL").contains(place);
    }

    private double restIntensity(String product, double japanese) {
        double used = 0;
        double magnets = 0;
        for (ChainDraft.Maker maker : makersOfMagnets()) {
            if (japanesePlant(maker.place())) {
                used += japanese * maker.guess();
            } else {
                magnets += maker.guess();
            }
        }
        return (produced(product) - used) / magnets;
    }

    /// A works outside China buys what its row in the pack says, each with its own method; China's own
    /// works use what its output leaves.
    private void heavyInput(String product, ChainDraft.Maker magnets, double perUnit) {
        Optional<Row> bought = heavyLink(product, magnets.place());
        double used = bought.map(row -> row.need("value_t") / magnets.guess()).orElse(perUnit);
        Row ground = bought.orElseGet(() -> stage(product)
                .filter(row -> row.text("iso3").equals("CHN"))
                .findFirst()
                .orElseThrow());
        Flag flag = bought.map(Row::flag).orElse(Flag.UNVERIFIED);
        draft.intake(new ChainDraft.Intake(
                magnets.key(),
                product,
                new Range(used, 0.5 * used, 2 * used),
                0.3 * used,
                Criticality.IMPORTANT,
                flag,
                List.of(ground.citation("value_t"))));
        bought.ifPresent(row -> flow("CHN", magnets.place(), product, facts.ground(row, "value_t", "low_t", "high_t")));
    }

    private Optional<Row> heavyLink(String product, String importer) {
        return facts.pack().table("baseline_links").stream()
                .filter(row -> row.text("product_id").equals(product)
                        && row.text("importer").equals(importer))
                .findFirst();
    }
}
