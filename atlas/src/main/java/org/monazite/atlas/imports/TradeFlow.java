package org.monazite.atlas.imports;

import org.monazite.supply.Flag;

/// What one place shipped to another in a period, under one customs code, as one source says it.
///
/// @param exporter ISO alpha-3 of the place that ships
/// @param importer ISO alpha-3 of the place that takes
/// @param scheme list that the code is from: `HS92` ... `HS22`, `HS` when the source does not say which, or one of
///     [NationalList]
/// @param code six digits, or the eight to ten of a national list
/// @param year ISO year
/// @param month 1 to 12, or 0 for the whole year
/// @param reportedBy `exporter`, `importer`, or `both` for reconciled data
/// @param value in current money of the year, more than zero
/// @param weightTonnes net weight in t gross, NaN when the source has none
/// @param flag `ESTIMATE` where the source estimated the weight
/// @param importId the import it came with, which is its source
/// @param line line of the raw file
/// @param currency what the value is stated in: `USD`, `EUR`, `JPY`
public record TradeFlow(
        String exporter,
        String importer,
        String scheme,
        String code,
        int year,
        int month,
        String reportedBy,
        double value,
        double weightTonnes,
        Flag flag,
        String importId,
        long line,
        String currency) {

    private static final String DOLLARS = "USD";

    /// A flow whose value is in US dollars.
    public TradeFlow(
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
        this(
                exporter,
                importer,
                scheme,
                code,
                year,
                month,
                reportedBy,
                valueUsd,
                weightTonnes,
                flag,
                importId,
                line,
                DOLLARS);
    }

    /// The value in US dollars; NaN where the source states it in another currency. Nothing is converted here.
    public double valueUsd() {
        return currency.equals(DOLLARS) ? value : Double.NaN;
    }

    /// Whether a customs office counts by a list of its own, finer than the six digits that all share.
    public boolean isNational() {
        return code.length() > 6;
    }

    /// The first six digits, which mean the same everywhere.
    public String heading() {
        return code.substring(0, 6);
    }

    /// Whether the list of the customs office does not divide the six digits: `850511000` is 8505.11.
    public boolean isUndivided() {
        return isNational() && code.substring(6).chars().allMatch(digit -> digit == '0');
    }

    /// The name of the figure for the value, as `show figure` takes it.
    public String valueFigure() {
        return "f-" + importId + "-" + place() + "-v";
    }

    /// The name of the figure for the weight.
    public String weightFigure() {
        return "f-" + importId + "-" + place() + "-q";
    }

    /// The line; with the month where a line states several.
    private String place() {
        return month > 0 && NationalList.hasMonthsInALine(scheme) ? "%dm%02d".formatted(line, month) : line + "";
    }
}
