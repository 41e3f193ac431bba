package org.monazite.pledges.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The days that a period of a text covers: `2026-04-28`, `2026-04`, `2024-Q1`, `2024-H1`, `2024`, or a Japanese
/// fiscal year such as `FY2025`, whatever words follow it.
///
/// @param first first day
/// @param last last day
public record Span(LocalDate first, LocalDate last) {

    private static final Pattern FISCAL = Pattern.compile("FY(\\d{4})(?: .*)?");
    private static final Pattern PART = Pattern.compile("(\\d{4})-([QH])([1-4])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

    /// The days of a period; empty if the text is no period.
    public static Optional<Span> of(String text) {
        try {
            return parse(text);
        } catch (DateTimeException e) {
            return Optional.empty(); // such as 2026-13
        }
    }

    private static Optional<Span> parse(String text) {
        Matcher fiscal = FISCAL.matcher(text);
        if (fiscal.matches()) {
            int year = Integer.parseInt(fiscal.group(1));
            return Optional.of(new Span(LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31)));
        }
        if (text.matches("\\d{4}")) {
            int year = Integer.parseInt(text);
            return Optional.of(new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        Matcher part = PART.matcher(text);
        if (part.matches()) {
            int months = part.group(2).equals("Q") ? 3 : 6;
            YearMonth end = YearMonth.of(Integer.parseInt(part.group(1)), months * Integer.parseInt(part.group(3)));
            return Optional.of(new Span(end.minusMonths(months - 1L).atDay(1), end.atEndOfMonth()));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            YearMonth whole = YearMonth.parse(text);
            return Optional.of(new Span(whole.atDay(1), whole.atEndOfMonth()));
        }
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            LocalDate day = LocalDate.parse(text);
            return Optional.of(new Span(day, day));
        }
        return Optional.empty();
    }

    /// Whether a day lies in it.
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
