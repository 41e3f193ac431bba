package org.monazite.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Delays;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Standing;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Project;
import org.monazite.supply.Range;

/// Plays plans in worlds whose works come when chance has it. A plan counts on the 80 % point of each start, which says
/// how safe single works are and not how safe the plan is: many works may be late at once, or one that matters.
final class Slips {

    private static final double EXACT = 1e-6; // part of demand
    private static final int BLOCKS = 4; // of the lateness that works share
    private static final int LEAST_DRAWS = 3; // on each side of a difference

    private final PlanInput input;
    private final Chains chains;
    private final Work work;
    private final Consumer<String> progress;

    Slips(PlanInput input, Chains chains, Work work, Consumer<String> progress) {
        this.input = input;
        this.chains = chains;
        this.work = work;
        this.progress = progress;
    }

    /// A plan that is played.
    private record Played(Slippage.Of of, World world, Choice choice, double spentUsd, Map<String, Double> counted) {}

    /// Works that are drawn: a project, or an option of which the plans back modules.
    private record Drawn(
            String id, @Nullable Project project, @Nullable PlanOption option, boolean backed) {}

    /// What one draw leaves unmet: the worst ban of each partner, by plan.
    private record Outcome(List<Map<String, Double>> worst, boolean[] late) {}

    Slippage of(PlanSpec spec, int draws, long seed, double together) {
        progress.accept("searching");
        World world = WorldBuilder.build(input, spec);
        Search search = new Search(chains.single(), input.network(), work);
        Search.State before = search.before(world);
        Search.Found found = search.find(world, before);
        List<Played> plans = plans(world, before, found);
        List<Drawn> works = drawn(world, plans);
        Lots lots = Lots.of(draws, works.size(), together, seed);
        List<Outcome> outcomes = work
                .inOrder(IntStream.range(0, draws).boxed().toList(), d -> outcome(spec, plans, works, lots, d, draws))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        List<Slippage.Line> lines = new ArrayList<>();
        for (int p = 0; p < plans.size(); p++) {
            lines.add(line(spec, plans.get(p), p, outcomes));
        }
        return new Slippage(
                outcomes.size(), seed, together, lines, drivers(spec, works, lots, outcomes, 1), works.size());
    }

    private List<Played> plans(World world, Search.State before, Search.Found found) {
        List<Played> plans = new ArrayList<>();
        plans.add(new Played(Slippage.Of.NONE, world, world.nothing(), 0, worst(world, before.bans())));
        plans.add(new Played(
                Slippage.Of.PLAN,
                world,
                found.choice(),
                spent(world, found.choice()),
                worst(world, found.state().bans())));
        progress.accept("the plan for works that are all late");
        new Lateness(input, chains.single()).prudent(world).ifPresent(prudent -> {
            Choice choice = prudent.found().choice();
            Search search = new Search(chains.single(), input.network(), Work.alone());
            Carried carried = new Carried(chains.single(), search);
            plans.add(new Played(
                    Slippage.Of.PRUDENT,
                    prudent.world(),
                    choice,
                    spent(prudent.world(), choice),
                    worst(world, bans(carried.there(prudent.world(), choice, world, before), search, before))));
        });
        return plans;
    }

    private double spent(World world, Choice choice) {
        double sum = 0;
        for (double usd :
                new DecisionList(world, choice, input.network()).spent().values()) {
            sum += usd;
        }
        return sum;
    }

    /// Works on which the question counts and that do not run yet, and what plans back.
    private List<Drawn> drawn(World world, List<Played> plans) {
        TreeSet<String> counted = new TreeSet<>();
        world.counted().forEach(each -> counted.add(each.id()));
        TreeSet<String> backed = new TreeSet<>();
        for (Played plan : plans) {
            List<Candidate> candidates = plan.world().candidates();
            for (int c = 0; c < candidates.size(); c++) {
                if (plan.choice().modules()[c] > 0) {
                    backed.add(candidates.get(c).id().split("@", 2)[0]);
                }
            }
        }
        TreeMap<String, Drawn> works = new TreeMap<>();
        for (Project project : input.projects()) {
            boolean coming = PlanInput.isComing(project) && counted.contains(project.id());
            if (coming || backed.contains(project.id())) {
                works.put(project.id(), new Drawn(project.id(), project, null, !coming));
            }
        }
        for (PlanOption option : input.options()) {
            if (backed.contains(option.id()) && option.isPlant()) {
                works.put(option.id(), new Drawn(option.id(), null, option, true));
            }
        }
        return List.copyOf(works.values());
    }

    private Optional<Outcome> outcome(
            PlanSpec spec, List<Played> plans, List<Drawn> works, Lots lots, int draw, int draws) {
        if (!chains.deadline().allows("slippage")) {
            return Optional.empty();
        }
        progress.accept("draw %d of %d".formatted(draw + 1, draws));
        boolean[] late = new boolean[works.size()];
        PlanInput there = there(spec, works, lots.points()[draw], lots.coming()[draw], late);
        return Optional.of(chains.linked(solver -> {
            World world = WorldBuilder.build(there, spec.with(List.of(), spec.exclude()));
            Search search = new Search(solver, input.network(), Work.alone());
            Search.State before = search.before(world);
            List<Map<String, Double>> worst = new ArrayList<>();
            for (Played plan : plans) {
                worst.add(worst(
                        world,
                        plan.of() == Slippage.Of.NONE
                                ? before.bans()
                                : bans(
                                        new Carried(solver, search).there(plan.world(), plan.choice(), world, before),
                                        search,
                                        before)));
            }
            return new Outcome(worst, late);
        }));
    }

    /// What bans do to decisions: those that take something without them, as the plan makes no other worse; all where
    /// it may.
    private static List<Flows> bans(Carried.There there, Search search, Search.State before) {
        World world = there.world();
        Optional<Standing> standing = Optional.of(before.standing(world));
        List<Flows> bans = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            boolean takes = most(Loss.unmet(world, before.bans().get(e))) > EXACT;
            if (takes || !world.spec().rules().noWorse()) {
                Episode ban = Episode.of(0, world.bans().get(e));
                bans.add(search.judge(world, there.choice(), ban, there.calm(), standing));
            }
        }
        return bans;
    }

    /// The facts as a draw has them. Works that partners pay for come, early or late; others may never.
    private PlanInput there(PlanSpec spec, List<Drawn> works, double[] points, double[] coming, boolean[] late) {
        Map<String, Project> projects = new TreeMap<>();
        input.projects().forEach(project -> projects.put(project.id(), project));
        Map<String, PlanOption> options = new TreeMap<>();
        input.options().forEach(option -> options.put(option.id(), option));
        for (int w = 0; w < works.size(); w++) {
            Drawn each = works.get(w);
            if (each.option() != null) {
                int lead = Delays.lead(each.option(), points[w]);
                late[w] = spec.asOfYear() + lead > counted(each, spec);
                options.put(each.id(), each.option().withLead(Range.exactly(lead)));
            } else if (each.backed() || coming[w] < Delays.COMES) {
                Project project = Objects.requireNonNull(each.project());
                int start = Delays.start(project, spec.asOfYear(), points[w]);
                late[w] = start > counted(each, spec);
                projects.put(each.id(), started(project, start, each.backed() ? 1 : 1 / Delays.COMES));
            } else {
                late[w] = true;
                projects.remove(each.id());
            }
        }
        return input.with(List.copyOf(projects.values()), List.copyOf(options.values()));
    }

    /// The start on which a plan counts.
    private static int counted(Drawn each, PlanSpec spec) {
        return each.option() != null
                ? spec.asOfYear() + Delays.lead(each.option(), Delays.COUNTED)
                : Delays.start(Objects.requireNonNull(each.project()), spec.asOfYear(), Delays.COUNTED);
    }

    /// Works that surely come are counted at their size; on average over all draws that is what the plan counts on.
    private static Project started(Project project, int start, double size) {
        return project.with(new Project.Start(OptionalInt.of(start), OptionalInt.of(start), OptionalInt.of(start)))
                .times(size);
    }

    private static Map<String, Double> worst(World world, List<Flows> bans) {
        TreeMap<String, Double> worst = new TreeMap<>();
        for (Flows flows : bans) {
            Loss.unmet(world, flows).forEach((partner, unmet) -> worst.merge(partner, unmet, Math::max));
        }
        return worst;
    }

    private static double most(Map<String, Double> worst) {
        double most = 0;
        for (double unmet : worst.values()) {
            most = Math.max(most, unmet);
        }
        return most;
    }

    private static boolean keeps(PlanSpec spec, String partner, Map<String, Double> worst) {
        return worst.getOrDefault(partner, 0.0) <= spec.banLimit(partner) + EXACT;
    }

    private static Slippage.Line line(PlanSpec spec, Played plan, int p, List<Outcome> outcomes) {
        int draws = outcomes.size();
        double[] unmet = new double[draws];
        int kept = 0;
        double sum = 0;
        TreeMap<String, Double> byPartner = new TreeMap<>();
        for (int d = 0; d < draws; d++) {
            Map<String, Double> worst = outcomes.get(d).worst().get(p);
            unmet[d] = most(worst);
            sum += unmet[d];
            boolean all = true;
            for (String partner : spec.partners()) {
                boolean keeps = keeps(spec, partner, worst);
                all &= keeps;
                byPartner.merge(partner, keeps ? 1.0 / draws : 0, Double::sum);
            }
            kept += all ? 1 : 0;
        }
        Arrays.sort(unmet);
        double chance = draws == 0 ? Double.NaN : (double) kept / draws;
        return new Slippage.Line(
                plan.of(),
                plan.spentUsd(),
                chance,
                draws == 0 ? Double.NaN : Math.sqrt(chance * (1 - chance) / draws),
                most(plan.counted()),
                quantile(unmet, 0.1),
                quantile(unmet, 0.5),
                quantile(unmet, 0.9),
                draws == 0 ? Double.NaN : sum / draws,
                draws == 0 ? Double.NaN : unmet[draws - 1],
                byPartner);
    }

    /// The value that a part of the draws does not exceed.
    private static double quantile(double[] sorted, double part) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length) - 1)];
    }

    /// Works by what their lateness costs. Works are late together, so draws are compared only with draws in which the
    /// lateness that all share is about the same.
    private static List<Slippage.Driver> drivers(
            PlanSpec spec, List<Drawn> works, Lots lots, List<Outcome> outcomes, int p) {
        List<Slippage.Driver> drivers = new ArrayList<>();
        for (int w = 0; w < works.size(); w++) {
            Sides sides = new Sides(lots.shared(), outcomes, w, p);
            Slippage.Driver driver = sides.driver(works.get(w), counted(works.get(w), spec));
            if (driver.costs() > 2 * driver.error() && driver.costs() > EXACT) {
                drivers.add(driver);
            }
        }
        drivers.sort(java.util.Comparator.comparingDouble((Slippage.Driver each) -> -each.costs() * each.lateChance())
                .thenComparing(Slippage.Driver::id));
        return drivers;
    }

    /// Draws in which works are late and draws in which they are not, in blocks of the lateness that all share.
    private static final class Sides {

        private final int[][] count = new int[BLOCKS][2];
        private final double[][] sum = new double[BLOCKS][2];
        private final double[][] squares = new double[BLOCKS][2];
        private int late;
        private final int draws;

        private Sides(double[] shared, List<Outcome> outcomes, int w, int p) {
            this.draws = outcomes.size();
            for (int d = 0; d < draws; d++) {
                int block = Math.min(BLOCKS - 1, (int) (shared[d] * BLOCKS));
                int side = outcomes.get(d).late()[w] ? 1 : 0;
                double unmet = most(outcomes.get(d).worst().get(p));
                late += side;
                count[block][side]++;
                sum[block][side] += unmet;
                squares[block][side] += unmet * unmet;
            }
        }

        /// Means over the blocks in which both sides are seen often enough, weighted by their draws.
        private Slippage.Driver driver(Drawn works, int year) {
            double weight = 0;
            double[] mean = new double[2];
            double variance = 0;
            for (int b = 0; b < BLOCKS; b++) {
                if (Math.min(count[b][0], count[b][1]) >= LEAST_DRAWS) {
                    double part = count[b][0] + count[b][1];
                    weight += part;
                    for (int side = 0; side < 2; side++) {
                        double there = sum[b][side] / count[b][side];
                        mean[side] += part * there;
                        double spread = Math.max(0, squares[b][side] / count[b][side] - there * there);
                        variance += part * part * spread / (count[b][side] - 1);
                    }
                }
            }
            boolean seen = weight > 0;
            Project project = works.project();
            PlanOption option = works.option();
            return new Slippage.Driver(
                    works.id(),
                    project != null
                            ? project.name()
                            : Objects.requireNonNull(option).nameEn(),
                    project != null
                            ? project.name()
                            : Objects.requireNonNull(option).nameJa(),
                    project != null
                            ? project.productId()
                            : Objects.requireNonNull(option).outputProduct(),
                    year,
                    draws == 0 ? 0 : (double) late / draws,
                    seen ? mean[1] / weight : 0,
                    seen ? mean[0] / weight : 0,
                    seen ? Math.sqrt(variance) / weight : 0);
        }
    }
}
