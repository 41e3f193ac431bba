package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;

/// Finds what good plans have in common. Each thing that can be chosen is pushed down and up, first with
/// whole
/// modules as in the plan (a linear program: shows that good plans differ), then with whole modules free to
/// be
/// divided (a linear program: proves that none does), and only if both leave it open as it is.
final class NearBest {

    private static final double PRESENT = 1e-4; // part of the most there can be
    private static final Limits PROOF = new Limits(5, 1e-3);
    private static final double WORTH_A_LOOK = 1e-6;

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;
    private final Work work;
    private final Deadline deadline;
    private final Consumer<String> progress;

    NearBest(PlanInput input, Solver solver, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
        this.work = work;
        this.deadline = Deadline.of(solver);
        this.progress = progress;
    }

    /// Something that can be chosen and what was seen of it.
    private static final class Thing {
        private final String id;
        private final String nameEn;
        private final String nameJa;
        private final int column;
        private final double most;
        private final boolean whole;
        private final double inPlan;
        private final double tonnes; // of one unit
        private double leastSeen;
        private double mostSeen;
        private boolean neverLess; // proved: in every good plan
        private boolean neverMore; // proved: in none
        private boolean open;

        Thing(
                String id,
                String nameEn,
                String nameJa,
                int column,
                double most,
                boolean whole,
                double inPlan,
                double tonnes) {
            this.id = id;
            this.nameEn = nameEn;
            this.nameJa = nameJa;
            this.column = column;
            this.most = most;
            this.whole = whole;
            this.inPlan = Math.max(0, inPlan);
            this.tonnes = tonnes;
            this.leastSeen = this.inPlan;
            this.mostSeen = this.inPlan;
        }

        boolean present(double amount) {
            return amount > (whole ? 0.5 : PRESENT * most);
        }

        void see(Solution plan) {
            double amount = Math.max(0, whole ? Math.rint(plan.value(column)) : plan.value(column));
            leastSeen = Math.min(leastSeen, amount);
            mostSeen = Math.max(mostSeen, amount);
        }

        boolean needsDown() {
            return present(leastSeen) && !neverLess;
        }

        boolean needsUp() {
            return !present(mostSeen) && !neverMore;
        }

        Alternatives.State state() {
            if (present(leastSeen)) {
                return open ? Alternatives.State.OPEN : Alternatives.State.ALWAYS;
            }
            if (present(mostSeen)) {
                return Alternatives.State.OPTIONAL;
            }
            return open ? Alternatives.State.OPEN : Alternatives.State.NEVER;
        }
    }

    Alternatives of(PlanSpec spec, double tolerance) {
        if (!(tolerance > 0 && tolerance <= 1)) {
            throw new IllegalArgumentException(
                    "plan.tolerance must be more than 0 and at most 1, was " + tolerance + ".");
        }
        Ground ground = Ground.of(input, solver, work, spec, progress);
        Model good = good(ground, tolerance);
        List<Thing> things = things(ground);
        asInPlan(ground, good, things);
        divided(good, things);
        whole(good, ground, things);
        progress.accept("the good plan that differs most");
        return answer(ground, tolerance, things, farthest(good, ground, things));
    }

    /// The rows of the plan, targets held, and one more: the objective is at most a little above the best.
    private static Model good(Ground ground, double tolerance) {
        Model model = ground.held().copy();
        Row near = model.row("near the best");
        for (int column = 0; column < model.columns(); column++) {
            if (model.cost(column) != 0) {
                near.plus(column, model.cost(column));
            }
        }
        double best = ground.objective();
        near.atMost(best + tolerance * Math.abs(best) + 1e-6 - model.offset());
        for (int column = 0; column < model.columns(); column++) {
            model.cost(column, 0);
        }
        model.offset(0);
        return model;
    }

    private List<Thing> things(Ground ground) {
        World world = ground.world();
        List<Thing> things = new ArrayList<>();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            int column = ground.around().modules(c);
            things.add(new Thing(
                    candidate.id(),
                    candidate.nameEn(),
                    candidate.nameJa(),
                    column,
                    ground.held().high(column),
                    candidate.whole(),
                    ground.fixed().value(column),
                    candidate.tonnes()));
        }
        DecisionList names = new DecisionList(world, world.nothing(), input.network());
        for (int o = 0; o < world.offtakes().size(); o++) {
            int column = ground.around().contract(o);
            Decision contract = names.contract(o);
            things.add(new Thing(
                    contract.id(),
                    contract.nameEn(),
                    contract.nameJa(),
                    column,
                    ground.held().high(column),
                    false,
                    ground.fixed().value(column),
                    World.TONNES));
        }
        return things;
    }

    /// Whole modules as in the plan: what still moves is optional.
    private void asInPlan(Ground ground, Model good, List<Thing> things) {
        progress.accept("what moves with whole modules as in the plan");
        try (Session session = Highs.load().open(good.fixedAt(ground.found().solution()))) {
            for (Thing thing : things) {
                if (!thing.whole && thing.most > WORTH_A_LOOK) {
                    see(things, push(session, thing, 1, Limits.NONE));
                    see(things, push(session, thing, -1, Limits.NONE));
                }
            }
        }
    }

    /// Whole modules divided: what does not move even so, never does.
    private void divided(Model good, List<Thing> things) {
        progress.accept("what no good plan can do without, or can have");
        try (Session session = Highs.load().open(good.relaxed())) {
            for (Thing thing : things) {
                if (thing.needsDown()) {
                    Solution least = push(session, thing, 1, Limits.NONE);
                    thing.neverLess = least.hasPlan() && present(thing, least.value(thing.column), 1e-6);
                }
                if (thing.needsUp()) {
                    Solution most = push(session, thing, -1, Limits.NONE);
                    thing.neverMore = most.hasPlan() && !present(thing, most.value(thing.column), 1 - 1e-6);
                }
            }
        }
    }

    /// Divided modules prove less: any part of one counts going down, only a whole one going up.
    private static boolean present(Thing thing, double amount, double wholeFrom) {
        return thing.whole ? amount >= wholeFrom : thing.present(amount);
    }

    /// What is still open, with whole modules.
    private void whole(Model good, Ground ground, List<Thing> things) {
        long open = things.stream()
                .filter(thing -> thing.needsDown() || thing.needsUp())
                .count();
        progress.accept("whole modules: " + open + " to look at");
        try (Session session = Highs.load().open(good)) {
            session.start(ground.fixed().values());
            for (Thing thing : things) {
                if ((thing.needsDown() || thing.needsUp()) && !deadline.allows("near_best")) {
                    thing.open = true;
                    continue;
                }
                if (thing.needsDown()) {
                    Solution least = push(session, thing, 1, PROOF);
                    see(things, least);
                    thing.open = least.status() != Status.OPTIMAL;
                }
                if (thing.needsUp()) {
                    Solution most = push(session, thing, -1, PROOF);
                    see(things, most);
                    thing.open = most.status() != Status.OPTIMAL;
                }
            }
        }
    }

    private Solution push(Session session, Thing thing, double cost, Limits limits) {
        session.cost(thing.column, cost);
        Solution solution = session.run(deadline.within(limits));
        session.cost(thing.column, 0);
        return solution;
    }

    private static void see(List<Thing> things, Solution plan) {
        if (plan.hasPlan()) {
            things.forEach(thing -> thing.see(plan));
        }
    }

    /// The plan that gives up most of what is in and takes up most of what is not, each as a part of what
    /// there
    /// can be of it.
    private Farthest farthest(Model good, Ground ground, List<Thing> things) {
        Model model = good.copy();
        for (Thing thing : things) {
            if (thing.most > WORTH_A_LOOK) {
                double unit = thing.whole ? 1 : 1 / thing.most;
                model.cost(thing.column, thing.present(thing.inPlan) ? unit : -0.1 * unit);
            }
        }
        try (Session session = Highs.load().open(model)) {
            session.start(ground.fixed().values());
            Solution farthest = session.run(deadline.within(new Limits(10, 0.01)));
            return farthest.hasPlan() ? new Farthest(model, farthest) : new Farthest(ground.held(), ground.fixed());
        }
    }

    /// @param rows that it solves
    private record Farthest(Model rows, Solution solution) {}

    private Alternatives answer(Ground ground, double tolerance, List<Thing> things, Farthest farthest) {
        Solution other = farthest.solution();
        Choice choice = ground.around().choice(other);
        boolean declared = ground.world().spec().rules().traced() == PlanSpec.Traced.DECLARED;
        Flows calm = declared
                ? ground.found().plan().flows(other).getFirst()
                : ground.search()
                        .calm(
                                ground.world(),
                                ground.before(),
                                choice,
                                ground.found().caps());
        Search.State state = ground.search()
                .judge(ground.world(), choice, calm, Optional.of(ground.before().standing(ground.world())));
        Search.Found found = new Search.Found(
                choice,
                state,
                ground.found().plan(),
                other,
                ground.found().episodes(),
                ground.found().caps(),
                Double.NaN,
                true);
        Report report = new Report(ground.world(), ground.before(), found, input.network());
        Report plan = new Report(ground.world(), ground.before(), ground.found(), input.network());
        List<Alternatives.Item> items = new ArrayList<>();
        for (Thing thing : things) {
            double unit = thing.id.startsWith("offtake.") ? World.TONNES : 1;
            items.add(new Alternatives.Item(
                    thing.id,
                    thing.nameEn,
                    thing.nameJa,
                    thing.state(),
                    thing.present(thing.inPlan),
                    thing.leastSeen * unit,
                    thing.mostSeen * unit,
                    thing.tonnes / unit));
        }
        items.sort(Comparator.comparing(Alternatives.Item::state).thenComparing(Alternatives.Item::id));
        return new Alternatives(
                tolerance,
                ground.around().money(ground.fixed()) * World.USD,
                items,
                report.decisions().ids(),
                ground.around().money(other) * World.USD,
                report.lossAfter().worstUnmet(),
                report.missed(),
                new Proof(report.check().verified(), cross.of(farthest.rows(), other, solver)),
                cross.proof(plan, ground.found(), solver));
    }
}
