package org.monazite.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.equations.Around;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;

/// Money of a plan as a treasury reads it: lines and what is used of them, starts and what they wait for, what comes
/// back.
final class MoneyReport {

    private static final double LEAST = 1e-6; // M USD, modules
    private static final double SAVES = 1e-6; // US dollars a year per US dollar

    private final World world;
    private final Search.Found found;
    private final Solver solver;
    private final List<Decision> decisions;

    MoneyReport(World world, Search.Found found, Solver solver, List<Decision> decisions) {
        this.world = world;
        this.found = found;
        this.solver = solver;
        this.decisions = List.copyOf(decisions);
    }

    Money money() {
        Funding funding = world.spec().rules().funding();
        if (!funding.isDetailed()) {
            return Money.OPEN;
        }
        double[] worth = worth(funding);
        List<Money.Used> lines = new ArrayList<>();
        for (int k = 0; k < worth.length; k++) {
            BudgetLine line = funding.lines().get(k);
            lines.add(new Money.Used(line, used(line), worth[k]));
        }
        return new Money(lines, starts(lines), back());
    }

    /// What the plan takes of a line, US dollars.
    private double used(BudgetLine line) {
        double used = 0;
        for (Decision decision : decisions) {
            for (Payment payment : decision.payments()) {
                used += line.partner().equals(payment.partner()) && line.limits(payment.instrument(), payment.year())
                        ? payment.usd()
                        : 0;
            }
        }
        return used;
    }

    /// By line, from the duals of the plan's rows with its modules held and starts free to be divided.
    private double[] worth(Funding funding) {
        Around around = found.plan().around();
        Model rows = around.held(found.solution()).relaxed();
        for (int c = 0; c < world.candidates().size(); c++) {
            if (world.candidates().get(c).whole()) {
                double modules = found.choice().modules()[c];
                rows.bounds(around.modules(c), modules, modules);
            }
        }
        Solution solution = solver.solve(rows, Limits.NONE);
        double[] worth = new double[funding.lines().size()];
        for (int k = 0; k < worth.length; k++) {
            OptionalInt row = around.line(k);
            double saves = row.isPresent() && solution.hasDuals() ? -solution.dual(row.getAsInt()) : Double.NaN;
            worth[k] = saves < SAVES ? 0 : saves;
        }
        return worth;
    }

    private List<Money.Start> starts(List<Money.Used> lines) {
        List<Money.Start> starts = new ArrayList<>();
        for (Decision decision : decisions) {
            int c = world.indexOf(decision.id());
            if (c >= 0 && Starts.isTimed(world, c)) {
                starts.add(start(decision, c, lines));
            }
        }
        return starts;
    }

    private Money.Start start(Decision decision, int c, List<Money.Used> lines) {
        Candidate candidate = world.candidates().get(c);
        double unit = candidate.isStock() ? candidate.tonnes() : 1;
        double[] started = found.choice().started()[c];
        TreeMap<Integer, Double> modules = new TreeMap<>();
        for (int k = 0; k < started.length; k++) {
            if (started[k] > LEAST) {
                modules.put(Starts.first(world, c) + k, started[k] * unit);
            }
        }
        int earliest = Starts.first(world, c);
        List<BudgetLine> waits = new ArrayList<>();
        if (!modules.isEmpty() && modules.firstKey() > earliest) {
            Set<BudgetLine> general = new LinkedHashSet<>();
            Set<BudgetLine> special = new LinkedHashSet<>();
            lines.stream()
                    .filter(each -> isShort(each, decision, c))
                    .forEach(each -> (each.line().instrument().isEmpty() ? general : special).add(each.line()));
            waits.addAll(general.isEmpty() ? special : general);
        }
        return new Money.Start(decision.id(), modules, earliest, waits);
    }

    /// True if a line leaves less than a start in the earliest year takes of it, beside what the decision takes now.
    private boolean isShort(Money.Used used, Decision decision, int c) {
        BudgetLine line = used.line();
        Candidate candidate = world.candidates().get(c);
        boolean pays = candidate.payer().isEmpty() || candidate.payer().equals(line.partner());
        boolean may = line.instrument()
                .map(instrument -> Instrument.payingFor(candidate.kind()).contains(instrument))
                .orElse(true);
        double paid = decision.paidUsd().getOrDefault(line.partner(), 0.0);
        if (!pays || !may || paid <= 0) {
            return false;
        }
        double needed = 0;
        for (int year = Starts.firstYear(world.spec()); year <= world.spec().lastYear(); year++) {
            double part = Starts.spent(world, c, Starts.first(world, c), year);
            needed += line.year().isEmpty() || line.year().getAsInt() == year ? part * paid : 0;
        }
        double own = decision.payments().stream()
                .filter(payment ->
                        payment.partner().equals(line.partner()) && line.limits(payment.instrument(), payment.year()))
                .mapToDouble(Payment::usd)
                .sum();
        return line.usd() - used.usedUsd() + own < needed - 1;
    }

    private SortedMap<String, Map<Instrument, Double>> back() {
        TreeMap<String, Map<Instrument, Double>> back = new TreeMap<>();
        for (Decision decision : decisions) {
            for (Payment payment : decision.payments()) {
                back.computeIfAbsent(payment.partner(), _ -> new EnumMap<>(Instrument.class))
                        .merge(payment.instrument(), payment.usd(), Double::sum);
            }
        }
        return back;
    }
}
