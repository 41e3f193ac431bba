package org.monazite.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monazite.atlas.chain.ImportUnused;
import org.monazite.atlas.chain.ImportUse;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Statement;
import org.monazite.supply.Source;

/// Where a figure comes from and how it fares: its raw row, its source, what others say about the same
/// quantity, and what the balances of the chains made of it.
///
/// @param statement the figure and what it is about
/// @param source who says so
/// @param row every cell of the raw row, by column; empty for imported figures, whose raw cell the figure holds
/// @param others what other rows say about the same quantity
/// @param balances what each balance did to it, by chain
/// @param imports for imported figures: how each chain rests on it, or why not
public record Provenance(
        Statement statement,
        Source source,
        Map<String, String> row,
        List<Other> others,
        List<Balanced> balances,
        List<Imported> imports) {

    /// Copies the lists.
    public Provenance {
        others = List.copyOf(others);
        balances = List.copyOf(balances);
        imports = List.copyOf(imports);
    }

    /// How a chain rests on an imported figure.
    ///
    /// @param chain the chain
    /// @param use what it was turned into; empty if the chain does not rest on it
    /// @param unused why not
    public record Imported(String chain, Optional<ImportUse> use, Optional<ImportUnused> unused) {}

    Provenance with(List<Imported> more) {
        return new Provenance(statement, source, row, others, balances, more);
    }

    /// What another row says.
    ///
    /// @param statement its figure
    /// @param relation how it relates: `REVISES` another edition of the same source, `CONFLICTS` more than 5 %
    ///     away, `AGREES`, or `NO_NUMBER`
    /// @param ratio its value over the figure's own; NaN where one has none
    public record Other(Statement statement, Relation relation, double ratio) {}

    /// How two rows on one quantity relate.
    public enum Relation {
        /// Another edition of the same source.
        REVISES,
        /// Another source, more than 5 % away.
        CONFLICTS,
        /// Another source that says the same within 5 %.
        AGREES,
        /// One of the two is withheld, not available or a word.
        NO_NUMBER
    }

    /// What one balance did to a figure.
    ///
    /// @param chain the chain
    /// @param line published and balanced value, suspicion score
    public record Balanced(String chain, BalanceLine line) {}

    /// @param beside what others say about the same quantity
    static Provenance of(
            Statement statement,
            List<Statement> beside,
            Source source,
            Map<String, String> row,
            List<Balanced> balances) {
        List<Other> others = new ArrayList<>();
        for (Statement other : beside) {
            others.add(new Other(other, relation(statement, other), ratio(statement.figure(), other.figure())));
        }
        return new Provenance(statement, source, row, others, balances, List.of());
    }

    /// How one statement relates to another about the same quantity.
    static Relation relation(Statement one, Statement other) {
        if (!one.isKnown() || !other.isKnown()) {
            return Relation.NO_NUMBER;
        }
        boolean edition = one.family().equals(other.family()) && !one.vintage().equals(other.vintage());
        if (edition) {
            return Relation.REVISES;
        }
        return Conflict.apart(one.figure().value(), other.figure().value()) > Conflict.TOLERATED
                ? Relation.CONFLICTS
                : Relation.AGREES;
    }

    private static double ratio(FigureRecord one, FigureRecord other) {
        return other.value() / one.value();
    }
}
