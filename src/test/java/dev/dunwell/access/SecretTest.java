package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void a_key_is_its_prefix_and_256_random_bits() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String key = Secret.key("dw_").text();
            assertThat(key).matches("dw_[0-9A-Za-z]{43}");
            assertThat(seen.add(key)).isTrue();
        }
    }

    @Test
    void a_secret_to_type_has_nothing_that_looks_like_something_else() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Secret.typed().text()).matches("([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}");
        }
    }

    @Test
    void a_secret_does_not_say_itself() {
        Secret secret = Secret.typed();
        assertThat(secret.toString()).doesNotContain(secret.text());
    }
}
