package org.monazite.shock.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.Parameter;
import org.monazite.shock.Why.Mechanism;

/// A run with some mechanisms switched off.
///
/// Buffer off: stores hold a millionth of a day. Rerouting off: a buyer spreads its orders over its
/// suppliers as in
/// normal times, open or not. Spare capacity off: works make at most their normal output. Substitution
/// off: nothing is
/// saved.
final class Variant {

    private static final double HARDLY = 1e-6; // days

    private final Set<Mechanism> on;

    Variant(Set<Mechanism> on) {
        this.on = EnumSet.noneOf(Mechanism.class);
        this.on.addAll(on);
    }

    private boolean off(Mechanism mechanism) {
        return !on.contains(mechanism);
    }

    /// The loss of the victim over some days.
    double loss(Wiring wiring, Assumptions assumptions, List<Action> actions, double stocks, Victim victim, int days) {
        Kernel kernel = kernel(wiring, assumptions, actions, stocks);
        double sum = 0;
        for (int day = 0; day < days; day++) {
            kernel.day(day);
            sum += victim.loss(kernel);
            if (off(Mechanism.REROUTING)) {
                spread(kernel);
            }
        }
        return sum;
    }

    private Kernel kernel(Wiring wiring, Assumptions assumptions, List<Action> actions, double stocks) {
        Assumptions own = assumptions;
        if (off(Mechanism.SPARE)) {
            own = own.with(Map.of(Parameter.SPARE, 1.0, Parameter.OVERTIME, 1.0));
        }
        if (off(Mechanism.SUBSTITUTION)) {
            own = own.with(Map.of(Parameter.THRIFT_MOST, 0.0));
        }
        Kernel kernel = new Kernel(wiring, own, actions, stocks);
        if (off(Mechanism.SPARE)) {
            for (int node = 0; node < wiring.nodes; node++) {
                kernel.kappa[node] = wiring.pool[node] ? kernel.kappa[node] : Math.min(1, kernel.kappa[node]);
            }
        }
        if (off(Mechanism.BUFFER)) {
            Arrays.fill(kernel.targetDays, HARDLY);
            for (int cell = 0; cell < wiring.cells; cell++) {
                kernel.stock[cell] = HARDLY * wiring.cellFlow[cell];
            }
        }
        return kernel;
    }

    /// What a cell needs, over its suppliers as in normal times.
    private static void spread(Kernel kernel) {
        Wiring w = kernel.w;
        for (int cell = 0; cell < w.cells; cell++) {
            double need = kernel.unplaced[cell];
            for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
                need += kernel.orders[w.linkIn[i]];
            }
            for (int i = w.firstIn[cell]; i < w.firstIn[cell + 1]; i++) {
                int link = w.linkIn[i];
                kernel.orders[link] = need * w.linkFlow[link] / w.cellFlow[cell];
            }
            kernel.unplaced[cell] = 0;
        }
    }
}
