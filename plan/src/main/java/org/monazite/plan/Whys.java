package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Feed;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Takes something out of a plan, or forces it in, and plans again.
final class Whys {

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    Whys(PlanInput input, Solver solver, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    /// A candidate or a contract.
    ///
    /// @param candidate its index, or -1
    /// @param offtake its index, or -1
    private record Subject(String id, String nameEn, String nameJa, int candidate, int offtake) {

        boolean isIn(Choice choice) {
            return (candidate >= 0 ? choice.modules()[candidate] : choice.contracts()[offtake]) > 1e-6;
        }
    }

    Why of(PlanSpec spec, String id) {
        PlanSpec asked = with(spec, id, false);
        World world = WorldBuilder.build(input, spec);
        Subject subject = find(world, id, asked);
        Search search = new Search(solver, input.network(), work);
        Search.State before = search.before(world);
        progress.accept("searching with nothing forced");
        Search.Found plan = search.find(world, before);
        boolean in = subject.isIn(plan.choice());
        progress.accept(in ? "searching without " + subject.id() : "searching with " + subject.id());
        World other = world.with(with(spec, subject.id(), !in));
        Search.Found changed = search.find(other, before);
        Search.Found with = in ? plan : changed;
        List<Why.Worth> worth = worth(world, search, before, with, subject);
        Report planned = new Report(world, before, plan, input.network());
        Report replanned = new Report(other, before, changed, input.network());
        double planCost = replanned.decisions().cost() - planned.decisions().cost();
        double expected = expected(changed, world) - expected(plan, world);
        double cost = planCost + expected;
        double worst = Loss.all(world, changed.state().bans()).worstUnmet()
                - Loss.all(world, plan.state().bans()).worstUnmet();
        List<String> was = new DecisionList(world, plan.choice(), input.network()).ids();
        List<String> is = new DecisionList(world, changed.choice(), input.network()).ids();
        List<String> otherIn = Solve.minus(is, was);
        List<String> otherOut = Solve.minus(was, is);
        otherIn.remove(subject.id());
        otherOut.remove(subject.id());
        List<String> missedBefore = planned.missed();
        List<String> missedAfter = replanned.missed();
        Ground ground = Ground.of(in ? world : other, search, before, with, solver);
        Sentence sentence =
                new Sentence(subject.id(), subject.nameEn(), subject.nameJa(), in, cost, worst, otherIn, worth);
        return new Why(
                subject.id(),
                subject.nameEn(),
                subject.nameJa(),
                in,
                cost,
                worst,
                planCost,
                expected,
                Solve.minus(missedAfter, missedBefore),
                Solve.minus(missedBefore, missedAfter),
                otherIn,
                otherOut,
                worth,
                yearly(world, subject),
                paid(ground, subject),
                work.all(List.of(
                        () -> cross.proof(planned, plan, solver), () -> cross.proof(replanned, changed, solver))),
                sentence.english(),
                sentence.japanese());
    }

    private static double expected(Search.Found found, World world) {
        double sum = 0;
        for (String partner : world.partners()) {
            sum += found.plan().around().borne(found.solution(), partner);
        }
        return sum * World.USD;
    }

    /// What a unit costs a year, US dollars: one module, or a tonne a year of a contract.
    private static double yearly(World world, Subject subject) {
        return subject.candidate() >= 0
                ? world.candidates().get(subject.candidate()).yearly() * World.USD
                : world.offtakes().get(subject.offtake()).premium() * World.USD / World.TONNES;
    }

    private static List<Why.Paid> paid(Ground ground, Subject subject) {
        boolean module = subject.candidate() >= 0;
        int column = module
                ? ground.around().modules(subject.candidate())
                : ground.around().contract(subject.offtake());
        double unit = module ? World.USD : World.USD / World.TONNES;
        double[] worth = ground.around().worth(ground.fixed(), column);
        List<Episode> episodes = ground.around().episodes();
        List<Why.Paid> paid = new ArrayList<>();
        for (int e = 0; e < episodes.size(); e++) {
            if (worth[e] * unit > 1) {
                paid.add(new Why.Paid(
                        episodes.get(e).ban().orElseThrow().id(),
                        ground.around().year(episodes.get(e)),
                        worth[e] * unit));
            }
        }
        paid.sort(Comparator.comparingDouble(Why.Paid::usd)
                .reversed()
                .thenComparing(Why.Paid::banId)
                .thenComparing(Why.Paid::year));
        return paid;
    }

    private static PlanSpec with(PlanSpec spec, String id, boolean forceIn) {
        List<String> include = new ArrayList<>(spec.include());
        List<String> exclude = new ArrayList<>(spec.exclude());
        (forceIn ? include : exclude).add(id);
        (forceIn ? exclude : include).remove(id);
        return spec.with(include, exclude);
    }

    private Subject find(World world, String id, PlanSpec asked) {
        int index = world.indexOf(id);
        if (index >= 0) {
            Candidate candidate = world.candidates().get(index);
            return new Subject(id, candidate.nameEn(), candidate.nameJa(), index, -1);
        }
        for (int offtake = 0; offtake < world.offtakes().size(); offtake++) {
            if (world.offtakes().get(offtake).id().equals(id)) {
                Decision contract = new DecisionList(world, world.nothing(), input.network()).contract(offtake);
                return new Subject(id, contract.nameEn(), contract.nameJa(), -1, offtake);
            }
        }
        WorldBuilder.build(input, asked); // an unknown id is refused here, with the nearest name
        throw refused(world, id);
    }

    private static Refusal refused(World world, String id) {
        String counted = world.counted().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> "%s %.0f t/yr".formatted(each.productId(), each.countedTonnes()))
                .collect(java.util.stream.Collectors.joining(", "));
        int year = world.spec().targetYear();
        if (!counted.isEmpty()) {
            return Refusal.of("why.decided", "", """
                    '%s' is decided without the plan, which counts on %s in %d.
                    Maybe ask what the plan would be without it: put '%s' under `exclude` of the plan.\
                    """.formatted(id, counted, year, id), id, counted, year);
        }
        PlanResult.LeftOut left = world.leftOut().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseGet(() -> new PlanResult.LeftOut(
                        id,
                        id,
                        id,
                        "it is decided already, belongs to another chain, or needs its place: `option@PLACE`",
                        "決定済みであるか、別の供給網に属するか、場所の指定（option@PLACE）が要る"));
        List<String> known = world.candidates().stream().map(Candidate::id).toList();
        return Refusal.of(
                "why.cannot",
                "",
                """
                '%s' cannot be chosen: %s.
                Maybe ask about one of those that can: %s.\
                """.formatted(id, left.reasonEn(), known),
                id,
                new Refusal.Words(left.reasonEn(), left.reasonJa()),
                known);
    }

    /// The same decisions without one; works on the feed of a mine that is gone separate less.
    private static Choice without(World world, Choice with, Subject subject) {
        Choice choice = with.copy();
        if (subject.candidate() < 0) {
            choice.contracts()[subject.offtake()] = 0;
            return choice;
        }
        int index = subject.candidate();
        choice.drop(index);
        for (int f = 0; f < world.feeds().size(); f++) {
            List<Feed.Draw> draws = world.feeds().get(f).draws();
            for (int t = 0; t < world.years().size(); t++) {
                double sum = 0;
                for (int d = 0; d < draws.size(); d++) {
                    double kept = draws.get(d).candidate() == index ? 0 : choice.separated()[f][d][t];
                    choice.separated()[f][d][t] = kept;
                    sum += kept;
                }
                double held = held(world, choice, f, t);
                for (int d = 0; d < draws.size() && sum > held; d++) {
                    choice.separated()[f][d][t] *= held / sum;
                }
            }
        }
        return choice;
    }

    private static double held(World world, Choice choice, int feed, int year) {
        double held = world.feeds().get(feed).supply().get(year);
        for (int c = 0; c < world.candidates().size(); c++) {
            for (Effect effect : world.candidates().get(c).effects()) {
                if (effect instanceof Effect.Holds(int at, double kt) && at == feed) {
                    held += kt * Starts.atWork(world, choice, c, world.years().get(year));
                }
            }
        }
        return held;
    }

    /// What it saves in each ban: the plan that has it, judged with and without it and nothing put in its
    /// place.
    private static List<Why.Worth> worth(
            World world, Search search, Search.State before, Search.Found with, Subject subject) {
        Choice without = without(world, with.choice(), subject);
        Search.State state = search.judge(
                world, without, search.calm(world, before, without, with.caps()), Optional.of(before.standing(world)));
        List<Why.Worth> worth = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            double saved = Loss.of(world, state.bans().get(e))
                    - Loss.of(world, with.state().bans().get(e));
            double unmet = 0;
            for (String partner : world.partners()) {
                double here = Loss.unmet(world, state.bans().get(e)).getOrDefault(partner, 0.0)
                        - Loss.unmet(world, with.state().bans().get(e)).getOrDefault(partner, 0.0);
                unmet = Math.max(unmet, here);
            }
            if (saved > World.USD) {
                worth.add(new Why.Worth(world.bans().get(e).id(), saved, unmet));
            }
        }
        worth.sort(Comparator.comparingDouble(Why.Worth::savedUsd).reversed().thenComparing(Why.Worth::banId));
        return worth;
    }
}
