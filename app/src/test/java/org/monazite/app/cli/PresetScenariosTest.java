package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.app.text.ExitCode;

/// The scenarios that every workspace begins with, and those of a user that cannot be played.
class PresetScenariosTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ban-leakage-hoarding",
                "malacca",
                "quota-2010",
                "restart-idle",
                "substitution-recycling",
                "taiwan-luzon"
            })
    void every_action_of_a_preset_touches_the_chain(String name) {
        Cli.Result result = Cli.shared().line("shock run " + name + " --members 6 --weeks 13 --json");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.json().has("idleActions")).isFalse();
    }

    @Test
    void answers_of_all_kinds_do_not_depend_on_threads() {
        String play = "shock run ban-leakage-hoarding --members 12 --weeks 30 --json --threads ";

        assertThat(Cli.shared().line(play + 2).json().path("shock"))
                .isEqualTo(Cli.shared().line(play + 1).json().path("shock"));
    }

    @Tag("S18")
    @Tag("S19")
    @Test
    void leaks_and_hoards_are_told_in_both_languages() {
        assertThat(Cli.shared()
                        .line("shock run ban-leakage-hoarding --members 6 --weeks 13")
                        .out())
                .contains("Played: up to 10 % of all products of the chain held back by China");
        assertThat(Cli.shared()
                        .line("shock run ban-leakage-hoarding --members 6 --weeks 13 --lang ja")
                        .out())
                .contains("想定:中国が日本、米国向けに止める全製品のうち最大10%");
    }

    private static Cli.Result play(Path folder, String weeks, String actions) throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "start: 2026-01-01\nactions:\n" + actions);
        return Cli.shared().run("shock", "run", file.toString(), "--members", "6", "--weeks", weeks);
    }

    @Test
    void an_action_after_the_end_is_refused(@TempDir Path folder) throws IOException {
        Cli.Result result = play(folder, "10", "  - ban: {from: [CHN], weeks: 20-30}\n");

        assertThat(result.code()).isEqualTo(ExitCode.INPUT.code());
        assertThat(result.err())
                .contains("Action 1", "'mine'", "day 133", "(69)")
                .contains("Maybe play longer: --weeks 20");
    }

    @Test
    void what_changes_nothing_is_said(@TempDir Path folder) throws IOException {
        Cli.Result result = play(folder, "4", "  - ban: {from: [NGA], products: [dy.oxide], weeks: 1-4}\n");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("this scenario changes nothing").contains("action 1 (ban from NGA");
    }

    @Test
    void what_the_network_lacks_is_refused_with_its_line(@TempDir Path folder) throws IOException {
        for (List<String> each : List.of(
                List.of(
                        "  - new_supplier: {from: AUS, to: JPN, product: ree.mine, t_per_year: 5}\n",
                        "mine.yaml:3:19: new_supplier: nobody at 'JPN' takes 'ree.mine'",
                        "Maybe name a place that does."),
                List.of(
                        "  - restart: {place: AUS, maker: ndfeb.magnet, t_per_year: 5}\n",
                        "mine.yaml:3:14: restart: nobody at 'AUS' makes 'ndfeb.magnet' today",
                        "Maybe name a maker that works."),
                List.of(
                        "  - ban: {from: [CHN], weeks: 1-4}\n" + "  - leakage: {from: [CHN], via: [VNM], weeks: 1-4}\n",
                        "mine.yaml:4:14: leakage: nothing can pass through 'VNM'",
                        "Maybe name a place that still trades with CHN."))) {
            Cli.Result result = play(folder, "4", each.get(0));

            assertThat(result.code()).as(each.get(1)).isEqualTo(ExitCode.INPUT.code());
            assertThat(result.err()).contains(each.get(1)).contains(each.get(2));
        }
    }
}
