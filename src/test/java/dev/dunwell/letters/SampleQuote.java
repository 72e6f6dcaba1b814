package dev.dunwell.letters;

import dev.dunwell.agreements.Tax;
import dev.dunwell.deals.Item;
import dev.dunwell.deals.Part;
import dev.dunwell.deals.Quote;
import dev.dunwell.deals.QuoteSheet;
import dev.dunwell.invoicing.Correspondents;
import dev.dunwell.invoicing.InvoiceWords;
import dev.dunwell.invoicing.Party;
import dev.dunwell.invoicing.TermsOnPaper;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Conditions;
import dev.dunwell.ledger.DiscountStep;
import dev.dunwell.ledger.DueRule;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Penalties;
import dev.dunwell.ledger.Regime;
import dev.dunwell.statements.Letterhead;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** A quote with everything that can stand on it. */
final class SampleQuote {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Currency EUR = Currency.getInstance("EUR");

    private SampleQuote() {}

    static String html(Party seller, Party buyer, String language, Letterhead letterhead) {
        boolean isAbroad = !buyer.address().country().equals(seller.address().country());
        InvoiceWords words = InvoiceWords.of(language);
        var conditions = new Conditions(
                DueRule.parse("net 30"),
                DiscountStep.parse("2/10"),
                0,
                Set.of(PaymentMethod.BANK_TRANSFER, PaymentMethod.DIRECT_DEBIT, PaymentMethod.CARD),
                new Penalties(null, Regime.DE, null, List.of(), 0),
                false);
        return new QuoteSheet(
                        quote(isAbroad ? "AE" : "S19", isAbroad ? "AE" : "S7", DAY),
                        DAY,
                        new Correspondents(seller, buyer, words),
                        TermsOnPaper.offered(conditions, words),
                        "",
                        letterhead)
                .html();
    }

    private static Quote quote(String usual, String reduced, LocalDate day) {
        return new Quote(
                7,
                new Quote.Customer(10044, "10044", "Brauerei Gebrüder Hölzl & Söhne GmbH & Co. KG"),
                "Q-2026-0118",
                "Förderanlage Halle 3",
                EUR,
                new Quote.Agreed(1, "2/10 net 30, version 2"),
                day.plusDays(30),
                null,
                null,
                new Quote.Follow(null, null),
                List.of(
                        item("Förderanlage mit Steuerung, geliefert und aufgestellt", "1", "unit", "48500", usual),
                        item("Servicetechniker", "12.5", "hour", "96", usual),
                        item("Handbuch, gedruckt", "4", "unit", "33.125", reduced)),
                List.of(
                        part(Part.Kind.DEPOSIT, "Bestellung", "30", "14949.75", day.plusDays(7)),
                        part(Part.Kind.MILESTONE, "Aufstellung", "50", "24916.25", day.plusDays(60))));
    }

    private static Item item(String what, String quantity, String unit, String price, String tax) {
        return new Item(0, null, what, new BigDecimal(quantity), unit, new BigDecimal(price), Tax.parse(tax));
    }

    private static Part part(Part.Kind kind, String title, String percent, String amount, LocalDate on) {
        return new Part(0, kind, title, new BigDecimal(percent), Money.of(amount, "EUR"), on, null);
    }
}
