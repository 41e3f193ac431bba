package org.monazite.atlas.imports;

/// Why a line was refused. The texts for people are keys `import.reason.` and the name in lower case.
public enum Reason {
    /// A cell that must be filled is empty.
    MISSING,
    /// This is not a number as the source writes numbers.
    NOT_A_NUMBER,
    /// The number must be zero or more.
    NEGATIVE,
    /// The number must be more than zero.
    NOT_POSITIVE,
    /// The number lies outside the range that such numbers can have.
    OUT_OF_RANGE,
    /// This is not a year, month or span of years.
    NOT_A_PERIOD,
    /// This is not a date such as 2024-03-31.
    NOT_A_DATE,
    /// The dates contradict each other.
    DATES_DISAGREE,
    /// No place has this name or code.
    UNKNOWN_PLACE,
    /// Several places have this name.
    AMBIGUOUS_PLACE,
    /// Code and name say different places.
    PLACES_DISAGREE,
    /// No product has this name or id.
    UNKNOWN_PRODUCT,
    /// Several products have this name.
    AMBIGUOUS_PRODUCT,
    /// The unit is not one of those that the format knows.
    UNKNOWN_UNIT,
    /// The basis is not the one on which the atlas counts this product.
    BASIS_DIFFERS,
    /// The file does not say what its tonnes are tonnes of.
    BASIS_UNCLEAR,
    /// The code is not a code of this list.
    UNKNOWN_CODE,
    /// The word is not one of those that this column may hold.
    UNKNOWN_WORD,
    /// The line has more or fewer cells than the header.
    CELL_COUNT,
    /// The same quantity stands in the file twice.
    STANDS_TWICE,
    /// A place does not trade with itself.
    SELF_TRADE,
    /// The year is not the one that the file is of.
    WRONG_YEAR,
    /// The text is longer than 32 KB.
    LONG_CELL,
    /// The cell holds a control character, a mark of byte order, or a mark that turns the direction of text.
    NO_TEXT,
    /// The source has no figures of such a year yet: it is after the edition, or before the list of codes.
    YEAR_NOT_COVERED,
    /// The number is not the sum of its parts in the same line.
    SUM_DIFFERS,
    /// A formula has no stored result; formulas are not computed.
    NO_STORED_RESULT
}
