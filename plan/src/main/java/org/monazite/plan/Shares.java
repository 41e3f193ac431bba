package org.monazite.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.monazite.plan.equations.Around;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Plans for every group of partners and shares the cost of the plan of all.
final class Shares {

    static final int MOST_PARTNERS = 6;

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    Shares(PlanInput input, Solver solver, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    /// A group's plan.
    private record Planned(
            Sharing.Group group,
            World world,
            Search.State before,
            Search.Found found,
            SortedMap<String, Double> expectedUsd) {}

    Sharing of(PlanSpec spec) {
        int players = spec.partners().size();
        if (players > MOST_PARTNERS) {
            throw Refusal.of(
                    "share.many",
                    "partners",
                    """
                    Sharing among %d partners takes %d plans; it is done for %d partners at most.
                    Maybe name fewer partners.""".formatted(players, (1 << players) - 1, MOST_PARTNERS),
                    "",
                    players,
                    MOST_PARTNERS);
        }
        World all = WorldBuilder.build(input, spec);
        Search.State before = new Search(solver, input.network(), work).before(all);
        List<Integer> groups = new ArrayList<>();
        for (int group = 1; group < 1 << players; group++) {
            groups.add(group);
        }
        List<Planned> planned = work.inOrder(groups, group -> planned(all, before, members(spec, group)));
        double[] cost = new double[1 << players];
        for (int group : groups) {
            cost[group] = planned.get(group - 1).group().bornUsd() / World.USD;
        }
        Game game = new Game(players, cost);
        Planned together = planned.getLast();
        List<Sharing.Line> lines = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            lines.add(line(spec.partners().get(i), planned.get((1 << i) - 1), together));
        }
        List<Sharing.Split> splits = new ArrayList<>(splits(spec, game, together, lines));
        Optional<Sharing.Prices> prices = new Pricing(solver)
                .of(together.found(), spec.partners(), together.group().bornUsd());
        prices.ifPresent(each -> {
            double[] kept = kept(lines);
            splits.add(split(Sharing.Rule.DUALS, spec, game, Pricing.shared(each), kept));
            splits.add(split(Sharing.Rule.DUALS_OWNED, spec, game, Pricing.owned(each), kept));
        });
        double[] best = game.nucleolus(solver);
        return new Sharing(
                planned.stream().map(Planned::group).toList(),
                lines,
                splits,
                together.group().planCostUsd(),
                game.worstExcess(best) * World.USD,
                prices);
    }

    private static double[] kept(List<Sharing.Line> lines) {
        return lines.stream().mapToDouble(Sharing.Line::expectedAfterUsd).toArray();
    }

    private static List<String> members(PlanSpec spec, int group) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < spec.partners().size(); i++) {
            if ((group >> i & 1) == 1) {
                members.add(spec.partners().get(i));
            }
        }
        return members;
    }

    /// The plan of a group in the world of all: the same users, bans and ways. Partners who are not in it pay
    /// nothing, want nothing, and keep what they have without any plan.
    private Planned planned(World all, Search.State before, List<String> members) {
        progress.accept("a plan of " + String.join(", ", members) + " alone");
        World world = world(all, members);
        Search search = new Search(solver, input.network(), Work.alone());
        Search.Found found = search.find(world, before);
        Around around = found.plan().around();
        TreeMap<String, Double> expected = new TreeMap<>();
        double sum = 0;
        for (String member : members) {
            double usd = around.borne(found.solution(), member) * World.USD;
            expected.put(member, usd);
            sum += usd;
        }
        Report report = new Report(world, before, found, input.network());
        List<String> missed = report.targets().stream()
                .filter(target -> !target.kept()
                        && (target.subject().isEmpty() || members.stream().anyMatch(target.subject()::startsWith)))
                .map(PlanResult.TargetState::id)
                .toList();
        Sharing.Group group = new Sharing.Group(
                members,
                report.decisions().cost(),
                sum,
                members.stream()
                        .mapToDouble(member -> worst(world, found.state(), member))
                        .max()
                        .orElse(0),
                missed,
                report.decisions().ids(),
                cross.proof(report, found, solver));
        return new Planned(group, world, before, found, expected);
    }

    private static double worst(World world, Search.State state, String partner) {
        return state.bans().stream()
                .mapToDouble(flows -> Loss.unmet(world, flows).getOrDefault(partner, 0.0))
                .max()
                .orElse(0);
    }

    /// The world of all as a group sees it: what stands in the place of another partner cannot be chosen, another
    /// partner's contracts cannot be closed, and what the question includes there is not asked for.
    private static World world(World all, List<String> members) {
        PlanSpec spec = all.spec();
        if (members.size() == spec.partners().size()) {
            return all;
        }
        TreeSet<String> others = new TreeSet<>(spec.partners());
        members.forEach(others::remove);
        List<String> exclude = new ArrayList<>(spec.exclude());
        all.candidates().stream()
                .filter(candidate -> others.contains(candidate.place()) || others.contains(candidate.payer()))
                .forEach(candidate -> exclude.add(candidate.id()));
        all.offtakes().stream()
                .filter(offtake -> others.contains(offtake.partner()))
                .forEach(offtake -> exclude.add(offtake.id()));
        List<String> include =
                spec.include().stream().filter(id -> !exclude.contains(id)).toList();
        TreeMap<String, Double> money = new TreeMap<>(spec.budgetUsd());
        others.forEach(other -> money.put(other, 0.0));
        PlanSpec group = spec.with(include, exclude).withBudget(money);
        return all.with(group.with(group.rules().withBystanders(others)));
    }

    private Sharing.Line line(String partner, Planned alone, Planned together) {
        World world = together.world();
        Around around = together.found().plan().around();
        Map<Episode, Flows> without = new HashMap<>();
        for (Episode episode : around.episodes()) {
            without.put(
                    episode,
                    new Search(solver, input.network(), Work.alone())
                            .judge(
                                    world,
                                    world.nothing(),
                                    episode,
                                    together.before().calm(),
                                    Optional.empty()));
        }
        double before =
                around.borne((episode, each) -> Loss.of(world, requireNonNull(without.get(episode)), each), partner);
        return new Sharing.Line(
                partner,
                alone.group().bornUsd(),
                before,
                together.expectedUsd().getOrDefault(partner, 0.0),
                worst(world, together.before(), partner),
                alone.group().worstUnmet(),
                worst(world, together.found().state(), partner));
    }

    private List<Sharing.Split> splits(PlanSpec spec, Game game, Planned together, List<Sharing.Line> lines) {
        int players = spec.partners().size();
        double plan = together.group().planCostUsd();
        double[] kept = kept(lines);
        double avoided = 0;
        for (int i = 0; i < players; i++) {
            avoided += Math.max(0, lines.get(i).avoidedUsd());
        }
        double[] own = new DecisionList(together.world(), together.found().choice(), input.network()).yearlyByPartner();
        double[] shapley = game.shapley();
        double[] nucleolus = game.nucleolus(solver);
        double[] rata = new double[players];
        for (int i = 0; i < players; i++) {
            own[i] += kept[i];
            shapley[i] *= World.USD;
            nucleolus[i] *= World.USD;
            double part = avoided > 0 ? Math.max(0, lines.get(i).avoidedUsd()) / avoided : 1.0 / players;
            rata[i] = plan * part + kept[i];
        }
        return List.of(
                split(Sharing.Rule.PLAN, spec, game, own, kept),
                split(Sharing.Rule.SHAPLEY, spec, game, shapley, kept),
                split(Sharing.Rule.NUCLEOLUS, spec, game, nucleolus, kept),
                split(Sharing.Rule.PRO_RATA, spec, game, rata, kept));
    }

    private static Sharing.Split split(Sharing.Rule rule, PlanSpec spec, Game game, double[] born, double[] kept) {
        TreeMap<String, Double> payment = new TreeMap<>();
        TreeMap<String, Double> bears = new TreeMap<>();
        double[] million = new double[born.length];
        for (int i = 0; i < born.length; i++) {
            payment.put(spec.partners().get(i), born[i] - kept[i]);
            bears.put(spec.partners().get(i), born[i]);
            million[i] = born[i] / World.USD;
        }
        List<String> worst = born.length == 1 ? List.of() : members(spec, game.worstGroup(million));
        return new Sharing.Split(rule, payment, bears, game.worstExcess(million) * World.USD, worst);
    }
}
