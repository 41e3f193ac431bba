package org.monazite.app.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rows G of docs/features.md on the register in the box.
class PledgeFeaturesTest {

    @Test
    @Tag("G1")
    void a_promise_names_who_what_by_when_measured_how_and_where_it_stands() {
        JsonNode pledge = Screens.json("pledge show USJP-05");

        assertThat(pledge.path("by").valueStream().map(JsonNode::asString)).containsExactly("USA", "JPN");
        assertThat(pledge.path("due").asString()).isEqualTo("2026-04-28"); // signed 28 October 2025 + 6 months
        assertThat(pledge.path("doneWhen").asString()).isNotBlank();
        assertThat(pledge.path("source").asString()).isNotBlank();
        Screens.Both screen = Screens.both("pledge show USJP-05");
        assertThat(screen.english()).contains("28 Apr 2026", "signed + 6 months");
        assertThat(screen.japanese()).contains("2026年4月28日");
    }

    @Test
    @Tag("G2")
    void the_state_follows_from_the_date_asked_for() {
        assertThat(Screens.json("pledge show USJP-05 --as-of 2026-03-01")
                        .path("state")
                        .asString())
                .isNotEqualTo("overdue - not evidenced");
        assertThat(Screens.json("pledge show USJP-05 --as-of 2026-05-01")
                        .path("state")
                        .asString())
                .isEqualTo("overdue - not evidenced");
        Screens.Both screen = Screens.both(5, "pledge check");
        assertThat(screen.english()).contains("USJP-05", "overdue", "no accusation");
        assertThat(screen.japanese()).contains("USJP-05", "期限");
    }

    @Test
    @Tag("G5")
    void two_per_cent_for_defence_is_counted_by_every_rule_with_its_base_year() {
        List<String> rules = new ArrayList<>();
        double government = Double.NaN;
        double ministry = Double.NaN;
        for (JsonNode measure : Screens.json("pledge show JP-DEF-1").path("measures")) {
            String rule = measure.path("definition").asString();
            rules.add(rule);
            double value = measure.path("measure").path("value").asDouble(Double.NaN);
            boolean of2025 = measure.path("period").asString().equals("FY2025");
            government = of2025 && rule.contains("the count of the government") ? value : government;
            ministry = of2025 && rule.startsWith("budget of the defence ministry alone") ? value : ministry;
        }

        assertThat(rules)
                .anyMatch(each -> each.contains("FY2022 GDP"))
                .anyMatch(each -> each.contains("same fiscal year"));
        assertThat(government).isCloseTo(0.02, within(0.0005)); // JPY 11.0 trillion of the GDP of FY2022
        assertThat(ministry).isLessThan(government);
        Screens.both("pledge show JP-DEF-1").sayTheSameShares();
    }

    @Test
    @Tag("G4")
    void the_European_benchmarks_say_what_they_cover() {
        Screens.Both screen = Screens.both("pledge show CRMA-01");

        assertThat(screen.english()).contains("target 10 %", "strategic raw materials that the figures cover");
        screen.sayTheSameShares();
    }
}
