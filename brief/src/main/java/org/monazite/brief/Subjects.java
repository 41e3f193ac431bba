package org.monazite.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.monazite.exposure.StageExposure;
import org.monazite.shock.Ensemble;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;

/// Which of many results a reader is told first.
final class Subjects {

    private final Findings findings;

    Subjects(Findings findings) {
        this.findings = findings;
    }

    /// The product that users buy: the first one of the last stage that any partner gets any of; empty without
    /// exposure.
    Optional<String> mainProduct() {
        return findings.exposure().stream()
                .filter(row -> row.tracedShare().isDefined())
                .reduce((a, b) -> b.stage().order() > a.stage().order() ? b : a)
                .map(StageExposure::productId);
    }

    /// The row of a partner and product.
    Optional<StageExposure> exposure(String partner, String product) {
        return findings.exposure().stream()
                .filter(row -> row.importer().equals(partner) && row.productId().equals(product))
                .findFirst();
    }

    /// The products in the order of their stages, each once.
    List<String> products() {
        return findings.exposure().stream()
                .map(StageExposure::productId)
                .distinct()
                .toList();
    }

    /// What may be missing at a partner, in the order of the chain: not the using industries, whose gap is that of
    /// what they use, and not scrap.
    List<Ensemble.Line> lines(Ensemble shock, String partner) {
        List<Ensemble.Line> lines = new ArrayList<>();
        for (Ensemble.Line line : shock.lines()) {
            if (line.place().equals(partner) && isFollowed(line.productId())) {
                lines.add(line);
            }
        }
        lines.sort(Comparator.comparingInt((Ensemble.Line line) -> order(line.productId()))
                .thenComparing(Ensemble.Line::productId));
        return lines;
    }

    private boolean isFollowed(String product) {
        return !(findings.products().get(product) instanceof Product.Mineral mineral)
                || (mineral.stage() != Stage.ENDUSE && mineral.stage() != Stage.SCRAP);
    }

    private int order(String product) {
        return findings.products().get(product) instanceof Product.Mineral mineral
                ? mineral.stage().order()
                : 0;
    }

    /// The line of the main product at a partner.
    Optional<Ensemble.Line> mainLine(Ensemble shock, String partner) {
        return mainProduct().flatMap(product -> shock.find(product, partner));
    }

    /// The line whose users run dry first, in half of the members or more, at some partners.
    Optional<Ensemble.Line> firstToStop(Ensemble shock, List<String> partners) {
        return partners.stream()
                .flatMap(partner -> lines(shock, partner).stream())
                .filter(line -> line.firstEmptyWeek() > 0)
                .min(Comparator.comparingInt(Ensemble.Line::firstEmptyWeek)
                        .thenComparing(Ensemble.Line::dryShare, Comparator.reverseOrder()));
    }
}
