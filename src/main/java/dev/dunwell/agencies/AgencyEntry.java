package dev.dunwell.agencies;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an agency says it did, or what was complained about; never edited. */
public record AgencyEntry(
        long id,
        Kind kind,
        String body,
        @Nullable Money amount,
        @Nullable LocalDate dueOn,
        LocalDate happenedOn,
        String author) {

    /** What sort of entry. The names are stored: add to them, never rename one. */
    public enum Kind {
        CONTACT("Contact"),
        PROMISE("Promise"),
        PAYMENT("Payment received"),
        NOTE("Note"),
        COMPLAINT("Complaint");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** In the database and in forms. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> read(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }
}
