package org.monazite.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All texts for the terminal in one language. A text has places `{0}`, `{1}` ... for values that are
/// already texts. `{0:line|lines}` is the first word where value 0 is the number 1, else the second.
public final class Texts {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})(?::([^|{}]+)\\|([^|{}]+))?}");

    private final Locale language;
    private final Properties texts = new Properties();

    private Texts(Locale language) {
        this.language = language;
        String file = "messages_" + language.getLanguage() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There are no texts for the language '" + language + "'.");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /// The texts of a language, English or Japanese.
    public static Texts of(Locale language) {
        return new Texts(language.getLanguage().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH);
    }

    /// The language.
    public Locale language() {
        return language;
    }

    /// True for Japanese.
    public boolean isJapanese() {
        return language.equals(Locale.JAPANESE);
    }

    /// The one that fits the language.
    public String pick(String english, String japanese) {
        return isJapanese() ? japanese : english;
    }

    /// What an engine says in English, in this language as far as [Phrases] knows it.
    public String said(String english) {
        return said(english, UnaryOperator.identity());
    }

    /// What an engine says in English, in this language as far as [Phrases] knows it.
    ///
    /// @param rest how values, and what the book does not know, are written in this language
    public String said(String english, UnaryOperator<String> rest) {
        return isJapanese() ? Phrases.japanese(english, rest) : english;
    }

    /// A text with its values.
    ///
    /// @throws IllegalArgumentException if there is no such text
    public String get(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no text '" + key + "'.");
        }
        return PLACE.matcher(text).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            if (index >= values.length) {
                return Matcher.quoteReplacement(place.group());
            }
            String value = String.valueOf(values[index]);
            boolean isCounted = place.group(2) != null;
            return Matcher.quoteReplacement(isCounted ? String.valueOf(place.group(value.equals("1") ? 2 : 3)) : value);
        });
    }

    /// The same texts for libraries that want a bundle.
    public ResourceBundle bundle() {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return keys().stream().map(key -> new Object[] {key, get(key)}).toArray(Object[][]::new);
            }
        };
    }

    /// The keys of all texts, sorted.
    public Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
