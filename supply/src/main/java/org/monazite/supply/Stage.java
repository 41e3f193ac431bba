package org.monazite.supply;

import java.util.Arrays;
import java.util.Locale;

/// A step of a mineral chain, from the ground to the using industry. Order is the order of the chain.
public enum Stage {
    /// Ore or concentrate.
    MINE(10, "Mine", "鉱山"),
    /// Mixed compound, not yet separated.
    MIXED(20, "Mixed compound", "混合化合物"),
    /// Separated oxide, refined chemical or refined metal.
    REFINED(30, "Refined", "精製・分離"),
    /// Metal made from a separated compound.
    METAL(40, "Metal", "金属"),
    /// Alloy, strip cast, ferro-alloy.
    ALLOY(50, "Alloy", "合金"),
    /// Magnet, anode, wafer.
    COMPONENT(60, "Component", "磁石・部材"),
    /// The using industry.
    ENDUSE(70, "End use", "最終需要"),
    /// Scrap and swarf that can be made into oxide again.
    SCRAP(80, "Scrap", "スクラップ");

    private final int order;
    private final String nameEn;
    private final String nameJa;

    Stage(int order, String nameEn, String nameJa) {
        this.order = order;
        this.nameEn = nameEn;
        this.nameJa = nameJa;
    }

    /// The position in the chain: 10 for the mine up to 80 for scrap.
    public int order() {
        return order;
    }

    /// The name used in files, JSON and on the command line: the enum name in lower case.
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

    /// Returns the stage with this id.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Stage of(String id) {
        return Arrays.stream(values())
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no stage '%s'; the stages are %s."
                        .formatted(id, Arrays.stream(values()).map(Stage::id).toList())));
    }
}
