package org.monazite.atlas.imports;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// The raw rows of a table, in order.
interface Lines {

    /// A row before its columns have names.
    ///
    /// @param number line in the file, from 1
    /// @param cells texts as they stand
    /// @param formulas columns whose cell is a formula
    record Raw(long number, List<String> cells, Set<Integer> formulas) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /// Takes one row.
    interface Taker {
        void take(Raw row);
    }

    /// Hands over all rows.
    ///
    /// @throws ImportException if the file cannot be read to its end
    void each(Taker taker) throws IOException;

    /// How messages call the table.
    String name();

    /// Whether cells are named as in a workbook.
    boolean isSheet();
}
