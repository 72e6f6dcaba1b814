package dev.dunwell.family;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Changes;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the tax number and the bank account of a customer. Refuses an IBAN whose check digits do not fit. */
@Component
public class IdentifyCustomer {

    private static final int LONGEST = 50;

    private final JdbcClient db;
    private final Audit audit;

    IdentifyCustomer(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** What is known of a customer; empty when there is no such customer. */
    @Transactional(readOnly = true)
    public Optional<Identity> of(long customerId) {
        return db.sql("select tax_number, iban from customer where id = :id and voided_at is null")
                .param("id", customerId)
                .query((row, _) -> new Identity(row.getString("tax_number"), row.getString("iban")))
                .optional();
    }

    @Transactional
    public void identify(Actor actor, long customerId, Identity identity) {
        Identity before = of(customerId).orElseThrow(() -> new NotFound("customer"));
        if (!identity.hasRightIban()) {
            throw BadInput.in("iban", "This is no IBAN: its check digits do not fit. Compare it with the original.");
        } else if (identity.taxNumber() != null && identity.taxNumber().length() > LONGEST) {
            throw BadInput.in("taxNumber", "Keep the tax number under 50 characters.");
        } else if (!before.equals(identity)) {
            db.sql("update customer set tax_number = :tax, iban = :iban where id = :id")
                    .param("tax", identity.taxNumber())
                    .param("iban", identity.iban())
                    .param("id", customerId)
                    .update();
            audit.write(actor, "customer.identified", "customer", customerId, Changes.between(before, identity));
        }
    }
}
