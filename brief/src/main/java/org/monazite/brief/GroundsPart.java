package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.supply.Assumed;
import org.monazite.supply.Flag;
import org.monazite.supply.RunCard;

/// What it all rests on: suspect figures, assumptions, the run card, the sources.
final class GroundsPart {

    private final Desk desk;
    private final Findings findings;
    private final Numbers numbers;

    GroundsPart(Desk desk) {
        this.desk = desk;
        this.findings = desk.findings();
        this.numbers = desk.numbers();
    }

    Section suspects(String takeaway) {
        List<Row> rows = findings.suspects().stream()
                .map(each -> new Row(
                        List.of(
                                desk.words(desk.names().quantity(each.quantity())),
                                desk.number(numbers.tonnes(each.published()), Flag.NONE),
                                desk.number(numbers.tonnes(each.balanced()), Flag.DERIVED),
                                Cell.of(numbers.plain(each.z())),
                                Cell.id(String.join(" ", each.figureIds()))),
                        ""))
                .toList();
        List<Block> blocks = rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        desk.text("suspects.table"),
                        desk.run(),
                        List.of(),
                        List.of(
                                new Column(desk.text("column.quantity"), false),
                                new Column(desk.text("column.published"), true),
                                new Column(desk.text("column.balanced"), true),
                                new Column(desk.text("column.z"), true),
                                new Column(desk.text("column.figures"), false)),
                        rows,
                        ""));
        return new Section("suspects", "5.1", desk.text("suspects.heading"), takeaway, blocks);
    }

    Section assumptions(List<Assumed> all, String takeaway) {
        List<Row> rows = all.stream()
                .map(each -> new Row(
                        List.of(
                                desk.words(desk.texts().pick(each.whyEn(), each.whyJa())),
                                desk.number(desk.value(each.value(), each.unit()), each.flag()),
                                Cell.id(each.key())),
                        ""))
                .toList();
        Block table = new Block.Table(
                desk.text("assumptions.table"),
                List.of(),
                List.of(),
                List.of(
                        new Column(desk.text("column.assumption"), false),
                        new Column(desk.text("column.value"), true),
                        new Column(desk.text("column.key"), false)),
                rows,
                "wide");
        return new Section("assumptions", "5.2", desk.text("assumptions.heading"), takeaway, List.of(table));
    }

    Section card() {
        RunCard card = findings.card();
        List<Row> rows = new ArrayList<>();
        rows.add(row(desk.text("card.atlas"), card.atlas()));
        rows.add(row(desk.text("card.network"), card.network()));
        rows.add(row(desk.text("card.software"), card.software()));
        rows.add(row(desk.text("card.seed"), Long.toString(card.seed())));
        for (Map.Entry<String, String> setting : card.settings().entrySet()) {
            rows.add(new Row(List.of(Cell.id(setting.getKey()), Cell.id(setting.getValue())), ""));
        }
        Block table = new Block.Table(
                desk.text("card.table"),
                List.of(),
                List.of(),
                List.of(new Column(desk.text("column.name"), false), new Column(desk.text("column.value"), false)),
                rows,
                "");
        return new Section("run-card", "5.3", desk.text("card.heading"), desk.text("card.takeaway"), List.of(table));
    }

    private static Row row(String name, String value) {
        return new Row(List.of(Cell.of(name), Cell.id(value)), "");
    }

    /// Written last, when all sources have their numbers.
    Section sources() {
        int others = Math.max(0, findings.sources().size() - desk.sources().size());
        return new Section(
                "sources",
                "5.4",
                desk.text("sources.heading"),
                desk.text("sources.takeaway", desk.sources().size(), others),
                List.of(
                        new Block.Paragraph(desk.text("sources.figures"), "note"),
                        new Block.Sources(desk.sources().items(desk.texts(), numbers))));
    }
}
