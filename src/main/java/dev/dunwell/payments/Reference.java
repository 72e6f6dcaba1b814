package dev.dunwell.payments;

import dev.dunwell.payments.reference.Scheme;

/**
 * What a payer writes, so that the money is recognised.
 *
 * @param text as it travels electronically
 */
public record Reference(Scheme scheme, String text) {

    /** As it is printed for people to type. */
    public String printed() {
        return scheme.printed(text);
    }
}
