package org.monazite.app.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rows E of docs/features.md on the pack in the box.
class ExposureFeaturesTest {

    private static final JsonNode JAPAN = Screens.json("exposure of JPN");

    private static JsonNode japan(String product) {
        return Screens.row(JAPAN.path("exposure"), "product", product);
    }

    @Test
    @Tag("E1")
    void the_HHI_of_gallium_is_the_sum_of_squared_shares_of_the_makers_it_lists() {
        JsonNode published = Screens.json("show material ga").path("published").get(0);

        double sum = 0;
        for (JsonNode maker : published.path("makers")) {
            double share = maker.path("share").path("value").asDouble();
            sum += share * share;
        }
        assertThat(published.path("hhi").path("value").asDouble()).isCloseTo(sum, within(1e-12));
        assertThat(published.path("hhi").path("figures")).isNotEmpty();
        Screens.Both screen = Screens.both("show material ga");
        assertThat(screen.english()).contains("China", "SRC_USGS_MCS2026");
        assertThat(screen.japanese()).contains("中国", "SRC_USGS_MCS2026");
        screen.sayTheSameShares();
    }

    @Test
    @Tag("E2")
    void each_stage_has_its_own_HHI_and_share_of_the_three_largest() {
        for (String product : new String[] {"ree.mine", "ndpr.oxide", "ndpr.metal", "ndfeb.alloy", "ndfeb.magnet"}) {
            JsonNode row = japan(product);
            double largest = row.path("largestMaker").asDouble();
            assertThat(row.path("hhi").asDouble()).as(product).isBetween(largest * largest, 1.0);
            assertThat(row.path("largestThreeMakers").asDouble()).as(product).isBetween(largest, 1.0);
        }
        assertThat(japan("ree.mine").path("hhi").asDouble())
                .isLessThan(japan("ndfeb.magnet").path("hhi").asDouble());
        Screens.Both screen = Screens.both("exposure of JPN --explain");
        assertThat(screen.english()).contains("share of the three largest makers");
        assertThat(screen.japanese()).contains("上位");
    }

    @Test
    @Tag("E3")
    @Tag("E4")
    void geopolrisk_equals_the_reference_to_1e_12_and_the_European_risk_what_the_study_prints() {
        JsonNode outcomes = Screens.json("verify exposure").path("outcomes");

        JsonNode nickel = Screens.row(outcomes, "case", "geopolrisk_nickel_usa_2022");
        assertThat(nickel.path("deviation").asDouble()).isLessThanOrEqualTo(1e-12);
        JsonNode dysprosium = Screens.row(outcomes, "case", "eu_supply_risk_2023 Dysprosium");
        assertThat(dysprosium.path("deviation").asDouble()).isLessThanOrEqualTo(0.05);
        assertThat(Screens.both("verify exposure").japanese()).contains("不合格 0件");

        Screens.Both screen = Screens.both("exposure methods --for JPN --material ga");
        JsonNode gallium = Screens.row(
                Screens.json("exposure methods --for JPN --material ga").path("materials"), "product", "ga.refined");
        assertThat(gallium.path("methods").path("geopolrisk").path("value").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(gallium.path("methods").path("eu").path("value").asDouble()).isPositive();
        assertThat(screen.english()).contains("Primary low-purity gallium");
        assertThat(screen.japanese()).contains("粗ガリウム");
    }

    @Test
    @Tag("E6")
    void reliance_is_told_for_each_stage_and_a_stage_without_imports_is_not_called_zero() {
        assertThat(japan("dy.oxide").path("netImportReliance").asDouble()).isEqualTo(1); // Japan separates none
        assertThat(japan("ndfeb.magnet").path("netImportReliance").asDouble()).isBetween(0.0, 0.5);
        JsonNode metal = japan("ndpr.metal").path("explained").path("netImportReliance");
        assertThat(metal.path("value").asDouble()).isBetween(0.5, 1.0);
        assertThat(metal.path("formula").asString()).contains("a net exporter counts as 0");
        assertThat(japan("ree.mine").path("netImportReliance").isNull()).isTrue();
        assertThat(Screens.both("exposure of JPN --product ndpr.metal --explain")
                        .japanese())
                .contains("純輸入");
    }

    @Test
    @Tag("E7")
    void every_supplier_of_every_product_is_taken_away_in_turn_the_worst_first() {
        JsonNode links = Screens.json("exposure rank --for JPN --top 1000").path("weakestLinks");

        TreeSet<String> suppliers = new TreeSet<>();
        double before = Double.POSITIVE_INFINITY;
        for (JsonNode link : links) {
            suppliers.add(link.path("supplier").asString());
            assertThat(link.path("lostShare").asDouble()).isBetween(0.0, 1.0);
            assertThat(link.path("valueAtRiskUsd").asDouble()).isLessThanOrEqualTo(before);
            before = link.path("valueAtRiskUsd").asDouble();
        }
        assertThat(suppliers).contains("CHN", "VNM", "MYS", "AUS", "USA", "MMR");
        assertThat(links.get(0).path("supplier").asString()).isEqualTo("CHN");
        Screens.both("exposure rank --for JPN").sayTheSameShares();
    }

    @Test
    @Tag("E8")
    void magnets_that_come_by_way_of_others_count_in_the_traced_share() {
        for (String product : new String[] {"ndpr.oxide", "ndpr.metal", "ndfeb.magnet"}) {
            assertThat(japan(product).path("tracedShare").asDouble())
                    .as(product)
                    .isGreaterThan(japan(product).path("directShare").asDouble());
        }
        JsonNode range = japan("ndfeb.magnet").path("explained").path("tracedShare");
        assertThat(range.path("value").asDouble())
                .isBetween(range.path("low").asDouble(), range.path("high").asDouble());
        Screens.both("exposure of JPN").sayTheSameShares();
    }

    @Test
    @Tag("E10")
    void seven_partners_are_one_importer_whose_trade_among_themselves_is_no_import() {
        JsonNode answer = Screens.json("exposure of G7");
        JsonNode magnets = Screens.row(answer.path("exposure"), "product", "ndfeb.magnet");

        double largest = 0;
        double least = 1;
        for (String member : new String[] {"JPN", "USA", "DEU"}) {
            double share = Screens.row(
                            Screens.json("exposure of " + member).path("exposure"), "product", "ndfeb.magnet")
                    .path("tracedShare")
                    .asDouble();
            largest = Math.max(largest, share);
            least = Math.min(least, share);
        }
        assertThat(magnets.path("tracedShare").asDouble()).isBetween(least, largest);
        Screens.Both screen = Screens.both("exposure of G7");
        assertThat(screen.english()).contains("what each member takes from China");
        assertThat(screen.japanese()).contains("G7", "中国");
        screen.sayTheSameShares();
    }

    @Test
    @Tag("E14")
    void imports_are_told_by_the_sea_lane_they_cross_and_by_the_way_round() {
        JsonNode lanes = Screens.json("exposure lanes JPN").path("lanes");

        for (JsonNode lane : lanes) {
            JsonNode share = lane.path("share");
            assertThat(share.path("value").asDouble())
                    .isBetween(share.path("low").asDouble(), share.path("high").asDouble());
            assertThat(lane.path("noWayRoundShare").asDouble(0)) // null where nobody states it
                    .isBetween(0.0, share.path("value").asDouble() + 1e-12);
        }
        JsonNode fromChina = Screens.row(lanes, "lane", "LN-ECS", "product", "ndfeb.magnet"); // from Shanghai
        assertThat(fromChina.path("share").path("value").asDouble())
                .isGreaterThanOrEqualTo(
                        japan("ndfeb.magnet").path("directShare").asDouble() - 1e-9);
        assertThat(fromChina.path("share").path("figures")).isNotEmpty();
        Screens.Both screen = Screens.both("exposure lanes JPN --product ndfeb.magnet");
        assertThat(screen.english()).contains("East China Sea", "last leg only");
        assertThat(screen.japanese()).contains("東シナ海");
        screen.sayTheSameShares();
    }

    @Test
    @Tag("E15")
    void draws_say_which_ranks_hold_and_which_do_not() {
        JsonNode answer = Screens.json("exposure methods --for JPN --draws 100");

        boolean apart = false;
        boolean tied = false;
        for (JsonNode method : answer.path("rankStability")) {
            assertThat(method.path("expectedTau").asDouble()).isBetween(0.0, 1.0);
            for (JsonNode item : method.path("items")) {
                JsonNode p = item.path("percentiles");
                assertThat(p.path("p5").asDouble())
                        .isLessThanOrEqualTo(p.path("p95").asDouble());
                apart |= item.path("beforeNext").asDouble() == 1;
                tied |= item.path("tiedWithNext").asBoolean();
            }
        }
        assertThat(apart && tied).isTrue(); // some ranks hold in every draw, some do not
    }

    @Test
    @Tag("E16")
    void methods_that_disagree_about_a_material_are_named_with_what_parts_them() {
        JsonNode answer = Screens.json("exposure methods --for JPN");

        JsonNode first = answer.path("disagreement").get(0);
        assertThat(first.path("highest").asString())
                .isNotEqualTo(first.path("lowest").asString());
        assertThat(first.path("cause").asString()).isIn("concentration", "reliance", "governance", "imports");
        assertThat(first.path("spread").asDouble()).isBetween(0.0, 1.0);
        Screens.both("exposure methods --for JPN").sayTheSameShares();
    }

    @Test
    @Tag("E17")
    void years_stand_beside_each_other_in_both_languages() {
        Screens.Both screen = Screens.both("exposure history JPN");

        assertThat(screen.english()).contains("SRC_USGS_MCS2025", "SRC_USGS_MCS2026");
        screen.sayTheSameShares();
    }

    @Test
    @Tag("E19")
    void one_question_is_answered_by_weight_by_value_and_by_element() {
        JsonNode answers = Screens.json("exposure shares").path("answers");

        TreeSet<String> countings = new TreeSet<>();
        answers.forEach(answer -> countings.add(answer.path("counting").asString()));
        assertThat(countings).contains("published.weight", "published.value.raw", "direct", "traced", "basket.element");
        JsonNode element =
                Screens.row(answers, "counting", "published.product.weight", "product", "dy.oxide", "period", "2024");
        assertThat(element.path("share").path("value").asDouble()).isBetween(0.9, 1.0);
        Screens.Both screen = Screens.both("exposure shares");
        assertThat(screen.english()).contains("published, weight", "62.9 %", "44 %");
        assertThat(screen.japanese()).contains("公表値・重量", "62.9%", "44%");
    }

    @Test
    @Tag("E19")
    void a_note_that_is_cut_says_where_the_whole_of_it_is() {
        Screens.Both screen = Screens.both("exposure shares");

        assertThat(screen.english()).contains("A note that ends with … is cut: --csv and --json give it whole.");
        assertThat(screen.japanese()).contains("全文は --csv または --json にある");
        JsonNode answers = Screens.json("exposure shares").path("answers");
        assertThat(answers)
                .anySatisfy(answer ->
                        assertThat(answer.path("counted").asString().length()).isGreaterThan(70));
        assertThat(answers)
                .noneSatisfy(
                        answer -> assertThat(answer.path("counted").asString()).contains("…"));
    }
}
