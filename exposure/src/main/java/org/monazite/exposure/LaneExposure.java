package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.monazite.supply.Arcs;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Product;
import org.monazite.supply.Route;
import org.monazite.supply.SupplyNetwork;

/// What part of the imports of a product crosses a sea lane, a strait or a canal on its last leg, by the usual
/// route of each flow.
///
/// `share = tonnes whose route names the lane / tonnes whose route is known`. Imports without a known route may all
/// cross the lane or none of them: they are the range. Goods over land cross none.
///
/// @param lane id of the lane
/// @param productId the product
/// @param share 0..1; not defined where no route is known
/// @param noWayRoundShare part of the imports with a known route that cannot come at all while the lane is shut,
///     0..1; NaN where nobody states what some of them do then
/// @param extraDays mean detour of what can come another way, weighed by tonnes, days; NaN where none is stated
public record LaneExposure(String lane, String productId, Explained share, double noWayRoundShare, double extraDays) {

    private static final String MEASURE = "share of imports that crosses the lane";
    private static final String FORMULA =
            "imports whose usual route names the lane / imports with a known route; the rest may cross it or not";

    /// All lanes that imports of these products cross, by product as in the list, the largest share first.
    ///
    /// @param importer who asks; trade among its members is no import
    /// @param products ids of products; those without imports have no rows
    public static List<LaneExposure> of(SupplyNetwork network, Importer importer, List<String> products) {
        List<LaneExposure> all = new ArrayList<>();
        for (String product : products) {
            Imports imports = new Imports(network, importer, product);
            List<LaneExposure> rows = new ArrayList<>();
            for (String lane : imports.lanes()) {
                rows.add(imports.crossing(lane));
            }
            rows.sort(
                    Comparator.<LaneExposure>comparingDouble(row -> -row.share().value())
                            .thenComparing(LaneExposure::lane));
            all.addAll(rows);
        }
        return all;
    }

    /// The flows of one product into the importer.
    private static final class Imports {

        private final SupplyNetwork network;
        private final String product;
        private final List<Integer> arcs = new ArrayList<>();
        private double known;
        private double unknown;

        Imports(SupplyNetwork network, Importer importer, String product) {
            this.network = network;
            this.product = product;
            for (int arc = 0; arc < network.arcs().size(); arc++) {
                int from = network.arcs().supplier(arc);
                boolean comes = !importer.holds(network.placeOf(from))
                        && importer.holds(network.placeOf(network.arcs().buyer(arc)));
                if (comes && network.productOf(from).id().equals(product)) {
                    arcs.add(arc);
                    known += network.arcs().route(arc) < 0 ? 0 : network.arcs().perYear(arc);
                    unknown += network.arcs().route(arc) < 0 ? network.arcs().perYear(arc) : 0;
                }
            }
        }

        TreeSet<String> lanes() {
            TreeSet<String> lanes = new TreeSet<>();
            for (int arc : arcs) {
                if (network.arcs().route(arc) >= 0) {
                    lanes.addAll(route(arc).lanes());
                }
            }
            return lanes;
        }

        private Route route(int arc) {
            return network.routes().get(network.arcs().route(arc));
        }

        /// Days that the route of a flow takes longer while the lane is shut; NaN if nobody states them.
        private double detour(int arc, String lane) {
            return route(arc).detours().stream()
                    .filter(detour -> detour.lane().equals(lane))
                    .mapToDouble(Route.Detour::extraDays)
                    .findFirst()
                    .orElse(Double.NaN);
        }

        LaneExposure crossing(String lane) {
            Arcs flows = network.arcs();
            Working working = new Working();
            double crossing = 0;
            double shut = 0;
            double days = 0;
            double round = 0;
            double unstated = 0;
            for (int arc : arcs) {
                boolean routed = flows.route(arc) >= 0;
                boolean crosses = routed && route(arc).lanes().contains(lane);
                Flag flag = routed ? flows.flag(arc).and(route(arc).flag()) : flows.flag(arc);
                working.add(name(arc, crosses, routed), flows.perYear(arc), unit(), flag, cited(arc));
                if (crosses) {
                    crossing += flows.perYear(arc);
                    double extra = detour(arc, lane);
                    if (Double.isNaN(extra)) {
                        unstated += flows.perYear(arc);
                    } else if (Double.isInfinite(extra)) {
                        shut += flows.perYear(arc);
                    } else {
                        round += flows.perYear(arc);
                        days += flows.perYear(arc) * extra;
                    }
                }
            }
            Explained share = known > 0
                    ? working.result(
                            MEASURE,
                            crossing / known,
                            crossing / (known + unknown),
                            (crossing + unknown) / (known + unknown),
                            "share",
                            FORMULA)
                    : working.missing(MEASURE, "share", "no route is known");
            return new LaneExposure(
                    lane,
                    product,
                    share,
                    known > 0 && unstated == 0 ? shut / known : Double.NaN,
                    round > 0 ? days / round : Double.NaN);
        }

        private String name(int arc, boolean crosses, boolean routed) {
            String pair = network.placeOf(network.arcs().supplier(arc)) + " > "
                    + network.placeOf(network.arcs().buyer(arc));
            return pair + (crosses ? ", crosses" : routed ? "" : ", no route");
        }

        private String unit() {
            Product of = network.productOf(network.arcs().supplier(arcs.getFirst()));
            return of instanceof Product.Mineral mineral ? mineral.basis() + "/yr" : "t/yr";
        }

        private List<Citation> cited(int arc) {
            return network.citations().of(network.arcs().citationSet(arc));
        }
    }
}
