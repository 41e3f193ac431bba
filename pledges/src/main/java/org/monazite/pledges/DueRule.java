package org.monazite.pledges;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a due date follows from a text. The rule and its result are both kept, so that a reader can check one
/// against the other.
public sealed interface DueRule {

    /// A day that the text names.
    ///
    /// @param day the day
    record Fixed(LocalDate day) implements DueRule {}

    /// So many calendar months after signing: the same day of the month, or the last day of a shorter month.
    ///
    /// @param months at least 1
    record Months(int months) implements DueRule {}

    /// So many days after signing; the day of signing is day 0.
    ///
    /// @param days at least 1
    record Days(int days) implements DueRule {}

    /// The end of a Japanese fiscal year: fiscal year n ends on 31 March of n + 1.
    ///
    /// @param year the fiscal year
    record FiscalYearEnd(int year) implements DueRule {}

    /// The last day in time.
    ///
    /// @param signed the day of signing; not used by rules that name a day
    default LocalDate due(LocalDate signed) {
        return switch (this) {
            case Fixed(LocalDate day) -> day;
            case Months(int months) -> signed.plusMonths(months);
            case Days(int days) -> signed.plusDays(days);
            case FiscalYearEnd(int year) -> LocalDate.of(year + 1, 3, 31);
        };
    }

    /// Whether the rule counts from the day of signing.
    default boolean countsFromSigning() {
        return switch (this) {
            case Months _, Days _ -> true;
            case Fixed _, FiscalYearEnd _ -> false;
        };
    }

    /// The rule as written in a register: `2026-03-19`, `signed + 6 months`, `signed + 180 days` or
    /// `end of FY2025`.
    default String text() {
        return switch (this) {
            case Fixed(LocalDate day) -> day.toString();
            case Months(int months) -> "signed + " + months + " months";
            case Days(int days) -> "signed + " + days + " days";
            case FiscalYearEnd(int year) -> "end of FY" + year;
        };
    }

    /// The rule as a Japanese reader sees it.
    default String textJa() {
        return switch (this) {
            case Fixed _ -> "期日指定";
            case Months(int months) -> "署名から" + months + "か月";
            case Days(int days) -> "署名から" + days + "日";
            case FiscalYearEnd(int year) -> year + "年度末";
        };
    }

    /// Whether a date lies after the due date and its tolerance.
    static boolean isPast(LocalDate due, int toleranceDays, LocalDate asOf) {
        return asOf.isAfter(due.plusDays(toleranceDays));
    }

    /// Reads what [#text()] writes.
    ///
    /// @throws IllegalArgumentException if it is no rule
    static DueRule of(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        ("'%s' is no due rule.\nMaybe write 2026-03-19, 'signed + 6 months', 'signed + 180 days' or"
                                        + " 'end of FY2025'.")
                                .formatted(text)));
    }

    /// Reads what [#text()] writes; empty if it is no rule.
    static Optional<DueRule> find(String text) {
        Matcher relative =
                Pattern.compile("signed \\+ ([1-9]\\d{0,3}) (months|days)").matcher(text);
        if (relative.matches()) {
            int count = Integer.parseInt(relative.group(1));
            return Optional.of(relative.group(2).equals("months") ? new Months(count) : new Days(count));
        }
        Matcher fiscal = Pattern.compile("end of FY(\\d{4})").matcher(text);
        if (fiscal.matches()) {
            return Optional.of(new FiscalYearEnd(Integer.parseInt(fiscal.group(1))));
        }
        try {
            return Optional.of(new Fixed(LocalDate.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // not a day either
        }
    }
}
