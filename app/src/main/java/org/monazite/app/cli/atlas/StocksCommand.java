package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.Atlas;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;
import org.monazite.supply.StockFact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Published stocks, targets and purchases.
@Command(name = "stocks")
final class StocksCommand extends Task {

    @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "opt.about.place")
    private @Nullable String place;

    @Override
    protected Report report() throws IOException {
        Atlas atlas = session().workbench().atlas();
        Words words = new Words(session());
        Report report = new Report(Json.object());
        report.json().put("atlas", atlas.version());
        ArrayNode array = report.json().putArray("stocks");
        Table table = new Table()
                .text("place", text("column.place"))
                .text("holder", text("column.stock.holder"))
                .text("covers", text("column.stock.covers"))
                .text("kind", text("column.kind"))
                .text("amount", text("column.stock.amount"))
                .hidden("unit")
                .number("year", text("column.year"))
                .text("source", text("column.source"));
        List<Flag> flags = new ArrayList<>();
        for (StockFact each : atlas.stocks()) {
            if (Registers.at(session(), place, "--place", each.place())) {
                flags.add(each.flag());
                table.row(row(words, each));
                json(array.addObject(), each);
            }
        }
        if (table.isEmpty()) {
            return report.line(text("stocks.none"));
        }
        report.line(text("stocks.title", array.size())).table(table).line(text("stocks.note"));
        words.legend(flags).forEach(report::line);
        return report;
    }

    private Table.Cell[] row(Words words, StockFact each) {
        String covers = each.productId().isEmpty()
                ? PlaceView.minerals(session(), words, each.scope())
                : words.product(each.productId());
        return new Table.Cell[] {
            new Table.Cell(words.place(each.place()), each.place()),
            new Table.Cell(words.said(each.holder()), each.holder()),
            new Table.Cell(covers, each.productId().isEmpty() ? each.scope() : each.productId()),
            new Table.Cell(words.said(each.kind()), each.kind()),
            Table.Cell.of(
                    amount(each) + " " + words.said(each.unit()), each.value().value()),
            new Table.Cell(words.said(each.unit()), each.unit()),
            Table.Cell.of(each.year() == 0 ? "" : Integer.toString(each.year())),
            Table.Cell.of(each.citation().sourceId())
        };
    }

    /// The value, and its range where it has one.
    private String amount(StockFact each) {
        Range value = each.value();
        String amount = Words.marked(each.flag(), numbers().plain(value.value()));
        return value.high() > value.low()
                ? "%s (%s–%s)"
                        .formatted(
                                amount, numbers().plain(value.low()), numbers().plain(value.high()))
                : amount;
    }

    private static void json(ObjectNode node, StockFact each) {
        node.put("holder", each.holder());
        node.put("place", each.place());
        node.put("product", each.productId());
        node.put("scope", each.scope());
        node.put("kind", each.kind());
        node.put("value", each.value().value());
        node.put("low", each.value().low());
        node.put("high", each.value().high());
        node.put("unit", each.unit());
        if (each.year() == 0) {
            node.putNull("year");
        } else {
            node.put("year", each.year());
        }
        Registers.cite(node, each.flag(), each.citation());
    }
}
