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

/// A phrase book: the Japanese of what engines and the pack say in English, such as the name of a measure, a formula or
/// the reason of a refusal. Engines know one language; what they say is looked up here by its English words.
///
/// `phrases_ja.txt` holds pairs of lines, English above Japanese; `{}` and `{1}`, `{2}` ... stand for the values of a
/// phrase in order. What is not in the book as a whole is cut at `"; "` and looked up part by part; what is not in it
/// at all is left to the caller.
public final class Phrases {

    private static final String FILE = "phrases_ja.txt";
    private static final Pattern VALUE = Pattern.compile("\\{}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final String BETWEEN = "; ";
    private static final Phrases JAPANESE = new Phrases(lines());

    /// A phrase with values.
    private record Template(Pattern english, String japanese) {

        /// The Japanese with the values of the English; empty if the English is another phrase.
        Optional<String> fill(String text, UnaryOperator<String> rest) {
            Matcher matcher = english.matcher(text);
            return matcher.matches()
                    ? Optional.of(PLACE.matcher(japanese)
                            .replaceAll(place -> Matcher.quoteReplacement(
                                    Phrases.japanese(matcher.group(Integer.parseInt(place.group(1))), rest))))
                    : Optional.empty();
        }
    }

    private final Map<String, String> whole = new LinkedHashMap<>();
    private final List<Template> templates = new ArrayList<>();

    private Phrases(List<String> lines) {
        for (int i = 0; i < lines.size(); i += 2) {
            String english = lines.get(i);
            String japanese = lines.get(i + 1);
            if (english.contains("{}")) {
                templates.add(new Template(template(english), japanese));
            } else if (!japanese.equals(whole.getOrDefault(english, japanese))) {
                throw new IllegalStateException(FILE + " says '" + english + "' in two ways.");
            } else {
                whole.put(english, japanese);
            }
        }
    }

    private static Pattern template(String english) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (Matcher value = VALUE.matcher(english); value.find(); from = value.end()) {
            pattern.append(Pattern.quote(english.substring(from, value.start()))).append("(.+?)");
        }
        return Pattern.compile(pattern.append(Pattern.quote(english.substring(from))).toString(), Pattern.DOTALL);
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
        String known = JAPANESE.whole.get(english);
        return known != null
                ? known
                : Arrays.stream(english.split(BETWEEN))
                        .map(part -> JAPANESE.part(part, rest))
                        .collect(Collectors.joining("。"));
    }

    private String part(String english, UnaryOperator<String> rest) {
        String known = whole.get(english);
        return known != null
                ? known
                : templates.stream()
                        .flatMap(template -> template.fill(english, rest).stream())
                        .findFirst()
                        .orElseGet(() -> rest.apply(english));
    }
}
