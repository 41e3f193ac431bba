package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.imports.ImportManifest;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was imported into the version in force, and the private ledgers beside it.
@Command(name = "imports")
final class ImportsCommand extends Task {

    @Override
    protected Report report() throws IOException {
        Atlas atlas = session().workbench().atlas();
        List<ImportManifest> imports = new ArrayList<>(atlas.imported().list());
        imports.addAll(atlas.imported().ledgers());
        Report report = new Report(Json.object());
        report.json().put("atlas", atlas.version());
        ArrayNode array = report.json().putArray("imports");
        if (imports.isEmpty()) {
            return report.line(text("imports.none", atlas.version()));
        }
        Table table = new Table()
                .text("import", text("column.import"))
                .text("vintage", text("column.vintage"))
                .number("accepted", text("column.accepted"))
                .number("rejected", text("column.rejected"))
                .text("redistribution", text("column.class"))
                .text("file", text("column.file"));
        Words words = new Words(session());
        for (ImportManifest each : imports) {
            table.row(
                    Table.Cell.of(each.id()),
                    new Table.Cell(words.said(each.vintage()), each.vintage()),
                    Table.Cell.of(numbers().count(each.accepted()), each.accepted()),
                    Table.Cell.of(numbers().count(each.rejected()), each.rejected()),
                    new Table.Cell(words.said(each.redistribution()), each.redistribution()),
                    Table.Cell.of(each.file()));
            ObjectNode node = array.addObject();
            node.put("import", each.id());
            node.put("format", each.format());
            node.put("file", each.file());
            node.put("sha256", each.sha256());
            node.put("vintage", each.vintage());
            node.put("accepted", each.accepted());
            node.put("rejected", each.rejected());
            node.put("figures", each.figures());
            node.put("flows", each.flows());
            node.put("purchases", each.purchases());
            node.put("redistribution", each.redistribution());
            node.put("private", each.importFormat().isPrivate());
        }
        return report.line(text("imports.title", atlas.version(), imports.size()))
                .table(table);
    }
}
