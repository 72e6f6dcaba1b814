package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.payments.qr.PayCode;
import dev.dunwell.payments.qr.Squares;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How to pay by transfer, for letters and statements: account, a reference with check digits that leads to the
 * customer, and a code for banking apps where account and currency have one.
 */
@Component
public class PaperTransfers {

    private final BankAccounts accounts;

    PaperTransfers(BankAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What stands on a paper for one currency.
     *
     * @param squares of the code, as the printer draws them; empty where there is none
     * @param mark {@code cross} for the Swiss one, else empty
     * @param alt what the code is, in words
     */
    public record Slip(String title, List<Line> lines, String squares, String mark, String alt) {

        public Slip {
            lines = List.copyOf(lines);
        }
    }

    /** A line of a bank's form. */
    public record Line(String label, String text) {}

    /** The code of a payment as the printer draws it. */
    public static String squares(String payload) {
        return Squares.of(payload);
    }

    /** The accounts as they are now, read once for any number of papers. */
    @Transactional(readOnly = true)
    public Accounts now() {
        return new Accounts(
                accounts.all().stream().collect(Collectors.toMap(BankAccount::currency, Function.identity())));
    }

    /** Where money of each currency goes. */
    public record Accounts(Map<Currency, BankAccount> byCurrency) {

        public Accounts {
            byCurrency = Map.copyOf(byCurrency);
        }

        /**
         * None for a currency without an account.
         *
         * @param amount to be paid; null to leave it to the payer
         * @param language of the paper
         */
        public Stream<Slip> slips(long customerId, Currency currency, @Nullable Money amount, String language) {
            BankAccount account = byCurrency.get(currency);
            return account == null
                    ? Stream.empty()
                    : Stream.of(slip(account, customerId, amount, PayWords.of(language)));
        }

        private static Slip slip(BankAccount account, long customerId, @Nullable Money amount, PayWords words) {
            Reference reference = References.ofCustomer(account.scheme(), customerId);
            List<Line> lines = BankTransfer.rows(account, amount, reference).stream()
                    .map(row -> new Line(words.word(row.labelKey()), row.shown(words)))
                    .toList();
            PayCode code = BankTransfer.code(account, amount, reference);
            return new Slip(
                    words.word("way.bank_transfer"),
                    lines,
                    code.isThere() ? Squares.of(code.payload()) : "",
                    code.kind().equals("swiss") ? "cross" : "",
                    code.isThere() ? words.word("qr." + code.kind()) : "");
        }
    }
}
