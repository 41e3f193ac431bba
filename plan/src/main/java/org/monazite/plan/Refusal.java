package org.monazite.plan;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.monazite.supply.Nearest;

/// A question that no plan can answer: a name that is not there, a wish that contradicts another. The message
/// says so in English; the key and the values let a screen say it in its own language.
public final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String about;
    private final String[] english;
    private final String[] japanese;

    private Refusal(String key, String about, String message, List<String> english, List<String> japanese) {
        super(message);
        this.key = key;
        this.about = about;
        this.english = english.toArray(String[]::new);
        this.japanese = japanese.toArray(String[]::new);
    }

    /// A value that is a text of its own in each language.
    record Words(String english, String japanese) {}

    /// A refusal.
    ///
    /// @param key which one, such as `partner.idle`
    /// @param about the key of the question that it is about, such as `partners`; empty for none
    /// @param message in English, with a second line that begins with "Maybe"
    /// @param values what the message names; the first one is the value that is refused
    public static Refusal of(String key, String about, String message, Object... values) {
        return new Refusal(
                key,
                about,
                message,
                Arrays.stream(values)
                        .map(value -> value instanceof Words words ? words.english : word(value))
                        .toList(),
                Arrays.stream(values)
                        .map(value -> value instanceof Words words ? words.japanese : word(value))
                        .toList());
    }

    /// A refusal of a name that is not known: the message names the nearest one, or those that are there.
    ///
    /// @param key which one
    /// @param about the key of the question that it is about; empty for none
    /// @param message in English, with a place for the name
    public static Refusal unknown(String key, String about, String message, String name, Collection<String> known) {
        String listed = Nearest.listed(known);
        String japanese = Nearest.of(name, known)
                .map(near -> "「%s」ではありませんか".formatted(near))
                .orElse("次のいずれかではありませんか：" + listed);
        Words hint = new Words(Nearest.hint(name, known), japanese);
        return of(key, about, message.formatted(name) + "\nMaybe " + hint.english + ".", name, hint);
    }

    private static String word(Object value) {
        return value instanceof Iterable<?> many
                ? String.join(
                        ", ",
                        java.util.stream.StreamSupport.stream(many.spliterator(), false)
                                .map(String::valueOf)
                                .toList())
                : String.valueOf(value);
    }

    /// Which one.
    public String key() {
        return key;
    }

    /// The key of the question that it is about; empty for none.
    public String about() {
        return about;
    }

    /// What the message names, in English; the first one is the value that is refused.
    public List<String> values() {
        return List.of(english);
    }

    /// The same in Japanese.
    public List<String> valuesJa() {
        return List.of(japanese);
    }
}
