package org.monazite.exposure;

import java.util.Locale;

/// A way to say how exposed an importer is in one material. No two of them say the same, and none is the sum
/// of the others.
public enum Method {
    /// Concentration of world production, 0..1.
    HHI("HHI", "HHI", 0.25),
    /// Part of the consumption that comes from abroad, net, 0..1.
    RELIANCE("net import reliance", "純輸入依存度", 0.5),
    /// Concentration times instability of the sources of imports, 0..1.
    GEOPOLRISK("GeoPolRisk", "GeoPolRisk", 0.1),
    /// Supply risk of the European lists.
    EU("EU supply risk", "EU供給リスク", EuSupplyRisk.SUPPLY_RISK_THRESHOLD),
    /// Supply risk of the US lists of 2020 and 2022, 0..1.
    USGS("USGS supply risk", "USGS供給リスク", UsgsSupplyRisk.THRESHOLD),
    /// Part of the consumption lost at once if the largest source of imports vanishes, 0..1.
    LOST("lost without the largest", "最大供給国喪失時の損失", 0.25);

    private final String nameEn;
    private final String nameJa;
    private final double threshold;

    Method(String nameEn, String nameJa, double threshold) {
        this.nameEn = nameEn;
        this.nameJa = nameJa;
        this.threshold = threshold;
    }

    /// The name in JSON and on the command line: the enum name in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name a reader sees, in English.
    public String nameEn() {
        return nameEn;
    }

    /// The name a reader sees, in Japanese.
    public String nameJa() {
        return nameJa;
    }

    /// From which value on a material is on the screening list, if nobody says otherwise. Published for `EU`
    /// and `USGS`, a convention of ours for the others.
    public double threshold() {
        return threshold;
    }
}
