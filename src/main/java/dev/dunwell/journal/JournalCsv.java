package dev.dunwell.journal;

import dev.dunwell.kernel.Money;
import dev.dunwell.web.Csv;

/** How a posting is written in a CSV file, for people and for general ledgers. */
public final class JournalCsv {

    private static final String[] HEADINGS = {
        "date",
        "transaction",
        "kind",
        "document",
        "customer",
        "name",
        "account",
        "number",
        "debit",
        "credit",
        "currency"
    };

    private JournalCsv() {}

    public static String[] headings() {
        return HEADINGS.clone();
    }

    /** One line; the postings of a transaction have its name in common, {@code payment 17}. */
    public static void write(Csv csv, Posting posting, AccountingSettings settings) {
        Posting.Of customer = posting.customer();
        Money amount = posting.amount();
        csv.row(
                posting.effectiveOn(),
                posting.kind() + " " + posting.factId(),
                posting.words(),
                posting.document(),
                customer == null ? "" : customer.number(),
                customer == null ? "" : customer.name(),
                posting.account().code(),
                settings.numbers().getOrDefault(posting.account(), ""),
                amount.isPositive() ? amount : null,
                amount.isPositive() ? null : amount.negated(),
                amount.currency());
    }
}
