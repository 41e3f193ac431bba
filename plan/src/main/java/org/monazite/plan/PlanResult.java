package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.replay.Replays;
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
/// @param chances how likely the feared supplier stops shipments in a year, and why
/// @param shifts partners who lose more with the plan than without it
/// @param fair what it costs that no ban takes more from a partner than without the plan
/// @param unknownOrigin part of what a partner's users take in that comes from nobody known, by partner: no ban
/// reaches it
/// @param setting what it is to be read against: need and capacity by stage, shares of today, origin of contracts
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
        Check check,
        Second second,
        Replay replay,
        LowValue lowValue,
        Search search,
        List<Assumed> assumptions,
        Flag flag,
        Traced traced,
        List<Hang> hangsOn,
        Calibration calibration,
        Late late,
        List<Chance> chances,
        List<Shift> shifts,
        Fair fair,
        SortedMap<String, Double> unknownOrigin,
        Setting setting) {

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
            Check check,
            Second second,
            Replay replay,
            LowValue lowValue,
            Search search,
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
                Traced.STEERED,
                List.of(),
                Calibration.NONE,
                Late.NONE,
                List.of(),
                List.of(),
                Fair.NONE,
                new TreeMap<>(),
                Setting.NONE);
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
                chances,
                shifts,
                fair,
                unknownOrigin,
                setting);
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
            double tailUsd) {}

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
    /// @param subject what it is about: a partner, or partner and product, such as `JPN ndfeb.magnet`
    /// @param wanted the limit, 0..1
    /// @param before without the plan
    /// @param reached with the plan
    /// @param kept whether it is within the limit
    /// @param onPaper kept by the plan's own arithmetic but not in the replay by the daily engine
    public record TargetState(
            String name, String subject, double wanted, double before, double reached, boolean kept, boolean onPaper) {}

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

    /// What our own verifier found: code that shares nothing with the model or the solver.
    ///
    /// @param verified whether every balance, capacity, stock, budget, loss, cost and target agrees
    /// @param largestViolation relative to the scale of its row
    /// @param where the row of the largest violation
    /// @param rows how many rows were checked
    public record Check(boolean verified, double largestViolation, String where, int rows) {}

    /// What another solver found for the same rows.
    ///
    /// @param solver its name; empty if none ran
    /// @param objectiveDifference relative
    /// @param agrees whether the difference is within what is allowed
    public record Second(String solver, double objectiveDifference, boolean agrees) {}

    /// The plan played in the daily engine.
    ///
    /// @param lines one per partner
    /// @param largestGap largest difference in points of demand, 0..1
    /// @param demandTonnes a year of each partner's demand for what its users take in, t; empty if not known
    public record Replay(List<Line> lines, double largestGap, SortedMap<String, Double> demandTonnes) {

        /// Without the partners' demand.
        public Replay(List<Line> lines, double largestGap) {
            this(lines, largestGap, new TreeMap<>());
        }

        /// Where plan and engine differ most, and how much of it all partners share.
        ///
        /// @param line ban and partner
        /// @param isAfter whether it is with the plan
        /// @param plan part unmet by the plan's arithmetic
        /// @param engine the same by the engine
        /// @param planTogether the same of all partners together by the plan's arithmetic
        /// @param engineTogether the same by the engine
        public record Gap(
                Line line, boolean isAfter, double plan, double engine, double planTogether, double engineTogether) {

            /// What all partners lose more in the engine: no foresight, day by day. Below zero, what they win from
            /// others there, as the plan keeps everybody to its share of normal years.
            public double foresight() {
                return engineTogether - planTogether;
            }

            /// What this partner loses more than that: who gets the goods.
            public double division() {
                return engine - plan - foresight();
            }
        }

        /// The largest difference at one partner; empty if demand is not known or nothing was played.
        public java.util.Optional<Gap> gap() {
            java.util.Optional<Gap> most = java.util.Optional.empty();
            for (Line line : demandTonnes.isEmpty() ? List.<Line>of() : lines) {
                for (boolean isAfter : new boolean[] {false, true}) {
                    Gap gap = gap(line, isAfter);
                    double size = Math.abs(gap.engine() - gap.plan());
                    if (most.isEmpty()
                            || size > Math.abs(most.get().engine() - most.get().plan())) {
                        most = java.util.Optional.of(gap);
                    }
                }
            }
            return most;
        }

        private Gap gap(Line line, boolean isAfter) {
            double demand = 0;
            double plan = 0;
            double engine = 0;
            for (Line each : lines) {
                if (each.banId().equals(line.banId())) {
                    double tonnes = demandTonnes.getOrDefault(each.partner(), 0.0);
                    demand += tonnes;
                    plan += tonnes * (isAfter ? each.planAfter() : each.planBefore());
                    engine += tonnes * (isAfter ? each.engineAfter() : each.engineBefore());
                }
            }
            return new Gap(
                    line,
                    isAfter,
                    isAfter ? line.planAfter() : line.planBefore(),
                    isAfter ? line.engineAfter() : line.engineBefore(),
                    demand > 0 ? plan / demand : 0,
                    demand > 0 ? engine / demand : 0);
        }

        /// Copies the lines.
        public Replay {
            lines = List.copyOf(lines);
            demandTonnes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(demandTonnes));
        }

        /// One ban at one partner: part of magnet demand unmet over its length by the plan's arithmetic and by the
        /// daily engine.
        ///
        /// @param banId the ban
        /// @param partner place code
        /// @param planBefore without the plan, by the plan's arithmetic
        /// @param engineBefore without the plan, by the daily engine, mean of the rules that ensembles play
        /// @param spanBefore the same from the kindest to the hardest rules
        /// @param planAfter with the plan, by the plan's arithmetic
        /// @param engineAfter with the plan, by the daily engine, mean of the rules that ensembles play
        /// @param spanAfter the same from the kindest to the hardest rules
        /// @param engineWorstWeekAfter week, from 1, with most unmet with the plan; 0 for none
        public record Line(
                String banId,
                String partner,
                double planBefore,
                double engineBefore,
                Replays.Span spanBefore,
                double planAfter,
                double engineAfter,
                Replays.Span spanAfter,
                int engineWorstWeekAfter) {}
    }

    /// The same question with a fifth of the value at risk.
    ///
    /// @param samePlan whether the same decisions come out
    /// @param onlyHere ids that are in this plan alone
    /// @param onlyThere ids that are in the other alone
    public record LowValue(boolean samePlan, List<String> onlyHere, List<String> onlyThere) {

        /// Not asked, for want of time.
        public static final LowValue UNKNOWN = new LowValue(false, List.of(), List.of());

        /// Copies the lists.
        public LowValue {
            onlyHere = List.copyOf(onlyHere);
            onlyThere = List.copyOf(onlyThere);
        }
    }

    /// Caps on traced shares by levels that pools declare: the true share is never above the declared one.
    ///
    /// @param boundUsd objective below which no plan lies that keeps the caps, US dollars a year: origins kept
    /// apart as plants like. The objective is yearly cost, expected value at risk and the weights of what is
    /// missed
    /// @param objectiveUsd that of the plan; NaN if the caps were steered
    /// @param lines shares by partner and product
    public record Traced(double boundUsd, double objectiveUsd, List<Line> lines) {

        /// Caps that were steered, not declared.
        public static final Traced STEERED = new Traced(Double.NaN, Double.NaN, List.of());

        /// Copies the lines.
        public Traced {
            lines = List.copyOf(lines);
        }

        /// A partner's traced share of a product.
        ///
        /// @param partner place code
        /// @param productId the product
        /// @param cap the limit, 0..1
        /// @param declared the share by declared levels
        /// @param actual the share that mixing gives, by the code of `exposure`
        public record Line(String partner, String productId, double cap, double declared, double actual) {}
    }

    /// Decided works that the plan counts on, and what bans do without a plan if they do not come: the N-1
    /// criterion of gas supply (Regulation (EU) 2017/1938, Annex II) applied to works instead of pipelines.
    ///
    /// @param id the project
    /// @param name its name
    /// @param place where it stands
    /// @param productId product of the scarcest stage in the partners' places that it makes
    /// @param countedTonnes of that product, as the plan counts on it in the target year, t
    /// @param worstUnmet part of a partner's demand unmet in the worst ban before the plan, without them
    /// @param worstPartner the partner it hits
    /// @param worstBan id of that ban
    /// @param worstWithPlan the same part with the plan's decisions, without them
    public record Hang(
            String id,
            String name,
            String place,
            String productId,
            double countedTonnes,
            double worstUnmet,
            String worstPartner,
            String worstBan,
            double worstWithPlan) {}

    /// What it costs that no ban takes more from a partner than it takes without the plan.
    ///
    /// @param binds whether the rule changes the plan; the rest is said only if it does
    /// @param pricedUsd yearly cost and expected value at risk with the rule, less those without it; below zero
    /// where without it a target of another partner could be kept better, at a price
    /// @param spentUsd money of all partners without the rule
    /// @param worst part of each partner's demand unmet in its worst ban, with the rule
    /// @param worstWithout the same without the rule
    public record Fair(
            boolean binds,
            double pricedUsd,
            double spentUsd,
            SortedMap<String, Double> worst,
            SortedMap<String, Double> worstWithout) {

        /// The rule does not hold, or holds by itself.
        public static final Fair NONE = new Fair(false, 0, Double.NaN, new TreeMap<>(), new TreeMap<>());

        /// Copies the maps.
        public Fair {
            worst = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(worst));
            worstWithout = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(worstWithout));
        }
    }

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

    /// A partner who loses more with the plan than without it.
    ///
    /// @param partner place code
    /// @param banId its worst ban with the plan
    /// @param before part of its demand unmet in its worst ban without the plan
    /// @param after the same with it
    /// @param unmet part unmet in that ban with the plan, by partner
    /// @param held the same if the partner is held at what it lost without the plan, nothing else bought;
    /// empty if the decisions do not allow it: others have bought what it used to get
    public record Shift(
            String partner,
            String banId,
            double before,
            double after,
            SortedMap<String, Double> unmet,
            SortedMap<String, Double> held) {

        /// Copies the maps.
        public Shift {
            unmet = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unmet));
            held = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(held));
        }
    }

    /// How likely a supplier stops shipments, or puts them under licence, in a year, however long.
    ///
    /// @param supplier place code
    /// @param kind `stop` or `licence`
    /// @param perYear 0..1
    /// @param years of the record
    /// @param controls ids of the dated controls that count
    /// @param given whether the question gives it: then the controls did not decide it
    public record Chance(
            String supplier, String kind, double perYear, int years, List<String> controls, boolean given) {

        /// Copies the list.
        public Chance {
            controls = List.copyOf(controls);
        }
    }

    /// The same question when all works that are decided, but do not run yet, come later than the plan counts
    /// on: what bans do then without a plan and with this one, and the plan that is best then.
    ///
    /// @param years how much later; 0 where nothing was asked or nothing would change
    /// @param before what bans cost then without a plan
    /// @param withPlan what they cost then with the decisions of this plan
    /// @param after what they cost then with the plan that is best then
    /// @param onTime what they cost with that plan if works come as counted
    /// @param decisions of the plan that is best then
    /// @param costUsd its cost per year to society
    /// @param spentUsd money it uses, by partner
    /// @param kept whether it keeps every target then
    /// @param verified whether our own verifier agrees with it
    public record Late(
            int years,
            Loss before,
            Loss withPlan,
            Loss after,
            Loss onTime,
            List<Decision> decisions,
            double costUsd,
            SortedMap<String, Double> spentUsd,
            boolean kept,
            boolean verified) {

        private static final Loss NOTHING = new Loss(0, "", "", 0, 0, 0);

        /// Nothing was asked, or nothing would change.
        public static final Late NONE =
                new Late(0, NOTHING, NOTHING, NOTHING, NOTHING, List.of(), 0, new TreeMap<>(), true, true);

        /// Copies the collections.
        public Late {
            decisions = List.copyOf(decisions);
            spentUsd = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(spentUsd));
        }

        /// True if there is an answer.
        public boolean isAsked() {
            return years > 0;
        }

        /// Money that the plan uses, all partners.
        public double totalSpentUsd() {
            double sum = 0;
            for (double usd : spentUsd.values()) {
                sum += usd;
            }
            return sum;
        }
    }

    /// How the limit of bans was tightened until the daily engine keeps the target.
    ///
    /// @param asked whether it was
    /// @param closed whether the engine keeps the target with the plan shown
    /// @param rounds what was tried, first the question as it is
    public record Calibration(boolean asked, boolean closed, List<Round> rounds) {

        /// No calibration.
        public static final Calibration NONE = new Calibration(false, false, List.of());

        /// Copies the rounds.
        public Calibration {
            rounds = List.copyOf(rounds);
        }

        /// One plan.
        ///
        /// @param limit of unmet demand that it had to keep, by partner
        /// @param plan unmet in the worst ban by the plan's arithmetic, by partner
        /// @param engine the same by the daily engine, over the bans that were played
        /// @param spentUsd money used by all
        public record Round(
                SortedMap<String, Double> limit,
                SortedMap<String, Double> plan,
                SortedMap<String, Double> engine,
                double spentUsd) {

            /// Copies the maps.
            public Round {
                limit = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(limit));
                plan = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(plan));
                engine = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(engine));
            }
        }
    }

    /// How the plan was found.
    ///
    /// @param solver name and version
    /// @param rows of the model
    /// @param columns of the model
    /// @param nonzeros of the model
    /// @param integers of the model
    /// @param bound best bound of the objective
    /// @param gap relative, 0..1
    /// @param seconds wall time; for people only, never part of a digest or of JSON
    /// @param method `extensive` for all bans in one model, `decomposed` for one model per ban and a master
    /// @param why the reason for the method, in English
    /// @param whyJa the same in Japanese
    /// @param iterations of the simplex method, or rounds over all bans
    /// @param trouble what had to be tried because of numerical trouble, such as `without-presolve`; mostly nothing
    public record Search(
            String solver,
            int rows,
            int columns,
            int nonzeros,
            int integers,
            double bound,
            double gap,
            double seconds,
            String method,
            String why,
            String whyJa,
            long iterations,
            List<String> trouble) {

        /// Copies the list.
        public Search {
            trouble = List.copyOf(trouble);
        }
    }

    /// The decision of this id.
    public Optional<Decision> find(String id) {
        return decisions.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
