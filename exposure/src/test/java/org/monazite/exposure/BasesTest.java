package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;
import org.monazite.supply.SupplyNetwork;

/// Baskets, goods, coalitions and ledgers.
class BasesTest {

    private final SupplyNetwork network = Toys.twoSuppliers();

    private BasketShare basket(BasketShare.Counting counting, Map<String, BasketShare.Factor> factors) {
        return BasketShare.of(
                network,
                Importer.coalition("JY", List.of("JJ", "YY")),
                "XX",
                List.of("mine", "refined"),
                counting,
                factors);
    }

    private static BasketShare.Factor factor(double value) {
        return new BasketShare.Factor(Range.exactly(value), Flag.NONE);
    }

    @Test
    void one_question_has_another_answer_by_weight_and_by_value() {
        BasketShare weight = basket(BasketShare.Counting.WEIGHT, Map.of());
        BasketShare value = basket(BasketShare.Counting.VALUE, Map.of("mine", factor(1), "refined", factor(9)));

        assertThat(weight.share().value()).isCloseTo(0.6, within(1e-12)); // 60 of 60 refined and 40 ore
        assertThat(value.share().value()).isCloseTo(540.0 / 580, within(1e-12));
    }

    @Test
    void a_product_without_price_is_named_and_not_counted() {
        BasketShare value = basket(BasketShare.Counting.VALUE, Map.of("refined", factor(9)));

        assertThat(value.withoutFactor()).containsExactly("mine");
        assertThat(value.coverage()).isCloseTo(0.6, within(1e-12));
        assertThat(value.share().value()).isEqualTo(1);
    }

    @Test
    void goods_made_of_goods_hold_what_their_parts_hold() {
        // a motor holds 2 kg of its own and goes twice into a car that adds 1 kg
        double[] content = Embodied.content(new double[][] {{0, 2}, {0, 0}}, new double[] {2, 1});

        assertThat(content).containsExactly(new double[] {2, 5}, within(1e-12));
    }

    @Test
    void embodied_imports_carry_the_range_of_the_content() {
        Embodied.Imports imports = Embodied.imports(
                List.of(
                        new Embodied.Trade("motor", "CHN", 100, Flag.NONE, List.of()),
                        new Embodied.Trade("car", "DEU", 10, Flag.NONE, List.of()),
                        new Embodied.Trade("fan", "DEU", 10, Flag.NONE, List.of())),
                Map.of("motor", new Range(2, 1, 3), "car", new Range(5, 4, 6)),
                "CHN");

        Explained china = java.util.Objects.requireNonNull(imports.byOrigin().get("CHN"));
        assertThat(List.of(china.value(), china.low(), china.high())).containsExactly(200.0, 100.0, 300.0);
        assertThat(imports.total().value()).isEqualTo(250);
        assertThat(imports.byGood()).containsOnlyKeys("motor", "car");
        assertThat(imports.share().value()).isCloseTo(0.8, within(1e-12));
        assertThat(imports.share().low()).isCloseTo(100.0 / 160, within(1e-12));
        assertThat(imports.withoutContent()).containsExactly("fan");
    }

    @Test
    void content_with_ranges_takes_all_parts_at_their_least_or_most() {
        Map<String, Range> contents = Embodied.contents(
                List.of(
                        new Embodied.Part("car", "motor", new Range(0.04, 0.03, 0.06)),
                        new Embodied.Part("car", "H", new Range(0.0003, 0.0001, 0.0006)),
                        new Embodied.Part("motor", "UH", new Range(0.02, 0.01, 0.04))),
                Map.of("UH", Range.exactly(0.3), "H", Range.exactly(0.28)));

        Range car = java.util.Objects.requireNonNull(contents.get("car"));
        assertThat(car.value()).isCloseTo(0.04 * 0.02 * 0.3 + 0.0003 * 0.28, within(1e-15));
        assertThat(car.low()).isCloseTo(0.03 * 0.01 * 0.3 + 0.0001 * 0.28, within(1e-15));
        assertThat(car.high()).isCloseTo(0.06 * 0.04 * 0.3 + 0.0006 * 0.28, within(1e-15));
    }

    @Test
    void a_good_with_a_part_of_unknown_content_has_no_content() {
        Map<String, Range> contents = Embodied.contents(
                List.of(
                        new Embodied.Part("car", "motor", Range.exactly(0.04)),
                        new Embodied.Part("motor", "XX", Range.exactly(0.02)),
                        new Embodied.Part("fan", "H", Range.exactly(0.01))),
                Map.of("H", Range.exactly(0.28)));

        assertThat(contents).containsOnlyKeys("fan");
    }

    @Test
    void a_good_that_goes_into_itself_is_refused() {
        List<Embodied.Part> parts = List.of(
                new Embodied.Part("car", "motor", Range.exactly(2)),
                new Embodied.Part("motor", "car", Range.exactly(2)));

        assertThatThrownBy(() -> Embodied.contents(parts, Map.of("motor", Range.exactly(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("goes into itself");
    }

    @Test
    void goods_made_abroad_hold_what_industry_there_uses() {
        List<GoodsAbroad> uses = GoodsAbroad.of(network, Importer.place("YY"), "XX");

        assertThat(uses).extracting(GoodsAbroad::use).containsExactly("use", "total");
        assertThat(uses.getFirst().tonnes().value()).isEqualTo(100);
        assertThat(uses.getFirst().assembled().value()).isZero();
        assertThat(uses.getFirst().touched().value()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void an_importer_with_all_uses_has_no_goods_abroad() {
        assertThat(GoodsAbroad.of(network, Importer.place("JJ"), "XX")).isEmpty();
    }

    @Test
    void goods_of_the_supplier_are_touched_in_full() {
        Map<String, Range> touched = GoodsAbroad.touchedAt(network, "XX");

        assertThat(touched.get("XX")).isEqualTo(Range.exactly(1));
        assertThat(java.util.Objects.requireNonNull(touched.get("JJ")).value()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void members_of_a_coalition_share_its_exposure() {
        Contributions parts = Contributions.of(network, Importer.coalition("JY", List.of("JJ", "YY")), "XX", "refined");

        assertThat(parts.members().getFirst().place()).isEqualTo("JJ");
        assertThat(parts.members().getFirst().share()).isEqualTo(1);
        assertThat(parts.insideTonnes()).isEqualTo(40);
    }

    @Test
    void a_coalition_of_all_has_no_imports() {
        Importer world = Importer.coalition("world", List.of("XX", "YY", "ZZ", "WW", "JJ"));

        assertThat(Exposure.of(network).by(world, "XX")).allSatisfy(row -> {
            assertThat(row.directShare().isDefined()).isFalse();
            assertThat(row.netImportReliance().value()).isZero();
        });
    }

    private static LedgerLine line(String id, String seller, String origin, double tonnes) {
        return new LedgerLine(id, "seller", seller, origin, "refined", tonnes, Double.NaN, "2024");
    }

    @Test
    void a_company_buys_what_its_sellers_bought() {
        List<LedgerLine> ledger = List.of(line("1", "JJ", "", 50), line("2", "XX", "", 30), line("3", "JJ", "YY", 20));

        CompanyExposure company = CompanyExposure.of(ledger, "refined", network, "XX", CompanyExposure.Basis.WEIGHT);

        assertThat(company.direct().value()).isCloseTo(0.3, within(1e-12));
        assertThat(company.traced().value()).isCloseTo(0.5 * 0.6 + 0.3, within(1e-12));
        assertThat(company.drivers()).extracting(driver -> driver.line().id()).containsExactly("1", "2", "3");
    }

    @Test
    void a_line_from_nowhere_is_left_out_with_its_reason() {
        List<LedgerLine> ledger = List.of(line("1", "XX", "", 50), line("2", "BRA", "", 30));

        CompanyExposure company = CompanyExposure.of(ledger, "refined", network, "XX", CompanyExposure.Basis.WEIGHT);

        assertThat(company.coverage()).isEqualTo(0.5);
        assertThat(company.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.line().id()).isEqualTo("2");
            assertThat(left.why()).contains("nobody");
        });
    }

    @Test
    void a_ledger_that_states_no_money_gives_no_share_of_money() {
        CompanyExposure company = CompanyExposure.of(
                List.of(line("1", "XX", "", 50)), "refined", network, "XX", CompanyExposure.Basis.VALUE);

        assertThat(company.direct().isDefined()).isFalse();
    }
}
