package org.monazite.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// Random balanced trade of some places in a chain of products: works, pools, re-exports in circles, unknown
/// origin, and an end use of the last product.
final class RandomTrade {

    private final Random random;
    private final int places;
    private final int products;
    private final double[][] made;
    private final double[][][] flow;
    private final NetworkBuilder builder;

    private RandomTrade(long seed, int places, int products, int partners) {
        this.random = new Random(seed);
        this.places = places;
        this.products = products;
        this.made = new double[products][places];
        this.flow = new double[products][places][places];
        this.builder = SupplyNetwork.builder(
                new NetworkId.Draft("test", "random", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        for (int q = 0; q < products; q++) {
            for (int p = 0; p < places; p++) {
                made[q][p] = random.nextInt(3) > 0 ? 1 + random.nextInt(1000) : 0;
                for (int k = 0; k < partners; k++) {
                    int to = random.nextInt(places);
                    flow[q][p][to] += to == p ? 0 : 1 + random.nextInt(200);
                }
            }
        }
    }

    static SupplyNetwork of(long seed, int places, int products, int partners) {
        return new RandomTrade(seed, places, products, partners).build();
    }

    static String place(int p) {
        return "P" + p;
    }

    static String product(int q) {
        return "q" + q;
    }

    private static String key(int p, int q) {
        return place(p) + "/" + product(q) + "/pool";
    }

    private SupplyNetwork build() {
        Material material = new Material("m", "M", "m", "m");
        for (int q = 0; q < products; q++) {
            Stage stage = q == 0 ? Stage.MINE : q + 1 == products ? Stage.COMPONENT : Stage.REFINED;
            builder.product(new Product.Mineral(product(q), material, stage, new Basis("t"), "q", "q"));
        }
        builder.product(new Product.Mineral("use", material, Stage.ENDUSE, new Basis("t"), "u", "u"));
        for (int p = 0; p < places; p++) {
            builder.place(new Place(place(p), place(p), place(p)));
        }
        for (int q = 0; q < products; q++) {
            for (int p = 0; p < places; p++) {
                pool(q, p);
            }
        }
        return builder.build();
    }

    private void pool(int q, int p) {
        double in = made[q][p];
        double out = 0;
        for (int other = 0; other < places; other++) {
            in += flow[q][other][p];
            out += flow[q][p][other];
        }
        double need = q + 1 < products ? made[q + 1][p] : 0;
        double unknown = Math.max(0, out + need - in);
        double rest = in + unknown - out - need;
        if (in + unknown == 0) {
            return;
        }
        builder.node(NodeRow.of(NodeKind.POOL, key(p, q), place(p), product(q), Range.exactly(in + unknown)));
        builder.cell(CellRow.of(key(p, q), product(q), 1).withUnknownOrigin(unknown));
        if (made[q][p] > 0) {
            maker(q, p);
        }
        for (int other = 0; other < places; other++) {
            if (flow[q][p][other] > 0) {
                builder.arc(ArcRow.of(key(p, q), key(other, q), Range.exactly(flow[q][p][other])));
            }
        }
        if (rest > 0) {
            rest(q, p, rest);
        }
    }

    private void maker(int q, int p) {
        String maker = place(p) + "/" + product(q);
        builder.node(NodeRow.of(NodeKind.MAKER, maker, place(p), product(q), Range.exactly(made[q][p])));
        builder.arc(ArcRow.of(maker, key(p, q), Range.exactly(made[q][p])));
        if (q > 0) {
            builder.cell(CellRow.of(maker, product(q - 1), 1));
            builder.arc(ArcRow.of(key(p, q - 1), maker, Range.exactly(made[q][p])));
        }
    }

    private void rest(int q, int p, double rest) {
        String node = key(p, q);
        if (q + 1 == products) {
            node = place(p) + "/use";
            builder.node(NodeRow.of(NodeKind.USE, node, place(p), "use", Range.exactly(rest)));
            builder.cell(CellRow.of(node, product(q), 1));
            builder.arc(ArcRow.of(key(p, q), node, Range.exactly(rest)));
        }
        builder.demand(new DemandRow(node, place(p), UseClass.INDUSTRY, Range.exactly(rest), 0, Flag.NONE, List.of()));
    }

    /// Seeds of a test.
    static List<Long> seeds(int count) {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= count; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }
}
