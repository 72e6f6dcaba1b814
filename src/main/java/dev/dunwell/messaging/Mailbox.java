package dev.dunwell.messaging;

import java.util.regex.Pattern;

/**
 * Whom a mail is from or for. Refuses what is not exactly one plain address, because mail libraries read more into
 * {@code <a@b>c@d}, quoted parts and comments than people do.
 *
 * @param address {@code local@host} in ASCII, as in RFC 5321 4.1.2 without quoting; a host in other letters is written
 *     in its {@code xn--} form
 * @param name what people read beside the address, may be empty
 */
public record Mailbox(String address, String name) {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?=.{3,254}$)(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

    public Mailbox {
        if (!isAddress(address)) {
            throw new IllegalArgumentException(
                    "'%s' is not a mail address: write it like name@company.example.".formatted(shown(address)));
        }
        HeaderValue.checked("name beside the mail address " + address, name);
    }

    /** Whether a mail can be addressed to this; it says nothing about whether anybody reads it. */
    public static boolean isAddress(String address) {
        return ADDRESS.matcher(address).matches();
    }

    private static String shown(String address) {
        String line = address.replaceAll("[^\\p{Print}\\p{L}]", "?");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
