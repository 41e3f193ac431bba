package org.monazite.shock.internal;

import java.util.HashMap;
import java.util.Map;
import org.monazite.shock.Why.Cause;
import org.monazite.shock.Why.Relation;
import org.monazite.supply.Criticality;

/// Follows a loss back to its causes. Every question is about a day and is answered by questions about
/// the same or
/// earlier days; answers are kept. docs/methods.md, "Why a loss happens", has the rules.
final class Tracer {

    private static final double NOTHING = 1e-9; // part of the baseline
    private static final double FELT = 0.01;
    private static final int MEMORY = 14; // days in which a bad service is looked for

    final Journal j;
    private final Wiring w;
    final PathBook book;
    private final Map<Long, Shares> nodes = new HashMap<>();
    private final Map<Long, Shares> cells = new HashMap<>();
    private final Map<Long, Shares> links = new HashMap<>();
    private final Map<Long, Shares> prices = new HashMap<>();
    private final int[] products;

    Tracer(Journal journal) {
        this.j = journal;
        this.w = journal.w;
        this.book = new PathBook(w);
        this.products = new int[w.cells];
        for (int cell = 0; cell < w.cells; cell++) {
            products[cell] = w.network.cells().product(w.cellOf[cell]);
        }
    }

    private static long key(int index, int day) {
        return (long) index << 32 | day;
    }

    /// Why a node made less than in normal times.
    Shares node(int node, int day) {
        Shares known = nodes.get(key(node, day));
        if (known == null) {
            nodes.put(key(node, day), Shares.SWINGS); // a question that comes back to itself has no answer
            known = findNode(node, day);
            nodes.put(key(node, day), known);
            note(known, j.lost(node, day) / w.output[node], day);
        }
        return known;
    }

    /// Why a node made less than it was asked for, up to its normal output.
    private Shares supply(int node, int day) {
        double made = j.made.get(day)[node];
        double goal = j.goal.get(day)[node];
        Shares.Sum sum = new Shares.Sum();
        if (goal > made) {
            inputs(sum, node, day, goal - made);
        }
        double idle = Math.min(w.output[node], j.demand.get(day)[node]) - goal;
        if (idle > NOTHING * w.output[node]) {
            idle(sum, node, day, idle);
        }
        Shares shares = sum.divide();
        note(shares, j.lost(node, day) / w.output[node], day);
        return shares;
    }

    private void note(Shares shares, double loss, int day) {
        for (int i = 0; i < shares.paths().length; i++) {
            if (shares.parts()[i] * loss > FELT) {
                book.felt(shares.paths()[i], day);
            }
        }
    }

    private Shares findNode(int node, int day) {
        double lost = j.lost(node, day);
        if (lost <= NOTHING * w.output[node]) {
            return Shares.SWINGS;
        }
        Shares.Sum sum = new Shares.Sum();
        double byInputs = Math.min(lost, Math.max(0, j.goal.get(day)[node] - j.made.get(day)[node]));
        if (byInputs > 0) {
            inputs(sum, node, day, byInputs);
        }
        double rest = lost - byInputs;
        if (rest > NOTHING * w.output[node]) {
            if (j.capacity.get(day)[node] < Math.min(w.output[node], j.demand.get(day)[node])) {
                idle(sum, node, day, rest);
            } else {
                customers(sum, node, day, rest);
            }
        }
        return sum.divide();
    }

    /// The input that binds; of inputs that are not essential all, by what their lack takes.
    private void inputs(Shares.Sum sum, int node, int day, double lost) {
        double[] q = j.covered.get(day);
        int worst = -1;
        double least = 1;
        double weak = 0;
        for (int cell = w.firstCell[node]; cell < w.firstCell[node + 1]; cell++) {
            boolean strong = w.criticality[cell] != Criticality.NON_ESSENTIAL.ordinal();
            double limit = w.criticality[cell] == Criticality.IMPORTANT.ordinal() ? (1 + q[cell]) / 2 : q[cell];
            if (strong && limit < least) {
                least = limit;
                worst = cell;
            }
            weak += strong ? 0 : w.weight[cell] * (1 - q[cell]);
        }
        if (worst >= 0 && least <= 1 - weak) {
            add(sum, cell(worst, day), lost, Relation.LACKS, node, products[worst]);
        } else {
            for (int cell = w.firstCell[node]; cell < w.firstCell[node + 1]; cell++) {
                if (w.criticality[cell] == Criticality.NON_ESSENTIAL.ordinal()) {
                    double part = w.weight[cell] * (1 - q[cell]) / weak;
                    add(sum, cell(cell, day), lost * part, Relation.LACKS, node, products[cell]);
                }
            }
        }
    }

    private void idle(Shares.Sum sum, int node, int day, double lost) {
        int action = j.outage.get(day)[node];
        if (action >= 0) {
            int place = w.network.nodes().place(node);
            int start =
                    book.start(Cause.OUTAGE, action, place, w.network.nodes().product(node));
            sum.add(book.step(start, Relation.STOPS, node, -1), lost);
            return;
        }
        for (int i = 0; i < w.byProducts.length; i++) {
            if (w.byProducts[i] == node) {
                for (int main : w.mains[i]) {
                    add(sum, node(main, day), lost * j.lost(main, day), Relation.SITE, node, -1);
                }
                return;
            }
        }
        sum.add(PathBook.SWINGS, lost);
    }

    /// Customers ask for less: what each asks less than in normal times.
    private void customers(Shares.Sum sum, int node, int day, double lost) {
        double missing = 0;
        for (int link = w.firstLink[node]; link < w.firstLink[node + 1]; link++) {
            missing += Math.max(0, w.linkFlow[link] - j.permitted.get(day)[link]);
        }
        for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
            missing += Math.max(0, w.finalFlow[slot] - j.wanted.get(day)[slot]);
        }
        if (!(missing > 0)) {
            sum.add(PathBook.SWINGS, lost);
            return;
        }
        for (int link = w.firstLink[node]; link < w.firstLink[node + 1]; link++) {
            double less = w.linkFlow[link] - j.permitted.get(day)[link];
            if (less > 0) {
                Shares.Sum own = new Shares.Sum();
                unasked(own, link, day);
                add(sum, own.divide(), lost * less / missing, Relation.SELLS_LESS, node, -1);
            }
        }
        for (int slot = w.firstFinal[node]; slot < w.firstFinal[node + 1]; slot++) {
            double less = w.finalFlow[slot] - j.wanted.get(day)[slot];
            if (less > 0) {
                add(sum, demand(slot, day), lost * less / missing, Relation.SELLS_LESS, node, -1);
            }
        }
    }

    /// Final demand that is not what it was: an action moved it, or a price, which rose with the last
    /// shortage of its
    /// market.
    Shares demand(int slot, int day) {
        int action = j.surge.get(day)[slot];
        int product = w.network.nodes().product(w.finalNode[slot]);
        return action >= 0
                ? Shares.of(book.start(Cause.DEMAND, action, w.finalPlace[slot], product))
                : dear(w.finalMarket[slot], day, book.start(Cause.PRICE, -1, w.finalPlace[slot], product));
    }

    private Shares dear(int market, int day, int price) {
        for (int before = day - 1; before >= 0; before--) {
            Shares known = prices.get(key(market, before));
            if (known == null) {
                known = shortage(market, before);
                prices.put(key(market, before), known);
            }
            if (known != Shares.SWINGS) {
                return known;
            }
        }
        return Shares.of(price);
    }

    /// Why a market had less than its final demand wanted; [Shares#SWINGS] if it had all.
    private Shares shortage(int market, int day) {
        Shares.Sum sum = new Shares.Sum();
        for (int slot = 0; slot < w.finals; slot++) {
            double lacks = j.wanted.get(day)[slot] - j.sold.get(day)[slot];
            if (w.finalMarket[slot] == market && lacks > NOTHING * w.finalFlow[slot]) {
                double more = Math.clamp(j.wanted.get(day)[slot] - w.finalFlow[slot], 0, lacks);
                int action = j.surge.get(day)[slot];
                int product = w.network.nodes().product(w.finalNode[slot]);
                sum.add(
                        action < 0 ? PathBook.SWINGS : book.start(Cause.DEMAND, action, w.finalPlace[slot], product),
                        more);
                sum.add(unserved(slot, day), lacks - more);
            }
        }
        return sum.divide();
    }

    private void add(Shares.Sum sum, Shares shares, double weight, Relation relation, int node, int input) {
        for (int i = 0; i < shares.paths().length; i++) {
            sum.add(book.step(shares.paths()[i], relation, node, input), weight * shares.parts()[i]);
        }
    }

    /// Why a store is empty: the arrivals missing over the days that it covers in normal times, or over
    /// all days if
    /// those lack nothing.
    Shares cell(int cell, int day) {
        Shares known = cells.get(key(cell, day));
        if (known == null) {
            cells.put(key(cell, day), Shares.SWINGS);
            int window = Math.max(1, (int) Math.ceil(j.kernel.targetDays[cell]));
            known = missing(cell, Math.max(0, day - window + 1), day);
            if (known == Shares.SWINGS) {
                known = missing(cell, 0, day);
            }
            cells.put(key(cell, day), known);
        }
        return known;
    }

    /// Why a user lacks an input.
    Shares user(int cell, int day) {
        Shares.Sum sum = new Shares.Sum();
        add(sum, cell(cell, day), 1, Relation.LACKS, w.cellBuyer[cell], products[cell]);
        Shares shares = sum.divide();
        note(shares, j.uncovered.get(day)[cell] / w.cellFlow[cell], day);
        return shares;
    }

    private Shares missing(int cell, int from, int to) {
        Shares.Sum sum = new Shares.Sum();
        for (int day = from; day <= to; day++) {
            for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
                int link = w.linkIn[i];
                double less = w.linkFlow[link] - j.arrived.get(day)[link];
                if (less > NOTHING * w.linkFlow[link] && day >= w.linkLag[link]) {
                    sum.add(link(link, day - w.linkLag[link]), less);
                }
            }
        }
        return sum.divide();
    }

    /// Why less than in normal times left on a link on a day, or left and will be late.
    private Shares link(int link, int day) {
        Shares known = links.get(key(link, day));
        if (known == null) {
            Shares.Sum sum = new Shares.Sum();
            double shipped = j.shipped.get(day)[link];
            int slow = j.delay.get(day)[link];
            if (slow >= 0 && shipped > 0) {
                sum.add(start(Cause.LANE, slow, link), Math.min(shipped, w.linkFlow[link]));
            }
            if (shipped < w.linkFlow[link]) {
                Shares.Sum own = new Shares.Sum();
                unasked(own, link, day);
                double rationed = j.permitted.get(day)[link] - shipped;
                if (rationed > 0) {
                    own.add(rationed(link, day), rationed);
                }
                sum.add(own.divide(), w.linkFlow[link] - shipped);
            }
            known = sum.divide();
            links.put(key(link, day), known);
        }
        return known;
    }

    private int start(Cause cause, int action, int link) {
        int supplier = w.linkSupplier[link];
        return book.start(
                cause,
                action,
                w.network.nodes().place(supplier),
                w.network.nodes().product(supplier));
    }

    /// The part of a flow that its supplier was not asked for: stopped at the gate, or not ordered at all.
    private void unasked(Shares.Sum sum, int link, int day) {
        double gated = j.ordered.get(day)[link] - j.permitted.get(day)[link];
        if (gated > 0) {
            sum.add(gate(link, day), gated);
        }
        double unordered = w.linkFlow[link] - j.ordered.get(day)[link];
        if (unordered > 0) {
            sum.add(unordered(link, day), unordered);
        }
    }

    private Shares gate(int link, int day) {
        int action = j.gate.get(day)[link];
        return action < 0 ? Shares.SWINGS : Shares.of(start(Cause.GATE, action, link));
    }

    /// Why a buyer ordered less on a link: its gate was closed, it needs less, or it trusts the supplier
    /// less.
    private Shares unordered(int link, int day) {
        if (day == 0) {
            return Shares.SWINGS;
        }
        if (j.gate.get(day - 1)[link] >= 0) {
            return gate(link, day - 1);
        }
        int cell = w.linkCell[link];
        double total = 0;
        for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
            total += j.ordered.get(day)[w.linkIn[i]];
        }
        double less = w.linkFlow[link] - j.ordered.get(day)[link];
        double need = Math.min(less, w.linkFlow[link] * Math.max(0, 1 - total / w.cellFlow[cell]));
        Shares.Sum sum = new Shares.Sum();
        sum.add(node(w.linkBuyer[link], day - 1), need);
        if (less > need) {
            sum.add(distrust(link, day), less - need);
        }
        return sum.divide();
    }

    /// The last time the supplier served badly, or its lost capacity.
    private Shares distrust(int link, int day) {
        for (int before = day - 1; before >= Math.max(0, day - MEMORY); before--) {
            double gated = j.ordered.get(before)[link] - j.permitted.get(before)[link];
            double rationed = j.permitted.get(before)[link] - j.shipped.get(before)[link];
            if (gated > 0 && gated >= rationed) {
                return gate(link, before);
            }
            if (rationed > NOTHING * w.linkFlow[link]) {
                return rationed(link, before);
            }
        }
        return j.outage.get(day - 1)[w.linkSupplier[link]] >= 0 ? node(w.linkSupplier[link], day - 1) : Shares.SWINGS;
    }

    private Shares rationed(int link, int day) {
        double[] shipped = j.shipped.get(day);
        return shared(w.linkSupplier[link], day, w.linkFlow[link], shipped[link], link);
    }

    /// Why final demand got less than it asked for.
    Shares unserved(int slot, int day) {
        return shared(w.finalNode[slot], day, w.finalFlow[slot], j.sold.get(day)[slot], w.links + slot);
    }

    /// Why a supplier could not serve a customer: others took more than in normal times, for what it
    /// lacks beyond its
    /// part of what is made; the supplier makes less, for all else.
    private Shares shared(int supplier, int day, double base, double got, int customer) {
        double made = j.made.get(day)[supplier];
        double part = Math.min(1, made / w.output[supplier]);
        Shares.Sum others = new Shares.Sum();
        double extra = crowd(others, supplier, day, customer);
        double crowded = Math.min(extra, Math.max(0, base * part - got));
        Shares.Sum sum = new Shares.Sum();
        add(sum, others.divide(), crowded, Relation.CROWDED, supplier, -1);
        sum.add(supply(supplier, day), base - got - crowded);
        return sum.divide();
    }

    /// What others take more than in normal times, with their reasons.
    private double crowd(Shares.Sum sum, int supplier, int day, int customer) {
        double total = 0;
        for (int link = w.firstLink[supplier]; link < w.firstLink[supplier + 1]; link++) {
            double extra = j.shipped.get(day)[link] - w.linkFlow[link];
            if (extra > NOTHING * w.linkFlow[link] && link != customer) {
                int cell = w.linkCell[link];
                add(sum, cell(cell, day), extra, Relation.TURNS, w.linkBuyer[link], products[cell]);
                total += extra;
            }
        }
        for (int slot = w.firstFinal[supplier]; slot < w.firstFinal[supplier + 1]; slot++) {
            double extra = j.sold.get(day)[slot] - w.finalFlow[slot];
            if (extra > NOTHING * w.finalFlow[slot] && w.links + slot != customer) {
                sum.add(demand(slot, day), extra);
                total += extra;
            }
        }
        return total;
    }
}
