package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.shock.Why.Cause;
import org.monazite.shock.Why.Relation;
import org.monazite.supply.SupplyNetwork;

class C02_WhyTest {

    private final SupplyNetwork chain = World.of("""
            CHN/oxide -> JPN/metal 365 @1
            JPN/metal -> JPN/magnet 365
            JPN/magnet -> JPN/use 365
            JPN/use [value 1000] -> industry 365
            """);

    private static Why why(SupplyNetwork world, int weeks, String product, Action... actions) {
        return new WhyRunner(weeks, 1, -1).run(world, Plain.scenario(actions), Set.of("JPN"), product);
    }

    private static String text(Why.Path path) {
        StringBuilder text = new StringBuilder(path.root().cause() + " "
                + path.root().place() + " " + path.root().product());
        path.steps()
                .forEach(step -> text.append(" > %s %s/%s %s w%d"
                        .formatted(step.relation(), step.place(), step.product(), step.input(), step.firstWeek())));
        return text.toString().replace("  ", " ");
    }

    private static double sum(Why why) {
        return why.paths().stream().mapToDouble(Why.Path::share).sum() + why.otherShare() + why.swingShare();
    }

    @Test
    void a_ban_is_followed_through_the_chain_with_the_week_in_which_each_store_runs_dry() {
        // 30 days of stock and the cargo of day 0: the metal works stand from day 31 (week 5). Magnets then live on
        // 30 days of metal, the sector on 30 days of magnets.
        Why why = why(chain, 20, "", Plain.ban("CHN", 0, 140));

        assertThat(text(why.paths().getFirst()))
                .startsWith("GATE CHN oxide > LACKS JPN/metal oxide w5 > LACKS JPN/magnet metal w")
                .contains("> LACKS JPN/use magnet w");
        assertThat(why.paths().getFirst().share()).isGreaterThan(0.999);
        assertThat(why.paths().getFirst().root().action()).isZero();
        assertThat(sum(why)).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_traced_loss_is_the_loss_of_the_run() {
        Why why = why(chain, 20, "", Plain.ban("CHN", 0, 140));

        assertThat(why.loss())
                .isPositive()
                .isCloseTo(
                        Plain.run(chain, 20, Plain.ban("CHN", 0, 140))
                                .valueLost()
                                .getFirst()
                                .total(),
                        within(1e-6));
    }

    @Test
    void two_bans_share_the_loss_as_they_share_the_missing_goods() {
        SupplyNetwork world = World.of("""
                CHN/magnet -> JPN/use 300 @1
                VNM/magnet -> JPN/use 100 @1
                JPN/use [value 1000] -> industry 400
                """);
        Why why = why(world, 12, "", Plain.ban("CHN", 0, 84), Plain.ban("VNM", 0, 84));

        assertThat(why.paths()).hasSize(2);
        assertThat(text(why.paths().get(0))).isEqualTo("GATE CHN magnet > LACKS JPN/use magnet w5");
        assertThat(text(why.paths().get(1))).isEqualTo("GATE VNM magnet > LACKS JPN/use magnet w5");
        assertThat(why.paths().get(0).share()).isCloseTo(0.75, within(1e-9));
        assertThat(why.paths().get(1).share()).isCloseTo(0.25, within(1e-9));
        assertThat(why.paths().get(1).root().action()).isEqualTo(1);
    }

    @Test
    void works_that_stand_still_are_the_cause_of_what_their_customers_lack() {
        Why why = why(chain, 20, "magnet", new Action.Outage(Set.of("CHN"), Set.of("oxide"), 0, 140, 1, 0));

        assertThat(text(why.paths().getFirst()))
                .startsWith("OUTAGE CHN oxide > STOPS CHN/oxide w1 > LACKS JPN/metal oxide w5 > LACKS JPN/magnet");
        assertThat(sum(why)).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_supplier_crowded_by_others_passes_on_their_loss() {
        SupplyNetwork world = World.of("""
                CHN/magnet -> USA/use 300 @1
                VNM/magnet -> USA/use 100 @1, JPN/use 100 @1
                USA/use [value 1000] -> industry 400
                JPN/use [value 1000] -> industry 100
                """);
        Action ban = new Action.ExportBan(new Targets(Set.of("CHN"), Set.of("USA"), Set.of()), 0, 365, 0);
        Why why = new WhyRunner(52, 1, -1)
                .run(
                        world,
                        Plain.scenario(ban)
                                .with(Plain.ASSUMPTIONS
                                        .with(java.util.Map.of(Parameter.RELATION_MOST, 10.0))
                                        .with(RationingRule.PROPORTIONAL, OrderSignal.SMOOTHED)),
                        Set.of("JPN"),
                        "");

        assertThat(why.loss()).isPositive();
        assertThat(text(why.paths().getFirst()))
                .startsWith("GATE CHN magnet > TURNS USA/use magnet")
                .contains("> CROWDED VNM/magnet")
                .contains("> LACKS JPN/use magnet");
        assertThat(sum(why)).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_maker_whose_customers_may_not_buy_sells_less() {
        SupplyNetwork world = World.of("""
                CHN/magnet -> JPN/use 365 @1
                JPN/oxide -> CHN/magnet 365 @1
                JPN/use [value 1000] -> industry 365
                """);
        Why why = new WhyRunner(20, 1, -1).run(world, Plain.scenario(Plain.ban("CHN", 0, 140)), Set.of("CHN"), "oxide");

        assertThat(why.loss()).as("who is asked for less lacks nothing").isZero();
        assertThat(why.paths()).isEmpty();
    }

    @Test
    void weeks_of_a_path_add_up_to_its_share() {
        Why why = why(chain, 30, "", Plain.ban("CHN", 20, 140));
        Why.Path path = why.paths().getFirst();

        assertThat(path.byWeek().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(path.share() * why.loss(), within(1e-6));
        assertThat(path.byWeek().getFirst()).isZero();
        assertThat(path.root().firstWeek()).as("day 20").isEqualTo(3);
    }

    @Test
    void the_waterfall_leads_from_the_gross_loss_to_the_loss() {
        Why why = why(chain, 20, "", Plain.ban("CHN", 0, 140));
        double rest = why.grossLoss();
        for (Why.Saved saved : why.waterfall()) {
            rest -= saved.amount();
        }

        assertThat(rest).isCloseTo(why.loss(), within(1e-6));
        // Without stocks the sector stands from day 2: cargo of day 0 reaches it through metal and magnets on the
        // way, a day each.
        assertThat(why.grossLoss()).isBetween(1000 * 135.0, 1000 * 140.0);
        assertThat(why.waterfall().getFirst().mechanism()).isEqualTo(Why.Mechanism.BUFFER);
        assertThat(why.waterfall().getFirst().amount()).isGreaterThan(1000 * 80);
        assertThat(why.waterfall().get(1).amount()).as("nobody to turn to").isCloseTo(0, within(1e-6));
    }

    @Test
    void rerouting_saves_what_another_supplier_can_send() {
        SupplyNetwork world = World.of("""
                CHN/magnet -> JPN/use 200 @1
                VNM/magnet [capacity 1000] -> JPN/use 200 @1
                JPN/use [value 1000] -> industry 400
                """);
        Why why = why(world, 52, "", Plain.ban("CHN", 0, 364));

        assertThat(why.waterfall().get(1).amount() + why.waterfall().get(2).amount())
                .as("Vietnam can send all, twice its usual part")
                .isGreaterThan(0.3 * why.grossLoss());
    }

    @Test
    void an_event_is_worth_the_loss_with_it_less_the_loss_without() {
        Why why = why(chain, 20, "", Plain.ban("CHN", 0, 140), Plain.ban("JPN", 0, 140));

        assertThat(why.events()).hasSize(2);
        assertThat(why.events().get(0).amount()).isCloseTo(why.loss(), within(1e-6));
        assertThat(why.events().get(1).amount()).as("a ban that hits nobody").isZero();
    }

    @Test
    void shares_sum_to_one_in_random_worlds() {
        List<Double> swings = new ArrayList<>();
        for (long seed = 0; seed < 70; seed++) {
            SupplyNetwork network = RandomWorlds.network(seed);
            Scenario scenario = RandomWorlds.scenario(network, seed);
            for (String place : network.places().stream()
                    .map(org.monazite.supply.Place::code)
                    .toList()) {
                Why why;
                try {
                    why = new WhyRunner(20, seed, 3).run(network, scenario, Set.of(place), "");
                } catch (IllegalArgumentException | java.util.NoSuchElementException nobody) {
                    continue;
                }
                if (why.loss() > 0) {
                    assertThat(sum(why)).as("seed %d %s", seed, place).isCloseTo(1, within(1e-9));
                    swings.add(why.swingShare());
                }
            }
        }
        assertThat(swings).hasSizeGreaterThan(20);
        assertThat(swings.stream().mapToDouble(Double::doubleValue).average().orElse(1))
                .as("most of what is lost is explained; hoards and leaks count as swings")
                .isLessThan(0.15);
    }

    @Test
    void what_is_too_dear_is_lost_to_what_made_it_dear() {
        Scenario dear = Plain.scenario(Plain.ban("CHN", 0, 140))
                .with(Plain.ASSUMPTIONS.with(java.util.Map.of(Parameter.DEMAND_ELASTICITY, -0.5)));
        Why why = new WhyRunner(40, 1, -1).run(chain, dear, Set.of("JPN"), "");

        assertThat(text(why.paths().getFirst())).startsWith("GATE CHN oxide > LACKS JPN/metal oxide w5");
        assertThat(why.paths().getFirst().share()).isGreaterThan(0.99);
    }

    @Test
    void a_run_without_a_loss_has_no_paths() {
        Why why = why(chain, 5, "", new Action[0]);

        assertThat(why.loss()).isZero();
        assertThat(why.paths()).isEmpty();
        assertThat(why.events()).isEmpty();
    }

    @Test
    void causes_are_named_as_they_are() {
        SupplyNetwork world = World.of("""
                CHN/magnet -> JPN/use 365 @5 via LN-TWS+40
                JPN/use [value 1000] -> industry 365
                """);
        Why why = why(world, 20, "", new Action.LaneClosure("LN-TWS", 0, 140, java.util.Optional.empty()));

        assertThat(why.paths().getFirst().root().cause()).isEqualTo(Cause.LANE);
        assertThat(why.paths().getFirst().steps().getFirst().relation()).isEqualTo(Relation.LACKS);
        assertThat(sum(why)).isCloseTo(1, within(1e-9));
    }
}
