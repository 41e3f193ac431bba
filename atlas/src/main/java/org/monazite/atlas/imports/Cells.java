package org.monazite.atlas.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.monazite.supply.Nearest;

/// Cells as numbers, places, products, dates. What does not fit ends the line with a reason.
final class Cells {

    /// Workbooks and programs store up to 17 digits and as many zeros before them: `0.00012345678901234567`.
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,25})?([eE][-+]?[0-9]{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]{1,12})?");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Pattern SPAN = Pattern.compile("((19|20)[0-9]{2})\\s?[-–]\\s?((19|20)?[0-9]{2})");

    /// Factors to tonnes.
    private static final Map<String, Double> TONNES = Map.ofEntries(
            Map.entry("t", 1.0),
            Map.entry("tonne", 1.0),
            Map.entry("tonnes", 1.0),
            Map.entry("metric tons", 1.0),
            Map.entry("metric ton", 1.0),
            Map.entry("metr t", 1.0),
            Map.entry("kt", 1e3),
            Map.entry("thousand metric tons", 1e3),
            Map.entry("thousand tonnes", 1e3),
            Map.entry("million metric tons", 1e6),
            Map.entry("thousand metric dry tons", 1e3),
            Map.entry("metric dry tons", 1.0),
            Map.entry("1000 metr t", 1e3),
            Map.entry("mio metr t", 1e6),
            Map.entry("ct", 2e-7),
            Map.entry("kg", 1e-3),
            Map.entry("kilograms", 1e-3),
            Map.entry("kilogram", 1e-3),
            Map.entry("g", 1e-6));

    /// No money, mass or count of this field is larger.
    static final double MOST = 1e15;

    static final double MOST_TONNES = 1e13;

    private Cells() {}

    /// Whether a text is a number as people and programs write them: `1,270`, `0.5`, `-3e4`.
    static boolean isNumber(String text) {
        return PLAIN.matcher(text).matches() || GROUPED.matcher(text).matches();
    }

    static double parse(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }

    /// A number of any sign.
    static double number(Line line, String column) {
        String text = line.need(column);
        if (!isNumber(text)) {
            throw line.problem(column, Reason.NOT_A_NUMBER, "");
        }
        double number = parse(text);
        if (Math.abs(number) > MOST) {
            throw line.problem(column, Reason.OUT_OF_RANGE, "at most 1e15");
        }
        return number;
    }

    /// A mass in tonnes: a quantity times the tonnes in its unit. The largest reserves on earth are a thousandth of
    /// what is refused.
    ///
    /// @param factor tonnes in a unit
    static double tonnes(Line line, String column, double factor) {
        double tonnes = quantity(line, column) * factor;
        if (tonnes > MOST_TONNES) {
            throw line.problem(column, Reason.OUT_OF_RANGE, "at most 1e13 t");
        }
        return tonnes;
    }

    /// A column that is not taken but must be sound: empty, or a number of zero or more.
    static void soundQuantity(Line line, String column) {
        if (!line.text(column).isEmpty()) {
            quantity(line, column);
        }
    }

    /// A column that is not taken but must be sound: empty, or a number in a range.
    static void soundNumber(Line line, String column, double least, double most) {
        if (!line.text(column).isEmpty()) {
            double number = number(line, column);
            if (number < least || number > most) {
                throw line.problem(column, Reason.OUT_OF_RANGE, least + " ... " + most);
            }
        }
    }

    /// The place that a column names beside another. A name that no list holds must share a word with the place's
    /// own names: sources write `Russia, Asia`.
    ///
    /// @param place what the other column said
    static void samePlace(Line line, String column, String place, Lexicon lexicon) {
        String text = line.text(column);
        Set<String> named = lexicon.places(text);
        if (!named.isEmpty() && !named.contains(place)) {
            throw line.problem(column, Reason.PLACES_DISAGREE, String.join(", ", named));
        }
        if (named.isEmpty() && !text.isEmpty() && !lexicon.mayBe(text, place)) {
            throw line.problem(column, Reason.UNKNOWN_PLACE, () -> lexicon.nearestPlace(text));
        }
    }

    /// A number of zero or more.
    static double quantity(Line line, String column) {
        double number = number(line, column);
        if (number < 0) {
            throw line.problem(column, Reason.NEGATIVE, "");
        }
        return number;
    }

    /// A number of more than zero.
    static double positive(Line line, String column) {
        double number = number(line, column);
        if (!(number > 0)) {
            throw line.problem(column, Reason.NOT_POSITIVE, "");
        }
        return number;
    }

    static boolean isYear(String text) {
        return YEAR.matcher(text).matches();
    }

    /// A year `2024` or a span `2021-24`, as period `2024` or `2021/2024`.
    static String period(Line line, String column) {
        String text = line.need(column);
        if (isYear(text)) {
            return text;
        }
        var span = SPAN.matcher(text);
        if (span.matches()) {
            String end =
                    span.group(3).length() == 4 ? span.group(3) : span.group(1).substring(0, 2) + span.group(3);
            if (Integer.parseInt(end) > Integer.parseInt(span.group(1))) {
                return span.group(1) + "/" + end;
            }
        }
        throw line.problem(column, Reason.NOT_A_PERIOD, "");
    }

    /// A date `2024-03-31` of the years 1900 to 2099.
    static LocalDate date(Line line, String column) {
        String text = line.need(column);
        try {
            if (text.matches("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw line.problem(column, Reason.NOT_A_DATE, "2024-03-31");
        }
        throw line.problem(column, Reason.NOT_A_DATE, "2024-03-31");
    }

    /// The place of a cell; `ROW` and `WLD` included.
    static String place(Line line, String column, Lexicon lexicon) {
        return place(line, column, line.need(column), lexicon);
    }

    /// The place of a part of a cell.
    static String place(Line line, String column, String name, Lexicon lexicon) {
        Set<String> places = lexicon.places(name);
        if (places.isEmpty()) {
            throw line.problem(column, Reason.UNKNOWN_PLACE, () -> lexicon.nearestPlace(name));
        }
        if (places.size() > 1) {
            throw line.problem(column, Reason.AMBIGUOUS_PLACE, String.join(", ", places));
        }
        return places.iterator().next();
    }

    /// The place of a numeric code.
    static String numericPlace(Line line, String column, Lexicon lexicon) {
        String text = line.need(column);
        if (!text.matches("[0-9]{1,3}")) {
            throw line.problem(column, Reason.UNKNOWN_PLACE, "");
        }
        return lexicon.place(Integer.parseInt(text)).orElseThrow(() -> line.problem(column, Reason.UNKNOWN_PLACE, ""));
    }

    /// The product of a cell.
    static String product(Line line, String column, Lexicon lexicon) {
        String name = line.need(column);
        Set<String> products = lexicon.products(name);
        if (products.isEmpty()) {
            throw line.problem(column, Reason.UNKNOWN_PRODUCT, () -> lexicon.nearestProduct(name));
        }
        if (products.size() > 1) {
            throw line.problem(column, Reason.AMBIGUOUS_PRODUCT, String.join(", ", products));
        }
        return products.iterator().next();
    }

    /// Tonnes per unit; NaN for a unit that is no mass.
    static double tonnesPer(String unit) {
        return TONNES.getOrDefault(
                unit.toLowerCase(Locale.ROOT).replace(".", "").strip(), Double.NaN);
    }

    /// A word that may stand here, as it is written in the list.
    static String oneOf(Line line, String column, Set<String> words) {
        String text = line.need(column);
        for (String word : words) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw line.problem(
                column,
                Reason.UNKNOWN_WORD,
                () -> Nearest.of(text, new TreeSet<>(words)).orElse(String.join(", ", new TreeSet<>(words))));
    }

    /// A text as part of an id: letters and digits, `_` between.
    static String slug(String text) {
        String slug = Lexicon.key(text).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return slug.length() > 60 ? slug.substring(0, 60) : slug;
    }
}
