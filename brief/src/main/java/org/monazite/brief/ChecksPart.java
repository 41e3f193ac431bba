package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Fact;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Mark;
import org.monazite.brief.internal.Section;
import org.monazite.plan.Frontier;
import org.monazite.plan.HowFound;
import org.monazite.plan.OwnCheck;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Proof;
import org.monazite.plan.Replay;
import org.monazite.plan.SecondSolver;
import org.monazite.plan.replay.Replays;

/// Whether the plan holds: its targets, its replay in the daily engine, what was left out and why, how it was found.
final class ChecksPart {

    private final Desk desk;
    private final Numbers numbers;
    private final PlanResult plan;

    ChecksPart(Desk desk) {
        this.desk = desk;
        this.numbers = desk.numbers();
        this.plan = desk.findings().plan();
    }

    Section targets(String takeaway) {
        List<Row> rows = new ArrayList<>();
        for (PlanResult.TargetState each : plan.targets()) {
            rows.add(new Row(
                    List.of(
                            Cell.of(desk.names().word("target", each.name())),
                            Cell.of(desk.names().subject(each.subject())),
                            desk.words(desk.text("targets.at_most", numbers.share(each.wanted()))),
                            desk.number(numbers.share(each.before()), plan.flag()),
                            desk.number(numbers.share(each.reached()), plan.flag()),
                            Cell.of(state(each).word()).with(state(each))),
                    ""));
        }
        Block table = new Block.Table(
                desk.text("targets.table", numbers.year(plan.spec().targetYear())),
                desk.run(),
                List.of(),
                List.of(
                        new Column(desk.text("column.target"), false),
                        new Column(desk.text("column.subject"), false),
                        new Column(desk.text("column.wanted"), true),
                        new Column(desk.text("before"), true),
                        new Column(desk.text("column.reached"), true),
                        new Column(desk.text("column.state"), false)),
                rows,
                "states");
        return new Section("targets", "3.7", desk.text("targets.heading"), takeaway, List.of(table));
    }

    private Mark state(PlanResult.TargetState each) {
        if (!each.kept()) {
            return new Mark("×", desk.text("targets.missed"), "state-bad");
        }
        return each.onPaper()
                ? new Mark("≈", desk.text("targets.paper"), "state-warn")
                : new Mark("✓", desk.text("targets.kept"), "state-ok");
    }

    /// Mean of the rules, and from the kindest to the hardest.
    private String played(double mean, Replays.Span span) {
        return "%s (%s)".formatted(numbers.share(mean), numbers.shareRange(span.least(), span.most()));
    }

    Section replay(String takeaway) {
        List<Row> rows = new ArrayList<>();
        for (Replay.Line line : plan.replay().lines()) {
            rows.add(new Row(
                    List.of(
                            Cell.of(desk.names().ban(line.banId())),
                            Cell.of(desk.names().place(line.partner())),
                            desk.number(numbers.share(line.planBefore()), plan.flag()),
                            desk.number(played(line.engineBefore(), line.spanBefore()), plan.flag()),
                            desk.number(numbers.share(line.planAfter()), plan.flag()),
                            desk.number(played(line.engineAfter(), line.spanAfter()), plan.flag()),
                            desk.number(numbers.points(line.engineAfter() - line.planAfter()), plan.flag()),
                            line.engineWorstWeekAfter() > 0
                                    ? Cell.of(numbers.week(line.engineWorstWeekAfter()))
                                    : Cell.of(desk.text("never"))),
                    ""));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(desk.text("replay.words"), "note"));
        blocks.add(new Block.Table(
                desk.text("replay.table"),
                desk.run(),
                List.of(
                        new Block.Group("", 2),
                        new Block.Group(desk.text("replay.without"), 2),
                        new Block.Group(desk.text("replay.with"), 4)),
                List.of(
                        new Column(desk.text("column.ban"), false),
                        new Column(desk.text("column.place"), false),
                        new Column(desk.text("replay.plan"), true),
                        new Column(desk.text("replay.engine"), true),
                        new Column(desk.text("replay.plan"), true),
                        new Column(desk.text("replay.engine"), true),
                        new Column(desk.text("replay.gap"), true),
                        new Column(desk.text("column.worst_week"), true)),
                rows,
                ""));
        blocks.add(new Block.Facts(search(), "facts"));
        return new Section("replay", "3.8", desk.text("replay.heading"), takeaway, blocks);
    }

    private List<Fact> search() {
        OwnCheck check = plan.check();
        HowFound search = plan.search();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                desk.text("search.outcome"),
                desk.words(desk.text("outcome." + Names.slug(plan.outcome().id()), numbers.share(search.gap())))));
        facts.add(new Fact(
                desk.text("search.verifier"),
                check.verified()
                        ? desk.words(desk.text("search.verified", numbers.count(check.rows())))
                        : desk.words(desk.text("search.not_verified", numbers.count(check.rows())))
                                .below(check.where())));
        facts.add(new Fact(desk.text("search.second"), desk.words(second(plan.second()))));
        facts.add(new Fact(
                desk.text("search.frontier"),
                desk.words(frontier(desk.findings().frontier().points()))));
        if (plan.late().isAsked()) {
            String name = desk.text("search.late", plan.late().years());
            facts.add(new Fact(name, desk.words(proof(plan.late().proof()))));
        }
        if (plan.announced().asked()) {
            facts.add(new Fact(
                    desk.text("search.announced"),
                    desk.words(proof(plan.announced().proof()))));
        }
        facts.add(new Fact(
                desk.text("search.low_value"),
                desk.words(desk.text(
                                plan.lowValue().samePlan() ? "search.low_value.same" : "search.low_value.other",
                                plan.lowValue().onlyHere().size(),
                                plan.lowValue().onlyThere().size()))
                        .below(proof(plan.lowValue().proof()))));
        facts.add(new Fact(
                desk.text("search.model"),
                Cell.of(desk.text(
                        "search.model.size",
                        numbers.count(search.rows()),
                        numbers.count(search.columns()),
                        numbers.count(search.nonzeros()),
                        numbers.count(search.integers())))));
        facts.add(new Fact(desk.text("search.solver"), Cell.id(search.solver())));
        return facts;
    }

    /// What the other solver says of one plan.
    private String second(SecondSolver second) {
        return switch (second.asked()) {
            case YES ->
                desk.text(
                        second.agrees() ? "search.second.agrees" : "search.second.differs",
                        solverName(second),
                        numbers.share(second.objectiveDifference()));
            case NO_TIME -> desk.text("search.second.no_time");
            case NO_LIBRARY -> desk.text("search.second.no_library");
            case TOO_LARGE -> desk.text("search.second.too_large");
            case NO_PLAN -> desk.text("search.second.none");
            case ASTRAY -> desk.text("search.second.astray");
        };
    }

    /// Who has checked a plan that stands beside this one.
    private String proof(Proof proof) {
        return desk.text(
                "search.proof",
                desk.text(proof.verified() ? "search.proof.verified" : "search.proof.not_verified"),
                second(proof.second()));
    }

    /// Who has checked the plans of the frontier.
    private String frontier(List<Frontier.Point> points) {
        long verified = points.stream().filter(Frontier.Point::verified).count();
        long same = points.stream().filter(point -> point.second().agrees()).count();
        return desk.text("search.frontier.checked", points.size(), verified, same);
    }

    /// The other solver; a Japanese page has its name without the English words after it.
    private String solverName(SecondSolver second) {
        String solver = second.solver();
        return desk.texts().isJapanese() ? solver.split(",", 2)[0] : solver;
    }

    Section leftOut(String takeaway) {
        List<Row> rows = plan.leftOut().stream()
                .map(each -> new Row(
                        List.of(
                                Cell.of(desk.texts().pick(each.nameEn(), each.nameJa())),
                                desk.words(desk.texts().pick(each.reasonEn(), each.reasonJa())),
                                Cell.id(each.id())),
                        ""))
                .toList();
        List<Block> blocks = rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        desk.text("left_out.table"),
                        desk.run(),
                        List.of(),
                        List.of(
                                new Column(desk.text("column.what"), false),
                                new Column(desk.text("column.reason"), false),
                                new Column(desk.text("column.id"), false)),
                        rows,
                        "wide"));
        return new Section("left-out", "3.9", desk.text("left_out.heading"), takeaway, blocks);
    }
}
