package org.monazite.atlas.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.imports.Out.Statement;

/// OECD export restrictions on raw materials, as SDMX-CSV or the same table in a workbook: one observation a line.
/// The publisher's own column list was not at hand; columns beyond those of SDMX are refused, not guessed.
final class Oecd implements Rule {

    private static final List<String> NEEDED = List.of("REF_AREA", "MEASURE", "TIME_PERIOD", "OBS_VALUE");

    private static final Set<String> POSSIBLE = Set.of(
            "STRUCTURE",
            "STRUCTURE_ID",
            "STRUCTURE_NAME",
            "ACTION",
            "DATAFLOW",
            "FREQ",
            "Reference area",
            "Measure",
            "COMMODITY",
            "Commodity",
            "PRODUCT",
            "Product",
            "HS_CODE",
            "HS code",
            "UNIT_MEASURE",
            "Unit of measure",
            "UNIT_MULT",
            "OBS_STATUS",
            "Observation status",
            "Time period",
            "Observation value",
            "DECIMALS",
            "COMMENT_OBS");

    private static final Set<String> PARTS = Set.of("PT", "PC", "PCT", "PERCENT", "%");

    /// Units of such tables in SDMX: parts of a hundred, masses, money, yes and no, counts.
    private static final Set<String> UNITS = Set.of(
            "PT", "PC", "PCT", "PERCENT", "%", "YES_NO", "T", "TONNE", "TONNES", "KG", "USD", "EUR", "USD_T", "USD_KG",
            "XDC", "NUMBER", "NR", "NB", "UNIT", "IX", "INDEX", "_Z");

    private final Lexicon lexicon;

    Oecd(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        TableReader.among(name, header, NEEDED, POSSIBLE);
        if (!header.containsKey("COMMODITY") && !header.containsKey("PRODUCT") && !header.containsKey("HS_CODE")) {
            throw new ImportException(Fault.HEADER, name, "- COMMODITY | " + String.join(",", NEEDED));
        }
    }

    @Override
    public void take(Line line, Out out) {
        String place = Cells.place(line, "REF_AREA", lexicon);
        String year = line.need("TIME_PERIOD");
        if (!Cells.isYear(year)) {
            throw line.problem("TIME_PERIOD", Reason.NOT_A_PERIOD, "2023");
        }
        String what = line.has("HS_CODE") ? "HS_CODE" : line.has("COMMODITY") ? "COMMODITY" : "PRODUCT";
        String subject = line.need(what);
        if (what.equals("HS_CODE") && !HsCodes.hasChapter(subject)) {
            throw line.problem(what, Reason.UNKNOWN_CODE, "280530");
        }
        boolean missing =
                line.text("OBS_VALUE").isEmpty() && line.text("OBS_STATUS").matches("[MOL]");
        if (line.text("OBS_VALUE").isEmpty() && !missing) {
            return;
        }
        if (Set.of("ROW", "WLD").contains(place)) {
            throw line.problem("REF_AREA", Reason.UNKNOWN_PLACE, "CHN, JPN");
        }
        Cells.samePlace(line, "Reference area", place, lexicon);
        if (!line.text("OBS_STATUS").matches("[A-Z]?")) {
            throw line.problem("OBS_STATUS", Reason.UNKNOWN_CODE, "A, E, M");
        }
        double value = missing ? Double.NaN : value(line);
        out.figure(
                line,
                missing ? "OBS_STATUS" : "OBS_VALUE",
                new Statement(
                        place,
                        "",
                        "oecd." + Cells.slug(subject),
                        "export restriction: " + line.need("MEASURE"),
                        year,
                        missing ? Quantity.none("NA") : Quantity.of(value),
                        line.text("UNIT_MEASURE"),
                        line.text("OBS_STATUS").equals("E") ? "estimate" : "reported",
                        line.text("COMMENT_OBS")));
    }

    /// The value in its unit, multiplied as the line says.
    private static double value(Line line) {
        String unit = Cells.oneOf(line, "UNIT_MEASURE", UNITS);
        String power = line.text("UNIT_MULT");
        if (!power.matches("[0-9]?")) {
            throw line.problem("UNIT_MULT", Reason.OUT_OF_RANGE, "0 ... 9");
        }
        double value = Cells.quantity(line, "OBS_VALUE") * Double.parseDouble("1e" + (power.isEmpty() ? "0" : power));
        double most = PARTS.contains(unit) ? 100 : unit.equals("YES_NO") ? 1 : Cells.MOST_TONNES;
        if (value > most || unit.equals("YES_NO") && value != 0 && value != 1) {
            throw line.problem("OBS_VALUE", Reason.OUT_OF_RANGE, "0 ... " + (long) most);
        }
        return value;
    }
}
