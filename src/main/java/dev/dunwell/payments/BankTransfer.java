package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.payments.WayToPay.Row;
import dev.dunwell.payments.qr.EpcCode;
import dev.dunwell.payments.qr.PayCode;
import dev.dunwell.payments.qr.SwissCode;
import dev.dunwell.payments.qr.Transfer;
import dev.dunwell.payments.reference.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By bank transfer, to the account of the currency, with a reference that is recognised again. */
@Component
@Order(1)
class BankTransfer implements Offer {

    private final BankAccounts accounts;
    private final References references;

    BankTransfer(BankAccounts accounts, References references) {
        this.accounts = accounts;
        this.references = references;
    }

    @Override
    public Optional<WayToPay> of(WaysToPay.Chosen chosen) {
        return accounts.of(chosen.currency()).map(account -> to(account, chosen));
    }

    private WayToPay to(BankAccount account, WaysToPay.Chosen chosen) {
        Reference reference = references.of(account.scheme(), chosen.customerId(), chosen.invoiceIds());
        Money total = chosen.total();
        PayCode code = code(account, total, reference);
        return new WayToPay(
                PaymentMethod.BANK_TRANSFER,
                "way.bank_transfer",
                rows(account, total, reference),
                reference,
                code.isThere() ? new WayToPay.Qr("qr." + code.kind(), code.payload(), code.svg()) : null,
                code.isThere() ? null : code.refusal(),
                null,
                total,
                Money.zero(chosen.currency()),
                false);
    }

    /** A Swiss account has the Swiss code, every other one in euro that of SEPA. */
    static PayCode code(BankAccount account, @Nullable Money amount, Reference reference) {
        if (!account.hasIban()) {
            return PayCode.refused("qr.no_iban");
        }
        BankAccount.Address at = account.address();
        var transfer = new Transfer(
                account.holder(),
                at == null ? null : new Transfer.Place(at.street(), at.house(), at.postcode(), at.town(), at.country()),
                account.number(),
                account.bic(),
                account.currency(),
                amount,
                reference.text(),
                reference.scheme() == Scheme.RF);
        return account.isSwiss() ? SwissCode.of(transfer) : EpcCode.of(transfer);
    }

    static List<Row> rows(BankAccount account, @Nullable Money total, Reference reference) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of("row.holder", account.holder()));
        rows.add(new Row(
                account.hasIban() ? "row.iban" : "row.account", account.printedNumber(), Iban.bare(account.number())));
        if (account.bic() != null) {
            rows.add(Row.of("row.bic", account.bic()));
        }
        if (account.bank() != null) {
            rows.add(Row.of("row.bank", account.bank()));
        }
        if (total != null) {
            rows.add(Row.of("row.amount", total));
        }
        rows.add(new Row("row.reference", reference.printed(), reference.text()));
        return rows;
    }
}
