package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Quantity;
import org.monazite.atlas.pack.Statement;

/// How far the figures of a source move from one edition to the next: the 68.27 % point of `|ln(new / old)|` over all
/// quantities that two editions state, which is one standard deviation of a normal spread and does not mind a few
/// wild revisions. By kind of quantity and by what the publisher says of the newer figure.
final class Revisions {

    /// Fewer revisions than this say nothing.
    private static final int FEWEST = 10;

    private static final double ONE_SD = 0.6827;

    private final Map<List<String>, Double> spreads;

    private Revisions(Map<List<String>, Double> spreads) {
        this.spreads = spreads;
    }

    static Revisions of(Quantities quantities) {
        Map<List<String>, List<Double>> moves = new HashMap<>();
        quantities.all().forEach((quantity, said) -> {
            if (said.size() < 2) {
                return;
            }
            Map<String, TreeMap<String, Statement>> editions = said.stream()
                    .filter(each -> each.isKnown() && each.figure().value() > 0)
                    .collect(Collectors.groupingBy(
                            Statement::family,
                            TreeMap::new,
                            Collectors.toMap(Statement::vintage, each -> each, (a, b) -> a, TreeMap::new)));
            editions.forEach((family, byVintage) -> {
                if (byVintage.size() > 1) {
                    Statement newest = byVintage.lastEntry().getValue();
                    Statement before = byVintage.lowerEntry(byVintage.lastKey()).getValue();
                    String mark = quantities.row(newest.figure()).cells().getOrDefault("publisher_flag", "");
                    moves.computeIfAbsent(key(family, quantity, mark), _ -> new ArrayList<>())
                            .add(Math.abs(StrictMath.log(
                                    newest.figure().value() / before.figure().value())));
                }
            });
        });
        Map<List<String>, Double> spreads = new HashMap<>();
        moves.forEach((key, all) -> {
            if (all.size() >= FEWEST) {
                spreads.put(key, spread(all));
            }
        });
        spreads.values().removeIf(spread -> spread == 0); // editions that repeat each other tell nothing
        return new Revisions(spreads);
    }

    /// The 68.27 % point, between order statistics by straight line.
    static double spread(List<Double> moves) {
        List<Double> sorted = moves.stream().sorted(Comparator.naturalOrder()).toList();
        double at = ONE_SD * (sorted.size() - 1);
        int below = (int) at;
        double low = sorted.get(below);
        double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low + (at - below) * (high - low);
    }

    /// Relative standard deviation of a figure by the revisions of its source, where there are enough.
    Optional<Double> find(Statement statement, String mark) {
        return Optional.ofNullable(spreads.get(key(statement.family(), statement.quantity(), mark)));
    }

    private static List<String> key(String family, Quantity quantity, String mark) {
        return List.of(family, quantity.kind(), mark);
    }
}
