package dev.dunwell.collections;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that a customer wrote to us, and decides anew for it: an answer that nobody has read stops what goes out.
 */
@Component
public class RecordAnswer {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    RecordAnswer(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /**
     * What came.
     *
     * @param outcome {@code out_of_office} when a machine answered for somebody, else null
     * @param text the words without what they quote
     * @param author who wrote, as the mail says
     * @param invoiceIds those it names, all of this customer
     */
    public record Answered(
            long customerId,
            @Nullable String outcome,
            String text,
            String author,
            LocalDate on,
            List<Long> invoiceIds) {}

    /** @return the id of the interaction */
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(Answered answered) {
        long id = db.sql("""
                insert into interaction (customer_id, kind, direction, outcome, body, happened_on, author)
                values (:customer, 'mail', 'in', :outcome, :body, :on, :author)
                returning id
                """)
                .param("customer", answered.customerId)
                .param("outcome", answered.outcome)
                .param("body", answered.text)
                .param("on", answered.on)
                .param("author", answered.author)
                .query(Long.class)
                .single();
        db.sql("""
                insert into interaction_invoice (interaction_id, invoice_id)
                select :id, invoice from unnest(:invoices) as invoice
                """)
                .param("id", id)
                .param("invoices", answered.invoiceIds.toArray(Long[]::new))
                .update();
        events.publishEvent(new CustomersTouched(Set.of(answered.customerId)));
        return id;
    }
}
