package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Quantity;
import org.monazite.atlas.pack.Statement;
import org.monazite.supply.Range;

/// Imported figures on who makes what, as figures on the products of the pack: by the names that the publishers give
/// their tables, on the basis of the product, converted by `unit_conversions` alone.
final class ImportedMakers {

    /// Names of tables by product; names that are products already stay.
    private static final Map<Pattern, String> NAMES = names();

    private final Map<Quantity, List<Statement>> byQuantity = new TreeMap<>();
    private final List<Brought> all = new ArrayList<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private final Map<String, String> materials = new HashMap<>();

    /// A figure as imported, with the product that it is about; without a factor where its basis is not that product's.
    record Brought(FigureRecord figure, String product, Optional<Double> factor, Optional<Statement> statement) {}

    /// What became of a figure when it was held beside one of the pack.
    ///
    /// @param why empty if it was used
    /// @param chain what the pack says, t
    /// @param z how far the two are apart
    record Outcome(Optional<ImportUnused.Why> why, boolean suspect, double chain, double sd, double z) {}

    private static Map<Pattern, String> names() {
        Map<Pattern, String> names = new LinkedHashMap<>();
        names.put(Pattern.compile("(wmd|bgs)\\.antimony(_mine.*|_ore.*)?"), "sb.mine");
        names.put(Pattern.compile("(wmd|bgs)\\.tungsten(_mine.*|_ore.*)?"), "w.mine");
        names.put(Pattern.compile("(wmd|bgs)\\.(natural_)?graphite.*"), "graphite.mine");
        names.put(Pattern.compile("(wmd|bgs)\\.gallium.*"), "ga.refined");
        names.put(Pattern.compile("(wmd|bgs)\\.germanium.*"), "ge.refined");
        names.put(Pattern.compile("bgs\\.rare_earth.*"), "ree.mine");
        names.put(Pattern.compile("iea\\.(natural_)?graphite.*min(e|ing).*"), "graphite.mine");
        return names;
    }

    ImportedMakers(Pack pack, ImportedFacts imported, Quantities quantities) {
        pack.table("products").forEach(row -> {
            bases.put(row.text("product_id"), row.text("unit_basis"));
            materials.put(row.text("product_id"), row.text("material_id"));
        });
        imported.figures().forEach((importId, figures) -> {
            ImportManifest manifest = imported.manifest(importId);
            for (FigureRecord figure : figures) {
                product(figure.subject()).ifPresent(product -> {
                    Optional<Double> factor = factor(pack, figure.unit(), product);
                    Optional<Statement> statement = factor.map(each -> quantities.statement(new Quantities.Brought(
                            as(figure, product, each),
                            manifest.vintage(),
                            manifest.importFormat().family())));
                    all.add(new Brought(figure, product, factor, statement));
                    statement.ifPresent(each -> byQuantity
                            .computeIfAbsent(each.quantity(), _ -> new ArrayList<>())
                            .add(each));
                });
            }
        });
    }

    private Optional<String> product(String subject) {
        if (bases.containsKey(subject)) {
            return Optional.of(subject);
        }
        return NAMES.entrySet().stream()
                .filter(name -> name.getKey().matcher(subject).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Tonnes of the product per tonne of the figure; empty where nobody says what its tonnes are tonnes of.
    private Optional<Double> factor(Pack pack, String unit, String product) {
        String own = bases.getOrDefault(product, "");
        boolean element = own.equals("t metal") || own.matches("t [A-Z][a-z]?");
        boolean content = unit.contains("content") || unit.contains("contained") || unit.equals("t element");
        boolean silent = unit.equals("t") || unit.startsWith("t as published");
        boolean weighed = own.equals("t gross") || own.equals("t metal");
        if (unit.equals(own) || (element && content) || (silent && weighed)) {
            return Optional.of(1.0);
        }
        return pack.table("unit_conversions").stream()
                .filter(row -> element && row.text("material_id").equals(materials.get(product)))
                .filter(row -> unit.equals("t " + row.text("compound")))
                .map(row -> row.need("element_per_compound"))
                .findFirst();
    }

    private FigureRecord as(FigureRecord figure, String product, double factor) {
        return new FigureRecord(
                figure.id(),
                figure.place(),
                figure.partner(),
                product,
                figure.measure(),
                figure.period(),
                figure.value() * factor,
                figure.low() * factor,
                figure.high() * factor,
                figure.qualifier(),
                bases.getOrDefault(product, figure.unit()),
                figure.confidence(),
                figure.evidence(),
                figure.flag(),
                figure.sourceId(),
                figure.locator(),
                figure.raw(),
                figure.remark());
    }

    /// Imported figures on a quantity.
    List<Statement> on(Quantity quantity) {
        return byQuantity.getOrDefault(quantity, List.of());
    }

    void outcome(Statement statement, Outcome outcome) {
        outcomes.put(statement.figure().id(), outcome);
    }

    /// Says what became of the figures on the products of a chain.
    ///
    /// @param used ids of figures in the balance, with how their observations are named
    void report(ChainDraft draft, Map<String, String> used, ImportLog log) {
        for (Brought each : all) {
            List<ChainDraft.Maker> makers = draft.makers().stream()
                    .filter(maker -> maker.product().equals(each.product()))
                    .toList();
            if (makers.isEmpty() || each.figure().place().equals("WLD")) {
                continue; // no figure on a maker of this chain
            }
            Outcome outcome = outcomes.get(each.figure().id());
            String label = used.get(each.figure().id());
            boolean suspect = outcome != null && outcome.suspect();
            if (outcome != null && (label != null || suspect)) {
                String maker = each.figure().place() + "/" + each.product();
                log.use(use(each, outcome, label == null ? "make " + maker : label));
            } else {
                log.leave(why(each, makers, outcome), each.product(), each.figure());
            }
        }
    }

    private static ImportUse use(Brought each, Outcome outcome, String label) {
        double factor = each.factor().orElse(1.0);
        return new ImportUse(
                outcome.suspect() ? label + " (" + each.figure().sourceId() + ")" : label,
                List.of(new ImportUse.Part(
                        each.figure().sourceId(),
                        "",
                        "",
                        List.of(each.figure().id()),
                        each.figure().value(),
                        Range.exactly(1),
                        factor)),
                each.figure().value() * factor,
                outcome.sd(),
                outcome.chain(),
                outcome.z(),
                outcome.suspect());
    }

    private static ImportUnused.Why why(Brought each, List<ChainDraft.Maker> makers, @Nullable Outcome outcome) {
        if (each.factor().isEmpty()) {
            return ImportUnused.Why.BASIS;
        }
        if (outcome != null && outcome.why().isPresent()) {
            return outcome.why().get();
        }
        if (makers.stream()
                .noneMatch(maker -> maker.place().equals(each.figure().place()))) {
            return ImportUnused.Why.NO_NODE;
        }
        return outcome == null && !each.figure().period().equals(String.valueOf(MagnetChain.YEAR))
                ? ImportUnused.Why.OTHER_YEAR
                : ImportUnused.Why.NOT_COMPARABLE;
    }
}
