package dev.dunwell.invoicing;

import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import dev.dunwell.messaging.PaperWords;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/** The fixed words of invoices in one language, from {@code invoicing/<language>.properties}. */
public final class InvoiceWords extends PaperWords {

    private static final Map<String, InvoiceWords> ALL = each(InvoiceWords::new);

    private InvoiceWords(String language) {
        super("invoicing", language);
    }

    /** Of a language tag; English for languages we do not write. */
    public static InvoiceWords of(String language) {
        return of(ALL, language);
    }

    /** A number without zeros at its end, with the language's decimal sign. */
    public String number(BigDecimal number) {
        return number(number, 0);
    }

    /** The same with the currency's decimals at least. */
    public String price(BigDecimal price, Currency currency) {
        return number(price, Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** An amount in a column whose heading names the currency. */
    public String figure(Money amount) {
        return number(amount.amount(), Math.max(0, amount.currency().getDefaultFractionDigits()));
    }

    /** A unit of ours in the language; any other as it stands. */
    public String unit(String unit) {
        return has("unit." + unit) ? word("unit." + unit) : unit;
    }

    /** What the tax is called, with its rate. */
    public String tax(Tax tax) {
        return word("tax", tax.category() == Tax.Category.S ? number(tax.percent()) : "0");
    }

    /**
     * Why nothing is charged; empty where something is.
     *
     * @param own why the seller's sales are exempt
     */
    public String exemption(Tax tax, String own) {
        return switch (tax.category()) {
            case S, Z -> "";
            case E -> own;
            case AE, K, G, O -> word("exempt." + tax.category());
        };
    }
}
