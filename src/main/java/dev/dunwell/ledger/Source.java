package dev.dunwell.ledger;

import org.jspecify.annotations.Nullable;

/** What settles invoices: money, a credit note, an amount given up, a discount, or a deduction that is charged back. */
public sealed interface Source {

    /** The row's id among its kind. */
    long id();

    /** A payment or a credit note: what can be shared out over many invoices, paid back, and reversed as a whole. */
    sealed interface Credit extends Source {

        /** Its table. */
        default String table() {
            return switch (this) {
                case OfPayment _ -> "payment";
                case OfCreditNote _ -> "credit_note";
            };
        }
    }

    /** A payment. */
    record OfPayment(long id) implements Credit {}

    /** A credit note. */
    record OfCreditNote(long id) implements Credit {}

    /** A write-off. */
    record OfWriteOff(long id) implements Source {}

    /** A discount that was taken. */
    record OfDiscount(long id) implements Source {}

    /** A deduction that became a receivable of its own. */
    record OfDeduction(long id) implements Source {}

    /** The credit that a row refers to, which refers to exactly one of the two. */
    static Credit credit(@Nullable Long paymentId, @Nullable Long creditNoteId) {
        if (paymentId != null) {
            return new OfPayment(paymentId);
        } else if (creditNoteId != null) {
            return new OfCreditNote(creditNoteId);
        } else {
            throw new IllegalArgumentException("neither a payment nor a credit note");
        }
    }

    /** In words, as {@code payment}. */
    default String kind() {
        return switch (this) {
            case OfPayment _ -> "payment";
            case OfCreditNote _ -> "credit note";
            case OfWriteOff _ -> "write-off";
            case OfDiscount _ -> "discount";
            case OfDeduction _ -> "chargeback";
        };
    }
}
