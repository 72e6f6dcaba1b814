package dev.dunwell.deals;

import dev.dunwell.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was offered to a customer, under which version of the terms, and what came of it.
 *
 * @param validUntil the last day on which it can be accepted, in the organisation's zone
 * @param sent null while it is a draft
 * @param answer null while nobody answered
 * @param follow what was made of it
 * @param parts what it would bill before the rest, in the order in which it was written
 */
public record Quote(
        long id,
        Customer customer,
        String number,
        String title,
        Currency currency,
        Agreed terms,
        LocalDate validUntil,
        @Nullable Sent sent,
        @Nullable Answer answer,
        Follow follow,
        List<Item> items,
        List<Part> parts) {

    public Quote {
        items = List.copyOf(items);
        parts = List.copyOf(parts);
    }

    /** Who it is for. */
    public record Customer(long id, String number, String name) {}

    /** A version of terms, by its name and number. */
    public record Agreed(long id, String title) {}

    /**
     * How the customer got it.
     *
     * @param paper the PDF by what it contains; null for what was sent before there were any
     * @param address where it was mailed; null when it was handed over
     */
    public record Sent(
            LocalDate on, @Nullable String paper, @Nullable String address) {}

    /**
     * What the customer said.
     *
     * @param by who, on the customer's side
     * @param at the moment, where it is known
     * @param reason why it was declined; may be empty
     * @param evidence where the proof is: a file, a mail, an order, or what happened at the door
     * @param author who wrote it down
     */
    public record Answer(
            boolean isAccepted,
            String by,
            LocalDate on,
            @Nullable Instant at,
            String reason,
            String evidence,
            String author) {}

    /**
     * What was made of it.
     *
     * @param orderId null while it is not ordered
     * @param replacedBy the quote that was sent in its place; null while none was
     */
    public record Follow(@Nullable Long orderId, @Nullable Long replacedBy) {}

    /** Where it stands. */
    public enum State {
        DRAFT,
        SENT,
        ACCEPTED,
        DECLINED,
        /** Another was sent in its place before it was answered. */
        REPLACED,
        /** Sent, not answered, and its last day is over. */
        EXPIRED;

        public String title() {
            return code();
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state(LocalDate today) {
        if (answer != null) {
            return answer.isAccepted ? State.ACCEPTED : State.DECLINED;
        } else if (sent == null) {
            return State.DRAFT;
        } else if (follow.replacedBy != null) {
            return State.REPLACED;
        } else {
            return today.isAfter(validUntil) ? State.EXPIRED : State.SENT;
        }
    }

    public Money net() {
        return Item.net(items, currency);
    }

    /** What is to be billed before all of it is delivered, net. */
    public Money planned() {
        return Part.sum(parts, currency);
    }

    static String number(int year, int seq) {
        return String.format(Locale.ROOT, "Q-%d-%04d", year, seq);
    }
}
