package org.monazite.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final ResourceBundle EN = bundle(Locale.ENGLISH);
    private static final ResourceBundle JA = bundle(Locale.JAPANESE);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.monazite.brief.messages", locale);
    }

    @Test
    void both_languages_have_the_same_keys_and_more_than_three_hundred_of_them() {
        assertThat(EN.keySet()).isEqualTo(JA.keySet()).hasSizeGreaterThan(300);
    }

    @Test
    void every_message_uses_the_same_parts_in_both_languages() {
        List<String> different = new ArrayList<>();
        for (String key : EN.keySet()) {
            if (!parts(EN.getString(key)).equals(parts(JA.getString(key)))) {
                different.add(key);
            }
        }
        assertThat(different).isEmpty();
    }

    private static TreeSet<String> parts(String message) {
        TreeSet<String> parts = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)").matcher(message);
        while (matcher.find()) {
            parts.add(matcher.group(1));
        }
        return parts;
    }

    @Test
    void every_message_is_a_valid_format_without_straight_apostrophes() {
        for (ResourceBundle bundle : List.of(EN, JA)) {
            for (String key : bundle.keySet()) {
                assertThat(bundle.getString(key)).as(key).doesNotContain("'").isNotBlank();
                assertThat(new MessageFormat(bundle.getString(key), Locale.ENGLISH).getFormats().length)
                        .as(key)
                        .isLessThan(10);
            }
        }
    }

    @Test
    void every_Japanese_message_differs_from_the_English_one_unless_it_has_no_words() {
        List<String> same = new ArrayList<>();
        for (String key : EN.keySet()) {
            String bare = EN.getString(key).replaceAll("\\{\\d\\}", "");
            if (EN.getString(key).equals(JA.getString(key)) && bare.matches(".*[a-z]{3,}.*")) {
                same.add(key);
            }
        }
        assertThat(same).isEmpty();
    }

    @Test
    void a_key_that_is_not_there_is_an_error_and_not_a_text() {
        Texts texts = Texts.of(Locale.JAPANESE);
        assertThatThrownBy(() -> texts.get("no.such.key")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void the_language_does_not_depend_on_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPAN);
            assertThat(Texts.of(Locale.US).get("before")).isEqualTo("Without plan");
        } finally {
            Locale.setDefault(before);
        }
    }
}
