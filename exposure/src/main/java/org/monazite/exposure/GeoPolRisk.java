package org.monazite.exposure;

import java.util.List;

/// The geopolitical supply risk of importing a raw material.
///
/// `importRisk = sum g_i f_i / (p + sum f_i)`, `score = HHI x importRisk`, `price = sum v_i / sum f_i`, `CF =
/// score x price / reference`; `g_i = (2.5 - WGI_i) / 5` from the indicator of political stability, `f_i`
/// imports in tonnes, `p` domestic production, HHI that of world production. After Koyamparambath et al.,
/// 2024, and the reference implementation geopolrisk-py 2.0.
///
/// No imports: the import risk is 0 if there is production of one's own, else not defined (NaN).
///
/// @param numerator `sum g_i f_i`, t
/// @param tonnes all imports, t
/// @param importRisk 0..1; NaN without imports and production
/// @param score 0..1
/// @param price thousand USD per tonne; NaN without imports
/// @param characterisationFactor kg copper equivalent per kg
public record GeoPolRisk(
        double numerator, double tonnes, double importRisk, double score, double price, double characterisationFactor) {

    /// Imports from one partner.
    ///
    /// @param tonnes how much, zero or more
    /// @param thousandUsd for how much money
    /// @param risk `g` of the partner, 0..1
    public record Import(double tonnes, double thousandUsd, double risk) {}

    /// Computes the score.
    ///
    /// @param hhi of world production, 0..1
    /// @param domesticTonnes own production
    /// @param copperReference score x price of the reference material in the same year
    public static GeoPolRisk of(double hhi, double domesticTonnes, double copperReference, List<Import> imports) {
        double weighted = 0;
        double tonnes = 0;
        double money = 0;
        for (Import each : imports) {
            weighted += each.risk() * each.tonnes();
            tonnes += each.tonnes();
            money += each.thousandUsd();
        }
        double importRisk = weighted / (domesticTonnes + tonnes);
        double score = hhi * importRisk;
        double price = tonnes > 0 ? money / tonnes : Double.NaN;
        return new GeoPolRisk(weighted, tonnes, importRisk, score, price, score * price / copperReference);
    }

    /// Political stability of the World Bank, -2.5..2.5, as a risk from 0 (stable) to 1.
    public static double risk(double politicalStability) {
        return (2.5 - politicalStability) / 5;
    }
}
