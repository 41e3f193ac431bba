package org.monazite.pledges;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.StageExposure;
import org.monazite.supply.Explained;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// At each stage of the network's chain, the largest single third country behind the goods used in the EU: the part of
/// EU end use whose product of that stage was made there, traced through pools and other countries. Inputs of unknown
/// origin give the range. Covers one of the 17 strategic raw materials, so it never settles the benchmark.
final class LargestThirdCountry implements Measure {

    /// @param country who
    /// @param share its share
    private record Largest(String country, Explained share) {}

    @Override
    public List<Reading> read(Question question) {
        SupplyNetwork network = question.facts().network();
        if (EuMembers.in(network).isEmpty()) {
            return List.of();
        }
        List<Reading> readings = new ArrayList<>();
        largest(network).forEach((stage, largest) -> {
            var definition = new Reading.Definition(
                    "stage " + stage.id(),
                    stage.nameEn() + ": largest single third country, " + largest.country(),
                    stage.nameJa() + "：最大の単一第三国（" + largest.country() + "）");
            readings.add(Reading.of(question, definition, largest.share(), EuBenchmark.year(network))
                    .partial());
        });
        if (!readings.isEmpty()) {
            readings.add(EuBenchmark.count(question, List.copyOf(readings)));
            readings.add(EuBenchmark.coverage(question));
        }
        return readings;
    }

    private static Map<Stage, Largest> largest(SupplyNetwork network) {
        Map<Stage, Largest> largest = new EnumMap<>(Stage.class);
        for (String country : makers(network)) {
            for (StageExposure row : Exposure.of(network).by(EuMembers.importer(network), country)) {
                Explained share = row.originShare();
                Largest known = largest.get(row.stage());
                if (share.isDefined()
                        && (known == null || share.value() > known.share().value())) {
                    largest.put(row.stage(), new Largest(country, share));
                }
            }
        }
        return largest;
    }

    /// Third countries that make anything, by code.
    private static TreeSet<String> makers(SupplyNetwork network) {
        TreeSet<String> makers = new TreeSet<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            String place = network.placeOf(node);
            if (network.nodes().kind(node) == NodeKind.MAKER && !EuMembers.holds(place) && !place.equals("ROW")) {
                makers.add(place);
            }
        }
        return makers;
    }
}
