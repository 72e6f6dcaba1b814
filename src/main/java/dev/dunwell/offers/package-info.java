/**
 * What to offer a customer, from how it pays: another due day, smaller parts, a reason to pay early; who offered it,
 * what the customer said, what that opened, and whether it worked.
 *
 * <p>Start with {@link dev.dunwell.offers.OfferIdeas#of}, then {@link dev.dunwell.offers.AcceptOffer}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "ledger",
            "foresight",
            "foresight::learning",
            "payments",
            "cases"
        })
@NullMarked
package dev.dunwell.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
