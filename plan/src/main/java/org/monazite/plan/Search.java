package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.check.Without;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lshaped.Decomposing;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Standing;
import org.monazite.plan.world.World;
import org.monazite.supply.SupplyNetwork;

/// Looks for the best plan: solves with the bans that hurt, lets every other ban attack the plan, adds
/// those that hurt more than the worst one, and repeats. Shares traced through third countries are bilinear
/// and no rows of the model; where a plan misses their limit, the caps on direct shares of that partner
/// are tightened and the plan is sought again.
final class Search {

    private static final int ROUNDS = 5;
    private static final double HURTS = 1e-4; // a hundredth of a percent of a partner's demand

    private final Solver solver;
    private final Solver chooser;
    private final SupplyNetwork base;
    private final Work work;
    private final Deadline deadline;
    private final double valueFactor;

    /// A search that chooses itself how to solve the models that choose a plan.
    Search(Solver solver, SupplyNetwork base, Work work) {
        this(solver, Choosing.of(solver, Decomposing.Method.AUTO, work.threads(), _ -> {}), base, work, 1);
    }

    /// @param chooser for the models that choose a plan
    Search(Solver solver, Solver chooser, SupplyNetwork base, Work work) {
        this(solver, chooser, base, work, 1);
    }

    /// A search that chooses itself how to solve the models that choose a plan.
    Search(Solver solver, SupplyNetwork base, Work work, double valueFactor) {
        this(solver, Choosing.of(solver, Decomposing.Method.AUTO, work.threads(), _ -> {}), base, work, valueFactor);
    }

    /// @param chooser for the models that choose a plan
    /// @param valueFactor part of the value at risk that a plan is to save; 0 for the cheapest plan that keeps the
    /// targets
    Search(Solver solver, Solver chooser, SupplyNetwork base, Work work, double valueFactor) {
        this.valueFactor = valueFactor;
        this.solver = solver;
        this.chooser = chooser;
        this.base = base;
        this.work = work;
        this.deadline = Deadline.of(solver);
    }

    /// What happens under a choice.
    ///
    /// @param calm a year without a ban
    /// @param bans every ban of the world, in order
    /// @param later the worst ban in each later assessed year; empty under a plan
    /// @param measure the same as a measure of plans
    record State(Flows calm, List<Flows> bans, List<Flows> later, Without measure) {

        State {
            bans = List.copyOf(bans);
            later = List.copyOf(later);
        }

        State(Flows calm, List<Flows> bans, List<Flows> later) {
            this(calm, bans, later, new Without(calm, bans));
        }

        /// What everybody has, as the measure of who is worse off with a plan.
        Standing standing(World world) {
            TreeMap<String, SortedMap<String, Double>> unmet = new TreeMap<>();
            bans.forEach(flows -> unmet.put(Standing.key(flows.episode()), Loss.unmet(world, flows)));
            later.forEach(flows -> unmet.put(Standing.key(flows.episode()), Loss.unmet(world, flows)));
            return new Standing(calm, unmet);
        }
    }

    /// A plan that was found.
    ///
    /// @param choice the decisions
    /// @param state what happens under it
    /// @param plan the model
    /// @param solution its solution
    /// @param episodes bans in the model
    /// @param caps on direct shares, by partner
    /// @param proved whether no better plan exists, within the gap
    /// @param apart no plan that keeps the caps on traced shares has a smaller objective; NaN if they are
    /// steered
    record Found(
            Choice choice,
            State state,
            PlanModel plan,
            Solution solution,
            List<Episode> episodes,
            List<Double> caps,
            double apart,
            boolean proved) {

        Found {
            episodes = List.copyOf(episodes);
            caps = List.copyOf(caps);
        }

        /// The same where bans were left that might have attacked it.
        Found unproved() {
            return new Found(choice, state, plan, solution, episodes, caps, apart, false);
        }

        /// Other decisions and what happens under them, in the place of the plan's.
        Found with(Choice other, State otherState) {
            return new Found(other, otherState, plan, solution, episodes, caps, apart, proved);
        }
    }

    /// What happens without a plan.
    State before(World world) {
        List<Double> free = world.partners().stream().map(_ -> 1.0).toList();
        PlanModel model = PlanModel.calm(world, world.nothing(), free, Optional.empty());
        Flows calm = nearUsual(model, Optional.empty());
        State target = judge(world, world.nothing(), calm, Optional.empty());
        List<Flows> later = work.inOrder(
                Attack.hurting(world, target).stream()
                        .filter(episode -> episode.year() > 0)
                        .toList(),
                episode -> judge(world, world.nothing(), episode, calm, Optional.empty()));
        return new State(calm, target.bans(), later);
    }

    /// A year without a ban under a choice.
    Flows calm(World world, State before, Choice choice, List<Double> caps) {
        PlanModel model = PlanModel.calm(world, choice, caps, Optional.of(before.calm()));
        return nearUsual(model, Optional.of(before.calm()));
    }

    /// Many patterns of a year without a ban cost the same; the one nearest to usual flows is the year.
    private Flows nearUsual(PlanModel model, Optional<Flows> usual) {
        Solution first = require(solver.solve(model.model(), Limits.NONE));
        Solution near = solver.solve(model.nearUsual(first, usual), Limits.NONE);
        return model.flows(near.hasPlan() ? near : first).getFirst();
    }

    /// What happens under a choice.
    ///
    /// @param before what everybody has without a plan; empty if that is what is looked for
    State judge(World world, Choice choice, Flows calm, Optional<Standing> before) {
        List<Integer> order = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            order.add(e);
        }
        return new State(
                calm,
                work.inOrder(
                        order,
                        e -> judge(world, choice, Episode.of(0, world.bans().get(e)), calm, before)),
                List.of());
    }

    /// What happens under a choice in one ban.
    Flows judge(World world, Choice choice, Episode ban, Flows calm, Optional<Standing> before) {
        PlanModel model = PlanModel.judging(world, choice, ban, calm, before);
        return model.flows(require(solver.solve(model.model(), Limits.NONE))).getFirst();
    }

    /// The same where nothing leaves a stock that need not: works and users take of their own first.
    Flows sparing(World world, Choice choice, Episode ban, Flows calm, Optional<Standing> before) {
        PlanModel model = PlanModel.judging(world, choice, ban, calm, before).sparing();
        return model.flows(require(solver.solve(model.model(), Limits.NONE))).getFirst();
    }

    static Solution require(Solution solution) {
        if (!solution.hasPlan()) {
            throw Refusal.of("model.empty", "include", """
                    The plan's model has no solution (%s).
                    Maybe a project or option is included that the budget cannot pay: leave it out or raise the budget.\
                    """.formatted(solution.status()), "", solution.status());
        }
        return solution;
    }

    /// The best plan.
    ///
    /// @param before what happens without a plan
    Found find(World world, State before) {
        List<Double> caps =
                world.partners().stream().map(world.spec()::directLimit).toList();
        List<Episode> episodes = Attack.hurting(world, before);
        TailSteering tail = new TailSteering(world);
        Draft best = steer(world, before, episodes, caps);
        int rounds = Math.max(ROUNDS, world.bans().size()) + tail.rounds();
        for (int round = 0; round < rounds; round++) {
            Judged judged = unharmed(world, before, best, tail);
            best = judged.draft();
            State state = judged.state();
            Found found = best.found(state, episodes);
            List<Episode> more = Attack.of(world, before, state, episodes);
            boolean open = !more.isEmpty() || tail.tightens(found);
            boolean late = open && !deadline.allows("attack");
            if (!open || late || round == rounds - 1) {
                return nearest(world, before, tail, tail.nearest(late ? found.unproved() : found));
            }
            episodes.addAll(more);
            best = steer(tail.sought(), before, episodes, best.caps());
        }
        throw new IllegalStateException("The search ends in its last round.");
    }

    /// The plan, or the one for the question without a target for the mean of the worst years, should that miss it by
    /// less: a plan may be sought for bans that go another way than those let loose on it.
    private Found nearest(World world, State before, TailSteering tail, Found found) {
        double missed = tail.missed(found.state());
        if (missed <= 0 || !deadline.allows("attack")) {
            return found;
        }
        Found free =
                find(world.with(world.spec().with(world.spec().rules().risk().uncapped())), before);
        return tail.missed(free.state()) < missed ? free : found;
    }

    /// A plan that other bans have not attacked yet.
    ///
    /// @param apart as in [Found]
    record Draft(
            Choice choice,
            Flows calm,
            PlanModel plan,
            Solution solution,
            List<Double> caps,
            double apart,
            boolean proved) {

        Draft {
            caps = List.copyOf(caps);
        }

        /// The same with the year without a ban that its rows have, not the one nearest to usual flows:
        /// what they promise in other bans hangs on what is bought in that year.
        Draft asChosen() {
            return new Draft(choice, plan.flows(solution).getFirst(), plan, solution, caps, apart, proved);
        }

        /// The same once it is known what every ban does to it.
        Found found(State state, List<Episode> episodes) {
            return new Found(choice, state, plan, solution, episodes, caps, apart, proved);
        }
    }

    /// The best plan for some bans, traced shares steered if the question asks for it.
    private Draft steer(World world, State before, List<Episode> episodes, List<Double> caps) {
        Draft first = choose(world, before, episodes, caps, valueFactor);
        if (world.spec().rules().traced() != PlanSpec.Traced.STEERED) {
            return first;
        }
        double bound = first.solution().bound(); // no plan under tighter caps is better
        return new Steering(
                        world,
                        base,
                        deadline,
                        (tighter, like) -> new Drafts(solver, chooser, this)
                                .choose(
                                        world,
                                        before,
                                        episodes,
                                        tighter,
                                        valueFactor,
                                        Optional.of(new Drafts.Like(like, bound))))
                .from(first, caps);
    }

    /// A plan and what every ban does to it.
    private record Judged(Draft draft, State state) {}

    /// The plan in the year without a ban that is nearest to usual flows; where a ban takes more from a partner than
    /// without a plan there, in the year that its rows have, if that is better and no target is missed by more.
    private Judged unharmed(World world, State before, Draft best, TailSteering tail) {
        World judging = tail.judging(best);
        Optional<Standing> standing = Optional.of(before.standing(world));
        State state = judge(judging, best.choice(), best.calm(), standing);
        double worse = Attack.worse(world, before, state);
        if (worse > HURTS) {
            Draft other = best.asChosen();
            State there = judge(judging, other.choice(), other.calm(), standing);
            boolean better = Attack.worse(world, before, there) < worse - HURTS
                    && Attack.most(world, there)
                            <= Math.max(Attack.most(world, state), Attack.most(world, before)) + HURTS
                    && tail.missed(there) <= tail.missed(state);
            if (better && tracedMiss(world, other) <= tracedMiss(world, best) + HURTS) {
                return new Judged(other, there);
            }
        }
        return new Judged(best, state);
    }

    /// By how much the traced share of a partner misses its limit.
    private double tracedMiss(World world, Draft draft) {
        return new Steering(world, base, deadline, (_, _) -> draft).missed(draft);
    }

    /// One solve.
    ///
    /// @param valueFactor part of the value at risk that counts
    Draft choose(World world, State before, List<Episode> episodes, List<Double> caps, double valueFactor) {
        return new Drafts(solver, chooser, this).choose(world, before, episodes, caps, valueFactor, Optional.empty());
    }

    /// True if the search ended by itself.
    static boolean isFinished(Found found) {
        return found.proved();
    }
}
