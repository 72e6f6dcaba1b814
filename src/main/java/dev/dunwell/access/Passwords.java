package dev.dunwell.access;

import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id and compares them (OWASP: 19 MiB, two passes).
 *
 * <p>Few at a time: each takes memory and a processor, and a crowd at the sign-in must not take both from everyone
 * else.
 */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys = argon.encode(Secret.key("").text());

    String hash(String password) {
        return inTurn(() -> argon.encode(password));
    }

    /** Whether it is the password of this hash. Without a hash, of somebody unknown, it takes as long and says no. */
    boolean matches(String password, @Nullable String hash) {
        String asked = password.length() > LONGEST ? "" : password;
        return inTurn(() -> argon.matches(asked, hash == null ? nobodys : hash)) && hash != null;
    }

    /** What is wrong with a new password, with what to do; null when it will do. */
    static @Nullable String problem(String password, String email) {
        if (password.length() < SHORTEST) {
            return "The password is too short: take at least " + SHORTEST + " characters, a few words for example.";
        } else if (password.length() > LONGEST) {
            return "The password is longer than " + LONGEST + " characters.";
        } else if (password.toLowerCase(Locale.ROOT).contains(email)
                || password.chars().distinct().count() < 5) {
            return "The password is too easy to guess: it repeats itself or your e-mail address.";
        } else {
            return null;
        }
    }

    private <T> T inTurn(Supplier<T> hashing) {
        places.acquireUninterruptibly();
        try {
            return hashing.get();
        } finally {
            places.release();
        }
    }
}
