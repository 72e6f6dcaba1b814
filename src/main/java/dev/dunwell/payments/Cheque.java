package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.payments.WayToPay.Row;
import dev.dunwell.payments.reference.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By cheque, with a slip to print that tells what it is for. */
@Component
@Order(5)
class Cheque implements Offer {

    private final PayWays ways;
    private final BankAccounts accounts;
    private final References references;

    Cheque(PayWays ways, BankAccounts accounts, References references) {
        this.ways = ways;
        this.accounts = accounts;
        this.references = references;
    }

    @Override
    public Optional<WayToPay> of(WaysToPay.Chosen chosen) {
        Money total = chosen.total();
        return total == null
                ? Optional.empty()
                : ways.of(chosen.currency(), PaymentMethod.CHEQUE).map(_ -> offer(chosen, total));
    }

    private WayToPay offer(WaysToPay.Chosen chosen, Money total) {
        Optional<BankAccount> account = accounts.of(chosen.currency());
        Reference reference = references.of(
                account.map(BankAccount::scheme).orElse(Scheme.RF), chosen.customerId(), chosen.invoiceIds());
        List<Row> rows = new ArrayList<>();
        account.ifPresent(each -> rows.add(Row.of("row.payee", each.holder())));
        rows.add(new Row("row.reference", reference.printed(), reference.text()));
        return new WayToPay(
                PaymentMethod.CHEQUE,
                "way.cheque",
                rows,
                reference,
                null,
                null,
                WayToPay.Act.PRINT,
                total,
                Money.zero(chosen.currency()),
                false);
    }
}
