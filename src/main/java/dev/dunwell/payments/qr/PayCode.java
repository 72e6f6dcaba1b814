package dev.dunwell.payments.qr;

/**
 * A code that a banking app reads, or why there is none.
 *
 * @param kind {@code epc} or {@code swiss}; empty when there is none
 * @param refusal why there is none, a key of the words for payers; empty when there is one
 */
public record PayCode(String kind, String payload, String svg, String refusal) {

    public static PayCode refused(String key) {
        return new PayCode("", "", "", key);
    }

    public boolean isThere() {
        return refusal.isEmpty();
    }
}
