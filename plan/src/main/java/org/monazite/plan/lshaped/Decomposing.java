package org.monazite.plan.lshaped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;

/// HiGHS for models of many episodes: all in one model where that is quicker, else the L-shaped method.
/// The plan is the same whatever the number of threads.
public final class Decomposing implements Solver {

    /// The largest model that is solved as one unasked, in terms.
    public static final int MOST_NONZEROS = 50_000;

    /// The most episodes of a model that is solved as one unasked.
    public static final int MOST_EPISODES = 50;

    private final Highs highs;
    private final Structure structure;
    private final Method method;
    private final int threads;
    private final LShaped.Progress progress;

    /// How to solve.
    public enum Method {
        /// As size and number of episodes suggest.
        AUTO,
        /// All episodes in one model.
        EXTENSIVE,
        /// One model per episode, and a master.
        DECOMPOSED;

        /// Name in options and results.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Which method, and why.
    ///
    /// @param method EXTENSIVE or DECOMPOSED
    /// @param reason a clause that begins with a number or a noun
    /// @param reasonJa the same in Japanese
    /// @param episodes that have a model of their own, were the method DECOMPOSED
    public record Choice(Method method, String reason, String reasonJa, int episodes) {}

    /// A solver for models whose keys tell their structure.
    ///
    /// @param threads 1 or more; the plan does not depend on it
    /// @param progress told of every round, from the thread that solves
    public Decomposing(Highs highs, Structure structure, Method method, int threads, LShaped.Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be 1 or more, was " + threads + ".");
        }
        this.highs = highs;
        this.structure = structure;
        this.method = method;
        this.threads = threads;
        this.progress = progress;
    }

    @Override
    public String name() {
        return highs.name();
    }

    /// How a model will be solved.
    public Choice choice(Model model) {
        return choice(model, Split.of(model, structure));
    }

    private Choice choice(Model model, Optional<Split> split) {
        if (split.isEmpty()) {
            return new Choice(
                    Method.EXTENSIVE,
                    "the model has no two episodes that could be solved apart",
                    "別々に解けるケースが二つ以上ない",
                    episodes(model));
        }
        int episodes = split.get().parts.size();
        String size = String.format(Locale.ROOT, "%,d nonzeros and %d episodes", model.nonzeros(), episodes);
        String sizeJa = String.format(Locale.ROOT, "非ゼロ要素%,d個、ケース%d件", model.nonzeros(), episodes);
        return switch (method) {
            case EXTENSIVE, DECOMPOSED ->
                new Choice(method, "it was asked for (" + size + ")", "指定による（" + sizeJa + "）", episodes);
            case AUTO -> {
                boolean small = model.nonzeros() <= MOST_NONZEROS && episodes <= MOST_EPISODES;
                String rule = String.format(
                        Locale.ROOT,
                        "%s are %s %,d and %d",
                        size,
                        small ? "within" : "not within",
                        MOST_NONZEROS,
                        MOST_EPISODES);
                String ruleJa = String.format(
                        Locale.ROOT, "%sは目安（%,d個、%d件）%s", sizeJa, MOST_NONZEROS, MOST_EPISODES, small ? "以内" : "を超える");
                yield new Choice(small ? Method.EXTENSIVE : Method.DECOMPOSED, rule, ruleJa, episodes);
            }
        };
    }

    private int episodes(Model model) {
        TreeSet<Integer> all = new TreeSet<>();
        for (int column = 0; column < model.columns(); column++) {
            all.add(structure.episode(model.columnKey(column)));
        }
        all.remove(-1);
        return all.size();
    }

    @Override
    public Solution solve(Model model, Limits limits) {
        boolean surely = method == Method.EXTENSIVE
                || method == Method.AUTO && model.nonzeros() <= MOST_NONZEROS && episodes(model) <= MOST_EPISODES;
        Optional<Split> split = surely ? Optional.empty() : Split.of(model, structure);
        if (split.isEmpty() || choice(model, split).method() == Method.EXTENSIVE) {
            return highs.solve(model, limits);
        }
        return decomposed(split.get(), limits);
    }

    private Solution decomposed(Split split, Limits limits) {
        Clock clock = new Clock(limits.seconds()); // what goes before the first round takes time too
        List<ModelEpisode> episodes = new ArrayList<>();
        try (Relief relief = Relief.of(split, structure, highs)) {
            int[] inFirst = split.inFirst();
            int[] inEpisode = split.inEpisode();
            for (Split.Part part : split.parts) {
                episodes.add(new ModelEpisode(split, part, inFirst, inEpisode, structure, highs));
            }
            return together(
                    split,
                    LShaped.solve(
                            first(split, episodes, clock.left(0, Evaluator.GRACE)),
                            episodes,
                            relief,
                            highs,
                            threads,
                            limits.within(clock.left(0).seconds()),
                            progress));
        } finally {
            episodes.forEach(ModelEpisode::close);
        }
    }

    /// Begins with the cheapest decision as if nothing ever happened; a step of size 1 goes through the whole
    /// range of a column.
    private FirstStage first(Split split, List<ModelEpisode> episodes, Limits limits) {
        Model model = split.first();
        Model alone = model.relaxed();
        Solution calm = highs.solve(alone, limits);
        if (!calm.hasPlan()) { // costs may fall without end until the episodes speak
            for (int column = 0; column < alone.columns(); column++) {
                alone.cost(column, 0);
            }
            calm = highs.solve(alone, limits);
        }
        double[] start = new double[model.columns()];
        double[] scale = new double[start.length];
        Arrays.fill(scale, Double.POSITIVE_INFINITY);
        for (int column = 0; column < start.length; column++) {
            double inside = Math.min(Math.max(0, model.low(column)), model.high(column));
            start[column] = calm.hasPlan() ? calm.value(column) : inside;
        }
        for (ModelEpisode episode : episodes) {
            for (int column : episode.links()) {
                double range = model.high(column) - model.low(column);
                double size = Double.isFinite(range) ? range : Math.max(1, Math.abs(start[column]));
                scale[column] = Math.min(Math.max(size, 1e-3), 1e6);
            }
        }
        double[] weights = new double[split.parts.size()];
        Arrays.fill(weights, 1); // the model's costs hold the probabilities
        double[] floors = split.parts.stream().mapToDouble(split::floor).toArray();
        return FirstStage.of(model, start, scale, weights, floors);
    }

    private static Solution together(Split split, LShaped.Outcome outcome) {
        LShaped.Result result = outcome.result();
        double[] values = new double[outcome.cuts().isEmpty() ? 0 : split.model.columns()];
        for (int part = 0; part < outcome.cuts().size(); part++) {
            int[] columns = split.parts.get(part).columns;
            for (int column = 0; column < columns.length; column++) {
                values[columns[column]] = outcome.cuts().get(part).plan(column);
            }
        }
        for (int column = 0; values.length > 0 && column < split.columns.length; column++) {
            double value = result.first().get(column);
            values[split.columns[column]] = split.model.isInteger(split.columns[column]) ? Math.rint(value) : value;
        }
        return Solution.assembled(result.status(), result.objective(), result.bound(), values, result.iterations());
    }
}
