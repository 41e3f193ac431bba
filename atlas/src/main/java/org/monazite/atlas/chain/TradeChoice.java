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
import org.monazite.atlas.imports.ImportFormat;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.TradeFlow;

/// Which imported flows of a product count. BACI is made from the reports in Comtrade: where a year of BACI is there,
/// it
/// counts and Comtrade tells only how far the two sides are apart. Of several editions the newest counts, of several
/// revisions of the codes the one that the pack knows best; of Comtrade the newest import that holds the flow. Twelve
/// months are a year.
///
/// A national line is finer than six digits and counts before all of them: what six digits say of the same two places
/// is the same goods with others among them. A national code without subdivision is six digits as its customs office
/// counted them; it counts before Comtrade, which has it from there.
final class TradeChoice {

    /// Revisions from the one of the pack's shares to those further away.
    private static final List<String> REVISIONS = List.of("HS17", "HS12", "HS07", "HS22", "HS", "HS02", "HS96", "HS92");

    private static final int MONTHS = 12;

    private final ImportedFacts imported;
    private final CustomsCodes codes;
    private final ImportLog log;
    private final String product;

    TradeChoice(ImportedFacts imported, CustomsCodes codes, ImportLog log, String product) {
        this.imported = imported;
        this.codes = codes;
        this.log = log;
        this.product = product;
    }

    /// What counts.
    ///
    /// @param flows flows that are observations, one side or both
    /// @param beside flows of Comtrade beside BACI: they tell how far the sides are apart
    record Chosen(List<TradeFlow> flows, List<TradeFlow> beside) {}

    /// @param flows of the product's codes, with weights
    Chosen of(List<TradeFlow> flows) {
        List<TradeFlow> finer = wholeYears(flows.stream().filter(codes::isFiner).toList());
        Set<String> counted = new TreeSet<>();
        finer.forEach(flow -> counted.add(goods(flow)));
        List<TradeFlow> others = new ArrayList<>();
        for (TradeFlow flow : flows) {
            if (!codes.isFiner(flow) && counted.contains(goods(flow))) {
                log.leave(ImportUnused.Why.NATIONAL_LINE, product, flow);
            } else if (!codes.isFiner(flow)) {
                others.add(flow);
            }
        }
        Chosen chosen = sixDigits(others);
        List<TradeFlow> all = new ArrayList<>(finer);
        all.addAll(chosen.flows());
        return new Chosen(all, chosen.beside());
    }

    /// Two places and the first six digits.
    private static String goods(TradeFlow flow) {
        return String.join(" ", flow.exporter(), flow.importer(), flow.heading());
    }

    private Chosen sixDigits(List<TradeFlow> flows) {
        List<TradeFlow> sided = wholeYears(
                flows.stream().filter(flow -> !flow.reportedBy().equals("both")).toList());
        List<TradeFlow> reconciled =
                flows.stream().filter(flow -> flow.reportedBy().equals("both")).toList();
        Optional<ImportManifest> best = reconciled.stream()
                .map(flow -> imported.manifest(flow.importId()))
                .distinct()
                .min(Comparator.comparing((ImportManifest each) -> each.importFormat() != ImportFormat.BACI)
                        .thenComparing(ImportManifest::vintage, Comparator.reverseOrder())
                        .thenComparingInt(each -> revision(reconciled, each.id()))
                        .thenComparing(ImportManifest::id));
        if (best.isEmpty()) {
            return new Chosen(sided, List.of());
        }
        List<TradeFlow> chosen = new ArrayList<>();
        for (TradeFlow flow : reconciled) {
            if (flow.importId().equals(best.get().id())) {
                chosen.add(flow);
            } else {
                log.leave(ImportUnused.Why.OTHER_EDITION, product, flow);
            }
        }
        sided.forEach(flow -> log.leave(ImportUnused.Why.RECONCILED, product, flow));
        return new Chosen(chosen, sided);
    }

    private static int revision(List<TradeFlow> flows, String importId) {
        return flows.stream()
                .filter(flow -> flow.importId().equals(importId))
                .mapToInt(flow -> REVISIONS.indexOf(flow.scheme()))
                .findFirst()
                .orElse(REVISIONS.size());
    }

    /// The newest edition of each flow; whole years before months, and months only where all twelve are there.
    private List<TradeFlow> wholeYears(List<TradeFlow> flows) {
        Map<List<String>, Map<String, List<TradeFlow>>> byFlow = new LinkedHashMap<>();
        for (TradeFlow flow : flows) {
            byFlow.computeIfAbsent(
                            List.of(codes.code(flow), flow.exporter(), flow.importer(), flow.reportedBy()),
                            _ -> new TreeMap<>(newestFirst()))
                    .computeIfAbsent(flow.importId(), _ -> new ArrayList<>())
                    .add(flow);
        }
        List<TradeFlow> kept = new ArrayList<>();
        byFlow.values().forEach(editions -> {
            boolean found = false;
            for (List<TradeFlow> edition : editions.values()) {
                List<TradeFlow> year = found ? List.of() : year(edition);
                for (TradeFlow flow : edition) {
                    if (!year.contains(flow)) {
                        log.leave(
                                found || !year.isEmpty() ? ImportUnused.Why.OTHER_EDITION : ImportUnused.Why.MONTHS,
                                product,
                                flow);
                    }
                }
                kept.addAll(year);
                found |= !year.isEmpty();
            }
        });
        return kept;
    }

    private Comparator<String> newestFirst() {
        return Comparator.comparing(
                        (String id) -> !imported.manifest(id).importFormat().isNational())
                .thenComparing((String id) -> imported.manifest(id).vintage(), Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder());
    }

    private static List<TradeFlow> year(List<TradeFlow> edition) {
        List<TradeFlow> whole =
                edition.stream().filter(flow -> flow.month() == 0).toList();
        if (!whole.isEmpty()) {
            return whole;
        }
        boolean all = edition.stream().mapToInt(TradeFlow::month).distinct().count() == MONTHS;
        return all ? edition : List.of();
    }
}
