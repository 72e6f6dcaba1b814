package dev.dunwell.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * A random secret that is shown once and kept only as its hash: too long to be guessed, so a plain SHA-256 is enough.
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String READABLE = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int BITS = 256;
    private static final int DIGITS_FOR_256_BITS = 43;
    private static final String FORM_OF_A_LINK = "[0-9A-Za-z]{" + DIGITS_FOR_256_BITS + "}";

    /** A key for programs: the prefix and 256 random bits as letters and digits. */
    static Secret key(String prefix) {
        var text = new StringBuilder();
        var rest = new BigInteger(BITS, RANDOM);
        for (int i = 0; i < DIGITS_FOR_256_BITS; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(BASE_62.length()));
            text.append(BASE_62.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return new Secret(prefix + text);
    }

    /** For an address that opens something to whoever has it: 256 random bits as 43 letters and digits. */
    public static Secret link() {
        return key("");
    }

    /** Whether a text has the form of what {@link #link} gives; what has not need not be looked for. */
    public static boolean isLink(String text) {
        return text.matches(FORM_OF_A_LINK);
    }

    /** For a person to copy from a mail within minutes and few tries: {@code count} random digits. */
    public static Secret digits(int count) {
        return new Secret(RANDOM.ints(count, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining()));
    }

    /** For a person to type once: {@code 8kqf-w2mz-p7rd-hx4n}, 79 bits, nothing that looks like something else. */
    public static Secret typed() {
        var text = new StringBuilder("xxxx-xxxx-xxxx-xxxx");
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-') {
                text.setCharAt(i, READABLE.charAt(RANDOM.nextInt(READABLE.length())));
            }
        }
        return new Secret(text.toString());
    }

    /** All that is kept of it: its SHA-256. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time, so that the answer's delay tells nothing. */
    public boolean isSameAs(Secret other) {
        return MessageDigest.isEqual(hash(), other.hash());
    }

    /** Never the text: secrets stay out of logs. */
    @Override
    public String toString() {
        return "Secret";
    }
}
