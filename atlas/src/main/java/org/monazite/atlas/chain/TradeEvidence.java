package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.atlas.imports.TradeFlow;

/// Imported trade as figures on the flows of a chain: which lines count, between which nodes, as how many tonnes of the
/// product. Says of every line what became of it.
final class TradeEvidence {

    /// A share with a larger relative standard deviation says nothing about a flow: zero would be as likely as double.
    private static final double WIDEST = 0.6;

    private final ChainDraft draft;
    private final ImportedFacts imported;
    private final CustomsCodes codes;
    private final TradeNodes nodes;
    private final ImportLog log;
    private final TradeBeside beside;

    private TradeEvidence(ChainDraft draft, Facts facts, Set<String> union, ImportLog log) {
        this.draft = draft;
        this.imported = facts.imported();
        this.codes = CustomsCodes.of(facts.pack());
        this.nodes = new TradeNodes(draft, union);
        this.log = log;
        this.beside = new TradeBeside(draft, facts, log);
    }

    /// Adds what imported trade says to a draft.
    static void addTo(ChainDraft draft, Facts facts, Set<String> union, ImportLog log) {
        TradeEvidence evidence = new TradeEvidence(draft, facts, union, log);
        for (String product : evidence.products()) {
            evidence.product(product);
        }
    }

    private Set<String> products() {
        Set<String> products = new TreeSet<>();
        draft.flows().forEach(flow -> products.add(flow.product()));
        draft.makers().forEach(maker -> products.add(maker.product()));
        return products;
    }

    /// Flows between the same two nodes.
    private record Way(String from, String to) implements Comparable<Way> {

        private static final Comparator<Way> ORDER =
                Comparator.comparing(Way::from).thenComparing(Way::to);

        @Override
        public int compareTo(Way other) {
            return ORDER.compare(this, other);
        }
    }

    private void product(String product) {
        countOtherYears(product);
        List<TradeFlow> usable = new ArrayList<>();
        for (TradeFlow flow : imported.flows()) {
            Optional<CustomsCodes.Share> share = share(product, flow);
            if (share.isPresent() && isUsable(product, flow, share.get())) {
                usable.add(flow);
            }
        }
        TradeChoice.Chosen chosen = new TradeChoice(imported, codes, log, product).of(usable);
        Map<Way, Map<String, TradeTally>> ways = tallies(product, chosen.flows(), log);
        Map<Way, Map<String, TradeTally>> sides = tallies(product, chosen.beside(), new ImportLog());
        List<Way> largest = new ArrayList<>(ways.keySet());
        largest.sort(Comparator.comparingDouble((Way way) -> -largest(ways.getOrDefault(way, Map.of())))
                .thenComparing(Comparator.naturalOrder()));
        for (Way way : largest) {
            List<TradeTally> tallies =
                    List.copyOf(ways.getOrDefault(way, Map.of()).values());
            double gap = Math.max(gap(ways.getOrDefault(way, Map.of())), gap(sides.getOrDefault(way, Map.of())));
            Optional<ChainDraft.Flow> known = draft.findFlow(way.from(), way.to(), product);
            if (known.isPresent()) {
                beside.known(known.get(), tallies, gap);
            } else {
                Optional<ImportUnused.Why> refused = whyClosed(product, way, tallies);
                if (refused.isPresent()) {
                    leave(refused.get(), product, tallies);
                } else {
                    beside.open(way.from(), way.to(), product, tallies, gap);
                }
            }
        }
    }

    private void countOtherYears(String product) {
        imported.counts()
                .forEach((importId, counts) -> counts.stream()
                        .filter(count -> count.year() != MagnetChain.YEAR)
                        .filter(count -> codes.under(count.scheme(), count.code()).stream()
                                .anyMatch(share -> share.product().equals(product)))
                        .forEach(count -> log.count(
                                ImportUnused.Why.OTHER_YEAR,
                                product,
                                importId,
                                count.scheme(),
                                count.code(),
                                count.flows())));
    }

    private Optional<CustomsCodes.Share> share(String product, TradeFlow flow) {
        return codes.under(flow.scheme(), flow.code()).stream()
                .filter(share -> share.product().equals(product))
                .findFirst();
    }

    private boolean isUsable(String product, TradeFlow flow, CustomsCodes.Share share) {
        if (CustomsCodes.isArtefact(flow.scheme(), flow.code(), flow.year())) {
            log.leave(ImportUnused.Why.ARTEFACT, product, flow);
        } else if (share.role() == CustomsCodes.Role.RESIDUAL) {
            log.count(ImportUnused.Why.RESIDUAL, product, flow.importId(), flow.scheme(), flow.code(), 1);
        } else if (share.role() == CustomsCodes.Role.UNSTATED || Double.isNaN(share.factor())) {
            log.leave(ImportUnused.Why.NO_FACTOR, product, flow);
        } else if (share.relativeSd() > WIDEST) {
            log.leave(ImportUnused.Why.TOO_WIDE, product, flow);
        } else if (!(flow.weightTonnes() > 0)) {
            log.leave(ImportUnused.Why.NO_WEIGHT, product, flow);
        } else {
            return true;
        }
        return false;
    }

    private Map<Way, Map<String, TradeTally>> tallies(String product, List<TradeFlow> flows, ImportLog into) {
        Map<String, Set<String>> there = new TreeMap<>();
        flows.forEach(flow ->
                there.computeIfAbsent(reporter(flow), _ -> new TreeSet<>()).add(codes.code(flow)));
        Map<Way, Map<String, TradeTally>> ways = new TreeMap<>();
        for (TradeFlow flow : flows) {
            Optional<String> from = nodes.from(flow.exporter(), product);
            Optional<String> to = nodes.to(flow.importer(), product);
            if (from.isEmpty() || to.isEmpty()) {
                into.leave(ImportUnused.Why.NO_NODE, product, flow);
            } else if (from.equals(to)) {
                into.leave(ImportUnused.Why.INSIDE, product, flow);
            } else {
                boolean whole = codes.isWhole(product, flow, there.getOrDefault(reporter(flow), Set.of()));
                ways.computeIfAbsent(new Way(from.get(), to.get()), _ -> new TreeMap<>())
                        .computeIfAbsent(flow.reportedBy(), _ -> new TradeTally())
                        .add(new TradeTally.Line(flow, share(product, flow).orElseThrow(), whole));
            }
        }
        ways.values().forEach(TradeEvidence::join);
        return ways;
    }

    /// Reconciled trade between places of a way of which a national line counts other places: parts of one sum.
    private static void join(Map<String, TradeTally> sides) {
        TradeTally reconciled = sides.get("both");
        if (reconciled != null && sides.size() > 1) {
            sides.remove("both");
            sides.values().forEach(side -> reconciled.lines().forEach(side::add));
        }
    }

    /// Who counted: of reconciled trade the import, else the place that reports.
    private static String reporter(TradeFlow flow) {
        return switch (flow.reportedBy()) {
            case "exporter" -> "X " + flow.exporter();
            case "importer" -> "M " + flow.importer();
            case String both -> both + " " + flow.importId();
        };
    }

    private static double largest(Map<String, TradeTally> sides) {
        return sides.values().stream().mapToDouble(TradeTally::tonnes).max().orElse(0);
    }

    /// What exporter and importer differ by, in tonnes of the product.
    private static double gap(Map<String, TradeTally> sides) {
        TradeTally exporter = sides.get("exporter");
        TradeTally importer = sides.get("importer");
        return exporter == null || importer == null ? 0 : Math.abs(exporter.tonnes() - importer.tonnes());
    }

    /// Why a flow that the chain does not know is not opened.
    private Optional<ImportUnused.Why> whyClosed(String product, Way way, List<TradeTally> tallies) {
        double made = draft.makersAt(way.from(), product).stream()
                .mapToDouble(ChainDraft.Maker::guess)
                .sum();
        boolean back = draft.findFlow(way.to(), way.from(), product).isPresent();
        if (!nodes.canOpen(way.from(), way.to(), product) || back) {
            return Optional.of(ImportUnused.Why.NO_MAKER);
        }
        if (tallies.stream().anyMatch(tally -> tally.leastShare() < TradeBeside.PURE || !tally.isWhole())) {
            return Optional.of(ImportUnused.Why.MIXED_CODE);
        }
        boolean small = tallies.stream().allMatch(tally -> tally.tonnes() < TradeBeside.least(made));
        return small ? Optional.of(ImportUnused.Why.SMALL) : Optional.empty();
    }

    private void leave(ImportUnused.Why why, String product, List<TradeTally> tallies) {
        tallies.forEach(tally -> tally.lines().forEach(line -> log.leave(why, product, line.flow())));
    }
}
