package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.monazite.supply.Flag;

/// Trade statistics of Japan by item and country, as e-Stat offers them: one line an item and country, the year and its
/// twelve months side by side. Exports are FOB and go to the last destination, imports are CIF and come from the
/// origin.
///
/// Months that are not published yet are zeros, and then the columns of the year hold the months so far. Where no line
/// of a file has anything in December, the year is not over: the months are taken instead of it. A quantity of zero
/// beside a value is less than one unit: missing. Values are thousand yen and stay yen.
final class JapanCustoms implements Rule {

    static final List<String> HEADER = List.of(
            "Exp or Imp", "Year", "HS", "Country", "Unit1", "Unit2", "Quantity1-Year", "Quantity2-Year", "Value-Year");

    /// As the files write them; older ones write April as `Apl`.
    static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final String OFFICE = "Custom";
    private static final String LIST = "JPN";
    private static final String YEN = "JPY";
    private static final double THOUSAND = 1000;

    /// Units that are a mass, in tonnes.
    private static final Map<String, Double> MASS = Map.of("KG", 1e-3, "MT", 1.0, "GR", 1e-6);

    private final Lexicon lexicon;
    private final String importId;
    private final Map<List<String>, List<Part>> groups = new LinkedHashMap<>();
    private final Map<String, Integer> covered = new TreeMap<>();
    private boolean hasMonths;
    private boolean hasOffices;

    JapanCustoms(Lexicon lexicon, String importId) {
        this.lexicon = lexicon;
        this.importId = importId;
    }

    /// What a line says, by period: the year is 0.
    ///
    /// @param yen values, in thousand
    /// @param tonnes weights; NaN where there are none
    private record Part(Line line, String place, double[] yen, double[] tonnes) {}

    @Override
    public List<String> columns(List<String> cells, List<String> above) {
        return cells.stream()
                .map(cell -> cell.strip().replaceFirst("-Apl$", "-Apr"))
                .toList();
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        hasMonths = header.containsKey("Value-Jan");
        hasOffices = header.containsKey(OFFICE);
        List<String> needed = new ArrayList<>(HEADER);
        for (String month : hasMonths ? MONTHS : List.<String>of()) {
            needed.addAll(List.of("Quantity1-" + month, "Quantity2-" + month, "Value-" + month));
        }
        TableReader.among(name, header, needed, Set.of(OFFICE));
    }

    @Override
    public void take(Line line, Out out) {
        String side = Cells.oneOf(line, "Exp or Imp", Set.of("1", "2"));
        String year = line.need("Year");
        if (!Cells.isYear(year)) {
            throw line.problem("Year", Reason.NOT_A_PERIOD, "");
        }
        if (Integer.parseInt(year) < HsCodes.firstYear("HS92")) {
            throw line.problem("Year", Reason.YEAR_NOT_COVERED, HsCodes.firstYear("HS92") + "-");
        }
        if (hasOffices && !line.need(OFFICE).matches("[0-9]{3}")) {
            throw line.problem(OFFICE, Reason.UNKNOWN_CODE, "100");
        }
        String code = code(line);
        double[] yen = amounts(line, "Value-");
        double[] first = quantities(line, "Unit1", "Quantity1-");
        double[] second = quantities(line, "Unit2", "Quantity2-");
        String place = place(line);
        cover(side + year, yen);
        if (code.startsWith("00")) {
            out.ignore("special-code");
        } else if (place.isEmpty()) {
            out.ignore(line.text("Country").startsWith("7") ? "no-place" : "place-outside");
        } else if (yen[0] == 0) {
            nothing(line, first, second);
            out.ignore("no-trade");
        } else {
            add(line, List.of(side, year, code, place), new Part(line, place, yen, mass(first, second)));
            out.pend();
        }
    }

    private void add(Line line, List<String> key, Part part) {
        List<Part> parts = groups.computeIfAbsent(key, _ -> new ArrayList<>());
        boolean same = parts.stream()
                .anyMatch(other -> other.line().text("Country").equals(line.text("Country"))
                        && other.line().text(OFFICE).equals(line.text(OFFICE)));
        if (same) {
            throw line.problem(
                    "HS", Reason.STANDS_TWICE, parts.getFirst().line().where("HS"));
        }
        parts.add(part);
    }

    private void cover(String sideAndYear, double[] yen) {
        int last = covered.getOrDefault(sideAndYear, 0);
        for (int month = 1; month < yen.length; month++) {
            last = yen[month] > 0 ? Math.max(last, month) : last;
        }
        covered.put(sideAndYear, last);
    }

    private static void nothing(Line line, double[] first, double[] second) {
        if (first[0] > 0 || second[0] > 0) {
            throw line.problem("Value-Year", Reason.NOT_POSITIVE, "");
        }
    }

    private static String code(Line line) {
        String code = line.need("HS").replaceAll("^'|'$", "");
        if (!code.matches("[0-9]{9}") || !code.startsWith("00") && !HsCodes.hasChapter(code)) {
            throw line.problem("HS", Reason.UNKNOWN_CODE, code.matches("[0-9]{8}") ? "0" + code : "");
        }
        return code;
    }

    private String place(Line line) {
        return lexicon.customsPlace(LIST, line.need("Country"))
                .orElseThrow(() -> line.problem("Country", Reason.UNKNOWN_PLACE, ""));
    }

    /// The year and, where the file has them, its months. The year must be their sum.
    private double[] amounts(Line line, String prefix) {
        double[] amounts = new double[hasMonths ? 1 + MONTHS.size() : 1];
        amounts[0] = Cells.quantity(line, prefix + "Year");
        double sum = 0;
        for (int month = 1; month < amounts.length; month++) {
            amounts[month] = Cells.quantity(line, prefix + MONTHS.get(month - 1));
            sum += amounts[month];
        }
        if (hasMonths && Math.abs(sum - amounts[0]) > MONTHS.size()) { // each may be rounded by one
            throw line.problem(prefix + "Year", Reason.SUM_DIFFERS, Double.toString(sum));
        }
        return amounts;
    }

    /// Tonnes by period; NaN all through where the unit is no mass.
    private double[] quantities(Line line, String unit, String prefix) {
        double[] amounts = amounts(line, prefix);
        String name = line.text(unit);
        if (name.isEmpty() && amounts[0] > 0 || !name.matches("|[A-Z][A-Z0-9]?")) {
            throw line.problem(unit, Reason.UNKNOWN_UNIT, "KG, MT, NO");
        }
        double factor = MASS.getOrDefault(name, Double.NaN);
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] *= factor;
            if (amounts[i] > Cells.MOST_TONNES) {
                throw line.problem(prefix + "Year", Reason.OUT_OF_RANGE, "at most 1e13 t");
            }
        }
        return amounts;
    }

    private static double[] mass(double[] first, double[] second) {
        return Double.isNaN(first[0]) ? second : first;
    }

    @Override
    public void end(Out out) {
        groups.forEach((key, parts) -> {
            int last = covered.getOrDefault(key.get(0) + key.get(1), 0);
            if (!hasMonths || last == MONTHS.size()) {
                flow(key, parts, 0, out);
            } else {
                for (int month = 1; month <= last; month++) {
                    flow(key, parts, month, out);
                }
                out.note("part-year", parts.size());
            }
            if (parts.size() > 1) {
                out.regard(parts.size() - 1);
                out.note("summed-parts", parts.size() - 1);
            }
        });
        groups.clear();
    }

    private void flow(List<String> key, List<Part> parts, int period, Out out) {
        double yen = 0;
        double tonnes = 0;
        for (Part part : parts) {
            yen += part.yen()[period];
            tonnes += part.yen()[period] > 0 && part.tonnes()[period] == 0 ? Double.NaN : part.tonnes()[period];
        }
        if (!(yen > 0)) {
            return; // nothing in this month
        }
        boolean imports = key.getFirst().equals("2");
        String place = key.getLast();
        out.flow(new TradeFlow(
                imports ? place : LIST,
                imports ? LIST : place,
                imports ? NationalList.JPM9.name() : NationalList.JPX9.name(),
                key.get(2),
                Integer.parseInt(key.get(1)),
                period,
                imports ? "importer" : "exporter",
                yen * THOUSAND,
                tonnes > 0 ? tonnes : Double.NaN,
                Flag.NONE,
                importId,
                parts.getFirst().line().number(),
                YEN));
    }
}
