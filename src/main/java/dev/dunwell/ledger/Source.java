package dev.dunwell.ledger;

import org.jspecify.annotations.Nullable;

/** What settles invoices: money, a credit note, or the decision to give up an amount. */
public sealed interface Source {

    /** The row's id among its kind. */
    long id();

    /** A payment. */
    record OfPayment(long id) implements Source {}

    /** A credit note. */
    record OfCreditNote(long id) implements Source {}

    /** A write-off. */
    record OfWriteOff(long id) implements Source {}

    /** From a row that refers to exactly one of the three. */
    static Source of(@Nullable Long paymentId, @Nullable Long creditNoteId, @Nullable Long writeOffId) {
        if (paymentId != null) {
            return new OfPayment(paymentId);
        } else if (creditNoteId != null) {
            return new OfCreditNote(creditNoteId);
        } else if (writeOffId != null) {
            return new OfWriteOff(writeOffId);
        } else {
            throw new IllegalArgumentException("an allocation has a source");
        }
    }

    /** In words, as {@code payment}. */
    default String kind() {
        return switch (this) {
            case OfPayment _ -> "payment";
            case OfCreditNote _ -> "credit note";
            case OfWriteOff _ -> "write-off";
        };
    }
}
