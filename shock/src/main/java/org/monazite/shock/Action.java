package org.monazite.shock;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who does what and when. Days count from the start of the scenario; windows are half-open, `end` not included.
public sealed interface Action {

    /// Most that final demand can grow in a scenario, times the baseline.
    double MOST_GROWTH = 100;

    /// Longest voyage that can be stated, in days.
    int MOST_LAG = 365;

    /// Flows are stopped or cut to a share of their baseline.
    ///
    /// @param allowed share of the baseline that may still be ordered, 0..1
    record ExportBan(Targets targets, int start, int end, double allowed) implements Action {

        /// Checks the ranges.
        public ExportBan {
            ActionChecks.window("ban", start, end);
            ActionChecks.share("ban.allowed", allowed);
        }
    }

    /// Flows need a permit; applications wait, part of them is refused.
    ///
    /// @param delayDays mean time to a decision; less than three days count as three
    /// @param approval share of applications that are granted, from a day on, in order
    /// @param controlled share of the flow that needs a permit, 0..1
    /// @param spill share of the rest that waits as well because it travels under the same code, 0..1
    /// @param spillDelayDays how long that waits
    /// @param capPerDay most that is granted per day over all flows hit; infinite for no cap
    record LicenceRegime(
            Targets targets,
            int start,
            int end,
            double delayDays,
            List<Approval> approval,
            double controlled,
            double spill,
            double spillDelayDays,
            double capPerDay)
            implements Action {

        /// Checks the ranges.
        public LicenceRegime {
            ActionChecks.window("licence", start, end);
            ActionChecks.share("licence.controlled", controlled);
            ActionChecks.share("licence.spill", spill);
            ActionChecks.zeroOrMore("licence.delay_days", delayDays);
            ActionChecks.zeroOrMore("licence.spill_delay_days", spillDelayDays);
            ActionChecks.notNegative("licence.cap_per_day", capPerDay);
            approval = List.copyOf(approval);
            if (approval.isEmpty()) {
                throw new IllegalArgumentException("licence.approval needs at least one share.");
            }
        }
    }

    /// A share of applications that is granted, from a day on.
    record Approval(int day, double share) {

        /// Checks the range.
        public Approval {
            ActionChecks.share("licence.approval", share);
        }
    }

    /// Makers lose capacity, then recover; all makers on their sites lose with them.
    ///
    /// @param places places of the makers
    /// @param product what they make; empty for all
    /// @param loss share of capacity lost, 0..1
    /// @param recoveryDays how long the recovery takes after the end; its time constant if exponential
    /// @param recovery how capacity comes back
    record Outage(
            Set<String> places,
            Set<String> product,
            int start,
            int end,
            double loss,
            double recoveryDays,
            Recovery recovery)
            implements Action {

        /// An outage with linear recovery.
        public Outage(Set<String> places, Set<String> product, int start, int end, double loss, double recoveryDays) {
            this(places, product, start, end, loss, recoveryDays, Recovery.LINEAR);
        }

        /// Checks the ranges.
        public Outage {
            ActionChecks.window("outage", start, end);
            ActionChecks.share("outage.loss", loss);
            ActionChecks.zeroOrMore("outage.recovery_days", recoveryDays);
            places = Set.copyOf(places);
            product = Set.copyOf(product);
        }
    }

    /// How capacity comes back after an outage: `loss max(0, 1 - d / R)` or `loss exp(-d / R)`, d days after its end.
    enum Recovery {
        /// In equal steps, complete after R days.
        LINEAR,
        /// A constant part of what is missing every day.
        EXPONENTIAL
    }

    /// A sea lane is shut: ships take their detour, or another route of the same pair of places that avoids the lane,
    /// or do not sail where there is neither. Of several lanes shut on one route the longest detour counts.
    ///
    /// @param lane its id, such as `LN-TWS`
    /// @param extraDays detour in days, rounded up; infinite for none; empty takes the one of each route
    /// @param underWay what becomes of ships that had left before the lane was shut
    /// @param underWayDays how much later they arrive if they are delayed, rounded up
    record LaneClosure(
            String lane, int start, int end, Optional<Double> extraDays, UnderWay underWay, double underWayDays)
            implements Action {

        /// A closure that ships under way have passed already.
        public LaneClosure(String lane, int start, int end, Optional<Double> extraDays) {
            this(lane, start, end, extraDays, UnderWay.CONTINUE, 0);
        }

        /// Checks the window.
        public LaneClosure {
            ActionChecks.window("lane", start, end);
            extraDays
                    .filter(days -> days < Double.POSITIVE_INFINITY || days.isNaN())
                    .ifPresent(days -> ActionChecks.zeroOrMore("lane.extra_days", days));
            ActionChecks.zeroOrMore("lane.under_way_days", underWayDays);
        }
    }

    /// What becomes of ships that had left before their lane was shut.
    enum UnderWay {
        /// They arrive as planned.
        CONTINUE,
        /// They wait until the lane opens, then go on.
        STOP,
        /// They arrive some days later.
        DELAY
    }

    /// Final demand rises.
    ///
    /// @param growth share of the baseline, -1 or more
    /// @param rampDays days until it is reached in full
    record DemandSurge(Set<String> places, Set<String> products, int start, int end, double growth, double rampDays)
            implements Action {

        /// Checks the ranges.
        public DemandSurge {
            ActionChecks.window("surge", start, end);
            ActionChecks.within("surge.growth", growth, -1, MOST_GROWTH);
            ActionChecks.zeroOrMore("surge.ramp_days", rampDays);
            places = Set.copyOf(places);
            products = Set.copyOf(products);
        }
    }

    /// A strategic stock is drawn down while users' cover is low.
    ///
    /// @param place whose users are served
    /// @param product the stocked product
    /// @param tonnes how much there is
    /// @param tonnesPerDay how fast it can leave
    /// @param trigger what sets it off, once
    /// @param coverStop days of cover at which it pauses
    /// @param leadDays days from the trigger to the first delivery
    record StockRelease(
            String place,
            String product,
            double tonnes,
            double tonnesPerDay,
            Trigger trigger,
            double coverStop,
            int leadDays)
            implements Action {

        /// A release that low cover of the users sets off.
        public StockRelease(
                String place,
                String product,
                double tonnes,
                double tonnesPerDay,
                double coverBelow,
                double coverStop,
                int leadDays) {
            this(place, product, tonnes, tonnesPerDay, new Trigger.CoverBelow(coverBelow), coverStop, leadDays);
        }

        /// Checks the ranges.
        public StockRelease {
            ActionChecks.zeroOrMore("release.tonnes", tonnes);
            ActionChecks.zeroOrMore("release.tonnes_per_day", tonnesPerDay);
            ActionChecks.zeroOrMore("release.cover_stop", coverStop);
            ActionChecks.zeroOrMore("release.lead_days", leadDays);
        }
    }

    /// No more than so many tonnes a period. Each day what is left of the period over its days left may be ordered,
    /// shared over the flows in proportion to their orders. What is not shipped stays for later days of the period.
    ///
    /// @param tonnes per period, over all flows hit
    /// @param periodDays length of a period, counted from the start; 1 or more
    record Quota(Targets targets, int start, int end, double tonnes, int periodDays) implements Action {

        /// Checks the ranges.
        public Quota {
            ActionChecks.window("quota", start, end);
            ActionChecks.zeroOrMore("quota.tonnes", tonnes);
            if (periodDays < 1) {
                throw new IllegalArgumentException("quota.period_days must be 1 or more, was " + periodDays + ".");
            }
        }
    }

    /// Buyers fed by flows that a control will hit stock up from its announcement on: they aim at
    /// `eager x (effective - announced)` days more and want them by the day it takes effect.
    ///
    /// @param announced day of the announcement
    /// @param effective day on which the control takes effect
    /// @param eager part of the days of notice that they want in stock, 0..1
    record Rush(Targets targets, int announced, int effective, double eager) implements Action {

        /// Checks the ranges.
        public Rush {
            ActionChecks.window("rush", announced, effective);
            ActionChecks.share("rush.eager", eager);
        }
    }

    /// Users hold more of an input than usual, whether anybody cut them off or not; pools do not.
    ///
    /// @param places of the users; empty for all
    /// @param products that they hoard; empty for all
    /// @param extraDays days of use that they want in stock beyond their target
    /// @param decayDays time constant in which that fades after the end; 0 ends it at once
    record Hoarding(Set<String> places, Set<String> products, int start, int end, double extraDays, double decayDays)
            implements Action {

        /// Checks the ranges.
        public Hoarding {
            ActionChecks.window("hoarding", start, end);
            ActionChecks.zeroOrMore("hoarding.extra_days", extraDays);
            ActionChecks.zeroOrMore("hoarding.decay_days", decayDays);
            places = Set.copyOf(places);
            products = Set.copyOf(products);
        }
    }

    /// Part of a controlled flow goes on through third countries while the control is in force.
    ///
    /// @param targets the flows that are controlled
    /// @param via through which places, in equal parts
    /// @param share part of the baseline flow that would pass if nobody looked, 0..1
    /// @param enforcement part of that which is stopped, 0..1
    /// @param delayDays time that the way round costs beyond both voyages, rounded up
    /// @param rampDays days until the way is used in full
    record Leakage(
            Targets targets,
            Set<String> via,
            int start,
            int end,
            double share,
            double enforcement,
            double delayDays,
            double rampDays)
            implements Action {

        /// Checks the ranges.
        public Leakage {
            ActionChecks.window("leakage", start, end);
            ActionChecks.share("leakage.share", share);
            ActionChecks.share("leakage.enforcement", enforcement);
            ActionChecks.zeroOrMore("leakage.delay_days", delayDays);
            ActionChecks.atMost("leakage.delay_days", delayDays, MOST_LAG);
            ActionChecks.zeroOrMore("leakage.ramp_days", rampDays);
            via = Set.copyOf(via);
            if (via.isEmpty()) {
                throw new IllegalArgumentException("leakage.via needs at least one place.");
            }
        }
    }

    /// A trade that does not exist today begins: a supplier is qualified by new buyers.
    ///
    /// @param from place of the supplier
    /// @param to place of the buyers
    /// @param product what is sold
    /// @param tonnesPerYear most that is traded in the end
    /// @param qualifyDays days from the trigger until then; trade grows in equal steps
    /// @param trigger what makes buyers begin
    /// @param lagDays voyage; empty takes the route of the pair, else 25 days
    record NewSupplier(
            String from,
            String to,
            String product,
            double tonnesPerYear,
            double qualifyDays,
            Trigger trigger,
            Optional<Integer> lagDays)
            implements Action {

        /// Checks the ranges.
        public NewSupplier {
            if (from.equals(to)) {
                throw new IllegalArgumentException("new_supplier.from and to are both '%s'.".formatted(from));
            }
            ActionChecks.zeroOrMore("new_supplier.t_per_year", tonnesPerYear);
            ActionChecks.zeroOrMore("new_supplier.qualify_days", qualifyDays);
            lagDays.ifPresent(days -> ActionChecks.whole("new_supplier.lag_days", days, 1, MOST_LAG));
        }
    }

    /// Users learn to do with less of an input while it is scarce: the saving rule with their own figures.
    ///
    /// @param places of the users; empty for all
    /// @param products that they save; empty for all
    /// @param most part of the input that can be saved, 0..1
    /// @param days how slowly, time constant; 1 or more
    record Substitution(Set<String> places, Set<String> products, int start, double most, double days)
            implements Action {

        /// Checks the ranges.
        public Substitution {
            ActionChecks.window("substitution", start, Integer.MAX_VALUE);
            ActionChecks.share("substitution.most", most);
            ActionChecks.atLeastOne("substitution.days", days);
            places = Set.copyOf(places);
            products = Set.copyOf(products);
        }
    }

    /// Makers, such as recyclers, follow the price: capacity times g, with
    /// `g += (min(ceiling, P^elasticity) - g) / days` and P the price paid for what they sell, times the baseline.
    ///
    /// @param places of the makers; empty for all
    /// @param nodes products or node keys, such as `JPN/ndpr.oxide/recycled`
    /// @param elasticity of capacity to price, 0 or more
    /// @param days how slowly; 1 or more
    /// @param ceiling most that g can be; 1 or more
    record Recycling(Set<String> places, Set<String> nodes, int start, double elasticity, double days, double ceiling)
            implements Action {

        /// Checks the ranges.
        public Recycling {
            ActionChecks.window("recycling", start, Integer.MAX_VALUE);
            ActionChecks.zeroOrMore("recycling.elasticity", elasticity);
            ActionChecks.atLeastOne("recycling.days", days);
            ActionChecks.atLeastOne("recycling.ceiling", ceiling);
            places = Set.copyOf(places);
            nodes = Set.copyOf(nodes);
            if (nodes.isEmpty()) {
                throw new IllegalArgumentException("recycling.nodes needs at least one product or node.");
            }
        }
    }

    /// Idle works come back: capacity rises in equal steps after a lead and stays.
    ///
    /// @param place where they are
    /// @param node product or node key of makers that exist there
    /// @param tonnesPerYear capacity that comes back
    /// @param trigger a day or a price
    /// @param leadDays days from the trigger to the first output
    /// @param rampDays days from there to full capacity
    record Restart(String place, String node, double tonnesPerYear, Trigger trigger, int leadDays, double rampDays)
            implements Action {

        /// Checks the ranges.
        public Restart {
            ActionChecks.zeroOrMore("restart.t_per_year", tonnesPerYear);
            ActionChecks.zeroOrMore("restart.lead_days", leadDays);
            ActionChecks.zeroOrMore("restart.ramp_days", rampDays);
            if (trigger instanceof Trigger.CoverBelow) {
                throw new IllegalArgumentException("restart.trigger must be a day or a price, not a cover.");
            }
        }
    }

    /// Several futures of a measure, equally likely: a single run plays the first, the members of an ensemble play them
    /// in turn.
    ///
    /// @param branches what happens in each; none holds a branching itself
    record Branching(List<List<Action>> branches) implements Action {

        /// Copies the lists.
        public Branching {
            branches = branches.stream().map(List::copyOf).toList();
            if (branches.isEmpty() || branches.stream().flatMap(List::stream).anyMatch(Branching.class::isInstance)) {
                throw new IllegalArgumentException("A branching needs branches, and none inside a branch.");
            }
        }
    }
}
