package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.cli.paper.Group;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.workspace.AtlasShelf;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;
import org.monazite.supply.Source;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is it all built on?
@Command(
        name = "data",
        subcommands = {
            DataCommand.Sources.class,
            VersionCommands.Versions.class,
            VersionCommands.Use.class,
            VersionCommands.Diff.class,
            VersionCommands.Export.class,
            DataCommand.Build.class,
            ImportCommand.class,
            ImportsCommand.class
        })
public final class DataCommand extends Group {

    /// Every source with its licence and the number of figures it stands behind.
    @Command(name = "sources")
    static final class Sources extends Task {

        @Override
        protected Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            Map<String, Integer> counts = new TreeMap<>();
            Map<String, Integer> unverified = new TreeMap<>();
            int allUnverified = 0;
            for (FigureRecord figure : atlas.figures().values()) {
                counts.merge(figure.sourceId(), 1, Integer::sum);
                if (figure.flag() == Flag.UNVERIFIED) {
                    unverified.merge(figure.sourceId(), 1, Integer::sum);
                    allUnverified++;
                }
            }
            List<Source> sources = atlas.sources().stream()
                    .sorted(Comparator.comparingInt((Source source) -> -counts.getOrDefault(source.id(), 0))
                            .thenComparing(Source::id))
                    .toList();
            Table table = new Table()
                    .text("source", text("column.source"))
                    .number("figures", text("column.figures"))
                    .number("unverified", text("column.unverified"))
                    .text("grade", text("column.grade"))
                    .text("publisher", text("column.publisher"))
                    .text("licence", text("column.licence"))
                    .text("title", text("column.title"));
            Report report = new Report(Json.object());
            report.json().put("atlas", atlas.version());
            report.json().put("figures", atlas.figures().size());
            report.json().put("unverified", allUnverified);
            ArrayNode array = report.json().putArray("sources");
            for (Source source : sources) {
                int figures = counts.getOrDefault(source.id(), 0);
                int weak = unverified.getOrDefault(source.id(), 0);
                table.row(
                        Table.Cell.of(source.id()),
                        Table.Cell.of(numbers().count(figures), figures),
                        Table.Cell.of(weak == 0 ? "" : numbers().count(weak), weak),
                        Table.Cell.of(source.grade()),
                        Table.Cell.of(source.publisher()),
                        new Table.Cell(texts().said(source.licence()), source.licence()),
                        Table.Cell.of(source.title()));
                ObjectNode node = array.addObject();
                node.put("id", source.id());
                node.put("figures", figures);
                node.put("unverified", weak);
                node.put("grade", source.grade());
                node.put("publisher", source.publisher());
                node.put("published", source.published());
                node.put("licence", source.licence());
                node.put("redistribution", source.redistribution());
                node.put("title", source.title());
                node.put("url", source.url());
            }
            return report.line(text(
                            "sources.title",
                            atlas.version(),
                            sources.size(),
                            numbers().count(atlas.figures().size()),
                            numbers().count(allUnverified)))
                    .table(table)
                    .line(text("sources.note"))
                    .line(text("sources.tables"))
                    .table(byTable(atlas, report.json().putArray("tables")));
        }

        /// How many figures each table holds that no document stands behind; tables without one are left out.
        private Table byTable(Atlas atlas, ArrayNode array) {
            Map<String, Integer> counts = new TreeMap<>();
            Map<String, Integer> unverified = new TreeMap<>();
            for (FigureRecord figure : atlas.figures().values()) {
                String file = figure.locator().replaceFirst("\\.csv:.*", "");
                counts.merge(file, 1, Integer::sum);
                unverified.merge(file, figure.flag() == Flag.UNVERIFIED ? 1 : 0, Integer::sum);
            }
            Table table = new Table()
                    .text("table", text("column.table"))
                    .number("figures", text("column.figures"))
                    .number("unverified", text("column.unverified"));
            unverified.forEach((file, weak) -> {
                int figures = counts.getOrDefault(file, 0);
                if (weak > 0) {
                    table.row(
                            Table.Cell.of(file),
                            Table.Cell.of(numbers().count(figures), figures),
                            Table.Cell.of(numbers().count(weak), weak));
                    array.addObject().put("table", file).put("figures", figures).put("unverified", weak);
                }
            });
            return table;
        }
    }

    /// Builds the version of this program's pack and puts it in force.
    @Command(name = "build")
    static final class Build extends Task {

        @Override
        protected Report report() throws IOException {
            AtlasShelf shelf = session().workbench().atlases();
            String version = shelf.build();
            Atlas atlas = Atlas.open(session().workspace().atlas(), version);
            Report report = new Report(Json.object());
            report.json().put("atlas", version);
            report.json().put("figures", atlas.manifest().figures());
            report.json().put("unverified", atlas.manifest().unverified());
            report.json().put("sources", atlas.manifest().sources());
            report.json().set("chains", Json.strings(atlas.chains()));
            return report.line(text(
                    "build.done",
                    version,
                    numbers().count(atlas.manifest().figures()),
                    numbers().count(atlas.manifest().unverified()),
                    atlas.manifest().sources(),
                    String.join(", ", atlas.chains())));
        }
    }
}
