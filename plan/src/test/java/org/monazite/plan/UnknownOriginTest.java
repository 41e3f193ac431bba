package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.monazite.plan.lp.Solvers;
import org.monazite.plan.replay.CalmNetwork;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.shock.Assumptions;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.Criticality;
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

/// A chain of one good, of which two fifths reach America through a trader who buys from nobody known; users have no
/// known value.
class UnknownOriginTest {

    private final SupplyNetwork network = network();
    private final PlanInput input = new PlanInput(
            network, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), Assumptions.MINERALS);
    private final World world = WorldBuilder.build(input, PlanSpec.of(List.of("USA"), "CHN", 1e6));
    private final Search search = new Search(Solvers.best(), network, Work.alone());
    private final Search.State before = search.before(world);

    private static SupplyNetwork network() {
        NetworkBuilder builder = SupplyNetwork.builder(
                new NetworkId.Draft("test", "g", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        builder.place(new Place("CHN", "China", "中国"));
        builder.place(new Place("CAN", "Canada", "カナダ"));
        builder.place(new Place("USA", "United States", "米国"));
        Material material = new Material("g", "G", "Good", "品");
        builder.product(new Product.Mineral("g.refined", material, Stage.REFINED, new Basis("t"), "Good", "品"));
        builder.product(new Product.Mineral("g.use", material, Stage.ENDUSE, new Basis("t"), "Use", "用途"));
        node(builder, NodeKind.MAKER, "CHN/g.refined", 100_000);
        node(builder, NodeKind.POOL, "CAN/g.refined/pool", 4_000);
        node(builder, NodeKind.POOL, "USA/g.refined/pool", 10_000);
        node(builder, NodeKind.USE, "USA/g.use/all", 10_000);
        node(builder, NodeKind.USE, "CHN/g.use/all", 94_000);
        cell(builder, "CAN/g.refined/pool", 4_000);
        cell(builder, "USA/g.refined/pool", 0);
        cell(builder, "USA/g.use/all", 0);
        cell(builder, "CHN/g.use/all", 0);
        arc(builder, "CHN/g.refined", "USA/g.refined/pool", 6_000);
        arc(builder, "CAN/g.refined/pool", "USA/g.refined/pool", 4_000);
        arc(builder, "USA/g.refined/pool", "USA/g.use/all", 10_000);
        arc(builder, "CHN/g.refined", "CHN/g.use/all", 94_000);
        return builder.build();
    }

    private static void node(NetworkBuilder builder, NodeKind kind, String key, double tonnes) {
        String product = key.split("/")[1];
        String place = key.substring(0, 3);
        builder.node(NodeRow.of(kind, key, place, product, Range.exactly(tonnes)));
        if (kind == NodeKind.USE) {
            builder.demand(
                    new DemandRow(key, place, UseClass.INDUSTRY, Range.exactly(tonnes), 0, Flag.NONE, List.of()));
        }
    }

    private static void cell(NetworkBuilder builder, String key, double unknownTonnes) {
        builder.cell(new CellRow(
                key, "g.refined", Range.exactly(1), unknownTonnes, Criticality.ESSENTIAL, Flag.NONE, List.of()));
    }

    private static void arc(NetworkBuilder builder, String from, String to, double tonnes) {
        builder.arc(ArcRow.of(from, to, Range.exactly(tonnes)));
    }

    @Test
    void goods_of_unknown_origin_stay_so_in_the_year_without_a_ban() {
        SupplyNetwork calm = CalmNetwork.of(world, network, world.nothing(), before.calm());

        assertThat(Dependences.unknown(world, calm).get("USA")).isCloseTo(0.4, Offset.offset(1e-4));
    }

    @Test
    void nothing_is_wasted_in_a_ban_where_no_value_is_known() {
        for (var flows : before.bans()) {
            if (flows.episode().ban().orElseThrow().isBy("CAN")) {
                assertThat(Loss.unmet(world, flows).get("USA")).isLessThan(0.08); // as China allows; the limit is 0.1
            }
        }
        assertThat(before.bans())
                .anyMatch(flows -> flows.episode().ban().orElseThrow().isBy("CAN"));
    }
}
