package org.monazite.supply;

import java.util.List;

/// A flow on its way into a network. It enters the buyer's input of the supplier's product.
///
/// @param supplier key of the node that ships
/// @param buyer key of the node that buys
/// @param perYear flow and its range
/// @param lagDays days from shipping to arrival, at least 1
/// @param route index that [NetworkBuilder#route(Route)] gave; -1 for none
/// @param controlled whether the exporter's rules ask for a licence today
/// @param potential whether it carries nothing today but may be qualified
/// @param flag how careful a reader must be with the flow
/// @param citations who says so
public record ArcRow(
        String supplier,
        String buyer,
        Range perYear,
        int lagDays,
        int route,
        boolean controlled,
        boolean potential,
        Flag flag,
        List<Citation> citations) {

    /// Checks ranges and copies the citations.
    public ArcRow {
        if (perYear.low() < 0 || !Double.isFinite(perYear.high())) {
            throw new IllegalArgumentException(
                    "Flow %s -> %s must be finite and >= 0, was %s.".formatted(supplier, buyer, perYear));
        }
        if (lagDays < 1) {
            throw new IllegalArgumentException(
                    "Flow %s -> %s: a lag is at least 1 day, was %s.".formatted(supplier, buyer, lagDays));
        }
        if (potential && perYear.value() > 0) {
            throw new IllegalArgumentException(
                    "Flow %s -> %s is called potential but carries %s.".formatted(supplier, buyer, perYear.value()));
        }
        citations = List.copyOf(citations);
    }

    /// A flow that arrives the next day, without source yet.
    public static ArcRow of(String supplier, String buyer, Range perYear) {
        return new ArcRow(supplier, buyer, perYear, 1, -1, false, perYear.value() == 0, Flag.NONE, List.of());
    }

    /// The same over a route, with the days it takes, at least 1.
    public ArcRow over(int routeIndex, int days) {
        return new ArcRow(supplier, buyer, perYear, days, routeIndex, controlled, potential, flag, citations);
    }

    /// The same under a licence rule.
    public ArcRow underControl() {
        return new ArcRow(supplier, buyer, perYear, lagDays, route, true, potential, flag, citations);
    }

    /// The same with its sources.
    public ArcRow citing(Flag weakest, List<Citation> sources) {
        return new ArcRow(supplier, buyer, perYear, lagDays, route, controlled, potential, weakest, sources);
    }
}
