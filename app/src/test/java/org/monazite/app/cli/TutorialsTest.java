package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tutorials say what the program does: each command is run, in order, in a folder of its own, and each line
/// printed below it stands in the answer, in that order; `...` leaves out what it likes.
@Tag("examples")
class TutorialsTest {

    private static final Path PAGES = Path.of("..", "docs", "tutorials");
    private static final Pattern FILE = Pattern.compile("[Ss]ave as `([a-z./]+)`.*:");
    private static final String CODE = "    ";
    private static final String START = CODE + "./monazite ";

    @TempDir
    Path folder;

    /// A command of a page with what it prints.
    private record Step(String line, List<String> expected) {

        /// Searches for plans and runs take seconds each: they are run with the slow tests.
        boolean isQuick() {
            return !line.startsWith("plan ") && !line.startsWith("shock ") && !line.equals("verify");
        }
    }

    private static List<String> page(String name) throws IOException {
        return Files.readAllLines(PAGES.resolve(name + ".md"));
    }

    private static List<Step> steps(List<String> page) {
        List<Step> steps = new ArrayList<>();
        boolean inAnswer = false;
        for (String line : page) {
            if (line.startsWith(START)) {
                steps.add(new Step(line.substring(START.length()).strip(), new ArrayList<>()));
                inAnswer = true;
            } else if (inAnswer && line.startsWith(CODE)) {
                steps.getLast().expected().add(line.strip());
            } else {
                inAnswer = false;
            }
        }
        return steps;
    }

    /// Files that a page asks to save: the block of code after `Save as`.
    private void save(List<String> page) throws IOException {
        for (int k = 0; k < page.size(); k++) {
            Matcher asks = FILE.matcher(page.get(k));
            if (asks.find()) {
                StringBuilder text = new StringBuilder();
                int at = k + 2;
                while (at < page.size() && page.get(at).startsWith(CODE)) {
                    text.append(page.get(at).substring(CODE.length())).append('\n');
                    at++;
                }
                Path file = folder.resolve(asks.group(1));
                Files.createDirectories(file.resolve("..").normalize());
                Files.writeString(file, text.toString());
            }
        }
    }

    private void follows(String name, boolean quickOnly) throws IOException {
        Cli.copyWorkspace(folder);
        List<String> page = page(name);
        save(page);
        for (Step step : steps(page)) {
            if (step.isQuick() || !quickOnly) {
                Cli.Result answer = Cli.in(folder).line(step.line());
                assertThat(answer.code()).as(step.line() + "\n" + answer.err()).isZero();
                in(step, answer.out());
            }
        }
    }

    /// Lines of the page in the answer, one after the other; blanks count as one, `...` ends a line early.
    private static void in(Step step, String answer) {
        List<String> lines = answer.lines().map(TutorialsTest::folded).toList();
        int at = 0;
        for (String wanted : step.expected()) {
            boolean open = wanted.endsWith("...");
            String text = folded(open ? wanted.substring(0, wanted.length() - 3) : wanted);
            if (!text.isEmpty()) {
                int found = at;
                while (found < lines.size()
                        && !(open
                                ? lines.get(found).startsWith(text)
                                : lines.get(found).equals(text))) {
                    found++;
                }
                assertThat(found)
                        .as("%s prints after line %d: %s%nin%n%s", step.line(), at, text, answer)
                        .isLessThan(lines.size());
                at = found + 1;
            }
        }
    }

    private static String folded(String line) {
        return line.strip().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "buyer", "researcher"})
    void the_quick_commands_of_a_tutorial_print_what_it_says(String name) throws IOException {
        follows(name, true);
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {"analyst", "buyer", "researcher"})
    void every_command_of_a_tutorial_prints_what_it_says(String name) throws IOException {
        follows(name, false);
    }

    @Test
    void every_tutorial_has_commands_and_is_a_page_long() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.toList()).hasSize(3).allSatisfy(file -> {
                List<String> page = lines(file);
                assertThat(steps(page)).hasSizeGreaterThan(7);
                assertThat(page).hasSizeBetween(60, 140);
            });
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
