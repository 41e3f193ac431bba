package org.monazite.pledges;

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
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// A chain of ore, oxide and use: China mines 200 t and makes 170 t of oxide, Malaysia 20 t, Estonia 10 t. One tonne of
/// use takes 2 t of oxide: Japan uses 40 t (60 t of oxide from China, 20 from Malaysia), the EU 20 t (30 t of oxide
/// from
/// China, 10 of its own), China 40 t. China's oxide works take in some scrap as well.
final class ChainToy {

    private static final Material DY = new Material("dy", "Dy", "Dysprosium", "ジスプロシウム");

    private final NetworkBuilder world = SupplyNetwork.builder(
            new NetworkId.Draft("test", "toy", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));

    private ChainToy() {
        for (String code : List.of("CHN", "MYS", "EST", "JPN", "EU27")) {
            world.place(new Place(code, code, code));
        }
        product("ore", Stage.MINE, "ore");
        product("dy.oxide", Stage.REFINED, "oxide");
        product("use", Stage.ENDUSE, "use");
        product("scrap", Stage.SCRAP, "scrap");
        node(NodeKind.MAKER, "CHN/ore", 200);
        oxide("CHN/dy.oxide", 170);
        oxide("MYS/dy.oxide", 20);
        oxide("EST/dy.oxide", 10);
        node(NodeKind.MAKER, "CHN/scrap", 17);
        world.cell(CellRow.of("CHN/dy.oxide", "scrap", 0.1));
        flow("CHN/scrap", "CHN/dy.oxide", 17);
        use("JPN/use", 40);
        use("EU27/use", 20);
        use("CHN/use", 40);
        flow("CHN/dy.oxide", "JPN/use", 60);
        flow("MYS/dy.oxide", "JPN/use", 20);
        flow("CHN/dy.oxide", "EU27/use", 30);
        flow("EST/dy.oxide", "EU27/use", 10);
        flow("CHN/dy.oxide", "CHN/use", 80);
    }

    static PledgeFacts facts() {
        return new PledgeFacts(new ChainToy().world.build(), List.of(), List.of(), List.of(), List.of());
    }

    private void product(String id, Stage stage, String name) {
        world.product(new Product.Mineral(id, DY, stage, new Basis("t"), name, name));
    }

    private void node(NodeKind kind, String key, double tonnes) {
        String[] parts = key.split("/");
        world.node(NodeRow.of(kind, key, parts[0], parts[1], Range.exactly(tonnes))
                .citing(Flag.NONE, List.of(Drafts.SOURCE)));
    }

    private void oxide(String key, double tonnes) {
        node(NodeKind.MAKER, key, tonnes);
        world.cell(CellRow.of(key, "ore", 1));
        flow("CHN/ore", key, tonnes);
    }

    private void use(String key, double tonnes) {
        node(NodeKind.USE, key, tonnes);
        world.cell(CellRow.of(key, "dy.oxide", 2));
        world.demand(new DemandRow(
                key,
                key.substring(0, key.indexOf('/')),
                UseClass.INDUSTRY,
                Range.exactly(tonnes),
                0,
                Flag.NONE,
                List.of(Drafts.SOURCE)));
    }

    private void flow(String from, String to, double tonnes) {
        world.arc(ArcRow.of(from, to, Range.exactly(tonnes)).citing(Flag.NONE, List.of(Drafts.SOURCE)));
    }
}
