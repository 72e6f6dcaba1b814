package dev.dunwell.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the terms that an invoice was issued under allow for paying early. */
@Component
class DiscountOffers {

    Discount.Outcome on(Invoice invoice, LocalDate paidOn) {
        return Discount.due(List.of(), 0, invoice.bill(), paidOn);
    }
}
