package dev.dunwell.stages;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.collections.Grade;
import dev.dunwell.collections.Journeys;
import dev.dunwell.collections.Move;
import dev.dunwell.web.BadInput;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that a person sent an invoice, for the first time or once more, as after a loss (R140, R148). Refused while
 * the invoice is incomplete, with the list of what is missing. What accounting issued counts as sent without it.
 */
@Component
public class RecordSending {

    private final JdbcClient db;
    private final Journeys journeys;
    private final Completeness completeness;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordSending(
            JdbcClient db,
            Journeys journeys,
            Completeness completeness,
            Audit audit,
            ApplicationEventPublisher events) {
        this.db = db;
        this.journeys = journeys;
        this.completeness = completeness;
        this.audit = audit;
        this.events = events;
    }

    /** @param how by which way and to whom, in words: "by post to the head office" */
    @Transactional
    public void record(Caller caller, long invoiceId, String how) {
        if (how.isBlank()) {
            throw BadInput.in("how", "Say how and to whom it was sent.");
        }
        Journeys.Way way = journeys.require(caller, invoiceId, Move.SEND, completeness.missing(invoiceId));
        db.sql("""
                insert into delivery_evidence (invoice_id, grade, happened_on, source, detail, author)
                values (:invoice, :grade, :today, 'person', :how, :author)
                """)
                .param("invoice", invoiceId)
                .param("grade", Grade.SENT.number())
                .param("today", caller.today())
                .param("how", how.strip())
                .param("author", caller.actor().name())
                .update();
        events.publishEvent(new CustomersTouched(Set.of(way.customerId())));
        audit.write(caller.actor(), "invoice.sent", "customer", way.customerId(), Map.of("invoice", invoiceId));
    }
}
