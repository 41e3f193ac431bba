package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.supply.Flag;

/// Eurostat Comext: what members of the European Union say of their trade, by eight-digit code of the Combined
/// Nomenclature. Imports from outside the Union stand under their origin, trade inside under where goods were sent
/// from.
///
/// Lines of one flow under several customs procedures are summed; in older files regime 4 is their sum. Totals of
/// partners are never added up; the Union as
/// reporter is taken where no member speaks of the flow. Northern Ireland and the rest of the United Kingdom are parts
/// of `GB`. Codes with letters hide what must not be seen. Values are euros and stay euros.
final class Comext implements Rule {

    /// The Union as reporter.
    static final String UNION = "EU27";

    private static final Set<String> TOTALS = Set.of("WORLD", "TOTAL", "EXTRA_EU", "INTRA_EU");

    /// Codes of the Union's list of countries that are no codes of ISO 3166 or mean another place there.
    private static final Map<String, String> OWN = Map.of("EL", "GRC", "UK", "GBR", "XS", "SRB", "EU27_2020", UNION);

    /// Parts of `GB` that stand beside it since 2021.
    private static final Set<String> PARTS = Set.of("XI", "XU");

    private static final String EURO = "EUR";

    private final Lexicon lexicon;
    private final String importId;
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();
    private final Set<List<String>> byMembers = new TreeSet<>(Comext::compare);
    private ComextLayout layout = ComextLayout.BULK;

    Comext(Lexicon lexicon, String importId) {
        this.lexicon = lexicon;
        this.importId = importId;
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join(" ", one).compareTo(String.join(" ", other));
    }

    /// Lines of one flow.
    private static final class Group {
        private final List<Line> lines = new ArrayList<>();
        private final Set<String> said = new TreeSet<>();
        private final List<Line> totals = new ArrayList<>();
        private double euros;
        private double tonnes;
        private boolean isWeighed = true;

        /// From here on the line of all procedures speaks, and no other.
        void replace(double allEuros, double allTonnes) {
            euros = allEuros;
            tonnes = allTonnes;
            isWeighed = allTonnes > 0;
        }
    }

    @Override
    public List<String> columns(List<String> cells, List<String> above) {
        return ComextLayout.names(cells);
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        layout = ComextLayout.of(name, header);
    }

    @Override
    public void take(Line line, Out out) {
        layout.check(line);
        String code = line.need(layout.product());
        String flow = line.need(layout.flow());
        if (!flow.matches("[1-9]")) {
            throw line.problem(layout.flow(), Reason.UNKNOWN_WORD, "1, 2");
        }
        int[] period = layout.period(line);
        double amount = layout.amount(line);
        String reporter = place(line, layout.reporter());
        String partner = place(line, layout.partner());
        String passed = passed(line, code, flow, reporter, partner);
        if (!passed.isEmpty()) {
            out.ignore(passed);
        } else if (Double.isNaN(amount) || (amount == 0 && !layout.isSdmx())) {
            out.ignore(layout.isConfidential(line) ? "confidential" : "no-trade");
        } else {
            add(line, List.of(reporter, partner, code, flow, period[0] + "", period[1] + ""));
            out.pend();
        }
    }

    /// The rule by which a line is passed over; empty where it is none.
    private static String passed(Line line, String code, String flow, String reporter, String partner) {
        if (code.matches("(000)?TOTAL|[0-9]{2}|[0-9]{4}|[0-9]{6}")) {
            return "other-digits";
        }
        if (code.matches("(?=.*[A-Z])[0-9A-Z_]{2,12}")) {
            return "confidential";
        }
        if (!code.matches("[0-9]{8}") || !HsCodes.hasChapter(code)) {
            throw line.problem(
                    line.has("product") ? "product" : "PRODUCT_NC",
                    Reason.UNKNOWN_CODE,
                    code.matches("[0-9]{7}") ? "0" + code : "");
        }
        if (partner.equals(UNION) || partner.equals("total") || reporter.equals("total")) {
            return "world-row";
        }
        if (partner.equals("part") || reporter.equals("part")) {
            return "part-of-aggregate";
        }
        if (partner.isEmpty()) {
            return "no-place";
        }
        if (!flow.equals("1") && !flow.equals("2")) {
            return "other-flow";
        }
        return reporter.equals(partner) ? "own-goods" : "";
    }

    /// A place; `total`, `part`, or empty where the code means no place that the atlas holds.
    private String place(Line line, String column) {
        String code = line.need(column);
        if (OWN.containsKey(code)) {
            return OWN.getOrDefault(code, "");
        }
        if (TOTALS.contains(code) || code.matches("(EU|EA|EXT_|INT_)[A-Z0-9_]{0,20}")) {
            return "total";
        }
        if (PARTS.contains(code)) {
            return "part";
        }
        if (lexicon.twoLetters(code).isPresent()) {
            return lexicon.twoLetters(code).orElseThrow();
        }
        if (!code.matches("[QX][A-Z]|[A-Z]{2}") || column.equals(layout.reporter())) {
            throw line.problem(column, Reason.UNKNOWN_PLACE, "DE, CN, WORLD");
        }
        return ""; // stores, secret and unspecified countries, places without a row in the atlas
    }

    private void add(Line line, List<String> key) {
        Group group = groups.computeIfAbsent(key, _ -> new Group());
        if (!group.said.add(layout.procedure(line))) {
            Line first = group.lines.isEmpty() ? group.totals.getFirst() : group.lines.getFirst();
            throw line.problem(layout.product(), Reason.STANDS_TWICE, first.where(layout.product()));
        }
        if (!key.getFirst().equals(UNION)) {
            byMembers.add(key.subList(1, key.size()));
        }
        if (layout.isOfAllProcedures(line)) {
            group.totals.add(line);
            return;
        }
        double euros = layout.euros(line);
        double tonnes = layout.tonnes(line);
        group.lines.add(line);
        group.euros += Double.isNaN(euros) ? 0 : euros;
        group.tonnes += Double.isNaN(tonnes) ? 0 : tonnes;
        group.isWeighed &= layout.isSdmx() || tonnes > 0;
    }

    /// Where a line states the sum over all procedures, it counts alone; a sum below its parts is none.
    private void total(Group group, Out out) {
        for (Line line : group.totals) {
            double euros = layout.euros(line);
            if (group.euros > euros + group.lines.size()) { // each may be rounded by one
                out.refuseLater(line.problem("VALUE_IN_EUROS", Reason.SUM_DIFFERS, Double.toString(group.euros))
                        .reject());
                continue;
            }
            int parts = group.lines.size();
            if (parts > 0) {
                out.regard(parts);
                out.note("part-of-aggregate", parts);
            }
            group.lines.clear();
            group.lines.add(line);
            group.replace(euros, layout.tonnes(line));
        }
    }

    @Override
    public void end(Out out) {
        groups.forEach((key, group) -> {
            total(group, out);
            int lines = group.lines.size();
            boolean isTotal = key.getFirst().equals(UNION) && byMembers.contains(key.subList(1, key.size()));
            if (isTotal || !(group.euros > 0)) {
                out.regard(lines);
                out.note(isTotal ? "world-row" : "no-trade", lines);
                return;
            }
            out.flow(flow(key, group));
            if (!layout.isSdmx()) { // there value and weight are two lines of one flow, both taken
                out.regard(lines - 1);
                out.note("summed-parts", lines - 1);
            }
        });
        groups.clear();
    }

    private TradeFlow flow(List<String> key, Group group) {
        boolean imports = key.get(3).equals("1");
        String reporter = key.get(0);
        String partner = key.get(1);
        return new TradeFlow(
                imports ? partner : reporter,
                imports ? reporter : partner,
                NationalList.EUCN8.name(),
                key.get(2),
                Integer.parseInt(key.get(4)),
                Integer.parseInt(key.get(5)),
                imports ? "importer" : "exporter",
                group.euros,
                group.isWeighed && group.tonnes > 0 ? group.tonnes : Double.NaN,
                Flag.NONE,
                importId,
                group.lines.getFirst().number(),
                EURO);
    }
}
