package dev.dunwell.stages;

import dev.dunwell.access.Actor;
import dev.dunwell.collections.CustomersTouched;
import dev.dunwell.collections.Grade;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records for every invoice that a message asked for or brought what a delivery report, the portal or the receiver's
 * system said about it. The same report twice is taken once.
 */
@Component
public class ReportDelivery {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    ReportDelivery(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /**
     * What came back about a message.
     *
     * @param grade {@link Grade#NONE} when it came back undelivered
     * @param source smtp, report, portal or e_invoice
     */
    public record Report(long messageId, Grade grade, LocalDate on, String source, String detail) {}

    /** @return how many invoices it told something new about */
    @Transactional
    public int report(Actor actor, Report report) {
        Set<Long> customers = Set.copyOf(db.sql("""
                insert into delivery_evidence (invoice_id, grade, happened_on, source, detail, message_id, author)
                select t.invoice_id, :grade, :on, :source, :detail, :message, :author
                from (
                  select invoice_id from step_taken where message_id = :message
                  union
                  select d.invoice_id
                  from sent_document s
                  join issued_document d on d.org_id = s.org_id and d.id = s.document_id
                  where s.message_id = :message and d.invoice_id is not null
                ) t
                on conflict do nothing
                returning (select i.customer_id from invoice i where i.id = invoice_id)
                """)
                .param("message", report.messageId)
                .param("grade", report.grade.number())
                .param("on", report.on)
                .param("source", report.source)
                .param("detail", report.detail)
                .param("author", actor.name())
                .query(Long.class)
                .list());
        if (!customers.isEmpty()) {
            events.publishEvent(new CustomersTouched(customers));
        }
        return customers.size();
    }
}
