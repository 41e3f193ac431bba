package org.monazite.pledges;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.monazite.pledges.Commitment.Firmness;
import org.monazite.pledges.internal.Span;
import org.monazite.supply.Citation;

/// Money that a place has promised, over all promises of a register: accepted and dated, each piece of evidence once,
/// currencies apart. Letters of interest, announcements and upper limits are told and never counted.
///
/// @param by place code
/// @param unit currency, such as `USD`
/// @param committed signed or decided, paid out included
/// @param drawn of it paid out
/// @param offered letters of interest, announcements, upper limits
/// @param pledgeIds promises it belongs to, in their order
/// @param citations who says so
public record PromisedMoney(
        String by,
        String unit,
        double committed,
        double drawn,
        double offered,
        List<String> pledgeIds,
        List<Citation> citations) {

    /// Copies the lists.
    public PromisedMoney {
        pledgeIds = List.copyOf(pledgeIds);
        citations = List.copyOf(citations);
    }

    /// What is on file on the date of the assessments, by place and then currency.
    ///
    /// @param all every promise once
    /// @param places whose money is asked for
    public static List<PromisedMoney> of(List<Assessment> all, Set<String> places) {
        TreeMap<String, TreeMap<String, Sum>> sums = new TreeMap<>();
        for (Assessment assessment : all) {
            for (Pledge.Evidence evidence : assessment.pledge().evidence()) {
                boolean known = evidence.accepted()
                        && evidence.direction() != Pledge.Direction.AGAINST
                        && Span.of(evidence.date())
                                .map(span -> !span.last().isAfter(assessment.asOf()))
                                .orElse(false);
                evidence.commitment()
                        .filter(money -> known && places.contains(money.by()))
                        .ifPresent(money -> sums.computeIfAbsent(money.by(), _ -> new TreeMap<>())
                                .computeIfAbsent(money.unit(), _ -> new Sum())
                                .add(money, assessment.pledge().id(), evidence.citation()));
            }
        }
        List<PromisedMoney> lines = new ArrayList<>();
        sums.forEach((by, units) -> units.forEach((unit, sum) -> lines.add(sum.line(by, unit))));
        return lines;
    }

    private static final class Sum {

        private double committed;
        private double drawn;
        private double offered;
        private final Set<String> pledges = new LinkedHashSet<>();
        private final Set<Citation> citations = new LinkedHashSet<>();

        private void add(Commitment money, String pledge, Citation citation) {
            committed += money.firmness() == Firmness.OFFERED ? 0 : money.amount();
            drawn += money.firmness() == Firmness.DRAWN ? money.amount() : 0;
            offered += money.firmness() == Firmness.OFFERED ? money.amount() : 0;
            pledges.add(pledge);
            citations.add(citation);
        }

        private PromisedMoney line(String by, String unit) {
            return new PromisedMoney(by, unit, committed, drawn, offered, List.copyOf(pledges), List.copyOf(citations));
        }
    }
}
