package org.monazite.supply;

import java.util.List;

/// A generic module a plan may choose: a plant of a usual size, recycling, thrifting, a stock. Always shown as
/// generic; its weak fields are named.
///
/// @param id the key in the pack, such as `mag.module`
/// @param kind `magnet`, `metal`, `alloy`, `separation`, `mine`, `recycling`, `thrifting`, `substitution`, `stockpile`
/// @param nameEn the name in English
/// @param nameJa the name in Japanese
/// @param places place codes where it may be chosen
/// @param inputProduct product it takes in, empty for none
/// @param outputProduct product it makes, saves or holds
/// @param moduleTonnesPerYear size of one module (t/yr; t for a stockpile)
/// @param maxTonnesPerYear most of it in one place
/// @param capexUsdPerTonne capital per t/yr of output (per t for a stockpile)
/// @param opexUsdPerTonne running cost per t of output (price per t for a stockpile)
/// @param leadYears from decision to first output
/// @param ramp share of the module in use in years 1, 2, 3 after start; then 1
/// @param effect a further number of the option, NaN when it has none; see `effectUnit`
/// @param effectUnit what the effect is
/// @param unverifiedFields names of fields that rest on no document
/// @param flag how careful a reader must be with the row
/// @param citation who says so
public record PlanOption(
        String id,
        String kind,
        String nameEn,
        String nameJa,
        List<String> places,
        String inputProduct,
        String outputProduct,
        double moduleTonnesPerYear,
        double maxTonnesPerYear,
        Range capexUsdPerTonne,
        Range opexUsdPerTonne,
        Range leadYears,
        List<Double> ramp,
        double effect,
        String effectUnit,
        List<String> unverifiedFields,
        Flag flag,
        Citation citation) {

    /// Copies the lists.
    public PlanOption {
        places = List.copyOf(places);
        ramp = List.copyOf(ramp);
        unverifiedFields = List.copyOf(unverifiedFields);
    }

    /// The same with another lead.
    public PlanOption withLead(Range years) {
        return new PlanOption(
                id,
                kind,
                nameEn,
                nameJa,
                places,
                inputProduct,
                outputProduct,
                moduleTonnesPerYear,
                maxTonnesPerYear,
                capexUsdPerTonne,
                opexUsdPerTonne,
                years,
                ramp,
                effect,
                effectUnit,
                unverifiedFields,
                flag,
                citation);
    }

    /// True for a plant, mine or recycling works: somebody would have to announce it. Stocks and programmes are begun
    /// by whoever pays.
    public boolean isPlant() {
        return switch (kind) {
            case "thrifting", "substitution", "stockpile" -> false;
            default -> true;
        };
    }
}
