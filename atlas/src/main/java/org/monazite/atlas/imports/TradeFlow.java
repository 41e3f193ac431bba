package org.monazite.atlas.imports;

import org.monazite.supply.Flag;

/// What one place shipped to another in a period, under one customs code, as one source says it.
///
/// @param exporter ISO alpha-3 of the place that ships
/// @param importer ISO alpha-3 of the place that takes
/// @param scheme list that the code is from: `HS92` ... `HS22`, `HS` when the source does not say which
/// @param code six digits
/// @param year ISO year
/// @param month 1 to 12, or 0 for the whole year
/// @param reportedBy `exporter`, `importer`, or `both` for reconciled data
/// @param valueUsd current US dollars of the year, more than zero
/// @param weightTonnes net weight in t gross, NaN when the source has none
/// @param flag `ESTIMATE` where the source estimated the weight
/// @param importId the import it came with, which is its source
/// @param line line of the raw file
public record TradeFlow(
        String exporter,
        String importer,
        String scheme,
        String code,
        int year,
        int month,
        String reportedBy,
        double valueUsd,
        double weightTonnes,
        Flag flag,
        String importId,
        long line) {

    /// The name of the figure for the value, as `show figure` takes it.
    public String valueFigure() {
        return "f-" + importId + "-" + line + "-v";
    }

    /// The name of the figure for the weight.
    public String weightFigure() {
        return "f-" + importId + "-" + line + "-q";
    }
}
