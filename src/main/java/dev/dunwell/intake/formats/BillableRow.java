package dev.dunwell.intake.formats;

import static dev.dunwell.intake.formats.Target.*;

import dev.dunwell.agreements.Tax;
import dev.dunwell.intake.formats.table.Text;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Work to be billed as a file tells it: hours, an expense.
 *
 * @param number names it in the other system; null where the file has none
 * @param origin hours, expense, milestone, deposit or other
 * @param quantity of the unit, not zero
 * @param unitPrice net, of one unit, in major units of the currency of the amount
 * @param amount net, quantity times price, rounded half-up to the currency's minor unit
 * @param tax as EN 16931 has it, {@code S19}
 * @param reference the buyer's order; null where there is none
 * @param occurrence 1 for the first row with these values in the file, 2 for the next; two equal rows are two pieces of
 *     work
 */
public record BillableRow(
        String customerNumber,
        @Nullable String number,
        String origin,
        LocalDate deliveredOn,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        Money amount,
        Tax tax,
        @Nullable String reference,
        int occurrence)
        implements TypedRow {

    private static final int LONGEST_UNIT = 30;
    private static final String CONTRACT = "contract:";

    static @Nullable BillableRow of(Cells cells) {
        String customer = cells.needed(CUSTOMER_NUMBER, cells.number(CUSTOMER_NUMBER));
        String number = number(cells);
        String origin = cells.word(ORIGIN, Words::origin, "a kind of work", "hours, expense, milestone or other");
        LocalDate on = cells.needed(DELIVERED_ON, cells.date(DELIVERED_ON));
        String description = cells.needed(DESCRIPTION, cells.text(DESCRIPTION, Cells.NAME));
        String unit = cells.text(UNIT, LONGEST_UNIT);
        BigDecimal quantity = quantity(cells, origin);
        Currency currency = cells.needed(CURRENCY, cells.currency(CURRENCY));
        BigDecimal price = cells.needed(PRICE, cells.decimal(PRICE, currency));
        Tax tax = tax(cells);
        String reference = cells.text(REFERENCE, Cells.NUMBER);
        Money amount =
                quantity == null || price == null || currency == null ? null : amount(cells, quantity, price, currency);
        return customer == null
                        || on == null
                        || description == null
                        || quantity == null
                        || price == null
                        || amount == null
                        || tax == null
                ? null
                : new BillableRow(
                        customer,
                        number,
                        origin == null ? "other" : origin,
                        on,
                        description,
                        quantity,
                        unit == null ? "hours".equals(origin) ? "hour" : "unit" : unit,
                        price,
                        amount,
                        tax,
                        reference,
                        1);
    }

    private static @Nullable String number(Cells cells) {
        String number = cells.number(NUMBER);
        return number != null && number.startsWith(CONTRACT)
                ? cells.wrong(NUMBER, "Numbers that begin with " + CONTRACT + " are those of contracts", "give another")
                : number;
    }

    /** One where nothing is said; of hours it has to be said how many. */
    private static @Nullable BigDecimal quantity(Cells cells, @Nullable String origin) {
        BigDecimal quantity = cells.decimal(QUANTITY, null);
        if (quantity != null && quantity.signum() == 0) {
            return cells.wrong(QUANTITY, "The quantity is 0", "leave the row out");
        } else if ("hours".equals(origin)) {
            return cells.needed(QUANTITY, quantity);
        } else {
            return quantity == null && cells.areEmpty(QUANTITY) ? BigDecimal.ONE : quantity;
        }
    }

    /** A total that the file has is only held against quantity times price. */
    private static @Nullable Money amount(Cells cells, BigDecimal quantity, BigDecimal price, Currency currency) {
        Money told = cells.amount(AMOUNT, currency);
        BigDecimal exact = quantity.multiply(price);
        if (exact.precision() - exact.scale() > Cells.MOST_WHOLE_DIGITS) {
            return cells.wrong(PRICE, "This comes to too large an amount", "correct it");
        }
        Money amount = Money.halfUp(exact, currency);
        return told == null || told.equals(amount)
                ? amount
                : cells.wrong(
                        AMOUNT,
                        "%s times %s is %s, and not %s"
                                .formatted(
                                        quantity.toPlainString(),
                                        price.toPlainString(),
                                        amount.inWords(),
                                        told.inWords()),
                        "correct one of the three");
    }

    /** {@code S19}, {@code AE}, or no more than the rate: {@code 19}, {@code 5,5 %}. */
    private static @Nullable Tax tax(Cells cells) {
        String text = cells.needed(TAX, cells.text(TAX, Cells.NUMBER));
        if (text == null) {
            return null;
        }
        String plain = text.replace("%", "").replace(',', '.').strip();
        boolean isRate = !plain.isEmpty() && Character.isDigit(plain.charAt(0));
        try {
            return Tax.parse(isRate ? "S" + plain(plain) : plain);
        } catch (BadInput | IllegalArgumentException _) {
            return cells.wrong(
                    TAX,
                    Text.quoted(text) + " is no tax",
                    "write S and the rate, such as S19, or why nothing is charged: Z, E, AE, K, G or O");
        }
    }

    /**
     * The rate without zeros at its end, {@code 19.00} as {@code 19}; a rate below one percent is a fraction, and none.
     */
    private static String plain(String rate) {
        BigDecimal percent = new BigDecimal(rate).stripTrailingZeros();
        return percent.compareTo(BigDecimal.ONE) < 0 ? "" : percent.toPlainString();
    }

    BillableRow occurring(int occurrence) {
        return new BillableRow(
                customerNumber,
                number,
                origin,
                deliveredOn,
                description,
                quantity,
                unit,
                unitPrice,
                amount,
                tax,
                reference,
                occurrence);
    }
}
