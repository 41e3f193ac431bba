package org.monazite.atlas.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.ImportException.Fault;
import org.monazite.atlas.imports.Out.Statement;

/// World Mining Data: a sheet for each material, with its basis in the sheet's name: `Rare Earths (REO)`,
/// `Lithium (Li2O)`. Two of the publisher's tables state the production of places: 6.4 has a column for each of five
/// years, 6.5 one year (`Production 2022`) with rank, share and concentration. The last letter of the data source says
/// how good a line is: r reported, e estimated, p provisional.
final class Wmd implements Rule {

    private static final Pattern SHEET = Pattern.compile("(?:.*!)?(?:[0-9.]+ )?([^!(]+?) ?(?:\\(([^)]+)\\).*)?");
    private static final Set<String> WORDS = Set.of("Country", "Country_Code", "Country_ISO", "unit", "data_source");

    /// Columns of table 6.5 beside the production; `Rank 2022` and the like are checked by their own pattern.
    private static final Map<String, Double> SHARES =
            Map.of("Share in %", 100.0, "Share cum.%", 100.001, "Share HHI", 10_000.0);

    private static final Pattern RANK = Pattern.compile("Rank (19|20)[0-9]{2}");
    private static final Pattern PRODUCTION = Pattern.compile("Production ((?:19|20)[0-9]{2})");

    private final Lexicon lexicon;
    private String subject = "";
    private String basis = "";

    Wmd(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public boolean isHeader(List<String> cells) {
        List<String> names = columns(cells, List.of());
        return names.contains("Country") && names.stream().anyMatch(Cells::isYear);
    }

    /// `data source` and `data_source` are one, as are `Production 2022` and `2022`, and `2022.0` of a workbook.
    @Override
    public List<String> columns(List<String> cells, List<String> above) {
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.strip();
            Matcher year = PRODUCTION.matcher(name);
            String plain = year.matches() ? year.group(1) : name.replaceFirst("^((19|20)[0-9]{2})\\.0+$", "$1");
            String joined = plain.replace(' ', '_');
            names.add(
                    WORDS.stream().filter(joined::equalsIgnoreCase).findFirst().orElse(plain));
        }
        return names;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        for (String column : header.keySet()) {
            boolean share = SHARES.containsKey(column) || RANK.matcher(column).matches();
            if (!WORDS.contains(column) && !Cells.isYear(column) && !share) {
                throw new ImportException(
                        Fault.HEADER,
                        name,
                        "+ " + Reject.shown(column) + " | Country,Country_Code,Country_ISO,2018,...,unit,data_source");
            }
        }
        if (!header.containsKey("unit")) {
            throw new ImportException(Fault.HEADER, name, "- unit | Country,...,2018,...,unit,data_source");
        }
        Matcher sheet = SHEET.matcher(name.replaceFirst("\\.csv$", ""));
        if (!sheet.matches()) {
            throw new ImportException(Fault.FILE_NAME, name, "Rare Earths (REO)");
        }
        basis = sheet.group(2) == null ? "" : sheet.group(2);
        boolean rareEarths = Cells.slug(sheet.group(1)).startsWith("rare_earth") && basis.startsWith("REO");
        subject = rareEarths ? "ree.mine" : "wmd." + Cells.slug(sheet.group(1));
    }

    @Override
    public void take(Line line, Out out) {
        String country = line.need("Country");
        if (country.toLowerCase(Locale.ROOT).matches("total|world|world total")) {
            out.ignore("total-row");
            return;
        }
        String column = line.text("Country_ISO").isEmpty() ? "Country" : "Country_ISO";
        if (lexicon.isOutside(line.text(column))) {
            out.ignore("place-outside");
            return;
        }
        String place = Cells.place(line, column, lexicon);
        Cells.samePlace(line, "Country", place, lexicon);
        code(line, place);
        shares(line);
        boolean volume = line.text("unit").equals("Mio m3"); // natural gas
        double factor = volume ? 1 : Cells.tonnesPer(line.need("unit"));
        if (Double.isNaN(factor)) {
            throw line.problem("unit", Reason.UNKNOWN_UNIT, "metr. t, kg");
        }
        Matcher flag = Pattern.compile(".*\\b([rep])").matcher(line.text("data_source"));
        String letter = flag.matches() ? flag.group(1) : "";
        for (String year : line.header().keySet()) {
            if (Cells.isYear(year) && !line.text(year).isEmpty()) {
                out.figure(
                        line,
                        year,
                        new Statement(
                                place,
                                "",
                                subject,
                                "production",
                                year,
                                Quantity.of(Cells.tonnes(line, year, factor)),
                                volume ? "million m3" : basis.isEmpty() ? "t as published" : "t " + basis,
                                letter.equals("e") ? "estimate" : "reported",
                                Out.joined(letter.equals("p") ? "provisional" : "", line.text("data_source"))));
            }
        }
    }

    /// What table 6.5 says beside the production must be sound: ranks in brackets are those of the year before.
    private static void shares(Line line) {
        for (String column : line.header().keySet()) {
            String text = line.text(column);
            if (SHARES.containsKey(column)) {
                Cells.soundNumber(line, column, 0, SHARES.getOrDefault(column, 100.0));
            } else if (RANK.matcher(column).matches() && !text.matches("\\(? *([0-9]{1,3}|\\*\\*|-)? *\\)?")) {
                throw line.problem(column, Reason.UNKNOWN_CODE, "1, (  2)");
            }
        }
    }

    /// The number of a place stands beside its name and letters; the three must be one place.
    private void code(Line line, String place) {
        String code = line.text("Country_Code");
        if (code.isEmpty()) {
            return;
        }
        String stated = code.matches("[0-9]{1,3}")
                ? lexicon.place(Integer.parseInt(code)).orElse("")
                : "-";
        boolean listed = lexicon.numericPlaces().containsValue(place); // others have a number that no list here holds
        if (stated.isEmpty() ? listed : !stated.equals(place)) {
            throw line.problem(
                    "Country_Code", stated.length() == 3 ? Reason.PLACES_DISAGREE : Reason.UNKNOWN_PLACE, place);
        }
    }
}
