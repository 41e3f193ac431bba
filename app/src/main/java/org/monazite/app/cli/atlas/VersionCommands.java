package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.AtlasShelf;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.DataPackage;
import org.monazite.atlas.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Versions of the atlas: which there are, which is in force, how they differ, how one is passed on.
final class VersionCommands {

    private VersionCommands() {}

    /// The versions in the workspace.
    @Command(name = "versions")
    static final class Versions extends Task {

        @Override
        protected Report report() throws IOException {
            AtlasShelf shelf = session().workbench().atlases();
            List<String> versions = shelf.versions();
            String current = Atlas.currentVersion(session().workspace().atlas()).orElse("");
            boolean chosen = shelf.chosen().filter(current::equals).isPresent();
            Report report = new Report(Json.object());
            report.json().put("current", current);
            report.json().put("chosen", chosen);
            ArrayNode array = report.json().putArray("versions");
            if (versions.isEmpty()) {
                return report.line(text("versions.none"));
            }
            Table table = new Table()
                    .text("version", text("column.version"))
                    .text("state", text("column.state"))
                    .number("figures", text("column.figures"))
                    .number("unverified", text("column.unverified"))
                    .number("sources", text("column.sources"))
                    .number("imports", text("column.brought"))
                    .text("software", text("column.software"))
                    .text("parent", text("column.parent"));
            for (String version : versions) {
                Manifest manifest = shelf.manifest(version);
                boolean inForce = version.equals(current);
                table.row(
                        Table.Cell.of(version),
                        Table.Cell.of(inForce ? text(chosen ? "versions.chosen" : "versions.current") : ""),
                        Table.Cell.of(numbers().count(manifest.figures()), manifest.figures()),
                        Table.Cell.of(numbers().count(manifest.unverified()), manifest.unverified()),
                        Table.Cell.of(numbers().count(manifest.sources()), manifest.sources()),
                        Table.Cell.of(
                                numbers().count(manifest.imports().size()),
                                manifest.imports().size()),
                        Table.Cell.of(manifest.software()),
                        Table.Cell.of(manifest.parent()));
                ObjectNode node = array.addObject();
                node.put("version", version);
                node.put("inForce", inForce);
                node.put("figures", manifest.figures());
                node.put("unverified", manifest.unverified());
                node.put("sources", manifest.sources());
                node.set(
                        "imports",
                        Json.strings(manifest.imports().stream()
                                .map(Manifest.ImportEntry::id)
                                .toList()));
                node.put("software", manifest.software());
                node.put("parent", manifest.parent());
                node.put("digest", manifest.contentDigest());
            }
            return report.table(table).line(text("versions.next"));
        }
    }

    /// Puts a version in force, or rolls back to one.
    @Command(name = "use")
    static final class Use extends Task {

        @Parameters(paramLabel = "VERSION", descriptionKey = "arg.version")
        private String version = "";

        @Override
        protected Report report() throws IOException {
            String before = Atlas.currentVersion(session().workspace().atlas()).orElse("");
            String now = session().workbench().atlases().use(version);
            Report report = new Report(Json.object());
            report.json().put("before", before);
            report.json().put("current", now);
            report.line(text(before.equals(now) ? "use.same" : "use.done", now, before));
            return report.line(text("use.next", before));
        }
    }

    /// What differs between two versions.
    @Command(name = "diff")
    static final class Diff extends Task {

        @Parameters(index = "0", paramLabel = "OLDER", descriptionKey = "arg.older")
        private String older = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "NEWER", descriptionKey = "arg.newer")
        private @Nullable String newer;

        @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.top.each", defaultValue = "20")
        private int top = 20;

        @Override
        protected Report report() throws IOException {
            String after = newer == null ? session().workbench().atlas().version() : newer;
            return new DiffView(session(), shown(top, Integer.MAX_VALUE))
                    .of(session().workbench().diff(older, after));
        }
    }

    /// A version as a Data Package.
    @Command(name = "export")
    static final class Export extends Task {

        @Parameters(index = "0", paramLabel = "VERSION", descriptionKey = "arg.version")
        private String version = "";

        @Parameters(index = "1", paramLabel = "DIR", descriptionKey = "arg.export")
        private String directory = "";

        @Option(names = "--with-import-only", descriptionKey = "opt.export.all")
        private boolean all;

        @Override
        protected Report report() throws IOException {
            Path folder = session().path(directory);
            requireEmpty(folder);
            AtlasShelf shelf = session().workbench().atlases();
            Atlas atlas = shelf.open(java.util.Optional.of(version));
            DataPackage.Written written = all ? DataPackage.writeAll(atlas, folder) : DataPackage.write(atlas, folder);
            Report report = new Report(Json.object());
            report.json().put("atlas", atlas.version());
            report.json().put("folder", directory);
            report.json().put("tables", written.tables());
            report.json().put("rows", written.rows());
            report.json().put("mayBePassedOn", !all);
            ObjectNode kept = report.json().putObject("keptBack");
            report.line(text(
                    "export.done", atlas.version(), written.tables(), numbers().count(written.rows()), directory));
            written.kept().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(each -> {
                        kept.put(each.getKey(), each.getValue());
                        report.line(text("export.kept", numbers().count(each.getValue()), each.getKey()));
                    });
            return all ? report.line(text("export.all")) : report;
        }

        private void requireEmpty(Path folder) throws IOException {
            if (!Files.exists(folder)) {
                return;
            }
            if (!Files.isDirectory(folder)) {
                throw Problem.of(ExitCode.USAGE, "problem.export.file", directory);
            }
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw Problem.of(ExitCode.USAGE, "problem.export.full", directory);
                }
            }
        }
    }
}
