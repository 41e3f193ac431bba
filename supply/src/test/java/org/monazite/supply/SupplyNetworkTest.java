package org.monazite.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SupplyNetworkTest {

    private static final NetworkId.Draft TOY =
            new NetworkId.Draft("test", "toy", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR);
    private static final Material ND = new Material("nd", "Nd", "Neodymium", "ネオジム");
    private static final Citation SAYS = new Citation("f-1", "SRC_A", "table 1", "100");

    /// China mines 100 t of oxide; 60 stay, 40 go to Japan, which gets 10 more from somewhere; a tonne of magnet
    /// takes half a tonne of oxide.
    private static final List<UnaryOperator<NetworkBuilder>> ROWS = List.of(
            b -> b.place(new Place("CHN", "China", "中国")),
            b -> b.place(new Place("JPN", "Japan", "日本")),
            b -> b.product(mineral("oxide", Stage.REFINED)),
            b -> b.product(mineral("magnet", Stage.COMPONENT)),
            b -> b.node(NodeRow.of(NodeKind.MAKER, "CHN/oxide", "CHN", "oxide", new Range(100, 90, 120))
                    .citing(Flag.NONE, List.of(SAYS))),
            b -> b.node(NodeRow.of(NodeKind.MAKER, "JPN/magnet", "JPN", "magnet", Range.exactly(100))),
            b -> b.node(NodeRow.of(NodeKind.MAKER, "CHN/magnet", "CHN", "magnet", Range.exactly(120))),
            b -> b.cell(CellRow.of("JPN/magnet", "oxide", 0.5).withUnknownOrigin(10)),
            b -> b.cell(CellRow.of("CHN/magnet", "oxide", 0.5)),
            b -> b.arc(ArcRow.of("CHN/oxide", "JPN/magnet", new Range(40, 30, 45))
                    .over(
                            b.route(new Route(
                                    "CHN", "JPN", "direct", 4, 3, 6, List.of("LN-ECS"), List.of(), Flag.NONE)),
                            4)),
            b -> b.arc(ArcRow.of("CHN/oxide", "CHN/magnet", Range.exactly(60))),
            b -> b.stock(StockRow.working("JPN/magnet", "oxide", Range.exactly(5), Flag.UNVERIFIED, List.of(SAYS))),
            b -> b.demand(demand("JPN/magnet", "JPN", 100)),
            b -> b.demand(demand("CHN/magnet", "CHN", 120)));

    private static Product mineral(String id, Stage stage) {
        return new Product.Mineral(id, ND, stage, new Basis("t " + id), id, id);
    }

    private static DemandRow demand(String node, String place, double perYear) {
        return new DemandRow(node, place, UseClass.INDUSTRY, Range.exactly(perYear), 0, Flag.NONE, List.of());
    }

    private static SupplyNetwork build(List<UnaryOperator<NetworkBuilder>> rows) {
        NetworkBuilder builder = SupplyNetwork.builder(TOY);
        rows.forEach(row -> row.apply(builder));
        return builder.build();
    }

    @Test
    void rows_stand_in_the_order_of_the_chain() {
        SupplyNetwork network = build(ROWS);

        assertThat(List.of(
                        network.nodes().key(0),
                        network.nodes().key(1),
                        network.nodes().key(2)))
                .containsExactly("CHN/oxide", "CHN/magnet", "JPN/magnet");
        int japan = network.nodes().find("JPN/magnet").orElseThrow();
        int cell = network.cells().first(japan);
        int arc = network.cells().arcIn(network.cells().firstIn(cell));
        assertThat(network.arcs().perYear(arc)).isEqualTo(40);
        assertThat(network.nodes().key(network.arcs().supplier(arc))).isEqualTo("CHN/oxide");
        assertThat(network.routes().get(network.arcs().route(arc)).lanes()).containsExactly("LN-ECS");
        assertThat(network.cells().unknownOrigin(cell)).isEqualTo(10);
        assertThat(network.citations().of(network.nodes().citationSet(0))).containsExactly(SAYS);
    }

    @Test
    void the_order_in_which_rows_come_changes_nothing() {
        SupplyNetwork network = build(ROWS);
        for (int seed = 0; seed < 20; seed++) {
            List<UnaryOperator<NetworkBuilder>> shuffled = new ArrayList<>(ROWS);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(build(shuffled).id()).as("seed %d", seed).isEqualTo(network.id());
        }
    }

    /// Starts of the rows of a factor with one entry, in its first row.
    private static int[] starts(SupplyNetwork network) {
        int[] starts = new int
                [network.arcs().size()
                        + network.nodes().size()
                        + network.demands().size()
                        + network.cells().size()
                        + 1];
        java.util.Arrays.fill(starts, 1, starts.length, 1);
        return starts;
    }

    @Test
    void a_network_survives_encoding() {
        SupplyNetwork network = build(ROWS);
        Covariance factor = new Covariance(1, starts(network), new int[] {0}, new double[] {2});
        SupplyNetwork varying = network.with(factor);

        assertThat(NetworkCodec.decode(NetworkCodec.encode(network)).id()).isEqualTo(network.id());
        SupplyNetwork decoded = NetworkCodec.decode(NetworkCodec.encode(varying));
        assertThat(decoded.id()).isEqualTo(varying.id());
        assertThat(decoded.id().digest()).isNotEqualTo(network.id().digest());
        assertThat(decoded.covariance().orElseThrow().standardDeviation(0)).isEqualTo(2);
    }

    @Test
    void damaged_bytes_are_refused() {
        byte[] bytes = new byte[NetworkCodec.encode(build(ROWS)).remaining()];
        NetworkCodec.encode(build(ROWS)).get(bytes);
        for (int length = 0; length < bytes.length; length += 7) {
            ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
            assertThatThrownBy(() -> NetworkCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_network_that_does_not_balance_names_its_worst_rows() {
        List<UnaryOperator<NetworkBuilder>> rows = new ArrayList<>(ROWS);
        rows.add(b -> b.demand(demand("JPN/magnet", "JPN", 90)));

        assertThatThrownBy(() -> build(rows))
                .isInstanceOf(UnbalancedNetworkException.class)
                .hasMessageContaining("output of JPN/magnet: 100.000000 supplied, 90.000000 used");
    }

    @Test
    void a_row_that_names_a_missing_node_is_refused() {
        List<UnaryOperator<NetworkBuilder>> rows = new ArrayList<>(ROWS);
        rows.add(b -> b.arc(ArcRow.of("AUS/oxide", "JPN/magnet", Range.exactly(1))));

        assertThatThrownBy(() -> build(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AUS/oxide");
    }

    @Test
    void a_change_gives_a_new_network_and_leaves_the_old() {
        SupplyNetwork network = build(ROWS);
        SupplyNetwork same = network.change().build();
        NetworkBuilder change = network.change();
        SupplyNetwork larger = change.node(
                        change.findNode("JPN/magnet").orElseThrow().withCapacity(500))
                .build();

        assertThat(same.id()).isEqualTo(network.id());
        assertThat(larger.id().digest()).isNotEqualTo(network.id().digest());
        assertThat(larger.nodes().capacity(2)).isEqualTo(500);
        assertThat(network.nodes().capacity(2)).isNaN();
    }

    @Tag("A10")
    @Test
    void unlike_masses_do_not_add() {
        Mass oxide = new Mass(1, new Basis("t oxide"));
        assertThat(oxide.plus(oxide).tonnes()).isEqualTo(2);
        assertThatThrownBy(() -> oxide.plus(new Mass(1, new Basis("t metal"))))
                .hasMessageContaining("Cannot add 1.0 t metal to 1.0 t oxide");
    }

    @Test
    void the_weaker_flag_wins() {
        assertThat(Flag.of(Confidence.REPORTED, Evidence.PRIMARY_FILE)).isEqualTo(Flag.NONE);
        assertThat(Flag.NONE.and(Flag.UNVERIFIED)).isEqualTo(Flag.UNVERIFIED);
        assertThat(Flag.ESTIMATE.and(Flag.DERIVED)).isEqualTo(Flag.ESTIMATE);
        assertThatThrownBy(() -> new Figure.Known(1, 0, 2, Confidence.REPORTED, Evidence.UNVERIFIED, SAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
