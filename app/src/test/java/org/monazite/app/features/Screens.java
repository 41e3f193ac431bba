package org.monazite.app.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.monazite.app.cli.Cli;
import tools.jackson.databind.JsonNode;

/// Answers of the program on the pack in the box: for people in two languages, and for programs.
final class Screens {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    private static final Pattern PER_CENT = Pattern.compile("([0-9][0-9.,]*) ?%");

    private Screens() {}

    /// One answer in both languages, a row a line.
    record Both(String english, String japanese) {

        /// The per cent of the English and of the Japanese answer, in the order in which they stand.
        void sayTheSameShares() {
            assertThat(shares(english)).isNotEmpty().isEqualTo(shares(japanese));
        }

        private static List<String> shares(String text) {
            return PER_CENT.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .sorted()
                    .toList();
        }
    }

    /// Asks in English and in Japanese; both end with this exit code, and each is in its language.
    static Both both(int code, String line) {
        return both(Cli.shared(), code, line);
    }

    static Both both(String line) {
        return both(0, line);
    }

    static Both both(Cli cli, int code, String line) {
        return new Both(answer(cli, code, line + " --plain --lang en"), japanese(cli, code, line));
    }

    private static String japanese(Cli cli, int code, String line) {
        String answer = answer(cli, code, line + " --plain --lang ja");
        assertThat(answer).as(line).containsPattern(JAPANESE);
        return answer;
    }

    private static String answer(Cli cli, int code, String line) {
        Cli.Result result = cli.line(line);
        assertThat(result.code()).as("%s: %s", line, result.err()).isEqualTo(code);
        String answer = code == 0 || !result.out().isEmpty() ? result.out() : result.err();
        assertThat(answer).as(line).isNotBlank().doesNotContain("NaN", "{0}", "{1}");
        return answer;
    }

    /// Asks as a program.
    static JsonNode json(String line) {
        Cli.Result result = Cli.shared().line(line + " --json");
        assertThat(result.code()).as("%s: %s", line, result.err()).isZero();
        return result.json();
    }

    /// The first row in which each key has its value: `key, value, key, value`.
    static JsonNode row(JsonNode rows, String... wanted) {
        for (JsonNode row : rows) {
            boolean found = true;
            for (int k = 0; k < wanted.length; k += 2) {
                found &= row.path(wanted[k]).asString().equals(wanted[k + 1]);
            }
            if (found) {
                return row;
            }
        }
        throw new AssertionError("No row with " + List.of(wanted));
    }
}
