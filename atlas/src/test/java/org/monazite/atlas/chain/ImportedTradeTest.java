package org.monazite.atlas.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.monazite.atlas.balance.BalanceProblem;
import org.monazite.atlas.imports.ImportFormat;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.NetworkCodec;
import org.monazite.supply.SupplyNetwork;

/// What a version with imports makes of its chains. Every world is the embedded pack and the lines in the test.
class ImportedTradeTest {

    private static final Pack PACK = Pack.embedded();
    private static final Map<String, BalancedChain> PLAIN = byName(BalancedChain.all(PACK, "test"));

    private static Map<String, BalancedChain> byName(List<BalancedChain> chains) {
        Map<String, BalancedChain> byName = new TreeMap<>();
        chains.forEach(chain -> byName.put(chain.id(), chain));
        return byName;
    }

    private static BalancedChain chain(String id, ImportedFacts imported) {
        return BalancedChain.one(id, PACK, imported, "test");
    }

    private static double sd(BalancedChain chain, String quantity) {
        return chain.result().sds().get(index(chain, quantity));
    }

    private static double balanced(BalancedChain chain, String quantity) {
        return chain.result().values().get(index(chain, quantity));
    }

    private static int index(BalancedChain chain, String quantity) {
        for (int i = 0; i < chain.problem().size(); i++) {
            if (chain.problem().name(i).equals(quantity)) {
                return i;
            }
        }
        throw new AssertionError("There is no quantity " + quantity);
    }

    private static List<BalanceProblem.Observation> observed(BalancedChain chain, String quantity) {
        int index = index(chain, quantity);
        return chain.problem().observations().stream()
                .filter(each -> each.quantity() == index)
                .toList();
    }

    private static List<String> uses(BalancedChain chain) {
        return chain.imports().orElseThrow().uses().stream()
                .map(use -> use.label() + (use.suspect() ? " suspect" : ""))
                .toList();
    }

    private static List<String> unused(BalancedChain chain) {
        return chain.imports().orElseThrow().unused().stream()
                .map(each -> each.why() + " " + each.product() + " " + each.code() + " " + each.count())
                .toList();
    }

    private static byte[] bytes(SupplyNetwork network) {
        byte[] bytes = new byte[NetworkCodec.encode(network).remaining()];
        NetworkCodec.encode(network).get(bytes);
        return bytes;
    }

    /// A year in which customs saw what the pack says, under the codes of its products.
    private static String plausibleYear(double times) {
        List<String> lines = new ArrayList<>();
        for (Row link : PACK.table("baseline_links")) {
            List<CustomsCodes.Share> codes = CustomsCodes.of(PACK).of(link.text("product_id"), "HS17").stream()
                    .filter(share ->
                            share.role() == CustomsCodes.Role.EXCLUSIVE || share.role() == CustomsCodes.Role.MIXED)
                    .toList();
            // a basket holds its largest product; the others would be counted on top of it
            boolean leads =
                    !List.of("y.oxide", "dy.oxide", "tb.oxide", "ree.mixed").contains(link.text("product_id"));
            boolean places = leads && !(link.text("exporter") + link.text("importer")).matches(".*(ROW|EU27).*");
            for (CustomsCodes.Share share :
                    places && link.need("value_t") > 0 ? codes : List.<CustomsCodes.Share>of()) {
                double weight = times
                        * link.need("value_t")
                        / codes.size()
                        / share.share().value()
                        / share.factor();
                lines.add("%s %s %s %s".formatted(link.text("exporter"), link.text("importer"), share.code(), weight));
            }
        }
        return String.join("\n", lines);
    }

    @Test
    void imports_without_trade_and_production_leave_every_network_as_it_is() {
        ImportedFacts governance = new Brought()
                .made("wgi", ImportFormat.WGI, "CHN other.series 1 2024 t")
                .facts();

        byName(BalancedChain.all(PACK, governance, "test")).forEach((id, chain) -> {
            assertThat(bytes(chain.network())).isEqualTo(bytes(PLAIN.get(id).network()));
            assertThat(chain.result().objective())
                    .isEqualTo(PLAIN.get(id).result().objective());
        });
    }

    @Test
    void trade_as_the_chain_has_it_makes_the_flow_better_known_and_hardly_moves_it() {
        BalancedChain magnets = chain("magnets", Brought.baci("CHN KOR 850511 7500")); // 6,300 t / 0.84
        String flow = "flow ndfeb.magnet CHN>KOR";

        assertThat(uses(magnets)).containsExactly(flow + " (baci)");
        assertThat(sd(magnets, flow)).isLessThan(0.99 * sd(PLAIN.get("magnets"), flow));
        assertThat(balanced(magnets, flow))
                .isCloseTo(balanced(PLAIN.get("magnets"), flow), within(0.5 * sd(PLAIN.get("magnets"), flow)));
        ImportUse use = magnets.imports().orElseThrow().uses().getFirst();
        assertThat(use.tonnes()).isCloseTo(6300, within(1e-9));
        // share 0.84 (0.42 to 0.86): 0.44 / 3.29 / 0.84 = 0.159; reconciled 0.15; together 0.219
        assertThat(use.sd() / use.tonnes()).isCloseTo(Math.hypot(0.44 / 3.29 / 0.84, 0.15), within(1e-6));
    }

    @Test
    void trade_that_the_pack_made_its_figure_of_is_not_counted_twice() {
        BalancedChain magnets = chain("magnets", Brought.baci("CHN JPN 850511 3715"));

        assertThat(uses(magnets)).isEmpty();
        assertThat(unused(magnets)).contains("SAME ndfeb.magnet 850511 1");
        assertThat(bytes(magnets.network()))
                .isEqualTo(bytes(PLAIN.get("magnets").network()));
    }

    @Test
    void a_chain_that_does_not_balance_with_imported_trade_is_balanced_without_it_and_says_so() {
        Facts facts = new Facts(PACK, Brought.baci("CHN KOR 850511 7500\nCHN TWN 850511 500"));
        Deque<String> failures = new ArrayDeque<>(List.of("The balance did not settle on its bounds."));
        BalancedChain magnets = BalancedChain.of(() -> MagnetChain.draft(facts), facts, (draft, log) -> {
            while (!failures.isEmpty()) { // the first time, with trade
                throw new IllegalStateException(failures.pop());
            }
            return BalancedChain.of("magnets", draft, facts, "test", log);
        });

        assertThat(failures).isEmpty();
        assertThat(uses(magnets)).isEmpty();
        assertThat(magnets.imports().orElseThrow().unused())
                .extracting(ImportUnused::why, ImportUnused::code, ImportUnused::lines, ImportUnused::tonnes)
                .containsExactly(Tuple.tuple(ImportUnused.Why.NO_BALANCE, "850511", List.of(2L, 3L), 8000.0));
        assertThat(bytes(magnets.network()))
                .isEqualTo(bytes(PLAIN.get("magnets").network()));
    }

    @Test
    void trade_that_says_more_moves_the_flow_towards_it() {
        BalancedChain magnets = chain("magnets", Brought.baci("CHN TWN 850511 500")); // 420 t beside 900 (400-1,060)

        String flow = "flow ndfeb.magnet CHN>TWN";
        assertThat(balanced(magnets, flow)).isLessThan(balanced(PLAIN.get("magnets"), flow));
    }

    @Test
    void every_chain_balances_with_a_plausible_year_and_knows_its_flows_better() {
        Map<String, BalancedChain> chains =
                byName(BalancedChain.all(PACK, Brought.baci(plausibleYear(1)), "test")); // networks check themselves

        assertThat(chains.keySet()).isEqualTo(PLAIN.keySet());
        for (String id : List.of("magnets", "antimony", "graphite", "tungsten")) {
            BalancedChain chain = chains.get(id);
            assertThat(unused(chain)).noneMatch(each -> each.startsWith("NO_BALANCE"));
            assertThat(uses(chain)).as(id).isNotEmpty().noneMatch(each -> each.endsWith("suspect"));
            double sum = 0;
            for (ImportUse use : chain.imports().orElseThrow().uses()) {
                String quantity = use.label().replaceFirst(" \\(.*", "");
                double ratio = sd(chain, quantity) / sd(PLAIN.get(id), quantity);
                assertThat(ratio).as(quantity).isLessThan(1.25); // what is free of a bound may be known less well
                sum += ratio;
            }
            assertThat(sum / uses(chain).size()).as(id).isLessThan(0.95);
        }
        assertThat(bytes(chains.get("gallium").network()))
                .as("8112.92 is 2 to 60 % gallium: it says nothing, and breaks nothing")
                .isEqualTo(bytes(PLAIN.get("gallium").network()));
        assertThat(PLAIN.get("germanium").result().degreesOfFreedom()).isZero();
        assertThat(bytes(chains.get("germanium").network()))
                .as("2825.60 is 2 to 40 % germanium: it says nothing, and breaks nothing")
                .isEqualTo(bytes(PLAIN.get("germanium").network()));
    }

    @Test
    void an_adjusted_arc_leads_to_the_imported_line() {
        BalancedChain magnets = chain("magnets", Brought.baci("CHN KOR 850511 7500"));

        List<Citation> citations = new ArrayList<>();
        for (int arc = 0; arc < magnets.network().arcs().size(); arc++) {
            citations.addAll(
                    magnets.network().citations().of(magnets.network().arcs().citationSet(arc)));
        }
        assertThat(citations)
                .filteredOn(citation -> citation.sourceId().equals("baci"))
                .first()
                .satisfies(citation -> {
                    assertThat(citation.figureId()).isEqualTo("f-baci-2-q");
                    assertThat(citation.locator()).isEqualTo("baci.csv:2");
                    assertThat(citation.quote()).isEqualTo("HS17 850511, 7500.0 t gross x 0.84 x 1.0");
                });
    }

    @Test
    void a_file_a_thousand_times_too_large_is_named_and_changes_nothing() {
        Map<String, BalancedChain> lied = byName(BalancedChain.all(PACK, Brought.baci(plausibleYear(1000)), "test"));

        lied.forEach((id, chain) -> {
            assertThat(uses(chain)).as(id).allMatch(each -> each.endsWith("suspect"));
            assertThat(bytes(chain.network()))
                    .as(id)
                    .isEqualTo(bytes(PLAIN.get(id).network()));
        });
        assertThat(uses(lied.get("magnets"))).hasSizeGreaterThan(20);
    }

    @Test
    void a_file_a_thousand_times_too_small_changes_next_to_nothing() {
        Map<String, BalancedChain> lied = byName(BalancedChain.all(PACK, Brought.baci(plausibleYear(0.001)), "test"));

        assertThat(uses(lied.get("magnets"))).contains("flow ndfeb.magnet CHN>JPN (baci) suspect");
        for (String quantity :
                List.of("flow ndfeb.magnet CHN>JPN", "flow ndfeb.magnet CHN>USA", "make CHN/ndfeb.magnet")) {
            double before = balanced(PLAIN.get("magnets"), quantity);
            assertThat(balanced(lied.get("magnets"), quantity)).isCloseTo(before, within(0.02 * before));
        }
    }

    @Test
    void all_flows_under_one_code_share_the_error_of_its_share() {
        BalancedChain magnets = chain("magnets", Brought.baci("CHN KOR 850511 7500\nCHN USA 850511 8864.3"));

        double kor = 6300 * Math.hypot(0.44 / 3.29 / 0.84, 0.15);
        assertThat(observed(magnets, "flow ndfeb.magnet CHN>KOR").getLast().sd())
                .isCloseTo(kor, within(1e-6));
        assertThat(magnets.reasons().get("flow ndfeb.magnet CHN>KOR (baci)"))
                .extracting(SdReason::kind)
                .containsExactly(SdReason.Kind.RECONCILED, SdReason.Kind.SHARE, SdReason.Kind.GROUP);
        double common = magnets.reasons()
                .get("flow ndfeb.magnet CHN>KOR (baci)")
                .getLast()
                .amount();
        double share = 0.44 / 3.29 / 0.84;
        assertThat(common).isCloseTo(0.8 * share * share / (share * share + 0.15 * 0.15), within(1e-6));
    }

    @Test
    void years_that_are_not_the_chains_are_counted_and_not_used() {
        BalancedChain magnets = chain("magnets", Brought.baci("CHN JPN 850511 2837.5 2022\nCHN USA 850511 9000 2022"));

        assertThat(uses(magnets)).isEmpty();
        assertThat(unused(magnets)).contains("OTHER_YEAR ndfeb.magnet 850511 2");
        assertThat(bytes(magnets.network()))
                .isEqualTo(bytes(PLAIN.get("magnets").network()));
    }

    @Test
    void a_residual_code_is_never_used() {
        BalancedChain magnets = chain("magnets", Brought.baci("USA CHN 253090 60000\nCHN JPN 850519 40000"));

        assertThat(uses(magnets)).isEmpty();
        assertThat(unused(magnets)).containsExactly("RESIDUAL ndfeb.magnet 850519 1", "RESIDUAL ree.mine 253090 1");
    }

    @Test
    void germanium_under_a_code_that_ended_in_2007_is_the_work_of_a_concordance() {
        BalancedChain germanium = chain(
                "germanium",
                new Brought().trade("baci", "HS92", "both", "CHN JPN 811230 3").facts());

        assertThat(uses(germanium)).isEmpty();
        assertThat(unused(germanium)).containsExactly("ARTEFACT ge.refined 811230 1");
    }

    @Test
    void older_revisions_are_read_with_their_own_codes() {
        BalancedChain gallium = chain(
                "gallium",
                new Brought()
                        .trade("baci", "HS92", "both", "CHN JPN 811291 40\nCHN KOR 811292 40")
                        .facts());

        assertThat(uses(gallium)).containsExactly("flow ga.refined CHN>JPN (baci)");
    }

    @Test
    void a_share_that_may_be_anything_says_nothing() {
        BalancedChain magnets = chain("magnets", Brought.baci("CHN JPN 284690 10000"));

        assertThat(unused(magnets)).contains("TOO_WIDE dy.oxide 284690 1", "TOO_WIDE tb.oxide 284690 1");
    }

    @Test
    void baci_counts_before_comtrade_which_tells_how_far_the_sides_are_apart() {
        BalancedChain graphite = chain(
                "graphite",
                new Brought()
                        .trade("baci", "HS17", "both", "CHN KOR 250410 36000")
                        .trade("comtrade", "HS17", "exporter", "CHN KOR 250410 20000")
                        .trade("comtrade", "HS17", "importer", "CHN KOR 250410 60000")
                        .facts());

        assertThat(uses(graphite)).containsExactly("flow graphite.mine CHN>KOR (baci)");
        assertThat(unused(graphite)).containsExactly("RECONCILED graphite.mine 250410 2");
        assertThat(observed(graphite, "flow graphite.mine CHN>KOR").getLast().sd())
                .isGreaterThanOrEqualTo(0.95 * 40000 / 2 - 1e-6);
    }

    @Test
    void both_sides_of_comtrade_are_figures_and_together_as_uncertain_as_half_their_gap() {
        BalancedChain graphite = chain(
                "graphite",
                new Brought()
                        .trade("comtrade", "HS17", "exporter", "CHN KOR 250410 30000")
                        .trade("comtrade", "HS17", "importer", "CHN KOR 250410 44000")
                        .facts());

        assertThat(uses(graphite))
                .containsExactly(
                        "flow graphite.mine CHN>KOR (comtrade exporter)",
                        "flow graphite.mine CHN>KOR (comtrade importer)");
        List<BalanceProblem.Observation> said = observed(graphite, "flow graphite.mine CHN>KOR");
        double together = Pooled.together(said.subList(said.size() - 2, said.size()).stream()
                .map(each -> each.sd())
                .toList());
        assertThat(together).isGreaterThanOrEqualTo(0.95 * 14000 / 2 - 1e-6);
    }

    @Test
    void twelve_months_are_a_year_and_eleven_are_not() {
        StringBuilder months = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            months.append("CHN KOR 250410 3000 2024 %d%n".formatted(month));
        }
        String year = months.toString();
        String eleven = year.substring(0, year.strip().lastIndexOf("CHN"));

        BalancedChain whole = chain(
                "graphite",
                new Brought().trade("comtrade", "HS17", "importer", year).facts());
        BalancedChain short_ = chain(
                "graphite",
                new Brought().trade("comtrade", "HS17", "importer", eleven).facts());
        assertThat(whole.imports().orElseThrow().uses().getFirst().tonnes()).isCloseTo(34200, within(1e-6));
        assertThat(unused(short_)).containsExactly("MONTHS graphite.mine 250410 11");
    }

    @Test
    void places_without_a_node_are_the_rest_of_the_world_and_members_of_the_union_its_market() {
        BalancedChain magnets = chain(
                "magnets",
                new Brought().trade("comtrade", "HS17", "importer", """
                CHN BRA 850511 6000
                CHN ZAF 850511 5000
                CHN DEU 850511 15000
                CHN POL 850511 12000
                DEU FRA 850511 900
                """).facts());

        assertThat(uses(magnets))
                .contains(
                        "flow ndfeb.magnet CHN>ROW (comtrade importer)",
                        "flow ndfeb.magnet CHN>EU27 (comtrade importer)");
        assertThat(magnets.imports().orElseThrow().uses())
                .filteredOn(use -> use.label().contains("CHN>ROW"))
                .singleElement()
                .satisfies(use -> assertThat(use.tonnes()).isCloseTo(0.84 * 11000, within(1e-6)));
    }

    @Test
    void ore_under_a_code_of_its_own_opens_a_flow_and_a_mixed_code_opens_none() {
        String world = "TJK CHN 261710 27000\nHKG USA 811292 40\nTJK JPN 811292 40";
        Map<String, BalancedChain> chains = byName(BalancedChain.all(PACK, Brought.baci(world), "test"));

        assertThat(uses(chains.get("antimony"))).containsExactly("flow sb.mine TJK>CHN (baci)");
        assertThat(balanced(chains.get("antimony"), "flow sb.mine TJK>CHN")).isGreaterThan(10000);
        assertThat(balanced(chains.get("antimony"), "unknown origin CHN/sb.mine"))
                .isLessThan(balanced(PLAIN.get("antimony"), "unknown origin CHN/sb.mine"));
        assertThat(chains.get("gallium").network().arcs().size())
                .isEqualTo(PLAIN.get("gallium").network().arcs().size());
    }

    @Test
    void nobody_ships_a_hundred_times_what_he_makes() {
        BalancedChain antimony = chain("antimony", Brought.baci("TJK CHN 261710 2700000"));

        assertThat(uses(antimony)).containsExactly("flow sb.mine TJK>CHN (baci) suspect");
        assertThat(bytes(antimony.network()))
                .isEqualTo(bytes(PLAIN.get("antimony").network()));
    }

    @Test
    void one_of_two_codes_is_a_part_of_the_product_and_lowers_nothing() {
        BalancedChain antimony = chain("antimony", Brought.baci("CHN USA 811010 4000")); // the trioxide is not there

        assertThat(uses(antimony)).isEmpty();
        assertThat(unused(antimony)).containsExactly("PART sb.metal 811010 1");
    }

    @Test
    void an_estimate_without_a_document_yields_to_trade_and_a_cited_figure_does_not() {
        BalancedChain metal = chain("magnets", Brought.baci("CHN KOR 280530 400")); // 240 t beside 70 t, unverified

        assertThat(metal.reasons().get("flow ndpr.metal CHN>KOR"))
                .extracting(SdReason::kind)
                .contains(SdReason.Kind.YIELDS)
                .doesNotContain(SdReason.Kind.BIRGE);
        BalancedChain graphite = chain("graphite", Brought.baci("CHN JPN 250410 60000")); // 57,000 t beside 39,492 t
        assertThat(graphite.reasons().get("flow graphite.mine CHN>JPN"))
                .extracting(SdReason::kind)
                .contains(SdReason.Kind.BIRGE)
                .doesNotContain(SdReason.Kind.YIELDS);
    }

    @Test
    void the_largest_known_code_of_rare_earth_ore_is_only_a_part_of_it() {
        BalancedChain magnets = chain("magnets", Brought.baci("USA CHN 261220 500"));

        assertThat(unused(magnets)).containsExactly("PART ree.mine 261220 1");
    }

    @Test
    void imported_production_stands_beside_the_packs() {
        ImportedFacts bgs = new Brought().made("bgs", ImportFormat.BGS, """
                        CHN bgs.antimony_mine 50000 2024 t metal content
                        TJK bgs.antimony_mine 9000000 2024 t metal content
                        RUS bgs.antimony_mine 20000 2023 t metal content
                        BOL bgs.antimony_mine 3000 2024 t as published
                        FRA bgs.antimony_mine 70 2024 t metal content
                        """).facts();
        BalancedChain antimony = chain("antimony", bgs);

        assertThat(uses(antimony))
                .containsExactlyInAnyOrder("make CHN/sb.mine (bgs)", "make TJK/sb.mine (bgs) suspect");
        assertThat(unused(antimony))
                .containsExactlyInAnyOrder("OTHER_YEAR sb.mine  1", "BASIS sb.mine  1", "NO_NODE sb.mine  1");
        assertThat(balanced(antimony, "make TJK/sb.mine"))
                .isCloseTo(balanced(PLAIN.get("antimony"), "make TJK/sb.mine"), within(1500.0));
    }

    @Test
    void an_edition_of_a_source_that_the_pack_holds_is_no_second_voice() {
        BalancedChain antimony = chain(
                "antimony",
                new Brought()
                        .made("usgs-mcs-2025-x", ImportFormat.USGS_MCS_2025, "CHN sb.mine 60000 2024 t Sb")
                        .facts());

        assertThat(uses(antimony)).isEmpty();
        assertThat(unused(antimony)).containsExactly("SAME sb.mine  1");
    }
}
