package org.monazite.shock.ario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Balanced tables from a seed; some regions lack a sector.
final class RandomTables {

    private RandomTables() {}

    static MrioTable table(long seed, int regions, int sectors) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> industries = new ArrayList<>();
        for (int region = 0; region < regions; region++) {
            for (int sector = 0; sector < sectors; sector++) {
                if (random.nextInt(12) > 0) {
                    industries.add("R" + region + "|s" + sector);
                }
            }
        }
        int size = industries.size();
        MrioTable.Builder builder = MrioTable.builder(industries, List.of("R0|final", "R1|final"));
        double[] sold = new double[size];
        double[] bought = new double[size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                double flow = random.nextInt(3) == 0 ? Math.exp(6 * random.nextDouble()) : 0;
                builder.flow(from, to, flow);
                sold[from] += flow;
                bought[to] += flow;
            }
        }
        for (int industry = 0; industry < size; industry++) {
            double first = 1 + 100 * random.nextDouble();
            double second = Math.max(0, 1.1 * bought[industry] - sold[industry] - first);
            builder.finalDemand(industry, 0, first);
            builder.finalDemand(industry, 1, second);
            builder.output(industry, sold[industry] + first + second);
        }
        return builder.build();
    }

    static List<ArioEvent> events(long seed, MrioTable table) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Integer, Double> capital = new TreeMap<>();
        Map<Integer, Double> capacity = new TreeMap<>();
        for (int industry = 0; industry < table.size(); industry++) {
            if (random.nextInt(5) == 0) {
                (random.nextBoolean() ? capital : capacity).put(industry, 0.05 + 0.9 * random.nextDouble());
            }
        }
        return List.of(
                new ArioEvent(ArioEvent.Kind.CAPITAL, capital, 2, 20, 30),
                new ArioEvent(ArioEvent.Kind.CAPACITY, capacity, 5, 12, 17));
    }
}
