package org.monazite.plan;

import java.util.List;

/// What stands in the way of the targets: the smallest sets of them that must give way so that the rest can
/// be
/// kept, beside the nearest plan that was found.
///
/// A partner's budget counts as a target. Shares traced through third countries are bracketed: a set suffices if
/// levels that plants declare keep the rest, and does not if even origins kept apart cannot. What lies between is
/// open.
///
/// @param nearest targets as the nearest plan has them
/// @param proof who has checked the nearest plan
/// @param size how many targets must give way; 0 if the budgets suffice for all that are rows
/// @param sets all sets of this size, by names
/// @param open sets of this size, and smaller ones, that the limit of time or the bracket of traced shares left
/// undecided; while a smaller one is open, those of this size may not be the smallest
public record Relaxing(
        List<PlanResult.TargetState> nearest, Proof proof, int size, List<Way> sets, List<List<String>> open) {

    /// Copies the lists.
    public Relaxing {
        nearest = List.copyOf(nearest);
        sets = List.copyOf(sets);
        open = List.copyOf(open);
    }

    /// Who has checked the nearest plan, then that of each set.
    public List<Proof> proofs() {
        List<Proof> proofs = new java.util.ArrayList<>(List.of(proof));
        sets.forEach(way -> proofs.add(way.proof()));
        proofs.removeIf(each -> each.equals(Proof.NOT_NEEDED));
        return proofs;
    }

    /// One set and how far it must give way at least, all other targets and budgets kept.
    ///
    /// @param gives one for each target of the set
    /// @param proof who has checked the plan with which it gives way so far
    public record Way(List<Gives> gives, Proof proof) {

        /// Copies the list.
        public Way {
            gives = List.copyOf(gives);
        }
    }

    /// One target that gives way.
    ///
    /// @param name such as `worst_ban`, `direct_share`, `traced_share`, `cvar`, `budget`
    /// @param partner place code; empty for all together, as of the mean of the worst years
    /// @param wanted the limit, 0..1; of a budget, or the mean of the worst years, US dollars
    /// @param needed the limit that can be kept, 0..1; of money US dollars; within 2 % of the least, NaN if that
    /// was not proved in time
    public record Gives(String name, String partner, double wanted, double needed) {

        /// How messages name it.
        public String id() {
            return partner.isEmpty() ? name : name + " " + partner;
        }
    }
}
