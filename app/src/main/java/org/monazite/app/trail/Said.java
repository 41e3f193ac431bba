package org.monazite.app.trail;

import java.util.Locale;
import org.monazite.app.text.Texts;

/// A sentence in both languages.
///
/// @param english the sentence in English
/// @param japanese the same in Japanese
public record Said(String english, String japanese) {

    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);
    private static final Texts JAPANESE = Texts.of(Locale.JAPANESE);

    /// The text of a key with the same values in both languages; a value that is itself said in both is taken in each.
    static Said of(String key, Object... values) {
        Object[] english = values.clone();
        Object[] japanese = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Said said) {
                english[i] = said.english();
                japanese[i] = said.japanese();
            }
        }
        return new Said(ENGLISH.get(key, english), JAPANESE.get(key, japanese));
    }

    /// The sentence in the language of the texts.
    public String in(Texts texts) {
        return texts.pick(english, japanese);
    }
}
