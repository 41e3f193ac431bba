package org.monazite.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.monazite.supply.Explained;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Range;
import org.monazite.supply.SupplyNetwork;

/// Components that industries outside the importer put into their goods, by use: what goods that could come in hold.
/// Where no trade in the goods themselves is at hand, this is as far as figures go: it says how the goods of the
/// world outside are composed, not how many of them come in.
///
/// @param use the use, such as `ev`; `all` where the figures do not tell the uses of a place apart
/// @param tonnes components that go into such goods outside the importer, t/yr
/// @param assembled part of them that goes in at the supplier
/// @param touched part of them that the supplier touched at any stage, wherever the good is made
public record GoodsAbroad(String use, Explained tonnes, Explained assembled, Explained touched) {

    private record Flow(String place, double value, double low, double high) {}

    /// By use, all uses together last under the name `total`; empty where the chain has no uses outside.
    ///
    /// @param supplier place code
    public static List<GoodsAbroad> of(SupplyNetwork network, Importer importer, String supplier) {
        Trace trace = Trace.of(network, Set.of(supplier));
        Map<String, List<Integer>> byUse = new TreeMap<>();
        List<Integer> every = new ArrayList<>();
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            int user = network.arcs().buyer(arc);
            if (network.nodes().kind(user) == NodeKind.USE && !importer.holds(network.placeOf(user))) {
                byUse.computeIfAbsent(use(network, user), _ -> new ArrayList<>())
                        .add(arc);
                every.add(arc);
            }
        }
        List<GoodsAbroad> all = new ArrayList<>();
        byUse.forEach((use, arcs) -> all.add(one(network, trace, supplier, use, arcs)));
        if (!every.isEmpty()) {
            all.add(one(network, trace, supplier, "total", every));
        }
        return all;
    }

    private static String use(SupplyNetwork network, int node) {
        String key = network.nodes().key(node);
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static GoodsAbroad one(
            SupplyNetwork network, Trace trace, String supplier, String use, List<Integer> arcs) {
        Working working = new Working();
        double[] own = new double[3];
        double[] rest = new double[3];
        double[] touched = new double[3];
        double[] all = new double[3];
        for (int arc : arcs) {
            int user = network.arcs().buyer(arc);
            String place = network.placeOf(user);
            Flow flow = new Flow(
                    place,
                    network.arcs().perYear(arc),
                    network.arcs().low(arc),
                    network.arcs().high(arc));
            add(place.equals(supplier) ? own : rest, flow);
            add(all, flow);
            touched[0] += flow.value() * trace.touched(user);
            touched[1] += flow.value() * trace.touchedLow(user);
            touched[2] += flow.value() * trace.touchedHigh(user);
            working.add(
                    network.nodes().key(user),
                    flow.value(),
                    "t/yr",
                    network.arcs().flag(arc),
                    network.citations().of(network.arcs().citationSet(arc)));
        }
        return new GoodsAbroad(
                use,
                working.result(
                        "components in goods made abroad",
                        all[0],
                        all[1],
                        all[2],
                        "t/yr",
                        "sum over users outside the importer"),
                working.result(
                        "part that goes in at the supplier",
                        own[0] / all[0],
                        own[1] == 0 ? 0 : own[1] / (own[1] + rest[2]),
                        own[2] == 0 ? 0 : own[2] / (own[2] + rest[1]),
                        "share",
                        "tonnes used by industry at the supplier / tonnes used outside the importer"),
                working.result(
                        "part touched at any stage",
                        touched[0] / all[0],
                        touched[1] / all[0],
                        touched[2] / all[0],
                        "share",
                        "sum of tonnes used x traced share of the user / tonnes used; proportional mixing"));
    }

    private static void add(double[] to, Flow flow) {
        to[0] += flow.value();
        to[1] += flow.low();
        to[2] += flow.high();
    }

    /// Part of the components used at each place that the supplier touched at any stage; 1 at the supplier itself.
    public static Map<String, Range> touchedAt(SupplyNetwork network, String supplier) {
        Trace trace = Trace.of(network, Set.of(supplier));
        Map<String, double[]> sums = new TreeMap<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            double output = network.nodes().output(node);
            if (network.nodes().kind(node) == NodeKind.USE && output > 0) {
                double[] sum = sums.computeIfAbsent(network.placeOf(node), _ -> new double[4]);
                sum[0] += output * trace.touched(node);
                sum[1] += output * trace.touchedLow(node);
                sum[2] += output * trace.touchedHigh(node);
                sum[3] += output;
            }
        }
        Map<String, Range> touched = new TreeMap<>();
        sums.forEach((place, sum) -> {
            double value = sum[0] / sum[3];
            touched.put(
                    place, new Range(value, Math.min(value, sum[1] / sum[3]), Math.clamp(sum[2] / sum[3], value, 1)));
        });
        touched.put(supplier, Range.exactly(1));
        return touched;
    }
}
