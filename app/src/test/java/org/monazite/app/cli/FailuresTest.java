package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.monazite.app.cli.paper.Console;
import org.monazite.shock.BrokenRunException;

class FailuresTest {

    private static String told(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Console console = new Console(err, err, Map.of(), Path.of(""), false);
        new Failures(console, Locale.ENGLISH, args)
                .failed(new BrokenRunException("output of firm 7 (sector S1)", Double.NaN, 12), false);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_run_that_broke_down_says_how_to_play_it_again() {
        assertThat(told("shock", "scale", "--firms", "1000", "--outage", "S1:0.5:11:30"))
                .contains("The output of firm 7 (sector S1) became 'NaN' on day 12")
                .contains("Play it again: ./monazite shock scale --firms 1000 --outage S1:0.5:11:30"
                        + " --threads=1 --verbose");
    }

    @Test
    void words_with_blanks_are_quoted_and_options_that_were_given_stand() {
        assertThat(told("shock", "run", "--firms", "my firms", "--threads", "2", "-v"))
                .contains("./monazite shock run --firms 'my firms' --threads 2 -v\n");
    }
}
