package dev.dunwell.collections;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers to be spoken with gently, each marked by somebody for a reason. To one of them a firm letter waits for
 * approval.
 */
@Component
public class ValuedCustomers {

    private static final int LONGEST = 300;

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ValuedCustomers(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Regard.Valued> of(long customerId) {
        return db.sql("select since_on, author, reason from valued_customer where customer_id = ? and ended_on is null")
                .param(customerId)
                .query((row, _) -> new Regard.Valued(
                        row.getObject("since_on", LocalDate.class), row.getString("author"), row.getString("reason")))
                .optional();
    }

    /** Marks a customer; one that is marked already keeps its mark. Refuses an empty reason. */
    @Transactional
    public void mark(Caller caller, long customerId, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw BadInput.in("reason", "Say why in up to " + LONGEST + " characters; whoever approves will read it.");
        }
        int marked = db.sql("""
                insert into valued_customer (customer_id, reason, since_on, author)
                select id, :reason, :today, :author
                from customer
                where id = :customer and voided_at is null
                on conflict do nothing
                """)
                .param("customer", customerId)
                .param("reason", reason.strip())
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .update();
        if (marked > 0) {
            tell(caller, "customer.valued", customerId, Map.of("reason", reason.strip()));
        }
    }

    /** Takes the mark away; who set it stays known. */
    @Transactional
    public void end(Caller caller, long customerId) {
        int ended = db.sql("""
                update valued_customer
                set ended_on = greatest(:today, since_on), ended_by = :author
                where customer_id = :customer and ended_on is null
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("customer", customerId)
                .update();
        if (ended > 0) {
            tell(caller, "customer.no_longer_valued", customerId, Map.of());
        }
    }

    private void tell(Caller caller, String act, long customerId, Map<String, String> detail) {
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), act, "customer", customerId, detail);
    }
}
