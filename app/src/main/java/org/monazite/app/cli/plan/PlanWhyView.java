package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.Optional;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Why;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What changes when a thing is forced out of a plan or into it, and which bans pay for it.
final class PlanWhyView {

    private static final double VISIBLE = 5e-4; // of demand
    private static final double LITTLE_USD = 5e4;

    private final Texts texts;
    private final Numbers numbers;
    private final PlanWords words;
    private final DecisionNames names;

    PlanWhyView(Session session) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new PlanWords(session);
        this.names = new DecisionNames(session);
    }

    /// The answer in one sentence, everything by its name.
    String sentence(Why why) throws IOException {
        String change;
        if (Math.abs(why.worstUnmetDelta()) >= VISIBLE) {
            change = texts.get(
                    why.worstUnmetDelta() > 0 ? "why.says.more" : "why.says.less",
                    PlanWords.estimate(numbers.share(Math.abs(why.worstUnmetDelta()))));
        } else if (why.costDeltaUsd() >= LITTLE_USD) {
            change = texts.get("why.says.dearer", PlanWords.estimate(numbers.usd(why.costDeltaUsd())));
        } else if (why.costDeltaUsd() <= -LITTLE_USD) {
            change = texts.get("why.says.cheaper", PlanWords.estimate(numbers.usd(-why.costDeltaUsd())));
        } else {
            change = texts.get("why.says.same");
        }
        String instead = why.otherIn().isEmpty() ? "" : texts.get("why.says.instead", names.all(why.otherIn()));
        Optional<Why.Worth> first = why.worthByBan().stream().findFirst();
        String worth = first.isEmpty()
                ? texts.get("why.says.nothing")
                : texts.get(
                        "why.says.ban",
                        words.ban(first.get().banId()),
                        PlanWords.estimate(numbers.share(first.get().savedUnmet())));
        return texts.get(why.inPlan() ? "why.says.in" : "why.says.out", names.of(why.id()), change, instead, worth);
    }

    /// Money, targets and other decisions that change.
    void change(Report report, Why why) throws IOException {
        report.line(texts.get(
                why.inPlan() ? "why.out" : "why.in",
                PlanWords.estimate(words.change(why.planCostDeltaUsd())),
                PlanWords.estimate(words.change(why.expectedDeltaUsd())),
                PlanWords.estimate(numbers.points(why.worstUnmetDelta()))));
        if (Math.abs(why.worstUnmetDelta()) < VISIBLE && Math.abs(why.expectedDeltaUsd()) >= LITTLE_USD) {
            report.line(texts.get("why.later"));
        }
        if (!why.lostTargets().isEmpty()) {
            report.line(texts.get("why.lost", words.targets(why.lostTargets())));
        }
        if (!why.wonTargets().isEmpty()) {
            report.line(texts.get("why.won", words.targets(why.wonTargets())));
        }
        if (!why.otherIn().isEmpty() || !why.otherOut().isEmpty()) {
            String none = texts.get("plan.backs.nothing");
            report.line(texts.get(
                    "why.others",
                    why.otherIn().isEmpty() ? none : names.all(why.otherIn()),
                    why.otherOut().isEmpty() ? none : names.all(why.otherOut())));
        }
        report.line(new PlanChecks(texts).all(why.proofs()));
    }

    /// Which bans pay for a unit at the margin.
    void paid(Report report, Why why) throws IOException {
        ObjectNode node = report.json();
        ArrayNode array = node.putArray("paidBack");
        if (why.paidBack().isEmpty()) {
            report.line(texts.get("why.paid.none", PlanWords.estimate(numbers.usd(why.yearlyUsd()))));
            return;
        }
        double all = 0;
        for (Why.Paid each : why.paidBack()) {
            all += each.usd();
        }
        Table table = new Table()
                .text("ban", texts.get("column.ban"))
                .number("year", texts.get("column.year"))
                .number("paid_usd", texts.get("column.paidback"))
                .number("share", texts.get("column.share"));
        for (Why.Paid each : why.paidBack()) {
            table.row(
                    new Table.Cell(words.ban(each.banId()), each.banId()),
                    Table.Cell.of(Integer.toString(each.year()), each.year()),
                    Table.Cell.of(PlanWords.estimate(numbers.usd(each.usd())), each.usd()),
                    Table.Cell.of(numbers.share(each.usd() / all), each.usd() / all));
            ObjectNode row = array.addObject();
            row.put("ban", each.banId());
            row.put("year", each.year());
            row.set("usd", Json.number(each.usd()));
        }
        report.line(texts.get(
                        "why.paid",
                        PlanWords.estimate(numbers.usd(why.yearlyUsd())),
                        PlanWords.estimate(numbers.usd(all))))
                .table(table);
    }
}
