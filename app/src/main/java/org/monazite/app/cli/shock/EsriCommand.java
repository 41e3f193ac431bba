package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.tables.Input;
import org.monazite.app.tables.SalesFiles;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.esri.Esri;
import org.monazite.shock.esri.FirmRisk;
import org.monazite.shock.esri.SalesNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The systemic risk index of firms of the user's own edge list.
@Command(name = "esri")
final class EsriCommand extends Task {

    /// Up to here every firm is carried to its limit unless the user says otherwise.
    private static final int SMALL = 5_000;
    private static final double CONVERGED = 1e-10;

    @Parameters(paramLabel = "FILE", descriptionKey = "arg.sales")
    private String file = "";

    @Option(names = "--eps", paramLabel = "X", descriptionKey = "opt.eps")
    private @Nullable Double eps;

    @Option(names = "--converged", descriptionKey = "opt.converged")
    private boolean converged;

    @Option(names = "--firm", paramLabel = "ID", descriptionKey = "opt.firm", split = ",")
    private List<String> firms = List.of();

    @Option(names = "--lose", paramLabel = "ID=SHARE", descriptionKey = "opt.lose.together")
    private List<String> lose = new ArrayList<>();

    @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.top", defaultValue = "15")
    private int top = 15;

    @Override
    protected Report report() throws IOException {
        if (eps != null && !(eps > 0 && eps < 1)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--eps", eps, "0", "1");
        }
        SalesFiles.Read read = SalesFiles.read(Input.of(session().path(file)));
        SalesNetwork network = read.network();
        boolean limit = converged || eps == null && (network.firms() <= SMALL || !firms.isEmpty() || !lose.isEmpty());
        double stop = eps != null ? eps : limit ? CONVERGED : Esri.PUBLISHED_STOP;
        Esri.Stop rule = limit ? Esri.Stop.CONVERGED : Esri.Stop.LARGEST_CHANGE;
        Report report = new Report(Json.object());
        report.json().put("firms", network.firms());
        report.json().put("links", network.links());
        report.json().put("sectors", network.sectors());
        report.json().put("rowsAdded", read.repeated());
        report.json().put("eps", stop);
        report.json().put("stop", limit ? "converged" : "largest change");
        report.line(text(
                "esri.title",
                file,
                numbers().count(network.firms()),
                numbers().count(network.links()),
                numbers().count(network.sectors())));
        if (read.repeated() > 0) {
            report.line(text("own.firms.added", numbers().count(read.repeated())));
        }
        report.line(text(limit ? "esri.converged" : "esri.published", stop));
        return lose.isEmpty() ? alone(report, network, rule, stop) : together(report, network, rule, stop);
    }

    private int firm(SalesNetwork network, String name) {
        return network.find(name).orElseThrow(() -> {
            List<String> names = new ArrayList<>();
            for (int each = 0; each < network.firms(); each++) {
                names.add(network.name(each));
            }
            return Problem.unknown(ExitCode.NOT_FOUND, "kind.firm", name, "", names);
        });
    }

    private Report alone(Report report, SalesNetwork network, Esri.Stop rule, double stop) {
        List<Integer> asked = new ArrayList<>();
        firms.forEach(name -> asked.add(firm(network, name.strip())));
        for (int each = 0; firms.isEmpty() && each < network.firms(); each++) {
            asked.add(each);
        }
        List<FirmRisk> risks = Esri.of(network)
                .each(
                        asked,
                        rule,
                        stop,
                        session().threads(),
                        done -> session().progress().count(done, asked.size()));
        List<Integer> order = new ArrayList<>();
        for (int at = 0; at < asked.size(); at++) {
            order.add(at);
        }
        order.sort(Comparator.comparingDouble((Integer at) -> risks.get(at).esri())
                .reversed()
                .thenComparing(at -> at));
        Table table = new Table()
                .number("rank", text("column.rank"))
                .text("firm", text("column.firm"))
                .text("sector", text("column.sector"))
                .number("esri", text("column.esri"))
                .number("sweeps", text("column.sweeps"))
                .number("stopping_error", text("column.stoperror"));
        ArrayNode array = report.json().putArray("ranking");
        for (int rank = 1; rank <= Math.min(top, order.size()); rank++) {
            int at = order.get(rank - 1);
            FirmRisk risk = risks.get(at);
            String name = network.name(asked.get(at));
            String sector = network.sector(asked.get(at));
            table.row(
                    Table.Cell.of(String.valueOf(rank), rank),
                    Table.Cell.of(name),
                    Table.Cell.of(sector),
                    Table.Cell.of("%.6f".formatted(risk.esri()), risk.esri()),
                    Table.Cell.of(String.valueOf(risk.sweeps()), risk.sweeps()),
                    Table.Cell.of("%.1e".formatted(risk.stoppingError()), risk.stoppingError()));
            ObjectNode node = array.addObject();
            node.put("rank", rank);
            node.put("firm", name);
            node.put("sector", sector);
            put(node, risk);
        }
        report.json().put("calculated", asked.size());
        double worst = 0;
        for (FirmRisk risk : risks) {
            worst = Math.max(worst, risk.stoppingError());
        }
        report.json().set("largestStoppingError", Json.number(worst));
        return report.table(table).line(text("esri.note", "%.1e".formatted(worst)));
    }

    private static void put(ObjectNode node, FirmRisk risk) {
        node.put("esri", risk.esri());
        node.put("sweeps", risk.sweeps());
        node.put("lastChange", risk.lastChange());
        node.set("stoppingError", Json.number(risk.stoppingError()));
    }

    private Report together(Report report, SalesNetwork network, Esri.Stop rule, double stop) {
        Map<Integer, Double> psi = new TreeMap<>();
        for (String each : lose) {
            int at = each.lastIndexOf('=');
            String number = at < 1 ? "" : each.substring(at + 1);
            if (!number.matches("0|1|[01]?\\.[0-9]+|1\\.0*") || Double.parseDouble(number) > 1) {
                throw Problem.of(ExitCode.USAGE, "problem.own.lose", each);
            }
            double left = 1 - Double.parseDouble(number);
            Double before = psi.put(firm(network, each.substring(0, at)), left);
            if (before != null && before != left) {
                throw Problem.of(ExitCode.USAGE, "problem.own.twice", each.substring(0, at), 1 - before, 1 - left);
            }
        }
        Esri.Outcome found = Esri.of(network).scenario(psi, rule, stop);
        put(report.json(), found.risk());
        report.line(text(
                "esri.together",
                numbers().count(psi.size()),
                "%.6f".formatted(found.risk().esri()),
                found.risk().sweeps(),
                "%.1e".formatted(found.risk().stoppingError())));
        List<Integer> order = new ArrayList<>();
        for (int firm = 0; firm < network.firms(); firm++) {
            if (Math.min(found.down().get(firm), found.up().get(firm)) < 1) {
                order.add(firm);
            }
        }
        order.sort(Comparator.comparingDouble((Integer firm) -> network.sales(firm)
                        * (1 - Math.min(found.down().get(firm), found.up().get(firm))))
                .reversed()
                .thenComparing(firm -> firm));
        Table table = new Table()
                .text("firm", text("column.firm"))
                .text("sector", text("column.sector"))
                .number("down", text("column.down"))
                .number("up", text("column.up"));
        ArrayNode array = report.json().putArray("touched");
        for (int firm : order.subList(0, Math.min(Math.max(0, top), order.size()))) {
            double down = found.down().get(firm);
            double up = found.up().get(firm);
            table.row(
                    Table.Cell.of(network.name(firm)),
                    Table.Cell.of(network.sector(firm)),
                    Table.Cell.of(numbers().share(down), down),
                    Table.Cell.of(numbers().share(up), up));
            ObjectNode node = array.addObject();
            node.put("firm", network.name(firm));
            node.put("down", down);
            node.put("up", up);
        }
        report.json().put("touchedInAll", order.size());
        return table.isEmpty() ? report : report.table(table);
    }
}
