package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.BalanceLine;
import org.monazite.atlas.BalanceTests;
import org.monazite.atlas.ResidualLine;
import org.monazite.atlas.balance.BalanceResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the balance did to the figures of a chain, and how well each place and stage closes.
@Command(name = "balance")
final class BalanceCommand extends Task {

    @Parameters(paramLabel = "CHAIN", descriptionKey = "arg.chain", defaultValue = "magnets")
    private String chain = "magnets";

    @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.top.each", defaultValue = "20")
    private int top = 20;

    @Override
    protected Report report() throws IOException {
        Atlas atlas = session().workbench().atlas();
        if (!atlas.chains().contains(chain)) {
            throw Problem.unknown(ExitCode.NOT_FOUND, "kind.chain", chain, "", atlas.chains());
        }
        Report report = new Report(Json.object());
        report.json().put("atlas", atlas.version());
        report.json().put("chain", chain);
        tests(report, atlas.balanceTests(chain));
        adjusted(report, atlas.balance(chain));
        new ImportedView(session(), atlas).balance(report, chain);
        residuals(report, atlas.residuals(chain));
        return report;
    }

    private static String one(double value) {
        return "%.1f".formatted(value);
    }

    private void tests(Report report, BalanceTests tests) throws IOException {
        Words words = new Words(session());
        ObjectNode node = report.json();
        node.set("objective", Json.number(tests.objective()));
        node.put("degreesOfFreedom", tests.degreesOfFreedom());
        node.set("allowed", Json.number(tests.allowed()));
        node.put("fails", tests.fails());
        node.put("notObservable", tests.notObservable());
        node.set("activeBounds", Json.strings(tests.activeBounds()));
        ArrayNode suspects = node.putArray("suspects");
        report.line(text(
                "balance.title",
                chain,
                one(tests.objective()),
                tests.degreesOfFreedom(),
                one(tests.allowed()),
                tests.figures(),
                tests.quantities(),
                tests.notObservable()));
        report.line(text(tests.fails() ? "balance.fails" : "balance.holds"));
        for (BalanceResult.Suspect suspect : tests.suspects()) {
            String tied = suspect.tied().isEmpty() ? "" : text("balance.tied", String.join(", ", suspect.tied()));
            report.line(text("balance.suspect", words.spelled(suspect.label()), one(suspect.z()), tied));
            ObjectNode each = suspects.addObject();
            each.put("figure", suspect.label());
            each.set("z", Json.number(suspect.z()));
            each.set("tied", Json.strings(suspect.tied()));
        }
        if (tests.suspects().isEmpty()) {
            report.line(text("balance.nosuspect"));
        }
    }

    private void adjusted(Report report, List<BalanceLine> lines) throws IOException {
        Words words = new Words(session());
        Table table = new Table()
                .text("quantity", text("column.about"))
                .number("published_t", text("column.before"))
                .number("balanced_t", text("column.balanced"))
                .number("sd_t", text("column.sd"))
                .number("z", text("column.z"))
                .number("figure_sd_t", text("column.sd.figure"))
                .text("why", text("column.why"))
                .text("figures", text("column.figure.ids"));
        SdWords why = new SdWords(texts(), numbers());
        ImportedView imported =
                new ImportedView(session(), session().workbench().atlas());
        ArrayNode array = report.json().putArray("adjusted");
        for (BalanceLine line : lines) {
            ObjectNode node = array.addObject();
            node.put("quantity", line.quantity());
            node.set("figures", Json.strings(line.figureIds()));
            node.set("published_t", Json.number(line.publishedTonnes()));
            node.set("balanced_t", Json.number(line.balancedTonnes()));
            node.set("sd_t", Json.number(line.sdTonnes()));
            SdWords.json(node, line.figureSdTonnes(), line.why());
            node.set("z", Json.number(line.z()));
            node.put("suspect", line.suspect());
        }
        for (BalanceLine line : lines.subList(0, shown(top, lines.size()))) {
            table.row(
                    new Table.Cell(words.spelled(line.quantity()), line.quantity()),
                    Table.Cell.of(numbers().tonnes(line.publishedTonnes()), line.publishedTonnes()),
                    Table.Cell.of(numbers().tonnes(line.balancedTonnes()), line.balancedTonnes()),
                    Table.Cell.of(numbers().tonnes(line.sdTonnes()), line.sdTonnes()),
                    Table.Cell.of(one(line.z()), line.z()),
                    Table.Cell.of(numbers().tonnes(line.figureSdTonnes()), line.figureSdTonnes()),
                    Table.Cell.of(why.of(line.why())),
                    new Table.Cell(imported.few(line.figureIds()), String.join(" ", line.figureIds())));
        }
        report.line(text("balance.adjusted")).table(table);
    }

    private void residuals(Report report, List<ResidualLine> lines) throws IOException {
        Words words = new Words(session());
        Table table = new Table()
                .text("place", text("column.place"))
                .text("product", text("column.product"))
                .number("before_t", text("column.open"))
                .number("after_t", text("column.closed"))
                .number("sd_t", text("column.sd"))
                .number("throughput_t", text("column.throughput"));
        ArrayNode array = report.json().putArray("residuals");
        for (ResidualLine line : lines) {
            ObjectNode node = array.addObject();
            node.put("place", line.place());
            node.put("product", line.product());
            node.put("recipe", line.recipe());
            node.set("before_t", Json.number(line.before()));
            node.set("after_t", Json.number(line.after()));
            node.set("sd_t", Json.number(line.sd()));
            node.set("throughput_t", Json.number(line.throughput()));
        }
        for (ResidualLine line : lines.subList(0, shown(top, lines.size()))) {
            table.row(
                    new Table.Cell(words.spelled(line.place()), line.place()),
                    new Table.Cell(words.spelled(line.product()), line.product()),
                    Table.Cell.of(one(line.before()), line.before()),
                    Table.Cell.of(one(line.after()), line.after()),
                    Table.Cell.of(line.sd() == 0 ? "" : one(line.sd()), line.sd()),
                    Table.Cell.of(one(line.throughput()), line.throughput()));
        }
        report.line(text("balance.residuals")).table(table);
    }
}
