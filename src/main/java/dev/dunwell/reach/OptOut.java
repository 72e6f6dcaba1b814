package dev.dunwell.reach;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody does not want to hear through a channel.
 *
 * @param contactName null when the whole customer asked for it
 * @param askedBy who said so, in words: "Ana Ruiz, by phone"
 */
public record OptOut(
        long id,
        long customerId,
        String customerNumber,
        @Nullable Long contactId,
        @Nullable String contactName,
        Via channel,
        String askedBy,
        LocalDate fromOn,
        String author) {

    /** A way to reach somebody. */
    public enum Via {
        MAIL("E-mail"),
        CALL("Calls"),
        LETTER("Letters"),
        SMS("Text messages");

        private final String title;

        Via(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** The name in the database and in the API, {@code mail}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Via ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
