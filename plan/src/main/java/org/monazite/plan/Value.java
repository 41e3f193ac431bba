package org.monazite.plan;

import java.util.List;

/// What it would be worth to know which ban comes, and how much a plan is regretted. US dollars a year.
///
/// A ban of the model is a state of the world with its probability, times the weight of its year for the
/// later
/// assessed year; the rest of the probability is a year in which nothing happens.
///
/// @param planCostUsd yearly cost of the plan
/// @param expectedUsd expected value at risk it leaves
/// @param evpiUsd expected value of perfect information: cost and expected loss of the plan, less what they
/// would be
/// if the plan could be made knowing what happens; zero or more, up to the gap of the search
/// @param mean the plan for the mean year
/// @param lines what the plan costs in each state, and the best there; the last one is the state without a
/// ban
/// @param mostRegretUsd largest regret of the plan
/// @param leastRegretUsd smallest largest regret that a plan can have
/// @param leastRegretPlan ids of the plan that has it
/// @param leastRegretMoneyUsd its cost and expected loss
/// @param finished whether every search ended by itself
/// @param leastRegretProof who has checked the plan of the least regret
/// @param proof who has checked the plan
/// @param chances how likely the feared supplier stops shipments in a year, and why
public record Value(
        double planCostUsd,
        double expectedUsd,
        double evpiUsd,
        Mean mean,
        List<Line> lines,
        double mostRegretUsd,
        double leastRegretUsd,
        List<String> leastRegretPlan,
        double leastRegretMoneyUsd,
        boolean finished,
        Proof leastRegretProof,
        Proof proof,
        List<Chance> chances) {

    /// Copies the lists.
    public Value {
        lines = List.copyOf(lines);
        chances = List.copyOf(chances);
        leastRegretPlan = List.copyOf(leastRegretPlan);
    }

    /// Who has checked the plan, then the best for each state, that for the mean year and that of the least regret,
    /// as far as they were found.
    public List<Proof> proofs() {
        List<Proof> proofs = new java.util.ArrayList<>(List.of(proof));
        lines.forEach(line -> proofs.add(line.proof()));
        proofs.add(mean.proof());
        proofs.add(leastRegretProof);
        proofs.removeIf(each -> each.equals(Proof.NOT_NEEDED));
        return proofs;
    }

    /// The plan one would make for the mean year, in which every supplier ships a little less than usual,
    /// and what it
    /// does when bans come as they do.
    ///
    /// @param decisions ids of what it backs
    /// @param moneyUsd its cost and expected loss
    /// @param vssUsd value of the stochastic solution: that less cost and expected loss of the plan; NaN if
    /// the
    /// plan for
    /// the mean year breaks a target that the plan keeps, so that the two do not compare
    /// @param broken targets that it breaks beyond what the plan does, such as `worst_ban USA`
    /// @param proof who has checked it
    public record Mean(List<String> decisions, double moneyUsd, double vssUsd, List<String> broken, Proof proof) {

        /// Not sought, for want of time.
        public static final Mean UNKNOWN = new Mean(List.of(), Double.NaN, Double.NaN, List.of(), Proof.NOT_NEEDED);

        /// Copies the lists.
        public Mean {
            decisions = List.copyOf(decisions);
            broken = List.copyOf(broken);
        }
    }

    /// One state of the world.
    ///
    /// @param banId the ban; empty for none
    /// @param year the assessed year
    /// @param chance probability a year times the weight of the year
    /// @param planUsd cost of the plan and value at risk it leaves in this state
    /// @param bestUsd the least that both could be, had one known
    /// @param bestPlan ids of what one would have backed
    /// @param proof who has checked it
    public record Line(
            String banId, int year, double chance, double planUsd, double bestUsd, List<String> bestPlan, Proof proof) {

        /// Copies the list.
        public Line {
            bestPlan = List.copyOf(bestPlan);
        }

        /// How much more the plan costs than the best for this state.
        public double regretUsd() {
            return planUsd - bestUsd;
        }
    }
}
