package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.app.cli.paper.Console;
import org.monazite.app.text.Texts;
import picocli.CommandLine;

/// docs/cli.md is what the program says of itself; `-Dmonazite.docs=write` writes it anew.
@Tag("examples")
class CliPageTest {

    private static final Path PAGE = Path.of("..", "docs", "cli.md");

    @Tag("B1")
    @Test
    void the_page_of_commands_is_what_the_program_says() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("monazite.docs"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content(StandardCharsets.UTF_8).isEqualToNormalizingNewlines(page);
    }

    /// A lone percent sign makes the help warn on the terminal.
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void every_text_of_the_help_is_a_format(String language) {
        ResourceBundle texts = Texts.of(Locale.of(language)).bundle();

        assertThat(keys(line(Locale.ENGLISH)).filter(texts::containsKey))
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThatCode(() -> String.format(texts.getString(key)))
                        .doesNotThrowAnyException());
    }

    private static Stream<String> keys(CommandLine line) {
        return Stream.concat(
                line.getCommandSpec().args().stream().map(arg -> String.valueOf(arg.descriptionKey())),
                line.getSubcommands().values().stream().flatMap(CliPageTest::keys));
    }

    private static CommandLine line(Locale language) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        MonaziteCommand root = new MonaziteCommand(new Console(nowhere, nowhere, Map.of(), Path.of(""), false));
        return CommandRunner.commandLine(root, Texts.of(language));
    }

    private static String page() {
        CommandLine line = line(Locale.ENGLISH);
        StringBuilder page = new StringBuilder("""
                # Commands

                Written by the program (`CliPageTest`). Exit codes: [errors.md](errors.md).
                """);
        add(page, "./monazite", line);
        return page.toString();
    }

    private static void add(StringBuilder page, String name, CommandLine line) {
        page.append("\n## `").append(name).append("`\n\n```text\n");
        line.getUsageMessage(CommandLine.Help.Ansi.OFF)
                .lines()
                .forEach(each -> page.append(each.stripTrailing()).append('\n'));
        page.append("```\n");
        new TreeMap<>(line.getSubcommands()).forEach((sub, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                add(page, name + " " + sub, command);
            }
        });
    }
}
