package dev.dunwell.invoicing;

import dev.dunwell.agreements.Span;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DiscountStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a document says, fixed when it is issued; its files are made from it and from nothing else.
 *
 * @param language of its words
 * @param dueOn null on a credit note
 * @param terms sentences about when to pay, what paying early saves and what paying late costs
 * @param payment where and how to pay; on a credit note that of its invoice, which German rules want to see
 * @param discounts for paying early, for machines; documents of before have them in their terms only
 */
public record Content(
        Draft.Kind kind,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        String language,
        Party seller,
        Party buyer,
        List<Draft.Line> lines,
        List<Draft.TaxSum> taxes,
        Sums sums,
        References references,
        List<String> terms,
        @Nullable Payment payment,
        List<DiscountStep> discounts) {

    public Content {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        terms = List.copyOf(terms);
        discounts = List.copyOf(Objects.requireNonNullElse(discounts, List.of()));
    }

    /** What it comes to. */
    public record Sums(Money net, Money tax, Money gross) {}

    /**
     * What it refers to; what is not there is empty.
     *
     * @param customer the customer's number
     * @param buyer leads it on its way inside the buyer
     * @param preceding the number of the invoice that a credit note takes back
     * @param exemption why sales are exempt, where they are
     */
    public record References(
            String customer, String order, String buyer, String preceding, String exemption, Span delivered) {}

    /**
     * Where and how to pay.
     *
     * @param rows what a bank's form asks for, each label and text
     * @param reference as it travels electronically
     * @param qr what stands in the code; empty when there is none
     * @param link where the payer sees and pays what is open; empty when nobody said where
     */
    public record Payment(
            String holder, String iban, String bic, String reference, List<Row> rows, String qr, String link) {

        public Payment {
            rows = List.copyOf(rows);
        }

        /** One line of the form. */
        public record Row(String label, String text) {}
    }

    public boolean isCredit() {
        return kind == Draft.Kind.CREDIT_NOTE;
    }
}
