package org.monazite.plan.lshaped;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.lp.Status;

/// A decision that all episodes have answered.
///
/// @param cost of both stages; infinity if it is impossible
/// @param cuts what the episodes said, at `asked`
/// @param end why no more can be asked; null if it can
final class Point {

    final double[] decision;
    final double cost;
    final List<Cut> cuts;
    final @Nullable Status end;

    Point(double[] decision, double cost, List<Cut> cuts, @Nullable Status end) {
        this.decision = decision;
        this.cost = cost;
        this.cuts = cuts;
        this.end = end;
    }

    boolean possible() {
        return cost < Double.POSITIVE_INFINITY;
    }
}
