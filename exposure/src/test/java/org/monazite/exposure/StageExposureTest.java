package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.Citation;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Explained;
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

/// One product, pools by place; a world is a list of `maker -> buyer tonnes`.
class StageExposureTest {

    private static final Citation SAYS = new Citation("f-1", "SRC_A", "table 1", "60");
    private static final Material ND = new Material("nd", "Nd", "Neodymium", "ネオジム");

    private final NetworkBuilder world = SupplyNetwork.builder(
                    new NetworkId.Draft("test", "toy", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR))
            .product(new Product.Mineral("oxide", ND, Stage.REFINED, new Basis("t"), "oxide", "酸化物"));

    private void maker(String place, double output, Flag flag) {
        world.place(new Place(place, place, place));
        world.node(NodeRow.of(NodeKind.MAKER, place + "/oxide", place, "oxide", Range.exactly(output))
                .citing(flag, List.of(SAYS)));
    }

    private void pool(String place, double total) {
        world.place(new Place(place, place, place));
        world.node(NodeRow.of(NodeKind.POOL, place + "/oxide/pool", place, "oxide", Range.exactly(total)));
        world.cell(CellRow.of(place + "/oxide/pool", "oxide", 1));
    }

    private void ship(String from, String to, double tonnes, Flag flag) {
        world.arc(ArcRow.of(from, to + "/oxide/pool", Range.exactly(tonnes)).citing(flag, List.of(SAYS)));
    }

    private void use(String node, double tonnes) {
        world.demand(new DemandRow(
                node, node.substring(0, 3), UseClass.INDUSTRY, Range.exactly(tonnes), 0, Flag.NONE, List.of()));
    }

    private StageExposure of(String importer, String supplier) {
        return Exposure.of(world.build()).by(Importer.place(importer), supplier).getFirst();
    }

    /// Japan makes 20, buys 60 from China and 20 from Australia; China makes 160 in all.
    private void threeSuppliers() {
        maker("CHN", 160, Flag.NONE);
        maker("AUS", 20, Flag.UNVERIFIED);
        maker("JPN", 20, Flag.NONE);
        pool("JPN", 100);
        ship("CHN/oxide", "JPN", 60, Flag.NONE);
        ship("AUS/oxide", "JPN", 20, Flag.UNVERIFIED);
        ship("JPN/oxide", "JPN", 20, Flag.NONE);
        use("CHN/oxide", 100);
        use("JPN/oxide/pool", 100);
    }

    @Test
    void concentration_is_told_for_the_world_and_for_the_imports() {
        threeSuppliers();
        StageExposure japan = of("JPN", "CHN");

        assertThat(japan.hhi().value()).isCloseTo(0.66, within(1e-12)); // 0.8, 0.1, 0.1
        assertThat(japan.largestMaker().value()).isCloseTo(0.8, within(1e-12));
        assertThat(japan.largestThreeMakers().value()).isCloseTo(1, within(1e-12));
        assertThat(japan.effectiveMakers().value()).isCloseTo(1 / 0.66, within(1e-12));
        assertThat(japan.hhiImports().value()).isCloseTo(0.625, within(1e-12)); // 0.75, 0.25
        assertThat(japan.largestOrigin().value()).isCloseTo(0.75, within(1e-12));
        assertThat(japan.effectiveOrigins().value()).isCloseTo(1.6, within(1e-12));
    }

    @Test
    void concentration_carries_sources_and_the_mark_of_its_weakest_figure() {
        threeSuppliers();
        Explained hhi = of("JPN", "CHN").hhi();

        assertThat(hhi.flag()).isEqualTo(Flag.UNVERIFIED);
        assertThat(hhi.unverifiedShare()).isCloseTo(0.1, within(1e-12));
        assertThat(hhi.terms().getFirst().citations()).containsExactly(SAYS);
    }

    @Test
    void reliance_is_what_imports_exceed_exports_by() {
        threeSuppliers();
        Explained reliance = of("JPN", "CHN").netImportReliance();

        assertThat(reliance.value()).isCloseTo(0.8, within(1e-12));
        assertThat(reliance.terms()).extracting(Explained.Term::value).containsExactly(20.0, 80.0, 0.0);
    }

    @Test
    void a_net_exporter_relies_on_nobody() {
        threeSuppliers();

        assertThat(of("CHN", "AUS").netImportReliance().value()).isZero();
    }

    @Test
    void who_buys_all_it_uses_relies_on_imports_in_full() {
        maker("CHN", 50, Flag.NONE);
        pool("KOR", 50);
        ship("CHN/oxide", "KOR", 50, Flag.NONE);
        use("KOR/oxide/pool", 50);

        assertThat(of("KOR", "CHN").netImportReliance().value()).isEqualTo(1);
    }

    @Test
    void who_only_passes_goods_on_has_no_reliance_to_speak_of() {
        maker("CHN", 50, Flag.NONE);
        pool("SGP", 50);
        pool("JPN", 50);
        ship("CHN/oxide", "SGP", 50, Flag.NONE);
        world.arc(ArcRow.of("SGP/oxide/pool", "JPN/oxide/pool", Range.exactly(50)));
        use("JPN/oxide/pool", 50);

        assertThat(of("SGP", "CHN").netImportReliance().isDefined()).isFalse();
        assertThat(of("JPN", "CHN").tracedShare().value()).isCloseTo(1, within(1e-12));
        assertThat(of("JPN", "CHN").directShare().value()).isZero();
    }

    @Test
    void a_place_without_imports_has_no_share_of_them() {
        threeSuppliers();
        StageExposure australia = of("AUS", "CHN");

        assertThat(australia.directShare().isDefined()).isFalse();
        assertThat(australia.hhiImports().isDefined()).isFalse();
        assertThat(australia.effectiveOrigins().isDefined()).isFalse();
    }

    @Test
    void who_exports_all_it_makes_uses_nothing_and_so_relies_on_nothing() {
        threeSuppliers();

        assertThat(of("AUS", "CHN").netImportReliance().isDefined()).isFalse();
    }

    @Test
    void a_coalition_of_one_is_the_place_itself() {
        threeSuppliers();
        Exposure exposure = Exposure.of(world.build());
        StageExposure place = exposure.by(Importer.place("JPN"), "CHN").getFirst();
        StageExposure alone =
                exposure.by(Importer.coalition("JPN", List.of("JPN")), "CHN").getFirst();

        assertThat(alone).isEqualTo(place);
    }

    @Test
    void the_world_as_a_coalition_imports_nothing() {
        threeSuppliers();
        StageExposure all = Exposure.of(world.build())
                .by(Importer.coalition("world", List.of("JPN", "CHN", "AUS")), "CHN")
                .getFirst();

        assertThat(all.directShare().isDefined()).isFalse();
        assertThat(all.netImportReliance().value()).isZero();
    }

    @Tag("E10")
    @Test
    void what_members_ship_to_each_other_nets_out_of_the_coalition() {
        threeSuppliers();
        Exposure exposure = Exposure.of(world.build());
        StageExposure both = exposure.by(Importer.coalition("both", List.of("JPN", "AUS")), "CHN")
                .getFirst();

        // They make 40 and import 60; the 20 from Australia to Japan count as production only.
        assertThat(both.netImportReliance().value()).isCloseTo(0.6, within(1e-12));
        assertThat(both.netImportReliance().terms())
                .extracting(Explained.Term::value)
                .containsExactly(40.0, 60.0, 0.0);
        assertThat(both.directShareOfSupply().value()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void an_unknown_place_is_refused_by_name() {
        threeSuppliers();

        assertThatThrownBy(() -> of("JPM", "CHN"))
                .isInstanceOf(UnknownPlaceException.class)
                .hasMessageContaining("'JPM'")
                .hasMessageContaining("[AUS, CHN, JPN]");
    }

    @Test
    void shares_alone_are_those_of_all_measures() {
        threeSuppliers();
        Exposure exposure = Exposure.of(world.build());
        for (String importer : List.of("JPN", "AUS")) {
            assertThat(exposure.sharesBy(Importer.place(importer), "CHN"))
                    .isEqualTo(exposure.by(Importer.place(importer), "CHN").stream()
                            .map(row -> new SupplyShares(
                                    row.productId(),
                                    row.directShare().value(),
                                    row.directShareOfSupply().value(),
                                    row.tracedShare().value()))
                            .toList());
        }
    }
}
