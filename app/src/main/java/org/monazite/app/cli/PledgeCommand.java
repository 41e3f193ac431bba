package org.monazite.app.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Group;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Width;
import org.monazite.app.cli.plan.PledgeGap;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.pledges.Alert;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.Pledge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Are the promises kept?
@Command(
        name = "pledge",
        subcommands = {PledgeCommand.ListAll.class, PledgeCommand.Show.class, PledgeCommand.Check.class, PledgeGap.class
        })
final class PledgeCommand extends Group {

    private static final String CHAIN = "magnets";

    /// All promises and how they stand.
    @Command(name = "list")
    static final class ListAll extends Task {

        @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "opt.asof")
        private @Nullable String asOf;

        @Option(names = "--by", paramLabel = "PLACE", descriptionKey = "opt.by")
        private @Nullable String by;

        @Override
        protected Report report() throws IOException {
            LocalDate date = MainJob.date(asOf, session().workbench());
            List<Assessment> all = new ArrayList<>(session().workbench().pledges(CHAIN, date));
            if (by != null) {
                String who = by;
                List<String> known = all.stream()
                        .flatMap(each -> each.pledge().by().stream())
                        .distinct()
                        .toList();
                if (!known.contains(who)) {
                    throw Problem.unknown(ExitCode.NOT_FOUND, "kind.place", who, "--by", known);
                }
                all.removeIf(each -> !each.pledge().by().contains(who));
            }
            Report report = new Report(Json.object());
            report.json().put("asOf", date.toString());
            report.json().set("pledges", Pledges.json(all));
            report.line(text("pledge.title", all.size(), numbers().date(date)));
            Table table = new Table()
                    .text("id", text("column.pledge"))
                    .text("state", text("column.state"))
                    .text("due", text("column.due"))
                    .text("by", text("column.by"))
                    .text("text", text("column.promise"));
            for (Assessment each : all) {
                Pledge pledge = each.pledge();
                table.row(
                        Table.Cell.of(pledge.id()),
                        new Table.Cell(
                                texts().pick(each.state().nameEn(), each.state().nameJa()),
                                each.state().nameEn()),
                        new Table.Cell(
                                pledge.due().map(numbers()::date).orElse("-"),
                                pledge.due().map(Object::toString).orElse("")),
                        Table.Cell.of(String.join(",", pledge.by())),
                        Table.Cell.of(texts().pick(pledge.textEn(), pledge.textJa())));
            }
            report.table(table).line(Pledges.summary(Pledges.counts(all), texts()));
            return report.line(text("pledge.list.next"));
        }
    }

    /// One promise with its reason, measures and evidence.
    @Command(name = "show")
    static final class Show extends Task {

        @Parameters(paramLabel = "ID", descriptionKey = "arg.pledge")
        private String id = "";

        @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "opt.asof")
        private @Nullable String asOf;

        @Override
        protected Report report() throws IOException {
            LocalDate date = MainJob.date(asOf, session().workbench());
            Assessment found = find(session().workbench().pledges(CHAIN, date), id);
            Pledge pledge = found.pledge();
            Report report = new Report(Pledges.json(found));
            report.line(pledge.id() + "  "
                    + texts().pick(found.state().nameEn(), found.state().nameJa()));
            report.line("  " + texts().pick(pledge.textEn(), pledge.textJa()));
            report.line("  " + text("pledge.why", texts().pick(found.reasonEn(), found.reasonJa())));
            report.line("  "
                    + text("pledge.instrument", pledge.instrument(), numbers().period(pledge.signed())));
            report.line(
                    "  " + text("pledge.due", pledge.due().map(numbers()::date).orElse("-"), pledge.dueRule()));
            report.line("  " + text("pledge.donewhen", pledge.doneWhen()));
            for (Assessment.Measured measured : found.measured()) {
                report.line("  "
                        + text(
                                "pledge.measure",
                                texts().pick(measured.definitionEn(), measured.definitionJa()),
                                measured.value().isDefined()
                                        ? measured.value().flag().mark()
                                                + value(
                                                        measured.value().value(),
                                                        measured.value().unit())
                                        : numbers().notAvailable(),
                                measured.period(),
                                Double.isNaN(measured.target())
                                        ? "-"
                                        : value(
                                                measured.target(),
                                                measured.value().unit())));
            }
            for (Pledge.Evidence piece : pledge.evidence()) {
                report.line("  "
                        + text(
                                "pledge.evidence",
                                piece.id(),
                                piece.date().isEmpty() ? "-" : numbers().period(piece.date()),
                                text("pledge.direction." + piece.direction().id()),
                                texts().pick(piece.textEn(), piece.textJa()),
                                piece.citation().sourceId(),
                                piece.grade()));
            }
            return report;
        }

        private String value(double value, String unit) {
            return unit.equals("share") ? numbers().share(value) : numbers().plain(value) + " " + unit;
        }
    }

    static Assessment find(List<Assessment> all, String id) {
        return all.stream()
                .filter(each -> each.pledge().id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Problem.unknown(
                        ExitCode.NOT_FOUND,
                        "kind.pledges",
                        id,
                        "",
                        all.stream().map(each -> each.pledge().id()).toList()));
    }

    /// For automation: ends with 5 if a promise is overdue without evidence, or missed.
    @Command(name = "check")
    static final class Check extends Task {

        @Parameters(paramLabel = "ID", descriptionKey = "arg.pledges", arity = "0..*")
        private List<String> ids = List.of();

        @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "opt.asof")
        private @Nullable String asOf;

        @Override
        protected Report report() throws IOException {
            LocalDate date = MainJob.date(asOf, session().workbench());
            List<Assessment> all = session().workbench().pledges(CHAIN, date);
            List<Assessment> asked = new ArrayList<>();
            if (ids.isEmpty()) {
                asked.addAll(all);
            }
            ids.forEach(id -> asked.add(find(all, id)));
            Report report = new Report(Json.object());
            report.json().put("asOf", date.toString());
            report.json().set("pledges", Pledges.json(asked));
            List<Assessment> failing = asked.stream().filter(Pledges::fails).toList();
            for (Assessment each : ids.isEmpty() ? failing : asked) {
                report.line("%s  %s  %s"
                        .formatted(
                                Width.left(each.pledge().id(), 8),
                                texts().pick(each.state().nameEn(), each.state().nameJa()),
                                texts().pick(each.reasonEn(), each.reasonJa())));
            }
            ArrayNode alerts = report.json().putArray("alerts");
            for (Alert alert : Alert.of(asked)) {
                report.line(texts().pick(alert.textEn(), alert.textJa()));
                ObjectNode node = alerts.addObject();
                node.put("pledge", alert.assessment().pledge().id());
                node.put("what", alert.what().nameEn());
                node.put("due", alert.due().toString());
                node.put("daysLeft", alert.daysLeft());
            }
            report.json().put("failing", failing.size());
            report.line(text("pledge.checked", numbers().date(date), Pledges.summary(Pledges.counts(asked), texts())));
            report.line(text("pledge.searched"));
            return report.ends(failing.isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED);
        }
    }
}
