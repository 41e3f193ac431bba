package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.Slippage;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How likely the plan keeps its word if works come when chance has it.
@Command(name = "slippage")
final class PlanSlippage extends PlanCommand.OfPlan {

    private static final int MOST_NAMED = 6;

    @Option(names = "--draws", paramLabel = "N", descriptionKey = "opt.slippage.draws", defaultValue = "100")
    private int draws = 100;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "opt.seed", defaultValue = "20251028")
    private long seed = 20251028;

    @Option(names = "--together", paramLabel = "R", descriptionKey = "opt.together", defaultValue = "0.5")
    private double together = 0.5;

    @Override
    protected Report report() throws IOException {
        if (draws < 10 || draws > 10_000) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--draws", draws, "10", "10000");
        }
        if (!(together >= 0 && together <= 1)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--together", together, "0", "1");
        }
        Workbench workbench = session().workbench();
        PlanSpec spec = spec(workbench);
        Planner planner = planner(workbench, spec);
        Slippage slippage = refused(() -> planner.slippage(spec, draws, seed, together));
        Report report = begin(workbench);
        report.json().set("slippage", json(slippage));
        if (slippage.draws() > 0) {
            show(report, slippage, spec);
        }
        new Words(session()).legend(List.of(Flag.UNVERIFIED)).forEach(report::line);
        return within(report, ExitCode.DONE);
    }

    private void show(Report report, Slippage slippage, PlanSpec spec) throws IOException {
        Slippage.Line plan = slippage.get(Slippage.Of.PLAN);
        report.line(text(
                        "slippage.title",
                        share(plan.chance()),
                        error(plan.chanceError()),
                        numbers().share(spec.targets().worstBan()),
                        share(slippage.get(Slippage.Of.NONE).chance()),
                        spec.targetYear()))
                .line(text("slippage.how", slippage.draws(), slippage.works()))
                .line(text("slippage.table"))
                .table(lines(slippage, spec));
        for (Slippage.Line line : slippage.lines()) {
            if (line.of() == Slippage.Of.PRUDENT) {
                report.line(text(
                        "slippage.prudent",
                        PlanWords.estimate(numbers().usd(line.spentUsd() - plan.spentUsd())),
                        share(plan.chance()),
                        share(line.chance())));
            }
        }
        List<Slippage.Driver> drivers = slippage.drivers();
        if (drivers.isEmpty()) {
            report.line(text("slippage.nobody"));
        } else {
            report.line(text("slippage.drivers"))
                    .table(drivers(drivers.subList(0, Math.min(MOST_NAMED, drivers.size()))));
        }
        report.line(text("slippage.method", numbers().plain(slippage.together()), Long.toString(slippage.seed())));
    }

    private String share(double value) {
        return PlanWords.estimate(numbers().share(value));
    }

    private String error(double value) {
        return numbers().pointsApart(value);
    }

    private Table lines(Slippage slippage, PlanSpec spec) throws IOException {
        Words words = new Words(session());
        Table table = new Table()
                .text("plan", text("column.plan"))
                .number("spent_usd", text("column.spent"))
                .number("chance", text("column.chance.kept"));
        if (spec.partners().size() > 1) {
            for (String partner : spec.partners()) {
                table.number("chance_" + partner, words.place(partner));
            }
        }
        table.number("counted", text("column.counted.unmet"))
                .number("low", text("column.unmet.low"))
                .number("median", text("column.unmet.median"))
                .number("high", text("column.unmet.high"))
                .number("mean", text("column.unmet.mean"));
        for (Slippage.Line line : slippage.lines()) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(new Table.Cell(
                    text("slippage.of." + line.of().id()), line.of().id()));
            cells.add(Table.Cell.of(PlanWords.estimate(numbers().usd(line.spentUsd())), line.spentUsd()));
            cells.add(cell(line.chance()));
            if (spec.partners().size() > 1) {
                for (String partner : spec.partners()) {
                    cells.add(cell(line.byPartner().getOrDefault(partner, 0.0)));
                }
            }
            cells.add(cell(line.counted()));
            cells.add(cell(line.low()));
            cells.add(cell(line.median()));
            cells.add(cell(line.high()));
            cells.add(cell(line.mean()));
            table.row(cells.toArray(Table.Cell[]::new));
        }
        return table;
    }

    private Table.Cell cell(double share) {
        return Table.Cell.of(share(share), share);
    }

    private Table drivers(List<Slippage.Driver> drivers) throws IOException {
        Words words = new Words(session());
        Table table = new Table()
                .text("works", text("column.works"))
                .text("name", text("column.name"))
                .text("product", text("column.product"))
                .number("counted_year", text("column.counted.from"))
                .number("late_chance", text("column.late.chance"))
                .number("unmet_late", text("column.unmet.late"))
                .number("unmet_in_time", text("column.unmet.intime"));
        for (Slippage.Driver each : drivers) {
            table.row(
                    Table.Cell.of(each.id()),
                    Table.Cell.of(texts().pick(each.name(), each.nameJa())),
                    new Table.Cell(words.product(each.product()), each.product()),
                    Table.Cell.of(Integer.toString(each.countedYear()), each.countedYear()),
                    cell(each.lateChance()),
                    cell(each.unmetLate()),
                    cell(each.unmetInTime()));
        }
        return table;
    }

    private static ObjectNode json(Slippage slippage) {
        ObjectNode node = Json.object();
        node.put("draws", slippage.draws());
        node.put("seed", slippage.seed());
        node.set("together", Json.number(slippage.together()));
        node.put("works", slippage.works());
        ArrayNode lines = node.putArray("plans");
        for (Slippage.Line line : slippage.lines()) {
            ObjectNode each = lines.addObject();
            each.put("plan", line.of().id());
            each.set("spent", Json.number(line.spentUsd()));
            each.set("chanceKept", Json.number(line.chance()));
            each.set("standardError", Json.number(line.chanceError()));
            each.set("chanceKeptByPartner", Json.byPlace(line.byPartner()));
            each.set("unmetAsCounted", Json.number(line.counted()));
            each.set("unmet10", Json.number(line.low()));
            each.set("unmet50", Json.number(line.median()));
            each.set("unmet90", Json.number(line.high()));
            each.set("unmetMean", Json.number(line.mean()));
            each.set("unmetMost", Json.number(line.worstDraw()));
        }
        ArrayNode drivers = node.putArray("drivers");
        for (Slippage.Driver driver : slippage.drivers()) {
            ObjectNode each = drivers.addObject();
            each.put("works", driver.id());
            each.put("countedFrom", driver.countedYear());
            each.set("chanceLateOrNever", Json.number(driver.lateChance()));
            each.set("unmetThen", Json.number(driver.unmetLate()));
            each.set("unmetElse", Json.number(driver.unmetInTime()));
            each.set("standardError", Json.number(driver.error()));
        }
        return node;
    }
}
