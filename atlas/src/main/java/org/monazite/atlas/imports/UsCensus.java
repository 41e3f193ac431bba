package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.supply.Flag;

/// US international trade by ten-digit code, as the Census Bureau's interface answers: imports under codes of the
/// Harmonized Tariff Schedule, exports under those of Schedule B. Imports are general imports by country of origin.
///
/// `_YR` is the year up to the month of the line, so that it is a year in December alone. Totals and groups of
/// countries
/// stand beside countries and are told by their codes. What is asked for and filtered by stands in the answer twice.
final class UsCensus implements Rule {

    /// Columns that only these answers have.
    static final List<String> COMMODITIES = List.of("I_COMMODITY", "E_COMMODITY");

    private static final String IMPORTS = "I_COMMODITY";
    private static final String AGAIN = " (again)";
    private static final int DIGITS = 10;

    /// Tonnes in a unit; other units are no mass.
    private static final Map<String, Double> MASS = Map.of("KG", 1e-3, "T", 1.0);

    private static final Set<String> POSSIBLE = Set.of(
            "I_COMMODITY_SDESC",
            "I_COMMODITY_LDESC",
            "E_COMMODITY_SDESC",
            "E_COMMODITY_LDESC",
            "COMM_LVL",
            "SUMMARY_LVL",
            "SUMMARY_LVL2",
            "YEAR",
            "MONTH",
            "time",
            "UNIT_QY1",
            "UNIT_QY2",
            "GEN_VAL_YR",
            "GEN_VAL_MO",
            "GEN_QY1_YR",
            "GEN_QY1_MO",
            "GEN_QY2_YR",
            "GEN_QY2_MO",
            "CON_VAL_YR",
            "CON_VAL_MO",
            "CON_QY1_YR",
            "CON_QY1_MO",
            "ALL_VAL_YR",
            "ALL_VAL_MO",
            "QTY_1_YR",
            "QTY_1_MO",
            "QTY_2_YR",
            "QTY_2_MO",
            "AIR_VAL_YR",
            "AIR_VAL_MO",
            "VES_VAL_YR",
            "VES_VAL_MO",
            "VES_WGT_YR",
            "VES_WGT_MO",
            "AIR_WGT_YR",
            "AIR_WGT_MO",
            "LAST_UPDATE");

    private final Lexicon lexicon;
    private final String importId;
    private final Set<List<String>> taken = new HashSet<>(); // asked for, never walked through
    private boolean imports;

    UsCensus(Lexicon lexicon, String importId) {
        this.lexicon = lexicon;
        this.importId = importId;
    }

    @Override
    public List<String> columns(List<String> cells, List<String> above) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.strip();
            names.add(names.contains(name) ? name + AGAIN : name);
        }
        return names;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        imports = header.containsKey(IMPORTS);
        List<String> needed = new ArrayList<>(List.of("CTY_CODE", "CTY_NAME", commodity()));
        if (!header.containsKey("time")) {
            needed.addAll(List.of("YEAR", "MONTH"));
        }
        if (!header.containsKey(value("MO"))) {
            needed.add(value("YR"));
        }
        Set<String> possible = new HashSet<>(POSSIBLE);
        for (String column : header.keySet()) {
            String first = column.replace(AGAIN, "");
            if (!first.equals(column) && header.containsKey(first)) {
                possible.add(column);
            }
        }
        TableReader.among(name, header, needed, possible);
    }

    private String commodity() {
        return imports ? IMPORTS : "E_COMMODITY";
    }

    private String value(String span) {
        return (imports ? "GEN_VAL_" : "ALL_VAL_") + span;
    }

    private String quantity(int number, String span) {
        return imports ? "GEN_QY%d_%s".formatted(number, span) : "QTY_%d_%s".formatted(number, span);
    }

    @Override
    public void take(Line line, Out out) {
        for (Map.Entry<String, Integer> column : line.header().entrySet()) {
            String first = column.getKey().replace(AGAIN, "");
            if (!line.text(first).equals(line.text(column.getKey()))) {
                throw line.problem(column.getKey(), Reason.STANDS_TWICE, line.where(first));
            }
        }
        int month = month(line);
        String span = line.has(value("YR")) && (month == 12 || !line.has(value("MO"))) ? "YR" : "MO";
        double value = Cells.quantity(line, value(span));
        double tonnes = tonnes(line, span);
        String code = line.need(commodity());
        String passed = passed(line, code);
        if (passed.isEmpty() && span.equals("YR") && month < 12) {
            passed = "part-year";
        }
        if (passed.isEmpty() && value == 0) {
            passed = "no-trade";
        }
        if (!passed.isEmpty()) {
            out.ignore(passed);
            return;
        }
        String place = Cells.place(line, "CTY_NAME", lexicon);
        if (place.equals("USA")) {
            out.ignore("own-goods");
            return;
        }
        add(line, code, place, span.equals("YR") ? 0 : month, value, tonnes, out);
    }

    private void add(Line line, String code, String place, int month, double value, double tonnes, Out out) {
        int year = year(line);
        if (!taken.add(List.of(code, place, year + "", month + ""))) {
            throw line.problem(commodity(), Reason.STANDS_TWICE, "");
        }
        out.flow(new TradeFlow(
                imports ? place : "USA",
                imports ? "USA" : place,
                imports ? NationalList.USHTS10.name() : NationalList.USSB10.name(),
                code,
                year,
                month,
                imports ? "importer" : "exporter",
                value,
                tonnes > 0 ? tonnes : Double.NaN,
                Flag.NONE,
                importId,
                line.number()));
    }

    /// The rule by which a line is passed over; empty where it is none.
    private String passed(Line line, String code) {
        String country = line.need("CTY_CODE");
        if (!country.matches("-|[0-9][0-9X]{3}")) {
            throw line.problem("CTY_CODE", Reason.UNKNOWN_PLACE, "5700");
        }
        if (!code.matches("-|[0-9]{2}([0-9]{2}){0,2}|[0-9]{10}")
                || code.length() == DIGITS && !HsCodes.hasChapter(code)) {
            throw line.problem(commodity(), Reason.UNKNOWN_CODE, code.matches("[0-9]{9}") ? "0" + code : "");
        }
        if (!line.text("COMM_LVL").matches("|HS(2|4|6|10)|-")) {
            throw line.problem("COMM_LVL", Reason.UNKNOWN_WORD, "HS10");
        }
        if (!line.text("SUMMARY_LVL").matches("|DET|CGP")) {
            throw line.problem("SUMMARY_LVL", Reason.UNKNOWN_WORD, "DET, CGP");
        }
        if (code.length() != DIGITS) {
            return "other-digits";
        }
        return country.matches("[1-7][0-9]{3}") && !line.text("SUMMARY_LVL").equals("CGP") ? "" : "world-row";
    }

    private static int year(Line line) {
        String column = line.has("YEAR") ? "YEAR" : "time";
        String text = line.need(column);
        String year = text.length() > 4 && column.equals("time") ? text.substring(0, 4) : text;
        if (!Cells.isYear(year)) {
            throw line.problem(column, Reason.NOT_A_PERIOD, "2024");
        }
        if (Integer.parseInt(year) < HsCodes.firstYear("HS92")) {
            throw line.problem(column, Reason.YEAR_NOT_COVERED, HsCodes.firstYear("HS92") + "-");
        }
        return Integer.parseInt(year);
    }

    private static int month(Line line) {
        int year = year(line);
        String text = line.has("MONTH") ? line.need("MONTH") : line.need("time").replaceFirst("^[0-9]{4}-", "");
        String column = line.has("MONTH") ? "MONTH" : "time";
        if (!text.matches("0?[1-9]|1[0-2]")) {
            throw line.problem(column, Reason.NOT_A_PERIOD, "12");
        }
        int month = Integer.parseInt(text);
        if (line.has("time") && line.has("MONTH") && !line.need("time").equals("%d-%02d".formatted(year, month))) {
            throw line.problem("time", Reason.DATES_DISAGREE, "%d-%02d".formatted(year, month));
        }
        return month;
    }

    /// The weight, of the first unit that is a mass; NaN where none is.
    private double tonnes(Line line, String span) {
        double tonnes = Double.NaN;
        for (int number = 2; number >= 1; number--) {
            String unit = line.text("UNIT_QY" + number);
            if (!unit.matches("|-|[A-Z0-9.]{1,4}") || unit.matches("[0-9.]+")) {
                throw line.problem("UNIT_QY" + number, Reason.UNKNOWN_UNIT, "KG");
            }
            String column = quantity(number, span);
            double factor = MASS.getOrDefault(unit, Double.NaN);
            if (line.text(column).isEmpty()) {
                continue;
            }
            if (unit.matches("|-") && Cells.quantity(line, column) > 0) {
                throw line.problem("UNIT_QY" + number, Reason.UNKNOWN_UNIT, "KG");
            }
            double amount = Cells.tonnes(line, column, Double.isNaN(factor) ? 1e-3 : factor);
            tonnes = Double.isNaN(factor) ? tonnes : amount;
        }
        return tonnes;
    }
}
