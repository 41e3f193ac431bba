package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.monazite.plan.equations.WrittenRow;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Finds the rows that a question such as `JPN magnet 2030` is about.
final class Equations {

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    Equations(PlanInput input, Solver solver, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    /// @param words a place, a product or a part of its id, and an assessed year; the year may be missing
    Equation of(PlanSpec spec, List<String> words) {
        World named = WorldBuilder.build(input, spec); // a wrong name is no reason to search first
        year(named, words);
        nodes(named, words);
        Ground ground = Ground.of(input, solver, work, spec, progress);
        World world = ground.world();
        int year = year(world, words);
        List<Integer> nodes = nodes(world, words);
        List<Equation.Line> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int node : nodes) {
            String key = world.chain().nodes().get(node).key();
            keys.add(key);
            for (WrittenRow line : ground.around().lines(ground.fixed(), node, year)) {
                rows.add(new Equation.Line(
                        key,
                        line.number(),
                        line.family(),
                        line.english(),
                        line.japanese(),
                        line.episode(),
                        line.text(),
                        line.solved(),
                        line.dual() * World.USD / World.TONNES));
            }
        }
        Report report = new Report(world, ground.before(), ground.found(), input.network());
        return new Equation(world.years().get(year), keys, rows, cross.proof(report, ground.found(), solver));
    }

    private static int year(World world, List<String> words) {
        for (String word : words) {
            if (word.matches("\\d{4}")) {
                int year = world.years().indexOf(Integer.valueOf(word));
                if (year < 0) {
                    throw Refusal.of("equation.year", "", """
                            The plan does not look at the year '%s'.
                            Maybe one of %s.""".formatted(word, world.years()), word, world.years());
                }
                return year;
            }
        }
        return 0;
    }

    private static List<Integer> nodes(World world, List<String> words) {
        List<String> asked =
                words.stream().filter(word -> !word.matches("\\d{4}")).toList();
        List<Integer> nodes = new ArrayList<>();
        TreeSet<String> here = new TreeSet<>();
        for (int node = 0; node < world.chain().nodes().size(); node++) {
            Node each = world.chain().nodes().get(node);
            boolean place = asked.stream().anyMatch(word -> each.place().equalsIgnoreCase(word));
            if (place) {
                here.add(each.product());
            }
            boolean product = asked.stream()
                    .anyMatch(word -> !each.place().equalsIgnoreCase(word) && isProduct(each.product(), word));
            if (place && product) {
                nodes.add(node);
            }
        }
        if (nodes.isEmpty()) {
            Iterable<String> known = here.isEmpty() ? world.partners() : here;
            throw Refusal.of(
                    "equation.nothing",
                    "",
                    """
                    Nothing in the plan is called '%s'.
                    Maybe a place and one of its products, such as JPN magnet 2030: %s.\
                    """.formatted(String.join(" ", words), known),
                    String.join(" ", words),
                    known);
        }
        return nodes;
    }

    private static boolean isProduct(String product, String word) {
        String wanted = word.toLowerCase(java.util.Locale.ROOT);
        return product.equals(wanted) || product.endsWith("." + wanted) || product.startsWith(wanted + ".");
    }
}
