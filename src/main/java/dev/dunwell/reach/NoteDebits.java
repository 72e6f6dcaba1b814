package dev.dunwell.reach;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what direct debits will bring, for whoever collects them: nobody is asked for what is taken from their account.
 * What is noted already stays as it is.
 */
@Component
public class NoteDebits {

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    NoteDebits(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** All invoices of a customer, each on its due date, from today on. */
    @Transactional
    public void ofCustomer(Actor actor, LocalDate today, long customerId, String reason) {
        note(actor, today, List.of(customerId), null, null, reason);
    }

    /** These invoices on a day; the customers belong to the invoices one by one. */
    @Transactional
    public void ofInvoices(
            Actor actor, LocalDate today, List<Long> invoices, List<Long> customers, LocalDate debitOn, String reason) {
        note(actor, today, customers, invoices, debitOn, reason);
    }

    private void note(
            Actor actor,
            LocalDate today,
            List<Long> customers,
            @Nullable List<Long> invoices,
            @Nullable LocalDate debitOn,
            String reason) {
        db.sql("""
                insert into condition (customer_id, invoice_id, kind, from_on, debit_on, reason, author)
                select d.customer, d.invoice, 'direct_debit', :today, cast(:debitOn as date), :reason, :author
                from unnest(cast(:customers as bigint[]), cast(:invoices as bigint[])) as d (customer, invoice)
                on conflict do nothing
                """)
                .param("customers", customers.toArray(Long[]::new))
                .param("invoices", invoices == null ? new Long[customers.size()] : invoices.toArray(Long[]::new))
                .param("today", today)
                .param("debitOn", debitOn)
                .param("reason", reason)
                .param("author", actor.name())
                .update();
        told(actor, "debits.noted", customers, reason);
    }

    /** They will not come, or no more: of these invoices, or of a whole customer when there are none. */
    @Transactional
    public void end(Actor actor, LocalDate today, long customerId, Collection<Long> invoices, String why) {
        db.sql("""
                update condition
                set ended_on = :today, ended_by = :author, ended_why = :why
                where kind = 'direct_debit' and ended_on is null and customer_id = :customer
                  and case when cardinality(cast(:invoices as bigint[])) = 0 then invoice_id is null
                      else invoice_id = any(cast(:invoices as bigint[])) end
                """)
                .param("today", today)
                .param("author", actor.name())
                .param("why", why)
                .param("customer", customerId)
                .param("invoices", invoices.toArray(Long[]::new))
                .update();
        told(actor, "debits.ended", List.of(customerId), why);
    }

    private void told(Actor actor, String act, List<Long> customers, String why) {
        Set<Long> touched = new HashSet<>(customers);
        events.publishEvent(new ReachChanged(touched));
        audit.write(
                actor,
                act,
                "customer",
                touched.size() == 1 ? touched.iterator().next() : null,
                Map.of("customers", touched.size(), "why", why));
    }
}
