package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.check.Claims;
import org.monazite.plan.check.PlanCheck;
import org.monazite.plan.check.Without;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// The verifier has teeth: a correct plan with one number changed is refused.
class MutationTest {

    private static final double MOST_TAIL = 50e6; // less than any plan reaches: it is missed, and by how much is said

    private static World world;
    private static Search.Found found;
    private static Claims claims;
    private static Without without;

    @BeforeAll
    static void find() {
        Solver solver = Solvers.best();
        PlanInput input = SmallWorld.input();
        PlanSpec spec = SmallWorld.spec(300e6).with(new Risk(0.5, MOST_TAIL));
        world = WorldBuilder.build(input, spec);
        Search search = new Search(solver, input.network(), Work.alone());
        Search.State before = search.before(world);
        found = search.find(world, before);
        without = new Without(before.calm(), before.bans());
        DecisionList decisions = new DecisionList(world, found.choice(), input.network());
        claims = claims(world, before, found, decisions.cost(), decisions.spent());
    }

    /// What a plan says of itself.
    static Claims claims(
            World of, Search.State before, Search.Found plan, double costUsd, SortedMap<String, Double> spentUsd) {
        PlanResult.Loss loss = Loss.all(of, plan.state().bans());
        List<Claims.BanClaim> bans = new ArrayList<>();
        for (int e = 0; e < plan.state().bans().size(); e++) {
            Flows flows = plan.state().bans().get(e);
            bans.add(new Claims.BanClaim(
                    Loss.unmet(of, flows), Loss.of(of, flows), Loss.more(of, before, plan.state(), e)));
        }
        return new Claims(
                costUsd,
                spentUsd,
                bans,
                loss.worstUnmet(),
                loss.worstUsd(),
                loss.expectedUsd(),
                loss.tailUsd(),
                Math.max(0, loss.tailUsd() - of.spec().rules().risk().mostUsd()));
    }

    private static boolean verified(Choice choice, Flows calm, List<Flows> bans, Claims says) {
        return PlanCheck.of(world, choice, calm, bans, without, says).verified();
    }

    @Test
    void the_plan_itself_is_verified() {
        assertThat(verified(found.choice(), found.state().calm(), found.state().bans(), claims))
                .isTrue();
    }

    /// The plan of this world leaves Japan less when Australia stops: who buys less of China gets less of it then.
    @Test
    void a_plan_that_leaves_a_partner_worse_off_and_does_not_say_so_is_refused() {
        assertThat(claims.bans()).anyMatch(ban -> !ban.more().isEmpty());
        for (int e = 0; e < claims.bans().size(); e++) {
            Claims.BanClaim said = claims.bans().get(e);
            if (!said.more().isEmpty()) {
                assertThat(refused(e, new TreeMap<>())).contains("loses no more than without the plan");
                for (double factor : new double[] {0.98, 1.01}) {
                    SortedMap<String, Double> other = new TreeMap<>(said.more());
                    other.replaceAll((_, more) -> more * factor);
                    assertThat(refused(e, other)).as("factor " + factor).contains(" loses ");
                }
            }
        }
    }

    @Test
    void a_plan_cannot_buy_itself_room_to_leave_a_partner_worse_off() {
        for (int e = 0; e < claims.bans().size(); e++) {
            SortedMap<String, Double> room = new TreeMap<>(claims.bans().get(e).more());
            room.merge("USA", 0.001, Double::sum);

            assertThat(refused(e, room)).contains("USA loses as much more as said");
        }
    }

    @Test
    void what_happens_without_the_plan_is_checked_too() {
        for (int e = 0; e < without.bans().size(); e++) {
            List<Flows> bans = new ArrayList<>();
            without.bans().forEach(flows -> bans.add(flows.copy()));
            Flows changed = bans.get(e);
            world.chain().sales().stream()
                    .filter(sale -> sale.isProtected() && changed.made()[sale.node()] > 1e-2)
                    .forEach(sale -> changed.made()[sale.node()] *= 1.01); // more than its inputs make

            assertThat(PlanCheck.of(
                                    world,
                                    found.choice(),
                                    found.state().calm(),
                                    found.state().bans(),
                                    new Without(without.calm(), bans),
                                    claims)
                            .verified())
                    .as(world.bans().get(e).id())
                    .isFalse();
        }
    }

    private static OwnCheck checked(World in, Without measure) {
        return PlanCheck.of(
                in, found.choice(), found.state().calm(), found.state().bans(), measure, claims);
    }

    @Test
    void what_was_checked_before_is_not_taken_for_another_question() {
        Without used = new Without(without.calm(), without.bans());
        World dearer = world.with(world.spec().withBudget(2 * world.spec().totalBudgetUsd()));
        World another = world.with(world.spec().with(List.of(), List.of("nobody")));

        for (World each : List.of(world, dearer, another, world)) {
            assertThat(checked(each, used)).isEqualTo(checked(each, new Without(without.calm(), without.bans())));
        }
    }

    @Test
    void flows_that_were_checked_before_count_in_every_check() {
        Without used = new Without(without.calm(), without.bans());
        int first = checked(world, used).rows();

        assertThat(checked(world, used).rows()).isEqualTo(first);
        assertThat(checked(world, new Without(without.calm(), List.of())).rows())
                .isLessThan(first);
    }

    private static Claims said(int ban, SortedMap<String, Double> more) {
        List<Claims.BanClaim> bans = new ArrayList<>(claims.bans());
        bans.set(ban, new Claims.BanClaim(bans.get(ban).unmet(), bans.get(ban).lossUsd(), more));
        return new Claims(
                claims.costUsd(),
                claims.spentUsd(),
                bans,
                claims.worstUnmet(),
                claims.worstUsd(),
                claims.expectedUsd(),
                claims.tailUsd(),
                claims.tailBeyondUsd());
    }

    /// Where the check objects; nothing if it does not.
    private static String refused(int ban, SortedMap<String, Double> more) {
        OwnCheck check = PlanCheck.of(
                world, found.choice(), found.state().calm(), found.state().bans(), without, said(ban, more));
        return check.verified() ? "" : check.where();
    }

    @Test
    void two_hundred_plans_with_one_number_changed_are_refused() {
        assertThat(passed(200, 1)).isEmpty();
    }

    @Test
    @Tag("slow")
    void a_thousand_plans_with_one_number_changed_are_refused() {
        assertThat(passed(1000, 2)).isEmpty();
    }

    /// Mutations that the verifier let through.
    private static List<String> passed(int mutations, long seed) {
        Random random = new Random(seed);
        List<String> passed = new ArrayList<>();
        for (int k = 0; k < mutations; k++) {
            Choice choice = found.choice().copy();
            Flows calm = found.state().calm().copy();
            List<Flows> bans = new ArrayList<>();
            found.state().bans().forEach(flows -> bans.add(flows.copy()));
            double factor = random.nextBoolean() ? 1.01 : 0.98;
            String what;
            Claims says = claims;
            switch (random.nextInt(7)) {
                case 0 -> what = "calm flow " + change(calm.flow(), factor, random);
                case 1 -> what = "calm output " + change(calm.made(), factor, random);
                case 2 -> what = "payment " + change(choice.paid()[random.nextInt(2)], factor, random);
                case 3 -> what = "use in a ban " + changeUse(bans.get(random.nextInt(bans.size())), factor, random);
                case 4 -> what = "modules " + change(choice.modules(), factor, random);
                case 5 -> {
                    what = "flow that is stopped or negative";
                    double[] flow = bans.get(0).flow();
                    flow[random.nextInt(flow.length)] = -1e-3 * (1 + random.nextInt(9));
                }
                default -> {
                    int which = random.nextInt(7);
                    what = "claim " + which;
                    says = changed(which, factor, random);
                }
            }
            if (!what.endsWith("nothing") && verified(choice, calm, bans, says)) {
                passed.add(what);
            }
        }
        return passed;
    }

    /// Changes one number that is large enough to matter.
    private static String change(double[] numbers, double factor, Random random) {
        List<Integer> large = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            if (Math.abs(numbers[i]) > 1e-3) {
                large.add(i);
            }
        }
        if (large.isEmpty()) {
            return "nothing";
        }
        int at = large.get(random.nextInt(large.size()));
        numbers[at] *= factor;
        return String.valueOf(at);
    }

    private static String changeUse(Flows flows, double factor, Random random) {
        List<Integer> users = new ArrayList<>();
        world.chain().sales().stream()
                .filter(sale -> sale.isProtected() && flows.made()[sale.node()] > 1e-2)
                .forEach(sale -> users.add(sale.node()));
        if (users.isEmpty()) {
            return "nothing";
        }
        flows.made()[users.get(random.nextInt(users.size()))] *= factor;
        return "changed";
    }

    private static Claims changed(int which, double factor, Random random) {
        double[] values = {
            claims.costUsd(),
            claims.worstUnmet(),
            claims.worstUsd(),
            claims.expectedUsd(),
            claims.tailUsd(),
            claims.tailBeyondUsd()
        };
        TreeMap<String, Double> spent = new TreeMap<>(claims.spentUsd());
        List<Claims.BanClaim> bans = new ArrayList<>(claims.bans());
        if (which < values.length) {
            values[which] = values[which] * factor + (values[which] == 0 ? 1e4 : 0);
        } else {
            int e = random.nextInt(bans.size());
            SortedMap<String, Double> unmet = new TreeMap<>(bans.get(e).unmet());
            unmet.merge("JPN", 0.01, Double::sum);
            bans.set(
                    e,
                    new Claims.BanClaim(
                            unmet, bans.get(e).lossUsd(), bans.get(e).more()));
        }
        return new Claims(values[0], spent, bans, values[1], values[2], values[3], values[4], values[5]);
    }

    @Test
    void the_tail_is_the_mean_of_the_worst_years() {
        // A year in ten loses 100, three in ten lose 10: the worst fifth is half 100 and half 10.
        assertThat(PlanCheck.tail(List.of(new double[] {10, 0.3}, new double[] {100, 0.1}), 0.8))
                .isCloseTo(55, org.assertj.core.data.Offset.offset(1e-9));
    }
}
