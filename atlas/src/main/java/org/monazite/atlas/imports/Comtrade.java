package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.monazite.supply.Flag;

/// UN Comtrade: what one reporter says of its trade with one partner. The world as partner is a total and is never
/// added up. Where the file holds a pair both as aggregate and by customs procedure, means of transport or second
/// partner, the aggregate is taken; where it holds parts alone, they are summed. A weight of zero is a missing one.
final class Comtrade implements Rule {

    static final List<String> HEADER = List.of(
            "typeCode",
            "freqCode",
            "refPeriodId",
            "refYear",
            "refMonth",
            "period",
            "reporterCode",
            "reporterISO",
            "reporterDesc",
            "flowCode",
            "flowDesc",
            "partnerCode",
            "partnerISO",
            "partnerDesc",
            "partner2Code",
            "partner2ISO",
            "partner2Desc",
            "classificationCode",
            "classificationSearchCode",
            "isOriginalClassification",
            "cmdCode",
            "cmdDesc",
            "aggrLevel",
            "isLeaf",
            "customsCode",
            "customsDesc",
            "mosCode",
            "motCode",
            "motDesc",
            "qtyUnitCode",
            "qtyUnitAbbr",
            "qty",
            "isQtyEstimated",
            "altQtyUnitCode",
            "altQtyUnitAbbr",
            "altQty",
            "isAltQtyEstimated",
            "netWgt",
            "isNetWgtEstimated",
            "grossWgt",
            "isGrossWgtEstimated",
            "cifvalue",
            "fobvalue",
            "primaryValue",
            "legacyEstimationFlag",
            "isReported",
            "isAggregate");

    private static final Map<String, String> SCHEMES = Map.of(
            "H0", "HS92", "H1", "HS96", "H2", "HS02", "H3", "HS07", "H4", "HS12", "H5", "HS17", "H6", "HS22", "HS",
            "HS");

    /// Partners that are no place: bunkers, free zones, special categories, areas not elsewhere specified.
    private static final Set<String> NO_PLACE = Set.of(
            "837", "838", "839", "899", "290", "471", "472", "473", "492", "527", "568", "577", "636", "637", "879");

    private final Lexicon lexicon;
    private final String importId;
    private final Map<String, List<Part>> groups = new TreeMap<>();

    Comtrade(Lexicon lexicon, String importId) {
        this.lexicon = lexicon;
        this.importId = importId;
    }

    /// A line and the dimensions it is a total of.
    private record Part(Line line, TradeFlow flow, String totals) {

        boolean isAggregate() {
            return totals.equals("1111");
        }
    }

    /// The web page of the publisher has written the names with a capital first letter in 2024.
    @Override
    public List<String> columns(List<String> cells, List<String> above) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.strip();
            names.add(HEADER.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name));
        }
        return names;
    }

    @Override
    public boolean endsWithComma() {
        return true;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        TableReader.exactly(name, header, HEADER);
    }

    @Override
    public void take(Line line, Out out) {
        if (isIgnored(line, out)) {
            return;
        }
        String reporter = place(line, "reporterCode", "reporterISO");
        String partner = place(line, "partnerCode", "partnerISO");
        String flow = line.need("flowCode");
        if (reporter.equals(partner)) {
            out.ignore("own-goods");
            return;
        }
        int year = Integer.parseInt(year(line));
        boolean monthly = Cells.oneOf(line, "freqCode", Set.of("A", "M")).equals("M");
        int month = monthly ? month(line) : 0;
        double value = Cells.positive(line, "primaryValue");
        double kilograms = line.text("netWgt").isEmpty() ? 0 : Cells.quantity(line, "netWgt");
        if (value > 1e14 || kilograms > 1e13) {
            throw line.problem(value > 1e14 ? "primaryValue" : "netWgt", Reason.OUT_OF_RANGE, "");
        }
        String scheme = SCHEMES.getOrDefault(line.need("classificationCode"), "HS");
        ComtradeColumns.check(line, scheme, line.need("cmdCode"), year, month);
        boolean imports = flow.equals("M");
        TradeFlow one = new TradeFlow(
                imports ? partner : reporter,
                imports ? reporter : partner,
                scheme,
                line.need("cmdCode"),
                year,
                month,
                imports ? "importer" : "exporter",
                value,
                kilograms > 0 ? kilograms / 1000 : Double.NaN,
                isTrue(line.text("isNetWgtEstimated")) ? Flag.ESTIMATE : Flag.NONE,
                importId,
                line.number());
        String key = String.join("\u001f", reporter, partner, flow, one.scheme(), one.code(), year + "", month + "");
        Part part = new Part(line, one, totals(line));
        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(part);
        out.pend();
    }

    private static boolean isIgnored(Line line, Out out) {
        String flow = line.need("flowCode");
        String code = line.need("cmdCode");
        String partner = line.need("partnerCode");
        String list = line.need("classificationCode");
        if (!flow.matches("[A-Z]{1,5}")) {
            throw line.problem("flowCode", Reason.UNKNOWN_WORD, "M, X");
        }
        if (!list.matches("[A-Z][A-Z0-9]{1,4}")) {
            throw line.problem("classificationCode", Reason.UNKNOWN_CODE, "H6");
        }
        if (partner.equals("0") || line.text("partnerISO").equals("W00")) {
            out.ignore("world-row");
        } else if (NO_PLACE.contains(partner)) {
            out.ignore("no-place");
        } else if (!flow.equals("M") && !flow.equals("X")) {
            out.ignore("other-flow");
        } else if (!SCHEMES.containsKey(list)) {
            out.ignore("other-classification");
        } else if (code.matches("TOTAL|AG[0-9]|[0-9]{2}|[0-9]{4}")) {
            out.ignore("not-six-digits");
        } else if (!code.matches("[0-9]{6}")) {
            throw line.problem("cmdCode", Reason.UNKNOWN_CODE, "");
        } else {
            return false;
        }
        return true;
    }

    private String place(Line line, String code, String iso) {
        String place = Cells.numericPlace(line, code, lexicon);
        String stated = line.text(iso);
        boolean same = stated.isEmpty() || stated.equals(place) || stated.equals("S19") && place.equals("TWN");
        if (!same) {
            throw line.problem(iso, lexicon.isPlace(stated) ? Reason.PLACES_DISAGREE : Reason.UNKNOWN_PLACE, place);
        }
        return place;
    }

    private static String year(Line line) {
        String year = line.need("refYear");
        if (!Cells.isYear(year)) {
            throw line.problem("refYear", Reason.NOT_A_PERIOD, "");
        }
        if (!line.need("period").startsWith(year)) {
            throw line.problem("period", Reason.DATES_DISAGREE, year);
        }
        return year;
    }

    private static int month(Line line) {
        String period = line.need("period");
        if (!period.matches("[0-9]{4}(0[1-9]|1[0-2])")) {
            throw line.problem("period", Reason.NOT_A_PERIOD, "202403");
        }
        return Integer.parseInt(period.substring(4));
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true") || text.equals("1");
    }

    private static String totals(Line line) {
        return (line.need("customsCode").equals("C00") ? "1" : "0")
                + (line.need("motCode").equals("0") ? "1" : "0")
                + (line.need("mosCode").equals("0") ? "1" : "0")
                + (line.need("partner2Code").equals("0") ? "1" : "0");
    }

    @Override
    public void end(Out out) {
        for (List<Part> parts : groups.values()) {
            List<Part> aggregates = parts.stream().filter(Part::isAggregate).toList();
            if (!aggregates.isEmpty()) {
                out.flow(aggregates.getFirst().flow());
                aggregates.subList(1, aggregates.size()).forEach(twin -> refuse(out, twin, aggregates.getFirst()));
                ignore(out, "part-of-aggregate", parts.size() - aggregates.size());
            } else {
                sum(parts, out);
            }
        }
        groups.clear();
    }

    /// Parts can be added when all are parts of the same split; others would be counted twice.
    private static void sum(List<Part> parts, Out out) {
        Part first = parts.getFirst();
        double value = 0;
        double weight = 0;
        long added = 0;
        Flag flag = Flag.NONE;
        for (Part part : parts) {
            if (!part.totals().equals(first.totals())) {
                refuse(out, part, first);
                continue;
            }
            value += part.flow().valueUsd();
            weight += part.flow().weightTonnes(); // one missing weight makes the sum a missing one
            flag = part.flow().flag() == Flag.ESTIMATE ? Flag.ESTIMATE : flag;
            added++;
        }
        TradeFlow flow = first.flow();
        out.flow(new TradeFlow(
                flow.exporter(),
                flow.importer(),
                flow.scheme(),
                flow.code(),
                flow.year(),
                flow.month(),
                flow.reportedBy(),
                value,
                weight,
                flag,
                flow.importId(),
                flow.line()));
        ignore(out, "summed-parts", added - 1);
    }

    private static void ignore(Out out, String rule, long lines) {
        out.regard(lines);
        out.note(rule, lines);
    }

    private static void refuse(Out out, Part part, Part first) {
        out.refuseLater(new Reject(
                part.line().where("cmdCode"),
                "cmdCode",
                part.line().text("cmdCode"),
                Reason.STANDS_TWICE,
                first.line().where("cmdCode")));
    }
}
