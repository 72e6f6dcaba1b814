package dev.dunwell.payments;

import java.util.Optional;

/** One sort of way to pay; beans of it stand in {@link WaysToPay} in their {@code @Order}. */
interface Offer {

    /** Empty where it is not open: not set up, not in this currency, not for this customer. */
    Optional<WayToPay> of(WaysToPay.Chosen chosen);
}
