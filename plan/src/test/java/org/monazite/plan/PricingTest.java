package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The split by the prices of the plan of all (Owen 1975). A failure names its seed.
class PricingTest {

    private static double common(Sharing.Prices prices) {
        return prices.commonUsd() - prices.wholeUsd();
    }

    /// What no group can bear less than, by weak duality: the prices of the plan of all fit its rows too.
    private static double least(Sharing.Prices prices, List<String> members) {
        double sum = common(prices);
        for (Sharing.Priced line : prices.lines()) {
            sum += members.contains(line.partner()) ? line.ownUsd() : 0;
        }
        return sum;
    }

    private static Sharing sharing(int seed) {
        BruteForceTest.Question question = BruteForceTest.Question.of(seed);
        return Planner.of(question.input(), 1, _ -> {}).share(question.spec());
    }

    @Test
    void dbg() {
        for (int seed = 1; seed <= 40; seed++) {
            Sharing s = sharing(seed);
            Sharing.Prices prices = s.prices().orElseThrow();
            StringBuilder b = new StringBuilder("seed " + seed + " common " + common(prices) / 1e6 + " whole " + prices.wholeUsd() / 1e6 + " caps " + BruteForceTest.Question.of(seed).spec().targets().directShare());
            for (var g : s.groups()) b.append(" | " + g.members() + " " + g.bornUsd() / 1e6 + " >= " + least(prices, g.members()) / 1e6 + g.missed() + (g.bornUsd() < least(prices, g.members()) - 3e5 ? " BAD" : ""));
            b.append(" excess " + s.get(Sharing.Rule.DUALS).worstExcessUsd() / 1e6 + " owned " + s.get(Sharing.Rule.DUALS_OWNED).worstExcessUsd() / 1e6+ " rata " + s.get(Sharing.Rule.PRO_RATA).worstExcessUsd() / 1e6+ " core " + s.leastCoreUsd() / 1e6);
            System.out.println(b);
        }
    }
}
