package org.monazite.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What is asked of a plan. Money is constant US dollars of the base year.
///
/// @param name its name in the workspace
/// @param partners places that pay and are protected, in the order they were named
/// @param against the supplier whose bans are feared most
/// @param budgetUsd what each partner may spend over all plan years, by place; every partner has an entry
/// @param asOfYear the year in which decisions are taken
/// @param targetYear the year from which the targets hold
/// @param lastYear last year of the plan
/// @param banQuarters length of the bans it must stand, in quarters, 1 to 12
/// @param targets what is wanted
/// @param discountRate per year, real
/// @param tail `beta` of the conditional value at risk, 0 to below 1
/// @param genericPart part of the maximum of a generic option that a plan may count on, 0..1
/// @param include ids of projects or options that must be in
/// @param exclude ids of projects or options that must be out
/// @param timeLimitSeconds after which the best plan so far is returned
/// @param rules how it is sought: how traced shares are capped, what else may happen
public record PlanSpec(
        String name,
        List<String> partners,
        String against,
        SortedMap<String, Double> budgetUsd,
        int asOfYear,
        int targetYear,
        int lastYear,
        int banQuarters,
        Targets targets,
        double discountRate,
        double tail,
        double genericPart,
        List<String> include,
        List<String> exclude,
        double timeLimitSeconds,
        PlanRules rules) {

    /// Seconds a search may take where the question says nothing else.
    public static final double USUAL_SECONDS = 60;

    /// How traced shares are capped.
    public enum Traced {
        /// By tightening the caps on direct shares until the share that is measured fits: quick, proves
        /// nothing.
        STEERED,
        /// Every pool declares a level that what comes in must keep: the true share is never above the cap.
        DECLARED,
        /// Plants keep origins apart as they like: no plan that keeps the cap can be better than this one.
        APART;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What is wanted from the target year on; 1 turns a limit off.
    ///
    /// @param directShare most of a partner's supply of a product, own production and imports, that may come
    /// straight from the feared supplier, 0..1
    /// @param tracedShare most of a partner's supply that it may have handled at any stage, 0..1
    /// @param worstBan most of a partner's magnet demand that may be unmet in any ban, 0..1
    public record Targets(double directShare, double tracedShare, double worstBan) {

        /// Checks the ranges.
        public Targets {
            share("targets.direct_share", directShare);
            share("targets.traced_share", tracedShare);
            share("targets.worst_ban", worstBan);
        }
    }

    /// Checks the ranges and copies the collections.
    public PlanSpec {
        if (partners.isEmpty()) {
            throw new IllegalArgumentException("plan.partners needs at least one place.");
        }
        partners = List.copyOf(partners);
        budgetUsd = Collections.unmodifiableSortedMap(new TreeMap<>(budgetUsd));
        for (String partner : partners) {
            Double money = budgetUsd.get(partner);
            if (money == null || !(money >= 0) || money.isInfinite()) {
                throw new IllegalArgumentException(
                        "plan.budget_usd of %s must be zero or more US dollars, was %s.".formatted(partner, money));
            }
        }
        if (targetYear <= asOfYear || lastYear < targetYear || lastYear > asOfYear + 30) {
            throw new IllegalArgumentException(
                    "plan years must rise: as_of_year %d < target_year %d <= last_year %d, 30 years at most."
                            .formatted(asOfYear, targetYear, lastYear));
        }
        if (banQuarters < 1 || banQuarters > 12) {
            throw new IllegalArgumentException("plan.ban_quarters must be from 1 to 12, was " + banQuarters + ".");
        }
        if (!(discountRate >= 0 && discountRate <= 0.5)) {
            throw new IllegalArgumentException("plan.discount_rate must be from 0 to 0.5, was " + discountRate + ".");
        }
        if (!(tail >= 0 && tail < 1)) {
            throw new IllegalArgumentException("plan.tail must be from 0 to below 1, was " + tail + ".");
        }
        share("plan.generic_part", genericPart);
        if (!(timeLimitSeconds > 0)) {
            throw new IllegalArgumentException(
                    "plan.time_limit_seconds must be more than 0, was " + timeLimitSeconds + ".");
        }
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (partners.contains(against)) {
            throw new IllegalArgumentException("""
                    plan.against is '%s', who is also one of plan.partners %s.
                    Maybe name another supplier, or leave it out of the partners.""".formatted(against, partners));
        }
        for (String id : include) {
            if (exclude.contains(id)) {
                throw new IllegalArgumentException("""
                        plan.include and plan.exclude both name '%s'.
                        Maybe leave it in one of them.""".formatted(id));
            }
        }
    }

    /// The default question for some partners with one budget, shared equally.
    public static PlanSpec of(List<String> partners, String against, double budgetUsd) {
        TreeMap<String, Double> shares = new TreeMap<>();
        partners.forEach(partner -> shares.put(partner, budgetUsd / partners.size()));
        return new PlanSpec(
                "default",
                partners,
                against,
                shares,
                2026,
                2030,
                2036,
                8,
                new Targets(0.65, 0.5, 0.10),
                0.04,
                0.9,
                1.0 / 3,
                List.of(),
                List.of(),
                USUAL_SECONDS,
                PlanRules.DEFAULT);
    }

    /// The same with other budgets.
    public PlanSpec withBudget(Map<String, Double> usd) {
        return changed(spec -> spec.budgetUsd = new TreeMap<>(usd));
    }

    /// The same with one budget, shared in the proportions of this one (equally if this one is nothing); lines of the
    /// budgets grow with it.
    public PlanSpec withBudget(double usd) {
        double total = totalBudgetUsd();
        TreeMap<String, Double> shares = new TreeMap<>();
        budgetUsd.forEach(
                (partner, money) -> shares.put(partner, total > 0 ? usd * money / total : usd / budgetUsd.size()));
        PlanSpec scaled = withBudget(shares);
        boolean lines = total > 0 && rules.funding().isDetailed();
        return lines ? scaled.with(rules.with(rules.funding().times(usd / total))) : scaled;
    }

    /// The same with other targets.
    public PlanSpec with(Targets other) {
        return changed(spec -> spec.targets = other);
    }

    /// The same with other ids forced in or out.
    public PlanSpec with(List<String> forcedIn, List<String> forcedOut) {
        return changed(spec -> {
            spec.include = forcedIn;
            spec.exclude = forcedOut;
        });
    }

    /// The same sought in another way.
    public PlanSpec with(PlanRules other) {
        return changed(spec -> spec.rules = other);
    }

    /// The same with another tail.
    ///
    /// @param beta of the mean of the worst years, 0 to below 1
    public PlanSpec withTail(double beta) {
        return new PlanSpec(
                name,
                partners,
                against,
                budgetUsd,
                asOfYear,
                targetYear,
                lastYear,
                banQuarters,
                targets,
                discountRate,
                beta,
                genericPart,
                include,
                exclude,
                timeLimitSeconds,
                rules);
    }

    /// The same with another weight of the mean of the worst years, or another target for it.
    public PlanSpec with(Risk risk) {
        return with(rules.with(risk));
    }

    /// The same with another limit of time.
    public PlanSpec within(double seconds) {
        return changed(spec -> spec.timeLimitSeconds = seconds);
    }

    /// The same with the targets holding from another year on.
    ///
    /// @throws IllegalArgumentException if it does not lie after `as_of_year` and before `last_year`
    public PlanSpec by(int year) {
        return changed(spec -> spec.targetYear = year);
    }

    /// Most of a partner's demand that may be unmet in any ban, 0..1.
    public double banLimit(String partner) {
        if (rules.bystanders().contains(partner)) {
            return 1;
        }
        return rules.banLimit().getOrDefault(partner, targets.worstBan());
    }

    /// True if a partner must lose no more in any ban than it does without the plan.
    public boolean keepsWhatItHas(String partner) {
        return rules.noWorse() || rules.bystanders().contains(partner);
    }

    /// Most of a partner's supply of a product that may come straight from the feared supplier, 0..1.
    public double directLimit(String partner) {
        return rules.bystanders().contains(partner) ? 1 : targets.directShare();
    }

    /// What all partners may spend together.
    public double totalBudgetUsd() {
        double sum = 0;
        for (double money : budgetUsd.values()) {
            sum += money;
        }
        return sum;
    }

    /// Refuses what is no share.
    static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value + ".");
        }
    }

    private PlanSpec changed(Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        return draft.spec();
    }

    /// This question while it is being changed: what nobody changes stays out of it.
    private final class Draft {

        private SortedMap<String, Double> budgetUsd = PlanSpec.this.budgetUsd;
        private int targetYear = PlanSpec.this.targetYear;
        private Targets targets = PlanSpec.this.targets;
        private List<String> include = PlanSpec.this.include;
        private List<String> exclude = PlanSpec.this.exclude;
        private double timeLimitSeconds = PlanSpec.this.timeLimitSeconds;
        private PlanRules rules = PlanSpec.this.rules;

        private PlanSpec spec() {
            return new PlanSpec(
                    name,
                    partners,
                    against,
                    budgetUsd,
                    asOfYear,
                    targetYear,
                    lastYear,
                    banQuarters,
                    targets,
                    discountRate,
                    tail,
                    genericPart,
                    include,
                    exclude,
                    timeLimitSeconds,
                    rules);
        }
    }
}
