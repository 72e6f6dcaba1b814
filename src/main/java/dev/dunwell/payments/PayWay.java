package dev.dunwell.payments;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.PaymentMethod;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A way to pay that an organisation offers in a currency, and what it costs the payer.
 *
 * @param basisPoints of the amount, hundredths of a percent
 * @param fixed on top of that
 */
public record PayWay(Currency currency, PaymentMethod method, int basisPoints, Money fixed) {

    private static final int PERCENT_IS = 4;

    /**
     * What a payer pays on top of an amount, rounded half-up to the smallest unit. Consumers pay nothing: the law of
     * the European Union forbids it for most cards and for transfers (Directive (EU) 2015/2366, article 62).
     */
    public Money surcharge(Money amount, boolean isConsumer) {
        return isConsumer
                ? Money.zero(currency)
                : Money.halfUp(
                                amount.amount()
                                        .multiply(BigDecimal.valueOf(basisPoints))
                                        .movePointLeft(PERCENT_IS),
                                currency)
                        .plus(fixed);
    }

    /** {@code 1.75}, in percent. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
    }
}
