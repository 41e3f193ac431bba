package org.monazite.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.monazite.supply.Citation;
import org.monazite.supply.Nearest;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Project;
import org.monazite.supply.PublishedNeed;
import org.monazite.supply.Range;
import org.monazite.supply.Recipe;
import org.monazite.supply.StockFact;

/// Facts that cannot be meant: a plan made from them would look right and be wrong. What is missing is no
/// fault, since a plan leaves out what it cannot cost and says so; what is negative, endless, out of order or
/// there twice is one. Each message names the fact, its field, its value and the row it was taken from.
final class FactCheck {

    private static final double MOST = 1e10; // t/yr, USD per tonne, million USD: beyond all that is made or paid
    private static final double LEAST = 1e-6; // of a size that something is divided by
    private static final double MOST_TIMES = 1e6;
    private static final double MOST_YEARS = 100;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;
    private static final Set<String> KINDS = Set.of(
            "magnet", "metal", "alloy", "separation", "mine", "recycling", "thrifting", "substitution", "stockpile");

    private FactCheck() {}

    static void projects(List<Project> projects) {
        Set<String> seen = new HashSet<>();
        for (Project project : projects) {
            Fact fact = new Fact("Project", project.id(), project.citations());
            fact.once(seen);
            check(project, fact);
        }
    }

    static void options(List<PlanOption> options) {
        Set<String> seen = new HashSet<>();
        for (PlanOption option : options) {
            Fact fact = new Fact("Option", option.id(), List.of(option.citation()));
            fact.once(seen);
            check(option, fact);
        }
    }

    static void prices(List<Price> prices) {
        prices.forEach(price -> new Fact("The price of", price.productId(), List.of(price.citation()))
                .number("US dollars per tonne", price.usdPerTonne(), 0, MOST));
    }

    static void recipes(List<Recipe> recipes) {
        for (Recipe recipe : recipes) {
            Fact fact = new Fact("Recipe", recipe.id(), List.of(recipe.citation()));
            fact.range("input per output", recipe.inputPerOutput(), LEAST, MOST_TIMES);
            if (recipe.inputProduct().equals(recipe.outputProduct())) {
                throw fact.refused("output product", recipe.outputProduct(), "another one than what it takes in");
            }
        }
    }

    static void stocks(List<StockFact> stocks) {
        stocks.forEach(stock -> new Fact("The stock of", stock.holder(), List.of(stock.citation()))
                .range(stock.kind(), stock.value(), 0, MOST));
    }

    static void needs(List<PublishedNeed> needs) {
        for (PublishedNeed need : needs) {
            Fact fact = new Fact("The need of", need.place() + " " + need.productId(), List.of(need.citation()));
            fact.range("tonnes", need.tonnes(), 0, MOST);
            fact.year("year", OptionalInt.of(need.year()));
        }
    }

    static void substitution(Map<String, Double> shares) {
        shares.forEach((product, share) ->
                new Fact("The substitute for", product, List.of()).number("share of the demand", share, 0, 1));
    }

    static void needFactors(Map<String, Double> factors) {
        factors.forEach((key, factor) -> new Fact("The need of", key, List.of())
                .number("factor on what the network says", factor, 0, MOST_TIMES));
    }

    private static void check(Project project, Fact fact) {
        fact.number("capacity", project.capacity(), MOST);
        fact.number("capital in million US dollars", project.capexMillionUsd(), MOST);
        fact.number("public support in million US dollars", project.publicSupportMillionUsd(), MOST);
        for (Project.Output output : project.outputs()) {
            fact.range("t/yr of " + output.productId(), output.tonnesPerYear(), 0, MOST);
        }
        Project.Start start = project.start();
        fact.year("first year", start.year());
        fact.year("earliest first year", start.low());
        fact.year("latest first year", start.high());
        fact.order("earliest first year", start.low(), start.year());
        fact.order("earliest first year", start.low(), start.high());
        fact.order("first year", start.year(), start.high());
    }

    private static void check(PlanOption option, Fact fact) {
        if (!KINDS.contains(option.kind())) {
            throw fact.refused(
                    "kind", option.kind(), "one of those that a plan knows", Nearest.hint(option.kind(), KINDS));
        }
        fact.number("size of a module", option.moduleTonnesPerYear(), LEAST, MOST);
        fact.number("most in one place", option.maxTonnesPerYear(), 0, MOST);
        fact.range("capital in US dollars per t/yr", option.capexUsdPerTonne(), 0, MOST);
        fact.range("running cost in US dollars per t", option.opexUsdPerTonne(), 0, MOST);
        fact.range("lead in years", option.leadYears(), 0, MOST_YEARS);
        for (double part : option.ramp()) {
            fact.number("part in use after the start", part, 0, 1);
        }
        if (!Double.isNaN(option.effect())) { // it has none
            fact.number("effect", option.effect(), 0, MOST);
        }
    }

    /// A fact that is looked at.
    private record Fact(String kind, String id, List<Citation> citations) {

        void once(Set<String> seen) {
            if (!seen.add(id)) {
                throw refused("id", id, "there once", "one of the two has a name of its own");
            }
        }

        void number(String field, OptionalDouble value, double most) {
            if (value.isPresent()) {
                number(field, value.getAsDouble(), 0, most);
            }
        }

        void number(String field, double value, double least, double most) {
            if (!(value >= least && value <= most)) { // also refuses NaN
                throw refused(field, value, "from %s to %s".formatted(plain(least), plain(most)));
            }
        }

        void range(String field, Range range, double least, double most) {
            number(field, range.low(), least, most);
            number(field, range.value(), least, most);
            number(field, range.high(), least, most);
        }

        void year(String field, OptionalInt year) {
            if (year.isPresent() && (year.getAsInt() < FIRST_YEAR || year.getAsInt() > LAST_YEAR)) {
                throw refused(field, year.getAsInt(), "from %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
            }
        }

        void order(String field, OptionalInt first, OptionalInt then) {
            if (first.isPresent() && then.isPresent() && first.getAsInt() > then.getAsInt()) {
                throw refused(field, first.getAsInt(), "no later than " + then.getAsInt());
            }
        }

        IllegalArgumentException refused(String field, Object value, String rule) {
            return refused(
                    field,
                    value,
                    rule,
                    "a sign, a unit or a column slipped, or what is missing was written as a number");
        }

        IllegalArgumentException refused(String field, Object value, String rule, String hint) {
            String where = citations.isEmpty()
                    ? ""
                    : " (%s, %s)"
                            .formatted(
                                    citations.getFirst().figureId(),
                                    citations.getFirst().locator());
            return new IllegalArgumentException("""
                    %s '%s'%s: its %s is '%s'; it must be %s.
                    Maybe %s.""".formatted(kind, id, where, field, value, rule, hint));
        }

        private static String plain(double value) {
            return value == Math.rint(value) && value < 1e15 ? Long.toString((long) value) : Double.toString(value);
        }
    }
}
