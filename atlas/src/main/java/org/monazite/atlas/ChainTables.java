package org.monazite.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.supply.Citation;
import org.monazite.supply.SupplyNetwork;

/// The balanced network of a chain as two tables: who makes what, who ships to whom. A chain that was
/// balanced with a row that may not go out stays as a whole.
final class ChainTables {

    private ChainTables() {}

    static List<ExportTable> of(Atlas atlas, String chain, Set<String> open, Map<String, Integer> kept)
            throws IOException {
        boolean closed = atlas.importReport(chain).uses().stream()
                        .filter(use -> !use.suspect())
                        .flatMap(use -> use.parts().stream())
                        .anyMatch(part -> !open.contains(part.importId()))
                || atlas.balance(chain).stream()
                        .flatMap(line -> line.figureIds().stream())
                        .filter(id -> atlas.imported().importOf(id).isEmpty()) // trade: looked at above
                        .flatMap(id -> atlas.findFigure(id).stream())
                        .anyMatch(figure -> !open.contains(figure.sourceId()));
        if (closed) { // every number of the chain was balanced with it
            kept.merge("chain " + chain + ", balanced with closed rows", 1, Integer::sum);
            return List.of();
        }
        SupplyNetwork network = atlas.network(chain);
        return List.of(nodes(chain, network, open, kept), arcs(chain, network, open, kept));
    }

    private static ExportTable nodes(String chain, SupplyNetwork network, Set<String> open, Map<String, Integer> kept) {
        List<List<String>> rows = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            List<Citation> citations = network.citations().of(network.nodes().citationSet(node));
            if (mayGo(citations, open, kept)) {
                rows.add(List.of(
                        network.nodes().key(node),
                        network.placeOf(node),
                        network.productOf(node).id(),
                        network.nodes().kind(node).name().toLowerCase(Locale.ROOT),
                        FigureTable.number(network.nodes().output(node)),
                        network.nodes().flag(node).name().toLowerCase(Locale.ROOT),
                        figures(citations)));
                citations.forEach(citation -> sources.add(citation.sourceId()));
            }
        }
        return new ExportTable(
                "chain_" + chain + "_nodes",
                "Balanced output per year of the chain " + chain,
                List.of("node"),
                List.of("node", "place", "product_id", "kind", "output_per_year", "flag", "figures"),
                Set.of(),
                rows,
                sources);
    }

    private static ExportTable arcs(String chain, SupplyNetwork network, Set<String> open, Map<String, Integer> kept) {
        List<List<String>> rows = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            for (int arc = network.arcs().first(node); arc < network.arcs().first(node + 1); arc++) {
                List<Citation> citations = network.citations().of(network.arcs().citationSet(arc));
                if (mayGo(citations, open, kept)) {
                    rows.add(List.of(
                            network.nodes().key(node),
                            network.nodes().key(network.arcs().buyer(arc)),
                            network.productOf(node).id(),
                            FigureTable.number(network.arcs().perYear(arc)),
                            FigureTable.number(network.arcs().low(arc)),
                            FigureTable.number(network.arcs().high(arc)),
                            network.arcs().flag(arc).name().toLowerCase(Locale.ROOT),
                            figures(citations)));
                    citations.forEach(citation -> sources.add(citation.sourceId()));
                }
            }
        }
        return new ExportTable(
                "chain_" + chain + "_arcs",
                "Balanced flows per year of the chain " + chain,
                List.of(),
                List.of("supplier", "buyer", "product_id", "per_year", "low", "high", "flag", "figures"),
                Set.of(),
                rows,
                sources);
    }

    /// A number may go when every figure that it cites may.
    private static boolean mayGo(List<Citation> citations, Set<String> open, Map<String, Integer> kept) {
        boolean may = citations.stream().allMatch(citation -> open.contains(citation.sourceId()));
        if (!may) {
            kept.merge("resting on closed rows", 1, Integer::sum);
        }
        return may;
    }

    private static String figures(List<Citation> citations) {
        return String.join(
                ";",
                citations.stream()
                        .map(Citation::figureId)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
