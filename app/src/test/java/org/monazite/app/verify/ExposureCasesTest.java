package org.monazite.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cases of other materials, places and sizes than those that travel with the program.
class ExposureCasesTest {

    private static List<Outcome> check(String json) {
        JsonNode spec = JsonMapper.builder().build().readTree(json);
        return ExposureCases.check("case", spec);
    }

    private static void passes(String json, int values) {
        assertThat(check(json))
                .hasSize(values)
                .allSatisfy(outcome ->
                        assertThat(outcome.passed()).as(outcome.toString()).isTrue());
    }

    @Test
    void pools_of_any_depth_are_traced() {
        // W's pool: half refined by Y from ore that is 30 % X's, half X's: .65; J: a quarter W's metal, a quarter X's
        passes("""
                [{"case": "three", "target": "X", "pools": {
                    "Y.mine": {"X": 30, "Z": 70},
                    "W.refined": {"Y.refined": 50, "X.refined": 50},
                    "J.metal": {"W.metal": 10, "X.metal": 10, "Q.metal": 20}},
                  "expected": {"direct": 0.25, "traced": 0.4125, "touched_W": 0.65}}]
                """, 3);
    }

    @Test
    void circles_told_in_words_are_read_from_the_words() {
        // a = 0.4 b; b = (30 a + 20) / 60
        passes("""
                [{"case": "circle", "target": "X",
                  "doc": "one product; A makes 60 and imports 40 from B; B makes 10 and imports 30 from A and 20 from X",
                  "expected": {"touched_A": 0.16666666666666666, "touched_B": 0.4166666666666667}}]
                """, 2);
    }

    @Test
    void a_pool_with_unknown_inflow_has_two_ends() {
        passes("""
                {"case": "unknown", "target": "X", "pools": {"J": {"X": 30, "Q": 50}}, "unknown": {"J": 20},
                 "expected": {"traced_low": 0.3, "traced_high": 0.5, "traced": 0.375}}
                """, 3);
    }

    @Test
    void a_chain_of_three_products_and_no_swarf_is_traced() {
        passes("""
                {"case": "graphite", "tolerance_abs": 1e-9,
                 "rules": {"chain": ["a", "b", "c"], "in_per_out": {"b": 2, "c": 1}, "target": "X"},
                 "inputs": {"stage": [["X", "a", 60], ["Z", "a", 40], ["Y", "b", 50], ["J", "c", 30]],
                            "links": [["X", "Y", "a", 60], ["Z", "Y", "a", 20], ["Y", "J", "b", 30]]},
                 "expected": [{"place": "J", "product": "c", "supply_t": 30, "direct_share_of_imports": 0,
                               "direct_share_of_supply": 0, "traced_low": 0.6, "traced_high": 0.8}]}
                """, 5);
    }

    @Test
    void concentration_may_expect_more_than_the_index() {
        passes("""
                {"tolerance_abs": 1e-12, "cases": {"Nickel": {"year": 2021,
                  "production_t": {"A": 60, "B": 30, "C": 10, "D": null},
                  "hhi": 0.46, "effective_suppliers": 2.1739130434782608, "top1": 0.6, "top3": 1.0}}}
                """, 4);
    }

    @Test
    void a_table_of_three_industries_is_inverted() {
        passes("""
                {"inputs": {"Z": [[0, 10, 0], [0, 0, 20], [0, 0, 0]], "x": [100, 100, 100], "f_new": [1, 1, 1],
                            "c": [5, 0, 0]},
                 "expected": {"A": [[0, 0.1, 0], [0, 0, 0.2], [0, 0, 0]],
                              "L": [[1, 0.1, 0.02], [0, 1, 0.2], [0, 0, 1]], "x_new": [1.12, 1.2, 1],
                              "q": [5, 0.5, 0.1]},
                 "tolerance_abs": 1e-12}
                """, 24);
    }

    @Test
    void a_quantity_that_is_not_there_counts_as_zero_in_the_reference_set() {
        passes("""
                {"inputs": {"importer": "JPN", "year": 2021, "production_t": {"A": 1, "B": 3},
                            "domestic_production_t": 0, "trade": [
                   {"baci_code": 156, "qty_t": 10, "value_kusd": 30, "wgi_risk": 0.6},
                   {"baci_code": 490, "qty_t": 10, "value_kusd": 10, "wgi_risk": null},
                   {"baci_code": 36, "qty_t": "NA", "value_kusd": 5, "wgi_risk": 0.3}]},
                 "expected": {"hhi": 0.625, "numerator": 6, "total_trade_t": 20, "import_risk": 0.3, "score": 0.1875,
                              "price_kusd_per_t": 2.25, "midpoint": 0.421875},
                 "tolerance_rel": 1e-12}
                """, 7);
    }

    @Test
    void a_place_may_be_less_stable_than_the_scale_and_a_lone_maker_a_little_more_than_all() {
        passes("""
                {"inputs": {"importer": "JPN", "year": 2022, "hhi": 1.0000000000000002, "domestic_production_t": 5,
                            "trade": [{"baci_code": 760, "qty_t": 5, "value_kusd": 30, "wgi_risk": 1.05}]},
                 "expected": {"numerator": 5.25, "import_risk": 0.525, "score": 0.525}, "tolerance_rel": 1e-12}
                """, 3);
    }

    @Test
    void a_price_without_tonnes_is_not_defined() {
        passes("""
                {"inputs": {"importer": "JPN", "year": 2022, "hhi": 0.5, "domestic_production_t": 5,
                            "trade": [{"baci_code": 760, "qty_t": 0, "value_kusd": 30, "wgi_risk": 0.5}]},
                 "expected": {"score": 0, "price_kusd_per_t": null}, "tolerance_abs": 1e-12}
                """, 2);
    }

    @Test
    void swarf_of_a_place_named_twice_and_a_pool_that_nothing_enters_are_read() {
        passes("""
                {"case": "twice", "tolerance_abs": 1e-6,
                 "rules": {"chain": ["t.oxide", "t.metal", "t.magnet"], "in_per_out": {"t.metal": 1, "t.magnet": 0.5},
                           "swarf": "magnets * 0.2 x recovered share (0.9 for JPN, JPN, else 0.5) / 3", "target": "X"},
                 "inputs": {"stage": [["J", "t.magnet", 30]], "links": [["X", "J", "t.metal", 15]]},
                 "expected": [{"place": "J", "product": "t.magnet", "supply_t": 30, "traced_low": 1, "traced_high": 1},
                              {"place": "J", "product": "t.oxide", "supply_t": 1, "traced_low": 1},
                              {"place": "Q", "product": "t.metal", "supply_t": 0, "direct_share_of_imports": 0}]}
                """, 7);
    }

    @Test
    void a_value_that_nothing_here_answers_is_refused_by_name() {
        assertThatThrownBy(() -> check("""
                {"inputs": {"trade": [], "hhi": 1, "domestic_production_t": 1}, "expected": {"wibble": 3}}
                """)).isInstanceOf(CaseException.class).hasMessageContaining("wibble");
        assertThatThrownBy(() -> check("""
                [{"case": "p", "pools": {"J": {"X": 1}}, "target": "X", "expected": {"wobble": 1}}]
                """)).hasMessageContaining("wobble");
        assertThatThrownBy(() -> check("{\"zzz\": 1}")).hasMessageContaining("no known case");
    }

    @Test
    void the_worst_stage_of_a_european_risk_counts_trade_sourcing_recycling_and_substitution() {
        // A: 2 (2.5 - 0.5) = 4; mine: .64 x 4 x 1.1 = 2.816 world, 4 sourcing, IR .5: .25 x 2.816 + .75 x 4 = 3.704
        passes("""
                {"inputs": {"governance_estimates": {"A": [[0.4, 0.6], [0.5, 0.5]], "B": 2.5}, "eol_rir": 0.25, "si_sr": 0.8,
                   "stages": [{"name": "mine", "import_reliance": 0.5, "global": {"A": 0.8, "B": 0.2},
                               "sourcing": {"A": 1}, "trade": {"A": 1.1}},
                              {"name": "refined", "import_reliance": 1, "global": {"B": 1}}]},
                 "expected": {"supply_risk": 2.2224}}
                """, 1);
    }

    @Test
    void a_european_risk_with_shares_above_one_or_an_unknown_place_is_refused() {
        assertThatThrownBy(() -> check("""
                        {"inputs": {"governance_estimates": {"A": 0}, "eol_rir": 0, "si_sr": 1,
                           "stages": [{"name": "mine", "import_reliance": 1, "global": {"A": 0.8, "B": 0.2}}]},
                         "expected": {"supply_risk": 1}}
                        """)).hasMessageContaining("does not know 'B'");
        assertThatThrownBy(() -> check("""
                        {"inputs": {"governance_estimates": {"A": 0, "B": 1}, "eol_rir": 0, "si_sr": 1,
                           "stages": [{"name": "mine", "import_reliance": 1, "global": {"A": 0.8, "B": 0.3}}]},
                         "expected": {"supply_risk": 1}}
                        """)).hasMessageContaining("more than 1");
    }

    @Test
    void a_wrong_value_fails() {
        assertThat(check("""
                {"production_t": {"A": 1, "B": 1}, "hhi": 0.51, "tolerance_abs": 1e-9}
                """))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.passed()).isFalse());
    }
}
