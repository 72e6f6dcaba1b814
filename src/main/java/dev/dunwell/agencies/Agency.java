package dev.dunwell.agencies;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who collects for us.
 *
 * @param contact whom we speak to there
 * @param leastDays takes only what is overdue for so many days
 * @param terms one for each currency it works in
 */
public record Agency(
        long id, String name, String contact, String email, String phone, int leastDays, List<FeeTerms> terms) {

    public Agency {
        terms = List.copyOf(terms);
    }

    /** Its terms in a currency; empty when it does not work in it. */
    Optional<FeeTerms> termsIn(String currency) {
        return terms.stream()
                .filter(each -> each.least().currency().getCurrencyCode().equals(currency))
                .findFirst();
    }
}
