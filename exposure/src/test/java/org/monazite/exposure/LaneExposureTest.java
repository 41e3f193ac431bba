package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

/// J takes 50 from X through a strait with a way round of 4 days, 30 from Y through the strait alone, 10 from Z over
/// another sea and 10 from W, of which nobody knows the way; all known ways cross an ocean whose closure nobody
/// describes.
@Tag("E14")
class LaneExposureTest {

    private static final List<LaneExposure> LANES =
            LaneExposure.of(world(), Importer.place("JJ"), List.of("ore", "use"));

    private static SupplyNetwork world() {
        Material material = new Material("m", "M", "m", "m");
        NetworkBuilder world = SupplyNetwork.builder(
                        new NetworkId.Draft("test", "toy", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR))
                .product(new Product.Mineral("ore", material, Stage.MINE, new Basis("t"), "ore", "鉱石"))
                .product(new Product.Mineral("use", material, Stage.ENDUSE, new Basis("t"), "use", "用途"));
        for (String place : List.of("WW", "XX", "YY", "ZZ", "JJ")) {
            world.place(new Place(place, place, place));
        }
        int throughStrait = route(world, "XX", "strait", 4);
        int onlyThroughStrait = route(world, "YY", "strait", Double.POSITIVE_INFINITY);
        int overSea = route(world, "ZZ", "sea", 1);
        world.node(NodeRow.of(NodeKind.USE, "JJ/use", "JJ", "use", Range.exactly(100)));
        world.cell(CellRow.of("JJ/use", "ore", 1));
        sells(world, "XX", 50, throughStrait);
        sells(world, "YY", 30, onlyThroughStrait);
        sells(world, "ZZ", 10, overSea);
        sells(world, "WW", 10, -1);
        world.demand(new DemandRow("JJ/use", "JJ", UseClass.INDUSTRY, Range.exactly(100), 0, Flag.NONE, List.of()));
        return world.build();
    }

    private static int route(NetworkBuilder world, String from, String lane, double extraDays) {
        return world.route(new Route(
                from,
                "JJ",
                "usual",
                10,
                8,
                12,
                List.of(lane, "ocean"),
                List.of(new Route.Detour(lane, extraDays)),
                Flag.ESTIMATE));
    }

    private static void sells(NetworkBuilder world, String from, double tonnes, int route) {
        world.node(NodeRow.of(NodeKind.MAKER, from + "/ore", from, "ore", Range.exactly(tonnes)));
        ArcRow flow = ArcRow.of(from + "/ore", "JJ/use", Range.exactly(tonnes));
        world.arc(route < 0 ? flow : flow.over(route, 10));
    }

    @Test
    void the_share_is_that_of_imports_with_a_known_route_and_the_others_are_its_range() {
        LaneExposure strait = LANES.get(1);

        assertThat(strait.lane()).isEqualTo("strait");
        assertThat(strait.share().value()).isCloseTo(80.0 / 90, within(1e-12));
        assertThat(strait.share().low()).isCloseTo(0.8, within(1e-12));
        assertThat(strait.share().high()).isCloseTo(0.9, within(1e-12));
        assertThat(strait.share().flag()).isEqualTo(Flag.ESTIMATE); // the routes are
    }

    @Test
    void what_has_no_way_round_is_told_apart_from_what_takes_longer() {
        LaneExposure strait = LANES.get(1);

        assertThat(strait.noWayRoundShare()).isCloseTo(30.0 / 90, within(1e-12));
        assertThat(strait.extraDays()).isEqualTo(4);
    }

    @Test
    void what_nobody_states_about_a_lane_is_not_a_way_round() {
        LaneExposure ocean = LANES.getFirst();

        assertThat(ocean.share().value()).isEqualTo(1);
        assertThat(ocean.noWayRoundShare()).isNaN();
        assertThat(ocean.extraDays()).isNaN();
    }

    @Test
    void lanes_come_by_share_and_a_product_without_imports_has_none() {
        assertThat(LANES).extracting(LaneExposure::lane).containsExactly("ocean", "strait", "sea");
        assertThat(LANES).extracting(LaneExposure::productId).containsOnly("ore");
    }

    @Test
    void the_world_as_one_importer_crosses_nothing() {
        Importer all = Importer.coalition("all", List.of("WW", "XX", "YY", "ZZ", "JJ"));

        assertThat(LaneExposure.of(world(), all, List.of("ore"))).isEmpty();
    }
}
