package org.monazite.atlas.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.monazite.atlas.imports.Out.Statement;

/// BGS World Mineral Statistics: columns in any order. `sdmx_code` O means that the figure is missing. What the tonnes
/// are tonnes of is said by unit, commodity and sub-commodity, or the line is refused.
final class Bgs implements Rule {

    static final List<String> HEADER = List.of(
            "x",
            "y",
            "country_trans",
            "bgs_sub_commodity_trans",
            "sdmx_code",
            "country_iso2_code",
            "erml_group",
            "sdmx_translation",
            "country_iso3_code",
            "erml_commodity",
            "units",
            "pole_of_inaccessibility_longitude",
            "erml_sub_commodity",
            "concat_table_notes_code",
            "year",
            "pole_of_inaccessibility_latitude",
            "cgi_commodity_url",
            "yearbook_table_id",
            "quantity",
            "concat_table_notes_text",
            "yearbook_table_trans",
            "bgs_commodity_code",
            "quantity_in_book_style",
            "concat_figure_notes_code",
            "bgs_statistic_type_trans",
            "bgs_commodity_trans",
            "data_precision_description",
            "concat_figure_notes_text");

    private static final Map<String, String> MEASURES =
            Map.of("production", "production", "imports", "import", "exports", "export");

    private final Lexicon lexicon;

    Bgs(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public void header(String name, Map<String, Integer> header) {
        TableReader.exactly(name, header, HEADER);
    }

    @Override
    public void take(Line line, Out out) {
        String code = line.text("sdmx_code");
        boolean missing = code.equals("O");
        if (line.text("quantity").isEmpty() && !missing) {
            return;
        }
        String column = line.text("country_iso3_code").isEmpty() ? "country_trans" : "country_iso3_code";
        if (lexicon.isOutside(line.text(column))) {
            out.ignore("place-outside");
            return;
        }
        String place = Cells.place(line, column, lexicon);
        Cells.samePlace(line, "country_trans", place, lexicon);
        Cells.soundNumber(line, "x", -180, 180);
        Cells.soundNumber(line, "y", -90, 90);
        if (!code.matches("[A-Z]?")) {
            throw line.problem("sdmx_code", Reason.UNKNOWN_CODE, "A, E, O");
        }
        String year = line.need("year").replaceFirst("-01-01(T00:00:00(\\.0+)?Z?)?$", "");
        if (!Cells.isYear(year)) {
            throw line.problem("year", Reason.NOT_A_PERIOD, "2022, 2022-01-01");
        }
        String commodity = line.need("bgs_commodity_trans");
        String part = line.text("bgs_sub_commodity_trans");
        String type = Cells.oneOf(line, "bgs_statistic_type_trans", MEASURES.keySet());
        String[] unit = line.need("units").split("\\(", 2);
        double factor = Cells.tonnesPer(unit[0].strip());
        if (Double.isNaN(factor)) {
            throw line.problem("units", Reason.UNKNOWN_UNIT, "tonnes (metric), kilograms");
        }
        Quantity quantity = missing ? Quantity.none("NA") : Quantity.of(Cells.tonnes(line, "quantity", factor));
        String subject = "bgs." + Cells.slug(commodity) + (part.isEmpty() ? "" : "." + Cells.slug(part));
        out.figure(
                line,
                missing ? "sdmx_code" : "quantity",
                new Statement(
                        place,
                        "",
                        subject,
                        MEASURES.getOrDefault(type, type),
                        year,
                        quantity,
                        "t "
                                + basis(
                                        line,
                                        unit.length > 1
                                                ? unit[1].replace(")", "").strip()
                                                : ""),
                        code.equals("E") ? "estimate" : "reported",
                        line.text("concat_figure_notes_text")));
    }

    private static String basis(Line line, String stated) {
        String words = stated.toLowerCase(Locale.ROOT);
        if (!words.isEmpty() && !words.equals("metric")) {
            return stated; // such as "metal content"
        }
        String commodity = line.text("bgs_commodity_trans").toLowerCase(Locale.ROOT);
        String part = line.text("bgs_sub_commodity_trans");
        boolean mineral =
                Set.of("lithium", "rare earth", "tantalum", "niobium").stream().anyMatch(commodity::startsWith);
        if (mineral && part.isEmpty()) {
            throw line.problem("bgs_sub_commodity_trans", Reason.BASIS_UNCLEAR, "Spodumene, Li content, REO");
        }
        return part.isEmpty() ? "as published" : "gross, " + part;
    }
}
