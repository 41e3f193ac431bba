package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a plan needs against what has been promised, as the terminal gives it.
class PledgeGapTest {

    private static JsonNode gap;

    @BeforeAll
    static void ask() {
        gap = Cli.shared().line("pledge gap --json").json().get("gap");
    }

    @Tag("G6")
    @Test
    void tonnes_and_money_of_a_plan_stand_against_those_promised() {
        double missing = 0;
        for (JsonNode line : gap.get("tonnes")) {
            double planned = line.get("planned").asDouble();
            missing += line.get("missing").asDouble();
            assertThat(line.get("missing").asDouble())
                    .isCloseTo(planned - line.get("announced").asDouble(), within(1e-9));
            assertThat(line.get("counted").asDouble())
                    .isLessThanOrEqualTo(line.get("promised").get("value").asDouble() + 1e-6);
            assertThat(line.get("standing").asDouble()).isGreaterThan(-1e-6);
        }
        assertThat(missing).isPositive(); // the plan rests on modules that nobody has announced
        double need = 0;
        double paid = 0;
        for (JsonNode line : gap.get("money")) {
            need += line.get("need").asDouble();
        }
        for (JsonNode line : gap.get("decisions")) {
            paid += line.get("paid").asDouble();
        }
        assertThat(need).isPositive().isCloseTo(paid, within(1e-6 * paid));
    }

    @Test
    void an_offer_stands_beside_what_is_signed_and_other_money_than_dollars_sets_no_least() {
        for (JsonNode line : gap.get("money")) {
            double need = line.get("need").asDouble();
            double dollars = 0;
            boolean other = false;
            for (JsonNode money : line.get("onFile")) {
                boolean signed = money.get("committed").asDouble() > 0;
                dollars += money.get("currency").asString().equals("USD")
                        ? money.get("committed").asDouble()
                        : 0;
                other |= signed && !money.get("currency").asString().equals("USD");
            }
            if (other) {
                assertThat(line.get("leastMissing").isNull()).isTrue();
            } else {
                assertThat(line.get("leastMissing").asDouble())
                        .isCloseTo(Math.max(0, need - dollars), within(1e-6 * need));
            }
        }
    }

    @Test
    void a_plan_without_money_asks_for_no_promise_in_both_languages() {
        assertThat(Cli.shared().line("pledge gap --budget 0").out()).contains("so nothing is missing");
        assertThat(Cli.shared().line("pledge gap --budget 0 --lang ja").out()).contains("不足はない");
    }

    @Test
    void a_date_that_is_none_is_refused_by_its_option() {
        Cli.Result refused = Cli.shared().line("pledge gap --as-of yesterday");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--as-of", "yesterday");
    }
}
