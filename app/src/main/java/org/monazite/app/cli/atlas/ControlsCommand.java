package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.Atlas;
import org.monazite.supply.ExportControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Export controls by date.
@Command(name = "controls")
final class ControlsCommand extends Task {

    @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "opt.controls.by")
    private @Nullable String place;

    @Option(names = "--hits", paramLabel = "PLACE", descriptionKey = "opt.controls.hits")
    private @Nullable String hits;

    @Option(names = "--hs", paramLabel = "CODE", descriptionKey = "opt.controls.hs")
    private @Nullable String hs;

    @Override
    protected Report report() throws IOException {
        Atlas atlas = session().workbench().atlas();
        Words words = new Words(session());
        Report report = new Report(Json.object());
        report.json().put("atlas", atlas.version());
        ArrayNode array = report.json().putArray("controls");
        Table table = new Table()
                .text("control", text("column.control"))
                .text("by", text("column.controls.by"))
                .hidden("hits")
                .text("type", text("column.type"))
                .text("effective", text("column.effective"))
                .hidden("end")
                .text("state", text("column.state"))
                .text("minerals", text("column.minerals"))
                .text("hs", text("column.controls.hs"))
                .hidden("source");
        for (ExportControl each : atlas.exportControls()) {
            if (wanted(each)) {
                table.row(row(words, each));
                json(array.addObject(), each);
            }
        }
        if (table.isEmpty()) {
            return report.line(text("controls.none"));
        }
        return report.line(text("controls.title", array.size())).table(table).line(text("controls.note"));
    }

    private boolean wanted(ExportControl each) throws IOException {
        boolean names = hs == null || each.hsCodes().stream().anyMatch(this::overlaps);
        return names && Registers.at(session(), place, "--place", each.imposer()) && hits(each);
    }

    /// A heading holds its subheadings: what names 2846 answers to 2846.90, and the other way round.
    private boolean overlaps(String code) {
        String named = code.replaceFirst("[ (].*", "").replace(".", "");
        String asked = hs == null ? "" : hs.replace(".", "");
        return !named.isEmpty() && (named.startsWith(asked) || asked.startsWith(named));
    }

    private boolean hits(ExportControl each) throws IOException {
        if (hits == null || each.targets().contains("WLD")) {
            return true;
        }
        for (String target : each.targets()) {
            if (Registers.at(session(), hits, "--hits", target)) {
                return true;
            }
        }
        return false;
    }

    private Table.Cell[] row(Words words, ExportControl each) {
        List<String> targets = each.targets().stream()
                .map(target -> target.equals("WLD") ? text("controls.all") : words.place(target))
                .toList();
        return new Table.Cell[] {
            Table.Cell.of(each.id()),
            new Table.Cell(words.place(each.imposer()) + " > " + String.join(", ", targets), each.imposer()),
            Table.Cell.of(String.join(";", each.targets())),
            new Table.Cell(words.said(each.type()).replace('_', ' '), each.type()),
            new Table.Cell(
                    date(each.effective()) + each.end().map(end -> " – " + end).orElse(""), date(each.effective())),
            Table.Cell.of(date(each.end())),
            new Table.Cell(words.said(each.statusSeen()), each.statusSeen()),
            new Table.Cell(PlaceView.minerals(session(), words, each.minerals()), each.minerals()),
            new Table.Cell(String.join(", ", each.hsCodes()), String.join(";", each.hsCodes())),
            Table.Cell.of(each.citation().sourceId())
        };
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    private static void json(ObjectNode node, ExportControl each) {
        node.put("id", each.id());
        node.put("by", each.imposer());
        node.put("scope", each.scope());
        node.set("hits", Json.strings(each.targets()));
        node.put("type", each.type());
        node.put("law", each.legalRef());
        node.put("announced", each.announced().map(LocalDate::toString).orElse(null));
        node.put("effective", each.effective().map(LocalDate::toString).orElse(null));
        node.put("end", each.end().map(LocalDate::toString).orElse(null));
        node.put("endKind", each.endKind());
        node.put("status", each.statusSeen());
        node.put("minerals", each.minerals());
        node.put("products", each.products());
        node.set("hsCodes", Json.strings(each.hsCodes()));
        Registers.cite(node, each.flag(), each.citation());
    }
}
