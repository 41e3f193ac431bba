package org.monazite.exposure;

import java.util.List;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.Citation;
import org.monazite.supply.Confidence;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Evidence;
import org.monazite.supply.Figure;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Production;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// Small worlds that several tests look at.
final class Toys {

    static final Citation SOURCE = new Citation("f-1", "SRC", "table 1", "");

    private Toys() {}

    /// X makes 60 of refined; Y makes 40 of it out of ore of W (30) and Z (10); J uses 100.
    static SupplyNetwork twoSuppliers() {
        Material material = new Material("m", "M", "m", "m");
        NetworkBuilder world = SupplyNetwork.builder(
                        new NetworkId.Draft("test", "toy", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR))
                .product(new Product.Mineral("mine", material, Stage.MINE, new Basis("t"), "ore", "鉱石"))
                .product(new Product.Mineral("refined", material, Stage.REFINED, new Basis("t"), "oxide", "酸化物"))
                .product(new Product.Mineral("use", material, Stage.ENDUSE, new Basis("t"), "use", "用途"));
        for (String place : List.of("XX", "YY", "ZZ", "JJ")) {
            world.place(new Place(place, place, place));
        }
        maker(world, "XX/refined", 60);
        maker(world, "YY/refined", 40);
        maker(world, "ZZ/mine", 10);
        maker(world, "WW/mine", 30);
        world.cell(CellRow.of("YY/refined", "mine", 1));
        world.arc(ArcRow.of("WW/mine", "YY/refined", Range.exactly(30)));
        world.arc(ArcRow.of("ZZ/mine", "YY/refined", Range.exactly(10)));
        world.node(NodeRow.of(NodeKind.POOL, "JJ/refined/pool", "JJ", "refined", Range.exactly(100)));
        world.cell(CellRow.of("JJ/refined/pool", "refined", 1));
        world.arc(ArcRow.of("XX/refined", "JJ/refined/pool", Range.exactly(60)));
        world.arc(ArcRow.of("YY/refined", "JJ/refined/pool", Range.exactly(40)));
        world.node(NodeRow.of(NodeKind.USE, "JJ/use", "JJ", "use", Range.exactly(100)));
        world.cell(CellRow.of("JJ/use", "refined", 1));
        world.arc(ArcRow.of("JJ/refined/pool", "JJ/use", Range.exactly(100)));
        world.demand(new DemandRow("JJ/use", "JJ", UseClass.INDUSTRY, Range.exactly(100), 0, Flag.NONE, List.of()));
        return world.build();
    }

    private static void maker(NetworkBuilder world, String key, double output) {
        String[] parts = key.split("/");
        world.place(new Place(parts[0], parts[0], parts[0]));
        world.node(NodeRow.of(NodeKind.MAKER, key, parts[0], parts[1], Range.exactly(output)));
    }

    /// What one source says about who makes something, and of the world: their sum.
    static Production production(Object... placesAndTonnes) {
        List<Production.At> places = new java.util.ArrayList<>();
        for (int i = 0; i < placesAndTonnes.length; i += 2) {
            places.add(new Production.At(
                    (String) placesAndTonnes[i], known(((Number) placesAndTonnes[i + 1]).doubleValue())));
        }
        double sum = 0;
        for (int i = 1; i < placesAndTonnes.length; i += 2) {
            sum += ((Number) placesAndTonnes[i]).doubleValue();
        }
        return new Production("m.mine", "2024", "t", "SRC", places, java.util.Optional.of(known(sum)));
    }

    static Figure known(double value) {
        return new Figure.Known(value, value, value, Confidence.REPORTED, Evidence.PRIMARY_FILE, SOURCE);
    }
}
