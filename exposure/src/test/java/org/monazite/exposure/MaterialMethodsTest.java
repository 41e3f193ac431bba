package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.exposure.internal.MethodDraws;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Production;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;

class MaterialMethodsTest {

    private static final Importer JAPAN = Importer.place("JPN");
    private static final Map<String, Range> RISK = Map.of(
            "CHN",
            Range.exactly(0.6),
            "AUS",
            Range.exactly(0.3),
            "USA",
            Range.exactly(0.5),
            "JPN",
            Range.exactly(0.25));

    static List<Long> seeds() {
        return RandomTrade.seeds(50);
    }

    private static MaterialInput.Source source(String place, double share) {
        return new MaterialInput.Source(place, Range.exactly(share), Flag.NONE, List.of(Toys.SOURCE));
    }

    private static MaterialInput input(
            String product, Production world, Explained reliance, List<MaterialInput.Source> imports) {
        return new MaterialInput("m", product, Stage.MINE, world, reliance, imports, "2024", RISK);
    }

    private static Explained reliance(double percent) {
        return Reliance.published(percent, "=", Flag.NONE, List.of(Toys.SOURCE));
    }

    private final MaterialInput ore = input(
            "ore",
            Toys.production("CHN", 80, "AUS", 20),
            reliance(90),
            List.of(source("CHN", 0.7), source("AUS", 0.3)));

    @Test
    void every_method_follows_its_formula() {
        Map<Method, Explained> numbers = MaterialMethods.of(ore, JAPAN).numbers();

        double hhi = 0.64 + 0.04;
        double global = 10 * (0.64 * 0.6 + 0.04 * 0.3);
        double own = 10 * (0.63 * 0.63 * 0.6 + 0.27 * 0.27 * 0.3 + 0.1 * 0.1 * 0.25);
        assertThat(numbers.get(Method.HHI).value()).isCloseTo(hhi, within(1e-12));
        assertThat(numbers.get(Method.RELIANCE).value()).isCloseTo(0.9, within(1e-12));
        assertThat(numbers.get(Method.GEOPOLRISK).value())
                .isCloseTo(hhi * 0.9 * (0.7 * 0.6 + 0.3 * 0.3), within(1e-12));
        assertThat(numbers.get(Method.EU).value()).isCloseTo(global * 0.45 + own * 0.55, within(1e-12));
        assertThat(numbers.get(Method.USGS).value())
                .isCloseTo(StrictMath.cbrt((0.64 * 0.6 + 0.04 * 0.3) * 0.9), within(1e-12));
        assertThat(numbers.get(Method.LOST).value()).isCloseTo(0.63, within(1e-12));
    }

    @Test
    void what_nobody_says_is_not_told() {
        MaterialInput silent = input(
                "silent",
                Toys.production("CHN", 80, "JPN", 20),
                Reliance.published(Double.NaN, "NA", Flag.NONE, List.of()),
                List.of());

        MaterialMethods row = MaterialMethods.of(silent, JAPAN);

        assertThat(row.told()).containsExactly(Method.HHI);
        assertThat(row.numbers().get(Method.GEOPOLRISK).formula()).contains("cannot tell");
    }

    @Test
    void a_place_that_no_table_of_makers_names_relies_on_imports() {
        Explained alone = Reliance.withoutMakers(Toys.production("CHN", 80, "AUS", 20), JAPAN);
        Explained perhaps = Reliance.withoutMakers(Toys.production("CHN", 80, "ROW", 20), JAPAN);
        Explained maker = Reliance.withoutMakers(Toys.production("CHN", 80, "JPN", 20), JAPAN);

        assertThat(alone.value()).isEqualTo(1);
        assertThat(alone.low()).isEqualTo(1);
        assertThat(perhaps.low()).isZero();
        assertThat(perhaps.flag()).isEqualTo(Flag.ESTIMATE);
        assertThat(maker.isDefined()).isFalse();
    }

    private static List<MaterialInput> random(long seed) {
        Random random = new Random(seed);
        List<MaterialInput> inputs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double a = random.nextDouble();
            inputs.add(input(
                    "m" + i,
                    Toys.production(
                            "CHN", 1 + random.nextInt(99), "AUS", 1 + random.nextInt(99), "JPN", random.nextInt(9)),
                    reliance(random.nextInt(101)),
                    random.nextInt(4) == 0 ? List.of() : List.of(source("CHN", a), source("AUS", 1 - a))));
        }
        return inputs;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_kernel_of_the_draws_gives_the_central_numbers(long seed) {
        List<MaterialInput> inputs = random(seed);
        double[] central = new MethodDraws(inputs, JAPAN.members(), Map.of(), 1).central();

        for (int i = 0; i < inputs.size(); i++) {
            MaterialMethods row = MaterialMethods.of(inputs.get(i), JAPAN);
            for (Method method : row.told()) {
                assertThat(central[i * 6 + method.ordinal()])
                        .as("seed %d %s %s", seed, row.productId(), method)
                        .isCloseTo(row.numbers().get(method).value(), within(1e-12));
            }
        }
    }

    @Test
    void kendalls_tau_counts_pairs_in_the_same_order() {
        assertThat(Ranks.kendall(new double[] {1, 2, 3}, new double[] {1, 2, 3}))
                .isEqualTo(1);
        assertThat(Ranks.kendall(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isEqualTo(-1);
        assertThat(Ranks.kendall(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 4}))
                .isCloseTo(4.0 / 6, within(1e-12));
        // with ties: 5 of 6 pairs told in x, 6 in y, 5 agree
        assertThat(Ranks.kendall(new double[] {1, 1, 2, 3}, new double[] {1, 2, 3, 4}))
                .isCloseTo(5 / Math.sqrt(30), within(1e-12));
        assertThat(Ranks.kendall(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    }

    @Test
    void spearman_is_pearson_of_ranks() {
        assertThat(Ranks.spearman(new double[] {1, 2, 3, 100}, new double[] {2, 4, 8, 9}))
                .isCloseTo(1, within(1e-12));
        assertThat(Ranks.ranks(new double[] {5, 1, 5})).containsExactly(2.5, 1, 2.5);
    }

    @Test
    void a_threshold_lists_and_says_what_a_tenth_more_or_less_would_change() {
        List<MaterialMethods> rows = List.of(
                MaterialMethods.of(ore, JAPAN), // HHI 0.68
                MaterialMethods.of(
                        input("even", Toys.production("CHN", 50, "AUS", 50), reliance(50), List.of()), JAPAN));

        Screening at = Screening.of(rows, Method.HHI, 0.65);
        Screening higher = Screening.of(rows, Method.HHI, 0.52);

        assertThat(at.listed()).containsExactly("ore");
        assertThat(at.leaving()).containsExactly("ore");
        assertThat(at.entering()).isEmpty();
        assertThat(higher.entering()).containsExactly("even");
        assertThat(Screening.of(rows, Method.LOST, 0.25).untold()).containsExactly("even");
    }

    @Test
    void the_input_that_parts_two_methods_is_named() {
        List<MaterialMethods> rows = new ArrayList<>();
        rows.add(MaterialMethods.of(
                input(
                        "home",
                        Toys.production("CHN", 54.5, "AUS", 45.5),
                        reliance(0),
                        List.of(source("CHN", 0.5), source("AUS", 0.5))),
                JAPAN));
        for (int i = 1; i < 8; i++) {
            rows.add(MaterialMethods.of(
                    input(
                            "m" + i,
                            Toys.production("CHN", 50 + i, "AUS", 50 - i),
                            reliance(60 + i),
                            List.of(source("CHN", 0.5), source("AUS", 0.5))),
                    JAPAN));
        }

        RankTables tables = RankTables.of(rows);

        RankTables.Spread first = tables.spreads().getFirst();
        assertThat(first.productId()).isEqualTo("home");
        assertThat(first.cause()).isEqualTo(RankTables.Cause.RELIANCE);
        assertThat(tables.tau().get(Method.HHI).get(Method.HHI)).isEqualTo(1);
    }

    @Tag("E15")
    @Test
    void neighbours_whose_order_does_not_hold_are_tied() {
        MaterialInput one = input("one", Toys.production("CHN", 60, "AUS", 40), reliance(50), List.of());
        MaterialInput two = input("two", Toys.production("CHN", 60.1, "AUS", 39.9), reliance(50), List.of());
        MaterialInput far = input("far", Toys.production("CHN", 99, "AUS", 1), reliance(50), List.of());

        RankStability stability =
                RankStability.of(List.of(one, two, far), JAPAN, Map.of("CHN", 0.02), 1, new DrawSettings(400, 3));

        List<RankStability.Item> hhi = stability.methods().get(Method.HHI).items();
        assertThat(hhi).extracting(RankStability.Item::productId).containsExactly("far", "two", "one");
        assertThat(hhi.getFirst().inTop()).isEqualTo(1);
        assertThat(hhi.getFirst().tiedWithNext()).isFalse();
        assertThat(hhi.get(1).tiedWithNext()).isTrue();
    }

    @Test
    void a_trend_shows_its_change_and_how_far_two_editions_differ() {
        Trend trend = new Trend(
                "ore",
                "net import reliance",
                List.of(
                        new Trend.Point("2023", "A", reliance(50)),
                        new Trend.Point("2024", "A", reliance(60)),
                        new Trend.Point("2024", "B", reliance(64))));

        assertThat(trend.change()).isCloseTo(0.14, within(1e-12));
        assertThat(trend.disagreement()).isCloseTo(0.04, within(1e-12));
    }
}
