package dev.dunwell.invoicing;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says how invoices name a customer, what it demands of them, in which form it wants them and by which way. */
@Component
public class ChangeBuyer {

    private final Customers customers;
    private final Buyers buyers;
    private final Audit audit;

    ChangeBuyer(Customers customers, Buyers buyers, Audit audit) {
        this.customers = customers;
        this.buyers = buyers;
        this.audit = audit;
    }

    @Transactional
    public void change(Actor actor, Buyer buyer) {
        customers.require(buyer.customerId());
        if (!buyer.party().address().country().matches("[A-Z]{2}")) {
            throw BadInput.in("country", "Give the country by its two letters, as DE.");
        }
        buyers.replace(buyer);
        audit.write(actor, "buyer.changed", "customer", buyer.customerId(), Map.of("buyer", buyer.toString()));
    }
}
