package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.monazite.plan.lshaped.Clock;

/// The relaxation of a large facility location, in which sites may be open in part and nobody is served from
/// a site by more than it is open.
///
/// Columns and rows come as they are needed: of each customer its cheapest sites, then those with a negative
/// reduced cost; and the rows that keep a part within its site when a solution breaks them. The end is the
/// optimum of the whole.
final class CflpRelaxation implements AutoCloseable {

    private static final int CHEAPEST = 8; // sites of each customer, to begin with
    private static final double BROKEN = 1e-6;
    private static final double NEGATIVE = 1e-9; // relative to the largest cost

    private final Cflp problem;
    private final Session session;
    private final int sites;
    private final int customers;
    private final int[][] column; // by customer and site; -1 for none
    private final boolean[][] kept; // by customer and site: has a row that keeps it within its site
    private final double most;
    private int columns;
    private long iterations;
    private Solution last;

    CflpRelaxation(Cflp problem, Highs highs) {
        this.problem = problem;
        sites = problem.capacities().size();
        customers = problem.demands().size();
        column = new int[customers][sites];
        kept = new boolean[customers][sites];
        double largest = 1;
        for (int customer = 0; customer < customers; customer++) {
            Arrays.fill(column[customer], -1);
            for (double cost : problem.costs().get(customer)) {
                largest = Math.max(largest, cost);
            }
        }
        most = largest;
        Model model = model(beginning());
        session = highs.open(model);
        columns = model.columns();
        last = Solution.assembled(Status.TIME_LIMIT, Double.NaN, Double.NEGATIVE_INFINITY, new double[0], 0);
    }

    /// The cheapest sites of each customer, and those of a plan with all sites open.
    private boolean[][] beginning() {
        boolean[][] chosen = new boolean[customers][sites];
        double[] left =
                problem.capacities().stream().mapToDouble(Double::doubleValue).toArray();
        for (int customer = 0; customer < customers; customer++) {
            List<Double> costs = problem.costs().get(customer);
            List<Integer> order = IntStream.range(0, sites)
                    .boxed()
                    .sorted(Comparator.comparingDouble(costs::get))
                    .toList();
            double wants = problem.demands().get(customer);
            for (int at = 0; at < sites; at++) {
                int site = order.get(at);
                double given = Math.min(wants, left[site]);
                left[site] -= given;
                wants -= given;
                chosen[customer][site] = at < CHEAPEST || given > 0;
            }
        }
        return chosen;
    }

    private Model model(boolean[][] chosen) {
        Model model = new Model();
        for (int site = 0; site < sites; site++) {
            model.column(new Cflp.Open(site), 0, 1, problem.fixedCosts().get(site));
        }
        for (int customer = 0; customer < customers; customer++) {
            var row = model.row(new Cflp.Served(customer));
            for (int site = 0; site < sites; site++) {
                if (chosen[customer][site]) {
                    double cost = problem.costs().get(customer).get(site);
                    column[customer][site] = model.column(new Cflp.Part(customer, site), 0, 1, cost);
                    row.plus(column[customer][site]);
                }
            }
            row.equalTo(1);
        }
        for (int site = 0; site < sites; site++) {
            var within = model.row(new Cflp.Within(site))
                    .minus(site, problem.capacities().get(site));
            for (int customer = 0; customer < customers; customer++) {
                if (chosen[customer][site]) {
                    within.plus(column[customer][site], problem.demands().get(customer));
                }
            }
            within.atMost(0);
        }
        return model;
    }

    /// Solves. Returns OPTIMAL, or how it ended before.
    Status solve(Clock clock) {
        while (true) {
            last = session.run(clock.left(0));
            iterations += last.iterations();
            if (last.status() != Status.OPTIMAL || !last.hasDuals()) {
                return last.status() == Status.OPTIMAL ? Status.ERROR : last.status();
            }
            if (!keep() && !price()) {
                return Status.OPTIMAL;
            }
        }
    }

    /// Adds the rows that the solution breaks. Returns true if there were some.
    private boolean keep() {
        List<int[]> broken = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            for (int site = 0; site < sites; site++) {
                int at = column[customer][site];
                if (at >= 0 && !kept[customer][site] && last.value(at) > last.value(site) + BROKEN) {
                    kept[customer][site] = true;
                    broken.add(new int[] {at, site});
                }
            }
        }
        int rows = broken.size();
        int[] starts = new int[rows];
        int[] indices = new int[2 * rows];
        double[] coefficients = new double[2 * rows];
        double[] low = new double[rows];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        for (int row = 0; row < rows; row++) {
            starts[row] = 2 * row;
            indices[2 * row] = broken.get(row)[0];
            indices[2 * row + 1] = broken.get(row)[1];
            coefficients[2 * row] = 1;
            coefficients[2 * row + 1] = -1;
        }
        session.addRows(starts, indices, coefficients, low, new double[rows]);
        return rows > 0;
    }

    /// Adds the columns that would make it cheaper. Returns true if there were some.
    private boolean price() {
        List<int[]> good = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            for (int site = 0; site < sites; site++) {
                if (column[customer][site] < 0 && reduced(customer, site) < -NEGATIVE * most) {
                    good.add(new int[] {customer, site});
                }
            }
        }
        double[] cost = good.stream()
                .mapToDouble(each -> problem.costs().get(each[0]).get(each[1]))
                .toArray();
        double[] ones = new double[cost.length];
        Arrays.fill(ones, 1);
        session.addColumns(cost, new double[cost.length], ones);
        for (int[] each : good) {
            column[each[0]][each[1]] = columns;
            session.coefficient(each[0], columns, 1);
            session.coefficient(customers + each[1], columns, problem.demands().get(each[0]));
            columns++;
        }
        return cost.length > 0;
    }

    /// Reduced cost of a part without what its own row adds to it.
    private double reduced(int customer, int site) {
        double demand = problem.demands().get(customer);
        return problem.costs().get(customer).get(site) - last.dual(customer) - demand * last.dual(customers + site);
    }

    /// What the relaxation costs.
    double value() {
        return last.objective();
    }

    long iterations() {
        return iterations;
    }

    /// Sites that are open by more than a part.
    boolean[] open(double least) {
        boolean[] open = new boolean[sites];
        for (int site = 0; site < sites; site++) {
            open[site] = last.value(site) > least;
        }
        return open;
    }

    /// For each customer the sites that look useful: whose reduced cost is within a distance, and those that
    /// have a row that keeps it within them.
    int[][] within(double distance) {
        int[][] some = new int[customers][];
        for (int customer = 0; customer < customers; customer++) {
            int each = customer;
            some[customer] = IntStream.range(0, sites)
                    .filter(site -> kept[each][site]
                            || reduced(each, site) <= distance
                            || column[each][site] >= 0 && last.value(column[each][site]) > 0)
                    .toArray();
        }
        return some;
    }

    /// By site: 1 if it is open in every plan that costs less than the relaxation and a distance, 0 if it is
    /// open in none, -1 if neither is known.
    int[] fixed(double distance) {
        int[] fixed = new int[sites];
        for (int site = 0; site < sites; site++) {
            double reduced = last.reducedCost(site);
            boolean never = reduced > distance && last.value(site) < BROKEN;
            boolean always = -reduced > distance && last.value(site) > 1 - BROKEN;
            fixed[site] = never ? 0 : always ? 1 : -1;
        }
        return fixed;
    }

    @Override
    public void close() {
        session.close();
    }
}
