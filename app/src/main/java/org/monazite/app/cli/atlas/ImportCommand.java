package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.ImportDesk.Outcome;
import org.monazite.app.workspace.ImportDesk.State;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.ImportPreview;
import org.monazite.atlas.imports.ImportCounts;
import org.monazite.atlas.imports.ImportFormat;
import org.monazite.atlas.imports.ImportRequest;
import org.monazite.atlas.imports.Reason;
import org.monazite.atlas.imports.Reject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a file that the user brings and publishes a version with its figures.
@Command(name = "import")
final class ImportCommand extends Task {

    /// Rejects that are shown to people; JSON and CSV have more.
    private static final int SHOWN = 20;

    @Parameters(paramLabel = "FILE", descriptionKey = "arg.import")
    private String file = "";

    @Option(names = "--as", paramLabel = "FORMAT", descriptionKey = "opt.as", required = true)
    private String format = "";

    @Option(names = "--dry-run", descriptionKey = "opt.dryrun")
    private boolean dryRun;

    @Option(names = "--accept-partial", descriptionKey = "opt.partial")
    private boolean partial;

    @Option(names = "--vintage", paramLabel = "V", descriptionKey = "opt.vintage")
    @Nullable
    private String vintage;

    @Option(names = "--indicator", paramLabel = "I", descriptionKey = "opt.indicator")
    @Nullable
    private String indicator;

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "opt.year.baci")
    @Nullable
    private Integer year;

    @Override
    protected Report report() throws IOException {
        ImportFormat as = ImportFormat.find(format)
                .orElseThrow(() -> Problem.unknown(
                        ExitCode.USAGE,
                        "kind.format",
                        format,
                        "--as",
                        Arrays.stream(ImportFormat.values())
                                .map(ImportFormat::id)
                                .toList()));
        if (vintage != null && !vintage.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            throw Problem.of(ExitCode.USAGE, "problem.badname", vintage);
        }
        if (year != null && (as != ImportFormat.BACI || year < 1900 || year > 2099)) {
            throw Problem.of(ExitCode.USAGE, "problem.import.year", year.toString(), as.id());
        }
        Outcome outcome = session()
                .workbench()
                .imports()
                .take(
                        new ImportRequest(
                                session().path(file),
                                as,
                                vintage == null ? "" : vintage,
                                indicator == null ? "" : indicator,
                                year == null ? 0 : year,
                                partial),
                        dryRun);
        Report report = new Report(json(outcome));
        lines(report, outcome);
        if (outcome.state() == State.PUBLISHED || outcome.state() == State.THERE) {
            Atlas atlas = session().workbench().atlas();
            if (atlas.version().equals(outcome.version())) { // another one was asked for by --atlas
                ImportPreview of = ImportPreview.of(atlas, outcome.manifest());
                new ImportedView(session(), atlas).effect(report, outcome.manifest(), of);
            }
        }
        ImportPreview preview = outcome.preview();
        if (preview != null) {
            report.line(text("import.would"));
            Atlas atlas = session().workbench().atlas();
            new ImportedView(session(), atlas).effect(report, outcome.manifest(), preview);
        }
        return outcome.state() == State.REFUSED ? report.ends(ExitCode.INPUT) : report;
    }

    private void lines(Report report, Outcome outcome) {
        ImportCounts counts = outcome.counts();
        report.line(text(
                "import.read",
                outcome.manifest().file(),
                outcome.manifest().importFormat().title(),
                outcome.manifest().vintage()));
        report.line(text(
                "import.counts",
                numbers().count(counts.rows()),
                numbers().count(counts.accepted()),
                numbers().count(counts.rejected()),
                numbers().count(counts.ignored())));
        report.line(text(
                "import.holds",
                numbers().count(counts.figures()),
                numbers().count(counts.flows()),
                numbers().count(counts.purchases())));
        counts.notes()
                .forEach((rule, count) -> report.line(text(
                        "import.note",
                        text("import.note." + rule.replace('-', '_')),
                        numbers().count(count))));
        if (counts.rejected() > 0) {
            report.table(rejects(outcome)).table(reasons(counts));
        }
        report.line(end(outcome));
        if (outcome.manifest().redistribution().equals("import-only")) {
            report.line(text(
                    "import.workspace_only", texts().said(outcome.manifest().licence())));
        }
    }

    private String end(Outcome outcome) {
        String id = outcome.manifest().id();
        return switch (outcome.state()) {
            case PUBLISHED -> text("import.published", id, outcome.version(), outcome.parent());
            case THERE -> text("import.there", id, outcome.version());
            case PRIVATE -> text("import.private", id);
            case DRY_RUN -> text("import.dryrun");
            case REFUSED ->
                text("import.refused", numbers().count(outcome.counts().rejected()));
        };
    }

    private Table rejects(Outcome outcome) {
        Table table = new Table()
                .text("where", text("column.where"))
                .text("field", text("column.field"))
                .text("text", text("column.content"))
                .text("reason", text("column.reason"))
                .text("suggestion", text("column.suggestion"));
        int most = session().options().csv() ? outcome.rejects().size() : SHOWN;
        outcome.rejects().stream()
                .limit(most)
                .forEach(reject -> table.row(
                        Table.Cell.of(reject.where()),
                        Table.Cell.of(reject.field()),
                        Table.Cell.of(cut(reject.text())),
                        new Table.Cell(word(reject.reason()), key(reject.reason())),
                        Table.Cell.of(suggestion(reject))));
        return table;
    }

    /// What the user may do about a line: what was meant, where that can be guessed, or what usually helps.
    private String suggestion(Reject reject) {
        String key = "import.reason." + key(reject.reason()) + ".maybe";
        if (reject.suggestion().isBlank()) {
            return texts().get(key, reject.field());
        }
        String own = key + ".this";
        return texts().get(texts().keys().contains(own) ? own : "import.maybe", reject.suggestion());
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + " ..." : text;
    }

    private Table reasons(ImportCounts counts) {
        Table table = new Table().text("reason", text("column.reason")).number("lines", text("column.lines"));
        counts.reasons()
                .forEach((reason, count) -> table.row(
                        new Table.Cell(word(reason), key(reason)),
                        Table.Cell.of(numbers().count(count), count)));
        return table;
    }

    private String word(Reason reason) {
        return texts().get("import.reason." + key(reason));
    }

    private static String key(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode json(Outcome outcome) {
        ImportCounts counts = outcome.counts();
        ObjectNode node = Json.object();
        node.put("import", outcome.manifest().id());
        node.put("format", outcome.manifest().format());
        node.put("file", outcome.manifest().file());
        node.put("sha256", outcome.manifest().sha256());
        node.put("vintage", outcome.manifest().vintage());
        node.put("state", outcome.state().name().toLowerCase(Locale.ROOT));
        node.put("private", outcome.manifest().importFormat().isPrivate());
        node.put("redistribution", outcome.manifest().redistribution());
        node.put("atlas", outcome.version());
        node.put("parent", outcome.parent());
        node.put("rows", counts.rows());
        node.put("accepted", counts.accepted());
        node.put("rejected", counts.rejected());
        node.put("ignored", counts.ignored());
        node.put("figures", counts.figures());
        node.put("flows", counts.flows());
        node.put("purchases", counts.purchases());
        ObjectNode notes = node.putObject("notes");
        counts.notes().forEach(notes::put);
        ObjectNode reasons = node.putObject("reasons");
        for (Map.Entry<Reason, Long> each : counts.reasons().entrySet()) {
            reasons.put(key(each.getKey()), each.getValue());
        }
        ArrayNode rejects = node.putArray("rejects");
        for (Reject reject : outcome.rejects()) {
            ObjectNode each = rejects.addObject();
            each.put("where", reject.where());
            each.put("field", reject.field());
            each.put("text", reject.text());
            each.put("reason", key(reject.reason()));
            each.put("suggestion", suggestion(reject));
        }
        return node;
    }
}
