package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.check.Claims;
import org.monazite.plan.check.PlanCheck;
import org.monazite.plan.replay.CalmNetwork;
import org.monazite.plan.replay.Replays;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;
import org.monazite.supply.SupplyNetwork;

/// From a plan that was found to a result: what it does, checked and played.
final class Report {

    private static final double KEPT = 1e-4; // a hundredth of a percent

    private final World world;
    private final Search.State before;
    private final Search.Found found;
    private final SupplyNetwork base;
    private final DecisionList decisions;
    private final PlanResult.Loss lossAfter;
    private @Nullable Dependences with;

    Report(World world, Search.State before, Search.Found found, SupplyNetwork base) {
        this.world = world;
        this.before = before;
        this.found = found;
        this.base = base;
        this.decisions = new DecisionList(
                world, found.choice(), base, Optional.of(found.state().calm()));
        this.lossAfter = Loss.all(world, found.state().bans());
    }

    DecisionList decisions() {
        return decisions;
    }

    PlanResult.Loss lossBefore() {
        return Loss.all(world, before.bans());
    }

    PlanResult.Loss lossAfter() {
        return lossAfter;
    }

    /// The network of the target year without the plan.
    SupplyNetwork networkBefore() {
        return CalmNetwork.of(world, base, world.nothing(), before.calm());
    }

    /// The network of the target year with it.
    SupplyNetwork networkAfter() {
        return CalmNetwork.of(world, base, found.choice(), found.state().calm());
    }

    /// Every ban, worst without the plan first.
    List<PlanResult.Ban> bans() {
        return bans(world, before.bans(), found.state().bans());
    }

    /// The same of any plan.
    static List<PlanResult.Ban> bans(World world, List<Flows> before, List<Flows> after) {
        List<PlanResult.Ban> bans = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            Ban ban = world.bans().get(e);
            bans.add(new PlanResult.Ban(
                    ban.id(),
                    ban.supplier(),
                    ban.products(),
                    ban.quarters(),
                    ban.probability(),
                    Loss.unmet(world, before.get(e)),
                    Loss.unmet(world, after.get(e)),
                    Loss.of(world, before.get(e)),
                    Loss.of(world, after.get(e))));
        }
        bans.sort(Comparator.comparingDouble(PlanResult.Ban::lossBeforeUsd)
                .reversed()
                .thenComparing(PlanResult.Ban::id));
        return bans;
    }

    /// Our own verifier's word.
    OwnCheck check() {
        List<Claims.BanClaim> claims = new ArrayList<>();
        for (int e = 0; e < found.state().bans().size(); e++) {
            var flows = found.state().bans().get(e);
            claims.add(new Claims.BanClaim(
                    Loss.unmet(world, flows), Loss.of(world, flows), Loss.more(world, before, found.state(), e)));
        }
        return PlanCheck.of(
                world,
                found.choice(),
                found.state().calm(),
                found.state().bans(),
                before.measure(),
                new Claims(
                        decisions.cost(),
                        decisions.spent(),
                        claims,
                        lossAfter.worstUnmet(),
                        lossAfter.worstUsd(),
                        lossAfter.expectedUsd(),
                        lossAfter.tailUsd(),
                        Math.max(0, tail(found.state()) - risk().mostUsd())));
    }

    static List<PlanResult.Dependence> dependence(World world, Dependences before, Dependences after) {
        List<PlanResult.Dependence> rows = new ArrayList<>();
        for (String partner : world.partners()) {
            TreeSet<String> products = new TreeSet<>(before.products());
            products.addAll(after.products());
            for (String product : products) {
                PlanResult.Dependence row = new PlanResult.Dependence(
                        partner,
                        product,
                        before.direct(partner, product),
                        after.direct(partner, product),
                        before.directOfSupply(partner, product),
                        after.directOfSupply(partner, product),
                        before.traced(partner, product),
                        after.traced(partner, product));
                boolean any = row.directBefore() >= 0
                        || row.directAfter() >= 0
                        || row.tracedBefore() >= 0
                        || row.tracedAfter() >= 0;
                if (any) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /// Bans that are played in the daily engine: those in the model of the target year and the worst ones.
    private List<Integer> played() {
        TreeSet<String> ids = new TreeSet<>();
        ids.add(lossBefore().worstBan());
        ids.add(lossAfter.worstBan());
        found.episodes().stream()
                .filter(episode -> episode.year() == 0)
                .forEach(episode -> episode.ban().ifPresent(ban -> ids.add(ban.id())));
        List<Integer> played = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            if (ids.contains(world.bans().get(e).id())) {
                played.add(e);
            }
        }
        return played;
    }

    /// The plan played in the daily engine.
    Replay replay(Replays replays, SupplyNetwork without, SupplyNetwork with) {
        List<Replay.Line> lines = new ArrayList<>();
        double gap = 0;
        for (int e : played()) {
            Ban ban = world.bans().get(e);
            SortedMap<String, Replays.Outcome> outcomeBefore = replays.play(without, world.nothing(), ban);
            SortedMap<String, Replays.Outcome> outcomeAfter = replays.play(with, found.choice(), ban);
            SortedMap<String, Double> planBefore =
                    Loss.unmet(world, before.bans().get(e));
            SortedMap<String, Double> planAfter =
                    Loss.unmet(world, found.state().bans().get(e));
            for (String partner : world.partners()) {
                Replay.Line line = new Replay.Line(
                        ban.id(),
                        partner,
                        at(planBefore, partner),
                        at(outcomeBefore, partner).unmet(),
                        at(outcomeBefore, partner).span(),
                        at(planAfter, partner),
                        at(outcomeAfter, partner).unmet(),
                        at(outcomeAfter, partner).span(),
                        at(outcomeAfter, partner).worstWeek());
                gap = Math.max(gap, Math.abs(line.planBefore() - line.engineBefore()));
                gap = Math.max(gap, Math.abs(line.planAfter() - line.engineAfter()));
                lines.add(line);
            }
        }
        TreeMap<String, Double> demand = new TreeMap<>();
        world.partners().forEach(partner -> demand.put(partner, world.demand(partner, 0) * World.TONNES));
        return new Replay(lines, gap, demand);
    }

    private static <T> T at(SortedMap<String, T> map, String partner) {
        T value = map.get(partner);
        if (value == null) {
            throw new IllegalStateException("Nothing is known of " + partner);
        }
        return value;
    }

    /// What was wanted and what is reached.
    List<PlanResult.TargetState> targets(List<PlanResult.Dependence> dependence, Replay replay) {
        List<PlanResult.TargetState> states = new ArrayList<>();
        PlanSpec.Targets targets = world.spec().targets();
        if (targets.worstBan() < 1) {
            worstBan(states, targets.worstBan(), replay);
        }
        for (PlanResult.Dependence row : dependence) {
            String subject = row.partner() + " " + row.productId();
            if (targets.directShare() < 1 && row.supplyAfter() >= 0) {
                states.add(
                        share("direct_share", subject, targets.directShare(), row.supplyBefore(), row.supplyAfter()));
            }
            boolean last = Dependences.lastProducts(world, row.partner()).contains(row.productId());
            if (targets.tracedShare() < 1 && last && row.tracedAfter() >= 0) {
                states.add(
                        share("traced_share", subject, targets.tracedShare(), row.tracedBefore(), row.tracedAfter()));
            }
        }
        if (risk().mostUsd() < Double.POSITIVE_INFINITY) {
            double reached = tail(found.state());
            states.add(new PlanResult.TargetState(
                    PlanResult.TargetState.CVAR,
                    "",
                    risk().mostUsd(),
                    tail(before),
                    reached,
                    risk().keeps(reached),
                    false));
        }
        return states;
    }

    private Risk risk() {
        return world.spec().rules().risk();
    }

    /// The mean of the worst years of all who want something of the plan.
    private double tail(Search.State state) {
        return Tail.mean(
                Loss.wanted(world, state.bans()),
                Loss.chances(world),
                world.spec().tail());
    }

    private void worstBan(List<PlanResult.TargetState> states, double wanted, Replay replay) {
        for (String partner : world.partners()) {
            double reached = 0;
            double without = 0;
            for (int e = 0; e < world.bans().size(); e++) {
                reached = Math.max(
                        reached, at(Loss.unmet(world, found.state().bans().get(e)), partner));
                without = Math.max(without, at(Loss.unmet(world, before.bans().get(e)), partner));
            }
            double played = replay.lines().stream()
                    .filter(line -> line.partner().equals(partner))
                    .mapToDouble(Replay.Line::engineAfter)
                    .max()
                    .orElse(0);
            boolean kept = reached <= wanted + KEPT;
            states.add(new PlanResult.TargetState(
                    "worst_ban", partner, wanted, without, reached, kept, kept && played > wanted + KEPT));
        }
    }

    private static PlanResult.TargetState share(
            String name, String subject, double wanted, double without, double reached) {
        return new PlanResult.TargetState(name, subject, wanted, without, reached, reached <= wanted + KEPT, false);
    }

    /// What was wanted and what is reached by the plan's own arithmetic, without a replay.
    List<PlanResult.TargetState> targets() {
        return targets(Dependences.of(world, networkBefore()));
    }

    private List<PlanResult.TargetState> targets(Dependences without) {
        return targets(dependence(world, without, with()), new Replay(List.of(), 0));
    }

    /// Shares with the plan, computed once.
    private Dependences with() {
        if (with == null) {
            with = Dependences.of(world, networkAfter());
        }
        return with;
    }

    /// Part of what each partner's users take in that the feared supplier handled at any stage, with the plan.
    SortedMap<String, Double> traced() {
        TreeMap<String, Double> traced = new TreeMap<>();
        for (String partner : world.partners()) {
            traced.put(partner, traced(world, with(), partner));
        }
        return traced;
    }

    static double traced(World world, Dependences shares, String partner) {
        double most = 0;
        for (String product : Dependences.lastProducts(world, partner)) {
            double share = shares.traced(partner, product);
            most = share > most ? share : most;
        }
        return most;
    }

    /// Targets that the plan misses by its own arithmetic, such as `worst_ban USA`.
    List<String> missed() {
        return missed(targets());
    }

    /// The same where the dependences without a plan are known.
    List<String> missed(Dependences without) {
        return missed(targets(without));
    }

    private static List<String> missed(List<PlanResult.TargetState> targets) {
        return targets.stream()
                .filter(target -> !target.kept())
                .map(PlanResult.TargetState::id)
                .toList();
    }

    /// Unmet demand in every ban, by id of the ban.
    SortedMap<String, Double> worstByBan() {
        TreeMap<String, Double> worst = new TreeMap<>();
        for (int e = 0; e < world.bans().size(); e++) {
            worst.put(
                    world.bans().get(e).id(),
                    Loss.worst(world, found.state().bans().get(e)));
        }
        return worst;
    }
}
