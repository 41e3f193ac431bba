package org.monazite.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Offtake;
import org.monazite.plan.world.Standing;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;

/// Decisions carried over into another world of the same question, in which works are late or do not come.
/// Modules stay; a contract stays as far as the plant is there to fill it; who pays, and what works on shared
/// concentrate separate, is free.
final class Carried {

    private static final double ROUNDING = 1e-6; // part of a budget

    private final Solver solver;
    private final Search search;

    Carried(Solver solver, Search search) {
        this.solver = solver;
        this.search = search;
    }

    /// Decisions in another world.
    ///
    /// @param world the other world, with room for roundings in its budgets
    /// @param choice the decisions there
    /// @param calm a year without a ban under them
    record There(World world, Choice choice, Flows calm) {}

    /// What bans cost in the other world with the decisions of this one.
    ///
    /// @param before what happens in the other world without decisions
    PlanResult.Loss loss(World from, Choice choice, World to, Search.State before) {
        There there = there(from, choice, to, before);
        Optional<Standing> standing = Optional.of(before.standing(there.world()));
        return Loss.all(
                there.world(),
                search.judge(there.world(), there.choice(), there.calm(), standing)
                        .bans());
    }

    /// The decisions of this world in the other one.
    ///
    /// @param before what happens in the other world without decisions
    There there(World from, Choice choice, World to, Search.State before) {
        PlanSpec spec = to.spec();
        TreeMap<String, Double> money = new TreeMap<>();
        spec.budgetUsd().forEach((partner, usd) -> money.put(partner, usd * (1 + ROUNDING) + 1));
        StockRules stocks = spec.rules().stocks();
        PlanRules rules = spec.rules()
                .with(PlanSpec.Traced.STEERED)
                .with(new StockRules(stocks.release(), 1, stocks.triggers())); // what was bought was bought
        World world = to.with(spec.withBudget(money).with(rules));
        List<Double> free = world.partners().stream().map(_ -> 1.0).toList();
        PlanModel plan = PlanModel.choosing(world, Attack.hurting(world, before), before.standing(world), free, 1);
        Around around = plan.around();
        Model rows = around.model().relaxed();
        around.fix(rows, same(from, choice, world));
        around.freeLines(rows);
        Solution solution = solver.solve(rows, Limits.NONE);
        if (!solution.hasPlan()) {
            throw new IllegalStateException("The plan fits no other world: " + solution.status());
        }
        Choice carried = around.choice(solution);
        return new There(world, carried, search.calm(world, before, carried, free));
    }

    private static Choice same(World from, Choice choice, World to) {
        double[] modules = new double[to.candidates().size()];
        for (int c = 0; c < modules.length; c++) {
            int there = from.indexOf(to.candidates().get(c).id());
            modules[c] = there < 0
                    ? 0
                    : Math.min(choice.modules()[there], to.candidates().get(c).most());
        }
        return new Choice(
                modules,
                contracts(from, choice, to),
                to.nothing().separated(),
                to.nothing().paid(),
                starts(from, choice, to, modules),
                to.noMoney());
    }

    /// Starts by their years, no sooner than the other world allows; of modules that are fewer there the first ones.
    private static double[][] starts(World from, Choice choice, World to, double[] modules) {
        double[][] started = to.noStarts();
        for (int c = 0; c < started.length; c++) {
            int there = from.indexOf(to.candidates().get(c).id());
            double left = modules[c];
            for (int k = 0; there >= 0 && k < choice.started()[there].length; k++) {
                int year = Starts.first(from, there) + k;
                int at = Math.clamp(year - Starts.first(to, c), 0, Math.max(0, started[c].length - 1));
                double many = Math.min(left, choice.started()[there][k]);
                left -= many;
                if (at < started[c].length) {
                    started[c][at] += many;
                }
            }
            if (started[c].length > 0) {
                started[c][started[c].length - 1] += left;
            }
        }
        return started;
    }

    /// Contracts by their ids; where a plant can fill less, all on it shrink alike.
    private static double[] contracts(World from, Choice choice, World to) {
        Map<String, Double> wanted = new TreeMap<>();
        for (int o = 0; o < choice.contracts().length; o++) {
            wanted.put(from.offtakes().get(o).id(), choice.contracts()[o]);
        }
        Map<Integer, Double> bySupplier = new TreeMap<>();
        for (Offtake each : to.offtakes()) {
            bySupplier.merge(each.supplier(), wanted.getOrDefault(each.id(), 0.0), Double::sum);
        }
        double[] contracts = new double[to.offtakes().size()];
        for (int o = 0; o < contracts.length; o++) {
            Offtake each = to.offtakes().get(o);
            double most =
                    each.most().stream().mapToDouble(Double::doubleValue).min().orElse(0);
            double sum = bySupplier.getOrDefault(each.supplier(), 0.0);
            double part = sum > most ? most / sum : 1;
            contracts[o] = wanted.getOrDefault(each.id(), 0.0) * part;
        }
        return contracts;
    }
}
