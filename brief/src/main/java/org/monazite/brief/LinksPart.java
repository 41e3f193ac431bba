package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import org.monazite.brief.chart.BarChart;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.exposure.WeakLink;

/// Which single suppliers a partner can least do without.
final class LinksPart {

    private static final int MOST = 8;

    private final Desk desk;
    private final Findings findings;

    LinksPart(Desk desk) {
        this.desk = desk;
        this.findings = desk.findings();
    }

    Section section(String takeaway) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(desk.text("links.words"), "note"));
        for (String partner : findings.partners()) {
            List<WeakLink> links = findings.weakestLinks().getOrDefault(partner, List.of()).stream()
                    .limit(MOST)
                    .toList();
            if (!links.isEmpty()) {
                blocks.add(chart(partner, links));
                blocks.add(table(partner, links));
            }
        }
        return new Section("links", "1.2", desk.text("links.heading"), takeaway, blocks);
    }

    private Block.Figure chart(String partner, List<WeakLink> links) {
        double most = links.stream().mapToDouble(WeakLink::valueHighUsd).max().orElse(1);
        List<BarChart.Row> rows = links.stream()
                .map(link -> new BarChart.Row(
                        desk.text(
                                "term.node",
                                desk.names().place(link.supplier()),
                                desk.names().product(link.productId())),
                        List.of(new BarChart.Bar(
                                link.valueAtRiskUsd(),
                                link.valueLowUsd(),
                                link.valueHighUsd(),
                                desk.numbers().usd(link.valueAtRiskUsd())))))
                .toList();
        return desk.losses("links", partner, most, rows);
    }

    private Block.Table table(String partner, List<WeakLink> links) {
        List<Row> rows = links.stream()
                .map(link -> new Row(
                        List.of(
                                Cell.of(desk.names().place(link.supplier())),
                                Cell.of(desk.names().product(link.productId()))
                                        .below(desk.names().stage(link.stage())),
                                desk.number(desk.numbers().share(link.supplierShare()), link.flag()),
                                desk.number(desk.numbers().share(link.lostShare()), link.flag()),
                                desk.number(desk.numbers().usd(link.valueAtRiskUsd()), link.flag())
                                        .below(desk.numbers().usdRange(link.valueLowUsd(), link.valueHighUsd()))),
                        ""))
                .toList();
        return new Block.Table(
                desk.text("links.table", desk.names().place(partner)),
                desk.run(),
                List.of(),
                List.of(
                        new Column(desk.text("column.supplier"), false),
                        new Column(desk.text("column.product"), false),
                        new Column(desk.text("column.world_share"), true),
                        new Column(desk.text("column.lost"), true),
                        new Column(desk.text("column.at_risk_year"), true)),
                rows,
                "");
    }
}
