package dev.dunwell.payments.qr;

import dev.dunwell.kernel.Money;
import java.nio.charset.StandardCharsets;

/**
 * The QR code for a SEPA credit transfer (EPC069-12, version 3.0): service tag BCD, version 002, UTF-8, SCT. A
 * reference of ISO 11649 stands in its own field, any other is text. Euro only, from 0.01 to 999,999,999.99, at most
 * 331 bytes.
 */
public final class EpcCode {

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_PAYLOAD = 331;
    private static final long LARGEST_CENTS = 99_999_999_999L;

    private EpcCode() {}

    public static PayCode of(Transfer transfer) {
        if (!transfer.currency().getCurrencyCode().equals("EUR")) {
            return PayCode.refused("qr.only_euro");
        }
        Money amount = transfer.amount();
        if (amount != null && (!amount.isPositive() || amount.minor() > LARGEST_CENTS)) {
            return PayCode.refused("qr.amount");
        }
        String payload = payload(transfer);
        return payload.getBytes(StandardCharsets.UTF_8).length > LONGEST_PAYLOAD
                ? PayCode.refused("qr.too_long")
                : new PayCode("epc", payload, Drawing.of(payload), "");
    }

    /** Trailing fields that are empty are left out, as the guidelines have it. */
    static String payload(Transfer transfer) {
        Money amount = transfer.amount();
        String name = transfer.name().strip();
        return String.join(
                        "\n",
                        "BCD",
                        "002",
                        "1",
                        "SCT",
                        transfer.bic() == null ? "" : transfer.bic(),
                        name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                        transfer.iban(),
                        amount == null ? "" : "EUR" + amount.amount().toPlainString(),
                        "",
                        transfer.isCreditorReference() ? transfer.reference() : "",
                        transfer.isCreditorReference() ? "" : transfer.reference())
                .stripTrailing();
    }
}
