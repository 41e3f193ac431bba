package org.monazite.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.Action;
import org.monazite.shock.Parameter;
import org.monazite.shock.RationingRule;
import org.monazite.shock.Scenario;
import org.monazite.shock.Targets;
import org.monazite.shock.Trigger;
import org.monazite.supply.UseClass;

class ScenarioFileTest {

    private static Scenario read(String yaml) {
        return ScenarioFile.read(new Workspace.Document("test", "test.yaml", yaml), ToyWords.WORDS);
    }

    private static Problem refused(String yaml) {
        return catchThrowableOfType(Problem.class, () -> read(yaml));
    }

    @Tag("S23")
    @Test
    void a_scenario_has_assumptions_and_actions() {
        Scenario scenario = read("""
                start: 2025-04-01
                assumptions:
                  stock_days: 45
                  rationing: proportional
                  guarantees: {defence: 0.5}
                actions:
                  - ban: {from: [CHN], to: all, products: [dy.oxide], weeks: 2-3, allowed: 0.1}
                """);

        assertThat(scenario.name()).isEqualTo("test");
        assertThat(scenario.start()).isEqualTo(LocalDate.of(2025, 4, 1));
        assertThat(scenario.assumptions().get(Parameter.STOCK_DAYS)).isEqualTo(45);
        assertThat(scenario.assumptions().rationing()).isEqualTo(RationingRule.PROPORTIONAL);
        assertThat(scenario.assumptions().guarantees()).containsEntry(UseClass.DEFENCE, 0.5);
        assertThat(scenario.actions())
                .containsExactly(
                        new Action.ExportBan(new Targets(Set.of("CHN"), Set.of(), Set.of("dy.oxide")), 7, 21, 0.1));
    }

    @Tag("S23")
    @Test
    void every_kind_of_action_can_be_written() {
        Scenario scenario = read("""
                actions:
                  - licence: {from: [中国], products: nd.component, weeks: 1, approval: [{from_week: 1, share: 0.5}]}
                  - outage: {places: [CHN], products: all, weeks: 1-4, loss: 0.3, recovery_days: 30}
                  - lane: {lane: LN-TWS, weeks: 1-4}
                  - surge: {places: [JPN], products: [ndfeb.magnet], weeks: 1-52, growth: 0.1}
                  - release: {place: JPN, product: dy.oxide, tonnes: 50, tonnes_per_day: 1}
                """);

        assertThat(scenario.actions()).hasSize(5);
        assertThat(scenario.actions().getFirst()).isInstanceOfSatisfying(Action.LicenceRegime.class, licence -> {
            assertThat(licence.targets().from()).containsExactly("CHN");
            assertThat(licence.targets().products()).containsExactly("ndfeb.magnet");
            assertThat(licence.approval()).containsExactly(new Action.Approval(0, 0.5));
        });
    }

    @Test
    void answers_of_buyers_and_makers_can_be_written() {
        Scenario scenario = read("""
                start: 2026-01-01
                actions:
                  - quota: {from: CHN, products: [dy.oxide], weeks: 2-9, tonnes: 30, period_days: 7, announced: 1, eager: 0.3}
                  - hoarding: {places: [JPN], products: all, weeks: 1-4, extra_days: 20, decay_days: 9}
                  - leakage: {from: CHN, to: [JPN], via: [CHN], weeks: 2-9, share: 0.2, enforcement: 0.5, delay_days: 3, ramp_days: 4}
                  - new_supplier: {from: CHN, to: JPN, product: dy.oxide, t_per_year: 50, qualify_days: 90, cover_below_days: 12}
                  - substitution: {places: [JPN], products: [dy.oxide], start: 2026-01-15, most: 0.3, days: 99}
                  - recycling: {places: [JPN], makers: [dy.oxide], elasticity: 0.3, days: 30, ceiling: 2}
                  - release: {place: JPN, product: dy.oxide, tonnes: 5, tonnes_per_day: 1, spot_above: 3, spot_days: 9}
                  - lane: {lane: [LN-TWS], weeks: 1-4, extra_days: closed, under_way: delay, under_way_days: 5}
                """);

        Targets targets = new Targets(Set.of("CHN"), Set.of(), Set.of("dy.oxide"));
        assertThat(scenario.actions())
                .containsExactly(
                        new Action.Rush(targets, 0, 7, 0.3),
                        new Action.Quota(targets, 7, 63, 30, 7),
                        new Action.Hoarding(Set.of("JPN"), Set.of(), 0, 28, 20, 9),
                        new Action.Leakage(
                                new Targets(Set.of("CHN"), Set.of("JPN"), Set.of()),
                                Set.of("CHN"),
                                7,
                                63,
                                0.2,
                                0.5,
                                3,
                                4),
                        new Action.NewSupplier(
                                "CHN", "JPN", "dy.oxide", 50, 90, new Trigger.CoverBelow(12), Optional.empty()),
                        new Action.Substitution(Set.of("JPN"), Set.of("dy.oxide"), 14, 0.3, 99),
                        new Action.Recycling(Set.of("JPN"), Set.of("dy.oxide"), 0, 0.3, 30, 2),
                        new Action.StockRelease("JPN", "dy.oxide", 5, 1, new Trigger.SpotAbove(3, 9), 30, 14),
                        new Action.LaneClosure(
                                "LN-TWS", 0, 28, Optional.of(Double.POSITIVE_INFINITY), Action.UnderWay.DELAY, 5));
    }

    @Test
    void a_suspended_measure_comes_in_slices() {
        Scenario scenario = read("""
                start: 2025-10-01
                actions:
                  - ban:
                      from: [CHN]
                      weeks: 1-60
                      suspended: {dates: [2025-11-10, 2026-11-10]}
                """);
        Targets all = new Targets(Set.of("CHN"), Set.of(), Set.of());

        // In force until 9 November 2025 (day 39), again from 11 November 2026 (day 406).
        assertThat(scenario.actions())
                .containsExactly(new Action.ExportBan(all, 0, 40, 0), new Action.ExportBan(all, 406, 420, 0));
    }

    @Test
    void a_measure_that_ends_can_branch() {
        Targets all = new Targets(Set.of("CHN"), Set.of(), Set.of());
        Action lapse = new Action.ExportBan(all, 0, 28, 0.4);
        Action extend = new Action.ExportBan(all, 0, Integer.MAX_VALUE, 0.4);
        Action tighten = new Action.ExportBan(all, 28, Integer.MAX_VALUE, 0);

        assertThat(read("actions: [{ban: {from: CHN, weeks: 1-4, allowed: 0.4, at_expiry: branch}}]")
                        .actions())
                .containsExactly(
                        new Action.Branching(List.of(List.of(lapse), List.of(extend), List.of(lapse, tighten))));
        assertThat(read("actions: [{ban: {from: CHN, weeks: 1-4, allowed: 0.4, at_expiry: tighten}}]")
                        .actions())
                .containsExactly(lapse, tighten);
    }

    @Test
    void dates_count_from_the_start_both_included() {
        Scenario scenario = read("""
                start: 2010-09-21
                actions:
                  - ban: {from: [CHN], dates: [2010-09-22, 2010-09-30]}
                """);

        assertThat(scenario.actions())
                .containsExactly(new Action.ExportBan(new Targets(Set.of("CHN"), Set.of(), Set.of()), 1, 10, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            strat: 2025-01-01                                   | test.yaml:1:1  | 'strat'      | Maybe you meant 'start'.
            start: 2025-13-01                                   | test.yaml:1:8  | "2025-13-01" | Maybe write it as 2025-04-04.
            assumptions: {stok_days: 3}                         | test.yaml:1:15 | 'stok_days'  | Maybe you meant 'stock_days'.
            assumptions: {stock_days: 3O}                       | test.yaml:1:27 | "3O"         | Maybe a letter O
            assumptions: {stock_days: 9000}                     | test.yaml:1:27 | "9000"       | from 0.1 to 720
            assumptions: {rationing: proportionl}               | test.yaml:1:26 | 'proportionl' | Maybe you meant 'proportional'.
            actions: [{bann: {from: [CHN]}}]                    | test.yaml:1:12 | 'bann'       | Maybe you meant 'ban'.
            actions: [{ban: {from: [CHM]}}]                     | test.yaml:1:25 | 'CHM'        | Maybe you meant 'CHN'.
            actions: [{ban: {from: []}}]                        | test.yaml:1:24 | 'from'       | Maybe name what is meant
            actions: [{ban: {from: CHN, weeks: 4-2}}]           | test.yaml:1:36 | "4-2"        | Maybe write '1-52'
            actions: [{ban: {from: CHN, products: [dy]}}]       | test.yaml:1:40 | 'dy'         | Maybe you meant 'dy.oxide'.
            actions: [{ban: {from: CHN, allowed: 2}}]           | test.yaml:1:38 | "2"          | from 0 to 1
            actions: [{lane: {lane: LN-TWX}}]                   | test.yaml:1:25 | 'LN-TWX'     | Maybe you meant 'LN-TWS'.
            actions: {ban: x}                                   | test.yaml:1:10 | 'actions'    | Maybe put '- '
            actions: [{surge: {places: [JPN], growth: -2}}]     | test.yaml:1:19 | surge.growth | Maybe
            'start: [2025, 1]'                                  | test.yaml:1:8  | word         | Maybe
            'start: "2025'                                      | test.yaml:1:13 | not YAML     | Maybe
            actions: [{ban: {from: CHN, weeks: 1-4, dates: [2026-01-01, 2026-02-01]}}] | test.yaml:1:36 | exclude each other | Maybe delete one
            actions: [{ban: {from: CHN, weeks: 3-4, announced: 3}}] | test.yaml:1:52 | "3"      | Maybe delete it
            actions: [{ban: {from: CHN, eager: 0.5}}]           | test.yaml:1:36 | 'announced'  | Maybe add the key
            actions: [{ban: {from: CHN, weeks: 1-4, suspended: {weeks: 3-5}}}] | test.yaml:1:52 | inside the window | Maybe
            actions: [{ban: {from: CHN, weeks: 1-4, suspended: {weeks: 1-4}}}] | test.yaml:1:52 | in force | Maybe
            actions: [{ban: {from: CHN, at_expiry: extend}}]    | test.yaml:1:40 | at_expiry    | Maybe give the measure weeks
            actions: [{ban: {from: CHN, weeks: 1-4, at_expiry: laps}}] | test.yaml:1:52 | 'laps' | Maybe you meant 'lapse'.
            actions: [{ban: {from: CHN, weeks: 1-4}}, {ban: {from: CHN, weeks: 4-8}}] | test.yaml:1:49 | ban | Maybe join the two
            actions: [{quota: {from: CHN, tonnes: x}}]          | test.yaml:1:39 | "x"          | Maybe a letter O
            actions: [{quota: {from: CHN, tonnes: .nan}}]       | test.yaml:1:39 | ".nan"       | Maybe a letter O
            actions: [{quota: {from: CHN, tonnes: NaN}}]        | test.yaml:1:39 | "NaN"        | Maybe
            actions: [{quota: {from: CHN, tonnes: 5, period_days: 0}}] | test.yaml:1:55 | "0"   | from 1 to 3650
            actions: [{leakage: {from: CHN, to: JPN, via: CHN}}] | test.yaml:1:21 | no ban      | Maybe give it the same
            actions: [{leakage: {from: CHN}}]                   | test.yaml:1:21 | 'via'        | Maybe add the key
            actions: [{lane: {lane: LN-TWS, under_way: wait}}]  | test.yaml:1:44 | 'wait'       | Maybe
            actions: [{lane: {lane: LN-TWS, under_way_days: 3}}] | test.yaml:1:49 | under_way_days | Maybe add 'under_way: delay'.
            actions: [{lane: {lane: [], weeks: 1}}]             | test.yaml:1:25 | 'lane'       | Maybe add the key
            actions: [{outage: {places: CHN, recovery: slow}}]  | test.yaml:1:44 | 'slow'       | Maybe
            actions: [{release: {place: JPN, product: dy.oxide, tonnes: 1, tonnes_per_day: 1, start: 3, spot_above: 2}}] | test.yaml:1:105 | exclude each other | Maybe delete one
            actions: [{restart: {place: JPN, maker: JPN/nowhere, t_per_year: 5}}] | test.yaml:1:41 | 'JPN/nowhere' | Maybe
            actions: [{restart: {place: JPN, maker: dy.oxide, t_per_year: 5, cover_below_days: 5}}] | test.yaml:1:66 | 'cover_below_days' | Maybe
            actions: [{new_supplier: {from: CHN, to: JPN, product: dy.oxide, t_per_year: -5}}] | test.yaml:1:78 | "-5" | from 0 to
            actions: [{licence: {from: CHN, approval: [{from_week: 9, share: 1}, {from_week: 9, share: 0}]}}] | test.yaml:1:82 | week 9 | Maybe sort them
            just words                                          | test.yaml:1:1  | keys         | Maybe write 'key: value'.
            """)
    void a_wrong_file_names_place_value_and_remedy(String yaml, String where, String value, String remedy) {
        Problem problem = refused(yaml);

        assertThat(problem.code()).isEqualTo(ExitCode.INPUT);
        assertThat(problem.getMessage()).contains(where).contains(value).contains(remedy);
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThat(refused("start: 2025-01-01\nstart: 2025-01-02\n").getMessage())
                .contains("test.yaml:2:1", "twice");
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(refused("# nothing\n").getMessage())
                .contains("test.yaml:1:1")
                .contains("empty");
    }

    @Test
    void aliases_that_multiply_and_deep_nesting_are_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(refused(bomb.toString()).code()).isEqualTo(ExitCode.INPUT);
        assertThat(refused("start: " + "[".repeat(60) + "]".repeat(60)).getMessage())
                .contains("not YAML");
    }

    @Test
    void tags_build_no_objects() {
        assertThat(refused("start: !!java.net.URL [\"http://127.0.0.1/\"]\n").code())
                .isEqualTo(ExitCode.INPUT);
    }

    @Test
    void weeks_are_read_from_one_with_both_ends() {
        assertThat(ScenarioFile.weekWindow("1-26"))
                .hasValueSatisfying(days -> assertThat(days).containsExactly(0, 182));
        assertThat(ScenarioFile.weekWindow("3"))
                .hasValueSatisfying(days -> assertThat(days).containsExactly(14, 21));
        for (String wrong : List.of("0-4", "5-4", "a-b", "1-", "-3", "1-2-3", "1.5-2")) {
            assertThat(ScenarioFile.weekWindow(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void an_empty_list_does_not_mean_everything() {
        assertThat(refused("actions: [{ban: {from: [CHN], to: [], weeks: 1-2}}]")
                        .getMessage())
                .contains("test.yaml:1:35", "'to'", "Maybe");
        assertThat(refused("actions: [{ban: {from: [CHN], products: [], weeks: 1-2}}]")
                        .getMessage())
                .contains("'products'", "Maybe");
    }

    @Test
    void more_actions_than_can_be_played_are_refused_at_once() {
        String many = "actions:\n" + "  - ban: {from: [CHN], weeks: 1-2}\n".repeat(1001);

        assertThat(refused(many).getMessage()).contains("1001", "1000", "Maybe");
    }

    @Test
    void a_new_supplier_of_itself_and_a_stock_without_measure_are_refused() {
        assertThat(refused("actions: [{new_supplier: {from: JPN, to: JPN, product: dy.oxide, t_per_year: 1}}]")
                        .getMessage())
                .contains("from and to", "Maybe");
        assertThat(refused("actions: [{release: {place: JPN, product: dy.oxide, tonnes: 1e300, tonnes_per_day: 1}}]")
                        .getMessage())
                .contains("tonnes", "1e300", "Maybe");
    }

    @Test
    void numbers_that_a_file_leaves_open_are_guesses_and_those_it_states_are_not() {
        Scenario scenario = read("""
                start: 2026-01-01
                actions:
                  - ban: {from: CHN, to: [JPN], products: [dy.oxide], weeks: 2-9, announced: 1}
                  - hoarding: {places: [JPN], products: all, weeks: 1-4, extra_days: 20}
                  - substitution: {places: [JPN], products: [dy.oxide], most: 0.3}
                """);

        assertThat(scenario.guesses())
                .extracting(guess -> guess.number().key())
                .containsExactly("rush.eager", "substitution.days");
        assertThat(scenario.actions()).contains(scenario.guesses().getFirst().action());
    }
}
