package org.monazite.atlas.imports;

import java.util.List;
import java.util.Set;

/// What must hold of the columns of Comtrade that are not taken over: a file in which they contradict the others is
/// not the one that was published.
final class ComtradeColumns {

    private static final List<String> QUANTITIES =
            List.of("qty", "altQty", "netWgt", "grossWgt", "cifvalue", "fobvalue");
    private static final List<String> TRUTHS = List.of(
            "isOriginalClassification",
            "isLeaf",
            "isQtyEstimated",
            "isAltQtyEstimated",
            "isNetWgtEstimated",
            "isGrossWgtEstimated",
            "isReported",
            "isAggregate");

    private ComtradeColumns() {}

    static void check(Line line, String scheme, String code, int year, int month) {
        Cells.oneOf(line, "typeCode", Set.of("C"));
        QUANTITIES.forEach(column -> Cells.soundQuantity(line, column));
        for (String column : TRUTHS) {
            if (!line.text(column).isEmpty()) {
                Cells.oneOf(line, column, Set.of("true", "false", "1", "0"));
            }
        }
        for (String column : List.of("qtyUnitCode", "altQtyUnitCode")) {
            if (!line.text(column).matches("|-1|[0-9]{1,3}")) {
                throw line.problem(column, Reason.UNKNOWN_UNIT, "8 = kg");
            }
        }
        if (!HsCodes.hasChapter(code)) {
            throw line.problem("cmdCode", Reason.UNKNOWN_CODE, "");
        }
        if (year < HsCodes.firstYear(scheme)) {
            throw line.problem("refYear", Reason.YEAR_NOT_COVERED, scheme + ": " + HsCodes.firstYear(scheme) + "-");
        }
        if (!line.text("aggrLevel").matches("|6")) {
            throw line.problem("aggrLevel", Reason.UNKNOWN_CODE, "6");
        }
        period(line, year, month);
    }

    private static void period(Line line, int year, int month) {
        if (month == 0 && !line.text("period").equals(year + "")) {
            throw line.problem("period", Reason.DATES_DISAGREE, year + "");
        }
        if (!line.text("refPeriodId").isEmpty() && !line.text("refPeriodId").startsWith(year + "")) {
            throw line.problem("refPeriodId", Reason.DATES_DISAGREE, year + "0101");
        }
        String stated = line.text("refMonth");
        if (!stated.isEmpty() && !stated.equals(month == 0 ? "52" : month + "")) {
            throw line.problem("refMonth", Reason.DATES_DISAGREE, month == 0 ? "52" : month + "");
        }
    }
}
