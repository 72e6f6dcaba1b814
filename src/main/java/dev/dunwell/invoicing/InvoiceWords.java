package dev.dunwell.invoicing;

import dev.dunwell.messaging.PaperWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        return written(number, 0);
    }

    /** The same with two decimals at least. */
    public String price(BigDecimal price) {
        return written(price, 2);
    }

    private String written(BigDecimal number, int leastDecimals) {
        BigDecimal plain = number.stripTrailingZeros();
        String text = plain.setScale(Math.max(plain.scale(), leastDecimals), RoundingMode.UNNECESSARY)
                .toPlainString();
        return language().equals("en") ? text : text.replace('.', ',');
    }

    /** A unit of ours in the language; any other as it stands. */
    public String unit(String unit) {
        return has("unit." + unit) ? word("unit." + unit) : unit;
    }
}
