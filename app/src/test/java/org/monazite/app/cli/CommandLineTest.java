package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exposure of JPX                              | 4 | JPX       | JPN
            exposure of JPN --against CHM                | 4 | CHM       | CHN
            exposure of JPN --product dy.oxid            | 4 | dy.oxid   | dy.oxide
            exposure of JPN --chain magnet               | 4 | magnet    | magnets
            exposure rank --for Jappan                   | 4 | Jappan    | japan
            shock run chna-dy-tb                         | 4 | chna-dy-tb | china-dy-tb
            shock new x --ban CHN:dy.oxode               | 4 | dy.oxode  | dy.oxide
            show material disprosium                     | 4 | disprosium | dysprosium
            verify exposur                               | 4 | exposur   | exposure
            pledge show USJP-99                          | 4 | USJP-99   | USJP-09
            exposur of JPN                               | 2 | exposur   | exposure
            exposure of JPN --agains CHN                 | 2 | --agains  | --against
            completion fsh                               | 2 | fsh       | fish
            status --lang jp                             | 2 | jp        | ja
            """)
    void a_word_that_is_not_known_names_the_nearest(String line, int code, String word, String nearest) {
        Cli.Result result = Cli.shared().line(line);

        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.err()).contains("'" + word + "'").contains("Maybe you meant '" + nearest + "'.");
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            shock run china-dy-tb --members 3      | --members is "3"; it must be from 6 to 100000
            shock run china-dy-tb --weeks 0        | --weeks is "0"; it must be from 1 to 520
            shock new x --ban CHN:all --weeks 9-3  | --weeks is "9-3"
            shock new ../x --ban CHN:all           | '../x' cannot be a file name
            pledge list --as-of yesterday          | --as-of is "yesterday", which is not a date
            status --timeout soon                  | --timeout is "soon"
            status --json --csv                    | cannot be combined
            shock run china-dy-tb --threads 0      | --threads is "0"; it must be from 1 to 1024
            secure --for CHN                       | 'CHN' cannot be both partner and supplier
            secure --points 1                      | --points is "1"
            """)
    void a_value_out_of_range_is_a_usage_error_with_its_range(String line, String message) {
        Cli.Result result = Cli.shared().line(line);

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains(message).contains("\nMaybe ");
    }

    @Test
    void an_unknown_word_is_reported_in_japanese_when_asked_in_japanese() {
        Cli.Result result = Cli.shared().line("exposure of JPX --lang ja");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("エラー:国・地域「JPX」はありません。").contains("もしかして「JPN」ではありませんか。");
    }

    @Test
    void the_language_follows_the_locale_and_the_option_wins() {
        assertThat(Cli.in(folder).with("LANG", "ja_JP.UTF-8").line("status").out())
                .contains("ワークスペースはまだありません");
        assertThat(Cli.in(folder)
                        .with("LANG", "ja_JP.UTF-8")
                        .line("status --lang en")
                        .out())
                .contains("No workspace");
        assertThat(Cli.in(folder).with("MONAZITE_LANG", "ja").line("status").out())
                .contains("ワークスペースはまだありません");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exposure of JPN --lang ja --json", "--json --lang ja exposure of JPN"})
    void options_stand_before_or_after_the_command(String line) {
        Cli.Result result = Cli.shared().line(line);

        assertThat(result.code()).isZero();
        assertThat(result.json().path("exposure").size()).isEqualTo(9);
    }

    @Test
    void a_place_can_be_named_in_words_of_both_languages() {
        String code = Cli.shared().line("exposure of JPN").out();

        assertThat(Cli.shared().line("exposure of japan").out()).isEqualTo(code);
        assertThat(Cli.shared().line("exposure of 日本").out()).isEqualTo(code);
    }

    @Test
    void the_answer_goes_to_a_file_when_asked() throws IOException {
        Path file = folder.resolve("answer.json");
        Cli.Result result = Cli.shared().run("exposure", "of", "JPN", "--json", "-o", file.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(Cli.shared().line("exposure of JPN --json").out());
    }

    @Test
    void help_and_version_make_nothing() {
        assertThat(Cli.in(folder).line("--help").out())
                .contains("Usage: monazite")
                .contains("exposure");
        assertThat(Cli.in(folder).line("--help --lang ja").out())
                .contains("使い方:")
                .contains("約束は守られているか");
        assertThat(Cli.in(folder).line("exposure of --help").code()).isZero();
        assertThat(Cli.in(folder).line("--version").out()).startsWith("monazite ");
        assertThat(Cli.in(folder).line("status").code()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_group_alone_lists_its_commands() {
        Cli.Result result = Cli.shared().line("exposure");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("of, rank, without").contains("Maybe ");
    }

    @Tag("B1")
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completion_knows_every_command(String shell) {
        Cli.Result result = Cli.in(folder).line("completion " + shell);

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("secure", "exposure", "frontier", "sources", "against");
    }

    @Test
    void a_limit_of_time_ends_with_6_and_no_result() {
        Cli.Result result = Cli.shared().line("shock run china-magnet-chain --members 5000 --timeout 0.05s");

        assertThat(result.code()).isEqualTo(6);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("0.05").contains("Maybe ");
    }

    @Test
    void the_same_fault_has_the_same_trace_id() {
        assertThat(Failures.traceId(fault("a")))
                .isEqualTo(Failures.traceId(fault("b")))
                .matches("t-[0-9a-f]{8}");
    }

    private static RuntimeException fault(String message) {
        return new IllegalStateException(message);
    }
}
