package org.monazite.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A phrase book: the Japanese of what engines and the pack say in English, such as the name of a
/// measure, a formula or the reason of a refusal. Engines know one language; what they say is looked up
/// here by its English words.
///
/// `phrases_ja.txt` holds pairs of lines, English above Japanese; `{}` and `{1}`, `{2}` ... stand for the
/// values of a phrase in order. A value is a phrase itself, but for one in quotes: that is what somebody
/// wrote. What is not in the book as a whole is cut at `"; "` and looked up part by part, as are the
/// lines of a text; what is not in it at all is left to the caller.
public final class Phrases {

    private static final String FILE = "phrases_ja.txt";
    private static final Pattern VALUE = Pattern.compile("\\{}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final String BETWEEN = "; ";
    private static final Phrases JAPANESE = new Phrases(lines());

    /// A phrase with values.
    ///
    /// @param quoted which values are quoted
    /// @param isFrame a sentence around another text: it is not cut
    private record Template(Pattern english, List<Boolean> quoted, boolean isFrame, String japanese) {

        /// The Japanese with the values of the English; empty if the English is another phrase.
        Optional<String> fill(String text, UnaryOperator<String> rest) {
            Matcher matcher = english.matcher(text);
            return matcher.matches()
                    ? Optional.of(PLACE.matcher(japanese)
                            .replaceAll(place ->
                                    Matcher.quoteReplacement(value(matcher, Integer.parseInt(place.group(1)), rest))))
                    : Optional.empty();
        }

        private String value(Matcher matcher, int number, UnaryOperator<String> rest) {
            String value = matcher.group(number);
            return quoted.get(number - 1) ? value : Phrases.japanese(value, rest);
        }
    }

    private final Map<String, String> whole = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();

    private Phrases(List<String> lines) {
        for (int i = 0; i < lines.size(); i += 2) {
            String english = lines.get(i);
            String japanese = lines.get(i + 1);
            if (english.contains("{}")) {
                templates.add(template(english, japanese));
            } else if (!japanese.equals(whole.getOrDefault(english, japanese))) {
                throw new IllegalStateException(FILE + " says '" + english + "' in two ways.");
            } else {
                whole.put(english, japanese);
            }
        }
    }

    private static Template template(String english, String japanese) {
        StringBuilder pattern = new StringBuilder();
        List<Boolean> quoted = new ArrayList<>();
        int from = 0;
        for (Matcher value = VALUE.matcher(english); value.find(); from = value.end()) {
            pattern.append(Pattern.quote(english.substring(from, value.start())))
                    .append("(.+?)");
            quoted.add(value.start() > 0 && english.charAt(value.start() - 1) == '\'');
        }
        pattern.append(Pattern.quote(english.substring(from)));
        return new Template(
                Pattern.compile(pattern.toString(), Pattern.DOTALL), quoted, english.endsWith(": {}."), japanese);
    }

    /// The lines of the book without remarks and empty lines.
    private static List<String> lines() {
        try (InputStream in = Phrases.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + FILE + ".");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
            if (lines.size() % 2 != 0) {
                throw new IllegalStateException(FILE + " has a phrase without its Japanese.");
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    /// The Japanese of a phrase.
    ///
    /// @param rest what becomes of the values of a phrase, and of parts that are not in the book
    static String japanese(String english, UnaryOperator<String> rest) {
        if (english.contains("\n")) {
            return english.lines().map(line -> japanese(line, rest)).collect(Collectors.joining("\n"));
        }
        return JAPANESE.find(english, rest)
                .orElseGet(() -> Arrays.stream(english.split(BETWEEN))
                        .map(part -> JAPANESE.one(part, rest).orElseGet(() -> rest.apply(part)))
                        .collect(Collectors.joining("。")));
    }

    /// A phrase of the book, or several of them one after another.
    private Optional<String> find(String english, UnaryOperator<String> rest) {
        Optional<String> framed = templates.stream()
                .filter(Template::isFrame)
                .flatMap(template -> template.fill(english, rest).stream())
                .findFirst();
        if (framed.isPresent() || whole.containsKey(english) || !english.contains(BETWEEN)) {
            return framed.or(() -> one(english, rest));
        }
        List<String> parts = Arrays.stream(english.split(BETWEEN))
                .flatMap(part -> one(part, rest).stream())
                .toList();
        return parts.size() == english.split(BETWEEN).length
                ? Optional.of(String.join("。", parts))
                : one(english, rest);
    }

    private Optional<String> one(String english, UnaryOperator<String> rest) {
        return Optional.ofNullable(whole.get(english))
                .or(() -> templates.stream()
                        .flatMap(template -> template.fill(english, rest).stream())
                        .findFirst());
    }
}
