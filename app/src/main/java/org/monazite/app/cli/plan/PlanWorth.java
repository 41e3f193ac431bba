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
import org.monazite.plan.Worth;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What one more tonne or one more dollar is worth.
@Command(name = "worth")
final class PlanWorth extends PlanCommand.OfPlan {

    private static final double CENT = 0.005;

    private static final int MOST_BANS = 3;

    @Option(names = "--stock", paramLabel = "PLACE:PRODUCT", split = ",", descriptionKey = "opt.worth.stock")
    private List<String> stocks = List.of();

    @Option(names = "--capacity", paramLabel = "PLACE:PRODUCT", split = ",", descriptionKey = "opt.worth.capacity")
    private List<String> capacities = List.of();

    @Option(names = "--money", paramLabel = "PLACE", split = ",", descriptionKey = "opt.worth.money")
    private List<String> money = List.of();

    @Override
    protected Report report() throws IOException {
        List<Worth.Asset> assets = new ArrayList<>();
        for (String each : stocks) {
            assets.add(asset(Worth.Kind.STOCK, "--stock", each));
        }
        for (String each : capacities) {
            assets.add(asset(Worth.Kind.CAPACITY, "--capacity", each));
        }
        money.forEach(place -> assets.add(new Worth.Asset(Worth.Kind.BUDGET, place, "")));
        Workbench workbench = session().workbench();
        PlanSpec spec = spec(workbench);
        Planner planner = planner(workbench, spec);
        Worth worth = refused(() -> planner.worth(spec, assets));
        Report report = begin(workbench);
        report.json().set("worth", json(worth));
        report.line(text(
                        "worth.title", spec.name(), PlanWords.estimate(numbers().usd(worth.planCostUsd()))))
                .table(table(worth));
        if (!worth.lines().isEmpty() && worth.lines().stream().allMatch(PlanWorth::isNothing)) {
            report.line(text("worth.nothing"));
        }
        report.line(text("worth.method")).line(new PlanChecks(texts()).all(List.of(worth.proof())));
        new Words(session()).legend(List.of(Flag.UNVERIFIED)).forEach(report::line);
        return within(report, worth.proof().holds() ? ExitCode.DONE : ExitCode.CHECK_FAILED);
    }

    /// Whether neither more of it saves anything nor less costs anything, in whole cents.
    private static boolean isNothing(Worth.Line line) {
        boolean less = !line.lessBreaks() && (Double.isNaN(line.lessUsd()) || Math.abs(line.lessUsd()) < CENT);
        return less && Math.abs(line.moreUsd()) < CENT;
    }

    private static Worth.Asset asset(Worth.Kind kind, String option, String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw Problem.of(ExitCode.USAGE, "problem.option.asset", option, text);
        }
        return new Worth.Asset(kind, parts[0], parts[1]);
    }

    private Table table(Worth worth) throws IOException {
        Words words = new Words(session());
        Table table = new Table()
                .text("kind", text("column.kind"))
                .text("place", text("column.place"))
                .text("product", text("column.product"))
                .number("more_usd", text("column.onemore"))
                .number("less_usd", text("column.oneless"))
                .number("cost_usd", text("column.unitcost"))
                .text("bans", text("column.worth.bans"));
        for (Worth.Line line : worth.lines()) {
            Worth.Asset asset = line.asset();
            table.row(
                    new Table.Cell(
                            text("worth.kind." + asset.kind().id()),
                            asset.kind().id()),
                    new Table.Cell(words.place(asset.place()), asset.place()),
                    new Table.Cell(
                            asset.productId().isEmpty() ? "" : words.product(asset.productId()), asset.productId()),
                    Table.Cell.of(usd(asset, line.moreUsd()), line.moreUsd()),
                    Table.Cell.of(less(line), line.lessUsd()),
                    Table.Cell.of(Double.isNaN(line.costUsd()) ? "" : usd(asset, line.costUsd()), line.costUsd()),
                    Table.Cell.of(bans(line)));
        }
        return table;
    }

    /// Dollars per tonne and year; of money, dollars a year per dollar.
    private String usd(Worth.Asset asset, double usd) {
        return PlanWords.estimate(
                asset.kind() == Worth.Kind.BUDGET
                        ? texts().pick("USD ", "") + numbers().plain(usd) + texts().pick("", "ドル")
                        : numbers().usd(usd));
    }

    private String less(Worth.Line line) {
        if (line.lessBreaks()) {
            return text("worth.breaks");
        }
        return Double.isNaN(line.lessUsd()) ? text("worth.none") : usd(line.asset(), line.lessUsd());
    }

    private String bans(Worth.Line line) throws IOException {
        PlanWords planWords = new PlanWords(session());
        List<String> parts = new ArrayList<>();
        for (Worth.Part part : line.episodes().stream().limit(MOST_BANS).toList()) {
            parts.add(text(
                    "worth.ban",
                    planWords.ban(part.banId()),
                    part.year(),
                    numbers().roundShare(part.share())));
        }
        return String.join(texts().pick(", ", "、"), parts);
    }

    private static ObjectNode json(Worth worth) {
        ObjectNode node = Json.object();
        node.set("planCostUsd", Json.number(worth.planCostUsd()));
        PlanChecks.json(node, worth.proof());
        ArrayNode lines = node.putArray("lines");
        for (Worth.Line line : worth.lines()) {
            ObjectNode each = lines.addObject();
            each.put("kind", line.asset().kind().id());
            each.put("place", line.asset().place());
            each.put("product", line.asset().productId());
            each.put("unit", line.asset().kind() == Worth.Kind.BUDGET ? "USD a year per USD" : "USD a year per t");
            each.set("oneMoreUsd", Json.number(line.moreUsd()));
            each.set("oneLessUsd", Json.number(line.lessUsd()));
            each.put("oneLessBreaksATarget", line.lessBreaks());
            each.set("step", Json.number(line.step()));
            each.set("yearlyCostOfOneUsd", Json.number(line.costUsd()));
            ArrayNode parts = each.putArray("byBan");
            for (Worth.Part part : line.episodes()) {
                ObjectNode row = parts.addObject();
                row.put("ban", part.banId());
                row.put("year", part.year());
                row.set("share", Json.number(part.share()));
            }
        }
        return node;
    }
}
