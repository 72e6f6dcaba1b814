package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.*;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a file tells it; it names its customer, the invoice it pays, or both.
 *
 * @param amount more than zero
 * @param occurrence 1 for the first row with these values in the file, 2 for the next: two equal payments are two
 *     payments
 */
public record PaymentRow(
        @Nullable String customerNumber,
        @Nullable String invoiceNumber,
        Money amount,
        LocalDate receivedOn,
        @Nullable String reference,
        int occurrence)
        implements TypedRow {

    static @Nullable PaymentRow of(Cells cells) {
        String customer = cells.number(CUSTOMER_NUMBER);
        String invoice = cells.number(INVOICE_NUMBER);
        Money amount = cells.needed(AMOUNT, cells.amount(AMOUNT, cells.needed(CURRENCY, cells.currency(CURRENCY))));
        LocalDate receivedOn = cells.needed(RECEIVED_ON, cells.date(RECEIVED_ON));
        String reference = cells.text(REFERENCE, Cells.NAME);
        if (customer == null && invoice == null && cells.areEmpty(CUSTOMER_NUMBER, INVOICE_NUMBER)) {
            cells.wrong(
                    cells.has(CUSTOMER_NUMBER) ? CUSTOMER_NUMBER : INVOICE_NUMBER,
                    "The row names neither a customer nor an invoice",
                    "fill in one of them");
        }
        if (amount != null && !amount.isPositive()) {
            cells.wrong(AMOUNT, amount + " is no payment, as only amounts above 0 are", "leave the row out");
        }
        return amount == null || receivedOn == null
                ? null
                : new PaymentRow(customer, invoice, amount, receivedOn, reference, 1);
    }

    PaymentRow occurring(int occurrence) {
        return new PaymentRow(customerNumber, invoiceNumber, amount, receivedOn, reference, occurrence);
    }
}
