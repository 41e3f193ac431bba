package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.exposure.Importer;
import org.monazite.exposure.LaneExposure;
import org.monazite.supply.Flag;
import org.monazite.supply.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What part of the imports of a place crosses which sea lane, and what there is if it is shut.
@Command(name = "lanes")
final class LanesCommand extends Task {

    @Parameters(paramLabel = "PLACE", descriptionKey = "arg.place", arity = "0..1", defaultValue = "JPN")
    private String place = "JPN";

    @Option(names = "--product", paramLabel = "PRODUCT", descriptionKey = "opt.product")
    private @Nullable String product;

    @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
    private String chain = "magnets";

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        Importer asking = workbench.importer(chain, place, "");
        List<LaneExposure> rows = LaneExposure.of(workbench.network(chain), asking, products(workbench));
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(workbench.card(chain)));
        report.json().put("chain", chain);
        report.json().put("importer", asking.name());
        ArrayNode array = report.json().putArray("lanes");
        rows.forEach(row -> array.add(json(row)));
        Words words = new Words(session());
        report.line(text("lanes.title", words.importer(asking)));
        if (rows.isEmpty()) {
            return report.line(text("lanes.none"));
        }
        report.table(table(rows, words)).line(text("lanes.note"));
        List<Flag> flags = new ArrayList<>();
        rows.forEach(row -> flags.add(row.share().flag()));
        words.legend(flags).forEach(report::line);
        closed(report, chain);
        return report;
    }

    private List<String> products(Workbench workbench) throws IOException {
        return product == null
                ? workbench.network(chain).products().stream().map(Product::id).toList()
                : List.of(workbench.words(chain).product(product, ExitCode.NOT_FOUND, "--product"));
    }

    private Table table(List<LaneExposure> rows, Words words) {
        Table table = new Table()
                .text("product", text("column.product"))
                .text("lane", text("column.lane"))
                .number("share", text("column.lane.share"))
                .text("range", text("column.range"))
                .number("no_way_round", text("column.lane.closed"))
                .number("extra_days", text("column.lane.days"));
        for (LaneExposure row : rows) {
            boolean round = !Double.isNaN(row.extraDays());
            table.row(
                    new Table.Cell(words.product(row.productId()), row.productId()),
                    new Table.Cell(words.lane(row.lane()), row.lane()),
                    Table.Cell.of(words.share(row.share()), row.share().value()),
                    new Table.Cell(
                            words.range(row.share()),
                            row.share().low() + " " + row.share().high()),
                    Table.Cell.of(numbers().share(row.noWayRoundShare()), row.noWayRoundShare()),
                    Table.Cell.of(
                            round ? Words.marked(row.share().flag(), numbers().days(row.extraDays())) : "-",
                            row.extraDays()));
        }
        return table;
    }

    private static ObjectNode json(LaneExposure row) {
        ObjectNode node = Json.object();
        node.put("lane", row.lane());
        node.put("product", row.productId());
        node.set("share", Json.explained(row.share()));
        node.set("noWayRoundShare", Json.number(row.noWayRoundShare()));
        node.set("extraDays", Json.number(row.extraDays()));
        node.put("flag", Json.flag(row.share().flag()));
        return node;
    }
}
