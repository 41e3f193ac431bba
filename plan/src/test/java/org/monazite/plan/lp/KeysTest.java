package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Keys of columns and rows.
class KeysTest {

    private static final int MANY = 5_000;

    /// Keys that all lie in one place.
    private record Alike(int number) {

        @Override
        public int hashCode() {
            return 7;
        }
    }

    @Test
    void many_keys_are_found_where_they_were_added() {
        Keys keys = new Keys();
        for (int i = 0; i < MANY; i++) {
            assertThat(keys.add("key " + i)).isTrue();
        }

        for (int i = 0; i < MANY; i++) {
            assertThat(keys.find("key " + i)).hasValue(i);
            assertThat(keys.get(i)).isEqualTo("key " + i);
        }
        assertThat(keys.size()).isEqualTo(MANY);
        assertThat(keys.find("key " + MANY)).isEmpty();
    }

    @Test
    void a_key_is_added_once() {
        Keys keys = new Keys();
        keys.add("a");

        assertThat(keys.add("a")).isFalse();
        assertThat(keys.size()).isEqualTo(1);
    }

    @Test
    void keys_of_the_same_hash_are_told_apart() {
        Keys keys = new Keys();
        for (int i = 0; i < 200; i++) {
            keys.add(new Alike(i));
        }

        assertThat(keys.find(new Alike(150))).hasValue(150);
        assertThat(keys.has(new Alike(200))).isFalse();
    }

    @Test
    void what_is_added_to_shared_keys_stays_apart() {
        Keys keys = new Keys();
        keys.add("a");
        Keys own = keys.shared().own();
        own.add("b");

        assertThat(own.find("b")).hasValue(1);
        assertThat(keys.find("b")).isEmpty();
        assertThat(keys.size()).isEqualTo(1);
    }

    @Test
    void there_is_no_key_beyond_the_last() {
        Keys keys = new Keys();
        keys.add("a");

        assertThatThrownBy(() -> keys.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
