package org.monazite.app.tables;

import java.util.List;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;

/// One row of a table and where it stands. Columns count from 1.
///
/// @param file how messages call the file
/// @param line line of the file, from 1
/// @param fields the texts of the row, without blanks around
record Row(String file, long line, List<String> fields) {

    int size() {
        return fields.size();
    }

    String text(int field) {
        return fields.get(field);
    }

    /// `file:line:column`.
    String where(int field) {
        return file + ":" + line + ":" + (field + 1);
    }

    /// A finite number.
    ///
    /// @param name what the column is called
    double number(int field, String name) {
        String text = text(field);
        double value;
        try {
            value = plain(text) ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            throw wrong("problem.cell.number", field, name);
        }
        if (!Double.isFinite(value)) {
            throw wrong("problem.cell.number", field, name);
        }
        return value;
    }

    /// Digits, signs, a point and an exponent: no `NaN`, no `0x1p3`, no `1d`.
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!(each >= '0' && each <= '9'
                    || each == '.'
                    || each == '-'
                    || each == '+'
                    || each == 'e'
                    || each == 'E')) {
                return false;
            }
        }
        return true;
    }

    /// A finite number, zero or more.
    double amount(int field, String name) {
        double value = number(field, name);
        if (value < 0) {
            throw wrong("problem.cell.negative", field, name);
        }
        return value + 0.0; // no negative zero
    }

    /// A whole number, zero or more.
    int count(int field, String name) {
        double value = amount(field, name);
        if (value != Math.rint(value) || value > 1e9) {
            throw wrong("problem.cell.whole", field, name);
        }
        return (int) value;
    }

    /// A name: not empty, not longer than 200 letters, no control characters.
    String name(int field, String name) {
        String text = text(field);
        if (text.isEmpty() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw wrong("problem.cell.name", field, name);
        }
        return text;
    }

    /// A problem with a field: its place, name and text are the first three values.
    Problem wrong(String key, int field, String name, Object... more) {
        Object[] values = new Object[3 + more.length];
        values[0] = where(field);
        values[1] = name;
        values[2] = shown(text(field));
        System.arraycopy(more, 0, values, 3, more.length);
        return Problem.of(ExitCode.INPUT, key, values);
    }

    static String shown(String text) {
        String flat = text.replaceAll("\\p{Cntrl}", "?");
        return flat.length() <= 60 ? flat : flat.substring(0, 60) + "...";
    }

    /// Refuses a row with fewer or more fields.
    void sized(int least, int most) {
        if (size() < least || size() > most) {
            throw Problem.of(
                    ExitCode.INPUT,
                    "problem.row.size",
                    file + ":" + line,
                    size(),
                    least == most ? String.valueOf(least) : least + "-" + most);
        }
    }
}
