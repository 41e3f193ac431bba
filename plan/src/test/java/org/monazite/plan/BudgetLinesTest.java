package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.plan.check.PlanCheck;
import org.monazite.plan.check.Without;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Fills;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;

/// Plans whose budgets are given by year and instrument.
class BudgetLinesTest {

    private static final Solver SOLVER = Solvers.best();
    private static final List<BudgetLine> TIGHT = List.of(
            line("JPN", "", 2027, 25e6),
            line("USA", "", 2027, 25e6),
            line("JPN", "", 2028, 60e6),
            line("USA", "", 2028, 60e6),
            line("USA", "equity", 0, 8e6),
            line("JPN", "grant", 2029, 5e6));

    private static final PlanInput INPUT =
            SmallWorld.input(SmallWorld.projects(), SmallWorld.options().subList(1, 2));

    private static World world;
    private static Search.State before;
    private static Search.Found found;
    private static Report report;

    static BudgetLine line(String partner, String instrument, int year, double usd) {
        return new BudgetLine(
                partner, Instrument.find(instrument), year == 0 ? OptionalInt.empty() : OptionalInt.of(year), usd);
    }

    private static PlanSpec spec(double budget, List<BudgetLine> lines) {
        PlanSpec spec = SmallWorld.spec(budget);
        return spec.with(spec.rules().with(new Funding(lines, Funding.FREE.most())));
    }

    private static Search.Found find(World asked) {
        Search search = new Search(SOLVER, SmallWorld.network(), Work.alone());
        return search.find(asked, search.before(asked));
    }

    private static double money(Search.Found plan) {
        return plan.plan().around().money(plan.solution());
    }

    @BeforeAll
    static void find() {
        world = WorldBuilder.build(INPUT, spec(600e6, TIGHT));
        Search search = new Search(SOLVER, INPUT.network(), Work.alone());
        before = search.before(world);
        found = search.find(world, before);
        report = new Report(world, before, found, INPUT.network());
    }

    @Test
    void the_plan_is_verified() {
        assertThat(report.check()).returns(true, OwnCheck::verified);
    }

    /// Works that start in 2028 are paid for in 2027 alone: 25 M USD a partner do not pay for 96 M USD of metal works.
    @Test
    void a_tight_first_year_delays_works() {
        Money money = new MoneyReport(world, found, SOLVER, report.decisions().list()).money();

        assertThat(money.starts()).anySatisfy(start -> {
            assertThat(start.isLate()).isTrue();
            assertThat(start.waitsFor())
                    .anySatisfy(line -> assertThat(line.year()).hasValue(2027));
        });
        World free = WorldBuilder.build(INPUT, spec(600e6, List.of()));
        assertThat(find(free).choice().modules()).isNotEmpty();
    }

    @Test
    void every_line_holds_in_the_payments_of_the_decisions() {
        for (BudgetLine line : TIGHT) {
            double used = 0;
            for (Decision decision : report.decisions().list()) {
                for (Payment payment : decision.payments()) {
                    boolean limited = payment.partner().equals(line.partner())
                            && line.limits(payment.instrument(), payment.year());
                    used += limited ? payment.usd() : 0;
                }
            }
            assertThat(used).as(line.toString()).isLessThanOrEqualTo(line.usd() * (1 + 1e-6) + 1);
        }
    }

    @Test
    void payments_add_up_to_who_pays() {
        for (Decision decision : report.decisions().list()) {
            TreeMap<String, Double> sums = new TreeMap<>();
            decision.payments().forEach(payment -> sums.merge(payment.partner(), payment.usd(), Double::sum));
            assertThat(sums.keySet()).isEqualTo(decision.paidUsd().keySet());
            sums.forEach((partner, usd) ->
                    assertThat(usd).isCloseTo(decision.paidUsd().get(partner), Offset.offset(10.0)));
        }
    }

    @Test
    void no_instrument_exceeds_its_part_of_works() {
        int seen = 0;
        for (Decision decision : report.decisions().list()) {
            if (!Instrument.payingFor(decision.kind()).contains(Instrument.LOAN)) {
                continue;
            }
            double all = decision.payments().stream().mapToDouble(Payment::usd).sum();
            for (var part : Map.of(Instrument.EQUITY, Funding.EQUITY, Instrument.LOAN, Funding.LOAN)
                    .entrySet()) {
                double paid = decision.payments().stream()
                        .filter(payment -> payment.instrument() == part.getKey())
                        .mapToDouble(Payment::usd)
                        .sum();
                assertThat(paid).isLessThanOrEqualTo(part.getValue() * all + 1);
                seen++;
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void lines_in_plenty_give_the_plan_of_no_lines() {
        PlanSpec none = SmallWorld.spec(300e6);
        Search.Found plain = find(WorldBuilder.build(INPUT, none));
        Search.Found plenty = find(WorldBuilder.build(
                INPUT, spec(300e6, List.of(line("JPN", "", 2027, 5e9), line("USA", "loan", 0, 5e9)))));

        assertThat(plenty.choice().modules()).containsExactly(plain.choice().modules(), Offset.offset(1e-5));
        assertThat(money(plenty)).isCloseTo(money(plain), Offset.offset(1e-6 * money(plain)));
        for (int c = 0; c < plenty.choice().modules().length; c++) {
            double[] started = plenty.choice().started()[c];
            boolean stock = plenty.plan().world().candidates().get(c).isStock(); // bought over the years
            assertThat(stock ? plenty.choice().modules()[c] : started[0])
                    .isCloseTo(plenty.choice().modules()[c], Offset.offset(1e-5)); // the earliest
        }
    }

    @Test
    @Tag("slow")
    void a_stricter_line_never_lowers_the_optimum() {
        double last = 0;
        for (double usd : new double[] {400e6, 50e6, 0}) {
            World asked = WorldBuilder.build(
                    INPUT, spec(600e6, List.of(line("JPN", "", 2027, usd), line("USA", "", 2028, usd))));
            double now = find(asked).solution().objective();
            assertThat(now).isGreaterThanOrEqualTo(last - 1e-6 * now);
            last = now;
        }
    }

    @Test
    @Tag("slow")
    void plans_are_the_same_on_one_thread_and_on_four() {
        PlanResult one = Planner.of(INPUT, 1, _ -> {}).solve(spec(600e6, TIGHT));
        PlanResult four = Planner.of(INPUT, 4, _ -> {}).solve(spec(600e6, TIGHT));

        assertThat(four.decisions()).isEqualTo(one.decisions());
        assertThat(four.money()).isEqualTo(one.money());
        assertThat(one.check().verified()).isTrue();
        assertThat(one.second().agrees()).isTrue();
    }

    @Test
    @Tag("slow")
    void lines_grow_with_the_budget_along_the_frontier() {
        PlanSpec twice = spec(600e6, TIGHT).withBudget(1200e6);

        assertThat(twice.rules().funding().lines().getFirst().usd()).isEqualTo(50e6);
        assertThat(Planner.of(INPUT, 1, _ -> {}).frontier(spec(600e6, TIGHT), 4).points())
                .allSatisfy(point -> assertThat(point.verified()).isTrue());
    }

    @Test
    void parts_that_leave_nobody_to_pay_are_refused() {
        assertThatThrownBy(() -> new Funding(
                        List.of(), Map.of(Instrument.GRANT, 0.2, Instrument.EQUITY, 0.3, Instrument.LOAN, 0.4)))
                .hasMessageContaining("10 %")
                .hasMessageContaining("\nMaybe ");
    }

    private static final StockRules SLOW = new StockRules(0.5, 1e-3, new java.util.TreeSet<>());

    private static World slow(List<BudgetLine> lines) {
        PlanSpec spec = spec(2e9, lines);
        return WorldBuilder.build(INPUT, spec.with(spec.rules().with(SLOW)));
    }

    private static double magnets(World asked, Choice choice) {
        double tonnes = 0;
        for (int c = 0; c < asked.candidates().size(); c++) {
            Candidate each = asked.candidates().get(c);
            tonnes += each.isStock() ? each.tonnes() * choice.modules()[c] : 0;
        }
        return tonnes;
    }

    /// A thousandth of what the world makes, in 2027, 2028 and 2029: no stock is larger in 2030, with lines or without.
    @Test
    void stocks_are_bought_no_faster_than_the_world_makes_them() {
        World open = slow(List.of());
        World timed = slow(List.of(line("JPN", "", 2027, 1e9)));
        double most = Starts.fill(open, "a.magnet") * World.TONNES;
        Choice plain = find(open).choice();
        Choice years = find(timed).choice();

        assertThat(magnets(open, plain)).isCloseTo(3 * most, Offset.offset(1e-3));
        TreeMap<Integer, Double> byYear = new TreeMap<>();
        TreeMap<Integer, Double> usual = new TreeMap<>();
        for (int c = 0; c < timed.candidates().size(); c++) {
            new Fills(timed, years).of(c).forEach((year, t) -> byYear.merge(year, t, Double::sum));
            new Fills(open, plain).of(c).forEach((year, t) -> usual.merge(year, t, Double::sum));
        }
        assertThat(usual.keySet()).containsExactly(2027, 2028, 2029);
        assertThat(usual.values()).allSatisfy(t -> assertThat(t).isCloseTo(most, Offset.offset(1e-3)));
        assertThat(byYear).isNotEmpty();
        assertThat(byYear.values()).allSatisfy(t -> assertThat(t).isLessThanOrEqualTo(most + 1e-3));
    }

    private static boolean verified(Choice choice) {
        SortedMap<String, Double> spent = report.decisions().spent();
        return PlanCheck.of(
                        world,
                        choice,
                        found.state().calm(),
                        found.state().bans(),
                        new Without(before.calm(), before.bans()),
                        MutationTest.claims(
                                world, before, found, report.decisions().cost(), spent))
                .verified();
    }

    @Test
    void three_hundred_plans_with_one_start_or_payment_changed_are_refused() {
        Random random = new Random(7);
        List<String> passed = new ArrayList<>();
        int changed = 0;
        assertThat(verified(found.choice().copy())).isTrue();
        while (changed < 300) {
            Choice choice = found.choice().copy();
            boolean start = random.nextInt(3) == 0;
            double[] numbers = start
                    ? choice.started()[random.nextInt(choice.started().length)]
                    : choice.spent()[random.nextInt(2)][random.nextInt(5)][random.nextInt(choice.modules().length)];
            int at = random.nextInt(numbers.length);
            double was = numbers[at];
            switch (random.nextInt(3)) {
                case 0 -> numbers[at] *= 1.01;
                case 1 -> numbers[at] += 0.01;
                default -> { // moved to another year
                    int to = (at + 1) % numbers.length;
                    numbers[at] = numbers[to];
                    numbers[to] = was;
                }
            }
            if (Math.abs(numbers[at] - was) > 1e-3) {
                changed++;
                if (verified(choice)) {
                    passed.add((start ? "start " : "payment ") + at + ": " + was + " -> " + numbers[at]);
                }
            }
        }

        assertThat(passed).isEmpty();
    }

    @Test
    void money_by_an_instrument_that_cannot_pay_is_refused() {
        Choice choice = found.choice().copy();
        int c = 0;
        while (choice.modules()[c] < 0.5 || world.candidates().get(c).isStock()) {
            c++;
        }
        for (double[][][] partner : choice.spent()) {
            partner[Instrument.PURCHASE.ordinal()][c] = partner[Instrument.LOAN.ordinal()][c];
            partner[Instrument.LOAN.ordinal()][c] = new double[partner[0][c].length];
        }

        assertThat(verified(choice)).isFalse();
    }

    @Test
    void a_line_of_nobody_limits_nothing() {
        assertThat(new BudgetLine("JPN", Optional.empty(), OptionalInt.of(2028), 1).limits(Instrument.LOAN, 2029))
                .isFalse();
        World other = WorldBuilder.build(INPUT, spec(600e6, List.of(line("AUS", "", 2027, 0))));

        assertThat(new Report(other, before, find(other), SmallWorld.network())
                        .check()
                        .verified())
                .isTrue();
    }
}
