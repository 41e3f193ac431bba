package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The tables in which Eurostat offers Comext: bulk files of today (`REPORTER`), of before (`DECLARANT`, with codes of
/// ISO beside numbers or alone), and SDMX-CSV, where value and weight are lines of their own.
enum ComextLayout {
    /// `REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,...,FLOW,STAT_PROCEDURE,...,PERIOD,VALUE_EUR,...,QUANTITY_KG,...`.
    BULK("REPORTER", "PARTNER", "PRODUCT_NC", "FLOW", "STAT_PROCEDURE", "PERIOD", "VALUE_EUR", "QUANTITY_KG"),
    /// `DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,...,PRODUCT_NC,...`.
    NUMBERED(
            "DECLARANT_ISO",
            "PARTNER_ISO",
            "PRODUCT_NC",
            "FLOW",
            "STAT_REGIME",
            "PERIOD",
            "VALUE_IN_EUROS",
            "QUANTITY_IN_KG"),
    /// `DECLARANT,PARTNER,PRODUCT_NC,FLOW,STAT_REGIME,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY`.
    SHORT("DECLARANT", "PARTNER", "PRODUCT_NC", "FLOW", "STAT_REGIME", "PERIOD", "VALUE_IN_EUROS", "QUANTITY_IN_KG"),
    /// `DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG`.
    SDMX("reporter", "partner", "product", "flow", "indicators", "TIME_PERIOD", "OBS_VALUE", "OBS_VALUE");

    /// Other columns of the bulk files.
    private static final Set<String> BESIDE = Set.of(
            "DECLARANT",
            "PARTNER",
            "TRADE_TYPE",
            "PRODUCT_SITC",
            "PRODUCT_CPA2002",
            "PRODUCT_CPA2008",
            "PRODUCT_CPA2_1",
            "PRODUCT_CPA21",
            "PRODUCT_CPA22",
            "PRODUCT_BEC",
            "PRODUCT_BEC5",
            "PRODUCT_SECTION",
            "SUPP_UNIT",
            "SUPPL_UNIT",
            "VALUE_NAC",
            "SUP_QUANTITY",
            "QUANTITY_SUPPL_UNIT");

    private static final Set<String> SDMX_BESIDE =
            Set.of("DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "LAST UPDATE", "freq", "OBS_FLAG", "CONF_STATUS");

    private static final String VALUE = "VALUE_IN_EUROS";

    /// Tonnes in a unit of an indicator.
    private static final Map<String, Double> WEIGHTS = Map.of("QUANTITY_IN_100KG", 0.1, "QUANTITY_IN_KG", 0.001);

    private static final Set<String> INDICATORS =
            Set.of(VALUE, "QUANTITY_IN_100KG", "QUANTITY_IN_KG", "SUPPLEMENTARY_QUANTITY", "SUP_QUANTITY");

    private final List<String> columns;

    ComextLayout(String... columns) {
        this.columns = List.of(columns);
    }

    /// Names of columns as this reader knows them: some bulk files write a few in small letters.
    static List<String> names(List<String> cells) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.strip();
            names.add(name.startsWith("PRODUCT_") ? name.toUpperCase(Locale.ROOT) : name);
        }
        return names;
    }

    /// The layout of a header line.
    static ComextLayout of(String name, Map<String, Integer> header) {
        ComextLayout layout = header.containsKey("indicators")
                ? SDMX
                : header.containsKey("DECLARANT_ISO") ? NUMBERED : header.containsKey("DECLARANT") ? SHORT : BULK;
        TableReader.among(
                name, header, layout.columns.stream().distinct().toList(), layout == SDMX ? SDMX_BESIDE : BESIDE);
        return layout;
    }

    boolean isSdmx() {
        return this == SDMX;
    }

    String reporter() {
        return columns.get(0);
    }

    String partner() {
        return columns.get(1);
    }

    String product() {
        return columns.get(2);
    }

    String flow() {
        return columns.get(3);
    }

    /// What may make two lines of one flow: the customs procedure, or what is measured.
    String procedure(Line line) {
        String text = line.text(columns.get(4));
        return isSdmx() && WEIGHTS.containsKey(text) ? "weight" : text; // one weight, in one unit
    }

    /// Whether a line of an older file is the sum of those of all customs procedures.
    boolean isOfAllProcedures(Line line) {
        return (this == NUMBERED || this == SHORT) && procedure(line).equals("4");
    }

    /// Year and month; the month is 0 for a whole year.
    int[] period(Line line) {
        String column = columns.get(5);
        String text = line.need(column);
        boolean bulk = text.matches("(19|20)[0-9]{2}(0[1-9]|1[0-2]|52)");
        boolean sdmx = text.matches("(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?");
        if (isSdmx() ? !sdmx : !bulk) {
            throw line.problem(column, Reason.NOT_A_PERIOD, isSdmx() ? "2024, 2024-03" : "202403, 202452");
        }
        int year = Integer.parseInt(text.substring(0, 4));
        if (year < HsCodes.firstYear("HS92")) {
            throw line.problem(column, Reason.YEAR_NOT_COVERED, HsCodes.firstYear("HS92") + "-");
        }
        String month = text.length() == 4 ? "52" : text.substring(text.length() - 2);
        return new int[] {year, month.equals("52") ? 0 : Integer.parseInt(month)};
    }

    /// Columns that are not taken over.
    void check(Line line) {
        if (isSdmx()) {
            Cells.oneOf(line, "indicators", INDICATORS);
            boolean monthly = !line.has("freq")
                    || Cells.oneOf(line, "freq", Set.of("A", "M")).equals("M");
            boolean month = line.text("TIME_PERIOD").contains("-");
            if (line.has("freq") && monthly != month) {
                throw line.problem("TIME_PERIOD", Reason.DATES_DISAGREE, monthly ? "2024-03" : "2024");
            }
            return;
        }
        if (!line.text(columns.get(4)).matches("[1-9]")) {
            throw line.problem(columns.get(4), Reason.UNKNOWN_CODE, "1");
        }
        if (line.has("TRADE_TYPE")) {
            Cells.oneOf(line, "TRADE_TYPE", Set.of("I", "E"));
        }
        for (String column : List.of("SUP_QUANTITY", "QUANTITY_SUPPL_UNIT", "VALUE_NAC")) {
            Cells.soundQuantity(line, column);
        }
    }

    /// The number that a line is about; NaN where it states none.
    double amount(Line line) {
        if (line.text(columns.get(6)).isEmpty() && isSdmx()) {
            return Double.NaN;
        }
        double amount = Cells.quantity(line, columns.get(6));
        tonnes(line);
        return amount;
    }

    /// Whether a line without a number says that it must not be seen.
    boolean isConfidential(Line line) {
        return line.text("OBS_FLAG").contains("c") || line.text("CONF_STATUS").equals("C");
    }

    /// Euros, NaN where the line is about something else.
    double euros(Line line) {
        boolean other = isSdmx() && !line.text("indicators").equals(VALUE);
        return other ? Double.NaN : Cells.quantity(line, columns.get(6));
    }

    /// Tonnes, NaN where the line is about something else.
    double tonnes(Line line) {
        double factor = isSdmx() ? WEIGHTS.getOrDefault(line.text("indicators"), Double.NaN) : 0.001;
        return Double.isNaN(factor) || line.text(columns.get(7)).isEmpty()
                ? Double.NaN
                : Cells.tonnes(line, columns.get(7), factor);
    }
}
