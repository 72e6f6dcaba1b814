package dev.dunwell.family;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one customer is to another for a time.
 *
 * @param customer the one it is said of
 * @param related who is its payer, its guarantor and so on
 * @param untilOn the last day on which it holds; null until somebody ends it
 */
public record Relation(
        long id,
        Named customer,
        Named related,
        Kind kind,
        LocalDate fromOn,
        @Nullable LocalDate untilOn,
        String note,
        String author) {

    /** A customer by its names. */
    public record Named(long id, String number, String name) {}

    public boolean holdsOn(LocalDate day) {
        return !fromOn.isAfter(day) && (untilOn == null || !untilOn.isBefore(day));
    }

    /** What the related customer is; only {@link #PARENT} and {@link #PAYER} change where letters may go. */
    public enum Kind {
        PARENT("Parent", "it belongs to the other; families are counted together"),
        PAYER("Pays on its behalf", "the other settles its invoices and gets its letters"),
        BILL_TO("Bill to", "its invoices are addressed to the other"),
        SHIP_TO("Ship to", "its goods go to the other"),
        AGENCY("Agency", "the other buys or acts for it"),
        GUARANTOR("Guarantor", "the other stands in if it does not pay");

        private final String title;
        private final String meaning;

        Kind(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        public String title() {
            return title;
        }

        public String meaning() {
            return meaning;
        }

        /** The name in the database and in the API, {@code bill_to}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofCode(String code) {
            return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }
}
