package org.monazite.app.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.monazite.supply.Nearest;

/// Something that the user can mend: what is wrong with the value, where, and what may help, in both
/// languages.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String WORD = "\0"; // before the key of a text; nothing a user wrote begins with it
    private static final String PHRASE = "\1"; // before what an engine says in English
    private static final int MOST_LETTERS = 60; // of a name that is quoted; no word we know is longer

    private final ExitCode code;
    private final String key;
    private final String[] values;
    private final String[] remedy;

    private Problem(ExitCode code, String key, List<String> values, List<String> remedy) {
        super(text(Texts.of(Locale.ENGLISH), key, values, remedy));
        this.code = code;
        this.key = key;
        this.values = values.toArray(String[]::new);
        this.remedy = remedy.toArray(String[]::new);
    }

    /// A problem with the text of a key; its remedy is the text `key.maybe` with the same values.
    public static Problem of(ExitCode code, String key, Object... values) {
        List<String> texts =
                java.util.Arrays.stream(values).map(String::valueOf).toList();
        List<String> remedy = new java.util.ArrayList<>();
        remedy.add(key + ".maybe");
        remedy.addAll(texts);
        return new Problem(code, key, texts, remedy);
    }

    /// A value of a problem that an engine has said in English; [Texts#said] has its Japanese.
    public static String phrase(@Nullable String english) {
        return PHRASE + english;
    }

    /// A name that is not known: says what is, and which one may have been meant.
    ///
    /// @param code `NOT_FOUND` for a word of the command line, `INPUT` for a word of a file, `USAGE` for
    ///     an option
    /// @param kind key of the kind of thing, such as `kind.place`
    /// @param where option, or file with line and column; empty when the command says it all
    public static Problem unknown(ExitCode code, String kind, String name, String where, Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        Optional<String> meant = name.length() > MOST_LETTERS ? Optional.empty() : Nearest.of(name, sorted);
        List<String> remedy = meant.map(nearest -> List.of("problem.unknown.nearest", nearest))
                .orElseGet(() -> List.of("problem.unknown.known", short_(sorted)));
        String key = where.isEmpty() ? "problem.unknown" : "problem.unknown.at";
        return new Problem(code, key, List.of(WORD + kind, cut(name), where), remedy);
    }

    private static String cut(String name) {
        return name.length() > MOST_LETTERS ? name.substring(0, MOST_LETTERS) + "..." : name;
    }

    private static String short_(List<String> words) {
        int most = 40;
        return words.size() <= most ? String.join(", ", words) : String.join(", ", words.subList(0, most)) + ", ...";
    }

    /// How the command ends.
    public ExitCode code() {
        return code;
    }

    /// What is wrong and what may help, each on its own line.
    public String text(Texts texts) {
        return text(texts, key, List.of(values), List.of(remedy));
    }

    private static String text(Texts texts, String key, List<String> values, List<String> remedy) {
        String help = texts.get(remedy.getFirst(), words(texts, remedy.subList(1, remedy.size())));
        return texts.get(key, words(texts, values)) + "\n" + help;
    }

    private static Object[] words(Texts texts, List<String> values) {
        return values.stream()
                .map(value -> value.startsWith(WORD)
                        ? texts.get(value.substring(WORD.length()))
                        : value.startsWith(PHRASE) ? texts.said(value.substring(PHRASE.length())) : value)
                .toArray();
    }
}
