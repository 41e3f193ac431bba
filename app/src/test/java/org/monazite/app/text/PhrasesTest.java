package org.monazite.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final Texts JAPANESE = Texts.of(Locale.JAPANESE);

    @Test
    void a_phrase_of_the_book_is_said_in_Japanese() {
        assertThat(JAPANESE.said("net import reliance")).isEqualTo("純輸入依存度");
    }

    @Test
    void English_stays_English() {
        assertThat(Texts.of(Locale.ENGLISH).said("net import reliance")).isEqualTo("net import reliance");
    }

    @Test
    void the_value_of_a_phrase_is_a_phrase_itself() {
        assertThat(JAPANESE.said("as published: HS 2805 value only")).isEqualTo("公表値:HS 2805(金属)の金額のみ");
    }

    @Test
    void a_quoted_value_stays_as_somebody_wrote_it() {
        assertThat(JAPANESE.said("there is no row 'imports'")).isEqualTo("行「imports」はありません");
    }

    @Test
    void sentences_are_looked_up_one_by_one() {
        assertThat(JAPANESE.said("suspended until 2026-11-10; afterwards unknown"))
                .isEqualTo("2026-11-10まで停止。以後は不明");
    }

    @Test
    void a_sentence_around_another_is_not_cut() {
        assertThat(JAPANESE.said("The case file 'a.json' cannot be used: planted_error names the suspect '9';"
                        + " streams are 1 to 6."))
                .isEqualTo("事例ファイル「a.json」は使えません:planted_errorが「9」を疑わしい流れとしています。流れは1から6までです。");
    }

    @Test
    void what_the_book_does_not_know_is_left_to_the_caller() {
        assertThat(JAPANESE.said("imports from CHN", code -> code.equals("CHN") ? "中国" : code))
                .isEqualTo("中国からの輸入");
    }
}
