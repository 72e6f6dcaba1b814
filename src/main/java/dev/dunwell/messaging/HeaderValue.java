package dev.dunwell.messaging;

import java.util.regex.Pattern;

/** Text on its way into the head of a mail, where a line break would begin a header of the writer's choice. */
final class HeaderValue {

    /** Control characters, every kind of line end, and the marks that reverse the direction of writing. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private HeaderValue() {}

    /** The value itself. Refuses one with a character that has no place in a header; {@code what} names the value. */
    static String checked(String what, String value) {
        if (UNFIT.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "The %s contains a line break or another control character: remove it.".formatted(what));
        }
        return value;
    }
}
