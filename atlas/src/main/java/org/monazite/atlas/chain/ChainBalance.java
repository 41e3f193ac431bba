package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.monazite.atlas.balance.BalanceProblem;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.balance.Balancer;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// A draft with every quantity balanced: what comes into a pool is what leaves it.
///
/// Balance of place c and product p: `sum makers + sum inflows + unknown origin = sum outflows + sum inputs of
/// makers + use`, a hard row; input of a maker = recipe x output, a row as soft as the recipe is uncertain. After
/// ATLAS section 7 and Narasimhan and Jordache, Data Reconciliation and Gross Error Detection, 2000.
final class ChainBalance {

    /// A surplus of the figures above this share of supply is a use that the chain does not follow.
    private static final double SURPLUS = 0.02;

    /// How much of a pool may come from nowhere before the balance counts it as a strong deviation.
    private static final double UNKNOWN_SD = 0.25;

    private static final double SMALLEST = 1e-6;

    private final ChainDraft draft;
    private final BalanceProblem problem = new BalanceProblem();
    private final Map<ChainDraft.Maker, Integer> makers = new LinkedHashMap<>();
    private final Map<ChainDraft.Flow, Integer> flows = new LinkedHashMap<>();
    private final Map<ChainDraft.Intake, Integer> intakes = new LinkedHashMap<>();
    private final Map<ChainDraft.Use, Integer> uses = new LinkedHashMap<>();
    private final Map<ChainDraft.Pool, Integer> otherUses = new LinkedHashMap<>();
    private final Map<ChainDraft.Pool, Integer> unknown = new LinkedHashMap<>();
    private final Map<String, List<Citation>> citations = new LinkedHashMap<>();
    private final Map<String, List<SdReason>> reasons = new LinkedHashMap<>();
    private final Map<String, List<Integer>> groups = new TreeMap<>();
    private final Map<String, List<Shared>> shared = new TreeMap<>();
    private final BalanceResult result;
    private final double[] x;

    /// A figure that shares a part of its standard deviation with others.
    private record Shared(int figure, double common) {}

    private ChainBalance(ChainDraft draft) {
        this.draft = draft;
        addQuantities();
        correlate();
        correlateTrade();
        draft.pools().forEach(this::addPool);
        draft.intakes().forEach(this::addRecipe);
        this.result = Balancer.solve(problem);
        this.x = close();
    }

    static ChainBalance of(ChainDraft draft) {
        return new ChainBalance(draft);
    }

    private void addQuantities() {
        for (ChainDraft.Maker maker : draft.makers()) {
            int quantity = problem.quantity("make " + maker.key(), 0, Double.POSITIVE_INFINITY);
            makers.put(maker, quantity);
            maker.figure().ifPresent(figure -> observe(quantity, figure));
        }
        for (ChainDraft.Flow flow : draft.flows()) {
            int quantity = problem.quantity(
                    "flow %s %s>%s".formatted(flow.product(), flow.from(), flow.to()), 0, Double.POSITIVE_INFINITY);
            flows.put(flow, quantity);
            observe(quantity, flow.figure());
        }
        for (ChainDraft.Intake intake : draft.intakes()) {
            intakes.put(
                    intake,
                    problem.quantity(
                            "input %s of %s".formatted(intake.product(), intake.maker()), 0, Double.POSITIVE_INFINITY));
        }
        for (ChainDraft.Use use : draft.uses()) {
            int quantity =
                    problem.quantity("use %s/%s".formatted(use.place(), use.product()), 0, Double.POSITIVE_INFINITY);
            uses.put(use, quantity);
            use.figure().ifPresent(figure -> observe(quantity, figure));
        }
    }

    /// What the sources say about a quantity: its figure, then those of independent sources.
    private void observe(int quantity, Grounded figure) {
        String name = problem.name(quantity);
        if (!figure.isTradedAlone()) {
            observe(quantity, figure.value(), figure.sd(), figure.why(), name);
            figure.group()
                    .ifPresent(group -> groups.computeIfAbsent(group, _ -> new ArrayList<>())
                            .add(problem.observations().size() - 1));
            citations.put(name, figure.citations());
        }
        for (Grounded.Other other : figure.others()) {
            String label = "%s (%s)".formatted(name, other.citation().sourceId());
            observe(quantity, other.value(), other.sd(), other.why(), label);
            citations.put(label, List.of(other.citation()));
        }
        for (Grounded.Traded traded : figure.traded()) {
            String label = "%s (%s)".formatted(name, traded.name());
            observe(quantity, traded.value(), traded.sd(), traded.why(), label);
            citations.put(label, traded.citations());
            shared.computeIfAbsent(traded.group(), _ -> new ArrayList<>())
                    .add(new Shared(problem.observations().size() - 1, traded.common()));
        }
    }

    private void observe(int quantity, double value, double sd, List<SdReason> why, String label) {
        double floor = Math.max(1, 0.005 * Math.abs(value));
        problem.observe(new BalanceProblem.Observation(quantity, value, Math.max(sd, floor), label));
        List<SdReason> all = new ArrayList<>(why);
        if (sd < floor) {
            all.add(new SdReason(SdReason.Kind.FLOOR, floor));
        }
        reasons.put(label, all);
    }

    /// Figures of one group share a part of their error.
    private void correlate() {
        groups.forEach((group, figures) -> {
            if (figures.size() > 1) {
                problem.correlate(new BalanceProblem.Group(group, figures, Deviations.CORRELATION));
                for (int figure : figures) {
                    String label = problem.observations().get(figure).label();
                    List<SdReason> why = new ArrayList<>(reasons.getOrDefault(label, List.of()));
                    why.add(new SdReason(SdReason.Kind.GROUP, Deviations.CORRELATION));
                    reasons.put(label, why);
                }
            }
        });
    }

    /// Flows under the same customs codes share the error of the codes' shares: one group each.
    private void correlateTrade() {
        shared.forEach((group, figures) -> {
            if (figures.size() > 1) {
                problem.correlate(new BalanceProblem.Group(
                        group,
                        figures.stream().map(Shared::figure).toList(),
                        Deviations.CORRELATION,
                        figures.stream().map(Shared::common).toList()));
                for (Shared each : figures) {
                    BalanceProblem.Observation figure = problem.observations().get(each.figure());
                    List<SdReason> why = new ArrayList<>(reasons.getOrDefault(figure.label(), List.of()));
                    double part = each.common() / figure.sd();
                    why.add(new SdReason(SdReason.Kind.GROUP, part * part));
                    reasons.put(figure.label(), why);
                }
            }
        });
    }

    private void addPool(ChainDraft.Pool pool) {
        List<Integer> quantities = new ArrayList<>();
        List<Double> signs = new ArrayList<>();
        makers.forEach((maker, quantity) -> {
            if (maker.place().equals(pool.place()) && maker.product().equals(pool.product())) {
                add(quantities, signs, quantity, 1);
            }
        });
        flows.forEach((flow, quantity) -> {
            if (flow.entersPool(pool)) {
                add(quantities, signs, quantity, 1);
            } else if (flow.leavesPool(pool)) {
                add(quantities, signs, quantity, -1);
            }
        });
        boolean fed = !quantities.isEmpty() && signs.contains(1.0);
        intakes.forEach((intake, quantity) -> {
            if (intake.product().equals(pool.product())
                    && draft.placeOf(intake.maker()).equals(pool.place())) {
                add(quantities, signs, quantity, -1);
            }
        });
        uses.forEach((use, quantity) -> {
            if (use.place().equals(pool.place()) && use.product().equals(pool.product())) {
                add(quantities, signs, quantity, -1);
            }
        });
        addSlack(pool, quantities, signs, fed);
        problem.row(new BalanceProblem.Row(pool.place() + "/" + pool.product(), quantities, signs, 0));
    }

    /// A surplus goes to uses that the chain does not follow; a gap is of unknown origin and never an invented flow.
    private void addSlack(ChainDraft.Pool pool, List<Integer> quantities, List<Double> signs, boolean fed) {
        double supply = draft.supply(pool);
        double need = draft.need(pool);
        boolean used = uses.keySet().stream()
                .anyMatch(
                        use -> use.place().equals(pool.place()) && use.product().equals(pool.product()));
        if (!used && supply > need * (1 + SURPLUS)) {
            int other = problem.quantity(
                    "other use %s/%s".formatted(pool.place(), pool.product()), 0, Double.POSITIVE_INFINITY);
            otherUses.put(pool, other);
            add(quantities, signs, other, -1);
        }
        boolean makesAll = fed && draft.flows().stream().noneMatch(flow -> flow.entersPool(pool)) && supply >= need;
        if (makesAll) {
            return;
        }
        int gap = problem.quantity(
                "unknown origin %s/%s".formatted(pool.place(), pool.product()), 0, Double.POSITIVE_INFINITY);
        unknown.put(pool, gap);
        add(quantities, signs, gap, 1);
        if (fed) {
            problem.observe(new BalanceProblem.Observation(
                    gap, 0, UNKNOWN_SD * Math.max(Math.max(supply, need), 1), problem.name(gap)));
        }
    }

    private static void add(List<Integer> quantities, List<Double> signs, int quantity, double sign) {
        quantities.add(quantity);
        signs.add(sign);
    }

    private void addRecipe(ChainDraft.Intake intake) {
        ChainDraft.Maker maker = draft.findMaker(intake.maker()).orElseThrow();
        problem.row(new BalanceProblem.Row(
                "recipe %s of %s".formatted(intake.product(), intake.maker()),
                List.of(index(intakes, intake), index(makers, maker)),
                List.of(1.0, -intake.perUnit().value()),
                intake.sd() * Math.max(maker.guess(), 1)));
    }

    /// Removes dust and closes every pool to rounding, by scaling what leaves it.
    private double[] close() {
        double[] closed = result.values().stream()
                .mapToDouble(value -> value < SMALLEST ? 0 : value)
                .toArray();
        List<ChainDraft.Pool> pools = draft.pools();
        double worst = 1;
        for (int round = 0; round < 200 && worst > 1e-13; round++) {
            worst = 0;
            for (int row = 0; row < pools.size(); row++) {
                BalanceProblem.Row balance = problem.rows().get(row);
                double in = side(balance, closed, 1);
                double out = -side(balance, closed, -1);
                if (out <= 0) {
                    continue;
                }
                worst = Math.max(worst, Math.abs(in - out) / out);
                scaleOut(balance, closed, in / out);
            }
        }
        if (worst > 1e-12) {
            throw new IllegalStateException("The chain does not close: the worst pool is off by " + worst + ".");
        }
        return closed;
    }

    private static double side(BalanceProblem.Row row, double[] values, double sign) {
        double sum = 0;
        for (int i = 0; i < row.quantities().size(); i++) {
            if (row.coefficients().get(i) == sign) {
                sum += sign * values[row.quantities().get(i)];
            }
        }
        return sum;
    }

    private static void scaleOut(BalanceProblem.Row row, double[] values, double factor) {
        for (int i = 0; i < row.quantities().size(); i++) {
            if (row.coefficients().get(i) < 0) {
                values[row.quantities().get(i)] *= factor;
            }
        }
    }

    BalanceResult result() {
        return result;
    }

    BalanceProblem problem() {
        return problem;
    }

    /// Sources of the figures on a quantity, by their labels in the problem.
    Map<String, List<Citation>> citations() {
        return Map.copyOf(citations);
    }

    /// Why each figure has its standard deviation, by its label in the problem.
    Map<String, List<SdReason>> reasons() {
        return Map.copyOf(reasons);
    }

    double of(ChainDraft.Maker maker) {
        return x[index(makers, maker)];
    }

    double of(ChainDraft.Flow flow) {
        return x[index(flows, flow)];
    }

    double of(ChainDraft.Intake intake) {
        return x[index(intakes, intake)];
    }

    double of(ChainDraft.Use use) {
        return x[index(uses, use)];
    }

    private static <T> int index(Map<T, Integer> quantities, T what) {
        return Objects.requireNonNull(quantities.get(what), what::toString);
    }

    double otherUse(ChainDraft.Pool pool) {
        return at(otherUses.get(pool));
    }

    double unknown(ChainDraft.Pool pool) {
        return at(unknown.get(pool));
    }

    int quantity(ChainDraft.Maker maker) {
        return index(makers, maker);
    }

    int quantity(ChainDraft.Flow flow) {
        return index(flows, flow);
    }

    int quantity(ChainDraft.Intake intake) {
        return index(intakes, intake);
    }

    int quantity(ChainDraft.Use use) {
        return index(uses, use);
    }

    /// The quantity of what a pool gives to other uses, where it gives any.
    OptionalInt otherUseQuantity(ChainDraft.Pool pool) {
        return found(otherUses.get(pool));
    }

    /// The quantity of what a pool has from unknown origin, where it has any.
    OptionalInt unknownQuantity(ChainDraft.Pool pool) {
        return found(unknown.get(pool));
    }

    private OptionalInt found(@Nullable Integer quantity) {
        return quantity == null || x[quantity] == 0 ? OptionalInt.empty() : OptionalInt.of(quantity);
    }

    /// How the quantities vary together; those that the balance set to nothing stay there.
    double[][] factor() {
        boolean[] dropped = new boolean[x.length];
        for (int q = 0; q < x.length; q++) {
            dropped[q] = x[q] == 0;
        }
        return result.draws().factor(dropped);
    }

    private double at(@Nullable Integer quantity) {
        return quantity == null ? 0 : x[quantity];
    }

    Range range(ChainDraft.Maker maker) {
        return range(index(makers, maker));
    }

    Range range(ChainDraft.Flow flow) {
        return range(index(flows, flow));
    }

    Range range(ChainDraft.Use use) {
        return range(index(uses, use));
    }

    private Range range(int quantity) {
        double half = Grounded.WIDTH_90 / 2 * Math.min(result.sds().get(quantity), x[quantity] + 1);
        return new Range(x[quantity], Math.max(0, x[quantity] - half), x[quantity] + half);
    }

    /// A number that the balance moved is derived at best.
    Flag flag(Flag before, ToDoubleFunction<ChainBalance> balanced, double published) {
        return Math.abs(balanced.applyAsDouble(this) - published) > 1e-6 * Math.max(1, published)
                ? before.and(Flag.DERIVED)
                : before;
    }
}
