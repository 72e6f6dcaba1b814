package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.AMOUNT;
import static dev.dunwell.intake.formats.Target.CURRENCY;
import static dev.dunwell.intake.formats.Target.CUSTOMER_NAME;
import static dev.dunwell.intake.formats.Target.CUSTOMER_NUMBER;
import static dev.dunwell.intake.formats.Target.ISSUED_ON;
import static dev.dunwell.intake.formats.Target.NUMBER;
import static dev.dunwell.intake.formats.Target.OPEN_AMOUNT;
import static dev.dunwell.intake.formats.Target.REFERENCE;

import dev.dunwell.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A credit note as a file tells it.
 *
 * @param customerNumber the customer's number, or the name where the file has no numbers
 * @param customerName null where the file has none
 * @param amount more than zero; files write it with or without a minus
 * @param left what of it can still be used on the day of the file, from 0 to the amount; null when the file does not
 *     say
 * @param reason null when the file gives none
 */
public record CreditNoteRow(
        String customerNumber,
        @Nullable String customerName,
        String number,
        LocalDate issuedOn,
        Money amount,
        @Nullable Money left,
        @Nullable String reason)
        implements TypedRow {

    static @Nullable CreditNoteRow of(Cells cells) {
        boolean numbered = cells.has(CUSTOMER_NUMBER);
        String name = cells.text(CUSTOMER_NAME, numbered ? Cells.NAME : Cells.NUMBER);
        String customer = numbered
                ? cells.needed(CUSTOMER_NUMBER, cells.number(CUSTOMER_NUMBER))
                : cells.needed(CUSTOMER_NAME, name);
        String number = cells.needed(NUMBER, cells.number(NUMBER));
        LocalDate issuedOn = cells.needed(ISSUED_ON, cells.date(ISSUED_ON));
        Currency currency = cells.needed(CURRENCY, cells.currency(CURRENCY));
        Money amount = unsigned(cells.needed(AMOUNT, cells.amount(AMOUNT, currency)));
        Money left = unsigned(cells.amount(OPEN_AMOUNT, currency));
        String reason = cells.text(REFERENCE, Cells.NAME);
        if (amount != null && amount.isZero()) {
            cells.wrong(AMOUNT, "The amount is 0", "leave the row out");
        }
        if (amount != null && left != null && left.minor() > amount.minor()) {
            cells.wrong(OPEN_AMOUNT, left + " cannot be left of " + amount, "correct one of the two");
        }
        return customer == null || number == null || issuedOn == null || amount == null
                ? null
                : new CreditNoteRow(customer, name, number, issuedOn, amount, left, reason);
    }

    private static @Nullable Money unsigned(@Nullable Money amount) {
        return amount != null && amount.isNegative() ? amount.negated() : amount;
    }
}
