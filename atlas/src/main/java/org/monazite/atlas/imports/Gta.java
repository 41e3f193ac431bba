package org.monazite.atlas.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.Out.Statement;

/// Global Trade Alert, list of interventions: one line a measure, lists inside quoted cells. A measure that goes on
/// has no date of removal. Each imposing place gets one dated statement.
final class Gta implements Rule {

    static final List<String> HEADER = List.of(
            "Intervention ID",
            "Intervention URL",
            "State Act ID",
            "State Act URL",
            "State Act Title",
            "GTA Evaluation",
            "Implementing Jurisdictions",
            "Implementation Level",
            "Eligible Firm",
            "Intervention Type",
            "Mast Chapter",
            "Affected Sectors",
            "Affected Products",
            "Affected Jurisdictions",
            "Is Horizontal",
            "Date Announced",
            "Date Implemented",
            "Date Removed",
            "Is In Force");

    private static final int MOST_TEXT = 4_000;

    private final Lexicon lexicon;
    private final Map<String, String> seen = new HashMap<>();

    Gta(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        TableReader.exactly(name, header, HEADER);
    }

    /// A measure on all goods lists some 6,000 codes in one cell.
    @Override
    public int mostChars() {
        return 2 * Limits.CELL_CHARS;
    }

    @Override
    public void take(Line line, Out out) {
        String id = line.need("Intervention ID");
        if (!id.matches("[0-9]{1,9}")) {
            throw line.problem("Intervention ID", Reason.UNKNOWN_CODE, "");
        }
        if (seen.containsKey(id)) {
            throw line.problem("Intervention ID", Reason.STANDS_TWICE, seen.getOrDefault(id, ""));
        }
        line.need("State Act Title");
        if (!line.text("Is Horizontal").isEmpty()) {
            Cells.oneOf(line, "Is Horizontal", Set.of("Yes", "No", "1", "0", "True", "False"));
        }
        LocalDate announced = Cells.date(line, "Date Announced");
        String begins = line.text("Date Implemented").isEmpty() ? "" : Cells.date(line, "Date Implemented") + "";
        String ends = line.text("Date Removed").isEmpty() ? "" : Cells.date(line, "Date Removed") + "";
        if (!ends.isEmpty() && ends.compareTo(begins.isEmpty() ? announced + "" : begins) < 0) {
            throw line.problem("Date Removed", Reason.DATES_DISAGREE, begins);
        }
        Cells.oneOf(line, "Is In Force", Set.of("Yes", "No", "1", "0", "True", "False"));
        Cells.oneOf(line, "GTA Evaluation", Set.of("Red", "Amber", "Green"));
        String products = line.text("Affected Products");
        StringBuilder codes = new StringBuilder();
        for (String stated : list(products)) {
            String code = HsCodes.padded(stated); // the publisher writes 30111 for 0301.11
            if (!code.matches("[0-9]{6}") || !HsCodes.hasChapter(code)) {
                throw line.problem("Affected Products", Reason.UNKNOWN_CODE, "280530, 811292");
            }
            codes.append(codes.isEmpty() ? "" : ", ").append(code);
        }
        StringBuilder affected = new StringBuilder();
        List<String> imposing = list(line.need("Implementing Jurisdictions"));
        String imposes = imposing.size() == 1 ? place(line, "Implementing Jurisdictions", imposing.getFirst()) : "";
        for (String name : list(line.text("Affected Jurisdictions"))) {
            if (lexicon.isOutside(name)) {
                out.note("place-outside", 1);
                continue;
            }
            String place = place(line, "Affected Jurisdictions", name);
            if (place.equals(imposes)) {
                throw line.problem("Affected Jurisdictions", Reason.SELF_TRADE, "");
            }
            affected.append(' ').append(place);
        }
        String remark = "HS %s; affected%s; announced %s; %s"
                .formatted(codes, affected, announced, line.text("GTA Evaluation"));
        seen.put(id, line.where("Intervention ID"));
        for (String place : imposing) {
            out.figure(
                    line,
                    "State Act Title",
                    new Statement(
                            place(line, "Implementing Jurisdictions", place),
                            "",
                            "gta." + id,
                            "intervention: " + line.need("Intervention Type"),
                            (begins.isEmpty() ? announced + "" : begins) + "/" + ends,
                            Quantity.none("TEXT"),
                            "",
                            "reported",
                            remark.length() > MOST_TEXT ? remark.substring(0, MOST_TEXT) + " ..." : remark));
        }
    }

    /// A place by the name that this source gives it: its list has `Congo` beside `DR Congo`.
    private String place(Line line, String column, String name) {
        return Cells.place(line, column, name.equals("Congo") ? "Congo (Brazzaville)" : name, lexicon);
    }

    /// The parts of a list, between commas or semicolons; "Korea, Republic of" keeps its comma in quotes of its own.
    private static List<String> list(String text) {
        return java.util.Arrays.stream(text.split(text.contains(";") ? ";" : ","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
