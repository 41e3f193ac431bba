package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What each step along a frontier costs and saves, what changes at it, and why the curve bends at its knee.
///
/// @param list from one plan to the next that differs, by rising budget
/// @param upToKnee from no money to the knee
/// @param beyondKnee from the knee to the largest budget
/// @param beyond what more money than the knee's does
/// @param relieved stages at which the knee's plan adds capacity, most added part first
/// @param tightest stage of which partners need most with the knee's plan; empty where nothing is needed
public record Steps(
        List<Step> list,
        Slope upToKnee,
        Slope beyondKnee,
        Beyond beyond,
        List<Relieved> relieved,
        Optional<Relieved> tightest) {

    /// Demand unmet below this is none: what is printed as 0 %.
    private static final double NOTHING = 0.0005;

    private static final double SAME_TONNES = 1e-6;
    private static final double SAME_MONEY = 1e-6;

    /// Copies the lists.
    public Steps {
        list = List.copyOf(list);
        relieved = List.copyOf(relieved);
    }

    /// What more money than the knee's does.
    public enum Beyond {
        /// No ban leaves anything unmet at the knee: nothing is left to save.
        NOTHING_LEFT,
        /// The plan is the same for every larger budget, although demand stays unmet: nothing on offer helps.
        SAME_PLAN,
        /// Each point, or dollar of loss where no point is saved, costs more than up to the knee.
        DEARER,
        /// The knee is the last budget looked at: the curve has no bend before it.
        NO_BEND;

        /// The name used in JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Between two plans.
    ///
    /// @param spentUsd money more that is spent, US dollars
    /// @param costUsd cost a year more, US dollars
    /// @param unmetSaved part of demand that the worst ban no longer takes, 0..1; below zero where it takes more
    /// @param expectedSavedUsd expected value at risk a year that is saved, US dollars; NaN where no value is known
    public record Slope(double spentUsd, double costUsd, double unmetSaved, double expectedSavedUsd) {

        /// Money for one percentage point off the worst ban; NaN where none is taken off.
        public double usdPerPoint() {
            return unmetSaved >= NOTHING ? spentUsd / (100 * unmetSaved) : Double.NaN;
        }

        /// Cost a year for one dollar a year off the expected value at risk; NaN where none is taken off.
        public double costPerSavedUsd() {
            return expectedSavedUsd > 0 ? costUsd / expectedSavedUsd : Double.NaN;
        }
    }

    /// One decision that comes in, goes out or changes its size.
    ///
    /// @param id of the decision
    /// @param before its size, t/yr; t for a stock; 0 where it comes in
    /// @param after the same after the step; 0 where it goes out
    public record Change(String id, double before, double after) {}

    /// From one plan to the next.
    ///
    /// @param from index of the point it starts at
    /// @param to index of the first point with the next plan
    /// @param slope what it costs and saves
    /// @param changes what comes in, goes out or changes its size, by id
    public record Step(int from, int to, Slope slope, List<Change> changes) {

        /// Copies the list.
        public Step {
            changes = List.copyOf(changes);
        }
    }

    /// A stage before and with the knee's plan.
    ///
    /// @param productId what it makes
    /// @param addedTonnes what works that the plan backs make of it in the target year, t
    /// @param before need of the partners over all that is made outside the feared supplier, without the plan
    /// @param with the same with what the plan adds
    public record Relieved(String productId, double addedTonnes, double before, double with) {}

    /// Reads the steps and the bend off a frontier.
    ///
    /// @param targetYear of the question
    public static Steps of(Frontier frontier, int targetYear) {
        List<Frontier.Point> points = frontier.points();
        List<Step> list = new ArrayList<>();
        int from = 0;
        for (int to = 1; to < points.size(); to++) {
            Frontier.Point here = points.get(from);
            Frontier.Point next = points.get(to);
            List<Change> changes = changes(here, next);
            boolean same = changes.isEmpty()
                    && Math.abs(next.spentUsd() - here.spentUsd()) <= SAME_MONEY * Math.max(1, here.spentUsd());
            if (!same) {
                list.add(new Step(from, to, slope(here, next), changes));
                from = to;
            }
        }
        Frontier.Point knee = points.get(frontier.knee());
        List<Relieved> stages = stages(frontier.setting(), knee, targetYear);
        return new Steps(
                list,
                slope(points.getFirst(), knee),
                slope(knee, points.getLast()),
                beyond(frontier, list),
                stages.stream()
                        .filter(each -> each.addedTonnes() > SAME_TONNES)
                        .sorted(java.util.Comparator.comparingDouble((Relieved each) -> each.with() / each.before())
                                .thenComparing(Relieved::productId))
                        .toList(),
                stages.stream().max(java.util.Comparator.comparingDouble(Relieved::with)));
    }

    private static Beyond beyond(Frontier frontier, List<Step> list) {
        Frontier.Point knee = frontier.points().get(frontier.knee());
        if (frontier.knee() == frontier.points().size() - 1) {
            return knee.worstUnmet() < NOTHING ? Beyond.NOTHING_LEFT : Beyond.NO_BEND;
        }
        if (knee.worstUnmet() < NOTHING) {
            return Beyond.NOTHING_LEFT;
        }
        return list.stream().anyMatch(step -> step.from() >= frontier.knee()) ? Beyond.DEARER : Beyond.SAME_PLAN;
    }

    private static Slope slope(Frontier.Point from, Frontier.Point to) {
        boolean valued = from.isValued() && to.isValued();
        return new Slope(
                to.spentUsd() - from.spentUsd(),
                to.costUsd() - from.costUsd(),
                from.worstUnmet() - to.worstUnmet(),
                valued ? from.expectedUsd() - to.expectedUsd() : Double.NaN);
    }

    private static List<Change> changes(Frontier.Point from, Frontier.Point to) {
        Map<String, double[]> sizes = new TreeMap<>();
        from.backed().forEach(each -> sizes.computeIfAbsent(each.id(), _ -> new double[2])[0] += each.tonnes());
        to.backed().forEach(each -> sizes.computeIfAbsent(each.id(), _ -> new double[2])[1] += each.tonnes());
        List<Change> changes = new ArrayList<>();
        sizes.forEach((id, size) -> {
            if (Math.abs(size[1] - size[0]) > SAME_TONNES * Math.max(1, size[0])) {
                changes.add(new Change(id, size[0], size[1]));
            }
        });
        return changes;
    }

    /// Stages that partners need, with what plants of the plan add in the target year. The need is that without the
    /// plan: works that it backs further down the chain need more of what they are made from.
    private static List<Relieved> stages(Setting setting, Frontier.Point knee, int targetYear) {
        Map<String, Double> added = new TreeMap<>();
        for (Decision each : knee.backed()) {
            if (makes(each)) {
                added.merge(each.productId(), each.output().getOrDefault(targetYear, 0.0), Double::sum);
            }
        }
        List<Relieved> all = new ArrayList<>();
        for (Setting.Stage stage : setting.tightest()) {
            double more = added.getOrDefault(stage.productId(), 0.0);
            all.add(new Relieved(
                    stage.productId(), more, stage.tightness(), stage.partnersNeed() / (stage.outsideMake() + more)));
        }
        return all;
    }

    /// Whether it makes something: what is held, bought from others or saved is no output.
    static boolean makes(Decision decision) {
        return switch (decision.kind()) {
            case PROJECT, MODULE, RECYCLING -> true;
            case SUBSTITUTION, STOCKPILE, OFFTAKE -> false;
        };
    }
}
