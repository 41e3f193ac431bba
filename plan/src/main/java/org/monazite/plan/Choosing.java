package org.monazite.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.plan.lshaped.LShaped;

/// The solver of the models that choose a plan: all bans in one model where that is quicker, else by
/// decomposition. Without HiGHS there is no choice.
final class Choosing implements Solver {

    private static final int OFTEN = 10; // rounds that are told one by one

    private final Solver plain;
    private final @Nullable Decomposing parts;

    private Choosing(Solver plain, @Nullable Decomposing parts) {
        this.plain = plain;
        this.parts = parts;
    }

    /// @param threads for the episodes of a model; the plan does not depend on it
    /// @param progress told cost, bound and gap of the rounds of a decomposition
    static Choosing of(Solver plain, Decomposing.Method method, int threads, Consumer<String> progress) {
        return new Choosing(
                plain,
                Highs.find()
                        .filter(highs -> highs.name().equals(plain.name()))
                        .map(highs -> new Decomposing(highs, PlanModel.structure(), method, threads, told(progress)))
                        .orElse(null));
    }

    private static LShaped.Progress told(Consumer<String> progress) {
        return (round, cost, bound) -> {
            if (round <= OFTEN || round % OFTEN == 0) {
                progress.accept(text(round, cost, bound));
            }
        };
    }

    private static String text(int round, double cost, double bound) {
        if (!Double.isFinite(bound)) {
            return "decomposition, round " + round;
        }
        if (!Double.isFinite(cost)) {
            return String.format(Locale.ROOT, "decomposition, round %d: bound %.6g M USD a year", round, bound);
        }
        double gap = Math.max(0, cost - bound) / Math.max(1, Math.abs(cost));
        return String.format(
                Locale.ROOT,
                "decomposition, round %d: %.6g M USD a year, bound %.6g, gap %.2g %%",
                round,
                cost,
                bound,
                100 * gap);
    }

    @Override
    public String name() {
        return plain.name();
    }

    @Override
    public Solution solve(Model model, Limits limits) {
        return parts != null && inParts(model)
                ? Deadline.of(plain).on(parts).solve(model, limits)
                : plain.solve(model, limits);
    }

    @Override
    public Optional<AtLeast> solve(Model model, Limits limits, SortedMap<Integer, Double> least) {
        return inParts(model) ? Optional.empty() : plain.solve(model, limits, least);
    }

    private boolean inParts(Model model) {
        return how(model).method() == Decomposing.Method.DECOMPOSED;
    }

    /// How a model of this kind is solved, and why.
    Decomposing.Choice how(Model model) {
        return parts != null
                ? parts.choice(model)
                : new Decomposing.Choice(
                        Decomposing.Method.EXTENSIVE,
                        plain.name() + " takes models as a whole only",
                        plain.name() + "は一つのモデルとしてしか解けない",
                        0);
    }
}
