package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.monazite.brief.chart.Axis;
import org.monazite.brief.chart.GanttChart;
import org.monazite.brief.chart.Heading;
import org.monazite.brief.chart.Role;
import org.monazite.brief.chart.StackedBars;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.plan.Announced;
import org.monazite.plan.Decision;
import org.monazite.plan.PlanResult;

/// What the plan backs, when it delivers, and who pays.
final class TimelinePart {

    private final Desk desk;
    private final PlanResult plan;

    TimelinePart(Desk desk) {
        this.desk = desk;
        this.plan = desk.findings().plan();
    }

    Section timeline(String takeaway, String caveat) {
        List<Block> blocks = new ArrayList<>();
        if (!caveat.isEmpty()) {
            blocks.add(new Block.Paragraph(caveat, "warn"));
        }
        if (!plan.decisions().isEmpty()) {
            blocks.add(gantt());
            blocks.add(decisions("timeline.table", plan.decisions()));
            blocks.addAll(new StocksPart(desk).blocks());
            blocks.add(new Block.Folded(desk.text("timeline.output"), List.of(output(), unverified()), false));
        }
        if (plan.announced().asked()) {
            blocks.add(new Block.Paragraph(announced(plan.announced()), "takeaway"));
            blocks.add(new Block.Folded(
                    desk.text("timeline.announced.fold"),
                    List.of(decisions(
                            "timeline.announced.table", plan.announced().decisions())),
                    false));
        }
        return new Section("timeline", "3.1", desk.text("timeline.heading"), takeaway, blocks);
    }

    /// What it costs to do without plants that nobody has announced.
    private String announced(Announced announced) {
        return desk.text(
                announced.kept() ? "timeline.announced" : "timeline.announced.missed",
                desk.numbers().usd(announced.totalSpentUsd()),
                announced.decisions().size(),
                desk.numbers().share(announced.after().worstUnmet()));
    }

    private String name(Decision decision) {
        return desk.names().decision(decision);
    }

    private static Role role(Decision.Kind kind) {
        return switch (kind) {
            case PROJECT, MODULE, OFFTAKE -> Role.ALLIES;
            case RECYCLING, SUBSTITUTION -> Role.RECYCLING;
            case STOCKPILE -> Role.STOCK;
        };
    }

    private Block.Figure gantt() {
        int first = plan.spec().asOfYear();
        int last = Math.max(
                first,
                Math.min(
                        plan.spec().lastYear(),
                        plan.decisions().stream()
                                        .mapToInt(Decision::fullYear)
                                        .max()
                                        .orElse(first)
                                + 1));
        List<GanttChart.Row> rows = plan.decisions().stream().map(this::row).toList();
        String title = desk.text("timeline.chart.title");
        return new Block.Figure(
                new GanttChart(
                                new Heading("gantt", title, desk.text("timeline.chart.desc")),
                                720,
                                first,
                                last,
                                Integer::toString,
                                desk.text("timeline.build"),
                                desk.text("timeline.full"),
                                rows)
                        .draw(),
                title);
    }

    private GanttChart.Row row(Decision decision) {
        List<Double> parts = new ArrayList<>();
        boolean stock = decision.kind() == Decision.Kind.STOCKPILE;
        int last = decision.output().isEmpty()
                ? decision.startYear()
                : decision.output().lastKey();
        for (int year = decision.startYear(); year <= last; year++) {
            double tonnes = decision.output().getOrDefault(year, 0.0);
            parts.add(stock || decision.tonnes() <= 0 ? 1.0 : Math.min(1, tonnes / decision.tonnes()));
        }
        return new GanttChart.Row(
                name(decision),
                desk.text(
                        stock ? "timeline.detail.stock" : "timeline.detail",
                        desk.names().place(decision.place()),
                        desk.names().product(decision.productId()),
                        desk.numbers().tonnes(decision.tonnes())),
                role(decision.kind()),
                decision.startYear(),
                parts,
                desk.numbers().usd(decision.capexUsd().value()));
    }

    private Block.Table decisions(String caption, List<Decision> decisions) {
        List<Row> rows = new ArrayList<>();
        for (Decision each : decisions) {
            String kind = desk.text("kind." + each.kind().id());
            String detail = each.isNamelessPlant()
                    ? desk.text("timeline.generic", kind)
                    : each.statusId().isEmpty()
                            ? kind
                            : desk.text("timeline.status", kind, desk.names().word("status", each.statusId()));
            rows.add(new Row(
                    List.of(
                            Cell.of(name(each))
                                    .below(detail)
                                    .with(desk.mark(each.flag()))
                                    .with(desk.refs(each.citations())),
                            Cell.of(desk.names().product(each.productId()))
                                    .below(desk.names().place(each.place())),
                            desk.number(desk.numbers().tonnes(each.tonnes()), each.flag()),
                            Cell.of(Integer.toString(each.startYear())),
                            Cell.of(Integer.toString(each.fullYear())),
                            desk.number(desk.numbers().usd(each.capexUsd().value()), each.flag())
                                    .below(range(each)),
                            each.unverifiedFields().isEmpty()
                                    ? Cell.of("–")
                                    : Cell.of(desk.numbers()
                                            .count(each.unverifiedFields().size()))),
                    ""));
        }
        return new Block.Table(
                desk.text(caption),
                desk.run(),
                List.of(),
                List.of(
                        new Column(desk.text("column.what"), false),
                        new Column(desk.text("column.product_place"), false),
                        new Column(desk.text("column.size"), true),
                        new Column(desk.text("column.start"), true),
                        new Column(desk.text("column.full"), true),
                        new Column(desk.text("column.money"), true),
                        new Column(desk.text("column.unverified_fields"), true)),
                rows,
                "plan");
    }

    private String range(Decision decision) {
        double low = decision.capexUsd().low();
        double high = decision.capexUsd().high();
        return low == high ? "" : Desk.tie(desk.numbers().usdRange(low, high));
    }

    /// Which fields of each decision rest on no document, by the names that the data have.
    private Block.Table unverified() {
        List<Row> rows = plan.decisions().stream()
                .filter(each -> !each.unverifiedFields().isEmpty())
                .map(each -> new Row(
                        List.of(
                                Cell.of(name(each)),
                                Cell.of(desk.names().place(each.place())),
                                Cell.id(String.join(" ", each.unverifiedFields()))),
                        ""))
                .toList();
        return new Block.Table(
                desk.text("timeline.unverified.table"),
                List.of(),
                List.of(),
                List.of(
                        new Column(desk.text("column.what"), false),
                        new Column(desk.text("column.place"), false),
                        new Column(desk.text("column.unverified_fields"), false)),
                rows,
                "weekly");
    }

    private Block.Table output() {
        List<Column> columns = new ArrayList<>(List.of(new Column(desk.text("column.what"), false)));
        for (int year = plan.spec().asOfYear(); year <= plan.spec().lastYear(); year++) {
            columns.add(new Column(Integer.toString(year), true));
        }
        List<Row> rows = new ArrayList<>();
        for (Decision each : plan.decisions()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(name(each))));
            for (int year = plan.spec().asOfYear(); year <= plan.spec().lastYear(); year++) {
                Double tonnes = each.output().get(year);
                cells.add(
                        tonnes == null
                                ? Cell.of("–")
                                : desk.number(desk.numbers().tonnes(tonnes), each.flag()));
            }
            rows.add(new Row(cells, ""));
        }
        return new Block.Table(desk.text("timeline.output.table"), desk.run(), List.of(), columns, rows, "weekly");
    }

    Section money(String takeaway) {
        List<String> partners = List.copyOf(plan.spec().partners());
        TreeMap<Integer, double[]> byYear = new TreeMap<>();
        for (Decision each : plan.decisions()) {
            double[] sums = byYear.computeIfAbsent(each.startYear(), _ -> new double[partners.size()]);
            each.paidUsd().forEach((partner, usd) -> {
                if (partners.contains(partner)) {
                    sums[partners.indexOf(partner)] += usd;
                }
            });
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(desk.text("money.words"), "note"));
        if (!byYear.isEmpty()) {
            blocks.add(moneyChart(partners, byYear));
        }
        blocks.add(moneyTable(partners, byYear));
        return new Section("money", "3.6", desk.text("money.heading"), takeaway, blocks);
    }

    private Block.Figure moneyChart(List<String> partners, TreeMap<Integer, double[]> byYear) {
        List<Role> roles = List.of(Role.SELF, Role.ALLIES, Role.STOCK, Role.OTHER);
        int series = Math.min(partners.size(), roles.size());
        List<StackedBars.Series> parts = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            boolean rest = i == roles.size() - 1 && partners.size() > roles.size();
            parts.add(new StackedBars.Series(
                    rest ? desk.text("money.rest") : desk.names().place(partners.get(i)), roles.get(i)));
        }
        double most = 0;
        List<StackedBars.Row> rows = new ArrayList<>();
        for (var entry : byYear.entrySet()) {
            double[] values = new double[series];
            double sum = 0;
            for (int i = 0; i < partners.size(); i++) {
                values[Math.min(i, series - 1)] += entry.getValue()[i];
                sum += entry.getValue()[i];
            }
            most = Math.max(most, sum);
            rows.add(new StackedBars.Row(
                    desk.numbers().year(entry.getKey()),
                    java.util.Arrays.stream(values).boxed().toList(),
                    desk.numbers().usd(sum)));
        }
        String title = desk.text("money.chart.title");
        return new Block.Figure(
                new StackedBars(
                                new Heading("money-chart", title, desk.text("money.chart.desc")),
                                720,
                                parts,
                                rows,
                                Axis.upTo(most, 4, desk.text("money.axis"), desk.numbers()::usd))
                        .draw(),
                title);
    }

    private Block.Table moneyTable(List<String> partners, TreeMap<Integer, double[]> byYear) {
        List<Column> columns = new ArrayList<>(List.of(new Column(desk.text("column.year"), false)));
        partners.forEach(partner -> columns.add(new Column(desk.names().place(partner), true)));
        columns.add(new Column(desk.text("column.sum"), true));
        List<Row> rows = new ArrayList<>();
        byYear.forEach((year, sums) -> rows.add(row(desk.numbers().year(year), sums, "")));
        double[] used = partners.stream()
                .mapToDouble(partner -> plan.spentUsd().getOrDefault(partner, 0.0))
                .toArray();
        double[] may = partners.stream()
                .mapToDouble(partner -> plan.spec().budgetUsd().getOrDefault(partner, 0.0))
                .toArray();
        rows.add(row(desk.text("money.used"), used, "total"));
        rows.add(row(desk.text("money.budget"), may, "weak"));
        return new Block.Table(desk.text("money.table"), desk.run(), List.of(), columns, rows, "");
    }

    private Row row(String head, double[] values, String css) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(head)));
        double sum = 0;
        for (double value : values) {
            cells.add(desk.number(desk.numbers().usd(value), plan.flag()));
            sum += value;
        }
        cells.add(desk.number(desk.numbers().usd(sum), plan.flag()));
        return new Row(cells, css);
    }
}
