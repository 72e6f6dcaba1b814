package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.*;

import org.jspecify.annotations.Nullable;

/**
 * An electronic invoice or credit note that keeps the rules.
 *
 * @param invoice what of it comes into the book; of a credit note the due date is that of its issue
 * @param isCredit whether it takes back what an invoice asked for
 * @param reference what the payer is asked to write on the payment
 * @param document all that is kept of it beside the book, as JSON
 */
public record EInvoiceRow(
        InvoiceRow invoice,
        boolean isCredit,
        @Nullable String reference,
        @Nullable String document) implements TypedRow {

    static @Nullable EInvoiceRow of(Cells cells) {
        boolean isCredit = Boolean.TRUE.equals(cells.flag(CREDIT));
        InvoiceRow invoice = InvoiceRow.of(cells, isCredit);
        String reference = cells.text(REFERENCE, Cells.NAME);
        String document = cells.text(DOCUMENT, Integer.MAX_VALUE);
        return invoice == null ? null : new EInvoiceRow(invoice, isCredit, reference, document);
    }
}
