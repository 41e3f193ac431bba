package org.monazite.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.Assessment.Drift;
import org.monazite.pledges.Assessment.Measured;
import org.monazite.pledges.Assessment.State;
import org.monazite.pledges.Assessment.Verdict;
import org.monazite.pledges.Pledge;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

/// Promises made by hand, one in each state. All of them are invented.
final class Promises {

    private Promises() {}

    static List<Assessment> all() {
        List<Assessment> all = new ArrayList<>();
        for (State state : State.values()) {
            all.add(assessment("USJP-0" + (all.size() + 1), state, measures(state)));
        }
        return all;
    }

    static Assessment assessment(String id, State state, List<Measured> measured) {
        return new Assessment(
                pledge(id),
                World.AS_OF,
                state,
                state.ordinal() + 1,
                state == State.MET ? 12 : 0,
                state == State.ON_TRACK ? Drift.BEHIND : Drift.UNKNOWN,
                "The rule decides so because of its evidence.",
                "証拠に基づき規則により判定した。",
                measured);
    }

    private static List<Measured> measures(State state) {
        if (state != State.ON_TRACK) {
            return List.of();
        }
        return List.of(
                new Measured(
                        "defence outlay over GDP of FY2022",
                        "防衛関係費の2022年度GDP比",
                        true,
                        World.share("outlay over GDP", 0.0201, 0.0195, 0.0204, Flag.DERIVED, 0),
                        "FY2025",
                        0.02,
                        Verdict.FULFILS),
                new Measured(
                        "over GDP of the same year",
                        "同年度GDP比",
                        false,
                        new Explained(
                                "outlay over GDP",
                                Double.NaN,
                                Double.NaN,
                                Double.NaN,
                                "share",
                                "GDP of the year is missing",
                                Flag.DERIVED,
                                0,
                                List.of()),
                        "FY2025",
                        Double.NaN,
                        Verdict.OPEN));
    }

    private static Pledge pledge(String id) {
        return new Pledge(
                id,
                List.of("USA", "JPN"),
                "US;JP",
                "US-Japan Framework (critical minerals)",
                "no",
                Pledge.Kind.ACTION,
                "Within six months, take measures to fund the selected projects.",
                "6か月以内に選定案件への資金支援措置を講じる。",
                "2025-10-28",
                Optional.of(LocalDate.of(2026, 4, 28)),
                "signed + 6 months",
                false,
                "a dated funding measure for a selected project",
                "",
                OptionalDouble.empty(),
                "report",
                "",
                "",
                List.of(
                        new Pledge.Evidence(
                                id + "/1",
                                "2026-03",
                                Pledge.EvidenceKind.STATEMENT,
                                Pledge.Direction.FOR,
                                "B",
                                true,
                                false,
                                "A minister said that projects were chosen.",
                                "大臣が案件の選定を表明した。",
                                World.citation("PRESS", "f-e71de9ce01")),
                        new Pledge.Evidence(
                                id + "/2",
                                "",
                                Pledge.EvidenceKind.ABSENCE_OF_RECORD,
                                Pledge.Direction.CONTEXT,
                                "C",
                                false,
                                false,
                                "No record of a payment was found.",
                                "No record of a payment was found.",
                                World.citation("PRESS", "f-e71de9ce02"))),
                "",
                Flag.NONE,
                World.citation("PRESS", "f-9be0000001"));
    }
}
