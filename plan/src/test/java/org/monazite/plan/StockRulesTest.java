package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.check.Claims;
import org.monazite.plan.check.PlanCheck;
import org.monazite.plan.check.Without;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.replay.CalmNetwork;
import org.monazite.plan.replay.Replays;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// By what rule stocks are released, and what they cover.
class StockRulesTest {

    private static final StockRules EIGHTH = StockRules.DEFAULT.withRelease(0.125);
    private static final Ban CHINA = Ban.of("CHN", "CHN", List.of(), 4, 0.1);
    private static final Ban AUSTRALIA = Ban.of("AUS", "AUS", List.of(), 4, 0.1);
    private static final double USED = 0.95; // kt of magnets per kt of demand when they are short
    private static final Offset<Double> NEAR = Offset.offset(1e-7);

    private static StockRules by(String... suppliers) {
        return StockRules.DEFAULT.withTriggers(new TreeSet<>(List.of(suppliers)));
    }

    /// Japan alone, with its stock of magnets and nothing else to choose.
    private static PlanSpec spec(StockRules rules) {
        PlanSpec one = PlanSpec.of(List.of("JPN"), "CHN", 500e6);
        PlanSpec asked = one.with(List.of("stock.magnet@JPN"), List.of("met.module"));
        return asked.with(asked.rules().with(rules));
    }

    private static PlanInput input() {
        return SmallWorld.input(List.of(), SmallWorld.options());
    }

    /// A plan and what is known of it.
    private record Planned(World world, Search search, Search.State before, Search.Found found) {

        static Planned of(StockRules rules) {
            World world = WorldBuilder.build(input(), spec(rules));
            Search search = new Search(Solvers.best(), SmallWorld.network(), Work.alone());
            Search.State before = search.before(world);
            return new Planned(world, search, before, search.find(world, before));
        }

        double size() {
            return found.choice().modules()[world.indexOf("stock.magnet@JPN")] * 0.2;
        }

        Flows judged(StockRules rules, Ban ban) {
            World other = world.with(world.spec().with(world.spec().rules().with(rules)));
            return search.judge(
                    other, found.choice(), Episode.of(0, ban), found.state().calm(), Optional.empty());
        }

        static double released(Flows flows) {
            double kt = 0;
            for (double[] byCell : flows.released()) {
                for (double each : byCell) {
                    kt += each;
                }
            }
            return kt;
        }

        Lengths lengths() {
            return new Lengths(world, search, before, found, Work.alone());
        }
    }

    @Test
    void a_stock_of_which_an_eighth_may_leave_a_quarter_gives_half_over_four_and_lasts_eight() {
        assertThat(EIGHTH.most(4)).isEqualTo(0.5);
        assertThat(EIGHTH.most(12)).isEqualTo(1);
        assertThat(EIGHTH.lasts()).isEqualTo(8);
    }

    @Test
    void a_stock_of_which_nothing_may_leave_is_refused() {
        assertThatThrownBy(() -> StockRules.DEFAULT.withRelease(0))
                .hasMessageContaining("nothing would ever leave")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void stocks_open_in_every_ban_where_nobody_is_named() {
        assertThat(StockRules.DEFAULT.opens(CHINA)).isTrue();
        assertThat(StockRules.DEFAULT.opens(outage())).isTrue();
        assertThat(StockRules.DEFAULT.opens(lane())).isTrue();
    }

    @Test
    void stocks_open_in_bans_by_those_who_are_named_alone_or_with_others() {
        Ban both = new Ban("CHN+AUS", List.of(stop("CHN"), stop("AUS")), 4, 0.1);

        assertThat(by("CHN").opens(CHINA)).isTrue();
        assertThat(by("CHN").opens(AUSTRALIA)).isFalse();
        assertThat(by("AUS").opens(both)).isTrue();
        assertThat(by("MYS").opens(both)).isFalse();
    }

    @Test
    void outages_and_lanes_open_no_stock_that_waits_for_somebody_named() {
        assertThat(by("CHN").opens(outage())).isFalse();
        assertThat(by("CHN").opens(lane())).isFalse();
    }

    private static Ban.Stop stop(String supplier) {
        return new Ban.Stop(supplier, List.of(), 0);
    }

    private static Ban outage() {
        return new Ban("outage", List.of(), 4, 0.1, List.of(new Ban.Outage("CHN/a.oxide", "CHN", "a.oxide", 0)));
    }

    private static Ban lane() {
        return new Ban("lane:L", List.of(stop("CHN")), 4, 0.1, List.of(), "L");
    }

    @Tag("P8")
    @Test
    void a_ban_takes_out_of_a_stock_what_the_rule_allows_and_no_more() {
        Planned plan = Planned.of(StockRules.DEFAULT);

        assertThat(plan.size()).isGreaterThan(0.1);
        assertThat(Planned.released(plan.judged(StockRules.DEFAULT, CHINA))).isCloseTo(plan.size(), NEAR);
        assertThat(Planned.released(plan.judged(EIGHTH, CHINA))).isCloseTo(plan.size() / 2, NEAR);
        assertThat(Planned.released(plan.judged(by("AUS"), CHINA))).isCloseTo(0, NEAR);
    }

    @Test
    void the_verifier_refuses_a_plan_that_takes_more_out_of_a_stock_than_the_rule_allows() {
        Planned plan = Planned.of(StockRules.DEFAULT);
        PlanInput input = input();

        assertThat(refused(plan, plan.world(), input)).isEmpty();
        for (StockRules rules : List.of(StockRules.DEFAULT.withRelease(0.05), by("AUS"))) {
            World stricter = plan.world()
                    .with(plan.world().spec().with(plan.world().spec().rules().with(rules)));
            assertThat(refused(plan, stricter, input)).contains("stock of a.magnet in JPN");
        }
    }

    /// Where the verifier objects; nothing if it does not.
    private static String refused(Planned plan, World world, PlanInput input) {
        DecisionList decisions = new DecisionList(world, plan.found().choice(), input.network());
        PlanResult.Loss loss = Loss.all(world, plan.found().state().bans());
        List<Claims.BanClaim> bans = new ArrayList<>();
        for (int e = 0; e < world.bans().size(); e++) {
            Flows flows = plan.found().state().bans().get(e);
            bans.add(new Claims.BanClaim(
                    Loss.unmet(world, flows),
                    Loss.of(world, flows),
                    Loss.more(world, plan.before(), plan.found().state(), e)));
        }
        OwnCheck check = PlanCheck.of(
                world,
                plan.found().choice(),
                plan.found().state().calm(),
                plan.found().state().bans(),
                new Without(plan.before().calm(), plan.before().bans()),
                new Claims(
                        decisions.cost(),
                        decisions.spent(),
                        bans,
                        loss.worstUnmet(),
                        loss.worstUsd(),
                        loss.expectedUsd(),
                        loss.tailUsd(),
                        0));
        return check.verified() ? "" : check.where();
    }

    @Tag("P8")
    @Test
    void a_stock_covers_its_tonnes_over_what_is_used_in_a_day() {
        PlanResult plan = Planner.of(input(), 1, _ -> {}).solve(spec(EIGHTH));
        Decision stock = plan.find("stock.magnet@JPN").orElseThrow();
        Holding holding = stock.holding().orElseThrow();
        double used = 4500 * StrictMath.pow(1.03, 6); // a year of the target year

        assertThat(holding.coverDays()).isCloseTo(stock.tonnes() / used * 365, Offset.offset(1e-6));
        assertThat(holding.releaseTonnes()).isCloseTo(stock.tonnes() / 8, NEAR);
        assertThat(holding.triggers()).isEmpty();
        assertThat(holding.yearlyUsd()) // interest of 4 % on 80,000 dollars a tonne and 3 % for holding it
                .isCloseTo(stock.tonnes() * 80_000 * 0.07, Offset.offset(1.0));
        Stockpiles.Cover cover = plan.stocks().covers().getFirst();
        assertThat(cover.takenTonnes()).isCloseTo(used, Offset.offset(1e-6));
        assertThat(cover.days()).isCloseTo(holding.coverDays(), NEAR);
        assertThat(cover.ownDays()).isCloseTo(30, Offset.offset(1e-6)); // what nobody says is taken for 30 days
    }

    /// Each quarter takes what is short after users have drawn on their own, by the arithmetic of a child.
    @Test
    void a_ban_of_unknown_length_goes_through_the_stock_quarter_by_quarter() {
        Planned plan = Planned.of(EIGHTH);
        List<Stockpiles.Length> lines = plan.lengths().of();
        Ban ban = plan.world().bans().stream()
                .filter(each -> each.id().equals(lines.getFirst().banId()))
                .findFirst()
                .orElseThrow();
        Choice bare = plan.found().choice().copy(); // contracts stay
        bare.modules()[plan.world().indexOf("stock.magnet@JPN")] = 0;
        List<Lengths.Quarter> without =
                plan.lengths().quarters(plan.world(), bare, plan.found().state().calm(), ban, 12, List.of());
        double demand = plan.world().demand("JPN", 0) / 4;
        for (Stockpiles.Length line : lines) {
            if (line.partner().equals("JPN")) {
                double left = plan.size();
                double unmet = 0;
                double free = plan.size();
                double unmetFree = 0;
                for (Lengths.Quarter quarter : without.subList(0, line.quarters())) {
                    double missing = quarter.unmet().getOrDefault("JPN", 0.0) * demand * USED;
                    double gives = Math.min(missing, Math.min(left, plan.size() / 8));
                    double givesFree = Math.min(missing, free);
                    left -= gives;
                    free -= givesFree;
                    unmet += missing - gives;
                    unmetFree += missing - givesFree;
                }
                String name = line.quarters() + " quarters";
                double all = demand * line.quarters() * USED;
                assertThat(line.rule()).as(name).isCloseTo(unmet / all, Offset.offset(1e-6));
                assertThat(line.asNeeded()).as(name).isCloseTo(unmetFree / all, Offset.offset(1e-6));
                assertThat(line.left().getOrDefault("stock.magnet@JPN", -1.0))
                        .as(name)
                        .isCloseTo(left / plan.size(), Offset.offset(1e-5));
            }
        }
        assertThat(without.getLast().unmet().getOrDefault("JPN", 0.0)).isGreaterThan(0.05);
    }

    @Test
    void with_foresight_a_ban_of_the_asked_length_takes_what_the_plan_says() {
        Planned plan = Planned.of(StockRules.DEFAULT);
        double said = Loss.all(plan.world(), plan.found().state().bans()).worstUnmet();

        assertThat(plan.lengths().of())
                .filteredOn(line -> line.quarters() == plan.world().spec().banQuarters())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.foresight()).isCloseTo(said, Offset.offset(1e-6)));
    }

    @Test
    void a_stock_that_must_be_released_slowly_must_be_larger_or_leaves_more_unmet() {
        PlanSpec.Targets targets = new PlanSpec.Targets(1, 1, 0.2);
        PlanSpec asked = SmallWorld.spec(500e6, targets, List.of(), List.of());
        PlanInput input = SmallWorld.input(List.of(), SmallWorld.options());
        PlanSpec slow = asked.with(asked.rules().with(StockRules.DEFAULT.withRelease(1.0 / 16)));
        double quick = stocks(Planner.of(input, 1, _ -> {}).solve(asked));
        PlanResult slower = Planner.of(input, 1, _ -> {}).solve(slow);

        assertThat(stocks(slower)).isGreaterThanOrEqualTo(quick - 1e-6);
        assertThat(slower.check().verified()).isTrue();
        assertThat(slower.second().agrees()).isTrue();
    }

    private static double stocks(PlanResult plan) {
        return plan.decisions().stream()
                .filter(each -> each.kind() == Decision.Kind.STOCKPILE)
                .mapToDouble(Decision::tonnes)
                .sum();
    }

    @Test
    void the_daily_engine_releases_stocks_by_the_rule() {
        List<Double> unmet = new ArrayList<>();
        Planned plan = Planned.of(StockRules.DEFAULT);
        for (StockRules rules : List.of(StockRules.DEFAULT, StockRules.DEFAULT.withRelease(0.02), by("AUS"))) {
            World world = plan.world()
                    .with(plan.world().spec().with(plan.world().spec().rules().with(rules)));
            var played = new Replays(world, input().assumptions())
                    .play(
                            CalmNetwork.of(
                                    world,
                                    SmallWorld.network(),
                                    plan.found().choice(),
                                    plan.found().state().calm()),
                            plan.found().choice(),
                            CHINA);
            unmet.add(played.get("JPN").unmet());
        }

        assertThat(unmet.get(1)).isGreaterThan(unmet.get(0) + 1e-4);
        assertThat(unmet.get(2)).isGreaterThan(unmet.get(1) + 1e-4); // nothing leaves it
    }
}
