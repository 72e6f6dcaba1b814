package dev.dunwell.payments.online;

import dev.dunwell.access.Secret;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last part of an address that only a gateway or a payer's browser was given: whose it is, and 256 random bits. */
public record PayerReturn(int organisation, Secret token) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-([0-9A-Za-z]{43})");

    /** Empty when it cannot be one. */
    public static Optional<PayerReturn> read(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new PayerReturn(Integer.parseInt(parts.group(1)), new Secret(parts.group(2))))
                : Optional.empty();
    }

    /** As it stands in an address. */
    public String text() {
        return organisation + "-" + token.text();
    }
}
