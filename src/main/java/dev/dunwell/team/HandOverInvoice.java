package dev.dunwell.team;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.People;
import dev.dunwell.web.NotFound;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a single invoice to a person beside the one who looks after its customer, or lets it go with the account again.
 * Refuses what {@link HandOver} refuses, and an invoice that is not there.
 */
@Component
public class HandOverInvoice {

    private final JdbcClient db;
    private final Handovers handovers;
    private final People people;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    HandOverInvoice(JdbcClient db, Handovers handovers, People people, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.handovers = handovers;
        this.people = people;
        this.audit = audit;
        this.events = events;
    }

    /** @param personId null when it goes with its account */
    @Transactional
    public void handOver(Caller caller, long invoiceId, @Nullable Long personId, String reason) {
        Map<String, Object> detail = HandOver.detail(people, personId, reason);
        long customerId = lock(invoiceId);
        Long before = handovers.holderOf(invoiceId).orElse(null);
        if (!Objects.equals(before, personId)) {
            handovers.end(invoiceId, caller.today());
            handovers.invoice(caller, invoiceId, before, personId, reason.strip());
            events.publishEvent(new AccountsHandedOver(Set.of(customerId)));
            audit.write(caller.actor(), "invoice.handed-over", "invoice", invoiceId, detail);
        }
    }

    /** Two people who hand over the same invoice do so one after the other. */
    private long lock(long invoiceId) {
        return db.sql("select customer_id from invoice where id = :id for update")
                .param("id", invoiceId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("invoice"));
    }
}
