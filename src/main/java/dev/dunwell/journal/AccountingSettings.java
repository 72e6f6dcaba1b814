package dev.dunwell.journal;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the journal goes into the general ledger.
 *
 * @param numbers the numbers of the accounts there, as far as they are known
 * @param consultant the tax consultant's number at DATEV (Beraternummer)
 * @param client the organisation's number there (Mandantennummer)
 * @param accountDigits how long account numbers are there (Sachkontenlänge), 4 to 8
 * @param yearBegins the month in which the fiscal year begins, 1 to 12
 * @param withDocuments whether invoices and credit notes go along; they mostly came from there
 */
public record AccountingSettings(
        Map<Account, String> numbers,
        @Nullable Integer consultant,
        @Nullable Integer client,
        int accountDigits,
        int yearBegins,
        boolean withDocuments) {

    public static final AccountingSettings NONE = new AccountingSettings(Map.of(), null, null, 4, 1, false);

    public AccountingSettings {
        numbers = numbers.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(numbers));
    }

    /** The number of an account; its role in words while it has none. */
    public String number(Account account) {
        return numbers.getOrDefault(account, account.code());
    }
}
