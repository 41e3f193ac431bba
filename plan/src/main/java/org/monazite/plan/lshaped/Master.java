package org.monazite.plan.lshaped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;

/// The first stage with one column for the cost of each episode, which cuts press upwards.
final class Master implements AutoCloseable {

    private static final int SLACK_FOR = 20;
    private static final int NEVER_DROPPED = Integer.MIN_VALUE;
    private static final double SMALLEST = 1e-9;

    private record Theta(int episode) {}

    private final FirstStage stage;
    private final Session session;
    private final int first;
    private final int rows;
    private final boolean[] counts;
    private final boolean[] absorbed;
    private final boolean[] whole;
    private final double[] low;
    private final double[] high;
    private final List<Integer> order = new ArrayList<>(); // of those that were absorbed
    private final List<Integer> slackFor = new ArrayList<>(); // by cut: in how many solutions it did not bind

    Master(FirstStage stage, Highs highs) {
        this.stage = stage;
        first = stage.columns();
        rows = stage.model.rows();
        counts = new boolean[stage.episodes()];
        absorbed = new boolean[counts.length];
        whole = new boolean[first];
        low = new double[first];
        high = new double[first];
        for (int column = 0; column < first; column++) {
            whole[column] = stage.model.isInteger(column);
            low[column] = stage.model.low(column);
            high[column] = stage.model.high(column);
        }
        Model model = stage.model.relaxed();
        for (int episode = 0; episode < counts.length; episode++) {
            counts[episode] = stage.floors[episode] > Double.NEGATIVE_INFINITY;
            double floor = counts[episode] ? stage.floors[episode] : 0;
            double most = counts[episode] ? Double.POSITIVE_INFINITY : 0; // else it counts from its first cut on
            model.column(new Theta(episode), floor, most, counts[episode] ? stage.weights[episode] : 0);
        }
        session = highs.open(model);
    }

    boolean hasIntegers() {
        return stage.model.integers() > 0;
    }

    /// True for columns that take whole values.
    boolean isWhole(int column) {
        return whole[column];
    }

    /// Adds what all episodes say about a decision.
    void add(List<Cut> cuts, double[] decision) {
        int terms = 0;
        for (Cut cut : cuts) {
            terms += cut.columns.length + 1;
        }
        int[] starts = new int[cuts.size()];
        int[] indices = new int[terms];
        double[] coefficients = new double[terms];
        double[] sides = new double[cuts.size()];
        int at = 0;
        for (int episode = 0; episode < starts.length; episode++) {
            Cut cut = cuts.get(episode);
            starts[episode] = at;
            sides[episode] = cut.value;
            for (int term = 0; term < cut.columns.length; term++) {
                double slope = cut.slopes[term];
                if (Math.abs(slope) > SMALLEST) {
                    indices[at] = cut.columns[term];
                    coefficients[at++] = -slope;
                    sides[episode] -= slope * decision[cut.columns[term]];
                }
            }
            if (cut.status == Status.OPTIMAL) {
                indices[at] = first + episode;
                coefficients[at++] = 1;
                begin(episode);
            }
            slackFor.add(0);
        }
        double[] most = new double[sides.length];
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        session.addRows(starts, Arrays.copyOf(indices, at), Arrays.copyOf(coefficients, at), sides, most);
    }

    /// Takes an episode in with its own columns and rows: its cost is exact from now on, and its cuts say no
    /// more than what they say anyway.
    void absorb(int episode, Inside inside) {
        int columns = session.addColumns(inside.cost, inside.low, inside.high);
        int[] indices = inside.columns.clone();
        for (int term = 0; term < indices.length; term++) {
            indices[term] = indices[term] < 0 ? columns - 1 - indices[term] : indices[term];
        }
        session.addRows(inside.starts, indices, inside.coefficients, inside.rowLow, inside.rowHigh);
        for (int row = 0; row < inside.rowLow.length; row++) {
            slackFor.add(NEVER_DROPPED);
        }
        absorbed[episode] = true;
        order.add(episode);
        counts[episode] = true;
        session.cost(first + episode, 0);
    }

    /// True once every episode counts; before, an episode that earns money could make the whole cheaper than the
    /// master thinks.
    boolean countsAll() {
        for (boolean each : counts) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    boolean isAbsorbed(int episode) {
        return absorbed[episode];
    }

    private void begin(int episode) {
        if (!counts[episode]) {
            counts[episode] = true;
            session.bounds(first + episode, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            session.cost(first + episode, stage.weights[episode]);
        }
    }

    /// Holds whole columns at the values of a decision, rounded; the others stay as they are.
    void hold(double[] decision) {
        for (int column = 0; column < first; column++) {
            if (whole[column]) {
                low[column] = Math.rint(decision[column]);
                high[column] = low[column];
            }
        }
    }

    /// Lets whole columns go again.
    void letGo() {
        for (int column = 0; column < first; column++) {
            low[column] = stage.model.low(column);
            high[column] = stage.model.high(column);
        }
    }

    /// Minimises within `radius` times the scale of a centre; whole columns may take any value.
    Solution solve(double[] centre, double radius, Limits limits) {
        double[] from = new double[first];
        double[] to = new double[first];
        for (int column = 0; column < first; column++) {
            double step = radius * stage.scale[column];
            double middle = Math.min(Math.max(centre[column], low[column]), high[column]);
            from[column] = Math.max(low[column], middle - step);
            to[column] = Math.min(high[column], middle + step);
        }
        session.bounds(from, to);
        Solution solution = session.run(limits);
        if (solution.hasDuals()) {
            dropSlackCuts(solution);
        }
        return solution;
    }

    /// Minimises over everything with whole columns whole, beginning with a point if there is one.
    Solution solveWhole(Point best, Limits limits) {
        session.bounds(low, high);
        session.integers(whole);
        if (best.possible()) {
            session.start(values(best));
        }
        Solution solution = session.run(limits);
        session.integers(new boolean[first]);
        return solution;
    }

    private double[] values(Point point) {
        double[] values = Arrays.copyOf(point.decision, first + counts.length);
        for (int episode = 0; episode < counts.length; episode++) {
            values[first + episode] = point.cuts.get(episode).value;
        }
        for (int episode : order) {
            double[] plan = point.cuts.get(episode).plan;
            int at = values.length;
            values = Arrays.copyOf(values, at + plan.length);
            System.arraycopy(plan, 0, values, at, plan.length);
        }
        return values;
    }

    private void dropSlackCuts(Solution solution) {
        List<Integer> gone = new ArrayList<>();
        for (int cut = 0; cut < slackFor.size(); cut++) {
            int before = slackFor.get(cut);
            if (before != NEVER_DROPPED) {
                slackFor.set(cut, solution.dual(rows + cut) == 0 ? before + 1 : 0);
            }
            if (slackFor.get(cut) >= SLACK_FOR) {
                gone.add(cut);
            }
        }
        session.removeRows(gone.stream().mapToInt(cut -> rows + cut).toArray());
        for (int each = gone.size() - 1; each >= 0; each--) {
            slackFor.remove(gone.get(each).intValue()); // the index, not the count
        }
    }

    /// True if a value stands at the edge of the box where the column itself could go on.
    boolean atTheEdge(double[] decision, double[] centre, double radius) {
        for (int column = 0; column < first; column++) {
            double away = decision[column] - centre[column];
            boolean further = away > 0 ? decision[column] < high[column] : decision[column] > low[column];
            if (Math.abs(away) > radius * stage.scale[column] * (1 - 1e-9) && further) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        session.close();
    }
}
