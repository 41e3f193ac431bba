package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.app.cli.paper.Width;

/// Answers and refusals in Japanese hold no English sentence, and their tables fit a terminal of 100 columns.
class JapaneseTest {

    private static final int TERMINAL = 100;

    /// Three small English words in a row.
    private static final Pattern SENTENCE = Pattern.compile("(?<![\\w./-])[a-z]{2,}(?: [a-z]{2,}){2,}(?![\\w./-])");

    /// What stays as it was written: commands to type, addresses, names.
    private static final List<Pattern> AS_WRITTEN = List.of(
            Pattern.compile("(\\./)?monazite [a-z][ -~]*"),
            Pattern.compile("--as [a-z]+"),
            Pattern.compile("https?://\\S+"),
            Pattern.compile("heavy separation plant|rare earth facility"), // names of works
            Pattern.compile("「[^」]*」"));

    @TempDir
    static Path folder;

    @BeforeAll
    static void written() throws IOException {
        Cli.copyWorkspace(folder);
        Files.writeString(folder.resolve("cut.json"), "{\"cases\": [");
        Files.writeString(folder.resolve("empty.json"), "");
        Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
        Files.writeString(folder.resolve("cut.txt"), "2 2\n100 7500\n");
        Files.writeString(folder.resolve("broken.yaml"), "name: {a\nb: c\n");
        Files.writeString(folder.resolve("wrong.yaml"), "quarters: -3\n");
        Files.writeString(folder.resolve("purchases.csv"), """
                date,supplier,supplier_country,origin_country,product,quantity,unit,basis,value,currency,site
                2025-01-14,Toyo,JPN,CHN,dy.oxide,120,kg,oxide,30000,USD,Nagoya
                2025-01-20,Rhein,DEU,CHN,ndfeb.magnet,0.8,t,t gross,71500,EUR,Nagoya
                2025-02-03,Lynas,MYS,AUS,ndpr.oxide,3,t,oxide,9000000,JPY,Nagoya
                """);
    }

    @Tag("B4")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data versions",
                "data imports",
                "status",
                "show chain magnets",
                "show material ga",
                "show place CHN",
                "show conflicts --top 5",
                "show mirror",
                "show works",
                "show stocks",
                "show controls",
                "show balance magnets",
                "show figure CHN/ndpr.oxide",
                "show figure CHN/ndpr.oxide>CHN",
                "show figure JPN/dy.oxide/CHN",
                "show figure plan/spent",
                "show figure plan.overrun",
                "show figure seed",
                "exposure of JPN --explain",
                "exposure of G7",
                "exposure of JPN --draws 100",
                "exposure rank",
                "exposure without CHN",
                "exposure shares --explain",
                "exposure history",
                "exposure history JPN",
                "exposure methods --explain --draws 100",
                "exposure embodied JPN --explain",
                "plan list",
                "plan solve",
                "plan why default nolans",
                "plan equation JPN magnet 2030",
                "verify exposure"
            })
    void an_answer_in_Japanese_holds_no_English_sentence(String line) {
        Cli.Result result = Cli.shared().line(line + " --lang ja");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(english(result.out())).isEmpty();
        assertThat(tooWide(result.out())).isEmpty();
    }

    @Tag("E11")
    @Test
    void a_private_ledger_is_explained_in_Japanese() {
        Cli.Result taken = Cli.in(folder).line("data import purchases.csv --as ledger --lang ja");
        assertThat(taken.code()).as(taken.err() + taken.out()).isZero();
        Cli.Result result = Cli.in(folder).line("exposure company --explain --lang ja");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(english(taken.out() + result.out())).isEmpty();
        assertThat(tooWide(result.out())).isEmpty();
        assertThat(result.out()).contains("ユーロ建て", "算式");
    }

    @Tag("B4")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify smps nowhere",
                "verify smps .",
                "verify exposure cut.json",
                "verify exposure empty.json",
                "verify exposure other.json",
                "verify cflp cut.txt",
                "verify pocket broken.yaml",
                "verify pocket wrong.yaml",
                "verify exposure --tolerance -1",
                "exposure geopolrisk",
                "plan solve broken.yaml",
                "show figure nothing",
                "data use nothing"
            })
    void a_refusal_in_Japanese_holds_no_English_sentence(String line) {
        Cli.Result result = Cli.in(folder).line(line + " --lang ja");

        assertThat(result.code()).as(result.out()).isPositive();
        assertThat(english(result.err())).isEmpty();
        assertThat(result.err()).startsWith("エラー").contains("\nもしかして");
    }

    private static List<String> english(String text) {
        List<String> found = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String rest = line;
            for (Pattern each : AS_WRITTEN) {
                rest = each.matcher(rest).replaceAll("…");
            }
            Matcher sentence = SENTENCE.matcher(rest);
            if (sentence.find()) {
                found.add(sentence.group() + " in: " + line.strip());
            }
        }
        return found;
    }

    /// Rows of tables begin with two blanks, lines of an explanation too: those end in prose and fold in
    /// the terminal.
    private static List<String> tooWide(String text) {
        return text.lines()
                .filter(line -> line.matches(" {2}\\S+ {2,}\\S.*"))
                .filter(line -> Width.of(line) > TERMINAL)
                .toList();
    }
}
