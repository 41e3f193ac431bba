package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Stocks of a plan at the command line: days of cover, rule of release, bans of lengths that nobody knows.
class PlanStocksTest {

    @TempDir
    private Path folder;

    private String question(String stocks) throws IOException {
        Path file = folder.resolve("held.yaml");
        Files.writeString(file, "include: [stock.ga@JPN]\n" + stocks);
        return "plan solve --chain gallium " + file;
    }

    @Tag("P8")
    @Test
    void a_stock_says_how_many_days_it_covers_and_how_long_it_lasts_by_the_rule_in_both_languages() throws IOException {
        String line = question("stocks: {release: 0.125, triggers: [china]}\n");
        Cli.Result english = Cli.shared().line(line);
        Cli.Result japanese = Cli.shared().line(line + " --lang ja");

        assertThat(english.out())
                .contains("days that they cover", "bans by China", "Published goals for stocks", "60 days of use")
                .contains("How long the stocks last by the rule in the ban China");
        assertThat(japanese.out()).contains("公表されている備蓄目標", "中国による禁輸", "規則どおり放出した場合に備蓄がもつ期間");
    }

    @Tag("P8")
    @Test
    void cover_is_tonnes_over_use_and_a_quarter_gives_its_part() throws IOException {
        JsonNode plan = Cli.shared()
                .line(question("stocks: {release: 0.125}\n") + " --json")
                .json()
                .path("plan");
        JsonNode stock = plan.path("stocks").path("stocks").path(0);
        double tonnes = stock.path("tonnes").asDouble();

        assertThat(tonnes).isPositive();
        assertThat(stock.path("coverDays").asDouble())
                .isCloseTo(tonnes / stock.path("takenTonnesPerYear").asDouble() * 365, within(1e-6));
        assertThat(stock.path("releaseTonnesPerQuarter").asDouble()).isCloseTo(tonnes / 8, within(1e-9));
        assertThat(stock.path("goals").size()).isPositive();
        assertThat(plan.path("stocks").path("rule").path("lastsQuarters").asDouble())
                .isEqualTo(8);
    }

    @Test
    void a_ban_of_whatever_length_takes_no_less_by_a_slower_rule_and_no_more_than_without_a_plan() throws IOException {
        JsonNode quick = lengths("stocks: {release: 1}\n");
        JsonNode slow = lengths("stocks: {release: 0.02}\n");
        List<Integer> quarters = new ArrayList<>();
        boolean slower = false;
        for (int i = 0; i < slow.size(); i++) {
            double rule = slow.path(i).path("byRule").asDouble();
            quarters.add(slow.path(i).path("quarters").asInt());
            slower |= rule > quick.path(i).path("byRule").asDouble() + 1e-3;
            assertThat(rule)
                    .isLessThanOrEqualTo(slow.path(i).path("withoutPlan").asDouble() + 1e-6);
            assertThat(quick.path(i).path("byRule").asDouble())
                    .isCloseTo(quick.path(i).path("asNeeded").asDouble(), within(1e-9));
        }

        assertThat(quarters).contains(2, 4, 8, 12);
        assertThat(slower).isTrue();
    }

    private JsonNode lengths(String rule) throws IOException {
        return Cli.shared()
                .line(question(rule) + " --json")
                .json()
                .path("plan")
                .path("stocks")
                .path("unmetByLength");
    }

    @Test
    void stocks_that_no_ban_opens_are_called_by_their_name() throws IOException {
        Cli.Result never = Cli.shared().line(question("stocks: {triggers: [USA]}\n"));

        assertThat(never.out()).contains("No ban that was looked at is by USA", "they would never open");
    }

    @Test
    void the_command_line_goes_before_the_file() throws IOException {
        JsonNode rule = Cli.shared()
                .line(question("stocks: {release: 0.5}\n") + " --release 0.25 --opens CHN --json")
                .json()
                .path("plan")
                .path("stocks")
                .path("rule");

        assertThat(rule.path("releasePerQuarter").asDouble()).isEqualTo(0.25);
        assertThat(rule.path("opensInBansBy").path(0).asString()).isEqualTo("CHN");
    }
}
