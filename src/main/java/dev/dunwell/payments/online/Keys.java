package dev.dunwell.payments.online;

/**
 * What an organisation has from its gateway.
 *
 * @param client PayPal's client id; empty with Stripe
 * @param secret Stripe's secret key, PayPal's client secret
 * @param events what proves an event: Stripe's signing secret, PayPal's webhook id
 * @param isTest whether no money moves
 */
public record Keys(String client, String secret, String events, boolean isTest) {

    /** Never the keys: they stay out of logs. */
    @Override
    public String toString() {
        return "Keys";
    }
}
