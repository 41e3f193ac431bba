package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.monazite.brief.chart.Axis;
import org.monazite.brief.chart.BarChart;
import org.monazite.brief.chart.Heading;
import org.monazite.brief.chart.Role;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.exposure.StageExposure;
import org.monazite.supply.Explained;

/// Who supplies each stage: directly, traced, and of the world.
final class StagesPart {

    private final Desk desk;
    private final Findings findings;
    private final Subjects subjects;
    private final List<Block.Working> workings = new ArrayList<>();

    StagesPart(Desk desk) {
        this.desk = desk;
        this.findings = desk.findings();
        this.subjects = new Subjects(findings);
    }

    Section section(String takeaway) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(desk.text("stages.words", desk.names().placeIn(findings.against())), "note"));
        findings.partners().forEach(partner -> blocks.add(chart(partner)));
        findings.partners().forEach(partner -> blocks.add(table(partner)));
        blocks.add(world());
        List<Block> further = findings.partners().stream()
                .map(partner -> (Block) further(partner))
                .toList();
        blocks.add(new Block.Folded(desk.text("stages.further"), further, false));
        blocks.add(new Block.Workings(desk.text("working.summary", workings.size()), workings));
        return new Section("stages", "1.1", desk.text("stages.heading"), takeaway, blocks);
    }

    private Block.Figure chart(String partner) {
        String place = desk.names().place(partner);
        String supplier = desk.names().place(findings.against());
        List<BarChart.Row> rows = new ArrayList<>();
        for (String product : subjects.products()) {
            Optional<StageExposure> row = subjects.exposure(partner, product);
            if (row.isPresent()) {
                rows.add(new BarChart.Row(
                        desk.names().product(product),
                        List.of(
                                bar(row.get().directShare(), desk.text("stages.no_imports")),
                                bar(row.get().tracedShare(), desk.text("stages.no_supply")),
                                bar(row.get().worldShare(), ""))));
            }
        }
        BarChart chart = new BarChart(
                new Heading(
                        "stages-" + partner,
                        desk.text("stages.chart.title", supplier, place),
                        desk.text("stages.chart.desc", supplier, place)),
                720,
                List.of(
                        new BarChart.Series(desk.text("stages.direct"), Role.DOMINANT, BarChart.Shape.BAR),
                        new BarChart.Series(desk.text("stages.traced"), Role.DOMINANT, BarChart.Shape.OUTLINE),
                        new BarChart.Series(desk.text("stages.world"), Role.OTHER, BarChart.Shape.TICK)),
                rows,
                Axis.shares(desk.text("stages.axis", supplier), desk.numbers()::roundShare));
        return new Block.Figure(chart.draw(), desk.text("stages.chart.title", supplier, place));
    }

    private BarChart.Bar bar(Explained number, String none) {
        return number.isDefined()
                ? new BarChart.Bar(
                        number.value(),
                        number.low(),
                        number.high(),
                        desk.numbers().roundShare(number.value()))
                : new BarChart.Bar(Double.NaN, Double.NaN, Double.NaN, none);
    }

    private record Measure(String key, Function<StageExposure, Explained> of) {}

    private Block.Table table(String partner) {
        return table(
                partner,
                desk.text(
                        "stages.table",
                        desk.names().place(partner),
                        desk.names().place(findings.against())),
                List.of(
                        new Measure("column.direct", StageExposure::directShare),
                        new Measure("column.traced", StageExposure::tracedShare),
                        new Measure("column.lost", StageExposure::lostIfGone)));
    }

    private Block.Table further(String partner) {
        return table(
                partner,
                desk.text(
                        "stages.further.table",
                        desk.names().place(partner),
                        desk.names().place(findings.against())),
                List.of(
                        new Measure("column.direct_supply", StageExposure::directShareOfSupply),
                        new Measure("column.origin", StageExposure::originShare),
                        new Measure("column.reliance", StageExposure::netImportReliance),
                        new Measure("column.hhi_imports", StageExposure::hhiImports)));
    }

    private Block.Table table(String partner, String caption, List<Measure> measures) {
        List<Column> columns = new ArrayList<>(List.of(new Column(desk.text("column.product"), false)));
        measures.forEach(measure -> columns.add(new Column(desk.text(measure.key()), true)));
        List<Row> rows = new ArrayList<>();
        for (String product : subjects.products()) {
            Optional<StageExposure> row = subjects.exposure(partner, product);
            if (row.isPresent()) {
                List<Cell> cells = new ArrayList<>(List.of(head(row.get())));
                for (Measure measure : measures) {
                    String title = desk.text(
                            "working.title",
                            desk.names().place(partner),
                            desk.names().product(product),
                            desk.text(measure.key()));
                    cells.add(desk.explained(title, measure.of().apply(row.get()), workings));
                }
                rows.add(new Row(cells, ""));
            }
        }
        return new Block.Table(caption, List.of(), List.of(), columns, rows, "");
    }

    private Block.Table world() {
        List<Row> rows = new ArrayList<>();
        for (String product : subjects.products()) {
            StageExposure row = findings.exposure().stream()
                    .filter(each -> each.productId().equals(product))
                    .findFirst()
                    .orElseThrow();
            String name = desk.names().product(product);
            String world = desk.text("column.world");
            rows.add(new Row(
                    List.of(
                            head(row),
                            desk.explained(
                                    desk.text("working.title", world, name, desk.text("column.share")),
                                    row.worldShare(),
                                    workings),
                            desk.explained(
                                    desk.text("working.title", world, name, desk.text("column.hhi")),
                                    row.hhi(),
                                    workings)),
                    ""));
        }
        return new Block.Table(
                desk.text("stages.world.table", desk.names().place(findings.against())),
                List.of(),
                List.of(),
                List.of(
                        new Column(desk.text("column.product"), false),
                        new Column(desk.text("column.world_share"), true),
                        new Column(desk.text("column.hhi"), true)),
                rows,
                "");
    }

    private Cell head(StageExposure row) {
        return Cell.of(desk.names().product(row.productId())).below(desk.names().stage(row.stage()));
    }
}
