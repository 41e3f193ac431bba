package org.monazite.plan;

import java.util.List;

/// Which decisions all good plans share. A good plan costs, with the expected value at risk it leaves, at
/// most a
/// little more than the best one and keeps every target as well.
///
/// @param tolerance how much more a good plan may cost, such as 0.03
/// @param bestUsd cost and expected value at risk of the plan, US dollars a year
/// @param items every project, option and contract that can be chosen, by state, then id
/// @param other a good plan as unlike the plan as could be found
/// @param otherUsd its cost and expected value at risk
/// @param otherWorst part of a partner's demand unmet in its worst ban
/// @param otherMissed targets that it misses, such as `worst_ban USA`
/// @param otherProof who has checked it
/// @param proof who has checked the plan
public record Alternatives(
        double tolerance,
        double bestUsd,
        List<Item> items,
        List<String> other,
        double otherUsd,
        double otherWorst,
        List<String> otherMissed,
        Proof otherProof,
        Proof proof) {

    /// Copies the lists.
    public Alternatives {
        items = List.copyOf(items);
        other = List.copyOf(other);
        otherMissed = List.copyOf(otherMissed);
    }

    /// Who has checked the plan, then the one most unlike it.
    public List<Proof> proofs() {
        return List.of(proof, otherProof);
    }

    /// What good plans have in common about a thing.
    public enum State {
        /// It is in every good plan.
        ALWAYS,
        /// Some good plans have it, others do not.
        OPTIONAL,
        /// No good plan has it.
        NEVER,
        /// The time limit came before an answer.
        OPEN;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A project, option or contract.
    ///
    /// @param id its id
    /// @param nameEn its name in English
    /// @param nameJa its name in Japanese
    /// @param state whether it is in all, some or no good plans
    /// @param inPlan whether the plan has it
    /// @param least least of it in a good plan that was seen: modules, or t/yr of a contract
    /// @param most most of it in a good plan that was seen
    /// @param unitTonnes tonnes a year of a module (tonnes of a stock) at full size, 1 for a contract; 0
    /// where it has none
    public record Item(
            String id,
            String nameEn,
            String nameJa,
            State state,
            boolean inPlan,
            double least,
            double most,
            double unitTonnes) {

        /// Least of it in a good plan that was seen: t/yr at full size, t of a stock.
        public double leastTonnes() {
            return least * unitTonnes;
        }

        /// Most of it in a good plan that was seen: t/yr at full size, t of a stock.
        public double mostTonnes() {
            return most * unitTonnes;
        }
    }
}
