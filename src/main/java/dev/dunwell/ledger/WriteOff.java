package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up an open amount of an invoice, for a reason. Refuses more than is open. It is undone by reversing its
 * allocation.
 */
@Component
public class WriteOff {

    private final JdbcClient db;
    private final Settle settle;
    private final Periods periods;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    WriteOff(JdbcClient db, Settle settle, Periods periods, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.settle = settle;
        this.periods = periods;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param share the invoice and how much of it, in its currency
     * @param reason why, in words that a reader understands in a year
     * @return the write-off's id
     */
    @Transactional
    public long writeOff(Actor actor, Share share, String reason, LocalDate on) {
        new Check()
                .positive("amount", share.amount())
                .text("reason", reason, 500)
                .done();
        periods.requireOpen(on);
        long id = insert(share, reason, on);
        Set<Long> customers = settle.share(new Source.OfWriteOff(id), List.of(share), on);
        events.publishEvent(new LedgerChanged(customers));
        audit.write(
                actor,
                "invoice.written-off",
                "invoice",
                share.invoiceId(),
                Map.of("amount", share.amount().toString(), "reason", reason, "on", on.toString()));
        return id;
    }

    private long insert(Share share, String reason, LocalDate on) {
        return db.sql("""
                insert into write_off (invoice_id, written_on, amount, reason)
                values (:invoice, :on, :amount, :reason)
                returning id
                """)
                .param("invoice", share.invoiceId())
                .param("on", on)
                .param("amount", share.amount().minor())
                .param("reason", reason)
                .query(Long.class)
                .single();
    }
}
