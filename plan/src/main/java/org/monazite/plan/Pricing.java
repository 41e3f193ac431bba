package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.DualPart.Kind;
import org.monazite.plan.equations.DualParts;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.SolverException;
import org.monazite.plan.world.World;

/// What all partners bear, shared by the prices of their plan: `p_i = y b_i`, where `y` are the duals of
/// the held rows with modules divided and `b_i` the right-hand sides that come in with partner `i`. Owen
/// 1975, On the core of linear production games.
///
/// A group has the same rows with `b_0 + sum of b_i of its members`, `b_0` being what stands for everybody,
/// and fewer columns; so by weak duality `c(S) >= y b_0 + sum of y b_i`. Where `y b_0 >= 0` every way to
/// divide it by parts of zero or more leaves `p(S) <= c(S)`: the split lies in the core. Where `y b_0 < 0`
/// - what stands saves cost, and every group has it in full - it need not.
final class Pricing {

    private static final double CLOSE = 1e-6; // part of the objective: strong duality

    private final Solver solver;

    Pricing(Solver solver) {
        this.solver = solver;
    }

    /// Empty where the solver gives no prices, or none whose parts add up.
    ///
    /// @param found the plan of all
    /// @param bornUsd what all bear
    Optional<Sharing.Prices> of(Search.Found found, List<String> partners, double bornUsd) {
        Around around = found.plan().around();
        Model rows = around.priced(found.solution());
        Solution solved;
        try {
            solved = solver.solve(rows, Limits.EXACT);
        } catch (SolverException refused) {
            return Optional.empty();
        }
        if (!solved.hasPlan() || !solved.hasDuals()) {
            return Optional.empty();
        }
        DualParts parts = around.duals(rows, solved);
        return parts.rest() <= CLOSE ? Optional.of(prices(parts, partners, bornUsd)) : Optional.empty();
    }

    private static Sharing.Prices prices(DualParts parts, List<String> partners, double bornUsd) {
        List<Sharing.Priced> lines = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i <= partners.size(); i++) {
            int owner = i < partners.size() ? i : -1;
            lines.add(new Sharing.Priced(
                    i < partners.size() ? partners.get(i) : "",
                    parts.sum(owner, Kind.NEEDS) * World.USD,
                    parts.sum(owner, Kind.DECISIONS) * World.USD,
                    parts.sum(owner, Kind.BUDGET) * World.USD,
                    (parts.sum(owner, Kind.HOLDINGS) + parts.sum(owner, Kind.PATTERN)) * World.USD));
            sum += parts.sum(owner) * World.USD;
        }
        return new Sharing.Prices(lines, bornUsd - sum, parts.rest());
    }

    /// What each partner bears if all that stands is common.
    static double[] shared(Sharing.Prices prices) {
        return divided(prices, new double[prices.lines().size() - 1], prices.commonUsd());
    }

    /// What each partner bears if what stands in its place is its own.
    static double[] owned(Sharing.Prices prices) {
        double[] own = new double[prices.lines().size() - 1];
        double common = prices.commonUsd();
        for (int i = 0; i < own.length; i++) {
            own[i] = prices.lines().get(i).holdingsUsd();
            common -= own[i];
        }
        return divided(prices, own, common);
    }

    /// Own parts, and the common one in proportion to what own parts are charged; in equal parts where
    /// nobody is.
    private static double[] divided(Sharing.Prices prices, double[] own, double common) {
        double[] born = own.clone();
        double charged = 0;
        for (int i = 0; i < born.length; i++) {
            born[i] += prices.lines().get(i).ownUsd();
            charged += Math.max(0, born[i]);
        }
        for (int i = 0; i < born.length; i++) {
            double part = charged > 0 ? Math.max(0, born[i]) / charged : 1.0 / born.length;
            born[i] += common * part;
        }
        return born;
    }
}
