package dev.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_is_kept_as_argon2id_and_recognised() {
        String hash = passwords.hash("correct horse battery");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterz", hash)).isFalse();
        assertThat(passwords.matches("", null)).isFalse();
    }

    @Test
    void nobody_learns_from_the_time_it_takes_whether_there_is_such_a_person() {
        String hash = passwords.hash("correct horse battery");
        median("warm up", hash);

        long known = median("wrong password", hash);
        long unknown = median("wrong password", null);

        assertThat(Math.abs(known - unknown)).isLessThan(50_000_000L);
    }

    @Test
    void a_new_password_is_long_and_not_the_address() {
        assertThat(Passwords.problem("short", "nora@example.com")).contains("12");
        assertThat(Passwords.problem("nora@example.com!", "nora@example.com")).contains("easy to guess");
        assertThat(Passwords.problem("aaaaaaaaaaaaaaaa", "nora@example.com")).contains("easy to guess");
        assertThat(Passwords.problem("x y z".repeat(50), "nora@example.com")).contains("200");
        assertThat(Passwords.problem("correct horse battery", "nora@example.com"))
                .isNull();
    }

    private long median(String password, @Nullable String hash) {
        long[] nanos =
                LongStream.generate(() -> nanosFor(password, hash)).limit(15).toArray();
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private long nanosFor(String password, @Nullable String hash) {
        long start = System.nanoTime();
        passwords.matches(password, hash);
        return System.nanoTime() - start;
    }
}
