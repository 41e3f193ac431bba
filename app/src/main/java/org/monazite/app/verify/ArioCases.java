package org.monazite.app.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.monazite.app.tables.MrioFiles;
import org.monazite.app.tables.Recorded;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.ario.Ario;
import org.monazite.shock.ario.ArioDayView;
import org.monazite.shock.ario.ArioEvent;
import org.monazite.shock.ario.ArioRules;
import org.monazite.shock.ario.ArioRun;
import org.monazite.shock.ario.MrioTable;
import org.monazite.shock.ario.OrderRule;

/// Runs recorded with BoARIO: cases/shock/ario. Deviations relative to normal output of the industry,
/// stocks to the
/// normal stock, unmet final demand to the demand of the column; allowed is 1e-9, up to `compare_to_step`.
final class ArioCases {

    private static final String SUITE = "ario";
    private static final double TOLERANCE = 1e-9;
    private static final double YEAR = 365;
    private static final List<String> KEYS = CaseSpec.keys(
            "kernel",
            "case",
            "model",
            "steps",
            "steps_run_by_peer",
            "days_per_year",
            "inventory_days",
            "psi",
            "restoration_days",
            "alpha_base",
            "alpha_max",
            "alpha_tau_days",
            "order_rule",
            "event",
            "productive_capital",
            "peer",
            "compare_to_step");
    private static final List<String> EVENT_KEYS = List.of(
            "kind",
            "peer_occurrence",
            "first_step",
            "last_full_step",
            "recovery",
            "recovery_days",
            "rebuild_days",
            "impact",
            "impact_unit");

    private final CaseFolder folder;
    private final CaseSpec spec;
    private final MrioTable table;
    private final Ario model;
    private final double stockDays;
    private final List<ArioEvent> events;
    private final int steps;
    private final int last;

    private ArioCases(CaseFolder folder) throws IOException {
        this.folder = folder;
        this.spec = CaseSpec.of(folder, "case.json", KEYS);
        this.table = MrioFiles.read(
                folder.input("Z.csv"),
                folder.input("Y.csv"),
                folder.has("x.csv") ? Optional.of(folder.input("x.csv")) : Optional.empty(),
                MrioFiles.Rules.AS_PUBLISHED);
        if (spec.number("days_per_year", YEAR) != YEAR) {
            throw spec.wrong("days_per_year");
        }
        this.steps = spec.whole("steps");
        this.last = spec.whole("compare_to_step", steps - 1);
        ArioRules rules = rules();
        this.stockDays = rules.inventoryDays();
        this.model = Ario.of(table, rules);
        this.events = spec.has("event") ? List.of(event(spec.object("event", EVENT_KEYS))) : List.of();
    }

    /// Plays one case and compares every table that is there.
    static List<Outcome> check(CaseFolder folder) {
        try {
            return new ArioCases(folder).compare();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the case " + folder.name(), e);
        }
    }

    private ArioRules rules() {
        boolean base = spec.choice("model", List.of("ARIO-psi", "ARIO-base")).equals("ARIO-base");
        ArioRules usual = ArioRules.DEFAULT;
        try {
            return new ArioRules(
                    base ? ArioRules.Model.BASE : ArioRules.Model.PSI,
                    spec.number("inventory_days", usual.inventoryDays()),
                    base ? 1 : spec.number("psi", usual.psi()),
                    base ? 1 : spec.number("restoration_days", usual.restorationDays()),
                    spec.number("alpha_base", usual.overtimeBase()),
                    spec.number("alpha_max", usual.overtimeMost()),
                    spec.number("alpha_tau_days", usual.overtimeDays()),
                    spec.choice("order_rule", List.of("alt", "noalt")).equals("alt")
                            ? OrderRule.BY_CAPACITY
                            : OrderRule.FIXED_SHARES);
        } catch (IllegalArgumentException e) {
            throw spec.refused(e);
        }
    }

    private ArioEvent event(CaseSpec event) {
        boolean capital = event.choice("kind", List.of("capital loss, recovery", "capacity share"))
                .equals("capital loss, recovery");
        event.choice("recovery", List.of("linear"));
        if (event.has("rebuild_days")) {
            throw event.wrong("rebuild_days");
        }
        if (event.has("impact_unit")) {
            event.choice("impact_unit", List.of(capital ? "capital, table units" : "share of capacity"));
        }
        Map<String, Double> capitals = spec.numbers("productive_capital");
        Map<Integer, Double> shares = new TreeMap<>();
        event.numbers("impact").forEach((name, loss) -> {
            int industry = table.find(name).orElseThrow(() -> unknown(name));
            double whole = capital ? capitals.getOrDefault(name, 0.0) : 1;
            if (whole > 0 && loss != 0) {
                shares.put(industry, loss / whole);
            }
        });
        try {
            return new ArioEvent(
                    capital ? ArioEvent.Kind.CAPITAL : ArioEvent.Kind.CAPACITY,
                    shares,
                    event.whole("first_step"),
                    event.whole("last_full_step"),
                    event.number("recovery_days"));
        } catch (IllegalArgumentException e) {
            throw event.refused(e);
        }
    }

    private Problem unknown(String name) {
        return Problem.unknown(
                ExitCode.INPUT,
                "kind.industry",
                name,
                folder.where("case.json") + " /event/impact",
                table.industries());
    }

    private interface Value {
        double of(ArioDayView view, int number);
    }

    private List<Outcome> compare() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        industries(outcomes, "production_realised", "production", ArioDayView::made);
        industries(outcomes, "production_capacity", "capacity", ArioDayView::capacity);
        industries(outcomes, "intermediate_demand", "orders", ArioDayView::ordered);
        if (folder.has("final_demand_unmet.csv")) {
            double[] scale = new double[table.consumers().size()];
            for (int consumer = 0; consumer < scale.length; consumer++) {
                scale[consumer] = Math.abs(table.finalDemand(consumer)) / YEAR;
            }
            outcomes.add(table("final_demand_unmet", "unmet", table.consumers(), scale, ArioDayView::unmet));
        }
        if (folder.has("inputs_stocks.csv")) {
            outcomes.add(stocks());
        }
        if (outcomes.isEmpty()) {
            throw new CaseException(folder.where("case.json"), "no recorded table lies beside it");
        }
        return outcomes;
    }

    private void industries(List<Outcome> outcomes, String file, String name, Value value) throws IOException {
        if (folder.has(file + ".csv")) {
            double[] scale = new double[table.size()];
            for (int industry = 0; industry < scale.length; industry++) {
                scale[industry] = table.output(industry) / YEAR;
            }
            outcomes.add(table(file, name, table.industries(), scale, value));
        }
    }

    /// One row for each step.
    private Outcome table(String file, String name, List<String> columns, double[] scale, Value value)
            throws IOException {
        Worst worst = new Worst();
        List<String> needed = new ArrayList<>(columns);
        needed.add("step");
        try (Player player = new Player()) {
            int rows = Recorded.csv(folder.input(file + ".csv"), needed, row -> {
                int step = row.whole("step");
                if (step <= last) {
                    ArioDayView view = player.at(row, step);
                    for (int i = 0; i < scale.length; i++) {
                        double off = Math.abs(value.of(view, i) - row.number(columns.get(i)));
                        worst.see(off / (scale[i] == 0 ? 1 : scale[i]), "step %d %s".formatted(step, columns.get(i)));
                    }
                }
            });
            if (name.equals("production")) { // the other tables may be recorded for the first steps alone
                player.reached(file + ".csv", rows);
            }
            return outcome(name, worst, rows, name.equals("unmet") ? "of demand" : "of X0");
        }
    }

    /// One row for each step and input sector, a column for each industry.
    private Outcome stocks() throws IOException {
        Worst worst = new Worst();
        List<String> needed = new ArrayList<>(table.industries());
        needed.addAll(List.of("step", "input"));
        double[][] scale = new double[table.sectors().size()][table.size()];
        for (int sector = 0; sector < scale.length; sector++) {
            for (int industry = 0; industry < table.size(); industry++) {
                scale[sector][industry] = stockDays * table.inputs(sector, industry) / YEAR;
            }
        }
        try (Player player = new Player()) {
            int rows = Recorded.csv(folder.input("inputs_stocks.csv"), needed, row -> {
                int step = row.whole("step");
                int sector = table.sectors().indexOf(row.text("input"));
                if (sector < 0) {
                    throw row.wrong("problem.sector.unknown", "input");
                }
                if (step <= last) {
                    ArioDayView view = player.at(row, step);
                    for (int i = 0; i < table.size(); i++) {
                        double base = scale[sector][i] == 0 ? 1 : scale[sector][i];
                        double off = Math.abs(view.stock(sector, i) - row.number(table.industry(i)));
                        worst.see(off / base, "step %d %s of %s".formatted(step, row.text("input"), table.industry(i)));
                    }
                }
            });
            return outcome("stocks", worst, rows, "of n a X0");
        }
    }

    private Outcome outcome(String name, Worst worst, int rows, String unit) {
        return new Outcome(
                SUITE,
                folder.name(),
                rows == 0 ? Double.NaN : worst.deviation(),
                TOLERANCE,
                worst.where(),
                new Outcome.Table(name, "%d steps".formatted(last + 1), unit));
    }

    /// A run that is moved on to the step of each row.
    private final class Player implements AutoCloseable {

        private final ArioRun run = model.start(events, 1);
        private ArioDayView view = run.next();

        ArioDayView at(Recorded row, int step) {
            if (step < view.step() || step >= Math.max(steps, 1)) {
                throw row.wrong("problem.cell.step", "step", steps);
            }
            while (view.step() < step) {
                view = run.next();
            }
            return view;
        }

        /// Refuses a table that ends before the last step: it was cut off.
        void reached(String file, int rows) {
            if (rows > 0 && view.step() < last) {
                throw Problem.of(
                        ExitCode.INPUT, "problem.case.count", folder.where(file), "steps", last + 1, view.step() + 1);
            }
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
