package dev.dunwell.invoicing;

import dev.dunwell.agreements.Billable;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Span;
import dev.dunwell.agreements.Tax;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A sale of one kind that has to come out as a right document: to whom, in which words, form and currency, what is
 * billed, and whether it is taken back.
 */
public enum Sale {
    PLAIN_WITH_DISCOUNT_TERMS("de", "DE", Buyer.Form.FACTUR_X, "EUR", "2/10 net 30", "1250.00 S19", "33.33 S7"),
    FRENCH_REVERSE_CHARGE("fr", "FR", Buyer.Form.FACTUR_X, "EUR", "net 30", "1250.00 AE"),
    SPANISH_WITHIN_THE_UNION("es", "ES", Buyer.Form.FACTUR_X, "EUR", "net 60", "99.90 K", "0.10 K"),
    ENGLISH_EXPORT_IN_DOLLARS("en", "US", Buyer.Form.FACTUR_X, "USD", "net 30", "1250.00 G"),
    EXPORT_IN_YEN("en", "JP", Buyer.Form.FACTUR_X, "JPY", "net 30", "125000 G", "333 G"),
    EXPORT_IN_FRANCS("de", "CH", Buyer.Form.FACTUR_X, "CHF", "3/10, 2/20 net 30", "480.05 G"),
    EXEMPT("de", "DE", Buyer.Form.FACTUR_X, "EUR", "net 30", "800.00 E"),
    WITH_A_DISCOUNT_AS_LINE("de", "DE", Buyer.Form.FACTUR_X, "EUR", "net 30", "1000.00 S19", "-100.00 S19"),
    PREPAYMENT("de", "DE", Buyer.Form.FACTUR_X, "EUR", "net 14", "deposit 500.00 S19"),
    FINAL_AFTER_PREPAYMENT(
            "de", "DE", Buyer.Form.FACTUR_X, "EUR", "net 14", "1700.00 S19", "deposit -500.00 S19", "20.00 Z"),
    TO_AN_AUTHORITY_AS_CII(
            "de", "DE", Buyer.Form.XRECHNUNG_CII, "EUR", "3/10, 2.5/20 net 30", "1250.00 S19", "33.33 S7"),
    TO_AN_AUTHORITY_AS_UBL("de", "DE", Buyer.Form.XRECHNUNG_UBL, "EUR", "2/10 net 30", "1250.00 S19", "33.33 S7"),
    OVER_PEPPOL("fr", "FR", Buyer.Form.PEPPOL, "EUR", "net 30", "1250.00 AE");

    private final String language;
    private final String country;
    private final Buyer.Form form;
    private final String currency;
    private final Terms terms;
    private final List<String> lines;

    Sale(String language, String country, Buyer.Form form, String currency, String terms, String... lines) {
        this.language = language;
        this.country = country;
        this.form = form;
        this.currency = currency;
        this.terms = Terms.parse(terms);
        this.lines = List.of(lines);
    }

    Locale language() {
        return Locale.of(language);
    }

    String country() {
        return country;
    }

    Buyer.Form form() {
        return form;
    }

    Currency currency() {
        return Currency.getInstance(currency);
    }

    Terms terms() {
        return terms;
    }

    /** What is billed, as it stands on a list of work: {@code deposit 500.00 S19}. */
    List<Billable> work(long customerId, LocalDate on) {
        return lines.stream().map(line -> work(customerId, line, on)).toList();
    }

    private Billable work(long customerId, String line, LocalDate on) {
        boolean isDeposit = line.startsWith("deposit ");
        String[] words = line.replace("deposit ", "").split(" ", -1);
        Money amount = Money.of(words[0], currency);
        return new Billable(
                0,
                customerId,
                isDeposit ? Billable.Origin.DEPOSIT : Billable.Origin.OTHER,
                name() + ":" + line,
                "Lieferung & Montage, größe <L>",
                new Billable.Quantity(BigDecimal.ONE, isDeposit ? "unit" : "hour"),
                amount.amount(),
                amount,
                Tax.parse(words[1]),
                new Span(on, on.plusDays(1)),
                on,
                Contract.Issue.AUTOMATIC,
                "",
                "PO-4711",
                null);
    }
}
