package org.monazite.shock.firms;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Networks of firms from a seed: every firm sells to some others and to final demand, some buy from
/// nobody.
final class RandomFirms {

    private RandomFirms() {}

    static FirmNetwork network(long seed, int firms) {
        SplittableRandom random = new SplittableRandom(seed);
        FirmNetwork.Builder builder = FirmNetwork.builder();
        for (int firm = 0; firm < firms; firm++) {
            builder.firm("F" + firm, "s" + random.nextInt(4), random.nextInt(4) == 0 ? 0.1 : 5 * random.nextDouble());
        }
        for (int client = 0; client < firms; client++) {
            for (int supplier = 0; supplier < firms; supplier++) {
                if (random.nextInt(firms) < 3) {
                    builder.link(supplier, client, Math.exp(4 * random.nextDouble() - 2));
                }
            }
        }
        return builder.build();
    }

    static List<FirmDamage> damages(long seed, FirmNetwork network) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FirmDamage> damages = new ArrayList<>();
        for (int firm = 0; firm < network.firms(); firm++) {
            if (random.nextInt(5) == 0) {
                damages.add(new FirmDamage(firm, random.nextDouble(), random.nextInt(5)));
            }
        }
        return damages;
    }
}
