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
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// The verifier has teeth: a correct plan with one number changed is refused.
class MutationTest {

    private static World world;
    private static Search.Found found;
    private static Claims claims;

    @BeforeAll
    static void find() {
        Solver solver = Solvers.best();
        PlanInput input = SmallWorld.input();
        world = WorldBuilder.build(input, SmallWorld.spec(300e6));
        Search search = new Search(solver, input.network(), Work.alone());
        found = search.find(world, search.before(world));
        DecisionList decisions = new DecisionList(world, found.choice(), input.network());
        PlanResult.Loss loss = Loss.all(world, found.state().bans());
        List<Claims.BanClaim> bans = new ArrayList<>();
        found.state()
                .bans()
                .forEach(flows -> bans.add(new Claims.BanClaim(Loss.unmet(world, flows), Loss.of(world, flows))));
        claims = new Claims(
                decisions.cost(),
                decisions.spent(),
                bans,
                loss.worstUnmet(),
                loss.worstUsd(),
                loss.expectedUsd(),
                loss.tailUsd());
    }

    private static boolean verified(Choice choice, Flows calm, List<Flows> bans, Claims says) {
        return PlanCheck.of(world, choice, calm, bans, says).verified();
    }

    @Test
    void the_plan_itself_is_verified() {
        assertThat(verified(found.choice(), found.state().calm(), found.state().bans(), claims))
                .isTrue();
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
                    int which = random.nextInt(6);
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
            claims.costUsd(), claims.worstUnmet(), claims.worstUsd(), claims.expectedUsd(), claims.tailUsd()
        };
        TreeMap<String, Double> spent = new TreeMap<>(claims.spentUsd());
        List<Claims.BanClaim> bans = new ArrayList<>(claims.bans());
        if (which < values.length) {
            values[which] = values[which] * factor + (values[which] == 0 ? 1e4 : 0);
        } else {
            int e = random.nextInt(bans.size());
            SortedMap<String, Double> unmet = new TreeMap<>(bans.get(e).unmet());
            unmet.merge("JPN", 0.01, Double::sum);
            bans.set(e, new Claims.BanClaim(unmet, bans.get(e).lossUsd()));
        }
        return new Claims(values[0], spent, bans, values[1], values[2], values[3], values[4]);
    }

    @Test
    void the_tail_is_the_mean_of_the_worst_years() {
        // A year in ten loses 100, three in ten lose 10: the worst fifth is half 100 and half 10.
        assertThat(PlanCheck.tail(List.of(new double[] {10, 0.3}, new double[] {100, 0.1}), 0.8))
                .isCloseTo(55, org.assertj.core.data.Offset.offset(1e-9));
    }
}
