package dev.dunwell.invoicing;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.ledger.Share;
import dev.dunwell.payments.BankAccount;
import dev.dunwell.payments.BankAccounts;
import dev.dunwell.payments.PayWords;
import dev.dunwell.payments.WayToPay;
import dev.dunwell.payments.WaysToPay;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where and how to pay an invoice that stands in the ledger, for its document: the same that the payer's door offers.
 */
@Component
class PaymentPart {

    private final WaysToPay ways;
    private final BankAccounts accounts;
    private final String address;

    PaymentPart(WaysToPay ways, BankAccounts accounts, @Value("${dunwell.address:}") String address) {
        this.ways = ways;
        this.accounts = accounts;
        this.address = address.replaceFirst("/+$", "");
    }

    /** @param language of the labels */
    Content.Payment of(long customerId, long invoiceId, Money gross, String language, LocalDate today) {
        var chosen = new WaysToPay.Chosen(customerId, gross.currency(), List.of(new Share(invoiceId, gross)), today);
        WayToPay transfer = ways.of(chosen).stream()
                .filter(way -> way.method() == PaymentMethod.BANK_TRANSFER)
                .findFirst()
                .orElseThrow();
        BankAccount account = accounts.of(gross.currency()).orElseThrow();
        PayWords words = PayWords.of(language);
        return new Content.Payment(
                account.holder(),
                account.number().replace(" ", ""),
                Objects.requireNonNullElse(account.bic(), ""),
                Objects.requireNonNull(transfer.reference()).text(),
                transfer.rows().stream()
                        .map(row -> new Content.Payment.Row(words.word(row.labelKey()), row.shown(words)))
                        .toList(),
                transfer.qr() == null ? "" : transfer.qr().payload(),
                address.isEmpty() ? "" : address + "/door");
    }
}
