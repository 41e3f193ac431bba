package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions of a plan at the edge of what can be asked.
class EdgePlansTest {

    @TempDir
    Path folder;

    private String file(String yaml) throws IOException {
        Path file = folder.resolve("edge.yaml");
        Files.writeString(file, yaml);
        return file.toString();
    }

    @Test
    void a_ban_with_a_chance_of_nothing_is_planned_for_all_the_same() {
        Cli.Result found = Cli.shared().line("plan solve --chance 0 --budget 1e9");

        assertThat(found.code()).isZero();
        assertThat(found.out()).contains("best plan, gap 0 %, verified");
    }

    @Test
    void without_money_nothing_is_backed_and_the_missed_targets_end_with_exit_8() {
        Cli.Result found = Cli.shared().line("plan solve --budget 0");

        assertThat(found.code()).isEqualTo(8);
        assertThat(found.out()).contains("~USD 0 of USD 0: 0 decisions", "misses some targets");
    }

    @Test
    void where_no_ban_takes_anything_the_answer_is_that_there_is_nothing_to_do() throws IOException {
        Cli.Result found = Cli.shared().run("plan", "solve", file("partners: [JPN]\nbudget_usd: 1e9\n"));

        assertThat(found.code()).isZero();
        assertThat(found.out()).contains("There is nothing to do").contains("0 decisions");
    }

    @Test
    void a_partner_that_uses_nothing_of_the_chain_is_refused_with_those_that_do() throws IOException {
        Cli.Result found =
                Cli.shared().run("plan", "solve", file("partners: [EST]\n"), "--chain", "gallium", "--budget", "1e8");

        assertThat(found.code()).isEqualTo(3);
        assertThat(found.err()).contains("'EST'", "Maybe");
    }
}
