package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

class TraceTest {

    private static final Material ND = new Material("nd", "Nd", "Neodymium", "ネオジム");

    private final NetworkBuilder world = SupplyNetwork.builder(
                    new NetworkId.Draft("test", "toy", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR))
            .product(new Product.Mineral("mine", ND, Stage.MINE, new Basis("t"), "ore", "鉱石"))
            .product(new Product.Mineral("refined", ND, Stage.REFINED, new Basis("t"), "oxide", "酸化物"))
            .product(new Product.Mineral("magnet", ND, Stage.COMPONENT, new Basis("t"), "magnet", "磁石"));

    private void maker(String key, double output) {
        String[] parts = key.split("/");
        world.place(new Place(parts[0], parts[0], parts[0]));
        world.node(NodeRow.of(NodeKind.MAKER, key, parts[0], parts[1], Range.exactly(output)));
    }

    private void pool(String key, double output, Map<String, Double> from, double unknown) {
        String[] parts = key.split("/");
        world.place(new Place(parts[0], parts[0], parts[0]));
        world.node(NodeRow.of(NodeKind.POOL, key, parts[0], parts[1], Range.exactly(output)));
        world.cell(CellRow.of(key, parts[1], 1).withUnknownOrigin(unknown));
        from.forEach((supplier, tonnes) -> world.arc(ArcRow.of(supplier, key, Range.exactly(tonnes))));
    }

    private void use(String node, double tonnes) {
        world.demand(new DemandRow(
                node,
                node.substring(0, node.indexOf('/')),
                UseClass.INDUSTRY,
                Range.exactly(tonnes),
                0,
                Flag.NONE,
                List.of()));
    }

    private static int node(SupplyNetwork network, String key) {
        return network.nodes().find(key).orElseThrow();
    }

    @Tag("E8")
    @Test
    void what_comes_through_a_third_country_counts_in_the_traced_share() {
        maker("XX/mine", 80);
        maker("ZZ/mine", 50);
        maker("XX/refined", 40);
        maker("YY/refined", 130);
        world.cell(CellRow.of("YY/refined", "mine", 1));
        world.arc(ArcRow.of("XX/mine", "YY/refined", Range.exactly(80)));
        world.arc(ArcRow.of("ZZ/mine", "YY/refined", Range.exactly(50)));
        pool("JJ/refined/pool", 100, Map.of("XX/refined", 40.0, "YY/refined", 60.0), 0);
        use("JJ/refined/pool", 100);
        use("YY/refined", 70);

        List<StageExposure> rows = Exposure.of(world.build()).by(Importer.place("JJ"), "XX");

        StageExposure refined = rows.get(1);
        assertThat(refined.directShare().value()).isCloseTo(0.4, within(1e-12));
        assertThat(refined.tracedShare().value()).isCloseTo(0.7692307692307693, within(1e-12)); // 0.4 + 0.6 x 80 / 130
        assertThat(refined.directShare().terms()).hasSize(2);
        assertThat(rows.getFirst().directShare().isDefined()).isFalse(); // Japan imports no ore
    }

    @Test
    void goods_that_go_in_circles_settle() {
        maker("AA/refined", 100);
        maker("XX/refined", 30);
        pool("AA/refined/pool", 120, Map.of("AA/refined", 100.0, "BB/refined/pool", 20.0), 0);
        pool("BB/refined/pool", 80, Map.of("AA/refined/pool", 50.0, "XX/refined", 30.0), 0);
        use("AA/refined/pool", 70);
        use("BB/refined/pool", 60);
        SupplyNetwork network = world.build();

        Trace trace = Trace.of(network, Set.of("XX"));

        assertThat(trace.touched(node(network, "AA/refined/pool"))).isCloseTo(0.06976744186046513, within(1e-12));
        assertThat(trace.touched(node(network, "BB/refined/pool"))).isCloseTo(0.41860465116279066, within(1e-12));
    }

    @Test
    void a_loop_without_entry_has_no_known_origin() {
        pool("AA/refined/pool", 50, Map.of("AA/magnet", 50.0), 0);
        maker("XX/mine", 1);
        use("XX/mine", 1);
        world.node(NodeRow.of(NodeKind.MAKER, "AA/magnet", "AA", "refined", Range.exactly(50)));
        world.cell(CellRow.of("AA/magnet", "refined", 1));
        world.arc(ArcRow.of("AA/refined/pool", "AA/magnet", Range.exactly(50)));
        SupplyNetwork network = world.build();

        Trace trace = Trace.of(network, Set.of("XX"));

        assertThat(trace.touchedLow(node(network, "AA/refined/pool"))).isZero();
        assertThat(trace.touchedHigh(node(network, "AA/refined/pool"))).isEqualTo(1);
    }

    @Test
    void unknown_origin_widens_the_answer() {
        maker("XX/refined", 60);
        pool("JJ/refined/pool", 100, Map.of("XX/refined", 60.0), 40);
        use("JJ/refined/pool", 100);
        SupplyNetwork network = world.build();

        Trace trace = Trace.of(network, Set.of("XX"));

        int pool = node(network, "JJ/refined/pool");
        assertThat(trace.touchedLow(pool)).isCloseTo(0.6, within(1e-12));
        assertThat(trace.touched(pool)).isEqualTo(1);
        assertThat(trace.touchedHigh(pool)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shares_of_all_origins_and_the_unknown_add_to_one(long seed) {
        Random random = new Random(seed);
        double a = 1 + random.nextInt(100);
        double b = 1 + random.nextInt(100);
        double gap = random.nextInt(30);
        maker("AA/refined", a);
        maker("BB/refined", b);
        pool("JJ/refined/pool", a + b + gap, Map.of("AA/refined", a, "BB/refined", b), gap);
        use("JJ/refined/pool", a + b + gap);
        SupplyNetwork network = world.build();

        double sum = gap / (a + b + gap);
        for (String place : List.of("AA", "BB")) {
            Trace trace = Trace.of(network, Set.of(place));
            sum += trace.touchedLow(node(network, "JJ/refined/pool"));
            assertThat(trace.touchedHigh(node(network, "JJ/refined/pool"))).isBetween(0.0, 1.0);
        }

        assertThat(sum).as("seed %d", seed).isCloseTo(1, within(1e-12));
    }

    @Test
    void trade_inside_a_coalition_is_no_import() {
        maker("AA/refined", 60);
        maker("XX/refined", 40);
        pool("JJ/refined/pool", 100, Map.of("AA/refined", 60.0, "XX/refined", 40.0), 0);
        use("JJ/refined/pool", 100);
        Exposure exposure = Exposure.of(world.build());

        StageExposure alone = exposure.by(Importer.place("JJ"), "XX").get(1);
        StageExposure together = exposure.by(Importer.coalition("both", List.of("JJ", "AA")), "XX")
                .get(1);

        assertThat(alone.directShare().value()).isCloseTo(0.4, within(1e-12));
        assertThat(together.directShare().value()).isEqualTo(1);
        assertThat(together.directShareOfSupply().value()).isCloseTo(0.4, within(1e-12));
        assertThat(together.netImportReliance().value()).isCloseTo(0.4, within(1e-12));
    }
}
