package org.monazite.atlas.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;

/// How far a figure may be off, on a pack of a few rows. Publishers: USGS and JOGMEC have grade A, `ABC-2013` B.
class DeviationsTest {

    private static final String PRODUCTION = "record_id,iso3,product_id,stat,year,value,unit,basis,low,high,qualifier,"
            + "publisher_flag,vintage,raw_value,raw_unit,source_id,confidence,evidence,note\n";
    private static final String STAGE =
            "iso3,product_id,year,value_t,low_t,high_t,method,source_id,confidence,evidence,note\n";
    private static final String LINK =
            "exporter,importer,product_id,year,value_t,low_t,high_t,method,source_id,confidence,evidence,note\n";
    private static final String TRADE =
            "record_id,reporter,partner,flow,product_id,detail,period,qty_t,value_usd,hs_code,"
                    + "share_pct,share_basis,qualifier,source_id,confidence,evidence,note\n";

    private static final Pack EMBEDDED = Pack.embedded();

    @TempDir
    private Path folder;

    private final List<String> production = new ArrayList<>();
    private final List<String> stage = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> trade = new ArrayList<>();

    private void produced(String place, double tonnes, String mark, String vintage, String source, String note) {
        production.add("P%d,%s,w.mine,production,2024,%s,t,contained,,,=,%s,%s,,,%s,reported,primary-file,%s"
                .formatted(production.size(), place, tonnes, mark, vintage, source, note));
    }

    private Pack pack() throws IOException {
        for (Map.Entry<String, byte[]> file : EMBEDDED.files().entrySet()) {
            String text = switch (file.getKey()) {
                case "production" -> PRODUCTION + String.join("\n", production);
                case "baseline_stage" -> STAGE + String.join("\n", stage);
                case "baseline_links" -> LINK + String.join("\n", links);
                case "trade" -> TRADE + String.join("\n", trade);
                case "sources", "products" -> new String(file.getValue(), StandardCharsets.UTF_8);
                default -> // its header alone
                    new String(file.getValue(), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElseThrow();
            };
            Files.writeString(folder.resolve(file.getKey() + ".csv"), text);
        }
        return Pack.in(folder);
    }

    private Grounded first(String table) throws IOException {
        Pack pack = pack();
        Row row = pack.table(table).getFirst();
        return table.equals("production")
                ? new Deviations(pack).of(row, "value", "low", "high")
                : new Deviations(pack).of(row, "value_t", "low_t", "high_t");
    }

    private void stage(String value, String low, String high, String source, String confidence, String evidence) {
        stage.add("AUS,w.mine,2024,%s,%s,%s,,%s,%s,%s,".formatted(value, low, high, source, confidence, evidence));
    }

    @Test
    void a_range_is_a_90_percent_interval() throws IOException {
        stage("100", "67.1", "132.9", "SRC_USGS_MCS2026", "reported", "primary-file");

        Grounded figure = first("baseline_stage");

        assertThat(figure.sd()).isCloseTo(20, within(1e-9)); // 65.8 / 3.29
        assertThat(figure.why()).extracting(SdReason::kind).containsExactly(SdReason.Kind.RANGE);
    }

    @Test
    void without_a_range_confidence_and_evidence_speak() throws IOException {
        for (List<String> each : List.of(
                List.of("reported", "primary-file", "5"),
                List.of("reported", "secondary-page", "10"),
                List.of("derived", "computed", "15"),
                List.of("estimate", "secondary-page", "40"))) {
            stage.clear();
            stage("100", "", "", "SRC_USGS_MCS2026", each.get(0), each.get(1));
            assertThat(first("baseline_stage").sd()).isCloseTo(Double.parseDouble(each.get(2)), within(1e-9));
        }
    }

    @Test
    void publishers_of_grade_C_and_D_are_trusted_less() throws IOException {
        Map<String, Double> expected = Map.of("C", 15.0, "D", 20.0);
        for (String grade : List.of("C", "D")) {
            String source = EMBEDDED.table("sources").stream()
                    .filter(row -> row.text("grade").equals(grade))
                    .findFirst()
                    .orElseThrow()
                    .text("source_id");
            stage.clear();
            stage("100", "", "", source, "reported", "secondary-page");

            Grounded figure = first("baseline_stage");

            assertThat(figure.sd()).isCloseTo(expected.getOrDefault(grade, 0.0), within(1e-9));
            assertThat(figure.why())
                    .extracting(SdReason::kind)
                    .containsExactly(SdReason.Kind.DEFAULT, SdReason.Kind.GRADE);
        }
    }

    @Test
    void what_the_publisher_calls_an_estimate_may_be_12_percent_off() throws IOException {
        produced("AUS", 200, "estimated", "2026-02", "SRC_USGS_MCS2026", "");

        assertThat(first("production").sd()).isCloseTo(24, within(1e-9));
    }

    @Test
    void the_mark_of_the_publisher_holds_for_a_row_that_repeats_the_figure() throws IOException {
        produced("AUS", 100, "estimated", "2026-02", "SRC_USGS_MCS2026", "");
        stage("100", "", "", "SRC_USGS_MCS2026", "reported", "primary-file");

        assertThat(first("baseline_stage").sd()).isCloseTo(12, within(1e-9));
    }

    /// Eleven revisions by ln(1), ln(1.01) ... ln(1.10): 0.6827 x 10 = 6.827 lies between the 7th and 8th.
    @Test
    void two_editions_of_a_source_tell_how_far_it_moves() throws IOException {
        List<String> places = List.of("AUS", "BRA", "CAN", "CHN", "DEU", "ESP", "FRA", "GBR", "IND", "JPN", "KOR");
        for (int i = 0; i < places.size(); i++) {
            produced(places.get(i), 100 + i, "reported", "2026-02", "SRC_USGS_MCS2026", "");
            produced(places.get(i), 100, "estimated", "2025-03", "SRC_USGS_MCS2025", "");
        }

        Grounded figure = first("production");

        double expected = Math.log(1.06) + 0.827 * (Math.log(1.07) - Math.log(1.06));
        assertThat(figure.sd() / 100).isCloseTo(expected, within(1e-9));
        assertThat(figure.why()).extracting(SdReason::kind).containsExactly(SdReason.Kind.REVISIONS);
        assertThat(figure.others()).isEmpty(); // an older edition is no independent voice
    }

    /// Weights 1/5^2 each; the mean 105 is off by 5 from both: Q = 2, so each variance doubles.
    @Test
    void independent_sources_that_lie_too_far_apart_are_widened() throws IOException {
        stage("100", "", "", "SRC_USGS_MCS2026", "reported", "primary-file");
        production.add(
                "P1,AUS,w.mine,production,2024,110,t,contained,,,=,,2024,,," + "ABC-2013,reported,secondary-page,");

        Grounded figure = first("baseline_stage");

        // sds 5 and 11: Q = 10^2 / (25 + 121) = 0.685 < 1, so nothing is widened
        assertThat(figure.sd()).isCloseTo(5, within(1e-9));
        assertThat(figure.others()).singleElement().satisfies(other -> {
            assertThat(other.value()).isEqualTo(110);
            assertThat(other.sd()).isCloseTo(11, within(1e-9));
        });

        production.set(0, production.getFirst().replace(",110,", ",150,"));
        Grounded wide = first("baseline_stage");

        // sds 5 and 15: Q = 50^2 / (25 + 225) = 10
        assertThat(wide.sd()).isCloseTo(5 * Math.sqrt(10), within(1e-9));
        assertThat(wide.others().getFirst().sd()).isCloseTo(15 * Math.sqrt(10), within(1e-9));
        assertThat(wide.why()).extracting(SdReason::kind).contains(SdReason.Kind.BIRGE);
    }

    private void counted(String reporter, String partner, String flow, double tonnes, String code, String source) {
        trade.add("T%d,%s,%s,%s,graphite.mine,,2024,%s,,%s,,,=,%s,reported,primary-file,"
                .formatted(trade.size(), reporter, partner, flow, tonnes, code, source));
    }

    /// Both at 5 %: X = 80 (sd 4), M = 100 (sd 5). Q = 400 / 41, together 20 x 20 / 41 = 9.76 < 10 = gap / 2.
    @Test
    void both_sides_of_a_flow_are_used_and_together_no_surer_than_half_their_gap() throws IOException {
        links.add("CHN,JPN,graphite.mine,2024,100,,,,SRC_USGS_MCS2026,reported,primary-file,");
        counted("JPN", "CHN", "M", 100, "2504", "SRC_USGS_MCS2026");
        counted("CHN", "JPN", "X", 80, "2504", "ABC-2013");

        Grounded figure = first("baseline_links");

        double other = figure.others().getFirst().sd();
        assertThat(1 / Math.sqrt(1 / (figure.sd() * figure.sd()) + 1 / (other * other)))
                .isCloseTo(10, within(1e-9));
        assertThat(other / figure.sd()).isCloseTo(0.8, within(1e-9));
        assertThat(figure.why())
                .extracting(SdReason::kind)
                .containsExactly(SdReason.Kind.DEFAULT, SdReason.Kind.BIRGE, SdReason.Kind.MIRROR);
    }

    @Test
    void where_one_side_counts_a_smaller_basket_only_the_gap_is_used() throws IOException {
        links.add("CHN,JPN,graphite.mine,2024,100,,,,SRC_USGS_MCS2026,reported,primary-file,");
        counted("JPN", "CHN", "M", 100, "2504", "SRC_USGS_MCS2026");
        counted("CHN", "JPN", "X", 80, "250410", "ABC-2013");

        Grounded figure = first("baseline_links");

        assertThat(figure.sd()).isCloseTo(10, within(1e-9));
        assertThat(figure.others()).isEmpty();
    }

    @Test
    void unlike_baskets_say_nothing_about_each_other() throws IOException {
        links.add("CHN,JPN,graphite.mine,2024,100,,,,SRC_USGS_MCS2026,reported,primary-file,");
        counted("JPN", "CHN", "M", 100, "2504", "SRC_USGS_MCS2026");
        counted("CHN", "JPN", "X", 80, "380110", "ABC-2013");

        assertThat(first("baseline_links").sd()).isCloseTo(5, within(1e-9));
    }

    @Test
    void gross_weight_at_the_border_says_nothing_of_content() throws IOException {
        links.add("CHN,JPN,w.mine,2024,100,,,,SRC_USGS_MCS2026,reported,primary-file,");
        trade.add("T0,CHN,JPN,X,w.mine,,2024,170,,2611,,,=,ABC-2013,reported,primary-file,");

        assertThat(first("baseline_links").others()).isEmpty();
    }

    @Test
    void figures_inferred_from_the_same_trade_statistics_are_one_group() throws IOException {
        String note = "Estimated based on reported import data for China. Source: Trade Data Monitor Inc.";
        produced("MMR", 100, "estimated", "2026-02", "SRC_USGS_MCS2026", note);
        stage("100", "", "", "SRC_USGS_MCS2026", "reported", "primary-file");

        assertThat(first("production").group()).contains("SRC_USGS_MCS2026 w.mine 2024 China");
        assertThat(first("baseline_stage").group()).isEmpty(); // Australia is not Myanmar
    }

    @Test
    void the_five_places_whose_ore_the_USGS_infers_from_Chinese_imports_are_one_group() {
        BalancedChain magnets = BalancedChain.magnets(EMBEDDED, "test");

        assertThat(magnets.reasons().entrySet().stream()
                        .filter(each -> each.getValue().contains(new SdReason(SdReason.Kind.GROUP, 0.8)))
                        .map(Map.Entry::getKey)
                        .sorted())
                .containsExactly(
                        "make MDG/ree.mine",
                        "make MMR/ree.clay",
                        "make MYS/ree.mine",
                        "make THA/ree.mine",
                        "make VNM/ree.mine");
    }

    @Test
    void three_figures_have_the_Birge_ratio_of_the_hand() {
        // mean (10 + 11 + 15 / 4) / 2.25 = 11; Q = 1 + 0 + 16 / 4 = 5; n - 1 = 2
        assertThat(Pooled.birge(List.of(10.0, 11.0, 15.0), List.of(1.0, 1.0, 2.0)))
                .isCloseTo(2.5, within(1e-12));
        assertThat(Pooled.birge(List.of(10.0), List.of(1.0))).isEqualTo(1);
    }

    @Test
    void reasons_survive_the_table() {
        List<SdReason> why = List.of(new SdReason(SdReason.Kind.RANGE, 0.1), new SdReason(SdReason.Kind.MIRROR, 7686));

        assertThat(SdReason.of(SdReason.cell(why))).isEqualTo(why);
        assertThat(SdReason.of("")).isEmpty();
    }
}
