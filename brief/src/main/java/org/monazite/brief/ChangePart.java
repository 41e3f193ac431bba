package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.monazite.brief.chart.Axis;
import org.monazite.brief.chart.DumbbellChart;
import org.monazite.brief.chart.FrontierChart;
import org.monazite.brief.chart.Heading;
import org.monazite.brief.chart.Role;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanResult.Dependence;

/// What the plan changes: dependence, losses, and what more money would buy.
final class ChangePart {

    private static final int MOST_BANS = 12;

    private static final double ROOM = 1.3; // for the words beside the last point

    private final Desk desk;
    private final Numbers numbers;
    private final PlanResult plan;

    ChangePart(Desk desk) {
        this.desk = desk;
        this.numbers = desk.numbers();
        this.plan = desk.findings().plan();
    }

    Section dependence(String takeaway) {
        List<Block> blocks = new ArrayList<>();
        if (!plan.dependence().isEmpty()) {
            blocks.add(dumbbell(
                    "traced",
                    Dependence::tracedBefore,
                    Dependence::tracedAfter,
                    plan.spec().targets().tracedShare()));
            blocks.add(dumbbell(
                    "direct",
                    Dependence::supplyBefore,
                    Dependence::supplyAfter,
                    plan.spec().targets().directShare()));
            blocks.add(dependenceTable());
        }
        return new Section("change", "3.3", desk.text("change.heading"), takeaway, blocks);
    }

    private Block.Figure dumbbell(
            String kind, ToDoubleFunction<Dependence> before, ToDoubleFunction<Dependence> after, double limit) {
        List<DumbbellChart.Row> rows = plan.dependence().stream()
                .map(row -> new DumbbellChart.Row(
                        desk.text(
                                "term.node",
                                desk.names().place(row.partner()),
                                desk.names().product(row.productId())),
                        before.applyAsDouble(row),
                        after.applyAsDouble(row),
                        share(before.applyAsDouble(row)),
                        share(after.applyAsDouble(row))))
                .toList();
        String supplier = desk.names().place(plan.spec().against());
        String title = desk.text(
                "change.chart." + kind, supplier, numbers.year(plan.spec().targetYear()));
        return new Block.Figure(
                new DumbbellChart(
                                new Heading("change-" + kind, title, desk.text("change.chart.desc")),
                                720,
                                desk.text("before"),
                                desk.text("after"),
                                desk.text("change.limit", numbers.roundShare(limit)),
                                limit < 1 ? OptionalDouble.of(limit) : OptionalDouble.empty(),
                                Role.DOMINANT,
                                Role.ALLIES,
                                rows,
                                Axis.shares(desk.text("change.axis." + kind), numbers::roundShare))
                        .draw(),
                title);
    }

    private String share(double share) {
        return Double.isNaN(share) ? desk.text("change.nothing") : numbers.roundShare(share);
    }

    private Block.Table dependenceTable() {
        List<Row> rows = new ArrayList<>();
        for (Dependence row : plan.dependence()) {
            rows.add(new Row(
                    List.of(
                            Cell.of(desk.text(
                                    "term.node",
                                    desk.names().place(row.partner()),
                                    desk.names().product(row.productId()))),
                            desk.number(numbers.share(row.supplyBefore()), plan.flag()),
                            desk.number(numbers.share(row.supplyAfter()), plan.flag()),
                            desk.number(numbers.points(row.supplyAfter() - row.supplyBefore()), plan.flag()),
                            desk.number(numbers.share(row.tracedBefore()), plan.flag()),
                            desk.number(numbers.share(row.tracedAfter()), plan.flag()),
                            desk.number(numbers.points(row.tracedAfter() - row.tracedBefore()), plan.flag())),
                    ""));
        }
        return new Block.Table(
                desk.text("change.table"),
                desk.run(),
                List.of(
                        new Block.Group("", 1),
                        new Block.Group(desk.text("column.direct"), 3),
                        new Block.Group(desk.text("column.traced"), 3)),
                List.of(
                        new Column(desk.text("column.product"), false),
                        new Column(desk.text("before"), true),
                        new Column(desk.text("after"), true),
                        new Column(desk.text("column.change"), true),
                        new Column(desk.text("before"), true),
                        new Column(desk.text("after"), true),
                        new Column(desk.text("column.change"), true)),
                rows,
                "");
    }

    Section bans(String takeaway) {
        List<Block> blocks = new ArrayList<>();
        if (!plan.bans().isEmpty()) {
            blocks.add(banChart());
            blocks.add(banTable());
        }
        return new Section("bans", "3.4", desk.text("bans.heading"), takeaway, blocks);
    }

    private Block.Figure banChart() {
        double most = 0;
        List<DumbbellChart.Row> rows = new ArrayList<>();
        for (PlanResult.Ban ban : plan.bans().stream().limit(MOST_BANS).toList()) {
            most = Math.max(most, Math.max(ban.lossBeforeUsd(), ban.lossAfterUsd()));
            rows.add(new DumbbellChart.Row(
                    desk.names().ban(ban.id()),
                    ban.lossBeforeUsd(),
                    ban.lossAfterUsd(),
                    numbers.usd(ban.lossBeforeUsd()),
                    numbers.usd(ban.lossAfterUsd())));
        }
        String title = desk.text("bans.chart.title");
        return new Block.Figure(
                new DumbbellChart(
                                new Heading("bans-chart", title, desk.text("change.chart.desc")),
                                720,
                                desk.text("before"),
                                desk.text("after"),
                                "",
                                OptionalDouble.empty(),
                                Role.LOSS,
                                Role.ALLIES,
                                rows,
                                Axis.upTo(most, 4, desk.text("bans.axis"), numbers::usd))
                        .draw(),
                title);
    }

    private Block.Table banTable() {
        List<String> partners = plan.spec().partners();
        List<Column> columns = new ArrayList<>(List.of(
                new Column(desk.text("column.ban"), false),
                new Column(desk.text("column.quarters"), true),
                new Column(desk.text("column.probability"), true)));
        List<Block.Group> groups = new ArrayList<>(List.of(new Block.Group("", 3)));
        for (String partner : partners) {
            groups.add(new Block.Group(desk.text("bans.unmet", desk.names().place(partner)), 2));
            columns.add(new Column(desk.text("before"), true));
            columns.add(new Column(desk.text("after"), true));
        }
        groups.add(new Block.Group(desk.text("column.at_risk_year"), 2));
        columns.add(new Column(desk.text("before"), true));
        columns.add(new Column(desk.text("after"), true));
        List<Row> rows = new ArrayList<>();
        for (PlanResult.Ban ban : plan.bans()) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(desk.names().ban(ban.id()))
                            .below(numbers.list(ban.products().stream()
                                    .map(desk.names()::product)
                                    .toList())),
                    desk.words(numbers.count(ban.quarters())),
                    desk.number(numbers.share(ban.probability()), plan.flag())));
            for (String partner : partners) {
                cells.add(unmet(ban.unmetBefore().get(partner)));
                cells.add(unmet(ban.unmetAfter().get(partner)));
            }
            cells.add(desk.number(numbers.usd(ban.lossBeforeUsd()), plan.flag()));
            cells.add(desk.number(numbers.usd(ban.lossAfterUsd()), plan.flag()));
            rows.add(new Row(cells, ""));
        }
        return new Block.Table(desk.text("bans.table"), desk.run(), groups, columns, rows, "");
    }

    private Cell unmet(@org.jspecify.annotations.Nullable Double share) {
        return share == null ? Cell.of("–") : desk.number(numbers.share(share), plan.flag());
    }

    Section frontier(String takeaway) {
        List<Block> blocks = new ArrayList<>(
                List.of(frontierChart(), frontierTable(), new Block.Paragraph(desk.text("frontier.note"), "note")));
        blocks.addAll(new StepsPart(desk).blocks());
        return new Section("frontier", "3.5", desk.text("frontier.heading"), takeaway, blocks);
    }

    private Block.Figure frontierChart() {
        Frontier frontier = desk.findings().frontier();
        double most = 0;
        double worst = 0;
        List<FrontierChart.Point> points = new ArrayList<>();
        for (Frontier.Point point : frontier.points()) {
            most = Math.max(most, point.spentUsd());
            worst = Math.max(worst, point.worstUnmet());
            points.add(new FrontierChart.Point(point.spentUsd(), point.worstUnmet(), point.verified()));
        }
        double spent = 0;
        for (double usd : plan.spentUsd().values()) {
            spent += usd;
        }
        most = most > 0 ? ROOM * Math.max(most, spent) : plan.spec().totalBudgetUsd();
        String title = desk.text("frontier.chart.title");
        Frontier.Point knee = frontier.points().get(frontier.knee());
        return new Block.Figure(
                new FrontierChart(
                                new Heading("frontier-chart", title, desk.text("frontier.chart.desc")),
                                720,
                                points,
                                frontier.knee(),
                                desk.text("frontier.knee", numbers.usd(knee.spentUsd())),
                                spent,
                                desk.text(
                                        "frontier.here",
                                        numbers.usd(spent),
                                        numbers.usd(plan.spec().totalBudgetUsd())),
                                Axis.upTo(most, 5, desk.text("frontier.x"), numbers::usd),
                                Axis.upTo(worst, 4, desk.text("frontier.y"), numbers::roundShare))
                        .draw(),
                title);
    }

    private Block.Table frontierTable() {
        Frontier frontier = desk.findings().frontier();
        List<String> partners =
                List.copyOf(frontier.points().getFirst().traced().keySet());
        List<Row> rows = new ArrayList<>();
        if (!frontier.tracedWithout().isEmpty()) {
            rows.add(withoutPlan(frontier, partners));
        }
        for (int i = 0; i < frontier.points().size(); i++) {
            Frontier.Point point = frontier.points().get(i);
            Cell budget = Cell.of(Desk.tie(numbers.usd(point.budgetUsd())));
            List<Cell> cells = new ArrayList<>(List.of(
                    i == frontier.knee() ? budget.below(desk.text("frontier.knee.word")) : budget,
                    desk.number(numbers.usd(point.spentUsd()), plan.flag()),
                    desk.number(numbers.share(point.worstUnmet()), plan.flag()),
                    desk.number(numbers.usd(point.worstUsd()), plan.flag())));
            for (String partner : partners) {
                cells.add(unmet(point.traced().get(partner)));
            }
            cells.add(Cell.of(numbers.count(point.decisions().size())));
            cells.add(Cell.of(desk.text(point.verified() ? "verified.yes" : "verified.no")));
            rows.add(new Row(cells, i == frontier.knee() ? "total" : ""));
        }
        List<Column> columns = new ArrayList<>(List.of(
                new Column(desk.text("column.budget"), true),
                new Column(desk.text("column.spent"), true),
                new Column(desk.text("column.worst_ban"), true),
                new Column(desk.text("column.worst_usd"), true)));
        for (String partner : partners) {
            columns.add(new Column(desk.text("column.traced.of", desk.names().place(partner)), true));
        }
        columns.add(new Column(desk.text("column.count"), true));
        columns.add(new Column(desk.text("column.verified"), false));
        return new Block.Table(desk.text("frontier.table"), desk.run(), List.of(), columns, rows, "");
    }

    /// What is so without any plan.
    private Row withoutPlan(Frontier frontier, List<String> partners) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(desk.text("frontier.without")),
                Cell.of("–"),
                desk.number(numbers.share(plan.lossBefore().worstUnmet()), plan.flag()),
                desk.number(numbers.usd(plan.lossBefore().worstUsd()), plan.flag())));
        for (String partner : partners) {
            cells.add(unmet(frontier.tracedWithout().get(partner)));
        }
        cells.add(Cell.of("–"));
        cells.add(Cell.of("–"));
        return new Row(cells, "");
    }
}
