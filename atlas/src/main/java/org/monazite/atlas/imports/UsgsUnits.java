package org.monazite.atlas.imports;

import java.util.Locale;
import java.util.regex.Pattern;

/// The units of the Mineral Commodity Summaries, in words. What stands before a comma or bracket counts: `metric tons,
/// contained rare-earth-oxide (REO) equivalent`.
final class UsgsUnits {

    private static final String MANY = "(?:thousand |thousands of |million |billion )?";
    private static final String MASS =
            "metric(?: dry)? tons?|dry metric tons?|tons?|tonnes?|short tons|long tons|kilograms?|grams?|milligrams"
                    + "|pounds|troy ounces|carats|flasks";
    private static final String OTHER =
            "cubic (?:meters|feet)|square meters|liters|barrels|bricks|pieces|items|units|number|employees|persons"
                    + "|dollars|u\\.?s\\.? dollars|days|weeks|years";
    private static final String PER =
            "(?:dollars|cents|u\\.?s\\.? dollars) per [0-9]{0,4}[ -]?(?:dry )?(?:metric|short|long)?[a-z ]{3,40}";
    private static final Pattern UNIT =
            Pattern.compile(MANY + "(?:" + MASS + "|" + OTHER + ")|" + PER + "|percent(?: of .{3,60})?|ratio|index");

    private UsgsUnits() {}

    /// Whether a text is a unit of this source.
    static boolean isUnit(String text) {
        String words = text.toLowerCase(Locale.ROOT).split("[,(]", 2)[0].strip();
        return words.length() <= 80 && UNIT.matcher(words).matches();
    }

    /// Whether the numbers of a unit are parts of a hundred.
    static boolean isPercent(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("percent");
    }
}
