package dev.dunwell.payments;

import dev.dunwell.ledger.PaymentMethod;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who takes a card or a wallet for us. */
public enum Provider {
    STRIPE("Stripe", PaymentMethod.CARD),
    PAYPAL("PayPal", PaymentMethod.PAYPAL);

    private final String title;
    private final PaymentMethod method;

    Provider(String title, PaymentMethod method) {
        this.title = title;
        this.method = method;
    }

    public String title() {
        return title;
    }

    /** What a payer sees it as. */
    public PaymentMethod method() {
        return method;
    }

    /** The name in the database and in addresses, {@code stripe}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Provider> read(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
