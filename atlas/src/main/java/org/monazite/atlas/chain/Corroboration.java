package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Row;
import org.monazite.atlas.pack.Statement;

/// What independent sources say about the quantity of a figure.
///
/// Independent is who reports a number of its own: another publisher, not another edition, not a row that
/// follows from others, not the same number once more. A flow that the other side counts under the same customs
/// code is a figure beside it; where one code holds the other, the two count unlike baskets and only their gap
/// is used.
///
/// @param statements figures to be used beside the first
/// @param spreads one for each
/// @param gap what exporter and importer differ by, t; 0 where only one side counts
record Corroboration(List<Statement> statements, List<Deviations.Spread> spreads, double gap) {

    /// Customs weigh what crosses the border: a figure of theirs says nothing of content.
    private static final Set<String> WEIGHED = Set.of("t gross", "t oxide", "t metal", "t");

    static final Corroboration NONE = new Corroboration(List.of(), List.of(), 0);

    Corroboration {
        statements = List.copyOf(statements);
        spreads = List.copyOf(spreads);
    }

    static Corroboration of(Quantities quantities, Statement statement, Function<Statement, Deviations.Spread> spread) {
        Map<String, Statement> beside = new LinkedHashMap<>(); // by family: one voice each
        double gap = 0;
        Statement counted = counted(quantities, statement);
        for (Statement other : quantities.others(statement)) {
            if (!isIndependent(quantities, statement, other)) {
                continue;
            }
            boolean mirror = isMirror(counted, other);
            boolean sameBasket = sameBasket(counted, other);
            if (mirror && (sameBasket || nested(counted.code(), other.code()))) {
                gap = Math.max(
                        gap,
                        Math.abs(statement.figure().value() - other.figure().value()));
            }
            if (sameBasket) {
                beside.merge(other.family(), other, Corroboration::newer);
            }
        }
        List<Statement> statements = new ArrayList<>(beside.values());
        return new Corroboration(statements, statements.stream().map(spread).toList(), gap);
    }

    /// The same with more figures beside the first.
    Corroboration and(Map<Statement, Deviations.Spread> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Statement> both = new ArrayList<>(statements);
        List<Deviations.Spread> widths = new ArrayList<>(spreads);
        more.forEach((statement, spread) -> {
            both.add(statement);
            widths.add(spread);
        });
        return new Corroboration(both, widths, gap);
    }

    /// The statement as its source counted it: rows of ours repeat trade figures without side and code.
    static Statement counted(Quantities quantities, Statement statement) {
        if (statement.side() != Statement.Side.NEITHER) {
            return statement;
        }
        Optional<Statement> trade = quantities.others(statement).stream()
                .filter(other -> other.side() != Statement.Side.NEITHER
                        && other.figure().sourceId().equals(statement.figure().sourceId()))
                .findFirst();
        return trade.orElse(statement);
    }

    private static boolean isIndependent(Quantities quantities, Statement one, Statement other) {
        Row row = quantities.row(other.figure());
        boolean customs = row.table().equals("trade") || row.table().equals("monthly_exports");
        return other.isKnown()
                && (!customs || WEIGHED.contains(quantities.basis(other.figure().subject())))
                && List.of("=", "~").contains(other.figure().qualifier())
                && !row.table().startsWith("baseline")
                && other.figure().confidence().equals("reported")
                && !other.family().equals(one.family())
                && other.figure().value() != one.figure().value();
    }

    private static boolean isMirror(Statement one, Statement other) {
        return one.side() != Statement.Side.NEITHER
                && other.side() != Statement.Side.NEITHER
                && one.side() != other.side();
    }

    private static boolean sameBasket(Statement one, Statement other) {
        return one.code().isEmpty() || other.code().isEmpty() || one.code().equals(other.code());
    }

    private static boolean nested(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static Statement newer(Statement one, Statement other) {
        return other.vintage().compareTo(one.vintage()) > 0 ? other : one;
    }
}
