package org.monazite.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monazite.app.text.Problem;
import org.monazite.app.text.Texts;
import org.monazite.plan.cases.Pocket;

class PocketFileTest {

    private static final String GOOD = """
            quarters: 4
            demand: {place: JPN, t_per_yr: 100, unmet_value_kusd_per_t: 200}
            suppliers:
              - {id: CHN, t_per_yr: 200, price_kusd_per_t: 40}
            projects:
              - {id: A, t_per_yr: 40, fixed_kusd_per_yr: 1200, opex_kusd_per_t: 50}
              - {id: B, t_per_yr: 60, fixed_kusd_per_yr: 3000, opex_kusd_per_t: 45}
            stock: {max_t: 25, price_kusd_per_t: 41, holding_kusd_per_t_yr: 4, release_t_per_quarter: 20}
            episodes:
              - {id: none, probability: 0.8}
              - {id: ban, probability: 0.2, banned: CHN, ban_quarters: [1, 2]}
            ask:
              budgets_kusd: [0, 900]
              stock_worth:
                - {projects: [A], at_t: 10}
            """;

    @Test
    void a_file_is_read_number_by_number() {
        Pocket pocket = PocketFile.read("p.yaml", GOOD);

        assertThat(pocket.quarters()).isEqualTo(4);
        assertThat(pocket.projects())
                .containsExactly(new Pocket.Project("A", 40, 1200, 50), new Pocket.Project("B", 60, 3000, 45));
        assertThat(pocket.stock()).isEqualTo(new Pocket.Stock(25, 41, 4, 20));
        assertThat(pocket.episodes().getLast().banQuarters()).containsExactly(1, 2);
        assertThat(pocket.ask().budgets()).containsExactly(0.0, 900.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            t_per_yr: 40            | t_per_yr: -40          | p.yaml:6:23    | -40
            fixed_kusd_per_yr: 1200 | fixed_kusd_per_yr: .nan | p.yaml:6:46   | .nan
            fixed_kusd_per_yr: 1200 | fixed_kusd: 1200       | p.yaml:6:27    | fixed_kusd_per_yr
            'fixed_kusd_per_yr: 1200, ' | ''                 | p.yaml:6:5     | fixed_kusd_per_yr
            id: B                   | id: A                  | p.yaml:7:10    | 'A'
            banned: CHN             | banned: CHM            | p.yaml:11:41   | 'CHN'
            '[1, 2]'                | '[1, 5]'               | p.yaml:11:64   | 5
            probability: 0.2        | probability: 0.3       | p.yaml:11:28   | 1.1
            probability: 0.2        | probability: 20        | p.yaml:11:28   | 20
            max_t: 25               | max_t: 1e30            | p.yaml:8:16    | 1e30
            'projects: [A]'         | 'projects: [D]'        | p.yaml:15:19   | 'D'
            '[0, 900]'              | '[0, -900]'            | p.yaml:13:21   | -900
            quarters: 4             | quarters: 4.5          | p.yaml:1:11    | 4.5
            ', ban_quarters: [1, 2]' | ''                    | p.yaml:11:41   | 'ban'
            """)
    void what_is_wrong_is_named_with_file_line_and_column(String from, String to, String where, String value) {
        assertThat(GOOD).contains(from);
        assertThatThrownBy(() -> PocketFile.read("p.yaml", GOOD.replaceFirst(java.util.regex.Pattern.quote(from), to)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.text(Texts.of(Locale.ENGLISH)))
                                .contains(where, value, "Maybe"));
    }
}
