package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.monazite.brief.chart.Axis;
import org.monazite.brief.chart.FanChart;
import org.monazite.brief.chart.Heading;
import org.monazite.brief.chart.Role;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.shock.Ensemble;
import org.monazite.shock.Quantiles;
import org.monazite.supply.Flag;

/// What a ban does week by week: what is missing, when, and what hangs on it.
final class ShockPart {

    private static final int MOST = 8;
    private static final double SEEN = 0.005;

    private final Desk desk;
    private final Findings findings;
    private final Subjects subjects;
    private final Flag flag;

    ShockPart(Desk desk) {
        this.desk = desk;
        this.findings = desk.findings();
        this.subjects = new Subjects(findings);
        this.flag = desk.runFlag();
    }

    Section clock(String takeaway) {
        String clause = new ScenarioWords(desk.texts(), desk.numbers(), desk.names()).clause(findings.scenario());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                desk.text(
                        "clock.words",
                        clause,
                        desk.numbers().date(findings.scenario().start()),
                        desk.numbers().count(findings.shock().members())),
                "note"));
        List<Block> weekly = new ArrayList<>();
        for (String partner : findings.partners()) {
            List<Block.Figure> figures = new ArrayList<>();
            for (Ensemble.Line line : subjects.lines(findings.shock(), partner)) {
                if (line.worst().p90() > SEEN && figures.size() < MOST) {
                    figures.add(fan(line));
                    weekly.add(weekly(line));
                }
            }
            if (!figures.isEmpty()) {
                blocks.add(new Block.Figures(figures));
            }
        }
        blocks.add(summary());
        if (!weekly.isEmpty()) {
            blocks.add(new Block.Folded(desk.text("clock.weekly"), weekly, false));
        }
        return new Section("clock", "2.1", desk.text("clock.heading"), takeaway, blocks);
    }

    private Block.Figure fan(Ensemble.Line line) {
        String title = desk.text(
                "term.node", desk.names().place(line.place()), desk.names().product(line.productId()));
        List<FanChart.Mark> marks = new ArrayList<>();
        if (line.firstEmptyWeek() > 0) {
            marks.add(new FanChart.Mark(
                    line.firstEmptyWeek(), desk.text("clock.dry", desk.numbers().week(line.firstEmptyWeek()))));
        }
        if (line.worstWeek() > 0) {
            marks.add(new FanChart.Mark(
                    line.worstWeek(), desk.text("clock.worst", desk.numbers().week(line.worstWeek()))));
        }
        Axis axis = Axis.shares(desk.text("clock.axis"), desk.numbers()::roundShare);
        return figure(
                "fan-" + line.place() + "-" + Names.slug(line.productId()),
                title,
                line.byWeek(),
                line.samples(),
                axis,
                marks);
    }

    private Block.Figure figure(
            String id,
            String title,
            List<Quantiles> weeks,
            List<List<Double>> samples,
            Axis axis,
            List<FanChart.Mark> marks) {
        List<FanChart.Band> bands = weeks.stream()
                .map(each -> new FanChart.Band(each.p10(), each.p25(), each.p50(), each.p75(), each.p90()))
                .toList();
        FanChart chart = new FanChart(
                new Heading(id, title, desk.text("clock.chart.desc")),
                344,
                220,
                Role.LOSS,
                bands,
                samples,
                axis,
                desk.text("clock.week"),
                List.of("P10", "P50", "P90"),
                marks);
        return new Block.Figure(chart.draw(), title);
    }

    private Block.Table summary() {
        List<Row> rows = new ArrayList<>();
        for (String partner : findings.partners()) {
            for (Ensemble.Line line : subjects.lines(findings.shock(), partner)) {
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(desk.text(
                        "term.node", desk.names().place(partner), desk.names().product(line.productId())))));
                Quantiles worst = line.worst();
                for (double share : new double[] {worst.p10(), worst.p50(), worst.p90()}) {
                    cells.add(desk.number(desk.numbers().share(share), flag));
                }
                cells.add(week(line.worstWeek()));
                cells.add(week(line.firstEmptyWeek()));
                cells.add(desk.number(desk.numbers().outOfTen(line.dryShare()), flag));
                rows.add(new Row(cells, worst.p90() > SEEN ? "" : "weak"));
            }
        }
        return new Block.Table(
                desk.text("clock.table"),
                desk.run(),
                List.of(
                        new Block.Group("", 1),
                        new Block.Group(desk.text("column.worst_unmet"), 3),
                        new Block.Group("", 1),
                        new Block.Group(desk.text("column.dry"), 2)),
                List.of(
                        new Column(desk.text("column.line"), false),
                        new Column("P10", true),
                        new Column("P50", true),
                        new Column("P90", true),
                        new Column(desk.text("column.worst_week"), true),
                        new Column(desk.text("column.median_week"), true),
                        new Column(desk.text("column.runs"), true)),
                rows,
                "");
    }

    private Cell week(int week) {
        return week > 0 ? desk.number(desk.numbers().week(week), flag) : Cell.of(desk.text("never"));
    }

    private Block.Table weekly(Ensemble.Line line) {
        return weekly(
                desk.text(
                        "clock.weekly.table",
                        desk.names().place(line.place()),
                        desk.names().product(line.productId()),
                        desk.mark(flag).glyph()),
                line.byWeek(),
                desk.numbers()::share);
    }

    private Block.Table weekly(String caption, List<Quantiles> weeks, DoubleFunction<String> words) {
        List<Row> rows = new ArrayList<>();
        for (int week = 1; week <= weeks.size(); week++) {
            Quantiles each = weeks.get(week - 1);
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(desk.numbers().week(week))));
            for (double value : new double[] {each.p10(), each.p25(), each.p50(), each.p75(), each.p90()}) {
                cells.add(desk.words(words.apply(value)));
            }
            rows.add(new Row(cells, ""));
        }
        List<Column> columns = new ArrayList<>(List.of(new Column(desk.text("column.week"), false)));
        for (String name : List.of("P10", "P25", "P50", "P75", "P90")) {
            columns.add(new Column(name, true));
        }
        return new Block.Table(caption, desk.run(), List.of(), columns, rows, "weekly");
    }

    Section value(String takeaway) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(desk.text("value.words"), "note"));
        List<Block.Figure> figures = new ArrayList<>();
        List<Block> weekly = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (String partner : findings.partners()) {
            Optional<Ensemble.Value> found = findings.shock().findValue(partner);
            if (found.isEmpty()) {
                continue;
            }
            Ensemble.Value value = found.get();
            double most =
                    value.byWeek().stream().mapToDouble(Quantiles::p90).max().orElse(0);
            if (most > 0) {
                figures.add(figure(
                        "value-" + partner,
                        desk.names().place(partner),
                        value.byWeek(),
                        List.of(),
                        Axis.upTo(most, 4, desk.text("value.axis"), desk.numbers()::usd),
                        List.of()));
                weekly.add(weekly(
                        desk.text(
                                "value.weekly.table",
                                desk.names().place(partner),
                                desk.mark(flag).glyph()),
                        value.byWeek(),
                        desk.numbers()::usd));
            }
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(desk.names().place(partner))));
            Quantiles total = value.total();
            for (double usd : new double[] {total.p10(), total.p25(), total.p50(), total.p75(), total.p90()}) {
                cells.add(desk.number(desk.numbers().usd(usd), flag));
            }
            rows.add(new Row(cells, ""));
        }
        if (!figures.isEmpty()) {
            blocks.add(new Block.Figures(figures));
        }
        List<Column> columns = new ArrayList<>(List.of(new Column(desk.text("column.place"), false)));
        List.of("P10", "P25", "P50", "P75", "P90").forEach(name -> columns.add(new Column(name, true)));
        blocks.add(new Block.Table(
                desk.text("value.table", desk.numbers().weeks(findings.shock().weeks())),
                desk.run(),
                List.of(),
                columns,
                rows,
                ""));
        if (!weekly.isEmpty()) {
            blocks.add(new Block.Folded(desk.text("value.weekly"), weekly, false));
        }
        return new Section("value", "2.2", desk.text("value.heading"), takeaway, blocks);
    }
}
