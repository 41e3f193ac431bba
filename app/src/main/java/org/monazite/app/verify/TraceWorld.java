package org.monazite.app.verify;

import java.util.List;
import java.util.Locale;
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
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// A network for a trace, put together by place and product.
final class TraceWorld {

    private final NetworkBuilder builder = SupplyNetwork.builder(
            new NetworkId.Draft("case", "trace", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));

    TraceWorld() {
        product("ore", Stage.MINE);
        product("refined", Stage.REFINED);
    }

    /// Four products, from the mine to the component.
    void products(List<String> ids) {
        List<Stage> stages = List.of(Stage.MINE, Stage.REFINED, Stage.METAL, Stage.COMPONENT);
        for (int i = 0; i < ids.size(); i++) {
            product(ids.get(i), stages.get(i));
        }
    }

    private void product(String id, Stage stage) {
        Material any = new Material("m", "M", "material", "物質");
        builder.product(new Product.Mineral(id, any, stage, new Basis("t"), id, id));
    }

    NetworkBuilder builder() {
        return builder;
    }

    /// Places of the cases may have one letter; codes have two or more.
    static String code(String place) {
        return place.length() == 1 ? place + place : place;
    }

    String key(String place, String product, NodeKind kind) {
        return code(place) + "/" + product
                + (kind == NodeKind.MAKER ? "" : "/" + kind.name().toLowerCase(Locale.ROOT));
    }

    void node(String place, String product, NodeKind kind, double output) {
        add(key(place, product, kind), place, product, kind, output);
    }

    private void add(String key, String place, String product, NodeKind kind, double output) {
        builder.place(new Place(code(place), place, place));
        builder.node(NodeRow.of(kind, key, code(place), product, Range.exactly(output)));
    }

    void maker(String place, String product, double output) {
        node(place, product, NodeKind.MAKER, output);
    }

    void pool(String place, String product, double output, double unknown) {
        node(place, product, NodeKind.POOL, output);
        builder.cell(CellRow.of(key(place, product, NodeKind.POOL), product, 1).withUnknownOrigin(unknown));
    }

    /// A second maker of a product in a place; returns its key.
    String recycler(String place, String product, double output) {
        String key = code(place) + "/" + product + "/recycled";
        add(key, place, product, NodeKind.MAKER, output);
        return key;
    }

    void arc(
            String from,
            String product,
            NodeKind fromKind,
            String to,
            String toProduct,
            NodeKind toKind,
            double tonnes) {
        builder.arc(ArcRow.of(key(from, product, fromKind), key(to, toProduct, toKind), Range.exactly(tonnes)));
    }

    void use(String place, String product, NodeKind kind, double tonnes) {
        builder.demand(new DemandRow(
                key(place, product, kind),
                code(place),
                UseClass.INDUSTRY,
                Range.exactly(tonnes),
                0,
                Flag.NONE,
                List.of()));
    }

    SupplyNetwork build() {
        return builder.build();
    }

    int find(SupplyNetwork network, String place, String product) {
        return network.nodes().find(key(place, product, NodeKind.POOL)).orElseThrow();
    }
}
