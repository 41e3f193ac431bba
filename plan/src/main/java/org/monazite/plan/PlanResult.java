package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.supply.Assumed;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;

/// A plan: what to back, what it costs, what it saves, and who has checked it. Shares 0..1, money US dollars.
///
/// @param spec what was asked
/// @param outcome how the search ended
/// @param decisions what to back, by start year, then id
/// @param costUsd cost per year to society in the target year: annuities, running cost above price, holding
/// @param spentUsd money used, by partner
/// @param lossBefore what bans cost without the plan, in the target year
/// @param lossAfter the same with it
/// @param bans every ban that was looked at, worst without the plan first
/// @param dependence shares of the feared supplier per partner and product, before and after
/// @param targets what was wanted and what is reached
/// @param counted works that are decided without the plan and that it counts on, by stage
/// @param leftOut projects and options that are not in, with the reason
/// @param check what our own verifier found
/// @param second what another solver found
/// @param replay the plan played in the daily engine
/// @param lowValue whether a fifth of the value at risk gives another plan
/// @param search how the plan was found
/// @param assumptions what had to be assumed
/// @param flag the weakest flag of what it rests on
/// @param traced caps on traced shares by declared levels, if they were asked for
/// @param hangsOn decided works on which most hangs: what bans do if one does not come
/// @param calibration how the limit of bans was tightened until the daily engine keeps it, if asked for
/// @param late the same question when works that are decided come later than counted
/// @param announced the same question where only announced works may be backed, if the plan rests on others
/// @param chances how likely the feared supplier stops shipments in a year, and why
/// @param shifts partners who lose more with the plan than without it
/// @param fair what it costs that no ban takes more from a partner than without the plan
/// @param unknownOrigin part of what a partner's users take in that comes from nobody known, by partner: no ban
/// reaches it
/// @param setting what it is to be read against: need and capacity by stage, shares of today, origin of contracts
/// @param money when and how it is paid, where the question says when or how money may be put up
/// @param stocks days that its stocks cover, and what bans of other lengths take under the rule of release
public record PlanResult(
        PlanSpec spec,
        Outcome outcome,
        List<Decision> decisions,
        double costUsd,
        SortedMap<String, Double> spentUsd,
        Loss lossBefore,
        Loss lossAfter,
        List<Ban> bans,
        List<Dependence> dependence,
        List<TargetState> targets,
        List<Counted> counted,
        List<LeftOut> leftOut,
        OwnCheck check,
        SecondSolver second,
        Replay replay,
        LowValue lowValue,
        HowFound search,
        List<Assumed> assumptions,
        Flag flag,
        TracedLevels traced,
        List<Hang> hangsOn,
        Calibration calibration,
        Late late,
        Announced announced,
        List<Chance> chances,
        List<Shift> shifts,
        PriceOfFairness fair,
        SortedMap<String, Double> unknownOrigin,
        Setting setting,
        Money money,
        Stockpiles stocks) {

    /// A plan with traced shares steered, and without a word on what it hangs on.
    public PlanResult(
            PlanSpec spec,
            Outcome outcome,
            List<Decision> decisions,
            double costUsd,
            SortedMap<String, Double> spentUsd,
            Loss lossBefore,
            Loss lossAfter,
            List<Ban> bans,
            List<Dependence> dependence,
            List<TargetState> targets,
            List<Counted> counted,
            List<LeftOut> leftOut,
            OwnCheck check,
            SecondSolver second,
            Replay replay,
            LowValue lowValue,
            HowFound search,
            List<Assumed> assumptions,
            Flag flag) {
        this(
                spec,
                outcome,
                decisions,
                costUsd,
                spentUsd,
                lossBefore,
                lossAfter,
                bans,
                dependence,
                targets,
                counted,
                leftOut,
                check,
                second,
                replay,
                lowValue,
                search,
                assumptions,
                flag,
                TracedLevels.STEERED,
                List.of(),
                Calibration.NONE,
                Late.NONE,
                Announced.NONE,
                List.of(),
                List.of(),
                PriceOfFairness.NONE,
                new TreeMap<>(),
                Setting.NONE,
                Money.OPEN,
                Stockpiles.NONE);
    }

    /// The same as the end of a calibration.
    PlanResult with(Calibration how) {
        return new PlanResult(
                spec,
                outcome,
                decisions,
                costUsd,
                spentUsd,
                lossBefore,
                lossAfter,
                bans,
                dependence,
                targets,
                counted,
                leftOut,
                check,
                second,
                replay,
                lowValue,
                search,
                assumptions,
                flag,
                traced,
                hangsOn,
                how,
                late,
                announced,
                chances,
                shifts,
                fair,
                unknownOrigin,
                setting,
                money,
                stocks);
    }

    /// Copies the collections.
    public PlanResult {
        decisions = List.copyOf(decisions);
        spentUsd = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(spentUsd));
        bans = List.copyOf(bans);
        dependence = List.copyOf(dependence);
        targets = List.copyOf(targets);
        counted = List.copyOf(counted);
        leftOut = List.copyOf(leftOut);
        hangsOn = List.copyOf(hangsOn);
        chances = List.copyOf(chances);
        shifts = List.copyOf(shifts);
        unknownOrigin = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unknownOrigin));
        assumptions = List.copyOf(assumptions);
    }

    /// How the search ended.
    public enum Outcome {
        /// The best plan, within the gap.
        OPTIMAL,
        /// Stopped by the time limit with a plan in hand; `search` has bound and gap.
        BEST_KNOWN,
        /// Not every target is reached: the nearest plan that was found.
        NEAREST;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /// What bans cost in one year, over all partners.
    ///
    /// @param worstUnmet part of a partner's demand for magnets that is unmet in the worst ban, over its length
    /// @param worstPartner the partner it hits
    /// @param worstBan id of that ban
    /// @param worstUsd value at risk per year in that ban, all partners: an upper bound
    /// @param expectedUsd sum of probability times value at risk
    /// @param tailUsd conditional value at risk at the tail of the spec
    public record Loss(
            double worstUnmet,
            String worstPartner,
            String worstBan,
            double worstUsd,
            double expectedUsd,
            double tailUsd) {

        /// Nothing was asked.
        static final Loss NONE = new Loss(0, "", "", 0, 0, 0);

        /// False if demand is unmet and no value at risk is known for it: then no loss in money is known, and not zero.
        public boolean isValued() {
            return worstUsd > 0 || worstUnmet == 0;
        }
    }

    /// One ban that was looked at.
    ///
    /// @param id such as `CHN:refined`
    /// @param supplier who stops
    /// @param products what no longer leaves it
    /// @param quarters how long
    /// @param probability per year
    /// @param unmetBefore part of demand unmet without the plan, by partner
    /// @param unmetAfter the same with it
    /// @param lossBeforeUsd value at risk per year without the plan, all partners
    /// @param lossAfterUsd the same with it
    public record Ban(
            String id,
            String supplier,
            List<String> products,
            int quarters,
            double probability,
            SortedMap<String, Double> unmetBefore,
            SortedMap<String, Double> unmetAfter,
            double lossBeforeUsd,
            double lossAfterUsd) {

        /// Copies the collections.
        public Ban {
            products = List.copyOf(products);
            unmetBefore = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unmetBefore));
            unmetAfter = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unmetAfter));
        }
    }

    /// Shares of the feared supplier at one partner for one product in the target year, nobody banning anything.
    ///
    /// @param partner place code
    /// @param productId the product
    /// @param directBefore part of imports without the plan; NaN where nothing is imported
    /// @param directAfter the same with it
    /// @param supplyBefore part of own production and imports that comes straight from there, without the plan;
    /// NaN where there is none. The cap on direct shares is about this one
    /// @param supplyAfter the same with it
    /// @param tracedBefore part of the supply handled by the supplier at any stage, without the plan
    /// @param tracedAfter the same with it
    public record Dependence(
            String partner,
            String productId,
            double directBefore,
            double directAfter,
            double supplyBefore,
            double supplyAfter,
            double tracedBefore,
            double tracedAfter) {}

    /// What was wanted and what is reached.
    ///
    /// @param name key of the target, such as `worst_ban`
    /// @param subject what it is about: a partner, or partner and product, such as `JPN ndfeb.magnet`; empty for
    /// all together
    /// @param wanted the limit, 0..1; of the mean of the worst years US dollars a year, as what is reached
    /// @param before without the plan
    /// @param reached with the plan
    /// @param kept whether it is within the limit
    /// @param onPaper kept by the plan's own arithmetic but not in the replay by the daily engine
    public record TargetState(
            String name, String subject, double wanted, double before, double reached, boolean kept, boolean onPaper) {

        /// Name of the target for the mean of the worst years, which is about nobody in particular.
        public static final String CVAR = "cvar";

        /// Name and subject, such as `worst_ban USA`.
        public String id() {
            return subject.isEmpty() ? name : name + " " + subject;
        }

        /// True if it is about money, not about shares.
        public boolean isMoney() {
            return name.equals(CVAR);
        }
    }

    /// One product of a plant, mine or works that goes ahead without the plan.
    ///
    /// @param id the project
    /// @param name its name
    /// @param operator who runs it
    /// @param place where it stands
    /// @param productId what it sells
    /// @param statusId how far it is, such as `construction`
    /// @param startYear first year of output as announced; 0 when not stated
    /// @param statedTonnes size, t/yr; an unverified one at the low end of its range
    /// @param countedTonnes what the plan counts on in the target year, t
    /// @param flag how careful a reader must be
    /// @param citations who says so
    public record Counted(
            String id,
            String name,
            String operator,
            String place,
            String productId,
            String statusId,
            int startYear,
            double statedTonnes,
            double countedTonnes,
            Flag flag,
            List<Citation> citations) {

        /// Copies the list.
        public Counted {
            citations = List.copyOf(citations);
        }
    }

    /// A project or option that is not in.
    ///
    /// @param id its id
    /// @param nameEn its name in English
    /// @param nameJa its name in Japanese
    /// @param reasonEn why, in English
    /// @param reasonJa why, in Japanese
    public record LeftOut(String id, String nameEn, String nameJa, String reasonEn, String reasonJa) {}

    /// A partner who loses more in a ban with the plan than without it, although the question asks that none does.
    ///
    /// @param partner place code
    /// @param banId the ban
    /// @param before part of its demand unmet in that ban without the plan
    /// @param after the same with it
    public record Worse(String partner, String banId, double before, double after) {}

    /// Who loses more in which ban although nobody should, by a hundredth of a percent of demand or more; empty where
    /// the rule is kept or not asked for.
    public List<Worse> worse() {
        List<Worse> worse = new ArrayList<>();
        for (Ban ban : bans) {
            ban.unmetAfter().forEach((partner, after) -> {
                double before = ban.unmetBefore().getOrDefault(partner, 0.0);
                if (spec.keepsWhatItHas(partner) && after - before >= LEAST_WORSE) {
                    worse.add(new Worse(partner, ban.id(), before, after));
                }
            });
        }
        return worse;
    }

    private static final double LEAST_WORSE = 1e-4;

    /// The worst years with the plan, or without it.
    public Tail tail(boolean withPlan) {
        return Tail.of(bans, spec.tail(), withPlan);
    }

    /// The decision of this id.
    public Optional<Decision> find(String id) {
        return decisions.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
