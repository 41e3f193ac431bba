package org.monazite.app.dependence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.Comparables;
import org.monazite.exposure.MaterialInput;

/// Recycling and substitution as the European study of 2023 prints them.
final class Reliefs {

    private Reliefs() {}

    /// By material; those of which the study prints both.
    static Map<String, MaterialInput.Relief> of(Comparables facts) {
        Map<String, Comparables.Assessed> recycling = new TreeMap<>();
        Map<String, Comparables.Assessed> substitution = new TreeMap<>();
        for (Comparables.Assessed each : facts.assessments()) {
            if (each.assessment().equals("eu_crm2023") && each.metric().equals("eol_rir_pct")) {
                recycling.put(each.material(), each);
            } else if (each.assessment().equals("eu_crm2023") && each.metric().equals("si_sr")) {
                substitution.put(each.material(), each);
            }
        }
        Map<String, MaterialInput.Relief> reliefs = new TreeMap<>();
        recycling.forEach((material, rate) -> {
            Comparables.Assessed index = substitution.get(material);
            if (index != null) {
                reliefs.put(
                        material,
                        new MaterialInput.Relief(
                                rate.value() / 100,
                                index.value(),
                                rate.flag().and(index.flag()),
                                List.of(rate.citation(), index.citation())));
            }
        });
        return reliefs;
    }
}
