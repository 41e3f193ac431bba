package org.monazite.brief;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Every sentence and word that a reader sees, by key, in English or Japanese. A message is whole: nothing is glued
/// together from parts of sentences, as word order differs.
public final class Texts {

    private static final String BUNDLE = "org.monazite.brief.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The texts of a language.
    ///
    /// @throws IllegalArgumentException if the language is neither English nor Japanese
    public static Texts of(Locale language) {
        Numbers.of(language); // refuses what is not there
        return new Texts(Locale.of(language.getLanguage()));
    }

    /// The language.
    public Locale locale() {
        return locale;
    }

    /// Whether this is Japanese.
    public boolean isJapanese() {
        return locale.getLanguage().equals("ja");
    }

    /// Whether there is a message of this key.
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// The message of a key with its parts filled in, in the style of [MessageFormat]; numbers among the parts only
    /// choose a plural, what is to be read comes as text.
    ///
    /// @throws MissingResourceException if there is no such message
    public String get(String key, Object... parts) {
        return new MessageFormat(bundle.getString(key), locale).format(parts);
    }

    /// One of two texts: English or Japanese.
    public String pick(String english, String japanese) {
        return isJapanese() ? japanese : english;
    }
}
