package dev.dunwell.payments.online;

import dev.dunwell.kernel.Money;
import dev.dunwell.payments.Provider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was started at a gateway.
 *
 * @param amount what goes to the invoices
 * @param surcharge what the payer pays on top
 * @param checkout the gateway's page; null until it is open
 * @param providerPayment the gateway's id of what was paid
 * @param paymentId the payment in the book
 * @param gone what of the amount went back
 * @param answered the last question to the gateway whose answer was recorded
 * @param backTo where the payer came from
 * @param trouble what a person has to look at
 */
public record OnlinePayment(
        long id,
        long customerId,
        Provider provider,
        Money amount,
        Money surcharge,
        State state,
        @Nullable String checkout,
        @Nullable String providerPayment,
        @Nullable Long paymentId,
        Money gone,
        int answered,
        String backTo,
        @Nullable String trouble,
        Instant startedAt,
        @Nullable LocalDate paidOn) {

    /** Where it stands. */
    public enum State {
        STARTED("Started"),
        OPEN("Waiting for the payer"),
        PAID("Paid"),
        OVER("Not paid"),
        REFUSED("Refused"),
        RETURNED("Went back");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the payer is asked for. */
    public Money total() {
        return amount.plus(surcharge);
    }

    /** Its name at the gateway, the same however often it is sent. */
    String name(int organisation) {
        return "dunwell-" + organisation + "-" + id;
    }

    boolean isWaiting() {
        return state == State.STARTED || state == State.OPEN;
    }
}
