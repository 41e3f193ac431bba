package org.monazite.supply;

import java.util.List;
import java.util.stream.IntStream;

/// The rows of a finished network, as they would go into a builder.
final class NetworkRows {

    private final SupplyNetwork network;

    NetworkRows(SupplyNetwork network) {
        this.network = network;
    }

    List<NodeRow> nodes() {
        Nodes nodes = network.nodes();
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> new NodeRow(
                        nodes.key(i),
                        network.placeOf(i),
                        network.productOf(i).id(),
                        nodes.kind(i),
                        new Range(nodes.output(i), nodes.outputLow(i), nodes.outputHigh(i)),
                        nodes.capacity(i),
                        new Range(nodes.valueAddedUsd(i), nodes.valueAddedLow(i), nodes.valueAddedHigh(i)),
                        nodes.site(i),
                        nodes.flag(i),
                        network.citations().of(nodes.citationSet(i))))
                .toList();
    }

    List<CellRow> cells() {
        Cells cells = network.cells();
        return IntStream.range(0, cells.size())
                .mapToObj(i -> new CellRow(
                        network.nodes().key(cells.node(i)),
                        network.products().get(cells.product(i)).id(),
                        new Range(cells.perUnit(i), cells.perUnitLow(i), cells.perUnitHigh(i)),
                        cells.unknownOrigin(i),
                        cells.criticality(i),
                        cells.flag(i),
                        network.citations().of(cells.citationSet(i))))
                .toList();
    }

    List<ArcRow> arcs() {
        Arcs arcs = network.arcs();
        return IntStream.range(0, arcs.size())
                .mapToObj(i -> new ArcRow(
                        network.nodes().key(arcs.supplier(i)),
                        network.nodes().key(arcs.buyer(i)),
                        new Range(arcs.perYear(i), arcs.low(i), arcs.high(i)),
                        arcs.lagDays(i),
                        arcs.route(i),
                        arcs.controlled(i),
                        arcs.potential(i),
                        arcs.flag(i),
                        network.citations().of(arcs.citationSet(i))))
                .toList();
    }

    List<StockRow> stocks() {
        Stocks stocks = network.stocks();
        Cells cells = network.cells();
        return IntStream.range(0, stocks.size())
                .mapToObj(i -> new StockRow(
                        stocks.kind(i),
                        switch (stocks.kind(i)) {
                            case WORKING -> network.nodes().key(stocks.holder(i));
                            case STRATEGIC ->
                                network.places().get(stocks.holder(i)).code();
                        },
                        network.nodes().key(cells.node(stocks.cell(i))),
                        network.products().get(cells.product(stocks.cell(i))).id(),
                        stocks.amount(i),
                        stocks.low(i),
                        stocks.high(i),
                        stocks.releasePerDay(i),
                        stocks.flag(i),
                        network.citations().of(stocks.citationSet(i))))
                .toList();
    }

    List<DemandRow> demands() {
        Demands demands = network.demands();
        return IntStream.range(0, demands.size())
                .mapToObj(i -> new DemandRow(
                        network.nodes().key(demands.node(i)),
                        network.places().get(demands.place(i)).code(),
                        demands.useClass(i),
                        new Range(demands.perYear(i), demands.low(i), demands.high(i)),
                        demands.lossUsd(i),
                        demands.flag(i),
                        network.citations().of(demands.citationSet(i))))
                .toList();
    }
}
