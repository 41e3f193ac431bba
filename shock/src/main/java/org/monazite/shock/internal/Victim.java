package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whose loss is followed: the using sectors of some places by their value, or all who use a product there.
final class Victim {

    private enum Kind {
        SECTOR,
        CELL,
        FINAL
    }

    private record Part(Kind kind, int index, double weight) {}

    private final Wiring w;
    private final List<Part> parts = new ArrayList<>();

    private Victim(Wiring wiring) {
        this.w = wiring;
    }

    /// Sectors by value added, US dollars.
    ///
    /// @param quantile where in its range each value lies; NaN for the stated ones
    static Victim value(Wiring w, Set<String> places, double quantile) {
        Victim victim = new Victim(w);
        for (int node = 0; node < w.nodes; node++) {
            if (places.contains(w.place(node)) && w.layout.value[node] > 0) {
                double usd = Double.isNaN(quantile)
                        ? w.layout.value[node]
                        : Draws.triangular(
                                quantile, w.layout.valueLow[node], w.layout.value[node], w.layout.valueHigh[node]);
                victim.parts.add(new Part(Kind.SECTOR, node, usd));
            }
        }
        return victim;
    }

    /// All who use a product, in its unit.
    static Victim product(Wiring w, Set<String> places, String product) {
        Victim victim = new Victim(w);
        for (int cell = 0; cell < w.cells; cell++) {
            int buyer = w.cellBuyer[cell];
            if (!w.pool[buyer]
                    && places.contains(w.place(buyer))
                    && w.inputOf(cell).equals(product)) {
                victim.parts.add(
                        w.layout.isSector[buyer]
                                ? new Part(Kind.SECTOR, buyer, w.perUnit[cell])
                                : new Part(Kind.CELL, cell, 1));
            }
        }
        for (int slot = 0; slot < w.finals; slot++) {
            boolean here = places.contains(w.finalPlace(slot));
            if (here && w.product(w.finalNode[slot]).equals(product)) {
                victim.parts.add(new Part(Kind.FINAL, slot, 1));
            }
        }
        return victim;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /// What is lost on the day that a kernel played last.
    double loss(Kernel kernel) {
        double sum = 0;
        for (Part part : parts) {
            sum += loss(part, kernel.made, kernel.uncovered, kernel.sold);
        }
        return sum;
    }

    private double loss(Part part, double[] made, double[] uncovered, double[] sold) {
        return part.weight
                * switch (part.kind) {
                    case SECTOR -> Math.max(0, w.output[part.index] - made[part.index]);
                    case CELL -> uncovered[part.index];
                    case FINAL -> Math.max(0, w.finalFlow[part.index] - sold[part.index]);
                };
    }

    /// Adds the loss of a day to the paths that it came by.
    void trace(Tracer tracer, Journal journal, int day, Shares.Sum sum) {
        for (Part part : parts) {
            double loss = loss(part, journal.made.get(day), journal.uncovered.get(day), journal.sold.get(day));
            if (loss > 0) {
                switch (part.kind) {
                    case SECTOR -> sum.add(tracer.node(part.index, day), loss);
                    case CELL -> sum.add(tracer.user(part.index, day), loss);
                    case FINAL -> sum.add(buyers(tracer, journal, part.index, day), loss);
                }
            }
        }
    }

    private Shares buyers(Tracer tracer, Journal journal, int slot, int day) {
        double wanted = journal.wanted.get(day)[slot];
        Shares.Sum sum = new Shares.Sum();
        sum.add(tracer.demand(slot, day), w.finalFlow[slot] - wanted);
        double unserved = wanted - journal.sold.get(day)[slot];
        if (unserved > 0) {
            sum.add(tracer.unserved(slot, day), unserved);
        }
        return sum.divide();
    }
}
