package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.cli.shock.Played;
import org.monazite.app.text.ExitCode;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.Proof;
import org.monazite.plan.Sharing;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who pays for a plan, and who gains.
@Command(name = "share")
final class PlanShare extends PlanCommand.OfPlan {

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        PlanSpec spec = spec(workbench);
        Planner planner = planner(workbench, spec);
        Sharing sharing = refused(() -> planner.share(spec));
        Report report = begin(workbench);
        Played played = played();
        report.json().set("share", json(sharing, played));
        report.line(text("share.title", spec.name()))
                .line(text("share.groups"))
                .table(groups(sharing, played))
                .line(new PlanChecks(texts()).all(sharing.proofs()))
                .line(text("share.method"))
                .line(text("share.lines", played.cost(sharing.planCostUsd())))
                .table(lines(sharing, played))
                .line(text("share.before"))
                .line(text("share.splits"))
                .table(splits(sharing, played));
        if (sharing.prices().isPresent()) {
            report.line(text("share.prices")).table(prices(sharing.prices().get(), played));
        } else {
            report.line(text("share.prices.none"));
        }
        if (!played.isValued()) {
            report.line(text("answer.novalue"));
        }
        if (deadline().isHit()) {
            report.line(text("share.unfinished"));
        } else {
            verdict(report, sharing, played);
        }
        played.closed(report);
        return within(report, code(sharing));
    }

    private static ExitCode code(Sharing sharing) {
        if (!Proof.hold(sharing.proofs())) {
            return ExitCode.CHECK_FAILED;
        }
        return sharing.all().missed().isEmpty() ? ExitCode.DONE : ExitCode.INFEASIBLE;
    }

    private void verdict(Report report, Sharing sharing, Played played) throws IOException {
        Words words = new Words(session());
        Sharing.Split plan = sharing.get(Sharing.Rule.PLAN);
        boolean any = false;
        for (Sharing.Line line : sharing.lines()) {
            double bears = plan.bornUsd().getOrDefault(line.partner(), 0.0);
            if (sharing.lines().size() > 1 && bears > line.aloneUsd() + 1) {
                any = true;
                report.line(text(
                        "share.alone", words.place(line.partner()), played.cost(bears), played.cost(line.aloneUsd())));
            }
        }
        if (!any && plan.worstExcessUsd() <= 1) {
            report.line(text("share.none"));
        }
        report.line(
                sharing.leastCoreUsd() <= 1
                        ? text("share.core")
                        : text("share.empty", played.cost(sharing.leastCoreUsd())));
        if (sharing.prices().isPresent()) {
            byPrices(report, sharing, sharing.prices().get(), played);
        }
        for (Sharing.Coupling each : sharing.couplings()) {
            report.line(text(
                    each.shared().isEmpty() ? "share.coupled" : "share.coupled.by",
                    played.places(each.group()),
                    played.places(each.other()),
                    played.cost(each.moreUsd()),
                    String.join(", ", each.shared())));
        }
        for (Sharing.Group group : sharing.groups()) {
            if (!group.missed().isEmpty()) {
                report.line(text(
                        "share.missed",
                        played.places(group.members()),
                        new PlanWords(session()).targets(group.missed())));
            }
        }
    }

    /// Whether the split by prices lies in the core, and if not, why it need not.
    private void byPrices(Report report, Sharing sharing, Sharing.Prices prices, Played played) throws IOException {
        Sharing.Split split = sharing.get(Sharing.Rule.DUALS);
        if (split.worstExcessUsd() <= 1) {
            report.line(text("share.prices.core"));
        } else {
            report.line(text(
                    prices.commonUsd() < 0 ? "share.prices.out" : "share.prices.out.whole",
                    played.places(split.worstGroup()),
                    played.cost(split.worstExcessUsd()),
                    played.cost(Math.abs(prices.commonUsd()))));
        }
    }

    private Table prices(Sharing.Prices prices, Played played) throws IOException {
        Words words = new Words(session());
        Table table = new Table()
                .text("owner", text("column.place"))
                .number("needs_usd", text("column.priced.needs"))
                .number("decisions_usd", text("column.priced.decisions"))
                .number("budget_usd", text("column.priced.budget"))
                .number("holdings_usd", text("column.priced.holdings"));
        for (Sharing.Priced line : prices.lines()) {
            String owner = line.partner().isEmpty() ? text("share.prices.nobody") : words.place(line.partner());
            table.row(
                    new Table.Cell(owner, line.partner()),
                    Table.Cell.of(played.cost(line.needsUsd()), line.needsUsd()),
                    Table.Cell.of(played.cost(line.decisionsUsd()), line.decisionsUsd()),
                    Table.Cell.of(played.cost(line.budgetUsd()), line.budgetUsd()),
                    Table.Cell.of(played.cost(line.holdingsUsd()), line.holdingsUsd()));
        }
        table.row(
                new Table.Cell(text("share.prices.whole"), "whole"),
                Table.Cell.of("", 0),
                Table.Cell.of(played.cost(prices.wholeUsd()), prices.wholeUsd()),
                Table.Cell.of("", 0),
                Table.Cell.of("", 0));
        return table;
    }

    private Table groups(Sharing sharing, Played played) throws IOException {
        Table table = new Table()
                .text("group", text("column.group"))
                .number("plan_cost_usd", text("column.plancost"))
                .number("expected_usd", text("column.kept"))
                .number("born_usd", text("column.born"))
                .number("worst_unmet", text("column.worstban"))
                .number("decisions", text("column.decisions"))
                .number("missed", text("column.missed"))
                .text("verified", text("column.verified"));
        for (Sharing.Group group : sharing.groups()) {
            table.row(
                    new Table.Cell(played.places(group.members()), String.join("+", group.members())),
                    Table.Cell.of(played.cost(group.planCostUsd()), group.planCostUsd()),
                    Table.Cell.of(played.usd(group.expectedUsd()), group.expectedUsd()),
                    Table.Cell.of(played.cost(group.bornUsd()), group.bornUsd()),
                    Table.Cell.of(played.share(group.worstUnmet()), group.worstUnmet()),
                    Table.Cell.of(
                            Integer.toString(group.decisions().size()),
                            group.decisions().size()),
                    Table.Cell.of(
                            Integer.toString(group.missed().size()),
                            group.missed().size()),
                    new Table.Cell(
                            text(group.proof().verified() ? "word.yes" : "word.no"),
                            Boolean.toString(group.proof().verified())));
        }
        return table;
    }

    private Table lines(Sharing sharing, Played played) throws IOException {
        Words words = new Words(session());
        Table table = new Table()
                .text("partner", text("column.place"))
                .number("alone_usd", text("column.alone.bears"))
                .number("avoided_usd", text("column.avoided"))
                .number("worst_before", text("column.worst.before"))
                .number("worst_alone", text("column.worst.alone"))
                .number("worst_after", text("column.worst.after"));
        for (Sharing.Line line : sharing.lines()) {
            table.row(
                    new Table.Cell(words.place(line.partner()), line.partner()),
                    Table.Cell.of(played.cost(line.aloneUsd()), line.aloneUsd()),
                    Table.Cell.of(played.usd(line.avoidedUsd()), line.avoidedUsd()),
                    Table.Cell.of(played.share(line.worstBefore()), line.worstBefore()),
                    Table.Cell.of(played.share(line.worstAlone()), line.worstAlone()),
                    Table.Cell.of(played.share(line.worstAfter()), line.worstAfter()));
        }
        return table;
    }

    private Table splits(Sharing sharing, Played played) throws IOException {
        Words words = new Words(session());
        Table table = new Table().text("rule", text("column.rule"));
        for (Sharing.Line line : sharing.lines()) {
            table.number(line.partner() + "_usd", words.place(line.partner()));
        }
        table.text("worst_excess_usd", text("column.excess"));
        for (Sharing.Split split : sharing.splits()) {
            if (split.rule() == Sharing.Rule.PRO_RATA && !played.isValued()) {
                continue; // there is no loss in money to be in proportion to
            }
            List<Table.Cell> cells = new ArrayList<>();
            String key = split.rule().name().toLowerCase(Locale.ROOT);
            cells.add(new Table.Cell(text("share.rule." + key), split.rule().id()));
            for (Sharing.Line line : sharing.lines()) {
                double usd = split.paymentUsd().getOrDefault(line.partner(), 0.0);
                cells.add(Table.Cell.of(played.cost(usd), usd));
            }
            String worst = split.worstExcessUsd() <= 1
                    ? text("share.nobody")
                    : text("share.more", played.places(split.worstGroup()), played.cost(split.worstExcessUsd()));
            cells.add(new Table.Cell(worst, Double.toString(split.worstExcessUsd())));
            table.row(cells.toArray(Table.Cell[]::new));
        }
        return table;
    }

    private static ObjectNode json(Sharing sharing, Played played) {
        ObjectNode node = Json.object();
        node.put("unit", "US dollars a year");
        node.set("planCostUsd", Json.number(sharing.planCostUsd()));
        node.set("leastCoreUsd", Json.number(sharing.leastCoreUsd()));
        node.put("coreIsEmpty", sharing.leastCoreUsd() > 1);
        ArrayNode groups = node.putArray("groups");
        for (Sharing.Group group : sharing.groups()) {
            ObjectNode each = groups.addObject();
            each.set("members", Json.strings(group.members()));
            each.set("planCostUsd", Json.number(group.planCostUsd()));
            each.set("expectedLossUsd", played.loss(group.expectedUsd()));
            each.set("bornUsd", Json.number(group.bornUsd()));
            each.set("worstUnmet", Json.number(group.worstUnmet()));
            each.set("missedTargets", Json.strings(group.missed()));
            each.set("decisions", Json.strings(group.decisions()));
            PlanChecks.json(each, group.proof());
        }
        ArrayNode couplings = node.putArray("dearerTogether");
        for (Sharing.Coupling coupling : sharing.couplings()) {
            ObjectNode each = couplings.addObject();
            each.set("group", Json.strings(coupling.group()));
            each.set("other", Json.strings(coupling.other()));
            each.set("moreUsd", Json.number(coupling.moreUsd()));
            each.set("shared", Json.strings(coupling.shared()));
        }
        ArrayNode lines = node.putArray("partners");
        for (Sharing.Line line : sharing.lines()) {
            ObjectNode each = lines.addObject();
            each.put("partner", line.partner());
            each.set("aloneUsd", Json.number(line.aloneUsd()));
            each.set("expectedBeforeUsd", played.loss(line.expectedBeforeUsd()));
            each.set("expectedAfterUsd", played.loss(line.expectedAfterUsd()));
            each.set("worstBefore", Json.number(line.worstBefore()));
            each.set("worstAlone", Json.number(line.worstAlone()));
            each.set("worstAfter", Json.number(line.worstAfter()));
        }
        ArrayNode splits = node.putArray("splits");
        for (Sharing.Split split : sharing.splits()) {
            if (split.rule() == Sharing.Rule.PRO_RATA && !played.isValued()) {
                continue;
            }
            ObjectNode each = splits.addObject();
            each.put("rule", split.rule().id());
            each.set("paymentUsd", Json.byPlace(split.paymentUsd()));
            each.set("bornUsd", Json.byPlace(split.bornUsd()));
            each.set("worstExcessUsd", Json.number(split.worstExcessUsd()));
            each.set("worstGroup", Json.strings(split.worstGroup()));
        }
        sharing.prices().ifPresent(prices -> node.set("prices", json(prices)));
        return node;
    }

    private static ObjectNode json(Sharing.Prices prices) {
        ObjectNode node = Json.object();
        node.set("commonUsd", Json.number(prices.commonUsd()));
        node.set("wholeModulesUsd", Json.number(prices.wholeUsd()));
        node.set("dualityRest", Json.number(prices.rest()));
        ArrayNode owners = node.putArray("owners");
        for (Sharing.Priced line : prices.lines()) {
            ObjectNode each = owners.addObject();
            each.put("partner", line.partner());
            each.set("needsUsd", Json.number(line.needsUsd()));
            each.set("decisionsUsd", Json.number(line.decisionsUsd()));
            each.set("budgetUsd", Json.number(line.budgetUsd()));
            each.set("holdingsUsd", Json.number(line.holdingsUsd()));
        }
        return node;
    }
}
