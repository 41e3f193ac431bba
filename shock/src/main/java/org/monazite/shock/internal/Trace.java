package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.Why;
import org.monazite.shock.Why.Mechanism;

/// One run explained: played with a journal, traced back from its victim, and played again with
/// mechanisms and events
/// left out.
public final class Trace {

    private static final int MOST_PATHS = 10;
    private static final int WEEK = 7;

    private final Wiring w;
    private final Assumptions assumptions;
    private final List<Action> actions;
    private final double stocks;
    private final int weeks;

    /// A run to be explained.
    ///
    /// @param stocks where in its range each stated stock lies, 0..1; NaN for the stated values
    public Trace(Wiring wiring, Assumptions assumptions, List<Action> actions, double stocks, int weeks) {
        this.w = wiring;
        this.assumptions = assumptions;
        this.actions = List.copyOf(actions);
        this.stocks = stocks;
        this.weeks = weeks;
    }

    /// Why the sectors of some places lose value.
    ///
    /// @param values where in their ranges the values lie, 0..1; NaN for the stated ones
    /// @param told name, member and places, for the answer
    public Why value(Set<String> places, double values, Told told) {
        return explain(Victim.value(w, places, values), told);
    }

    /// Why those who use a product at some places lack it.
    ///
    /// @throws NoSuchElementException if nobody uses it there
    public Why product(Set<String> places, String product, Told told) {
        Victim victim = Victim.product(w, places, product);
        if (victim.isEmpty()) {
            throw new NoSuchElementException("Nobody in %s uses '%s'.".formatted(told.places(), product));
        }
        return explain(victim, told);
    }

    /// What the answer repeats of the question.
    public record Told(String scenario, int member, List<String> places, String product) {}

    private Why explain(Victim victim, Told told) {
        Kernel kernel = new Kernel(w, assumptions, actions, stocks);
        Journal journal = new Journal(kernel, actions);
        Tracer tracer = new Tracer(journal);
        List<Double> byWeek = new ArrayList<>();
        List<Shares> why = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            double loss = 0;
            Shares.Sum sum = new Shares.Sum();
            for (int day = WEEK * week; day < WEEK * (week + 1); day++) {
                journal.play(day);
                loss += victim.loss(kernel);
                victim.trace(tracer, journal, day, sum);
            }
            byWeek.add(loss);
            why.add(sum.divide());
        }
        double total = byWeek.stream().mapToDouble(Double::doubleValue).sum();
        return answer(victim, told, tracer, byWeek, why, total);
    }

    private Why answer(Victim victim, Told told, Tracer tracer, List<Double> byWeek, List<Shares> why, double total) {
        PathBook book = tracer.book;
        double[] whole = new double[book.size()];
        for (int week = 0; week < weeks; week++) {
            Shares shares = why.get(week);
            for (int i = 0; i < shares.paths().length; i++) {
                whole[shares.paths()[i]] += byWeek.get(week) * shares.parts()[i];
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int path = 1; path < whole.length; path++) {
            if (whole[path] > 0) {
                order.add(path);
            }
        }
        order.sort(Comparator.comparingDouble((Integer path) -> -whole[path]).thenComparing(Comparator.naturalOrder()));
        List<Why.Path> paths = new ArrayList<>();
        double others = 0;
        for (int path : order) {
            if (paths.size() < MOST_PATHS) {
                paths.add(path(tracer, path, whole[path] / total, byWeek, why));
            } else {
                others += whole[path] / total;
            }
        }
        double swings = total > 0 ? whole[PathBook.SWINGS] / total : 0;
        List<Why.Saved> saved = new ArrayList<>();
        double gross = waterfall(victim, total, saved);
        return new Why(
                told.scenario(),
                weeks,
                told.member(),
                told.places(),
                told.product(),
                byWeek,
                paths,
                others,
                swings,
                saved,
                gross,
                events(victim, total));
    }

    private Why.Path path(Tracer tracer, int path, double share, List<Double> byWeek, List<Shares> why) {
        PathBook book = tracer.book;
        List<Why.Step> steps = new ArrayList<>();
        for (int at = path; book.node(at) >= 0; at = book.parent(at)) {
            int node = book.node(at);
            int day = book.firstDay(at);
            steps.addFirst(new Why.Step(
                    book.relation(at),
                    w.place(node),
                    w.product(node),
                    book.input(at) < 0
                            ? ""
                            : w.network.products().get(book.input(at)).id(),
                    day == Integer.MAX_VALUE ? 0 : day / WEEK + 1));
        }
        PathBook.Start start = book.root(path);
        Why.Root root = new Why.Root(
                start.cause(),
                start.action(),
                w.network.places().get(start.place()).code(),
                w.network.products().get(start.product()).id(),
                start.action() < 0 ? 0 : tracer.j.firstDay(start.action()) / WEEK + 1);
        List<Double> weekly = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            weekly.add(byWeek.get(week) * part(why.get(week), path));
        }
        return new Why.Path(share, root, steps, weekly);
    }

    private static double part(Shares shares, int path) {
        for (int i = 0; i < shares.paths().length; i++) {
            if (shares.paths()[i] == path) {
                return shares.parts()[i];
            }
        }
        return 0;
    }

    /// Everything off, then one mechanism on after the other, in the order of [Mechanism].
    private double waterfall(Victim victim, double actual, List<Why.Saved> saved) {
        EnumSet<Mechanism> on = EnumSet.noneOf(Mechanism.class);
        double gross = loss(on, actions, victim);
        double before = gross;
        for (Mechanism mechanism : Mechanism.values()) {
            on.add(mechanism);
            double after = on.size() == Mechanism.values().length ? actual : loss(on, actions, victim);
            saved.add(new Why.Saved(mechanism, before - after));
            before = after;
        }
        return gross;
    }

    private List<Why.EventValue> events(Victim victim, double actual) {
        List<Why.EventValue> values = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            List<Action> others = new ArrayList<>(actions);
            others.remove(i);
            double without = loss(EnumSet.allOf(Mechanism.class), others, victim);
            values.add(new Why.EventValue(i, actual - without));
        }
        return values;
    }

    private double loss(Set<Mechanism> on, List<Action> which, Victim victim) {
        return new Variant(on).loss(w, assumptions, which, stocks, victim, WEEK * weeks);
    }
}
