package org.monazite.app.trail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.monazite.app.Workbench;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.Pledge;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

/// Promises and what is known about them.
final class PledgeTrails {

    private final Workbench workbench;
    private final String chain;
    private final List<Pledge> pledges;
    private final List<Assessment> assessments = new ArrayList<>(); // made when first needed

    PledgeTrails(Workbench workbench, String chain) throws IOException {
        this.workbench = workbench;
        this.chain = chain;
        this.pledges = workbench.register().pledges();
    }

    /// A promise `USJP-05` or a piece of evidence `USJP-05/1`.
    Optional<Trail> find(String id) throws IOException {
        for (Pledge pledge : pledges) {
            if (pledge.id().equals(id)) {
                return Optional.of(promise(pledge));
            }
            for (Pledge.Evidence evidence : pledge.evidence()) {
                if (evidence.id().equals(id)) {
                    return Optional.of(evidence(evidence));
                }
            }
        }
        return Optional.empty();
    }

    private Trail promise(Pledge pledge) throws IOException {
        List<Trail.Cell> cells = new ArrayList<>();
        cells.add(new Trail.Cell(Said.of("trail.about.promise"), pledge.citation()));
        List<String> inputs = new ArrayList<>();
        pledge.evidence().forEach(evidence -> inputs.add(evidence.id()));
        List<Trail.Amount> amounts = new ArrayList<>();
        if (assessments.isEmpty()) {
            assessments.addAll(workbench.pledges(chain, workbench.asOf()));
        }
        for (Assessment assessment : assessments) {
            if (assessment.pledge().id().equals(pledge.id())) {
                for (Assessment.Measured measured : assessment.measured()) {
                    measured(measured, amounts, cells);
                }
                if (!assessment.measured().isEmpty()) {
                    inputs.add(TrailKeys.of(chain).network());
                }
            }
        }
        inputs.add("as_of");
        Said what = Said.of("trail.pledge", new Said(pledge.textEn(), pledge.textJa()));
        return new Trail(pledge.id(), Trail.Kind.PLEDGE, what, amounts, pledge.flag(), cells, inputs);
    }

    private static void measured(Assessment.Measured measured, List<Trail.Amount> amounts, List<Trail.Cell> cells) {
        Explained number = measured.value();
        Said about = new Said(measured.definitionEn(), measured.definitionJa());
        if (number.isDefined()) {
            amounts.add(new Trail.Amount(about, number.value(), number.low(), number.high(), number.unit()));
        }
        for (Explained.Term term : number.terms()) {
            term.citations().forEach(citation -> {
                Trail.Cell cell = new Trail.Cell(about, citation);
                if (!cells.contains(cell)) {
                    cells.add(cell);
                }
            });
        }
    }

    private static Trail evidence(Pledge.Evidence evidence) {
        List<Trail.Amount> amounts = new ArrayList<>();
        evidence.commitment()
                .ifPresent(money -> amounts.add(new Trail.Amount(
                        Said.of("trail.commitment"), money.amount(), Double.NaN, Double.NaN, money.unit())));
        List<Trail.Cell> cells = List.of(new Trail.Cell(Said.of("trail.about.evidence"), evidence.citation()));
        Said what = new Said(evidence.textEn(), evidence.textJa());
        return new Trail(evidence.id(), Trail.Kind.EVIDENCE, what, amounts, Flag.NONE, cells, List.of());
    }

    /// The ids of all of them.
    Collection<String> names() {
        List<String> all = new ArrayList<>();
        for (Pledge pledge : pledges) {
            all.add(pledge.id());
            pledge.evidence().forEach(evidence -> all.add(evidence.id()));
        }
        return all;
    }
}
