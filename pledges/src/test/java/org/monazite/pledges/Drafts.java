package org.monazite.pledges;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.pledges.Pledge.Direction;
import org.monazite.pledges.Pledge.Evidence;
import org.monazite.pledges.Pledge.EvidenceKind;
import org.monazite.pledges.Pledge.Kind;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.NetworkId;
import org.monazite.supply.Range;
import org.monazite.supply.Series;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;

/// Small pledges, evidence and facts for the stories.
final class Drafts {

    static final Citation SOURCE = new Citation("", "SRC", "page 1", "");
    static final PledgeFacts NO_FACTS = new PledgeFacts(
            SupplyNetwork.builder(new NetworkId.Draft(
                            "test", "none", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR))
                    .build(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private Drafts() {}

    /// Promised on 28 October 2025, due on 28 April 2026, nothing known.
    static Pledge action(Evidence... evidence) {
        return pledge(Kind.ACTION, "2026-04-28", "", OptionalDouble.empty(), evidence);
    }

    static Pledge undated(Evidence... evidence) {
        return pledge(Kind.ACTION, "", "", OptionalDouble.empty(), evidence);
    }

    /// Valid until 10 November 2026.
    static Pledge standing(Evidence... evidence) {
        return pledge(Kind.STANDING, "2026-11-10", "", OptionalDouble.empty(), evidence);
    }

    static Pledge pledge(Kind kind, String due, String measure, OptionalDouble target, Evidence... evidence) {
        return new Pledge(
                "P-1",
                List.of("JPN"),
                "JP",
                "Agreement",
                "no",
                kind,
                "Do it.",
                "実施する。",
                "2025-10-28",
                due.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(due)),
                due,
                false,
                "it is done",
                measure,
                target,
                ">=",
                measure.startsWith("jp_defence_share") ? "%" : "",
                "",
                List.of(evidence),
                "",
                Flag.NONE,
                SOURCE);
    }

    static Pledge withTerms(Pledge pledge, MeasureTerms terms) {
        return new Pledge(
                pledge.id(),
                pledge.by(),
                pledge.byText(),
                pledge.instrument(),
                pledge.binding(),
                pledge.kind(),
                pledge.textEn(),
                pledge.textJa(),
                pledge.signed(),
                pledge.due(),
                pledge.dueRule(),
                pledge.continuing(),
                pledge.doneWhen(),
                pledge.measure(),
                pledge.target(),
                pledge.comparator(),
                pledge.unit(),
                pledge.parent(),
                pledge.evidence(),
                pledge.note(),
                pledge.flag(),
                pledge.citation(),
                new Pledge.Details("合意", "実施済み", 1, terms));
    }

    static Evidence act(String id, String date, Direction direction, String grade) {
        return evidence(id, date, EvidenceKind.ACT, direction, grade, false);
    }

    static Evidence done(String id, String date) {
        return evidence(id, date, EvidenceKind.ACT, Direction.FOR, "B", true);
    }

    static Evidence evidence(
            String id, String date, EvidenceKind kind, Direction direction, String grade, boolean fulfils) {
        return new Evidence(id, date, kind, direction, grade, true, fulfils, id, id, SOURCE);
    }

    static Evidence covering(Evidence evidence, String part) {
        return new Evidence(
                evidence.id(),
                evidence.date(),
                evidence.kind(),
                evidence.direction(),
                evidence.grade(),
                evidence.accepted(),
                evidence.fulfils(),
                evidence.textEn(),
                evidence.textJa(),
                evidence.citation(),
                part,
                Optional.empty());
    }

    static Assessment on(String day, Pledge pledge) {
        return on(day, pledge, NO_FACTS);
    }

    static Assessment on(String day, Pledge pledge, PledgeFacts facts) {
        return Register.of(List.of(pledge)).assess(facts, LocalDate.parse(day)).getFirst();
    }

    static Series series(String id, String unit, String definition, Object... periodsAndValues) {
        List<Series.Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < periodsAndValues.length; i += 2) {
            points.add(new Series.Point(
                    (String) periodsAndValues[i],
                    Range.exactly(((Number) periodsAndValues[i + 1]).doubleValue()),
                    Flag.NONE,
                    SOURCE,
                    id.contains("GDP_FY2022_IMPLIED") ? "rounding band 540-566" : ""));
        }
        return new Series(id, "JPN", unit, definition, points);
    }

    static PledgeFacts facts(Series... series) {
        return new PledgeFacts(NO_FACTS.network(), List.of(series), List.of(), List.of(), List.of());
    }
}
