package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.monazite.shock.OrderSignal;
import org.monazite.shock.RationingRule;
import org.monazite.supply.Criticality;
import org.monazite.supply.UseClass;

/// Networks, events and rules from a seed.
final class RandomFirms {

    private RandomFirms() {}

    static FirmNetwork network(long seed, int firms) {
        Random random = new Random(seed);
        int sectors = 1 + random.nextInt(8);
        boolean mixed = random.nextBoolean();
        FirmNetwork.Builder builder = new FirmNetwork.Builder(
                IntStream.range(0, sectors).mapToObj(s -> "S" + s).toList(), 0, 0);
        for (int firm = 0; firm < firms; firm++) {
            UseClass useClass = UseClass.values()[random.nextInt(4)];
            builder.firm("F" + firm, random.nextInt(sectors), Math.exp(3 * random.nextGaussian()), useClass);
        }
        for (int firm = 0; firm < firms; firm++) {
            List<Integer> seen = new ArrayList<>(List.of(firm));
            int suppliers = (int) Math.min(firms / 2, 4 / Math.sqrt(random.nextDouble()) - 4);
            for (int i = 0; i < suppliers; i++) {
                int supplier = (int) (firms * random.nextDouble() * random.nextDouble());
                if (!seen.contains(supplier)) {
                    seen.add(supplier);
                    Criticality criticality = mixed ? Criticality.values()[random.nextInt(4)] : Criticality.ESSENTIAL;
                    builder.link(supplier, firm, Math.exp(2 * random.nextGaussian()), criticality);
                }
            }
        }
        return builder.build();
    }

    static FirmScenario scenario(long seed, FirmNetwork network, String name) {
        Random random = new Random(seed);
        List<FirmEvent> events = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int start = random.nextInt(30);
            int end = start + 1 + random.nextInt(60);
            events.add(
                    switch (random.nextInt(3)) {
                        case 0 ->
                            new FirmEvent.Outage(
                                    some(random, network), random.nextDouble(), start, end, random.nextInt(40));
                        case 1 ->
                            new FirmEvent.Ban(
                                    some(random, network),
                                    some(random, network),
                                    start,
                                    end,
                                    random.nextBoolean() ? 0 : random.nextDouble());
                        default ->
                            new FirmEvent.Surge(
                                    some(random, network),
                                    start,
                                    end,
                                    2 * random.nextDouble() - 0.5,
                                    random.nextInt(20));
                    });
        }
        return new FirmScenario(name, events);
    }

    private static Firms some(Random random, FirmNetwork network) {
        return switch (random.nextInt(3)) {
            case 0 -> Firms.all(network).sample(0.3, random.nextLong(), 0);
            case 1 -> Firms.inSector(network, random.nextInt(network.sectors().size()));
            default -> Firms.of(random.nextInt(network.firms()), random.nextInt(network.firms()));
        };
    }

    static FirmRules rules(long seed) {
        Random random = new Random(seed);
        return new FirmRules(
                5 + random.nextInt(40),
                6 + random.nextInt(50),
                1 + 0.5 * random.nextDouble(),
                1 + 0.5 * random.nextDouble(),
                60 + random.nextInt(300),
                3 + random.nextInt(18),
                1 + 0.5 * random.nextDouble(),
                3 + random.nextInt(18),
                0.01 + 0.1 * random.nextDouble(),
                random.nextInt(5) == 0 ? 1.5 : random.nextInt(3),
                random.nextInt(5) == 0 ? 0.5 : random.nextInt(2),
                1 + 3 * random.nextDouble(),
                RationingRule.values()[random.nextInt(4)],
                OrderSignal.values()[random.nextInt(2)]);
    }
}
