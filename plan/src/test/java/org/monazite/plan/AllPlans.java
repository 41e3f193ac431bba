package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.OrTools;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.World;

/// Every plan of a small question, one linear program each, solved by GLOP: no search, no bound, no other solver
/// than this one. Money is counted here from modules, contracts and flows, not by the code that is tested.
final class AllPlans {

    static final Solver GLOP = OrTools.load();
    private static final double NONE = 1e-6; // kt a year
    private static final double LATER = 0.3; // weight of the later assessed year, as the methods say

    private final World world;
    private final PlanModel plan;

    AllPlans(World world, PlanModel plan) {
        this.world = world;
        this.plan = plan;
    }

    /// One plan.
    record Each(List<Integer> modules, Solution solution) {}

    /// Every plan whose rows have a solution, in order.
    List<Each> of(Model rows) {
        List<Each> all = new ArrayList<>();
        visit(rows.relaxed(), new ArrayList<>(), (modules, solution) -> all.add(new Each(modules, solution)));
        return all;
    }

    /// The plan with the smallest objective.
    Each best(Model rows) {
        Each best = null;
        for (Each each : of(rows)) {
            if (best == null || each.solution().objective() < best.solution().objective()) {
                best = each;
            }
        }
        if (best == null) {
            throw new IllegalStateException("No plan fits the rows.");
        }
        return best;
    }

    private void visit(Model rows, List<Integer> chosen, BiConsumer<List<Integer>, Solution> visitor) {
        int candidate = chosen.size();
        if (candidate == world.candidates().size()) {
            Solution solution = settled(rows);
            if (solution.hasPlan()) {
                visitor.accept(List.copyOf(chosen), solution);
            }
            return;
        }
        int column = plan.around().modules(candidate);
        double low = rows.low(column);
        double high = rows.high(column);
        boolean whole = world.candidates().get(candidate).whole();
        for (int modules = whole ? (int) Math.ceil(low - 1e-9) : 0; modules <= (whole ? high + 1e-9 : 0); modules++) {
            if (whole) {
                rows.bounds(column, modules, modules);
            }
            chosen.add(modules);
            visit(rows, chosen, visitor);
            chosen.removeLast();
        }
        rows.bounds(column, low, high);
    }

    /// The rows with every contract nothing, or at least what is worth its paper: both are tried where one is too
    /// small.
    private Solution settled(Model rows) {
        Solution solution = GLOP.solve(rows, Limits.NONE);
        for (int o = 0; solution.hasPlan() && o < world.offtakes().size(); o++) {
            int column = plan.around().contract(o);
            double least = Math.min(world.offtakes().get(o).least(), rows.high(column));
            double kt = solution.value(column);
            if (rows.low(column) <= 0 && kt > NONE && kt < least * (1 - 1e-6)) {
                Model without = rows.copy();
                without.bounds(column, 0, 0);
                Model with = rows.copy();
                with.bounds(column, least, rows.high(column));
                Solution one = settled(without);
                Solution other = settled(with);
                boolean first = one.hasPlan() && !(other.hasPlan() && other.objective() < one.objective());
                return first ? one : other;
            }
        }
        return solution;
    }

    /// Cost of the decisions of a solution, M USD a year.
    double cost(Solution solution) {
        Around around = plan.around();
        double cost = 0;
        for (int c = 0; c < world.candidates().size(); c++) {
            cost += world.candidates().get(c).yearly() * solution.value(around.modules(c));
        }
        for (int o = 0; o < world.offtakes().size(); o++) {
            cost += world.offtakes().get(o).premium() * solution.value(around.contract(o));
        }
        return cost;
    }

    /// Value at risk of some partners in a ban, M USD a year.
    double loss(Flows flows, List<String> partners) {
        double loss = 0;
        double growth = world.growth().get(flows.episode().year());
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected() && partners.contains(sale.place())) {
                double got = flows.made()[sale.node()] / flows.episode().length();
                loss += world.chain().nodes().get(sale.node()).value() * (sale.base() * growth - got);
            }
        }
        return loss;
    }

    /// Expected value at risk of some partners, M USD a year.
    double expected(Solution solution, List<String> partners) {
        double expected = 0;
        for (Flows flows : plan.flows(solution)) {
            if (flows.episode().ban().isPresent()) {
                expected += chance(flows.episode()) * loss(flows, partners);
            }
        }
        return expected;
    }

    static double chance(Episode episode) {
        double weight = episode.year() == 0 ? 1 : LATER;
        return weight * episode.ban().orElseThrow().probability();
    }

    /// What all partners bear, M USD a year.
    double money(Solution solution) {
        return cost(solution) + expected(solution, world.partners());
    }
}
