package dev.dunwell.collections;

import dev.dunwell.reach.Condition.Kind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is marked on one item alone.
 *
 * @param placedOn since when an agency has it
 * @param debit how it is debited
 * @param carrier the message that will carry it, when one goes soon
 */
public record Marks(
        @Nullable LocalDate placedOn,
        Reach.@Nullable Noted debit,
        @Nullable Carrier carrier) {

    public static final Marks NONE = new Marks(null, null, null);

    /** Another item of the same payer whose message goes on a day, and with which this one can go. */
    public record Carrier(String number, LocalDate on) {}

    static Marks of(@Nullable LocalDate placedOn, @Nullable LocalDate debitedSince, @Nullable LocalDate debitOn) {
        return placedOn == null && debitedSince == null
                ? NONE
                : new Marks(
                        placedOn,
                        debitedSince == null ? null : new Reach.Noted(Kind.DIRECT_DEBIT, debitedSince, debitOn, ""),
                        null);
    }

    Marks carriedBy(Carrier with) {
        return new Marks(placedOn, debit, with);
    }
}
