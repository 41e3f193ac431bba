package org.monazite.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanResult.Counted;
import org.monazite.supply.Product;

/// Works that are decided without the plan, and how much of them it counts on.
final class CountedPart {

    private final Desk desk;
    private final PlanResult plan;

    CountedPart(Desk desk) {
        this.desk = desk;
        this.plan = desk.findings().plan();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        if (!plan.counted().isEmpty()) {
            blocks.add(new Block.Paragraph(desk.text("counted.words"), "note"));
            blocks.add(table());
        }
        return new Section("counted", "3.2", desk.text("counted.heading"), takeaway(), blocks);
    }

    /// How many works, and what they add up to by product.
    String takeaway() {
        if (plan.counted().isEmpty()) {
            return desk.text(
                    "take.counted.none", desk.names().placeIn(plan.spec().against()));
        }
        Map<String, Double> sums = new LinkedHashMap<>();
        plan.counted().forEach(each -> sums.merge(each.productId(), each.countedTonnes(), Double::sum));
        List<String> parts = new ArrayList<>();
        sums.forEach((product, tonnes) -> parts.add(desk.texts()
                .get(
                        "take.counted.part",
                        desk.names().productIn(product),
                        desk.numbers().tonnes(tonnes))));
        return Desk.tie(desk.text(
                "take.counted",
                plan.counted().stream().map(Counted::id).distinct().count(),
                desk.names().placeIn(plan.spec().against()),
                desk.numbers().year(plan.spec().targetYear()),
                desk.numbers().list(parts)));
    }

    private Block.Table table() {
        List<Row> rows = new ArrayList<>();
        for (Counted each : plan.counted()) {
            rows.add(new Row(
                    List.of(
                            desk.quoted(each.name()).below(each.operator()).with(desk.refs(each.citations())),
                            Cell.of(desk.names().place(each.place())),
                            Cell.of(desk.names().product(each.productId())).below(stage(each.productId())),
                            Cell.of(desk.names().word("status", each.statusId())),
                            Cell.of(
                                    each.startYear() > 0
                                            ? Integer.toString(each.startYear())
                                            : desk.text("counted.no_start")),
                            desk.number(desk.numbers().tonnes(each.statedTonnes()), each.flag()),
                            desk.number(desk.numbers().tonnes(each.countedTonnes()), each.flag())),
                    ""));
        }
        return new Block.Table(
                desk.text("counted.table"),
                List.of(),
                List.of(),
                List.of(
                        new Column(desk.text("column.works"), false),
                        new Column(desk.text("column.place"), false),
                        new Column(desk.text("column.product"), false),
                        new Column(desk.text("column.state"), false),
                        new Column(desk.text("column.start_announced"), false),
                        new Column(desk.text("column.stated"), true),
                        new Column(
                                desk.text(
                                        "column.counted",
                                        desk.numbers().year(plan.spec().targetYear())),
                                true)),
                rows,
                "counted");
    }

    private String stage(String product) {
        return desk.findings().products().get(product) instanceof Product.Mineral mineral
                ? desk.names().stage(mineral.stage())
                : "";
    }
}
