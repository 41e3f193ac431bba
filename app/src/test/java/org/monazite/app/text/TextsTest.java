package org.monazite.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.shock.Parameter;

class TextsTest {

    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);
    private static final Texts JAPANESE = Texts.of(Locale.JAPANESE);
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final Pattern KEY_IN_CODE = Pattern.compile(
            "(?:text|get|of|line|step|descriptionKey =|range)\\(?\\s*(?:ExitCode\\.[A-Z_]+,\\s*)?\"([a-z]+(?:\\.[a-z_]+)+)\"");

    @Test
    void every_text_exists_in_both_languages() {
        assertThat(JAPANESE.keys()).isEqualTo(ENGLISH.keys()).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void a_key_has_one_text(String language) throws IOException {
        try (InputStream in = Texts.class.getResourceAsStream("messages_" + language + ".properties")) {
            List<String> keys = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" = ") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList();

            assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(200);
        }
    }

    @Test
    void both_languages_use_the_same_values() {
        for (String key : ENGLISH.keys()) {
            if (!isValueLess(key)) {
                assertThat(places(JAPANESE.get(key))).as(key).isEqualTo(places(ENGLISH.get(key)));
            }
        }
    }

    /// Engine messages come in English; the Japanese text puts them in brackets after its own words.
    private static boolean isValueLess(String key) {
        return key.startsWith("problem.atlas.");
    }

    private static TreeSet<String> places(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void an_apostrophe_is_written_once() {
        for (Texts texts : List.of(ENGLISH, JAPANESE)) {
            for (String key : texts.keys()) {
                assertThat(texts.get(key)).as(key).doesNotContainPattern("[A-Za-z]''[A-Za-z]");
            }
        }
    }

    @Test
    void braces_hold_the_number_of_a_value_and_nothing_else() {
        for (Texts texts : List.of(ENGLISH, JAPANESE)) {
            for (String key : texts.keys()) {
                String plain = texts.get(key).replaceAll("\\{([0-9]+):[^|{}]+\\|[^|{}]+}", "{$1}");

                assertThat(plain).as(key).doesNotContainPattern("\\{[0-9]+[^0-9}]");
            }
        }
    }

    @Test
    void one_is_not_many() {
        assertThat(ENGLISH.get("imports.title", "2026-11-05", "1")).isEqualTo("Atlas 2026-11-05: 1 import");
        assertThat(ENGLISH.get("imports.title", "2026-11-05", "11")).isEqualTo("Atlas 2026-11-05: 11 imports");
        assertThat(ENGLISH.get("diff.trade.new", "2026-1", "0")).contains("0 flows added");
    }

    @Test
    void words_for_one_and_many_go_with_a_count_that_is_shown() {
        Pattern counted = Pattern.compile("\\{([0-9]+):[^}]+}");
        for (String key : ENGLISH.keys()) {
            String text = ENGLISH.get(key);
            assertThat(counted.matcher(text).results().map(each -> "{" + each.group(1) + "}"))
                    .as(key)
                    .allMatch(text::contains);
        }
    }

    @Test
    void no_text_leaves_the_reader_to_choose_between_one_and_many() {
        assertThat(ENGLISH.keys())
                .filteredOn(key -> !key.startsWith("monazite.") && !key.startsWith("opt."))
                .allSatisfy(key -> assertThat(ENGLISH.get(key)).as(key).doesNotContain("(s)"));
    }

    @Test
    void japanese_texts_are_japanese() {
        Pattern japanese = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        List<String> sameInBoth = ENGLISH.keys().stream()
                .filter(key -> !japanese.matcher(JAPANESE.get(key)).find())
                .filter(key -> ENGLISH.get(key).matches(".*[A-Za-z]{4}.*"))
                .toList();

        assertThat(sameInBoth).containsExactlyInAnyOrder("doctor.java", "doctor.software", "status.software");
    }

    @Test
    void every_problem_has_a_remedy_that_begins_with_maybe() {
        List<String> remedies =
                ENGLISH.keys().stream().filter(key -> key.endsWith(".maybe")).toList();

        assertThat(remedies).isNotEmpty().allSatisfy(key -> {
            assertThat(ENGLISH.get(key)).startsWith("Maybe ");
            assertThat(JAPANESE.get(key)).startsWith("もしかして");
        });
    }

    @Test
    void every_key_in_the_code_has_a_text() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                KEY_IN_CODE
                        .matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .filter(key -> !key.endsWith("."))
                        .forEach(used::add);
            }
        }
        used.removeIf(key -> key.startsWith("monazite.") || key.matches(".*\\.(json|html|oxide|magnet)"));

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(ENGLISH.keys()).containsAll(used);
    }

    @Test
    void every_parameter_of_the_engine_is_explained() {
        assertThat(Arrays.stream(Parameter.values()).map(parameter -> "parameter." + parameter.key()))
                .allSatisfy(key -> assertThat(ENGLISH.keys()).contains(key, key + ".unit"));
    }

    @Test
    void a_text_that_is_not_there_is_a_fault() {
        assertThatThrownBy(() -> ENGLISH.get("no.such.text")).hasMessageContaining("no.such.text");
    }
}
