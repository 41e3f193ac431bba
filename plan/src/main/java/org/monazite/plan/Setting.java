package org.monazite.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// What a plan is to be read against: who needs and who can make how much in the target year, what the feared
/// supplier's shares are today, and whose goods contracts bring.
///
/// @param baseYear the year of the chain
/// @param stages products that works make, along the chain
/// @param today shares of the feared supplier in the base year
/// @param origins goods under contract
/// @param needs what happens if partners need as much as is published
/// @param overtime output of works over their capacity in a ban, an assumption; NaN where it is not known
public record Setting(
        int baseYear, List<Stage> stages, List<Share> today, List<Origin> origins, Needs needs, double overtime) {

    /// A setting without a word on overtime.
    public Setting(int baseYear, List<Stage> stages, List<Share> today, List<Origin> origins, Needs needs) {
        this(baseYear, stages, today, origins, needs, Double.NaN);
    }

    /// Nothing is known.
    public static final Setting NONE = new Setting(0, List.of(), List.of(), List.of(), Needs.NONE);

    /// Copies the lists.
    public Setting {
        stages = List.copyOf(stages);
        today = List.copyOf(today);
        origins = List.copyOf(origins);
    }

    /// Need and capacity for a product in the target year, t/yr.
    ///
    /// @param productId the product
    /// @param partnersNeed what works and users of the partners take in, in a year without a ban
    /// @param partnersMake what works of the partners can make, without the plan
    /// @param outsideMake what all works outside the feared supplier can make, without the plan
    /// @param backed what decisions of the plan add to that
    /// @param announced names of announced works, not decided, that would make it, in order of their ids
    public record Stage(
            String productId,
            double partnersNeed,
            double partnersMake,
            double outsideMake,
            double backed,
            List<String> announced) {

        /// Copies the list.
        public Stage {
            announced = List.copyOf(announced);
        }

        /// Need of the partners over all that is made outside the feared supplier; NaN where nobody needs it.
        public double tightness() {
            return partnersNeed > 0 ? partnersNeed / outsideMake : Double.NaN;
        }
    }

    /// Share of the feared supplier in what a partner takes in of a product, 0..1.
    ///
    /// @param partner place code
    /// @param productId the product
    /// @param direct part of own production and imports that comes straight from it; NaN where there is none
    /// @param traced part of the supply that it handled at any stage; NaN where there is none
    public record Share(String partner, String productId, double direct, double traced) {}

    /// Part of the goods under a contract that the feared supplier handled at any stage, 0..1.
    ///
    /// @param decisionId the contract
    /// @param today of what the works make today; NaN where they do not run yet
    /// @param inPlan of what they make in the target year with the plan, without a ban; NaN where they make nothing
    public record Origin(String decisionId, double today, double inPlan) {}

    /// A published need that differs from what the plan counts.
    ///
    /// @param partner place code
    /// @param productId the product
    /// @param year the year spoken of
    /// @param tonnes t/yr as published, with its range
    /// @param countedTonnes t/yr that the plan counts in the target year
    /// @param flag how careful a reader must be
    /// @param citation who says so
    public record Published(
            String partner,
            String productId,
            int year,
            Range tonnes,
            double countedTonnes,
            Flag flag,
            Citation citation) {}

    /// What bans cost if partners need as much as is published.
    ///
    /// @param lines where that differs from what the plan counts; none if nothing does
    /// @param before without the plan
    /// @param withPlan with it
    public record Needs(List<Published> lines, PlanResult.Loss before, PlanResult.Loss withPlan) {

        private static final PlanResult.Loss NOTHING = new PlanResult.Loss(0, "", "", 0, 0, 0);

        /// Nothing is published that differs.
        public static final Needs NONE = new Needs(List.of(), NOTHING, NOTHING);

        /// Copies the list.
        public Needs {
            lines = List.copyOf(lines);
        }
    }

    /// Stages by how much of all that is made outside the feared supplier the partners need, tightest first.
    public List<Stage> tightest() {
        return stages.stream()
                .filter(stage -> stage.tightness() > 0)
                .sorted(Comparator.comparingDouble(Stage::tightness).reversed().thenComparing(Stage::productId))
                .toList();
    }

    /// The share of today; empty where a partner takes in none of the product.
    public Optional<Share> findToday(String partner, String productId) {
        return today.stream()
                .filter(each ->
                        each.partner().equals(partner) && each.productId().equals(productId))
                .findFirst();
    }
}
