package org.monazite.app.workspace;

import java.util.List;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.Route;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// The words of a network with two places, two products and one strait.
final class ToyWords {

    static final Vocabulary WORDS = Vocabulary.of(network());

    private ToyWords() {}

    private static SupplyNetwork network() {
        NetworkBuilder builder = SupplyNetwork.builder(
                new NetworkId.Draft("test", "toy", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        builder.place(new Place("CHN", "China", "中国")).place(new Place("JPN", "Japan", "日本"));
        builder.product(product("dy.oxide", "dy", Stage.REFINED));
        builder.product(product("ndfeb.magnet", "nd", Stage.COMPONENT));
        builder.node(NodeRow.of(NodeKind.MAKER, "CHN/dy.oxide", "CHN", "dy.oxide", Range.exactly(10)));
        builder.node(NodeRow.of(NodeKind.MAKER, "JPN/ndfeb.magnet", "JPN", "ndfeb.magnet", Range.exactly(100)));
        builder.cell(CellRow.of("JPN/ndfeb.magnet", "dy.oxide", 0.1));
        builder.route(new Route("CHN", "JPN", "sea", 4, 4, 4, List.of("LN-TWS"), List.of(), Flag.NONE));
        builder.arc(
                ArcRow.of("CHN/dy.oxide", "JPN/ndfeb.magnet", Range.exactly(10)).over(0, 4));
        builder.demand(new DemandRow(
                "JPN/ndfeb.magnet", "JPN", UseClass.INDUSTRY, Range.exactly(100), 0, Flag.NONE, List.of()));
        return builder.build();
    }

    private static Product product(String id, String material, Stage stage) {
        return new Product.Mineral(
                id, new Material(material, material, material, material), stage, new Basis("t"), id, id);
    }
}
