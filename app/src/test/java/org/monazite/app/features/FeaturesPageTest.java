package org.monazite.app.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.monazite.app.cli.Cli;

/// docs/features.md and the tests say the same: what is done has a test that carries its id, and no id is made up.
class FeaturesPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs").resolve("features.md");
    private static final Pattern ROW =
            Pattern.compile("\\| ([A-Z]\\d+) \\| ([^|]+) \\| ([^|]+) \\|(?: `([^|`]*)`)? \\|(?: ([^|]+))? \\|");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]\\d+)\"\\)");
    private static final String SLOW = "@Tag(\"slow\")";

    /// One line of the page.
    private record Row(String id, String state, String command, String missing) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), row.group(3), orNone(row.group(4)), orNone(row.group(5))));
            } else {
                assertThat(line).as("a row that cannot be read").doesNotMatch("\\| [A-Z]\\d.*");
            }
        }
        return rows;
    }

    @SuppressWarnings("NullAway") // a group that was not there
    private static String orNone(String group) {
        return group == null ? "" : group;
    }

    /// Ids of all tests of all modules, with the files that carry them; those of slow tests apart.
    private static Map<String, TreeSet<String>> tags(boolean slow) throws IOException {
        Map<String, TreeSet<String>> tags = new TreeMap<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.sorted().toList()) {
                Path tests = module.resolve("src").resolve("test").resolve("java");
                if (Files.isDirectory(tests)) {
                    try (Stream<Path> files = Files.walk(tests)) {
                        for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                                .sorted()
                                .toList()) {
                            collect(file, slow, tags);
                        }
                    }
                }
            }
        }
        return tags;
    }

    /// A test is what stands between two blank lines: annotations, name and body.
    private static void collect(Path file, boolean slow, Map<String, TreeSet<String>> tags) throws IOException {
        String text = Files.readString(file);
        String head = text.replaceFirst("(?s)\\bclass \\w+.*", "");
        for (String piece : text.split("\n\\s*\n")) {
            String marks = piece.replaceFirst("(?s)\\b(void|class) \\w+.*", "");
            if (marks.length() < piece.length() && (marks.contains(SLOW) || head.contains(SLOW)) == slow) {
                Matcher tag = TAG.matcher(marks);
                while (tag.find()) {
                    tags.computeIfAbsent(tag.group(1), id -> new TreeSet<>())
                            .add(file.getFileName().toString());
                }
            }
        }
    }

    @Test
    void the_page_has_92_rows_each_once_in_a_state_that_is_explained() throws IOException {
        List<Row> rows = rows();

        assertThat(rows.stream().map(Row::id)).hasSize(92).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(row.state()).isIn("done", "part", "not yet"));
        assertThat(rows).filteredOn(row -> row.state().equals("part")).allSatisfy(row -> {
            assertThat(row.missing()).as(row.id()).isNotBlank();
        });
        assertThat(rows).filteredOn(row -> !row.state().equals("not yet")).allSatisfy(row -> {
            assertThat(row.command()).as(row.id()).startsWith("./monazite ");
        });
    }

    @Test
    void what_is_done_has_a_test_that_carries_its_id_and_runs_every_time() throws IOException {
        Map<String, TreeSet<String>> tags = tags(false);

        assertThat(rows().stream()
                        .filter(row -> row.state().equals("done") && !tags.containsKey(row.id()))
                        .map(Row::id))
                .as("rows of docs/features.md that say done without a test")
                .isEmpty();
    }

    @Test
    void every_id_on_a_test_has_a_row_that_is_not_for_later() throws IOException {
        List<String> known = rows().stream()
                .filter(row -> !row.state().equals("not yet"))
                .map(Row::id)
                .toList();
        Map<String, TreeSet<String>> tags = tags(false);
        tags.putAll(tags(true));

        assertThat(tags).isNotEmpty();
        assertThat(tags.entrySet().stream().filter(tag -> !known.contains(tag.getKey())))
                .as("tags without a row in docs/features.md")
                .isEmpty();
    }

    @Test
    void every_command_of_the_page_is_one() throws IOException {
        for (Row row : rows()) {
            if (!row.command().isEmpty()) {
                String line = row.command().replaceFirst("\\./monazite ", "").replaceFirst(" ?--help", "");

                assertThat(Cli.shared().line((line + " --help").strip()).code())
                        .as("%s: %s", row.id(), line)
                        .isZero();
            }
        }
    }
}
