package org.monazite.app.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Table;
import org.monazite.supply.Flag;
import tools.jackson.databind.JsonNode;

/// Looks for numbers that rest on an estimate and do not say so, in one answer as JSON, as text and as CSV. JSON says
/// how
/// good every number is; the same double in a table tells which cell shows it.
final class FlagAudit {

    /// Weeks, years and counts of runs or works stand in a row whose measure is marked; budgets and limits are given,
    /// and how much was not verified is no estimate.
    private static final Set<String> COUNTS = Set.of(
            "wanted",
            "worst_week",
            "first_empty_week",
            "first_short_week",
            "dry",
            "members",
            "runs",
            "start_year",
            "full_year",
            "works",
            "decisions",
            "rank",
            "threshold",
            "budget_usd",
            "unverified");

    /// Columns of the brief that say what was asked for, not what was found.
    private static final Set<String> ASKED = Set.of("Budget", "Wanted", "Target");

    private final Map<Double, Set<Flag>> flags = new HashMap<>();
    private final Set<String> hidden = new LinkedHashSet<>();
    private int figures;
    private int cells;

    private FlagAudit() {}

    /// Audits an answer.
    ///
    /// @param json the answer for programs
    /// @param weakness the flag of a figure by its id
    static FlagAudit of(JsonNode json, Function<String, Flag> weakness) {
        FlagAudit audit = new FlagAudit();
        audit.walk(json, "", null, weakness);
        return audit;
    }

    /// What is hidden, in words; empty is good.
    Set<String> hidden() {
        return hidden;
    }

    /// How many citations of figures were followed.
    int figures() {
        return figures;
    }

    /// How many cells with a number that rests on an estimate were seen.
    int cells() {
        return cells;
    }

    private void walk(JsonNode node, String path, @Nullable Flag above, Function<String, Flag> weakness) {
        if (node.isObject()) {
            Flag flag = node.path("flag").isString()
                    ? Flag.valueOf(node.path("flag").asString().toUpperCase(Locale.ROOT))
                    : above;
            lineage(node, path, flag, weakness);
            node.properties().forEach(each -> walk(each.getValue(), path + "/" + each.getKey(), flag, weakness));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "/" + i, above, weakness);
            }
        } else if (node.isNumber() && above != null && !COUNTS.contains(column(path))) {
            flags.computeIfAbsent(node.asDouble(), _ -> new TreeSet<>()).add(above);
        }
    }

    /// A number is as weak as the weakest figure that it cites.
    private void lineage(JsonNode node, String path, @Nullable Flag flag, Function<String, Flag> weakness) {
        for (JsonNode id : node.path("figures")) {
            if (!id.isString() || !id.asString().startsWith("f-")) {
                continue; // a count of figures, or an imported one
            }
            figures++;
            Flag weakest = weakness.apply(id.asString());
            if (flag == null && weakest.ordinal() >= Flag.ESTIMATE.ordinal()) {
                hidden.add("JSON %s cites %s, which is %s, and has no flag".formatted(path, id.asString(), weakest));
            } else if (flag != null && flag.and(weakest) != flag) {
                hidden.add("JSON %s is %s and cites %s, which is %s".formatted(path, flag, id.asString(), weakest));
            }
        }
    }

    private static String column(String path) {
        return path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /// Audits the tables of the same answer.
    ///
    /// @param csv its tables with exact numbers
    /// @param plain its lines with a tab between cells, in any language
    FlagAudit tables(String csv, String plain) {
        List<List<String>> shown = plain.lines()
                .filter(line -> line.contains("\t"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        int at = 0;
        for (String table : csv.split("\n\n")) {
            List<CsvRecord> records = new ArrayList<>();
            CsvReader.builder().ofCsvRecord(table.strip() + "\n").forEach(records::add);
            for (CsvRecord record : records.subList(1, records.size())) {
                if (at == shown.size()) {
                    hidden.add("CSV has more rows than the text: " + record.getFields());
                    return this;
                }
                row(records.getFirst().getFields(), record.getFields(), shown.get(at++));
            }
        }
        if (at < shown.size()) {
            hidden.add("the text has more rows than CSV: " + shown.get(at));
        }
        return this;
    }

    /// What numbers of an English brief carry no sign: cells with a share, money or tonnes, unless the caption gives
    /// the
    /// sign for all of the table, or the column says what was asked for.
    static Set<String> unsigned(String brief) {
        Set<String> found = new LinkedHashSet<>();
        for (String table : parts(brief, "<table.*?</table>")) {
            if (parts(table, "<caption>.*?</caption>").stream().anyMatch(text -> text.matches("(?s).*[●◐○◇].*"))) {
                continue;
            }
            List<String> heads = parts(table, "<th scope=\"col\".*?</th>");
            for (String row : parts(table, "<tr.*?</tr>")) {
                List<String> shown = parts(row, "<t[dh][ >].*?</t[dh]>");
                for (int i = 0; i < Math.min(shown.size(), heads.size()); i++) {
                    String cell = shown.get(i);
                    if (cell.startsWith("<td class=\"num\"")
                            && words(cell).matches("(?s).*[0-9].*(%|\\bk?t\\b).*|.*USD.*[0-9].*")
                            && !ASKED.contains(words(heads.get(i)))
                            && !cell.contains("class=\"mark flag-")) {
                        found.add(words(heads.get(i)) + ": " + words(cell));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> parts(String text, String regex) {
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String words(String markup) {
        return markup.replaceAll("<[^>]*>", "").strip();
    }

    private void row(List<String> columns, List<String> exact, List<String> shown) {
        int listed = columns.indexOf(Table.ESTIMATES);
        List<String> estimates =
                listed < 0 ? List.of() : List.of(exact.get(listed).split(";"));
        for (int i = 0; i < Math.min(shown.size(), columns.size()); i++) {
            String column = columns.get(i);
            boolean marked = shown.get(i).startsWith(Flag.ESTIMATE.mark());
            if (marked && !estimates.contains(column)) {
                hidden.add("CSV does not list %s of %s".formatted(column, exact));
            }
            if (isWeak(exact.get(i)) && !COUNTS.contains(column)) {
                cells++;
                boolean limit = shown.get(i).startsWith("<") || shown.get(i).endsWith("未満");
                if (!marked && !limit) {
                    hidden.add("the text shows %s '%s' for %s without a mark"
                            .formatted(column, shown.get(i), exact.get(i)));
                }
            }
        }
    }

    /// Whether JSON has this number, and only as an estimate. Zero and one stand for too much.
    private boolean isWeak(String exact) {
        if (!exact.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")) {
            return false;
        }
        double value = Double.parseDouble(exact);
        Set<Flag> known = flags.getOrDefault(value, Set.of());
        return value != 0
                && value != 1
                && !known.isEmpty()
                && known.stream().allMatch(flag -> flag.ordinal() >= Flag.ESTIMATE.ordinal());
    }
}
