package org.monazite.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who pays for a plan and who gains. Money is US dollars a year.
///
/// What a group bears is the yearly cost of its plan and the expected value at risk that its members keep,
/// as in
/// the objective of the plan: each ban with its probability, the later assessed year with its weight. Where the mean
/// of the worst years has a weight, value at risk counts as it is weighed, and what a partner keeps of that mean is
/// what it loses itself in the worst years of all.
///
/// @param groups every group of partners, planning by itself, in the order of bit masks; the last one is
/// all
/// @param lines one per partner
/// @param splits ways to share what all bear
/// @param planCostUsd yearly cost of the plan of all
/// @param leastCoreUsd the least by which the group that is worst off must bear more than by itself,
/// however the
/// cost is shared; nothing or less if there is a way with which nobody does better alone
/// @param prices what the prices of the plan of all pay for, by owner; empty where the solver gave none
public record Sharing(
        List<Group> groups,
        List<Line> lines,
        List<Split> splits,
        double planCostUsd,
        double leastCoreUsd,
        Optional<Prices> prices) {

    /// Copies the lists.
    public Sharing {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
        splits = List.copyOf(splits);
    }

    /// Partners who plan by themselves, with their budgets, needs and targets; projects in the places of
    /// the other
    /// partners are not open to them.
    ///
    /// @param members places
    /// @param planCostUsd yearly cost of their plan
    /// @param expectedUsd expected value at risk that they keep
    /// @param worstUnmet largest part of a member's demand unmet in a ban
    /// @param missed targets of members that their plan misses, such as `worst_ban USA`
    /// @param decisions ids of what they back
    /// @param proof who has checked their plan
    public record Group(
            List<String> members,
            double planCostUsd,
            double expectedUsd,
            double worstUnmet,
            List<String> missed,
            List<String> decisions,
            Proof proof) {

        /// Copies the lists.
        public Group {
            members = List.copyOf(members);
            missed = List.copyOf(missed);
            decisions = List.copyOf(decisions);
        }

        /// What the group bears.
        public double bornUsd() {
            return planCostUsd + expectedUsd;
        }
    }

    /// One partner.
    ///
    /// @param partner place code
    /// @param aloneUsd what it bears planning alone
    /// @param expectedBeforeUsd expected value at risk without any plan
    /// @param expectedAfterUsd the same with the plan of all
    /// @param worstBefore part of its demand unmet in its worst ban without any plan
    /// @param worstAlone the same with its own plan
    /// @param worstAfter the same with the plan of all
    public record Line(
            String partner,
            double aloneUsd,
            double expectedBeforeUsd,
            double expectedAfterUsd,
            double worstBefore,
            double worstAlone,
            double worstAfter) {

        /// Expected value at risk that the plan of all takes away.
        public double avoidedUsd() {
            return expectedBeforeUsd - expectedAfterUsd;
        }
    }

    /// How a cost is shared.
    public enum Rule {
        /// As the plan's own payments do: who stands in whose place, as far as budgets go.
        PLAN,
        /// The Shapley value.
        SHAPLEY,
        /// The nucleolus: the group worst off is as well off as can be.
        NUCLEOLUS,
        /// In proportion to the expected value at risk that is avoided.
        PRO_RATA,
        /// By the prices (duals) of the plan of all: what they pay for a partner's own needs, backing and
        /// budget; what stands anyway, which every group has, is credited in proportion to what needs are
        /// charged. Owen 1975.
        DUALS,
        /// The same with works, stocks and old trades credited to the partner in whose place they are.
        DUALS_OWNED;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// One way to share.
    ///
    /// @param rule which
    /// @param paymentUsd yearly payment towards the plan, by partner; below zero for one who is paid
    /// @param bornUsd payment and the expected value at risk kept, by partner
    /// @param worstExcessUsd by how much the group that is worst off bears more than by itself
    /// @param worstGroup that group
    public record Split(
            Rule rule,
            SortedMap<String, Double> paymentUsd,
            SortedMap<String, Double> bornUsd,
            double worstExcessUsd,
            List<String> worstGroup) {

        /// Copies the collections.
        public Split {
            paymentUsd = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(paymentUsd));
            bornUsd = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(bornUsd));
            worstGroup = List.copyOf(worstGroup);
        }
    }

    /// What all bear, taken apart by whose right-hand sides the prices of the plan of all pay for.
    ///
    /// @param lines one per partner, then one of nobody
    /// @param wholeUsd what it costs that modules cannot be divided: what all bear, less what the prices
    /// pay
    /// @param rest of strong duality that rounding leaves, part of the objective
    public record Prices(List<Priced> lines, double wholeUsd, double rest) {

        /// Copies the list.
        public Prices {
            lines = List.copyOf(lines);
        }

        /// What stands anyway, whoever owns it, what is nobody's, and what whole modules cost: in every
        /// group alike.
        public double commonUsd() {
            double sum = wholeUsd;
            for (Priced line : lines) {
                sum += line.holdingsUsd() + (line.partner().isEmpty() ? line.ownUsd() : 0);
            }
            return sum;
        }
    }

    /// What the prices pay for right-hand sides of one owner.
    ///
    /// @param partner place code; empty for nobody
    /// @param needsUsd value at risk, demand, limits and caps
    /// @param decisionsUsd what could be backed or contracted; below zero where more of it would save
    /// @param budgetUsd money; below zero where more of it would save
    /// @param holdingsUsd works that stand, stocks, old trades; below zero where they save
    public record Priced(String partner, double needsUsd, double decisionsUsd, double budgetUsd, double holdingsUsd) {

        /// What differs between a group with the partner and one without it.
        public double ownUsd() {
            return needsUsd + decisionsUsd + budgetUsd;
        }
    }

    /// Two groups that bear more together than apart.
    ///
    /// @param group one
    /// @param other the other
    /// @param moreUsd by how much
    /// @param shared ids without their partner of what both back or contract when they plan apart: alone, each
    /// takes what there is of it; together they share it
    public record Coupling(List<String> group, List<String> other, double moreUsd, List<String> shared) {

        /// Copies the lists.
        public Coupling {
            group = List.copyOf(group);
            other = List.copyOf(other);
            shared = List.copyOf(shared);
        }
    }

    private static final double GAP = 2e-4; // of the plans, part of what is born
    private static final double LEAST_USD = 1000;

    /// Pairs of groups that bear more together than apart, beyond what the gap of the plans explains; none if every
    /// group can do together what its parts do alone.
    public List<Coupling> couplings() {
        List<Coupling> couplings = new java.util.ArrayList<>();
        for (int one = 1; one <= groups.size(); one++) {
            for (int other = one + 1; other <= groups.size(); other++) {
                if ((one & other) == 0) {
                    Group a = groups.get(one - 1);
                    Group b = groups.get(other - 1);
                    double apart = a.bornUsd() + b.bornUsd();
                    double more = groups.get((one | other) - 1).bornUsd() - apart;
                    if (more > LEAST_USD + GAP * Math.abs(apart)) {
                        couplings.add(new Coupling(a.members(), b.members(), more, shared(a, b)));
                    }
                }
            }
        }
        return couplings;
    }

    private static List<String> shared(Group a, Group b) {
        java.util.TreeSet<String> both = new java.util.TreeSet<>();
        a.decisions().forEach(id -> both.add(bare(id)));
        both.retainAll(b.decisions().stream().map(Sharing::bare).toList());
        return List.copyOf(both);
    }

    private static String bare(String id) {
        return id.startsWith("offtake.") && id.contains("@") ? id.substring(0, id.lastIndexOf('@')) : id;
    }

    /// Who has checked the plans, by group.
    public List<Proof> proofs() {
        return groups.stream().map(Group::proof).toList();
    }

    /// The group of all.
    public Group all() {
        return groups.getLast();
    }

    /// The split of a rule.
    public Split get(Rule rule) {
        return find(rule).orElseThrow();
    }

    /// The split of a rule; empty for those by prices where there are none.
    public Optional<Split> find(Rule rule) {
        return splits.stream().filter(split -> split.rule() == rule).findFirst();
    }
}
