package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
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
    void a_link_is_256_random_bits_that_fit_into_an_address() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Secret.isLink(Secret.link().text())).isTrue();
        }
        assertThat(Secret.isLink("../" + Secret.link().text().substring(3))).isFalse();
        assertThat(Secret.isLink(Secret.link().text() + "0")).isFalse();
    }

    @Test
    void what_is_kept_of_a_secret_is_its_hash() {
        Secret secret = new Secret("abc");
        assertThat(HexFormat.of().formatHex(secret.hash())) // FIPS 180-2, appendix B.1
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_code_from_a_mail_has_digits_only() {
        assertThat(Secret.digits(8).text()).matches("[0-9]{8}");
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
