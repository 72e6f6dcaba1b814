package dev.dunwell.ledger;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person at a customer.
 *
 * @param verifiedOn when someone last made sure that the address reaches this person
 * @param bouncedOn when mail to the address last came back
 */
public record Contact(
        long id,
        long customerId,
        Details details,
        @Nullable LocalDate verifiedOn,
        @Nullable LocalDate bouncedOn) {

    /**
     * What is known of a contact.
     *
     * @param language what they read; null: as their company does
     */
    public record Details(
            String name,
            @Nullable String email,
            @Nullable String phone,
            Role role,
            @Nullable Locale language) {}

    /** What a contact does for the customer, in the order in which a reminder looks for someone. */
    public enum Role {
        AP_CLERK("Accounts payable"),
        APPROVER("Approver"),
        OTHER("Contact"),
        OWNER("Owner"),
        CFO("Finance"),
        ESCALATION("Escalation");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** The name in the database and in the API, {@code ap_clerk}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Role ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
