package org.monazite.plan.lshaped;

/// The columns and rows of an episode as a master takes them in.
final class Inside {

    final double[] cost;
    final double[] low;
    final double[] high;
    final int[] starts;
    final int[] columns; // of the first stage, or -1 - index for a column of the episode
    final double[] coefficients;
    final double[] rowLow;
    final double[] rowHigh;

    private Inside(int size, int rows, int terms) {
        cost = new double[size];
        low = new double[size];
        high = new double[size];
        starts = new int[rows];
        rowLow = new double[rows];
        rowHigh = new double[rows];
        columns = new int[terms];
        coefficients = new double[terms];
    }

    static Inside of(Split split, Split.Part part, int[] inFirst, int[] inEpisode) {
        int terms = 0;
        for (int row : part.rows) {
            terms += split.model.terms(row);
        }
        Inside inside = new Inside(part.columns.length, part.rows.length, terms);
        for (int each = 0; each < part.columns.length; each++) {
            inside.cost[each] = split.model.cost(part.columns[each]);
            inside.low[each] = split.model.low(part.columns[each]);
            inside.high[each] = split.model.high(part.columns[each]);
        }
        int at = 0;
        for (int each = 0; each < part.rows.length; each++) {
            int row = part.rows[each];
            inside.starts[each] = at;
            inside.rowLow[each] = split.model.rowLow(row);
            inside.rowHigh[each] = split.model.rowHigh(row);
            for (int term = 0; term < split.model.terms(row); term++) {
                int column = split.model.column(row, term);
                inside.columns[at] = inFirst[column] < 0 ? -1 - inEpisode[column] : inFirst[column];
                inside.coefficients[at++] = split.model.coefficient(row, term);
            }
        }
        return inside;
    }
}
