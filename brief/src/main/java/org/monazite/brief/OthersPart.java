package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monazite.brief.chart.BarChart;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.shock.Ensemble;
import org.monazite.shock.Quantiles;
import org.monazite.shock.Scenario;
import org.monazite.supply.Flag;

/// The main scenario beside the others, on one scale.
final class OthersPart {

    private final Desk desk;
    private final Findings findings;
    private final Subjects subjects;
    private final ScenarioWords words;

    OthersPart(Desk desk) {
        this.desk = desk;
        this.findings = desk.findings();
        this.subjects = new Subjects(findings);
        this.words = new ScenarioWords(desk.texts(), desk.numbers(), desk.names());
    }

    private record Case(String letter, Scenario scenario, Ensemble shock) {}

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>(List.of(new Case("A", findings.scenario(), findings.shock())));
        for (Findings.Played played : findings.others()) {
            cases.add(new Case(Character.toString('A' + cases.size()), played.scenario(), played.shock()));
        }
        return cases;
    }

    Section section(String takeaway) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(scenarios());
        if (!findings.others().isEmpty()) {
            findings.partners().forEach(partner -> blocks.add(chart(partner)));
            findings.partners().forEach(partner -> blocks.add(table(partner)));
        }
        return new Section("others", "2.3", desk.text("others.heading"), takeaway, blocks);
    }

    private Block.Table scenarios() {
        List<Row> rows = cases().stream()
                .map(each -> new Row(
                        List.of(
                                Cell.of(each.letter()),
                                desk.words(words.clause(each.scenario())),
                                Cell.id(each.scenario().name()),
                                desk.words(desk.numbers().weeks(each.shock().weeks())),
                                Cell.of(desk.numbers().count(each.shock().members()))),
                        ""))
                .toList();
        return new Block.Table(
                desk.text("others.scenarios"),
                desk.run(),
                List.of(),
                List.of(
                        new Column("", false),
                        new Column(desk.text("column.scenario"), false),
                        new Column(desk.text("column.name"), false),
                        new Column(desk.text("column.length"), true),
                        new Column(desk.text("column.runs"), true)),
                rows,
                "");
    }

    private Block.Figure chart(String partner) {
        double most = 0;
        List<BarChart.Row> rows = new ArrayList<>();
        for (Case each : cases()) {
            Quantiles total = total(each, partner);
            most = Math.max(most, total.p90());
            rows.add(new BarChart.Row(
                    each.letter(),
                    List.of(new BarChart.Bar(
                            total.p50(),
                            total.p10(),
                            total.p90(),
                            desk.numbers().usd(total.p50())))));
        }
        return desk.losses("others", partner, most, rows);
    }

    private static Quantiles total(Case each, String partner) {
        return each.shock().findValue(partner).map(Ensemble.Value::total).orElse(new Quantiles(0, 0, 0, 0, 0));
    }

    private Block.Table table(String partner) {
        Flag flag = desk.runFlag();
        List<Row> rows = new ArrayList<>();
        for (Case each : cases()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(each.letter())));
            Optional<Ensemble.Line> line = subjects.mainLine(each.shock(), partner);
            Quantiles worst = line.map(Ensemble.Line::worst).orElse(new Quantiles(0, 0, 0, 0, 0));
            for (double share : new double[] {worst.p10(), worst.p50(), worst.p90()}) {
                cells.add(desk.number(desk.numbers().share(share), flag));
            }
            int week = line.map(Ensemble.Line::worstWeek).orElse(0);
            cells.add(week > 0 ? desk.number(desk.numbers().week(week), flag) : Cell.of(desk.text("never")));
            Quantiles total = total(each, partner);
            cells.add(desk.number(desk.numbers().usd(total.p50()), flag)
                    .below(desk.numbers().usdRange(total.p10(), total.p90())));
            rows.add(new Row(cells, ""));
        }
        return new Block.Table(
                desk.text(
                        "others.table",
                        desk.names().place(partner),
                        subjects.mainProduct().map(desk.names()::product).orElse("")),
                desk.run(),
                List.of(
                        new Block.Group("", 1),
                        new Block.Group(desk.text("column.worst_unmet"), 3),
                        new Block.Group("", 1),
                        new Block.Group(desk.text("column.at_risk"), 1)),
                List.of(
                        new Column("", false),
                        new Column("P10", true),
                        new Column("P50", true),
                        new Column("P90", true),
                        new Column(desk.text("column.worst_week"), true),
                        new Column(desk.text("column.p50_band"), true)),
                rows,
                "");
    }
}
