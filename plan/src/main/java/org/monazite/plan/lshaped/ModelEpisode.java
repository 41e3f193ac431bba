package org.monazite.plan.lshaped;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

/// One episode of a model that was taken apart, in a warm instance of HiGHS of its own.
final class ModelEpisode implements Episodes {

    private final Highs highs;
    private final Model model;
    private final int columns; // without those of what rows are short of
    private final int[] links; // columns of the first stage that its rows name
    private final int[] start; // by row: its terms in the first stage
    private final int[] link; // index into links
    private final double[] value;
    private final double[] rowLow;
    private final double[] rowHigh;
    private final double[] low;
    private final double[] high;
    private final Session session;
    private @Nullable Session elastic;

    ModelEpisode(Split split, Split.Part part, int[] inFirst, int[] inEpisode, Structure structure, Highs highs) {
        this.highs = highs;
        this.columns = part.columns.length;
        Model whole = split.model;
        int rows = part.rows.length;
        start = new int[rows + 1];
        rowLow = new double[rows];
        rowHigh = new double[rows];
        low = new double[rows];
        high = new double[rows];
        links = links(whole, part, inFirst);
        int[] column = new int[terms(whole, part)];
        value = new double[column.length];
        model = new Model();
        split.copyColumns(model, part.columns);
        int linked = 0;
        for (int r = 0; r < rows; r++) {
            int row = part.rows[r];
            var open = model.row(whole.rowKey(row));
            for (int term = 0; term < whole.terms(row); term++) {
                int at = whole.column(row, term);
                double coefficient = whole.coefficient(row, term);
                if (inFirst[at] < 0) {
                    open.plus(inEpisode[at], coefficient);
                } else {
                    column[linked] = Arrays.binarySearch(links, inFirst[at]);
                    value[linked++] = coefficient;
                }
            }
            double price = structure.priceOfShort(whole, row);
            if (!Double.isNaN(price)) {
                int missing = model.column(new Short(r), 0, Double.POSITIVE_INFINITY, price);
                open.plus(missing, Double.isFinite(whole.rowLow(row)) ? 1 : -1);
            }
            start[r + 1] = linked;
            rowLow[r] = whole.rowLow(row);
            rowHigh[r] = whole.rowHigh(row);
            open.between(rowLow[r], rowHigh[r]);
        }
        link = Arrays.copyOf(column, linked);
        session = highs.open(model);
    }

    private record Short(int row) {}

    private record Missing(String side, int row) {}

    private static int[] links(Model whole, Split.Part part, int[] inFirst) {
        TreeSet<Integer> named = new TreeSet<>();
        for (int row : part.rows) {
            for (int term = 0; term < whole.terms(row); term++) {
                named.add(inFirst[whole.column(row, term)]);
            }
        }
        named.remove(-1);
        return named.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int terms(Model whole, Split.Part part) {
        int terms = 0;
        for (int row : part.rows) {
            terms += whole.terms(row);
        }
        return terms;
    }

    /// Columns of the first stage that its rows name.
    int[] links() {
        return links.clone();
    }

    @Override
    public List<Cut> solve(double[] decision, Limits limits) {
        sides(decision);
        session.rowBounds(low, high);
        Solution solution = session.run(limits);
        if (solution.status() != Status.INFEASIBLE) {
            return List.of(cut(solution, solution.status()));
        }
        if (elastic == null) {
            elastic = highs.open(elastic());
        }
        elastic.rowBounds(low, high);
        Solution missing = elastic.run(limits);
        return List.of(cut(missing, missing.status() == Status.OPTIMAL ? Status.INFEASIBLE : missing.status()));
    }

    private void sides(double[] decision) {
        for (int row = 0; row < low.length; row++) {
            double taken = 0;
            for (int at = start[row]; at < start[row + 1]; at++) {
                taken += value[at] * decision[links[link[at]]];
            }
            low[row] = rowLow[row] - taken;
            high[row] = rowHigh[row] - taken;
        }
    }

    /// The same rows, each of which may be missed at the same price, and nothing else costs.
    private Model elastic() {
        Model copy = new Model();
        for (int column = 0; column < model.columns(); column++) {
            copy.column(model.columnKey(column), model.low(column), model.high(column), 0);
        }
        for (int row = 0; row < model.rows(); row++) {
            var open = copy.row(model.rowKey(row));
            for (int term = 0; term < model.terms(row); term++) {
                open.plus(model.column(row, term), model.coefficient(row, term));
            }
            open.plus(copy.column(new Missing("+", row), 0, Double.POSITIVE_INFINITY, 1));
            open.minus(copy.column(new Missing("-", row), 0, Double.POSITIVE_INFINITY, 1));
            open.between(rowLow[row], rowHigh[row]);
        }
        return copy;
    }

    /// A unit more of the decision takes its coefficient from the sides of the rows, and a unit of a side is
    /// worth the dual.
    private Cut cut(Solution solution, Status status) {
        if (!solution.hasDuals()) {
            return Cut.none(status == Status.OPTIMAL ? Status.ERROR : status);
        }
        double[] slopes = new double[links.length];
        for (int row = 0; row < low.length; row++) {
            double dual = solution.dual(row);
            if (dual != 0) {
                for (int at = start[row]; at < start[row + 1]; at++) {
                    slopes[link[at]] -= dual * value[at];
                }
            }
        }
        double[] plan = Arrays.copyOf(solution.values(), columns);
        double cost = solution.objective();
        if (status == Status.OPTIMAL) {
            for (int column = columns; column < model.columns(); column++) {
                cost -= model.cost(column) * solution.value(column);
            }
        }
        return Cut.of(status, solution.objective(), cost, links, slopes, plan);
    }

    @Override
    public void close() {
        session.close();
        if (elastic != null) {
            elastic.close();
        }
    }
}
