package dev.dunwell.deals;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down that somebody may buy. Refuses a day that has not come, and one without a name. */
@Component
public class RecordOpportunity {

    private final JdbcClient db;
    private final Audit audit;

    RecordOpportunity(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** What is known of it; worth null when nobody knows, the customer null while there is none. */
    public record Wanted(
            String name,
            String origin,
            String owner,
            @Nullable Long customerId,
            Currency currency,
            @Nullable Money worth,
            LocalDate createdOn) {}

    /** @return its id */
    @Transactional
    public long record(Actor actor, Wanted wanted, LocalDate today) {
        if (wanted.name.isBlank() || wanted.name.length() > 200) {
            throw BadInput.in("name", "Say in at most 200 characters who may buy what.");
        } else if (wanted.origin.length() > 100 || wanted.owner.length() > 200) {
            throw BadInput.in("origin", "Say in at most 100 characters where it came from.");
        } else if (wanted.createdOn.isAfter(today)) {
            throw BadInput.in("createdOn", "This day has not come yet.");
        }
        long id = db.sql("""
                insert into opportunity (customer_id, name, origin, owner, currency, amount, created_on, author)
                values (:customer, :name, :origin, :owner, :currency, :amount, :on, :author)
                returning id
                """)
                .param("customer", wanted.customerId)
                .param("name", wanted.name.strip())
                .param("origin", wanted.origin.strip())
                .param("owner", wanted.owner.strip())
                .param("currency", wanted.currency.getCurrencyCode())
                .param("amount", wanted.worth == null ? null : wanted.worth.minor())
                .param("on", wanted.createdOn)
                .param("author", actor.name())
                .query(Long.class)
                .single();
        audit.write(actor, "opportunity.recorded", "opportunity", id, Map.of("name", wanted.name));
        return id;
    }
}
