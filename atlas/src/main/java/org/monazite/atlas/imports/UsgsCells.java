package org.monazite.atlas.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.Out.Statement;

/// How the Mineral Commodity Summaries write numbers, units and commodities.
///
/// An em dash is zero; `W` is withheld to protect a company, `NA` not available, `E` net exporter, `XX` not
/// applicable, `s` less than half a unit; `>50`, `<25`, `820–880` and words such as Large stand as they are.
final class UsgsCells {

    private static final Pattern RANGE = Pattern.compile("([0-9][0-9,.]*)\\s?[–-]\\s?([0-9][0-9,.]*)");

    /// Words in the place of a number: `Large`, `Moderate to large`, `Variable, depending on type of product`.
    private static final Pattern WORDS = Pattern.compile(
            "(?:(?:Very )?(?:[Ll]arge|[Ss]mall)|Moderate)(?: to (?:very )?large)?|Variable, depending on [a-z,"
                    + " ]{4,60}");

    /// Commodities of which one product of the atlas is the world table.
    private static final Map<String, String> PRODUCTS = Map.ofEntries(
            Map.entry("rare earths", "ree.mine"),
            Map.entry("antimony", "sb.mine"),
            Map.entry("tin", "sn.mine"),
            Map.entry("cobalt", "co.mine"),
            Map.entry("tungsten", "w.mine"),
            Map.entry("lithium", "li.mine"),
            Map.entry("nickel", "ni.mine"),
            Map.entry("graphite (natural)", "graphite.mine"),
            Map.entry("fluorspar", "fluorspar.mine"),
            Map.entry("barite", "barite.mine"),
            Map.entry("tantalum", "ta.mine"),
            Map.entry("zinc", "zn.mine"),
            Map.entry("manganese", "mn.mine"),
            Map.entry("chromium", "cr.mine"),
            Map.entry("niobium (columbium)", "nb.mine"),
            Map.entry("beryllium", "be.mine"),
            Map.entry("vanadium", "v.mine"),
            Map.entry("yttrium", "y.mine"),
            Map.entry("indium", "in.refined"),
            Map.entry("magnesium metal", "mg.metal"),
            Map.entry("tellurium", "te.refined"),
            Map.entry("bismuth", "bi.refined"),
            Map.entry("arsenic", "as.refined"),
            Map.entry("gallium", "ga.refined"));

    private UsgsCells() {}

    /// The statement of a cell.
    static Quantity value(Line line, String column) {
        return value(line, column, line.text(column));
    }

    /// The statement of a part of a cell.
    static Quantity value(Line line, String column, String text) {
        switch (text) {
            case "—", "--" -> {
                return Quantity.of(0);
            }
            case "W", "NA" -> {
                return Quantity.none(text);
            }
            case "E" -> {
                return Quantity.none("NET_EXPORTER");
            }
            case "XX", "s" -> {
                return Quantity.none("TEXT");
            }
            default -> {}
        }
        if (WORDS.matcher(text).matches()) {
            return Quantity.none("TEXT");
        }
        if (text.startsWith(">") || text.startsWith("<")) {
            return Quantity.bound(number(line, column, text.substring(1).strip()), text.substring(0, 1));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            double low = number(line, column, range.group(1));
            double high = number(line, column, range.group(2));
            if (low >= high) {
                throw line.problem(column, Reason.OUT_OF_RANGE, "");
            }
            return Quantity.range(low, high);
        }
        return Quantity.of(number(line, column, text));
    }

    private static double number(Line line, String column, String text) {
        if (!Cells.isNumber(text)) {
            throw line.problem(column, Reason.NOT_A_NUMBER, "");
        }
        double number = Cells.parse(text);
        if (number < 0) {
            throw line.problem(column, Reason.NEGATIVE, "");
        }
        if (number > Cells.MOST) {
            throw line.problem(column, Reason.OUT_OF_RANGE, "at most 1e15");
        }
        return number;
    }

    /// A column of words: not empty, not a number.
    static String words(Line line, String column) {
        String text = line.need(column);
        if (text.codePoints().noneMatch(Character::isLetter)) {
            throw line.problem(column, Reason.UNKNOWN_WORD, "");
        }
        return text;
    }

    /// The product of a world table, or a series of the source's own.
    ///
    /// @param detail what is counted, such as `Mine production`
    static String subject(String commodity, String detail) {
        String product = PRODUCTS.getOrDefault(Lexicon.key(commodity), "");
        String words = detail.toLowerCase(Locale.ROOT);
        boolean mine = words.contains("mine") || words.startsWith("reserves");
        boolean refined = words.matches(".*(refine|smelter|primary|capacity|^production).*") && !mine;
        if (product.endsWith(".mine") ? mine : !product.isEmpty() && refined) {
            return product;
        }
        return "usgs." + Cells.slug(commodity) + (detail.isEmpty() ? "" : "." + Cells.slug(detail));
    }

    /// Takes a cell, in tonnes where its unit is a mass.
    static void figure(Line line, String column, String unitColumn, Statement statement, Lexicon lexicon, Out out) {
        boolean words = statement.quantity().qualifier().equals("TEXT"); // words have no unit
        String unit = words ? line.text(unitColumn) : line.need(unitColumn);
        if (!unit.isEmpty() && !UsgsUnits.isUnit(unit)) {
            throw line.problem(unitColumn, Reason.UNKNOWN_UNIT, "metric tons, kilograms, percent");
        }
        boolean mass = List.of("production", "capacity", "reserves").contains(statement.measure());
        boolean based = !lexicon.basis(statement.subject()).isEmpty();
        if (!unit.isEmpty() && mass && based && Double.isNaN(Cells.tonnesPer(unit.split("[,(]", 2)[0].strip()))) {
            throw line.problem(unitColumn, Reason.UNKNOWN_UNIT, "metric tons, thousand metric tons, kilograms");
        }
        inUnit(line, column, unit, statement, lexicon, out);
    }

    /// The same, where the name of the column says the unit.
    static void inUnit(Line line, String column, String unit, Statement statement, Lexicon lexicon, Out out) {
        String[] parts = unit.split("[,(]", 2);
        double factor = Cells.tonnesPer(parts[0].strip());
        String basis = lexicon.basis(statement.subject());
        String more = parts.length > 1 ? " " + parts[1].replace(")", "").strip() : "";
        String stated = Double.isNaN(factor) ? unit : basis.isEmpty() ? "t" + more : basis;
        Quantity quantity = Double.isNaN(factor)
                ? statement.quantity()
                : statement.quantity().times(factor);
        if (UsgsUnits.isPercent(unit) && quantity.high() > 100) {
            throw line.problem(column, Reason.OUT_OF_RANGE, "0-100");
        }
        if (!Double.isNaN(factor) && quantity.high() > Cells.MOST_TONNES) {
            throw line.problem(column, Reason.OUT_OF_RANGE, "at most 1e13 t");
        }
        out.figure(
                line,
                column,
                new Statement(
                        statement.place(),
                        statement.partner(),
                        statement.subject(),
                        statement.measure(),
                        statement.period(),
                        quantity,
                        stated,
                        statement.confidence(),
                        statement.remark()));
    }
}
