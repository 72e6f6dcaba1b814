package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.*;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as a file tells it.
 *
 * @param customerNumber the customer's number, or the name where the file has no numbers
 * @param customerName null where the file has none
 * @param dueOn not before issuedOn
 * @param amount more than zero
 * @param settledOn the day it was paid in full; null when it was not, or the file does not say
 * @param disputed null when the file does not say
 * @param open what is open of it on the day of the file, from 0 to the amount; null when the file does not say
 */
public record InvoiceRow(
        String customerNumber,
        @Nullable String customerName,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        @Nullable LocalDate settledOn,
        @Nullable Boolean disputed,
        @Nullable Money open)
        implements TypedRow {

    static @Nullable InvoiceRow of(Cells cells) {
        return of(cells, false);
    }

    /** @param isDueAtOnce whether it has no due date of its own */
    static @Nullable InvoiceRow of(Cells cells, boolean isDueAtOnce) {
        boolean numbered = cells.has(CUSTOMER_NUMBER);
        String name = cells.text(CUSTOMER_NAME, numbered ? Cells.NAME : Cells.NUMBER);
        String customer = numbered
                ? cells.needed(CUSTOMER_NUMBER, cells.number(CUSTOMER_NUMBER))
                : cells.needed(CUSTOMER_NAME, name);
        String number = cells.needed(NUMBER, cells.number(NUMBER));
        LocalDate issuedOn = cells.needed(ISSUED_ON, cells.date(ISSUED_ON));
        LocalDate dueOn = isDueAtOnce ? issuedOn : cells.needed(DUE_ON, cells.date(DUE_ON));
        Currency currency = cells.needed(CURRENCY, cells.currency(CURRENCY));
        Money amount = cells.needed(AMOUNT, cells.amount(AMOUNT, currency));
        Money open = cells.amount(OPEN_AMOUNT, currency);
        LocalDate settledOn = cells.date(SETTLED_ON);
        Boolean disputed = cells.flag(DISPUTED);
        if (issuedOn != null && dueOn != null && dueOn.isBefore(issuedOn)) {
            cells.wrong(DUE_ON, "Due on " + dueOn + ", before it was issued on " + issuedOn, "correct one of the two");
        }
        if (amount != null && amount.isZero()) {
            cells.wrong(AMOUNT, "The amount is 0", "leave the row out");
        } else if (amount != null && amount.isNegative()) {
            cells.wrong(AMOUNT, amount + " is below 0", "take the row out and enter it as a credit note");
        }
        if (amount != null && open != null && (open.isNegative() || open.minor() > amount.minor())) {
            cells.wrong(OPEN_AMOUNT, open + " cannot be open of " + amount, "correct one of the two");
        }
        return customer == null || number == null || issuedOn == null || dueOn == null || amount == null
                ? null
                : new InvoiceRow(customer, name, number, issuedOn, dueOn, amount, settledOn, disputed, open);
    }
}
