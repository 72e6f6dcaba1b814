package dev.dunwell.stages;

import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.collections.Grade;
import dev.dunwell.messaging.LettersPosted;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An invoice that went to the post was sent on that day; that it arrived, the post does not say. */
@Component
class HearPosting {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    HearPosting(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    @EventListener
    void on(LettersPosted event) {
        Set<Long> customers = Set.copyOf(db.sql("""
                insert into delivery_evidence (invoice_id, grade, happened_on, source, detail, message_id, author)
                select d.invoice_id, :grade, :on, 'carrier', 'Posted', s.message_id, 'Post'
                from sent_document s
                join issued_document d on d.org_id = s.org_id and d.id = s.document_id
                where s.message_id = any (:messages) and d.invoice_id is not null
                on conflict do nothing
                returning (select i.customer_id from invoice i where i.id = invoice_id)
                """)
                .param("grade", Grade.SENT.number())
                .param("on", event.on())
                .param("messages", event.messageIds().toArray(Long[]::new))
                .query(Long.class)
                .list());
        if (!customers.isEmpty()) {
            events.publishEvent(new CustomersTouched(customers));
        }
    }
}
