package org.monazite.app.trail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.exposure.StageExposure;
import org.monazite.supply.Explained;

/// The measures of dependence by the names that results give them.
public final class Measures {

    /// Measures of one supplier that is gone, beside those of [StageExposure].
    public static final List<String> LINK = List.of("supplierShare", "lostShare", "valueAtRiskUsd");

    private Measures() {}

    /// The numbers of a row by name, in the order of results.
    public static Map<String, Explained> of(StageExposure row) {
        Map<String, Explained> numbers = new LinkedHashMap<>();
        numbers.put("directShare", row.directShare());
        numbers.put("directShareOfSupply", row.directShareOfSupply());
        numbers.put("tracedShare", row.tracedShare());
        numbers.put("originShare", row.originShare());
        numbers.put("worldShare", row.worldShare());
        numbers.put("hhi", row.hhi());
        numbers.put("hhiImports", row.hhiImports());
        numbers.put("netImportReliance", row.netImportReliance());
        numbers.put("lostIfGone", row.lostIfGone());
        numbers.put("largestMaker", row.largestMaker());
        numbers.put("largestThreeMakers", row.largestThreeMakers());
        numbers.put("effectiveMakers", row.effectiveMakers());
        numbers.put("largestOrigin", row.largestOrigin());
        numbers.put("largestThreeOrigins", row.largestThreeOrigins());
        numbers.put("effectiveOrigins", row.effectiveOrigins());
        return numbers;
    }
}
