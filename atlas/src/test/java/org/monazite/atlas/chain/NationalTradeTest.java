package org.monazite.atlas.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.monazite.atlas.imports.NationalList;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.Flag;

/// What chains make of the lines of national lists of codes.
class NationalTradeTest {

    private static final Pack PACK = Pack.embedded();

    private static BalancedChain chain(String id, ImportedFacts imported) {
        return BalancedChain.one(id, PACK, imported, "test");
    }

    private static List<String> uses(BalancedChain chain) {
        return chain.imports().orElseThrow().uses().stream()
                .map(use -> "%s %.3f t%s".formatted(use.label(), use.tonnes(), use.suspect() ? " suspect" : ""))
                .toList();
    }

    private static List<String> unused(BalancedChain chain) {
        return chain.imports().orElseThrow().unused().stream()
                .map(each -> each.why() + " " + each.product() + " " + each.code() + " " + each.count())
                .toList();
    }

    @Test
    void a_line_that_the_code_book_knows_enters_with_its_share_and_one_that_it_does_not_know_says_nothing() {
        BalancedChain germanium = chain(
                "germanium",
                new Brought()
                        .trade("japan", "JPM9", "importer", "CHN JPN 811292910 4.2\nCHN JPN 811292100 90")
                        .facts());

        assertThat(uses(germanium)).containsExactly("flow ge.refined CHN>JPN (japan importer) 4.200 t");
        assertThat(unused(germanium)).isEmpty();
    }

    @Test
    void a_line_of_the_metal_alone_is_a_part_of_germanium_and_lowers_nothing() {
        BalancedChain germanium = chain(
                "germanium",
                new Brought()
                        .trade("japan", "JPM9", "importer", "CHN JPN 811292910 1.25")
                        .facts());

        assertThat(uses(germanium)).isEmpty();
        assertThat(unused(germanium)).containsExactly("PART ge.refined 811292910 1");
    }

    @Test
    void a_code_that_ends_in_zeros_is_the_six_digits_as_its_office_counted_them_and_comes_before_Comtrade() {
        BalancedChain magnets = chain(
                "magnets",
                new Brought()
                        .trade("japan", "JPM9", "importer", "VNM JPN 850511000 900")
                        .trade("comtrade", "HS22", "importer", "VNM JPN 850511 950")
                        .facts());

        assertThat(uses(magnets)).containsExactly("flow ndfeb.magnet VNM>JPN (japan importer) 756.000 t");
        assertThat(unused(magnets)).contains("OTHER_EDITION ndfeb.magnet 850511 1");
    }

    @Test
    void what_six_digits_say_of_the_same_two_places_and_the_same_heading_does_not_count_beside_a_national_line() {
        BalancedChain magnets = chain(
                "magnets",
                new Brought()
                        .trade("baci", "HS17", "both", "CHN DEU 850511 13000\nCHN USA 850511 9000")
                        .trade("comext", "EUCN8", "importer", "CHN DEU 85051110 10000\nCHN DEU 85051190 500")
                        .facts());

        assertThat(uses(magnets))
                .containsExactly(
                        "flow ndfeb.magnet CHN>EU27 (comext importer) 9700.000 t",
                        "flow ndfeb.magnet CHN>USA (baci) 7560.000 t");
        assertThat(unused(magnets)).contains("NATIONAL_LINE ndfeb.magnet 850511 1");
    }

    @Test
    void the_Union_as_a_whole_is_more_than_the_rest_of_its_members() {
        BalancedChain magnets = chain(
                "magnets",
                new Brought()
                        .trade("comext", "EUCN8", "importer", "CHN EU27 85051110 19000")
                        .facts());

        assertThat(uses(magnets)).isEmpty();
        assertThat(unused(magnets)).containsExactly("NO_NODE ndfeb.magnet 85051110 1");
    }

    @Test
    void gallium_has_a_line_of_its_own_in_the_American_list() {
        BalancedChain gallium = chain(
                "gallium",
                new Brought()
                        .trade("census", "USHTS10", "importer", "JPN USA 8112921000 4.4\nCAN USA 8112921000 5.5")
                        .trade("comtrade", "HS22", "importer", "JPN USA 811292 60")
                        .facts());

        assertThat(uses(gallium))
                .containsExactly(
                        "flow ga.refined CAN>USA (census importer) 5.500 t",
                        "flow ga.refined JPN>USA (census importer) 4.400 t");
        assertThat(unused(gallium)).containsExactly("TOO_WIDE ga.refined 811292 1");
    }

    @Test
    void the_same_digits_in_another_list_are_another_code() {
        CustomsCodes codes = CustomsCodes.of(PACK);

        assertThat(codes.under("JPM9", "811292910"))
                .extracting(CustomsCodes.Share::product)
                .containsExactly("ge.refined");
        assertThat(codes.under("JPX9", "811292910")).isEmpty();
        assertThat(codes.under("EUCN8", "85051110"))
                .extracting(CustomsCodes.Share::product)
                .containsExactlyInAnyOrder("ndfeb.magnet", "smco.magnet");
        assertThat(codes.under("JPM9", "850511100")).isEmpty();
    }

    @Test
    void an_undivided_national_code_means_what_its_six_digits_mean() {
        CustomsCodes codes = CustomsCodes.of(PACK);

        assertThat(codes.under("JPX9", "850511000"))
                .isEqualTo(codes.under("HS22", "850511"))
                .isNotEmpty();
        assertThat(codes.under("USHTS10", "2825600000"))
                .isEqualTo(codes.under("HS22", "282560"))
                .isNotEmpty();
    }

    @Test
    void every_product_of_the_code_book_is_one_and_its_codes_have_the_length_of_their_list() {
        CustomsCodes codes = CustomsCodes.of(PACK);

        assertThat(PACK.table("national_codes")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.text("source_id")).isNotBlank();
            NationalList.find(row.text("scheme"))
                    .ifPresent(list -> assertThat(row.text("code")).hasSize(list.digits()));
        });
        assertThat(PACK.table("national_codes").stream()
                        .map(row -> row.text("product_id"))
                        .filter(product -> !product.isEmpty()))
                .isSubsetOf(PACK.table("products").stream()
                        .map(row -> row.text("product_id"))
                        .toList());
        assertThat(codes.all()).contains("811292910", "850511", "850511000", "8505110070");
    }

    @Test
    void two_lists_meet_in_the_product_that_both_name() {
        NationalLines lines = NationalLines.of(PACK);

        assertThat(lines.shared(flow("JPM9", "811292910"))).hasValue("ge.refined");
        assertThat(lines.shared(flow("EUCN8", "81129295"))).hasValue("ge.refined");
        assertThat(lines.shared(flow("JPM9", "850511000"))).hasValue("850511");
        assertThat(lines.shared(flow("HS22", "850511"))).hasValue("850511");
        assertThat(lines.shared(flow("JPM9", "811292100"))).isEmpty();
    }

    private static TradeFlow flow(String scheme, String code) {
        return new TradeFlow("CHN", "JPN", scheme, code, 2024, 0, "importer", 1, 1, Flag.NONE, "japan", 2, "JPY");
    }
}
