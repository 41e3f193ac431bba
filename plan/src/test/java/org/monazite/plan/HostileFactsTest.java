package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Project;
import org.monazite.supply.PublishedNeed;
import org.monazite.supply.Range;
import org.monazite.supply.Recipe;
import org.monazite.supply.Stage;
import org.monazite.supply.StockFact;

/// Facts that cannot be meant. None becomes a plan: each is refused with its name, its row, its field, its value and
/// a way out.
@Tag("P11")
class HostileFactsTest {

    private static final Citation SOURCE = new Citation("f-666", "TEST", "line 6", "made up");
    private static final PlanInput SOUND = SmallWorld.input();

    /// Facts and what their refusal must say.
    ///
    /// @param parts of the message
    private record Bad(String what, Supplier<PlanInput> facts, String... parts) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Bad project(String what, double tonnes, double capex, String... parts) {
        return new Bad(
                what,
                () -> projects(SmallWorld.project("usa.odd", "USA", "a.metal", Stage.METAL, tonnes, 2027, capex)),
                parts);
    }

    private static PlanInput projects(Project... projects) {
        return SmallWorld.input(List.of(projects), SmallWorld.options());
    }

    /// Works with a start, support and an output of their own.
    private static Project works(Project.Start start, double support, double output) {
        Project.Output metal = new Project.Output("a.metal", Range.exactly(output), true, Flag.NONE, SOURCE);
        return new Project(
                "usa.odd",
                "Odd works",
                "somebody",
                "USA",
                Stage.METAL,
                "a.metal",
                OptionalDouble.of(500),
                "t/yr",
                Project.Status.PLANNED,
                start,
                OptionalDouble.of(60),
                OptionalDouble.of(support),
                "",
                List.of(metal),
                List.of(),
                Flag.NONE,
                List.of(SOURCE));
    }

    private static Bad start(String what, int low, int year, int high, String... parts) {
        Project.Start start = new Project.Start(OptionalInt.of(year), OptionalInt.of(low), OptionalInt.of(high));
        return new Bad(what, () -> projects(works(start, 0, 500)), parts);
    }

    private static final Project.Start SOON =
            new Project.Start(OptionalInt.of(2027), OptionalInt.empty(), OptionalInt.empty());

    private static PlanOption option(
            String kind, double module, double most, Range capex, double opex, Range lead, double part, double effect) {
        return new PlanOption(
                "met.odd",
                kind,
                "Odd",
                "奇妙",
                List.of("USA"),
                "",
                "a.metal",
                module,
                most,
                capex,
                Range.exactly(opex),
                lead,
                List.of(0.4, part),
                effect,
                "",
                List.of(),
                Flag.NONE,
                SOURCE);
    }

    private static Bad option(String what, PlanOption option, String... parts) {
        return new Bad(what, () -> SmallWorld.input(List.of(), List.of(option)), parts);
    }

    private static final Range CAPEX = Range.exactly(46_000);
    private static final Range LEAD = Range.exactly(2);

    private static Bad recipe(String what, String from, String to, double perOutput, String... parts) {
        Recipe recipe = new Recipe("odd.way", from, to, Range.exactly(perOutput), 4, 6, Flag.NONE, SOURCE);
        return new Bad(
                what,
                () -> new PlanInput(
                        SOUND.network(),
                        SOUND.projects(),
                        SOUND.options(),
                        SOUND.prices(),
                        List.of(recipe),
                        List.of(),
                        List.of(),
                        Map.of(),
                        SOUND.assumptions()),
                parts);
    }

    private static Bad beside(
            String what, List<Price> prices, List<StockFact> stocks, Map<String, Double> substitutes, String... parts) {
        return new Bad(
                what,
                () -> new PlanInput(
                        SOUND.network(),
                        SOUND.projects(),
                        SOUND.options(),
                        prices,
                        List.of(),
                        stocks,
                        List.of(),
                        substitutes,
                        SOUND.assumptions()),
                parts);
    }

    private static Bad need(String what, int year, double tonnes, double factor, String... parts) {
        return new Bad(
                what,
                () -> new PlanInput(
                        SOUND.network(),
                        SOUND.projects(),
                        SOUND.options(),
                        SOUND.prices(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        SOUND.assumptions(),
                        List.of(),
                        List.of(new PublishedNeed("JPN", "a.magnet", year, Range.exactly(tonnes), Flag.NONE, SOURCE)),
                        Map.of("JPN a.magnet", factor)),
                parts);
    }

    static Stream<Bad> facts() {
        Price endless = new Price("a.metal", "2025", Double.POSITIVE_INFINITY, "market", false, Flag.NONE, SOURCE);
        StockFact debt = new StockFact(
                "somebody",
                "JPN",
                "a.metal",
                "all",
                "working stock",
                Range.exactly(-30),
                "days",
                2024,
                Flag.NONE,
                SOURCE);
        return Stream.of(
                project("capacity below zero", -900, 60, "'usa.odd'", "capacity is '-900.0'"),
                project("capacity not a number", Double.NaN, 60, "capacity is 'NaN'"),
                project("capacity without end", Double.POSITIVE_INFINITY, 60, "capacity is 'Infinity'"),
                project("capacity beyond the world", 1e15, 60, "capacity is '1.0E15'"),
                project("capital below zero", 500, -120, "capital in million US dollars is '-120.0'"),
                project("capital not a number", 500, Double.NaN, "capital in million US dollars is 'NaN'"),
                project("capital in yen, of a whole nation", 500, 1e16, "capital in million US dollars is '1.0E16'"),
                new Bad("support below zero", () -> projects(works(SOON, -1, 500)), "public support", "'-1.0'"),
                new Bad("output below zero", () -> projects(works(SOON, 0, -5)), "t/yr of a.metal is '-5.0'"),
                start("start in the year zero", 0, 0, 0, "first year is '0'", "from 1800 to 2200"),
                start("start with a digit too many", 2027, 20270, 20270, "first year is '20270'"),
                start("earliest after the first year", 2029, 2028, 2030, "earliest first year is '2029'", "2028"),
                start("first year after the latest", 2026, 2030, 2028, "first year is '2030'", "no later than 2028"),
                new Bad(
                        "earliest after the latest",
                        () -> projects(works(
                                new Project.Start(OptionalInt.empty(), OptionalInt.of(2031), OptionalInt.of(2029)),
                                0,
                                500)),
                        "earliest first year is '2031'",
                        "no later than 2029"),
                new Bad(
                        "one project twice",
                        () -> projects(works(SOON, 0, 500), works(SOON, 0, 700)),
                        "id is 'usa.odd'",
                        "there once"),
                option(
                        "no module",
                        option("metal", 0, 600, CAPEX, 0, LEAD, 1, Double.NaN),
                        "size of a module is '0.0'"),
                option("module below zero", option("metal", -200, 600, CAPEX, 0, LEAD, 1, 0), "module is '-200.0'"),
                option("module not a number", option("metal", Double.NaN, 600, CAPEX, 0, LEAD, 1, 0), "is 'NaN'"),
                option(
                        "most below zero",
                        option("metal", 200, -1, CAPEX, 0, LEAD, 1, 0),
                        "most in one place is '-1.0'"),
                option(
                        "capital of an option below zero",
                        option("metal", 200, 600, Range.exactly(-46_000), 0, LEAD, 1, 0),
                        "capital in US dollars per t/yr is '-46000.0'"),
                option(
                        "capital that may be below zero",
                        option("metal", 200, 600, new Range(46_000, -1, 50_000), 0, LEAD, 1, 0),
                        "'-1.0'"),
                option(
                        "capital that may be without end",
                        option("metal", 200, 600, new Range(46_000, 1, Double.POSITIVE_INFINITY), 0, LEAD, 1, 0),
                        "'Infinity'"),
                option(
                        "running cost below zero",
                        option("metal", 200, 600, CAPEX, -7, LEAD, 1, 0),
                        "running",
                        "'-7.0'"),
                option(
                        "output before the decision",
                        option("metal", 200, 600, CAPEX, 0, Range.exactly(-1), 1, 0),
                        "lead in years is '-1.0'"),
                option(
                        "lead of a thousand years",
                        option("metal", 200, 600, CAPEX, 0, Range.exactly(1000), 1, 0),
                        "lead in years is '1000.0'"),
                option(
                        "more than all in use",
                        option("metal", 200, 600, CAPEX, 0, LEAD, 1.4, 0),
                        "'1.4'",
                        "from 0 to 1"),
                option("part in use not a number", option("metal", 200, 600, CAPEX, 0, LEAD, Double.NaN, 0), "'NaN'"),
                option("effect below zero", option("metal", 200, 600, CAPEX, 0, LEAD, 1, -0.2), "effect is '-0.2'"),
                option("kind misspelt", option("metals", 200, 600, CAPEX, 0, LEAD, 1, 0), "'metals'", "meant 'metal'"),
                new Bad(
                        "one option twice",
                        () -> SmallWorld.input(
                                List.of(),
                                List.of(
                                        option("metal", 200, 600, CAPEX, 0, LEAD, 1, 0),
                                        option("metal", 300, 600, CAPEX, 0, LEAD, 1, 0))),
                        "id is 'met.odd'"),
                recipe("works that eat what they make", "a.metal", "a.metal", 1.2, "output product is 'a.metal'"),
                recipe("something from nothing", "a.oxide", "a.metal", 0, "input per output is '0.0'"),
                recipe("less than nothing taken in", "a.oxide", "a.metal", -1.2, "input per output is '-1.2'"),
                beside("a price without end", List.of(endless), List.of(), Map.of(), "'a.metal'", "'Infinity'"),
                beside("a stock below zero", List.of(), List.of(debt), Map.of(), "working stock is '-30.0'"),
                beside("more than all replaced", List.of(), List.of(), Map.of("a.magnet", 1.5), "'a.magnet'", "'1.5'"),
                beside("less than nothing replaced", List.of(), List.of(), Map.of("a.magnet", -0.1), "'-0.1'"),
                need("a need below zero", 2030, -5, 1, "'JPN a.magnet'", "tonnes is '-5.0'"),
                need("a need in the far future", 20300, 5, 1, "year is '20300'"),
                need("a need times less than nothing", 2030, 5, -1, "factor", "'-1.0'"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_that_cannot_be_meant_is_refused_by_name_field_and_value(Bad bad) {
        assertThatThrownBy(bad.facts::get)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(bad.parts)
                .containsOnlyOnce("\nMaybe ")
                .matches("(?s).{10,400}");
    }
}
