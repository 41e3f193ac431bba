package org.monazite.shock.esri;

import java.util.SplittableRandom;

/// Sales between firms from a seed, with self-loops and rows that repeat a pair.
final class RandomSales {

    private RandomSales() {}

    static SalesNetwork network(long seed, int firms, int links) {
        SplittableRandom random = new SplittableRandom(seed);
        SalesNetwork.Builder builder = SalesNetwork.builder();
        int sectors = 2 + random.nextInt(6);
        int[] sector = new int[firms];
        for (int firm = 0; firm < firms; firm++) {
            sector[firm] = random.nextInt(sectors);
            builder.firm("F" + firm, "s" + sector[firm]);
        }
        LinkType[] types = LinkType.values();
        for (int link = 0; link < links; link++) {
            int from = random.nextInt(firms);
            int to = random.nextInt(firms);
            LinkType type = types[(7 * sector[from] + 3 * sector[to]) % 3];
            builder.sale(from, to, Math.exp(4 * random.nextDouble()), type);
        }
        return builder.build();
    }
}
