package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Fact;
import org.monazite.brief.internal.Block.Group;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Block.Table;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Front;
import org.monazite.exposure.StageExposure;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Replay;
import org.monazite.pledges.Assessment;
import org.monazite.shock.Ensemble;
import org.monazite.shock.Quantiles;
import org.monazite.supply.Assumed;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

/// Page one: four answers and what they rest on, on one sheet of A4.
final class FrontPage {

    private static final int MOST_PARTNERS = 3;
    private static final int MOST_ROWS = 10;
    private static final int MOST_ASSUMPTIONS = 2;

    private final Desk desk;
    private final Findings findings;
    private final Headline headline;
    private final Subjects subjects;

    FrontPage(Desk desk, Headline headline) {
        this.desk = desk;
        this.findings = desk.findings();
        this.headline = headline;
        this.subjects = new Subjects(findings);
    }

    Front front() {
        return new Front(
                desk.text("front.kicker"),
                Desk.tie(headline.title()),
                facts(),
                List.of(dependence(), ban(), plan(), pledges()),
                desk.text("front.rests"),
                rests(),
                desk.text("front.legend"),
                List.of(
                        desk.mark(Flag.NONE),
                        desk.mark(Flag.DERIVED),
                        desk.mark(Flag.ESTIMATE),
                        desk.mark(Flag.UNVERIFIED)),
                desk.text("front.legend.refs"));
    }

    private List<Fact> facts() {
        return List.of(
                new Fact(
                        desk.text("front.for"),
                        Cell.of(desk.numbers()
                                .list(findings.partners().stream()
                                        .map(desk.names()::place)
                                        .toList()))),
                new Fact(desk.text("front.against"), Cell.of(desk.names().place(findings.against()))),
                new Fact(desk.text("front.date"), Cell.of(desk.numbers().date(findings.asOf()))),
                new Fact(desk.text("front.atlas"), Cell.id(findings.card().atlas())));
    }

    private Front.Answer dependence() {
        List<Cell> more = new ArrayList<>(List.of(desk.words(headline.narrowest())));
        new PublishedPart(desk).line().ifPresent(more::add);
        return new Front.Answer(
                "1",
                desk.text("front.dependence"),
                Desk.tie(headline.dependence()),
                more,
                "",
                "",
                "stages",
                List.of(stageTable()));
    }

    private Table stageTable() {
        List<String> partners =
                findings.partners().stream().limit(MOST_PARTNERS).toList();
        List<Group> groups = new ArrayList<>(List.of(new Group("", 1)));
        List<Column> columns = new ArrayList<>(List.of(new Column(desk.text("column.product"), false)));
        for (String partner : partners) {
            groups.add(new Group(desk.names().place(partner), 2));
            columns.add(new Column(desk.text("column.direct"), true));
            columns.add(new Column(desk.text("column.traced"), true));
        }
        groups.add(new Group(desk.text("column.world"), 2));
        columns.add(new Column(desk.text("column.share"), true));
        columns.add(new Column(desk.text("column.hhi"), true));
        groups.add(new Group("", 1));
        columns.add(new Column(desk.text("column.sources"), false));
        List<String> products = subjects.products();
        List<Row> rows = products.stream()
                .limit(MOST_ROWS)
                .map(product -> stageRow(product, partners))
                .toList();
        String more = products.size() > MOST_ROWS || findings.partners().size() > MOST_PARTNERS ? ".more" : "";
        return new Table(
                desk.text("front.dependence.caption" + more, desk.names().placeIn(findings.against())),
                List.of(),
                groups,
                columns,
                rows,
                "tight");
    }

    private Row stageRow(String product, List<String> partners) {
        List<Cell> cells = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        Optional<StageExposure> any = Optional.empty();
        for (String partner : partners) {
            Optional<StageExposure> row = subjects.exposure(partner, product);
            any = row.isPresent() ? row : any;
            cells.add(round(row.map(StageExposure::directShare), citations));
            cells.add(round(row.map(StageExposure::tracedShare), citations));
        }
        String stage = any.map(row -> desk.names().stage(row.stage())).orElse("");
        cells.addFirst(Cell.of(desk.names().product(product)).below(stage));
        cells.add(round(any.map(StageExposure::worldShare), citations));
        cells.add(any.map(row -> desk.number(
                        desk.numbers().hhi(row.hhi().value()), row.hhi().flag()))
                .orElse(Cell.of(desk.numbers().notAvailable())));
        cells.add(Cell.of("").with(desk.sources().refs(citations, 2)));
        return new Row(cells, "");
    }

    private Cell round(Optional<Explained> number, List<Citation> citations) {
        if (number.isEmpty() || !number.get().isDefined()) {
            return Cell.of("–");
        }
        citations.addAll(Desk.citations(number.get()));
        return desk.number(
                desk.numbers().roundShare(number.get().value()), number.get().flag());
    }

    private Front.Answer ban() {
        return new Front.Answer(
                "2",
                desk.text("front.ban"),
                Desk.tie(headline.ban()),
                List.of(desk.words(headline.firstToStop())),
                "",
                "",
                "clock",
                List.of(banTable()));
    }

    private Table banTable() {
        Flag flag = desk.runFlag();
        List<Row> rows = new ArrayList<>();
        for (String partner : findings.partners()) {
            Optional<Ensemble.Line> line = subjects.mainLine(findings.shock(), partner);
            Optional<Ensemble.Value> value = findings.shock().findValue(partner);
            if (line.isEmpty() && value.isEmpty()) {
                continue;
            }
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(desk.names().place(partner))));
            Quantiles worst = line.map(Ensemble.Line::worst).orElse(new Quantiles(0, 0, 0, 0, 0));
            for (double share : new double[] {worst.p10(), worst.p50(), worst.p90()}) {
                cells.add(
                        line.isPresent()
                                ? desk.number(share == 0 ? "0" : desk.numbers().roundShare(share), flag)
                                : Cell.of("–"));
            }
            int week = line.map(Ensemble.Line::worstWeek).orElse(0);
            cells.add(week > 0 ? desk.number(desk.numbers().week(week), flag) : Cell.of("–"));
            cells.add(firstToStop(partner, flag));
            cells.add(value.map(each -> desk.number(
                                    desk.numbers().usd(each.total().p50()), flag)
                            .below(desk.numbers()
                                    .usdRange(each.total().p10(), each.total().p90())))
                    .orElse(Cell.of("–")));
            rows.add(new Row(cells, ""));
        }
        return new Table(
                desk.text(
                        "front.ban.caption",
                        subjects.mainProduct().map(desk.names()::productIn).orElse(""),
                        desk.numbers().count(findings.shock().members())),
                desk.run(),
                List.of(
                        new Group("", 1),
                        new Group(desk.text("column.worst_unmet"), 3),
                        new Group("", 2),
                        new Group(desk.text("column.at_risk"), 1)),
                List.of(
                        new Column(desk.text("column.place"), false),
                        new Column("P10", true),
                        new Column("P50", true),
                        new Column("P90", true),
                        new Column(desk.text("column.worst_week"), true),
                        new Column(desk.text("column.first_dry"), false),
                        new Column(desk.text("column.p50_band"), true)),
                rows,
                "tight");
    }

    private Cell firstToStop(String partner, Flag flag) {
        return subjects.firstToStop(findings.shock(), List.of(partner))
                .map(line -> desk.number(
                        desk.text(
                                "front.first_dry",
                                desk.names().product(line.productId()),
                                desk.numbers().week(line.firstEmptyWeek())),
                        flag))
                .orElse(Cell.of(desk.text("never")));
    }

    private Front.Answer plan() {
        PlanResult plan = findings.plan();
        return new Front.Answer(
                "3",
                desk.text("front.plan"),
                Desk.tie(headline.plan()),
                List.of(desk.words(headline.planMadeOf()), desk.words(headline.targets())),
                plan.check().verified() ? "" : "weak",
                Desk.tie(headline.planCaveat()),
                "timeline",
                List.of(planTable(plan), new Block.Facts(planFacts(plan), "inline")));
    }

    /// Who pays how much, and what the worst ban leaves unmet: by the arithmetic of the plan, and in the daily engine.
    private Table planTable(PlanResult plan) {
        List<Row> rows = new ArrayList<>();
        for (String partner : plan.spec().partners()) {
            List<Double> shares = List.of(
                    worst(plan.bans(), ban -> ban.unmetBefore().getOrDefault(partner, Double.NaN)),
                    worst(plan.bans(), ban -> ban.unmetAfter().getOrDefault(partner, Double.NaN)),
                    worst(played(plan, partner), Replay.Line::engineBefore),
                    worst(played(plan, partner), Replay.Line::engineAfter),
                    worst(traced(plan, partner), PlanResult.TargetState::before),
                    worst(traced(plan, partner), PlanResult.TargetState::reached));
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(desk.names().place(partner)),
                    desk.number(desk.numbers().usd(plan.spentUsd().getOrDefault(partner, 0.0)), plan.flag())));
            for (double share : shares) {
                cells.add(
                        Double.isNaN(share)
                                ? Cell.of("–")
                                : desk.number(desk.numbers().roundShare(share), plan.flag()));
            }
            rows.add(new Row(cells, ""));
        }
        return new Table(
                desk.text("front.plan.caption"),
                desk.run(),
                List.of(
                        new Group("", 2),
                        new Group(desk.text("front.plan.by_plan"), 2),
                        new Group(desk.text("front.plan.by_engine"), 2),
                        new Group(
                                desk.text(
                                        "front.plan.traced",
                                        desk.names().place(plan.spec().against())),
                                2)),
                List.of(
                        new Column(desk.text("column.place"), false),
                        new Column(desk.text("front.plan.budget"), true),
                        new Column(desk.text("front.plan.without"), true),
                        new Column(desk.text("front.plan.with"), true),
                        new Column(desk.text("front.plan.without"), true),
                        new Column(desk.text("front.plan.with"), true),
                        new Column(desk.text("front.plan.without"), true),
                        new Column(desk.text("front.plan.with"), true)),
                rows,
                "tight");
    }

    /// Limits on what the feared supplier handled of what a partner's users take in.
    private static List<PlanResult.TargetState> traced(PlanResult plan, String partner) {
        return plan.targets().stream()
                .filter(target ->
                        target.name().equals("traced_share") && target.subject().startsWith(partner + " "))
                .toList();
    }

    private static List<Replay.Line> played(PlanResult plan, String partner) {
        return plan.replay().lines().stream()
                .filter(line -> line.partner().equals(partner))
                .toList();
    }

    /// The largest of some shares; NaN if there is none.
    private static <T> double worst(List<T> of, ToDoubleFunction<T> share) {
        return of.stream()
                .mapToDouble(share)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    private List<Fact> planFacts(PlanResult plan) {
        Frontier.Point knee =
                findings.frontier().points().get(findings.frontier().knee());
        Flag flag = plan.flag();
        return List.of(
                new Fact(
                        desk.text("front.plan.verified"),
                        desk.words(desk.text(
                                plan.check().verified() ? "front.plan.agrees" : "front.plan.disagrees",
                                desk.numbers().count(plan.check().rows())))),
                new Fact(
                        desk.text("front.plan.gap"),
                        plan.replay().lines().isEmpty()
                                ? Cell.of(desk.numbers().notAvailable())
                                : desk.number(
                                        desk.numbers().pointsApart(plan.replay().largestGap()), flag)),
                new Fact(
                        desk.text("front.plan.knee"), desk.number(desk.numbers().usd(knee.budgetUsd()), flag)));
    }

    private Front.Answer pledges() {
        List<Block.Count> counts = new ArrayList<>();
        for (Assessment.State state : Assessment.State.values()) {
            counts.add(new Block.Count(
                    PledgeWords.mark(state, desk), desk.numbers().count(headline.count(state))));
        }
        return new Front.Answer(
                "4",
                desk.text("front.pledges"),
                Desk.tie(headline.pledges()),
                List.of(desk.words(headline.overdue())),
                "",
                "",
                "board",
                List.of(new Block.Tally(counts)));
    }

    private List<String> rests() {
        List<String> lines = new ArrayList<>(
                List.of(desk.text("front.rests.lines", Desk.tie(headline.unverified()), Desk.tie(headline.assumed()))));
        for (Assumed each :
                headline.assumptions().stream().limit(MOST_ASSUMPTIONS).toList()) {
            lines.add(desk.text(
                    "front.assumption",
                    desk.mark(each.flag()).glyph(),
                    desk.texts().pick(each.whyEn(), each.whyJa()),
                    desk.value(each.value(), each.unit())));
        }
        return lines;
    }
}
