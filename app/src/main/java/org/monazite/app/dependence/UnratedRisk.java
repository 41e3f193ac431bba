package org.monazite.app.dependence;

import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.Comparables.Region;
import org.monazite.supply.Range;

/// The risk of a partner that has no indicator of its own: from the least to the most of the rated places of its
/// sub-region (UN M49), with their mean as value; of its region where the sub-region has no rated place, of all
/// places where the list of regions does not have the partner.
final class UnratedRisk {

    private static final Range NOTHING_KNOWN = new Range(0.5, 0, 1);

    private final Map<String, Region> regions;
    private final Map<String, Range> bySubRegion;
    private final Map<String, Range> byRegion;
    private final Range everybody;

    /// @param risk risk of the rated places, 0..1
    /// @param regions where places lie
    UnratedRisk(Map<String, Range> risk, Map<String, Region> regions) {
        this.regions = regions;
        Map<String, double[]> sub = new TreeMap<>();
        Map<String, double[]> whole = new TreeMap<>();
        Map<String, double[]> all = new TreeMap<>();
        risk.forEach((place, g) -> {
            add(all, "all", g.value());
            Region region = regions.get(place);
            if (region != null) {
                add(sub, region.subRegion(), g.value());
                add(whole, region.region(), g.value());
            }
        });
        this.bySubRegion = ranges(sub);
        this.byRegion = ranges(whole);
        this.everybody = ranges(all).getOrDefault("all", NOTHING_KNOWN);
    }

    private static void add(Map<String, double[]> sums, String key, double value) {
        double[] sum =
                sums.computeIfAbsent(key, _ -> new double[] {0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0});
        sum[0] += value;
        sum[1] = Math.min(sum[1], value);
        sum[2] = Math.max(sum[2], value);
        sum[3]++;
    }

    private static Map<String, Range> ranges(Map<String, double[]> sums) {
        Map<String, Range> ranges = new TreeMap<>();
        sums.forEach((key, sum) ->
                ranges.put(key, new Range(Math.clamp(sum[0] / sum[3], sum[1], sum[2]), sum[1], sum[2])));
        return ranges;
    }

    /// The range for a partner.
    Range of(String place) {
        Region region = regions.get(place);
        if (region == null) {
            return everybody;
        }
        Range sub = bySubRegion.get(region.subRegion());
        return sub != null ? sub : byRegion.getOrDefault(region.region(), everybody);
    }
}
