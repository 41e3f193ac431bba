package org.monazite.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Quantity;
import org.monazite.atlas.pack.Statement;

/// One flow as both sides count it: the exporter free on board, the importer with cost, insurance and freight.
///
/// `g = (M - X) / ((M + X) / 2)`, from -2 (only the exporter saw it) to 2 (only the importer).
///
/// @param quantity the flow, in tonnes or in US dollars
/// @param exporter what the exporting side counted
/// @param importer what the importing side counted
/// @param gap `g`
/// @param sameCode both sides name the same customs code; otherwise the baskets may differ
/// @param reconciled what reconciled trade (BACI) says of the same flow; empty where none was imported
/// @param transit one side is a place that mostly passes goods on (Hong Kong, the Netherlands, Singapore)
public record MirrorGap(
        Quantity quantity,
        Statement exporter,
        Statement importer,
        double gap,
        boolean sameCode,
        List<Statement> reconciled,
        boolean transit) {

    /// Copies the list.
    public MirrorGap {
        reconciled = List.copyOf(reconciled);
    }

    private static final Set<String> TRANSIT = Set.of("HKG", "NLD", "SGP");

    /// The least standard deviation that a flow with such a gap may be given: half of what the sides differ by.
    public double leastSd() {
        return Math.abs(exporter.figure().value() - importer.figure().value()) / 2;
    }

    /// All flows that both sides counted, the widest gap in tonnes or dollars first.
    public static List<MirrorGap> in(Quantities quantities) {
        List<MirrorGap> gaps = new ArrayList<>();
        quantities.all().forEach((quantity, said) -> {
            if (quantity.isFlow()) {
                of(quantity, said).ifPresent(gaps::add);
            }
        });
        gaps.sort(ORDER);
        return gaps;
    }

    /// Tonnes before dollars, the widest gap first.
    static final Comparator<MirrorGap> ORDER = Comparator.comparing(
                    (MirrorGap each) -> each.quantity().unit().equals("USD"))
            .thenComparing(Comparator.comparingDouble(MirrorGap::leastSd).reversed())
            .thenComparing(MirrorGap::quantity);

    /// A flow as both sides count it.
    static MirrorGap of(Quantity quantity, Statement exporter, Statement importer, List<Statement> reconciled) {
        double x = exporter.figure().value();
        double m = importer.figure().value();
        String one = exporter.code();
        return new MirrorGap(
                quantity,
                exporter,
                importer,
                m + x == 0 ? 0 : (m - x) / ((m + x) / 2),
                !one.isEmpty() && one.equals(importer.code()),
                reconciled,
                TRANSIT.contains(quantity.place()) || TRANSIT.contains(quantity.partner()));
    }

    private static Optional<MirrorGap> of(Quantity quantity, List<Statement> said) {
        Optional<Statement> exporter = first(said, Statement.Side.EXPORTER);
        Optional<Statement> importer = first(said, Statement.Side.IMPORTER);
        if (exporter.isEmpty() || importer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(quantity, exporter.get(), importer.get(), List.of()));
    }

    private static Optional<Statement> first(List<Statement> said, Statement.Side side) {
        return said.stream()
                .filter(Statement::isKnown)
                .filter(each -> each.side() == side)
                .findFirst();
    }
}
