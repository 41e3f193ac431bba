package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.monazite.plan.lshaped.Clock;

/// Solves capacitated facility location: small problems as one model, large ones with few of their columns.
///
/// Of a large problem the relaxation is solved first, [CflpRelaxation]. A model with the columns that look
/// useful there finds a good plan. A site whose reduced cost is above the distance between that plan and the
/// relaxation is open in no better plan, nor closed if it is as far below: without such sites the last model
/// has all columns and proves the optimum.
public final class CflpSolver {

    /// The most pairs of site and customer that are solved as one model.
    public static final int MOST_PAIRS = 20_000;

    private static final double NEAR = 0.2; // of the distance between the first plan and the relaxation
    private static final double PART = 0.4; // of the time that is left for the search of a good plan
    private static final double GOOD = 1e-4; // gap of a good plan
    private static final double[] OPEN = {0.5, 0.1, 1e-6}; // a site counts as open above this
    private static final double EPSILON = 1e-9; // relative
    private static final double ROUNDING = 1e-7; // relative
    private static final double WHOLE = 0.5;

    private final Cflp problem;
    private final Highs highs;
    private final Clock clock;
    private final double gap;
    private long iterations;

    private CflpSolver(Cflp problem, Highs highs, Limits limits) {
        this.problem = problem;
        this.highs = highs;
        this.clock = new Clock(limits.seconds());
        this.gap = limits.gap();
    }

    /// What came out.
    ///
    /// @param objective of the best plan that was found
    /// @param bound no plan costs less
    /// @param iterations of the simplex method, in all models
    public record Outcome(Status status, double objective, double bound, long iterations) {}

    /// Solves a problem whose sites together can serve all customers.
    public static Outcome solve(Cflp problem, Highs highs, Limits limits) {
        long pairs = (long) problem.capacities().size() * problem.demands().size();
        if (pairs <= MOST_PAIRS) {
            CflpSolver solver = new CflpSolver(problem, highs, limits);
            Solution found = highs.solve(problem.model(), limits);
            double objective = found.hasPlan() ? found.objective() : solver.firstCome();
            return new Outcome(
                    found.status(), objective, Math.max(found.bound(), solver.cheapest()), found.iterations());
        }
        return withFewColumns(problem, highs, limits);
    }

    /// Solves a problem in the way of large ones.
    static Outcome withFewColumns(Cflp problem, Highs highs, Limits limits) {
        return new CflpSolver(problem, highs, limits).run();
    }

    private static final class Plan {

        static final Plan NONE = new Plan(Double.POSITIVE_INFINITY, new boolean[0], new double[0][]);

        final double cost;
        final boolean[] open;
        final double[][] parts; // by customer, then by site

        Plan(double cost, boolean[] open, double[][] parts) {
            this.cost = cost;
            this.open = open;
            this.parts = parts;
        }
    }

    private Outcome run() {
        try (CflpRelaxation relaxed = new CflpRelaxation(problem, highs)) {
            Status status = relaxed.solve(clock);
            iterations = relaxed.iterations();
            if (status != Status.OPTIMAL) {
                return new Outcome(status, firstCome(), cheapest(), iterations);
            }
            Plan best = Plan.NONE;
            for (double least : OPEN) {
                best = better(best, served(relaxed.open(least)));
            }
            best = better(best, near(relaxed, best));
            return proved(relaxed, best);
        }
    }

    /// Cost of serving customers in their order, each from the cheapest sites that have something left.
    private double firstCome() {
        double[] left =
                problem.capacities().stream().mapToDouble(Double::doubleValue).toArray();
        double[] capacity = left.clone();
        double cost = 0;
        for (int customer = 0; customer < problem.demands().size(); customer++) {
            List<Double> costs = problem.costs().get(customer);
            double demand = problem.demands().get(customer);
            double wants = demand;
            int[] order = IntStream.range(0, left.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(costs::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int site : order) {
                double given = Math.min(wants, left[site]);
                left[site] -= given;
                wants -= given;
                cost += given > 0 ? costs.get(site) * given / demand : 0;
            }
        }
        boolean[] open = new boolean[left.length];
        for (int site = 0; site < left.length; site++) {
            open[site] = left[site] < capacity[site] || problem.totalDemand() == 0;
            cost += open[site] ? problem.fixedCosts().get(site) : 0;
        }
        for (int customer = 0; customer < problem.demands().size(); customer++) {
            List<Double> costs = problem.costs().get(customer);
            cost += problem.demands().get(customer) > 0
                    ? 0
                    : IntStream.range(0, open.length)
                            .filter(site -> open[site])
                            .mapToDouble(costs::get)
                            .min()
                            .orElseThrow();
        }
        return cost;
    }

    /// Less no plan costs: everybody from the cheapest site, none of which costs anything.
    private double cheapest() {
        double cost = 0;
        for (List<Double> costs : problem.costs()) {
            cost += Collections.min(costs);
        }
        return cost;
    }

    private static Plan better(Plan one, Plan other) {
        return other.cost < one.cost ? other : one;
    }

    /// The best plan of the columns that look useful, customers served anew from the sites that it opens.
    private Plan near(CflpRelaxation relaxed, Plan best) {
        if (best == Plan.NONE) {
            return best;
        }
        int[][] few = relaxed.within(NEAR * Math.max(0, best.cost - relaxed.value()));
        int[] free = new int[problem.capacities().size()];
        Arrays.fill(free, -1);
        Limits limits = new Limits(PART * clock.left(0).seconds(), Math.max(gap, GOOD));
        Solution found = highs.solve(model(few, few, free), limits);
        iterations += found.iterations();
        if (!found.hasPlan()) {
            return best;
        }
        boolean[] open = new boolean[free.length];
        for (int site = 0; site < open.length; site++) {
            open[site] = found.value(site) > WHOLE;
        }
        return served(open);
    }

    /// The best of all plans, as far as the time allows.
    private Outcome proved(CflpRelaxation relaxed, Plan best) {
        double value = relaxed.value();
        double slack = ROUNDING * Math.max(1, Math.abs(best.cost)); // of the duals
        int[] fixed = relaxed.fixed(best.cost - value + slack);
        int[][] all = all(fixed);
        Model model = model(all, relaxed.within(NEAR * Math.max(0, best.cost - value)), fixed);
        try (Session session = highs.open(model)) {
            if (best != Plan.NONE) {
                session.start(start(model, best, all));
            }
            Solution found = session.run(clock.left(gap));
            iterations += found.iterations();
            double objective = Math.min(best.cost, found.hasPlan() ? found.objective() : Double.POSITIVE_INFINITY);
            boolean answered = found.status() == Status.OPTIMAL || found.status() == Status.INFEASIBLE;
            double bound = Math.max(value, Math.min(found.bound(), objective));
            return new Outcome(answered ? Status.OPTIMAL : found.status(), objective, bound, iterations);
        }
    }

    /// Each customer's sites that are not closed for good.
    private int[][] all(int[] fixed) {
        int[] sites = IntStream.range(0, fixed.length)
                .filter(site -> fixed[site] != 0)
                .toArray();
        int[][] all = new int[problem.demands().size()][];
        Arrays.fill(all, sites);
        return all;
    }

    private static double[] start(Model model, Plan plan, int[][] sites) {
        double[] values = new double[model.columns()];
        int at = 0;
        for (; at < plan.open.length; at++) {
            values[at] = plan.open[at] ? 1 : 0;
        }
        for (int customer = 0; customer < sites.length; customer++) {
            for (int site : sites[customer]) {
                values[at++] = plan.parts[customer][site];
            }
        }
        return values;
    }

    /// The model with some columns of each customer.
    ///
    /// @param sites by customer
    /// @param kept by customer: the sites within which a row keeps it; they are not needed but help
    /// @param fixed by site: 1 if it is open, 0 if it is closed, else free
    private Model model(int[][] sites, int[][] kept, int[] fixed) {
        Model model = new Model();
        int many = fixed.length;
        List<List<int[]>> served = new ArrayList<>();
        for (int site = 0; site < many; site++) {
            double cost = problem.fixedCosts().get(site);
            model.integer(new Cflp.Open(site), fixed[site] == 1 ? 1 : 0, fixed[site] == 0 ? 0 : 1, cost);
            served.add(new ArrayList<>());
        }
        for (int customer = 0; customer < sites.length; customer++) {
            var row = model.row(new Cflp.Served(customer));
            for (int site : sites[customer]) {
                double cost = problem.costs().get(customer).get(site);
                int part = model.column(new Cflp.Part(customer, site), 0, 1, cost);
                row.plus(part);
                served.get(site).add(new int[] {customer, part});
            }
            row.equalTo(1);
        }
        var enough = model.row("enough");
        for (int site = 0; site < many; site++) {
            enough.plus(site, problem.capacities().get(site));
        }
        enough.atLeast(problem.totalDemand() * (1 - EPSILON));
        for (int site = 0; site < many; site++) {
            within(model, site, served.get(site), kept);
        }
        return model;
    }

    private void within(Model model, int site, List<int[]> served, int[][] kept) {
        var within = model.row(new Cflp.Within(site))
                .minus(site, problem.capacities().get(site));
        for (int[] each : served) {
            within.plus(each[1], problem.demands().get(each[0]));
        }
        within.atMost(0);
        for (int[] each : served) {
            boolean wantsNothing = problem.demands().get(each[0]) == 0; // so that the row above does not see it
            if (wantsNothing || Arrays.binarySearch(kept[each[0]], site) >= 0) {
                model.row(new Cflp.Only(each[0], site))
                        .plus(each[1])
                        .minus(site)
                        .atMost(0);
            }
        }
    }

    /// The cheapest way to serve everybody from some sites, more of them opened if they are not enough.
    private Plan served(boolean... wanted) {
        boolean[] open = enough(wanted);
        int[] sites = IntStream.range(0, open.length).filter(site -> open[site]).toArray();
        Model model = new Model();
        for (int customer = 0; customer < problem.demands().size(); customer++) {
            var row = model.row(new Cflp.Served(customer));
            for (int site : sites) {
                double cost = problem.costs().get(customer).get(site);
                row.plus(model.column(new Cflp.Part(customer, site), 0, 1, cost));
            }
            row.equalTo(1);
        }
        double fixed = 0;
        for (int at = 0; at < sites.length; at++) {
            fixed += problem.fixedCosts().get(sites[at]);
            var within = model.row(new Cflp.Within(sites[at]));
            for (int customer = 0; customer < problem.demands().size(); customer++) {
                within.plus(customer * sites.length + at, problem.demands().get(customer));
            }
            within.atMost(problem.capacities().get(sites[at]));
        }
        Solution plan = highs.solve(model, clock.left(0));
        iterations += plan.iterations();
        if (plan.status() != Status.OPTIMAL) {
            return Plan.NONE;
        }
        double[][] parts = new double[problem.demands().size()][open.length];
        for (int part = 0; part < model.columns(); part++) {
            parts[part / sites.length][sites[part % sites.length]] = plan.value(part);
        }
        return new Plan(fixed + plan.objective(), open, parts);
    }

    private boolean[] enough(boolean... wanted) {
        boolean[] open = wanted.clone();
        double left = problem.totalDemand();
        for (int site = 0; site < open.length; site++) {
            left -= open[site] ? problem.capacities().get(site) : 0;
        }
        List<Integer> cheapest = IntStream.range(0, open.length)
                .boxed()
                .sorted(Comparator.comparingDouble(site -> problem.fixedCosts().get(site)
                        / Math.max(Double.MIN_NORMAL, problem.capacities().get(site))))
                .toList();
        for (int site : cheapest) {
            if (left > 0 && !open[site]) {
                open[site] = true;
                left -= problem.capacities().get(site);
            }
        }
        return open;
    }
}
