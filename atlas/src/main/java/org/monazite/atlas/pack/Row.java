package org.monazite.atlas.pack;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.monazite.supply.Citation;
import org.monazite.supply.Confidence;
import org.monazite.supply.Evidence;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// One line of a table, with typed access to its cells. An empty cell is "not stated" and never zero.
///
/// @param table name of the table
/// @param line line in its file, the header being line 1
/// @param cells text by column name
public record Row(String table, long line, Map<String, String> cells) {

    /// The text of a column; empty when not stated.
    ///
    /// @throws PackException if there is no such column
    public String text(String column) {
        String text = cells.get(column);
        if (text == null) {
            throw new PackException(table, line, column, "", "there is no such column; there are " + cells.keySet());
        }
        return text;
    }

    /// The number of a column, if stated.
    public OptionalDouble number(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                throw new PackException(table, line, column, text, "the number is not finite");
            }
            return OptionalDouble.of(value);
        } catch (NumberFormatException e) {
            throw new PackException(table, line, column, text, "this is not a number");
        }
    }

    /// The number of a column that must be stated.
    public double need(String column) {
        return number(column).orElseThrow(() -> new PackException(table, line, column, "", "a number is needed here"));
    }

    /// The whole number of a column, if stated.
    public OptionalInt integer(String column) {
        OptionalDouble number = number(column);
        return number.isPresent() ? OptionalInt.of((int) Math.round(number.getAsDouble())) : OptionalInt.empty();
    }

    /// A value with its range; where no range is stated it is the value itself.
    public Range range(String value, String low, String high) {
        double middle = need(value);
        return new Range(
                middle,
                Math.min(middle, number(low).orElse(middle)),
                Math.max(middle, number(high).orElse(middle)));
    }

    /// The parts of a column that holds a list with semicolons.
    public List<String> list(String column) {
        return Arrays.stream(text(column).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// A date, if stated; a month stands for its first day.
    public Optional<LocalDate> date(String column) {
        String text = text(column);
        return switch (text.length()) {
            case 0 -> Optional.empty();
            case 4 -> Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1));
            case 7 -> Optional.of(YearMonth.parse(text).atDay(1));
            default -> Optional.of(LocalDate.parse(text));
        };
    }

    /// How careful a reader must be with this row.
    public Flag flag() {
        return Flag.of(Confidence.of(text("confidence")), Evidence.of(text("evidence")));
    }

    /// Where the number of a column comes from.
    public Citation citation(String column) {
        boolean empty = cells.getOrDefault(column, "").isBlank(); // an empty cell is no figure
        return new Citation(
                empty ? "" : FigureIds.of(this, column),
                text("source_id"),
                table + ".csv:" + line + ":" + column,
                remark());
    }

    /// The method or note of the row: how the number was had, in the words of the pack.
    public String remark() {
        String method = cells.getOrDefault("method", "");
        String note = cells.getOrDefault("note", "");
        return method.isEmpty() ? note : note.isEmpty() ? method : method + "; " + note;
    }
}
