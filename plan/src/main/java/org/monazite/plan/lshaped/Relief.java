package org.monazite.plan.lshaped;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

/// Decides for what rows of episodes were short of: a small model over the columns of the first stage that
/// these rows name, with all else as it is.
final class Relief implements Repair, AutoCloseable {

    private static final double SLACK = 1e-9;
    private static final double[] NOTHING = {};

    private final Split split;
    private final int[] inFirst;
    private final int[] inEpisode;
    private final int[] free; // columns of the first stage
    private final int[] isFree; // by column of the first stage: its index among the free ones; -1 elsewhere
    private final int[] rows; // of the model: those of the first stage, then those that may be short
    private final int[] partOf; // by row: its episode; -1 in the first stage
    private final Session session;

    private Relief(Split split, TreeMap<Integer, Integer> shortRows, Highs highs) {
        this.split = split;
        inFirst = split.inFirst();
        inEpisode = split.inEpisode();
        TreeSet<Integer> named = new TreeSet<>();
        shortRows.keySet().forEach(row -> visit(row, at -> named.add(inFirst[at])));
        named.remove(-1);
        TreeSet<Integer> own = new TreeSet<>();
        TreeSet<Integer> wider = new TreeSet<>(named);
        for (int row : split.rows) {
            if (names(row, named)) {
                own.add(row);
                visit(row, at -> wider.add(inFirst[at]));
            }
        }
        for (int row : split.rows) {
            if (names(row, wider)) {
                own.add(row);
            }
        }
        free = wider.stream().mapToInt(Integer::intValue).toArray();
        isFree = new int[split.columns.length];
        Arrays.fill(isFree, -1);
        for (int each = 0; each < free.length; each++) {
            isFree[free[each]] = each;
        }
        rows = new int[own.size() + shortRows.size()];
        partOf = new int[rows.length];
        int at = 0;
        for (int row : own) {
            partOf[at] = -1;
            rows[at++] = row;
        }
        for (var entry : shortRows.entrySet()) {
            partOf[at] = entry.getValue();
            rows[at++] = entry.getKey();
        }
        session = highs.open(model());
    }

    /// Relief for a model that was taken apart.
    static Relief of(Split split, Structure structure, Highs highs) {
        TreeMap<Integer, Integer> shortRows = new TreeMap<>();
        for (int part = 0; part < split.parts.size(); part++) {
            for (int row : split.parts.get(part).rows) {
                if (!Double.isNaN(structure.priceOfShort(split.model, row))) {
                    shortRows.put(row, part);
                }
            }
        }
        return new Relief(split, shortRows, highs);
    }

    private void visit(int row, java.util.function.IntConsumer visitor) {
        for (int term = 0; term < split.model.terms(row); term++) {
            visitor.accept(split.model.column(row, term));
        }
    }

    private boolean names(int row, TreeSet<Integer> some) {
        boolean[] found = {false};
        visit(row, at -> found[0] |= some.contains(inFirst[at]));
        return found[0];
    }

    private Model model() {
        Model small = new Model();
        for (int column : free) {
            int at = split.columns[column];
            small.column(split.model.columnKey(at), split.model.low(at), split.model.high(at), split.model.cost(at));
        }
        for (int row : rows) {
            Row open = small.row(row);
            for (int term = 0; term < split.model.terms(row); term++) {
                int at = inFirst[split.model.column(row, term)];
                if (at >= 0 && isFree[at] >= 0) {
                    open.plus(isFree[at], split.model.coefficient(row, term));
                }
            }
            open.between(split.model.rowLow(row), split.model.rowHigh(row));
        }
        return small;
    }

    @Override
    public double[] of(double[] decision, List<Cut> cuts) {
        if (free.length == 0) {
            return decision;
        }
        double[] low = new double[rows.length];
        double[] high = new double[rows.length];
        for (int each = 0; each < rows.length; each++) {
            double held = held(rows[each], partOf[each], decision, cuts);
            low[each] = split.model.rowLow(rows[each]) - held - SLACK;
            high[each] = split.model.rowHigh(rows[each]) - held + SLACK;
        }
        session.rowBounds(low, high);
        Solution solution = session.run(Limits.EXACT);
        if (solution.status() != Status.OPTIMAL) {
            return NOTHING;
        }
        double[] mended = decision.clone();
        for (int each = 0; each < free.length; each++) {
            mended[free[each]] = solution.value(each);
        }
        return mended;
    }

    @Override
    public double weight(Cut cut) {
        double sum = 0;
        for (int term = 0; term < cut.columns.length; term++) {
            sum += isFree[cut.columns[term]] < 0 ? 0 : Math.abs(cut.slopes[term]);
        }
        return sum;
    }

    @Override
    public boolean canTakeIn() {
        return true;
    }

    @Override
    public Inside inside(int episode) {
        return Inside.of(split, split.parts.get(episode), inFirst, inEpisode);
    }

    /// What a row comes to without the columns that are free.
    private double held(int row, int part, double[] decision, List<Cut> cuts) {
        double sum = 0;
        for (int term = 0; term < split.model.terms(row); term++) {
            int at = split.model.column(row, term);
            int first = inFirst[at];
            if (first < 0) {
                sum += split.model.coefficient(row, term) * cuts.get(part).plan(inEpisode[at]);
            } else if (isFree[first] < 0) {
                sum += split.model.coefficient(row, term) * decision[first];
            }
        }
        return sum;
    }

    @Override
    public void close() {
        session.close();
    }
}
