package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was billed, and what of it is open.
 *
 * @param number what the customer knows it by, unique within the organisation
 * @param open what is not settled on the day it was asked for, between zero and the amount
 */
public record Invoice(
        long id, long customerId, String customerNumber, String number, Bill bill, Money open, Nature nature) {

    /**
     * What the bill says; an amendment may change all of it.
     *
     * @param dueOn the last day on which payment is in time; of the last instalment, where there are any
     * @param disputed what the accounting system says of it
     * @param reference what the customer asked to be quoted, such as an order number
     * @param instalments in the order of their days, summing to the amount; none when it is due as a whole
     */
    public record Bill(
            LocalDate issuedOn,
            LocalDate dueOn,
            Money amount,
            boolean disputed,
            @Nullable String reference,
            List<Instalment> instalments) {

        public Bill {
            instalments = List.copyOf(instalments);
        }

        /** Due as a whole. */
        public Bill(LocalDate issuedOn, LocalDate dueOn, Money amount, boolean disputed, @Nullable String reference) {
            this(issuedOn, dueOn, amount, disputed, reference, List.of());
        }

        public Bill with(List<Instalment> parts) {
            return new Bill(
                    issuedOn, parts.isEmpty() ? dueOn : parts.getLast().dueOn(), amount, disputed, reference, parts);
        }
    }

    /** What kind of receivable it is. */
    public enum Kind {
        /** A bill for goods or services. */
        INVOICE("Invoice"),
        /** What was owed when the book was opened. */
        OPENING_BALANCE("Opening balance"),
        /** For paying late. */
        INTEREST("Interest"),
        /** For reminding, or for the cost of it. */
        FEE("Fee"),
        /** A deduction that was not accepted. */
        CHARGEBACK("Chargeback");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /**
         * Whether the terms of sale hold for it: interest bears no interest, a fee costs no fee, neither has a
         * discount.
         */
        public boolean isUnderTerms() {
            return this != INTEREST && this != FEE;
        }

        /** The name in the database and in the API, {@code opening_balance}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What kind of receivable it is, and from which invoice it arose.
     *
     * @param origin that invoice's number; null when it stands for itself
     */
    public record Nature(Kind kind, @Nullable String origin) {

        public static final Nature PLAIN = new Nature(Kind.INVOICE, null);
    }

    /**
     * One line of the bill.
     *
     * @param unitPrice in major units, with as many decimals as were agreed
     * @param amount of the whole line; negative for a deduction
     */
    public record Line(String description, BigDecimal quantity, BigDecimal unitPrice, Money amount) {}

    /** What the bill said until it was amended. */
    public record Version(Bill bill, Instant knownUntil) {}

    /** Its instalments with what is paid of each on the day it was asked for; empty when it is due as a whole. */
    public List<Instalment.Part> parts() {
        return Instalment.filled(bill.instalments, bill.amount.minus(open));
    }
}
