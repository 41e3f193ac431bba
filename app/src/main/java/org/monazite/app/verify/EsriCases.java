package org.monazite.app.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.monazite.app.tables.Recorded;
import org.monazite.app.tables.SalesFiles;
import org.monazite.shock.esri.Esri;
import org.monazite.shock.esri.FirmRisk;
import org.monazite.shock.esri.LinkType;
import org.monazite.shock.esri.SalesNetwork;

/// Index values of an independent program: cases/shock/esri. Absolute deviations: 1e-11 with the stop of
/// the recorded
/// value and equal numbers of sweeps, 1e-9 for the accelerated calculation.
final class EsriCases {

    private static final String SUITE = "esri";
    private static final double TOLERANCE = 1e-11;
    private static final double ACCELERATED = 1e-9;
    private static final double LOOSE = 1e-2;
    private static final double TIGHT = 1e-12;
    private static final List<String> KEYS = CaseSpec.keys(
            "kernel",
            "case",
            "firms",
            "sectors",
            "edges",
            "multi_esri",
            "multi_iterations",
            "largest_stopping_error_eps1e2",
            "mean_iterations",
            "peer");

    private final CaseFolder folder;
    private final CaseSpec spec;
    private final SalesNetwork network;
    private final List<Outcome> outcomes = new ArrayList<>();

    private EsriCases(CaseFolder folder) throws IOException {
        this.folder = folder;
        this.spec = CaseSpec.of(folder, "case.json", KEYS);
        SalesFiles.Read read = SalesFiles.read(folder.input("edges.csv"));
        this.network = read.network();
        spec.counts("firms", network.firms());
        spec.counts("sectors", network.sectors());
        spec.counts("edges", network.links(), read.rows());
    }

    /// Calculates one case and compares every table that is there.
    static List<Outcome> check(CaseFolder folder) {
        try {
            EsriCases cases = new EsriCases(folder);
            if (folder.has("esri.csv")) {
                cases.alone();
            }
            if (folder.has("multi.csv")) {
                cases.together();
            }
            if (cases.outcomes.isEmpty()) {
                throw new CaseException(folder.where("case.json"), "no recorded table lies beside it");
            }
            return cases.outcomes;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the case " + folder.name(), e);
        }
    }

    private void add(String table, Worst worst, double allowed, String unit) {
        String size = "%d firms".formatted(network.firms());
        outcomes.add(new Outcome(
                SUITE, folder.name(), worst.deviation(), allowed, worst.where(), new Outcome.Table(table, size, unit)));
    }

    private static List<FirmRisk> all(SalesNetwork network, double eps) {
        return Esri.of(network)
                .all(Esri.Stop.LARGEST_CHANGE, eps, Runtime.getRuntime().availableProcessors(), done -> {});
    }

    private void alone() throws IOException {
        List<FirmRisk> loose = all(network, LOOSE);
        List<FirmRisk> tight = all(network, TIGHT);
        Map<String, ToDoubleFunction<Integer>> columns = new LinkedHashMap<>();
        columns.put("esri_eps1e-2", firm -> loose.get(firm).esri());
        columns.put("iterations_eps1e-2", firm -> loose.get(firm).sweeps());
        columns.put("esri_eps1e-12", firm -> tight.get(firm).esri());
        columns.put("iterations_eps1e-12", firm -> tight.get(firm).sweeps());
        List<FirmRisk> essential = all(network.allOf(LinkType.ESSENTIAL), LOOSE);
        columns.put("esri_all_essential_eps1e-2", firm -> essential.get(firm).esri());
        List<FirmRisk> nonEssential = all(network.allOf(LinkType.NON_ESSENTIAL), LOOSE);
        columns.put(
                "esri_all_nonessential_eps1e-2", firm -> nonEssential.get(firm).esri());
        for (Map.Entry<String, ToDoubleFunction<Integer>> column : columns.entrySet()) {
            boolean sweeps = column.getKey().startsWith("iterations");
            add(
                    column.getKey(),
                    compare(column.getKey(), column.getValue()),
                    sweeps ? 0 : TOLERANCE,
                    sweeps ? "sweeps" : "absolute");
        }
        List<FirmRisk> fast = Esri.of(network)
                .all(Esri.Stop.CONVERGED, 1e-10, Runtime.getRuntime().availableProcessors(), done -> {});
        add("accelerated", compare("esri_eps1e-12", firm -> fast.get(firm).esri()), ACCELERATED, "absolute");
        if (spec.has("largest_stopping_error_eps1e2")) {
            Worst worst = new Worst();
            double largest = 0;
            for (int firm = 0; firm < network.firms(); firm++) {
                largest = Math.max(
                        largest,
                        Math.abs(tight.get(firm).esri() - loose.get(firm).esri()));
            }
            worst.see(Math.abs(largest - spec.number("largest_stopping_error_eps1e2")), "");
            add("largest stopping error", worst, TOLERANCE, "absolute");
        }
        if (spec.has("mean_iterations")) {
            CaseSpec means = spec.object("mean_iterations", List.of("eps1e2", "eps1e12"));
            Worst worst = new Worst();
            worst.see(Math.abs(mean(loose) - means.number("eps1e2")), "eps 1e-2");
            worst.see(Math.abs(mean(tight) - means.number("eps1e12")), "eps 1e-12");
            add("mean sweeps", worst, 1e-9, "sweeps");
        }
    }

    private static double mean(List<FirmRisk> risks) {
        double sum = 0;
        for (FirmRisk each : risks) {
            sum += each.sweeps();
        }
        return sum / risks.size();
    }

    private Worst compare(String column, ToDoubleFunction<Integer> ours) throws IOException {
        Worst worst = new Worst();
        int rows = Recorded.csv(folder.input("esri.csv"), List.of("firm", column), row -> {
            int firm = network.find(row.text("firm")).orElseThrow(() -> row.wrong("problem.firm.unknown", "firm"));
            worst.see(Math.abs(ours.applyAsDouble(firm) - row.number(column)), "firm " + row.text("firm"));
        });
        if (rows != network.firms()) {
            worst.see(Double.NaN, "%d rows for %d firms".formatted(rows, network.firms()));
        }
        return worst;
    }

    private void together() throws IOException {
        Map<Integer, Double> psi = new LinkedHashMap<>();
        List<String> columns = List.of("firm", "psi", "h_down_final", "h_up_final");
        Recorded.csv(folder.input("multi.csv"), columns, row -> {
            double part = row.number("psi");
            if (!(part >= 0 && part <= 1)) {
                throw row.wrong("problem.cell.share", "psi");
            }
            psi.put(network.find(row.text("firm")).orElseThrow(() -> row.wrong("problem.firm.unknown", "firm")), part);
        });
        Esri.Outcome found = Esri.of(network).scenario(psi, Esri.Stop.LARGEST_CHANGE, TIGHT);
        for (String column : List.of("h_down_final", "h_up_final")) {
            List<Double> ours = column.equals("h_down_final") ? found.down() : found.up();
            Worst worst = new Worst();
            Recorded.csv(folder.input("multi.csv"), columns, row -> {
                int firm = network.find(row.text("firm")).orElseThrow();
                worst.see(Math.abs(ours.get(firm) - row.number(column)), "firm " + row.text("firm"));
            });
            add("multi " + column, worst, TOLERANCE, "absolute");
        }
        Worst worst = new Worst();
        if (spec.has("multi_esri")) {
            worst.see(Math.abs(found.risk().esri() - spec.number("multi_esri")), "");
            add("multi esri", worst, TOLERANCE, "absolute");
        }
        if (spec.has("multi_iterations")) {
            Worst sweeps = new Worst();
            sweeps.see(Math.abs(found.risk().sweeps() - spec.whole("multi_iterations")), "");
            add("multi iterations", sweeps, 0, "sweeps");
        }
    }
}
