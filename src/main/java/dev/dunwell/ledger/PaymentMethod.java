package dev.dunwell.ledger;

import java.util.Locale;

/** A way in which a customer may pay. */
public enum PaymentMethod {
    BANK_TRANSFER("Bank transfer"),
    DIRECT_DEBIT("Direct debit"),
    CARD("Card"),
    CHEQUE("Cheque"),
    PAYPAL("PayPal"),
    STRIPE("Stripe"),
    CASH("Cash");

    private final String title;

    PaymentMethod(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** In the database and in forms, {@code bank_transfer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PaymentMethod ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
