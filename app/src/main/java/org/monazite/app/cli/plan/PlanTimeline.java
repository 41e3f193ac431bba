package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.plan.Decision;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.Proof;
import org.monazite.plan.Timeline;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The plan on a timeline: who starts what, what it gives year by year, and what stays at risk until then.
@Command(name = "timeline")
final class PlanTimeline extends PlanCommand.OfPlan {

    private static final double NOTHING = 0.0005; // what is printed as 0 %

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        PlanSpec spec = spec(workbench);
        Planner planner = planner(workbench, spec);
        Timeline timeline = refused(() -> planner.timeline(spec));
        Flag flag = grounds(workbench).and(timeline.flag());
        Report report = begin(workbench);
        report.json().set("timeline", json(timeline, flag));
        report.line(text("timeline.title", spec.name(), timeline.decisions().size()));
        if (!timeline.decisions().isEmpty()) {
            report.table(decisions(timeline)).line(text("timeline.sizes"));
        }
        if (!timeline.years().isEmpty()) {
            report.line(text("timeline.years", words().place(spec.against())))
                    .table(years(timeline, flag))
                    .line(text("timeline.method", spec.targetYear()));
            gap(report, timeline, flag);
        }
        report.line(new PlanChecks(texts()).all(List.of(timeline.proof())));
        words().legend(List.of(flag)).forEach(report::line);
        return within(report, Proof.hold(List.of(timeline.proof())) ? ExitCode.DONE : ExitCode.CHECK_FAILED);
    }

    private Words words() throws IOException {
        return new Words(session());
    }

    /// Tonnes by decision and year, up to the year in which the last ramp ends.
    private Table decisions(Timeline timeline) throws IOException {
        Table table = new Table()
                .text("id", text("column.decision"))
                .text("name", text("column.name"))
                .text("paid", text("column.paid"));
        int first = timeline.spec().asOfYear() + 1;
        int last = timeline.decisions().stream()
                .mapToInt(Decision::fullYear)
                .reduce(timeline.spec().targetYear(), Math::max);
        for (int year = first; year <= Math.min(last, timeline.spec().lastYear()); year++) {
            table.number("t_" + year, Integer.toString(year));
        }
        for (Decision each : timeline.decisions()) {
            List<Table.Cell> cells = new ArrayList<>(List.of(
                    Table.Cell.of(each.id()),
                    Table.Cell.of(texts().pick(each.nameEn(), each.nameJa())),
                    new Table.Cell(payers(each), String.join(";", each.paidUsd().keySet()))));
            for (int year = first; year <= Math.min(last, timeline.spec().lastYear()); year++) {
                double tonnes = each.output().getOrDefault(year, 0.0);
                cells.add(
                        tonnes == 0
                                ? new Table.Cell("–", "0.0")
                                : Table.Cell.of(each.flag().mark() + numbers().tonnes(tonnes), tonnes));
            }
            table.row(cells.toArray(Table.Cell[]::new));
        }
        return table;
    }

    private String payers(Decision decision) throws IOException {
        List<String> parts = new ArrayList<>();
        for (var entry : decision.paidUsd().entrySet()) {
            if (entry.getValue() > 0) {
                parts.add(words().place(entry.getKey()));
            }
        }
        return String.join(texts().pick(", ", "、"), parts);
    }

    /// What bans cost in each year, and what decided works and the plan make of what the plan adds to.
    private Table years(Timeline timeline, Flag flag) throws IOException {
        Set<String> products = new TreeSet<>();
        timeline.years().forEach(year -> products.addAll(year.addedTonnes().keySet()));
        Table table = new Table()
                .number("year", text("column.year"))
                .number("unmet_before", text("column.timeline.before"))
                .text("partner_before", text("column.place"))
                .number("unmet_with", text("column.timeline.with"))
                .text("partner_with", text("column.place"))
                .number("usd_before", text("column.timeline.usd.before"))
                .number("usd_with", text("column.timeline.usd.with"));
        for (String product : products) {
            table.number("decided_" + product, text("column.timeline.decided", words().product(product)));
            table.number("added_" + product, text("column.timeline.added", words().product(product)));
        }
        for (Timeline.Year year : timeline.years()) {
            List<Table.Cell> cells = new ArrayList<>(List.of(
                    Table.Cell.of(Integer.toString(year.year()), year.year()),
                    share(flag, year.before()),
                    place(year.before()),
                    share(flag, year.with()),
                    place(year.with()),
                    usd(flag, year.before()),
                    usd(flag, year.with())));
            for (String product : products) {
                cells.add(tonnes(year.decidedTonnes().getOrDefault(product, 0.0)));
                cells.add(tonnes(year.addedTonnes().getOrDefault(product, 0.0)));
            }
            table.row(cells.toArray(Table.Cell[]::new));
        }
        return table;
    }

    private Table.Cell tonnes(double tonnes) {
        return Table.Cell.of(tonnes == 0 ? "–" : PlanWords.estimate(numbers().tonnes(tonnes)), tonnes);
    }

    private Table.Cell share(Flag flag, PlanResult.Loss loss) {
        return Table.Cell.of(Words.marked(flag, numbers().share(loss.worstUnmet())), loss.worstUnmet());
    }

    private Table.Cell place(PlanResult.Loss loss) throws IOException {
        return loss.worstUnmet() >= NOTHING
                ? new Table.Cell(words().place(loss.worstPartner()), loss.worstPartner())
                : new Table.Cell("–", "");
    }

    private Table.Cell usd(Flag flag, PlanResult.Loss loss) {
        return loss.isValued()
                ? Table.Cell.of(Words.marked(flag, numbers().usd(loss.worstUsd())), loss.worstUsd())
                : new Table.Cell(numbers().notAvailable(), "");
    }

    /// From which year on the limit of the worst ban is kept, the worst year before that, and the worst one after the
    /// target year where the limit is no longer kept.
    private void gap(Report report, Timeline timeline, Flag flag) throws IOException {
        PlanSpec spec = timeline.spec();
        int kept = keptFrom(timeline);
        Optional<Timeline.Year> before = worst(timeline, spec.asOfYear(), kept - 1);
        if (kept <= spec.targetYear() && before.isPresent()) {
            Timeline.Year year = before.get();
            report.line(text(
                    "timeline.gap",
                    numbers().share(spec.targets().worstBan()),
                    kept,
                    year.year(),
                    Words.marked(flag, numbers().share(year.with().worstUnmet())),
                    words().place(year.with().worstPartner()),
                    Words.marked(flag, numbers().share(year.before().worstUnmet())),
                    spec.name()));
        }
        Optional<Timeline.Year> after = worst(timeline, spec.targetYear() + 1, spec.lastYear());
        if (after.isPresent()
                && after.get().with().worstUnmet() > spec.targets().worstBan() + NOTHING) {
            Timeline.Year year = after.get();
            report.line(text(
                    "timeline.after",
                    spec.targetYear(),
                    year.year(),
                    Words.marked(flag, numbers().share(year.with().worstUnmet())),
                    words().place(year.with().worstPartner()),
                    numbers().share(spec.targets().worstBan())));
        }
    }

    /// The first year from which on, to the target year, the worst ban leaves no more than the limit unmet; the year
    /// after the target year if it does not even then.
    private static int keptFrom(Timeline timeline) {
        int kept = timeline.spec().targetYear() + 1;
        for (Timeline.Year year : timeline.years().reversed()) {
            if (year.year() <= timeline.spec().targetYear()) {
                if (year.with().worstUnmet() > timeline.spec().targets().worstBan() + NOTHING) {
                    return kept;
                }
                kept = year.year();
            }
        }
        return kept;
    }

    private static Optional<Timeline.Year> worst(Timeline timeline, int from, int to) {
        return timeline.years().stream()
                .filter(each -> each.year() >= from && each.year() <= to)
                .max(Comparator.comparingDouble(each -> each.with().worstUnmet()));
    }

    private static ObjectNode json(Timeline timeline, Flag flag) {
        ObjectNode node = Json.object();
        node.put("plan", timeline.spec().name());
        node.put("targetYear", timeline.spec().targetYear());
        ArrayNode projects = node.putArray("projects");
        timeline.decisions().forEach(decision -> projects.add(PlansJson.json(decision)));
        ArrayNode years = node.putArray("years");
        for (Timeline.Year year : timeline.years()) {
            ObjectNode each = years.addObject();
            each.put("year", year.year());
            each.set("withoutPlan", PlansJson.json(year.before()));
            each.set("withPlan", PlansJson.json(year.with()));
            ObjectNode decided = each.putObject("decidedTonnes");
            year.decidedTonnes().forEach((product, tonnes) -> decided.set(product, Json.number(tonnes)));
            ObjectNode added = each.putObject("addedTonnes");
            year.addedTonnes().forEach((product, tonnes) -> added.set(product, Json.number(tonnes)));
        }
        node.put("flag", Json.flag(flag));
        PlanChecks.json(node, timeline.proof());
        return node;
    }
}
