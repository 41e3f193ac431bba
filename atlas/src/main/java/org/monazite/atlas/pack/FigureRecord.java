package org.monazite.atlas.pack;

import org.monazite.supply.Flag;

/// One statement of one source, as it stands in the pack.
///
/// @param id its name, such as `f-91c2d0a4be`
/// @param place place code, empty when it is not about one place
/// @param partner partner in trade, empty for none
/// @param subject product, series, sector or project it is about
/// @param measure what is measured
/// @param period the period, empty when none is stated
/// @param value the number; NaN when the source withholds it or has none: then `qualifier` says so
/// @param low lower end of the range, or `value`
/// @param high upper end of the range, or `value`
/// @param qualifier `=`, `<`, `>`, `~`, `range`, `W`, `NA`, `NET_EXPORTER`, `TEXT`
/// @param unit unit with its basis
/// @param confidence `reported`, `derived`, `estimate`
/// @param evidence `primary-file` ... `unverified`
/// @param flag how careful a reader must be
/// @param sourceId the source
/// @param locator file, line and column of the raw cell
/// @param raw the raw text of the cell
/// @param remark method or note
public record FigureRecord(
        String id,
        String place,
        String partner,
        String subject,
        String measure,
        String period,
        double value,
        double low,
        double high,
        String qualifier,
        String unit,
        String confidence,
        String evidence,
        Flag flag,
        String sourceId,
        String locator,
        String raw,
        String remark) {}
