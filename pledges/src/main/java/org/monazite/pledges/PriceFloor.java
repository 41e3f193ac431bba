package org.monazite.pledges;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.monazite.pledges.internal.Span;
import org.monazite.supply.Explained;
import org.monazite.supply.Explained.Term;
import org.monazite.supply.Price;
import org.monazite.supply.Range;

/// A guaranteed lowest price: the floor as published, and the last market quote, below which payments fall due. The
/// quote decides nothing.
final class PriceFloor implements Measure {

    private static final double KG_PER_TONNE = 1000;
    private static final String UNIT = "USD/kg";
    private static final String BUYER = "MP Materials";

    private static final Reading.Definition FLOOR =
            new Reading.Definition("floor", "floor price as published", "公表された下限価格");
    private static final Reading.Definition MARKET = new Reading.Definition(
            "market", "last market quote: payments fall due while it is below the floor", "直近の市場価格（下限を下回る間は支払いが生じる）");

    @Override
    public List<Reading> read(Question question) {
        return List.of(floor(question), market(question));
    }

    private static Reading floor(Question question) {
        Optional<Price> price =
                last(question, each -> each.policy() && each.basis().contains(BUYER));
        Explained value = value("price floor", price, "as published; not defined: no floor of " + BUYER + " on file");
        return Reading.of(question, FLOOR, value, period(price, question.asOf()));
    }

    private static Reading market(Question question) {
        Optional<Price> price = last(question, each -> !each.policy());
        Explained value = value("market price", price, "as published; not defined: no quote on file");
        return Reading.open(question, MARKET, value, period(price, question.asOf()));
    }

    private static Optional<Price> last(Question question, Predicate<Price> counts) {
        List<String> products = question.pledge().details().terms().of();
        return question.facts().prices().stream()
                .filter(price -> products.contains(price.productId()) && counts.test(price))
                .filter(price -> Span.of(price.period())
                        .map(span -> !span.first().isAfter(question.asOf()))
                        .orElse(false))
                .max(Comparator.comparing(
                        price -> Span.of(price.period()).orElseThrow().last()));
    }

    private static String period(Optional<Price> price, LocalDate asOf) {
        return price.map(Price::period).orElse(asOf.toString());
    }

    private static Explained value(String measure, Optional<Price> price, String missing) {
        if (price.isEmpty()) {
            return Figures.missing(measure, UNIT, missing, List.of());
        }
        double perKg = price.get().usdPerTonne() / KG_PER_TONNE;
        Term term = new Term(
                price.get().productId() + ", " + price.get().basis(),
                perKg,
                UNIT,
                price.get().flag(),
                List.of(price.get().citation()));
        return Figures.computed(measure, Range.exactly(perKg), UNIT, "as published", List.of(term));
    }
}
