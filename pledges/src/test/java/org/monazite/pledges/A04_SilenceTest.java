package org.monazite.pledges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.pledges.Assessment.State;
import org.monazite.pledges.Pledge.Direction;
import org.monazite.pledges.Pledge.Evidence;
import org.monazite.pledges.Pledge.EvidenceKind;
import org.monazite.pledges.Pledge.Kind;

class A04_SilenceTest {

    @Test
    void with_all_evidence_and_figures_removed_nothing_in_the_register_is_ever_met_or_missed() {
        List<Pledge> silent = Register.embedded().pledges().stream()
                .map(pledge -> pledge.with(List.of()))
                .toList();
        Register register = Register.of(silent);

        for (LocalDate day = LocalDate.parse("2020-01-01"); day.getYear() < 2036; day = day.plusDays(97)) {
            assertThat(register.assess(Drafts.NO_FACTS, day))
                    .extracting(Assessment::state)
                    .doesNotContain(State.MET, State.MISSED, State.DISPUTED);
        }
    }

    @Test
    void context_alone_never_decides() {
        List<Pledge> context = Register.embedded().pledges().stream()
                .map(pledge -> pledge.with(pledge.evidence().stream()
                        .filter(each -> each.direction() == Direction.CONTEXT)
                        .toList()))
                .toList();

        assertThat(Register.of(context).assess(Drafts.NO_FACTS, LocalDate.parse("2031-06-01")))
                .extracting(Assessment::state)
                .doesNotContain(State.MET, State.MISSED, State.DISPUTED, State.ON_TRACK);
    }

    /// The larger, the farther from missed.
    private static int distance(State state) {
        return switch (state) {
            case MISSED -> 0;
            case OVERDUE_NOT_EVIDENCED, DISPUTED, CANNOT_TELL -> 1;
            case MET, ON_TRACK, STANDING -> 2;
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20251028, 42, 7, 31})
    void adding_evidence_for_or_removing_evidence_against_never_moves_towards_missed(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 4000; round++) {
            Pledge pledge = pledge(random);
            String day =
                    LocalDate.parse("2025-10-28").plusDays(random.nextInt(500)).toString();
            int before = distance(Drafts.on(day, pledge).state());
            List<Evidence> more = new ArrayList<>(pledge.evidence());
            more.add(evidence(random, Direction.FOR, more.size() + 1));
            List<Evidence> less = new ArrayList<>(pledge.evidence());
            less.stream()
                    .filter(each -> each.direction() == Direction.AGAINST)
                    .findFirst()
                    .ifPresent(less::remove);

            assertThat(distance(Drafts.on(day, pledge.with(more)).state()))
                    .as("seed %d, round %d: adding %s to %s on %s", seed, round, more.getLast(), pledge, day)
                    .isGreaterThanOrEqualTo(before);
            assertThat(distance(Drafts.on(day, pledge.with(less)).state()))
                    .as("seed %d, round %d: removing against from %s on %s", seed, round, pledge, day)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    private static Pledge pledge(Random random) {
        Kind kind = Kind.values()[random.nextInt(4)];
        String due = random.nextInt(3) == 0 ? "" : "2026-04-28";
        Evidence[] evidence = new Evidence[random.nextInt(5)];
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] = evidence(random, Direction.values()[random.nextInt(3)], i + 1);
        }
        return Drafts.pledge(kind, due, "", OptionalDouble.empty(), evidence);
    }

    private static Evidence evidence(Random random, Direction direction, int number) {
        String date =
                LocalDate.parse("2025-10-01").plusDays(random.nextInt(500)).toString();
        Evidence whole = Drafts.evidence(
                "P-1/" + number,
                random.nextInt(8) == 0 ? date.substring(0, 7) : date,
                EvidenceKind.values()[random.nextInt(3)],
                direction,
                List.of("A", "B", "C", "D").get(random.nextInt(4)),
                direction == Direction.FOR && random.nextBoolean());
        return whole.fulfils()
                ? whole
                : Drafts.covering(whole, List.of("", "", "x", "y").get(random.nextInt(4)));
    }
}
