package dev.dunwell.ledger;

import dev.dunwell.access.Actor;
import dev.dunwell.access.Audit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up an open amount of an invoice, for a reason. Refuses more than is open. It is undone by reversing its
 * allocation; money that comes later brings it back by {@link RecoverWriteOff}.
 */
@Component
public class WriteOff {

    private final WriteOffs writeOffs;
    private final Settle settle;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    WriteOff(WriteOffs writeOffs, Settle settle, Audit audit, ApplicationEventPublisher events) {
        this.writeOffs = writeOffs;
        this.settle = settle;
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
        long id = writeOffs.insert(share, reason, on, null);
        Set<Long> customers = settle.share(actor, new Source.OfWriteOff(id), List.of(share), on)
                .customers();
        events.publishEvent(new LedgerChanged(customers));
        audit.write(
                actor,
                "invoice.written-off",
                "invoice",
                share.invoiceId(),
                Map.of("amount", share.amount().toString(), "reason", reason, "on", on.toString()));
        return id;
    }
}
