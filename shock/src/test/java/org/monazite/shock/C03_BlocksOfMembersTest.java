package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.supply.SupplyNetwork;

class C03_BlocksOfMembersTest {

    private final SupplyNetwork world = World.of("""
            CHN/oxide -> JPN/magnet 300 @5, USA/magnet 100 @20
            AUS/oxide -> JPN/magnet 65 @9
            JPN/magnet -> JPN/use 365
            USA/magnet -> JPN/use 50 @20, USA/use 50
            JPN/use [value 1000] -> industry 415
            USA/use -> industry 50
            """);
    private final Scenario scenario =
            new Scenario("ban", LocalDate.of(2026, 1, 1), Assumptions.MINERALS, List.of(Plain.ban("CHN", 0, 180)));

    /// Keeps blocks in memory.
    private static final class Shelf implements MemberStore {
        private final Map<Integer, byte[]> blocks = new ConcurrentHashMap<>();
        private final AtomicInteger read = new AtomicInteger();
        private final int size;

        Shelf(int size) {
            this.size = size;
        }

        @Override
        public Optional<byte[]> read(int from, int to) {
            Optional<byte[]> block = Optional.ofNullable(blocks.get(from));
            block.ifPresent(_ -> read.addAndGet(to - from));
            return block;
        }

        @Override
        public void write(int from, int to, byte[] block) {
            blocks.put(from, block);
        }

        @Override
        public int blockSize() {
            return size;
        }
    }

    private Ensemble play(MemberStore store, int threads) {
        return new EnsembleRunner(new EnsembleSettings(30, 40, 7, threads), done -> {}, store).run(world, scenario);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 25, 40, 100})
    void any_size_of_blocks_gives_the_same_ensemble(int size) {
        Ensemble plain = play(MemberStore.NONE, 1);

        assertThat(plain.findValue("JPN").orElseThrow().total().p50()).isPositive();
        assertThat(play(new Shelf(size), 3)).isEqualTo(plain);
    }

    @Test
    void blocks_that_were_kept_are_not_played_again_and_change_nothing() {
        Shelf shelf = new Shelf(7);
        Ensemble first = play(shelf, 2);
        assertThat(shelf.read.get()).isZero();

        assertThat(play(shelf, 2)).isEqualTo(first);
        assertThat(shelf.read.get()).isEqualTo(40);
        shelf.blocks.remove(14);
        assertThat(play(shelf, 1)).isEqualTo(first);
        assertThat(shelf.read.get()).isEqualTo(40 + 33);
    }

    @Tag("S16")
    @Test
    void members_double_until_the_losses_are_known_and_the_steps_are_told() {
        SupplyNetwork single = World.of("""
                CHN/magnet -> JPN/use 365 @1
                JPN/use [value 1000] -> industry 365
                """);
        Ensemble ensemble = new EnsembleRunner(new EnsembleSettings(26, 6, 7, 2), done -> {})
                .runUntilConverged(single, scenario, Set.of("JPN"));
        List<Evidence.Step> steps = ensemble.evidence().convergence();

        assertThat(steps.getFirst().members()).isEqualTo(225);
        assertThat(steps.getLast().members()).isEqualTo(ensemble.members());
        assertThat(steps.getLast().met()).isTrue();
        assertThat(steps.getLast().medianWidth()).isLessThanOrEqualTo(0.05);
        assertThat(steps.getLast().p90Width()).isLessThanOrEqualTo(0.05);
        assertThat(steps.subList(0, steps.size() - 1)).noneMatch(Evidence.Step::met);
        assertThat(ensemble)
                .as("as if so many members had been asked for")
                .usingRecursiveComparison()
                .ignoringFields("evidence.convergence")
                .isEqualTo(new EnsembleRunner(new EnsembleSettings(26, ensemble.members(), 7, 2), done -> {})
                        .run(single, scenario));
    }

    @Test
    void of_members_beyond_the_first_only_totals_are_kept_and_no_total_changes() {
        EnsembleSettings settings = new EnsembleSettings(14, 300, 7, 2);
        Ensemble all = new EnsembleRunner(settings, done -> {}).run(world, scenario);
        Shelf shelf = new Shelf(50);
        Ensemble few = new EnsembleRunner(settings, done -> {}, shelf, 1).run(world, scenario);
        Ensemble first = new EnsembleRunner(new EnsembleSettings(14, 225, 7, 2), done -> {}).run(world, scenario);

        assertThat(all.evidence().weeklyMembers()).isEqualTo(300);
        assertThat(few.evidence().weeklyMembers()).isEqualTo(225);
        assertThat(few.evidence().headlines()).isEqualTo(all.evidence().headlines());
        assertThat(few.evidence().industries()).isEqualTo(all.evidence().industries());
        assertThat(few.findValue("JPN").orElseThrow().total())
                .isEqualTo(all.findValue("JPN").orElseThrow().total());
        for (Ensemble.Line line : few.lines()) {
            Ensemble.Line whole = all.find(line.productId(), line.place()).orElseThrow();
            assertThat(line.worst()).isEqualTo(whole.worst());
            assertThat(line.dryShare()).isEqualTo(whole.dryShare());
            assertThat(line.byWeek())
                    .as("bands rest on the first members")
                    .isEqualTo(first.find(line.productId(), line.place())
                            .orElseThrow()
                            .byWeek());
        }
        assertThat(new EnsembleRunner(settings, done -> {}, shelf, 1).run(world, scenario))
                .isEqualTo(few);
    }

    @Test
    void ten_samples_can_be_played_again_alone() {
        Evidence.Headline japan =
                play(MemberStore.NONE, 1).evidence().find("JPN").orElseThrow();

        assertThat(japan.samples()).hasSize(10);
        Evidence.Sample high = japan.samples().getLast();
        Why why = new WhyRunner(30, 7, high.member()).run(world, scenario, Set.of("JPN"), "");
        for (int week = 0; week < 30; week++) {
            assertThat(why.lossByWeek().get(week))
                    .isCloseTo(high.lostUsd().get(week), org.assertj.core.api.Assertions.within(1e-6));
        }
        assertThat(japan.samples().getFirst().lostUsd().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isLessThan(
                        high.lostUsd().stream().mapToDouble(Double::doubleValue).sum());
    }

    @Test
    void larger_stocks_go_with_smaller_losses_and_a_price_nobody_minds_with_none() {
        Evidence evidence = new EnsembleRunner(new EnsembleSettings(30, 240, 7, 2), done -> {})
                .run(world, scenario)
                .evidence();
        Evidence.Headline japan = evidence.find("JPN").orElseThrow();

        assertThat(effect(japan, "stock_days")).isLessThan(-0.3);
        assertThat(Math.abs(effect(japan, "contract_days"))).isLessThan(0.2);
        assertThat(japan.rulesShare()).isBetween(0.0, 1.0);
        assertThat(evidence.industries()).hasSize(1);
        assertThat(evidence.industries().getFirst().yearUsd()).containsExactly(415_000.0, 415_000.0, 415_000.0);
        assertThat(evidence.industries().getFirst().lossUsd().median().value())
                .isCloseTo(japan.lossUsd().median().value(), org.assertj.core.api.Assertions.within(1e-6));
    }

    private static double effect(Evidence.Headline headline, String key) {
        return headline.effects().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow()
                .rankCorrelation();
    }

    @Test
    void rank_correlation_and_variance_are_those_of_the_books() {
        // Ties share their mean rank: 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
        assertThat(Statistics.rankCorrelation(new double[] {1, 5, 5, 9}, new double[] {10, 20, 30, 40}))
                .isCloseTo(4.5 / Math.sqrt(4.5 * 5), org.assertj.core.api.Assertions.within(1e-12));
        assertThat(Statistics.rankCorrelation(new double[] {1, 1}, new double[] {1, 2}))
                .isNaN();
        // Groups {1, 3} and {5, 7}: 16 of 20 lie between.
        assertThat(Statistics.between(new double[] {1, 5, 3, 7}, 2))
                .isCloseTo(0.8, org.assertj.core.api.Assertions.within(1e-12));
    }
}
