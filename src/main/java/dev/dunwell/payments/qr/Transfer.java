package dev.dunwell.payments.qr;

import dev.dunwell.kernel.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that a payer is asked for.
 *
 * @param address null when the receiver's address is not known
 * @param amount null to leave it to the payer
 * @param reference as it travels electronically
 * @param isCreditorReference whether the reference is one of ISO 11649
 */
public record Transfer(
        String name,
        @Nullable Place address,
        String iban,
        @Nullable String bic,
        Currency currency,
        @Nullable Money amount,
        String reference,
        boolean isCreditorReference) {

    /** A structured address. */
    public record Place(String street, String house, String postcode, String town, String country) {}
}
