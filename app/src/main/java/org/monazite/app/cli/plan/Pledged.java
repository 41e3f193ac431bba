package org.monazite.app.cli.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.Decision;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Setting;
import org.monazite.pledges.PromisedMoney;
import org.monazite.supply.Project;
import org.monazite.supply.Range;

/// What a plan needs against what has been promised: tonnes by product, money by partner. A promise of tonnes is a
/// works that is decided; one that is announced only stands beside it and is never counted. Money on file names no
/// works of the plan, so it may cover the need or go elsewhere: what is missing lies between the two.
///
/// @param goods by product, along the chain
/// @param money by partner, in the order of the question
record Pledged(List<Goods> goods, List<Money> money) {

    Pledged {
        goods = List.copyOf(goods);
        money = List.copyOf(money);
    }

    /// A product, t/yr.
    ///
    /// @param productId the product
    /// @param need what partners take in during the target year
    /// @param standing what works outside the feared supplier can make that run already
    /// @param promised size of decided works that do not run yet, with its range
    /// @param counted what the plan counts on of them in the target year
    /// @param planned what the plan backs beyond them, at full size
    /// @param announced of it named projects, not decided
    /// @param beside size of announced works, not decided, that the plan does not back
    /// @param besideFrom earliest year in which one of them says it starts
    record Goods(
            String productId,
            double need,
            double standing,
            Range promised,
            double counted,
            double planned,
            double announced,
            double beside,
            OptionalInt besideFrom) {

        /// What the plan backs and nobody has announced.
        double missing() {
            return planned - announced;
        }
    }

    /// A partner's money, US dollars but for what is on file.
    ///
    /// @param partner place code
    /// @param need what the plan takes from it
    /// @param onFile what it has promised, by currency; none if nothing is on file
    record Money(String partner, double need, List<PromisedMoney> onFile) {

        Money {
            onFile = List.copyOf(onFile);
        }

        /// Least that is missing, if all that is signed went to the plan; NaN where some of it is in another currency.
        double leastMissing() {
            boolean foreign = onFile.stream().anyMatch(each -> !each.unit().equals("USD") && each.committed() > 0);
            double signed = onFile.stream()
                    .filter(each -> each.unit().equals("USD"))
                    .mapToDouble(PromisedMoney::committed)
                    .sum();
            return foreign ? Double.NaN : Math.max(0, need - signed);
        }
    }

    /// Sets a plan against what is on file.
    ///
    /// @param projects all works of the atlas
    /// @param onFile money of the partners
    static Pledged of(PlanResult plan, List<Project> projects, List<PromisedMoney> onFile) {
        Map<String, Project> byId = new LinkedHashMap<>();
        projects.forEach(project -> byId.put(project.id(), project));
        List<Goods> goods = new ArrayList<>();
        for (Setting.Stage stage : plan.setting().stages()) {
            goods.add(goods(plan, stage, byId));
        }
        List<Money> money = new ArrayList<>();
        for (String partner : plan.spec().partners()) {
            money.add(new Money(
                    partner,
                    plan.spentUsd().getOrDefault(partner, 0.0),
                    onFile.stream().filter(each -> each.by().equals(partner)).toList()));
        }
        return new Pledged(goods, money);
    }

    private static Goods goods(PlanResult plan, Setting.Stage stage, Map<String, Project> projects) {
        String product = stage.productId();
        Range promised = Range.exactly(0);
        double counted = 0;
        for (PlanResult.Counted works : plan.counted()) {
            if (works.productId().equals(product)) {
                promised = sum(promised, size(works, projects.get(works.id())));
                counted += works.countedTonnes();
            }
        }
        Set<String> backed = new LinkedHashSet<>();
        double planned = 0;
        double announced = 0;
        for (Decision each : plan.decisions()) {
            if (each.productId().equals(product) && isWorks(each.kind())) {
                backed.add(each.id());
                planned += each.tonnes();
                announced += each.generic() ? 0 : each.tonnes();
            }
        }
        double beside = 0;
        OptionalInt from = OptionalInt.empty();
        for (Project project : projects.values()) {
            boolean open = !project.status().isDecided()
                    && !project.place().equals(plan.spec().against())
                    && !backed.contains(project.id());
            double sold = open ? sold(project, product).value() : 0;
            beside += sold;
            OptionalInt start = project.start().year();
            if (sold > 0 && start.isPresent() && (from.isEmpty() || start.getAsInt() < from.getAsInt())) {
                from = start;
            }
        }
        return new Goods(
                product,
                stage.partnersNeed(),
                stage.outsideMake() - counted,
                promised,
                counted,
                planned,
                announced,
                beside,
                from);
    }

    /// True for plants, mines and recycling works.
    static boolean isWorks(Decision.Kind kind) {
        return switch (kind) {
            case PROJECT, MODULE, RECYCLING -> true;
            case SUBSTITUTION, STOCKPILE, OFFTAKE -> false;
        };
    }

    /// The size that the plan takes as stated, inside the range of the works' own record.
    private static Range size(PlanResult.Counted works, @Nullable Project project) {
        double stated = works.statedTonnes();
        if (project == null) {
            return Range.exactly(stated);
        }
        Range known = sold(project, works.productId());
        return new Range(stated, Math.min(stated, known.low()), Math.max(stated, known.high()));
    }

    private static Range sum(Range one, Range other) {
        return new Range(one.value() + other.value(), one.low() + other.low(), one.high() + other.high());
    }

    private static Range sold(Project project, String product) {
        Range sum = Range.exactly(0);
        for (Project.Output output : project.outputs()) {
            if (output.sellable() && output.productId().equals(product)) {
                sum = sum(sum, output.tonnesPerYear());
            }
        }
        return sum;
    }

    /// Decisions, dearest first: what would have to be promised.
    static List<Decision> asked(PlanResult plan) {
        return plan.decisions().stream()
                .sorted(Comparator.comparingDouble(Pledged::paid).reversed().thenComparing(Decision::id))
                .toList();
    }

    /// What partners put up for a decision, US dollars.
    static double paid(Decision decision) {
        double sum = 0;
        for (double usd : decision.paidUsd().values()) {
            sum += usd;
        }
        return sum;
    }
}
