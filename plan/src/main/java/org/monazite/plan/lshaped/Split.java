package org.monazite.plan.lshaped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.lp.Model;

/// A model taken apart: a first stage, and for each episode the columns and rows that it has to itself.
///
/// A row that names columns of two episodes ties them together: then the one that comes first in the model
/// goes into the first stage as a whole.
final class Split {

    final Model model;
    final int[] columns; // of the first stage, by their index in the model
    final int[] rows; // of the first stage
    final List<Part> parts;

    /// What an episode has to itself.
    ///
    /// @param columns index in the model
    /// @param rows index in the model
    static final class Part {

        final int[] columns;
        final int[] rows;

        Part(int[] columns, int[] rows) {
            this.columns = columns;
            this.rows = rows;
        }
    }

    private Split(Model model, int[] columns, int[] rows, List<Part> parts) {
        this.model = model;
        this.columns = columns;
        this.rows = rows;
        this.parts = List.copyOf(parts);
    }

    /// Takes a model apart; empty if there are fewer than two episodes or one of them has integers.
    static Optional<Split> of(Model model, Structure structure) {
        int[] part = new int[model.columns()];
        TreeSet<Integer> all = new TreeSet<>();
        for (int column = 0; column < part.length; column++) {
            part[column] = structure.episode(model.columnKey(column));
            all.add(part[column]);
        }
        while (tied(model, part, all)) {} // each turn takes an episode away
        all.remove(-1);
        for (int column = 0; column < part.length; column++) {
            if (part[column] >= 0 && model.isInteger(column)) {
                return Optional.empty();
            }
        }
        return all.size() < 2 ? Optional.empty() : Optional.of(build(model, part, all));
    }

    /// Moves the first episode that is tied to another one into the first stage. Returns true if there was one.
    private static boolean tied(Model model, int[] part, TreeSet<Integer> all) {
        int gone = Integer.MAX_VALUE;
        for (int row = 0; row < model.rows(); row++) {
            int terms = model.terms(row);
            int least = Integer.MAX_VALUE;
            int most = -1;
            for (int term = 0; term < terms; term++) {
                int each = part[model.column(row, term)];
                if (each >= 0) {
                    least = Math.min(least, each);
                    most = Math.max(most, each);
                }
            }
            gone = least < most ? Math.min(gone, least) : gone;
        }
        if (gone == Integer.MAX_VALUE) {
            return false;
        }
        for (int column = 0; column < part.length; column++) {
            part[column] = part[column] == gone ? -1 : part[column];
        }
        all.remove(gone);
        return true;
    }

    private static Split build(Model model, int[] part, TreeSet<Integer> all) {
        List<Integer> columns = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        TreeMap<Integer, List<Integer>> columnsOf = new TreeMap<>();
        TreeMap<Integer, List<Integer>> rowsOf = new TreeMap<>();
        all.forEach(each -> columnsOf.put(each, new ArrayList<>()));
        all.forEach(each -> rowsOf.put(each, new ArrayList<>()));
        for (int column = 0; column < part.length; column++) {
            columnsOf.getOrDefault(part[column], columns).add(column);
        }
        for (int row = 0; row < model.rows(); row++) {
            int owner = -1;
            for (int term = 0; term < model.terms(row); term++) {
                owner = Math.max(owner, part[model.column(row, term)]);
            }
            rowsOf.getOrDefault(owner, rows).add(row);
        }
        List<Part> parts = new ArrayList<>();
        columnsOf.forEach((each, list) -> parts.add(new Part(ints(list), ints(rowsOf.getOrDefault(each, List.of())))));
        return new Split(model, ints(columns), ints(rows), parts);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /// By column of the model its index in the first stage; -1 elsewhere.
    int[] inFirst() {
        int[] index = new int[model.columns()];
        Arrays.fill(index, -1);
        number(columns, index);
        return index;
    }

    /// By column of the model its index in its episode; 0 in the first stage.
    int[] inEpisode() {
        int[] index = new int[model.columns()];
        parts.forEach(part -> number(part.columns, index));
        return index;
    }

    private static void number(int[] some, int[] index) {
        for (int each = 0; each < some.length; each++) {
            index[some[each]] = each;
        }
    }

    /// The first stage as a model of its own.
    Model first() {
        Model first = new Model();
        first.offset(model.offset());
        int[] inside = inFirst();
        copyColumns(first, columns);
        for (int row : rows) {
            var open = first.row(model.rowKey(row));
            for (int term = 0; term < model.terms(row); term++) {
                open.plus(inside[model.column(row, term)], model.coefficient(row, term));
            }
            open.between(model.rowLow(row), model.rowHigh(row));
        }
        return first;
    }

    void copyColumns(Model to, int[] some) {
        for (int column : some) {
            if (model.isInteger(column)) {
                to.integer(model.columnKey(column), model.low(column), model.high(column), model.cost(column));
            } else {
                to.column(model.columnKey(column), model.low(column), model.high(column), model.cost(column));
            }
        }
    }

    /// Less than this an episode's columns cannot cost; -infinity if that is not known from their bounds.
    double floor(Part part) {
        double floor = 0;
        for (int column : part.columns) {
            double cost = model.cost(column);
            if (cost != 0) {
                floor += Math.min(cost * model.low(column), cost * model.high(column));
            }
        }
        return Double.isNaN(floor) ? Double.NEGATIVE_INFINITY : floor;
    }
}
