package org.monazite.plan.world;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Project;
import org.monazite.supply.Range;

/// What things cost, in million US dollars.
final class Costs {

    private static final double LOW = 0.75; // least of latest over first announced capital, nine plants
    private static final double HIGH = 2.4; // most of it

    private final PlanInput input;
    private final PlanSpec spec;

    Costs(PlanInput input, PlanSpec spec) {
        this.input = input;
        this.spec = spec;
    }

    /// Yearly charge for capital: annuity and running cost above price.
    double yearly(double capital) {
        double r = spec.discountRate();
        double annuity = r == 0 ? 1.0 / Guess.ANNUITY_YEARS : r / (1 - StrictMath.pow(1 + r, -Guess.ANNUITY_YEARS));
        return capital * (annuity + Guess.RUNNING);
    }

    /// Yearly charge for a stock that keeps its value.
    double holding(double purchase) {
        return purchase * (spec.discountRate() + Guess.HOLDING);
    }

    /// Capital of a project that a plan reckons with: [Guess#OVERRUN] times what is announced, else times the usual
    /// capital per tonne of all it makes.
    OptionalDouble capital(Project project, Map<String, Double> sells) {
        OptionalDouble announced = announced(project, sells);
        return announced.isEmpty() ? announced : OptionalDouble.of(announced.getAsDouble() * Guess.OVERRUN);
    }

    private OptionalDouble announced(Project project, Map<String, Double> sells) {
        if (project.capexMillionUsd().isPresent()) {
            return project.capexMillionUsd();
        }
        String kind = switch (project.stage()) {
            case MINE, MIXED -> "mine";
            case REFINED -> "separation";
            case METAL -> "metal";
            case ALLOY -> "alloy";
            case COMPONENT -> "magnet";
            case ENDUSE, SCRAP -> "";
        };
        List<PlanOption> known = input.options().stream()
                .filter(option -> option.kind().equals(kind))
                .toList();
        Optional<PlanOption> same = known.stream()
                .filter(option -> option.outputProduct().equals(project.productId()))
                .findFirst();
        return same.or(() -> known.stream()
                        .min(Comparator.comparingDouble(
                                option -> option.capexUsdPerTonne().value())))
                .map(option -> OptionalDouble.of(
                        option.capexUsdPerTonne().value() * sized(project, sells, option) / World.USD))
                .orElse(OptionalDouble.empty());
    }

    /// Tonnes for which an option states its capital: of mines what they dig, of the heavy part of a separation the
    /// dysprosium, with which the terbium comes, of other separation all oxides.
    private static double sized(Project project, Map<String, Double> sells, PlanOption option) {
        return switch (project.stage()) {
            case MINE, MIXED -> project.capacity().orElse(0);
            case REFINED ->
                option.effectUnit().contains("per t " + project.productId())
                        ? sells.getOrDefault(project.productId(), 0.0)
                        : sells.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum();
            case METAL, ALLOY, COMPONENT, ENDUSE, SCRAP -> sells.getOrDefault(project.productId(), 0.0);
        };
    }

    static Range range(double capital) {
        double announced = capital / Guess.OVERRUN;
        return new Range(capital, announced * LOW, announced * HIGH);
    }

    /// What partners must put up.
    static double cash(Project project, double capital) {
        double open = capital - project.publicSupportMillionUsd().orElse(0);
        return Math.max(Guess.LEAST_CASH * capital, open);
    }

    /// Latest price that is no floor, M USD/kt.
    OptionalDouble price(String product) {
        List<Price> known = input.prices().stream()
                .filter(price -> price.productId().equals(product) && !price.policy())
                .sorted(Comparator.comparing(Price::period).thenComparing(Price::usdPerTonne))
                .toList();
        if (known.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(known.getLast().usdPerTonne() / (World.USD / World.TONNES));
    }

    /// Capital of one module of an option, with the overrun of announced capital; the purchase for a stock.
    static Range capital(PlanOption option) {
        double size = option.moduleTonnesPerYear() / World.USD;
        if (option.kind().equals("stockpile")) {
            return option.opexUsdPerTonne().times(size);
        }
        Range announced = option.capexUsdPerTonne().times(size);
        double value = announced.value() * Guess.OVERRUN;
        return new Range(value, Math.min(announced.low(), value), Math.max(announced.high(), value));
    }
}
