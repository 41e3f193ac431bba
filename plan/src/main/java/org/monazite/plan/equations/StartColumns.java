package org.monazite.plan.equations;

import java.util.List;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;

/// When what is backed starts, where that is a decision: modules by year of their first output, stocks by year of
/// purchase. Of plans that are alike the one that starts earlier is taken.
final class StartColumns {

    private static final double LATE = 2e-4; // M USD a year per M USD and year: only decides between equals

    private final World world;
    private final Model model;
    private final int[] modules;
    private final int[][] started; // by candidate and year; none for one whose start is no decision

    /// Adds the columns and rows.
    ///
    /// @param modules columns of the candidates
    /// @param costs true if they are chosen, false if they are given
    StartColumns(World world, Model model, int[] modules, boolean costs) {
        this.world = world;
        this.model = model;
        this.modules = modules.clone();
        this.started = new int[modules.length][];
        for (int c = 0; c < started.length; c++) {
            started[c] = new int[Starts.years(world, c)];
            Candidate candidate = world.candidates().get(c);
            for (int k = 0; k < started[c].length; k++) {
                Key key = Key.of("started", c, Starts.first(world, c) + k);
                double cost = costs ? LATE * candidate.cash() * k : 0;
                started[c][k] = candidate.whole()
                        ? model.integer(key, 0, candidate.most(), cost)
                        : model.column(key, 0, candidate.most(), cost);
            }
        }
        if (costs) {
            addRows();
            addFills();
        }
    }

    private void addRows() {
        for (int c = 0; c < started.length; c++) {
            if (started[c].length > 0) {
                Row row = model.row(Key.of("starts", c)).plus(modules[c]);
                for (int column : started[c]) {
                    row.minus(column);
                }
                row.equalTo(0);
            }
        }
    }

    /// Nobody buys a stock faster than its product is made. Where the year of purchase is open, all that can be bought
    /// before the target year counts at once, and only if it could be too little.
    private void addFills() {
        List<String> products = Starts.stocked(world);
        for (int p = 0; p < products.size(); p++) {
            double most = Starts.fill(world, products.get(p));
            if (world.spec().rules().funding().isDetailed()) {
                for (int year = Starts.firstYear(world.spec());
                        year <= world.spec().lastYear();
                        year++) {
                    addFill(p, products.get(p), year, most);
                }
            } else {
                addFill(p, products.get(p), 0, most * Starts.buyingYears(world.spec()));
            }
        }
    }

    private void addFill(int p, String product, int year, double most) {
        Row row = null;
        double all = 0;
        for (int c = 0; c < started.length; c++) {
            Candidate each = world.candidates().get(c);
            int k = year - Starts.first(world, c);
            boolean here = each.isStock() && each.cash() > 0 && each.product().equals(product);
            all += here ? each.tonnes() / World.TONNES * model.high(modules[c]) : 0;
            if (here && year > 0 && k >= 0 && k < started[c].length) {
                row = (row == null ? model.row(Key.of("fill", p, year)) : row)
                        .plus(started[c][k], each.tonnes() / World.TONNES);
            }
        }
        if (row != null) {
            row.atMost(most);
        } else if (year == 0 && all > most) {
            addSize(p, product, most);
        }
    }

    private void addSize(int p, String product, double most) {
        Row row = model.row(Key.of("fill", p, 0));
        for (int c = 0; c < started.length; c++) {
            Candidate each = world.candidates().get(c);
            if (each.isStock() && each.cash() > 0 && each.product().equals(product)) {
                row.plus(modules[c], each.tonnes() / World.TONNES);
            }
        }
        row.atMost(most);
    }

    /// Visits the columns of a candidate that are at work in a calendar year, with the part of a unit that is.
    void atWork(int candidate, int year, Part visitor) {
        if (started[candidate].length == 0) {
            visitor.of(modules[candidate], world.candidates().get(candidate).part(year));
            return;
        }
        for (int k = 0; k < started[candidate].length; k++) {
            int began = Starts.first(world, candidate) + k;
            visitor.of(started[candidate][k], Starts.part(world, candidate, began, year));
        }
    }

    /// Visits the columns of a candidate with the part of the money for a unit that is spent in a calendar year.
    void spending(int candidate, int year, Part visitor) {
        for (int k = 0; k < started[candidate].length; k++) {
            double part = Starts.spent(world, candidate, Starts.first(world, candidate) + k, year);
            if (part > 0) {
                visitor.of(started[candidate][k], part);
            }
        }
    }

    /// Takes a column and a part of a unit of it.
    interface Part {
        /// @param part 0..1
        void of(int column, double part);
    }

    /// True if the start of a candidate is a decision.
    boolean isTimed(int candidate) {
        return started[candidate].length > 0;
    }

    /// The column that stands for a start of a candidate in a solution: the one with most modules, the earliest of
    /// several; the modules themselves where the start is no decision.
    int main(Solution solution, int candidate) {
        int best = started[candidate].length == 0 ? modules[candidate] : started[candidate][0];
        for (int column : started[candidate]) {
            best = solution.value(column) > solution.value(best) + 1e-9 ? column : best;
        }
        return best;
    }

    /// Fixes the starts of a candidate in a model with these columns.
    void fix(Model copy, int candidate, double[] starts) {
        for (int k = 0; k < started[candidate].length; k++) {
            copy.bounds(started[candidate][k], starts[k], starts[k]);
        }
    }

    double[][] read(Solution solution) {
        double[][] values = new double[started.length][];
        for (int c = 0; c < values.length; c++) {
            boolean whole = world.candidates().get(c).whole();
            values[c] = new double[started[c].length];
            for (int k = 0; k < values[c].length; k++) {
                double value = solution.value(started[c][k]);
                values[c][k] = whole ? Math.rint(value) : Decisions.tidy(value);
            }
        }
        return values;
    }
}
