package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.text.ExitCode;
import org.monazite.plan.Equation;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The equations behind a number: rows of the plan's model with names, numbers and the solution put in.
@Command(name = "equation")
final class PlanEquation extends PlanCommand.OfChain {

    @picocli.CommandLine.Parameters(index = "0", arity = "1..*", paramLabel = "WORDS", descriptionKey = "arg.equation")
    private List<String> words = List.of();

    @Option(names = "--plan", paramLabel = "NAME", descriptionKey = "arg.plan", defaultValue = "default")
    private String name = "default";

    @Override
    protected Report report() throws IOException {
        List<String> asked = new ArrayList<>();
        words.forEach(each -> asked.addAll(List.of(each.strip().split("\\s+"))));
        Workbench workbench = session().workbench();
        PlanSpec spec = spec(workbench, name);
        Planner planner = planner(workbench, spec);
        Equation equation = refused(() -> planner.equation(spec, asked));
        Report report = begin(workbench);
        report.json().set("equation", json(equation));
        EquationWords named = new EquationWords(session());
        List<String> nodes = new ArrayList<>();
        for (String node : equation.nodes()) {
            nodes.add(named.node(node));
        }
        report.line(text("equation.title", spec.name(), equation.year(), String.join(texts().pick("; ", "、"), nodes)));
        report.line(text("equation.units"));
        for (Equation.Line line : equation.rows()) {
            String when = line.banId().isEmpty() ? text("value.none") : new PlanWords(session()).ban(line.banId());
            report.line(text(
                    "equation.row",
                    line.number(),
                    line.family(),
                    named.node(line.node()),
                    when,
                    texts().pick(line.english(), line.japanese())));
            named.row(line.text()).forEach(part -> report.line("    " + part));
            report.line("    " + text("equation.solved", line.solved()) + binding(line));
        }
        report.line(text(equation.verified() ? "answer.verified" : "answer.notverified"));
        return within(report, equation.verified() ? ExitCode.DONE : ExitCode.CHECK_FAILED);
    }

    private String binding(Equation.Line line) {
        return Math.abs(line.dualUsd()) < 1
                ? ""
                : "  " + text("equation.binds", String.format(Locale.ROOT, "%.0f", Math.abs(line.dualUsd())));
    }

    private static ObjectNode json(Equation equation) {
        ObjectNode node = Json.object();
        node.put("year", equation.year());
        node.set("nodes", Json.strings(equation.nodes()));
        node.put("units", "kt over the episode; dual: USD a year per t");
        node.put("verified", equation.verified());
        ArrayNode rows = node.putArray("rows");
        for (Equation.Line line : equation.rows()) {
            ObjectNode each = rows.addObject();
            each.put("node", line.node());
            each.put("equation", line.number());
            each.put("family", line.family());
            each.put("wordsEn", line.english());
            each.put("wordsJa", line.japanese());
            each.put("ban", line.banId());
            each.put("row", line.text());
            each.put("solved", line.solved());
            each.set("dualUsdPerTonne", Json.number(line.dualUsd()));
        }
        return node;
    }
}
