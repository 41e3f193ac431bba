package org.monazite.brief;

import java.util.ArrayList;
import java.util.List;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.plan.Decision;
import org.monazite.plan.Holding;
import org.monazite.supply.Flag;

/// The stocks of a plan: for how many days they last, by what rule they are released, what they cost to hold.
final class StocksPart {

    private final Desk desk;

    StocksPart(Desk desk) {
        this.desk = desk;
    }

    /// A table; nothing for a plan without stocks.
    List<Block> blocks() {
        List<Row> rows = new ArrayList<>();
        for (Decision each : desk.findings().plan().decisions()) {
            each.holding().ifPresent(holding -> rows.add(row(each, holding)));
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        Block.Table table = new Block.Table(
                desk.text(
                        "stocks.table",
                        desk.numbers().year(desk.findings().plan().spec().targetYear())),
                desk.run(),
                List.of(),
                List.of(
                        new Column(desk.text("column.product_place"), false),
                        new Column(desk.text("column.stock"), true),
                        new Column(desk.text("column.stock_days"), true),
                        new Column(desk.text("column.stock_quarter"), true),
                        new Column(desk.text("column.stock_opens"), false),
                        new Column(desk.text("column.stock_yearly"), true)),
                rows,
                "stocks");
        return List.of(table);
    }

    private Row row(Decision stock, Holding holding) {
        Flag flag = stock.flag().and(Flag.ESTIMATE);
        String days = Double.isNaN(holding.coverDays())
                ? desk.numbers().notAvailable()
                : desk.numbers().count(Math.round(holding.coverDays()));
        return new Row(
                List.of(
                        Cell.of(desk.names().product(stock.productId()))
                                .below(desk.names().place(stock.place())),
                        desk.number(desk.numbers().tonnes(stock.tonnes()), flag),
                        desk.number(days, flag),
                        desk.number(desk.numbers().tonnes(holding.releaseTonnes()), flag),
                        Cell.of(opens(holding)),
                        desk.number(desk.numbers().usd(holding.yearlyUsd()), flag)),
                "");
    }

    private String opens(Holding holding) {
        return holding.triggers().isEmpty()
                ? desk.text("stocks.every")
                : desk.text(
                        "stocks.by",
                        desk.numbers()
                                .list(holding.triggers().stream()
                                        .map(desk.names()::place)
                                        .toList()));
    }
}
