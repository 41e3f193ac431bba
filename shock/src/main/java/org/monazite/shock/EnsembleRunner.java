package org.monazite.shock;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.monazite.shock.internal.Crew;
import org.monazite.shock.internal.Draws;
import org.monazite.shock.internal.MemberCodec;
import org.monazite.shock.internal.Names;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.Wiring;
import org.monazite.supply.SupplyNetwork;

/// Plays the members of an ensemble on threads of this machine. Each member's draws depend on seed and
/// number
/// alone, and results are put together in member order: any number of threads gives the same bytes.
///
/// Members vary two order signals and three rationing rules in turn. [OrderSignal#REALISED], the rule of
/// Inoue and
/// Todo, is left out: on the network of magnets it lets a rounding error of the undisturbed baseline grow
/// to a full
/// stop
/// within 400 days, so its members would tell of the rule and not of the shock. A single run can still
/// play it.
public final class EnsembleRunner {

    /// Combinations that are always varied: member m plays combination m mod 6.
    private static final RationingRule[] RATIONING = {
        RationingRule.PROPORTIONAL, RationingRule.PRIORITY_WATERFILL, RationingRule.FINAL_LAST
    };

    private static final OrderSignal[] ORDERS = {OrderSignal.SMOOTHED, OrderSignal.FIXED};

    /// Pairs of rules.
    static final int COMBINATIONS = 6;

    private static final int FIRST_MEMBERS = 225;
    private static final int MOST_MEMBERS = 10_000;
    private static final double NARROW = 0.05;
    private static final double NARROW_WEEKS = 0.1;
    private static final int WEEKLY_NUMBERS = 25_000_000; // 200 MB

    private final EnsembleSettings settings;
    private final IntConsumer progress;
    private final MemberStore store;
    private final int weeklyNumbers;

    /// A runner that keeps nothing.
    ///
    /// @param progress told the number of members that are done, from any thread
    public EnsembleRunner(EnsembleSettings settings, IntConsumer progress) {
        this(settings, progress, MemberStore.NONE);
    }

    /// A runner that keeps blocks of members and takes up those that were kept.
    ///
    /// @param progress told the number of members that are done, from any thread
    /// @param store of this network, scenario, seed and length alone
    public EnsembleRunner(EnsembleSettings settings, IntConsumer progress, MemberStore store) {
        this(settings, progress, store, WEEKLY_NUMBERS);
    }

    /// A runner that keeps weekly series of fewer members.
    ///
    /// @param weeklyNumbers how many numbers of weekly series are kept; those of 225 members in any case
    EnsembleRunner(EnsembleSettings settings, IntConsumer progress, MemberStore store, int weeklyNumbers) {
        this.weeklyNumbers = weeklyNumbers;
        this.settings = settings;
        this.progress = progress;
        this.store = store;
    }

    /// Plays all members.
    ///
    /// @throws IllegalArgumentException if an action names a place, product or lane that the network does
    /// not have
    public Ensemble run(SupplyNetwork network, Scenario scenario) {
        Names.require(network, scenario.actions());
        Wiring wiring = new Wiring(network, scenario.assumptions().market(), scenario.actions());
        List<Paths> records = new ArrayList<>();
        extend(records, settings.members(), wiring, scenario, new AtomicInteger());
        return summary(settings, wiring, scenario, records, List.of());
    }

    /// Plays 225 members and doubles their number until the losses of some places are known well enough:
    /// the 90 %
    /// intervals of the median and of P90 are narrower than 5 % of their values, or than 0.1 weeks where
    /// no value is
    /// at risk. Ends at 10,000 members in any case.
    ///
    /// @param places whose losses are looked at
    public Ensemble runUntilConverged(SupplyNetwork network, Scenario scenario, Set<String> places) {
        Names.require(network, scenario.actions());
        Wiring wiring = new Wiring(network, scenario.assumptions().market(), scenario.actions());
        AtomicInteger done = new AtomicInteger();
        List<Paths> records = new ArrayList<>();
        List<Evidence.Step> steps = new ArrayList<>();
        int members = FIRST_MEMBERS;
        boolean met;
        do {
            extend(records, members, wiring, scenario, done);
            List<Evidence.Step> now = steps(records, places);
            steps.addAll(now);
            met = now.stream().allMatch(Evidence.Step::met);
            members = Math.min(MOST_MEMBERS, 2 * members);
        } while (!met && records.size() < MOST_MEMBERS);
        EnsembleSettings played =
                new EnsembleSettings(settings.weeks(), records.size(), settings.seed(), settings.threads());
        return summary(played, wiring, scenario, records, steps);
    }

    private Ensemble summary(
            EnsembleSettings played, Wiring wiring, Scenario scenario, List<Paths> records, List<Evidence.Step> steps) {
        Members members = new Members(settings.weeks(), settings.seed());
        Run central = Simulation.run(wiring, scenario, settings.weeks(), Double.NaN);
        Paths plain = members.play(wiring, scenario, Members.CENTRAL);
        Evidence evidence = new EvidenceMaker(wiring, scenario, members, records).of(plain, steps);
        return new Summary(played, wiring, records).of(central, evidence);
    }

    /// Plays the members that are still missing, block by block. Weekly series are kept of the first
    /// members, as many
    /// as fit: totals alone of all others.
    private void extend(List<Paths> records, int to, Wiring wiring, Scenario scenario, AtomicInteger done) {
        Members members = new Members(settings.weeks(), settings.seed());
        MemberCodec codec = new MemberCodec(wiring, settings.weeks());
        int weekly = Math.max(FIRST_MEMBERS, weeklyNumbers / (settings.weeks() * codec.width()));
        int from = records.size();
        int size = store.blockSize();
        int blocks = (to - from + size - 1) / size;
        List<List<Paths>> played = Crew.play(
                settings.threads(),
                blocks,
                block -> {
                    int first = from + block * size;
                    int end = Math.min(to, first + size);
                    List<Paths> found = kept(codec, first, end);
                    if (found.isEmpty()) {
                        for (int member = first; member < end; member++) {
                            Paths paths = members.play(wiring, scenario, member);
                            found.add(member < weekly ? paths : paths.totals());
                            progress.accept(done.incrementAndGet());
                        }
                        store.write(first, end, codec.encode(found));
                    } else {
                        progress.accept(done.addAndGet(found.size()));
                    }
                    return found;
                },
                _ -> {});
        played.forEach(records::addAll);
    }

    private List<Paths> kept(MemberCodec codec, int from, int to) {
        byte[] block = store.read(from, to).orElse(null);
        return block == null ? new ArrayList<>() : codec.decode(block, to - from);
    }

    private static List<Evidence.Step> steps(List<Paths> records, Set<String> places) {
        List<Evidence.Step> steps = new ArrayList<>();
        for (String place : new TreeSet<>(places)) {
            Spread usd = Spread.of(losses(records, place));
            Spread weeks = Spread.of(weeks(records, place));
            boolean value = usd.mean() > 0;
            Spread.Point median = value ? usd.median() : weeks.median();
            Spread.Point p90 = value ? usd.at(0.9) : weeks.at(0.9);
            boolean met = narrow(median, !value) && narrow(p90, !value);
            steps.add(new Evidence.Step(records.size(), place, width(median), width(p90), met));
        }
        return steps;
    }

    private static double[] losses(List<Paths> records, String place) {
        double[] losses = new double[records.size()];
        for (int m = 0; m < losses.length; m++) {
            for (int i = 0; i < records.get(m).places(); i++) {
                losses[m] += records.get(m).placeCode(i).equals(place)
                        ? records.get(m).lostUsd(i)
                        : 0;
            }
        }
        return losses;
    }

    /// Weeks lost of the product of which most are lost.
    private static double[] weeks(List<Paths> records, String place) {
        double[] weeks = new double[records.size()];
        for (int m = 0; m < weeks.length; m++) {
            for (int line = 0; line < records.get(m).lines(); line++) {
                if (records.get(m).place(line).equals(place)) {
                    weeks[m] = Math.max(weeks[m], records.get(m).lostWeeks(line));
                }
            }
        }
        return weeks;
    }

    private static double width(Spread.Point point) {
        return point.value() > 0 ? (point.high() - point.low()) / point.value() : Double.NaN;
    }

    private static boolean narrow(Spread.Point point, boolean weeks) {
        double width = point.high() - point.low(); // NaN where it is open
        return width <= (weeks ? Math.max(NARROW_WEEKS, NARROW * point.value()) : NARROW * point.value());
    }

    /// The scenario of one member: its assumptions drawn, and what is a guess about its actions.
    ///
    /// @param seed with the member's number it decides all draws
    public static Scenario member(Scenario scenario, long seed, int member) {
        Draws draws = new Draws(seed);
        return scenario.drawn(draws, member).with(draw(scenario.assumptions(), draws, member));
    }

    /// The assumptions of a member: every parameter triangular over its range, rules in turn.
    static Assumptions draw(Assumptions defaults, Draws draws, int member) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            double mode = defaults.get(parameter);
            values.put(
                    parameter,
                    Draws.triangular(
                            draws.uniform(member, parameter.ordinal(), 0),
                            Math.min(parameter.low(), mode),
                            mode,
                            Math.max(parameter.high(), mode)));
        }
        return underRules(defaults.with(values), member);
    }

    /// The same under the pair of rules that a member plays.
    static Assumptions underRules(Assumptions assumptions, int member) {
        return assumptions.with(RATIONING[member % COMBINATIONS / 2], ORDERS[member % 2]);
    }
}
