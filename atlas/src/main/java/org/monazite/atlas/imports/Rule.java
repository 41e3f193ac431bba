package org.monazite.atlas.imports;

import java.util.List;
import java.util.Map;

/// How the lines of one format become figures. One class for each format; it holds the quirks of its source.
interface Rule {

    /// Which columns the header line must have.
    ///
    /// @param name how messages call the table
    /// @param header column by name
    /// @throws ImportException if a column is missing, or one is not known
    void header(String name, Map<String, Integer> header);

    /// Whether a row is the header line; titles may stand above it.
    default boolean isHeader(List<String> cells) {
        return true;
    }

    /// The same, where the row above it that is not empty matters.
    default boolean isHeader(List<String> cells, List<String> above) {
        return isHeader(cells);
    }

    /// The names of the columns, where the header line alone does not say them.
    ///
    /// @param cells the header line
    /// @param above the row above it that is not empty
    default List<String> columns(List<String> cells, List<String> above) {
        return cells;
    }

    /// Whether a row below the table is a remark on it and no line.
    default boolean isFooter(List<String> cells) {
        return false;
    }

    /// Whether lines end with a comma that the header line does not have, as a publisher writes them.
    default boolean endsWithComma() {
        return false;
    }

    /// Whether lines may end with empty cells beyond the last column, as spreadsheets leave them.
    default boolean isPadded() {
        return false;
    }

    /// How long a text of this source may be.
    default int mostChars() {
        return Limits.CELL_CHARS;
    }

    /// Takes what a line states, or says why it is ignored.
    ///
    /// @throws CellProblem if a cell breaks a rule
    void take(Line line, Out out);

    /// All lines were read.
    default void end(Out out) {}
}
