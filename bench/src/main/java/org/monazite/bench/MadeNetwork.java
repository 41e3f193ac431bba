package org.monazite.bench;

import java.util.SplittableRandom;
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

/// A made-up chain: every place makes every product from the one before, which it buys from some places through its
/// pool; pools sell on to each other in circles. Follows from the seed.
final class MadeNetwork {

    private static final int SELLERS = 4;

    private MadeNetwork() {}

    static SupplyNetwork of(int places, int products, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkBuilder builder = SupplyNetwork.builder(
                new NetworkId.Draft("bench", "made-up", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        Material material = new Material("m", "M", "Made up", "仮");
        for (int q = 0; q < products; q++) {
            Stage stage = q == 0 ? Stage.MINE : Stage.REFINED;
            builder.product(new Product.Mineral("q%02d".formatted(q), material, stage, new Basis("t"), "q", "q"));
        }
        for (int p = 0; p < places; p++) {
            builder.place(new Place(place(p), place(p), place(p)));
        }
        double[] wanted = random.doubles(places, 10, 1000).toArray();
        for (int q = products - 1; q >= 0; q--) {
            wanted = stage(builder, random, q, products, wanted);
        }
        return builder.build();
    }

    private static String place(int p) {
        return "P%03d".formatted(p);
    }

    private static String pool(int p, int q) {
        return "%s/q%02d/pool".formatted(place(p), q);
    }

    private static String maker(int p, int q) {
        return "%s/q%02d".formatted(place(p), q);
    }

    /// One product: what its pools must give, whom they buy from. Returns what is wanted of the product before.
    private static double[] stage(
            NetworkBuilder builder, SplittableRandom random, int q, int products, double[] wanted) {
        int places = wanted.length;
        double[][] resold = new double[places][places];
        double[] through = wanted.clone();
        for (int p = 0; p < places; p++) {
            int to = random.nextInt(places);
            if (to != p) {
                resold[p][to] = 0.1 * wanted[to]; // arrives there from another pool
                through[p] += resold[p][to];
            }
        }
        double[] made = new double[places];
        for (int p = 0; p < places; p++) {
            double bought = through[p];
            for (int from = 0; from < places; from++) {
                bought -= resold[from][p];
                if (resold[from][p] > 0) {
                    builder.arc(ArcRow.of(pool(from, q), pool(p, q), Range.exactly(resold[from][p])));
                }
            }
            double unknown = Math.max(0, 0.01 * bought);
            double rest = Math.max(0, bought) - unknown;
            through[p] += Math.max(0, -bought);
            if (through[p] == 0) {
                continue;
            }
            builder.node(
                    NodeRow.of(NodeKind.POOL, pool(p, q), place(p), "q%02d".formatted(q), Range.exactly(through[p])));
            builder.cell(CellRow.of(pool(p, q), "q%02d".formatted(q), 1).withUnknownOrigin(unknown));
            int step = 1 + random.nextInt(places / SELLERS - 1);
            for (int n = 0; n < SELLERS && rest > 0; n++) {
                int seller = (p + 1 + n * step) % places;
                double tonnes = rest / SELLERS;
                builder.arc(ArcRow.of(maker(seller, q), pool(p, q), Range.exactly(tonnes)));
                made[seller] += tonnes;
            }
            double over = Math.max(0, -bought);
            if (q + 1 == products || over > 0) {
                double used = q + 1 == products ? wanted[p] + over : over;
                builder.demand(new DemandRow(
                        pool(p, q),
                        place(p),
                        UseClass.INDUSTRY,
                        Range.exactly(used),
                        0,
                        Flag.NONE,
                        java.util.List.of()));
            }
        }
        for (int p = 0; p < places; p++) {
            if (made[p] > 0) {
                builder.node(NodeRow.of(
                        NodeKind.MAKER, maker(p, q), place(p), "q%02d".formatted(q), Range.exactly(made[p])));
                if (q > 0) {
                    builder.cell(CellRow.of(maker(p, q), "q%02d".formatted(q - 1), 1));
                    builder.arc(ArcRow.of(pool(p, q - 1), maker(p, q), Range.exactly(made[p])));
                }
            }
        }
        return made;
    }
}
