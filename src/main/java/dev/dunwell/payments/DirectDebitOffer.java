package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import dev.dunwell.payments.WayToPay.Row;
import dev.dunwell.payments.debit.Mandate;
import dev.dunwell.payments.debit.Mandates;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By direct debit: where there is a mandate it says so, else the payer can give one. Euro only. */
@Component
@Order(4)
class DirectDebitOffer implements Offer {

    private final PayWays ways;
    private final Mandates mandates;

    DirectDebitOffer(PayWays ways, Mandates mandates) {
        this.ways = ways;
        this.mandates = mandates;
    }

    @Override
    public Optional<WayToPay> of(WaysToPay.Chosen chosen) {
        boolean isOffered = chosen.currency().getCurrencyCode().equals("EUR")
                && ways.of(chosen.currency(), PaymentMethod.DIRECT_DEBIT).isPresent()
                && mandates.creditor().isPresent();
        return isOffered ? Optional.of(offer(chosen)) : Optional.empty();
    }

    private WayToPay offer(WaysToPay.Chosen chosen) {
        Optional<Mandate> mandate = mandates.of(chosen.customerId()).stream()
                .filter(each -> each.isUsable(chosen.today()))
                .findFirst();
        List<Row> rows = mandate.map(each -> List.of(
                        new Row("row.mandate", each.reference(), null), new Row("row.iban", each.shortIban(), null)))
                .orElse(List.of());
        return new WayToPay(
                PaymentMethod.DIRECT_DEBIT,
                "way.direct_debit",
                rows,
                null,
                null,
                null,
                mandate.isPresent() ? null : WayToPay.Act.ALLOW,
                chosen.total(),
                Money.zero(chosen.currency()),
                false);
    }
}
