package dev.dunwell.deals;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was offered to a customer, under which version of the terms, and what came of it.
 *
 * @param validUntil the last day on which it can be accepted
 * @param sentOn null while it is a draft
 * @param answer null while nobody answered
 * @param orderId the order that was made of it; null while none was
 */
public record Quote(
        long id,
        Customer customer,
        String number,
        String title,
        Currency currency,
        Agreed terms,
        LocalDate validUntil,
        @Nullable LocalDate sentOn,
        @Nullable Answer answer,
        @Nullable Long orderId,
        List<Item> items) {

    public Quote {
        items = List.copyOf(items);
    }

    /** Who it is for. */
    public record Customer(long id, String number, String name) {}

    /** A version of terms, by its name and number. */
    public record Agreed(long id, String title) {}

    /**
     * What the customer said.
     *
     * @param by who, on the customer's side
     * @param evidence where the proof is: a file, a mail, an order
     * @param author who wrote it down
     */
    public record Answer(boolean isAccepted, String by, LocalDate on, String evidence, String author) {}

    /** Where it stands. */
    public enum State {
        DRAFT,
        SENT,
        ACCEPTED,
        DECLINED,
        /** Sent, not answered, and its last day is over. */
        EXPIRED;

        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state(LocalDate today) {
        if (answer != null) {
            return answer.isAccepted ? State.ACCEPTED : State.DECLINED;
        } else if (sentOn == null) {
            return State.DRAFT;
        } else {
            return today.isAfter(validUntil) ? State.EXPIRED : State.SENT;
        }
    }

    public Money net() {
        return Item.net(items, currency);
    }

    static String number(int year, int seq) {
        return String.format(Locale.ROOT, "Q-%d-%04d", year, seq);
    }
}
