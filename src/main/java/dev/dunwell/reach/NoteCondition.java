package dev.dunwell.reach;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that nothing goes out about a customer or an invoice, from today until somebody lifts it: legal proceedings,
 * insolvency, death, placement with an agency, or a direct debit that will bring the money.
 */
@Component
public class NoteCondition {

    private static final int FARTHEST_DEBIT_DAYS = 366;

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    NoteCondition(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What is to be noted.
     *
     * @param invoiceId null for the whole customer
     * @param debitOn the day of a direct debit, null for each invoice's due date; null for every other kind
     * @param reason in words that somebody reads a year later
     */
    public record Wanted(
            long customerId,
            @Nullable Long invoiceId,
            Condition.Kind kind,
            @Nullable LocalDate debitOn,
            String reason) {}

    /**
     * @return the condition's id; refuses one without a reason, one that already runs, a debit in the past, and for one
     *     invoice alone what concerns the whole customer
     */
    @Transactional
    public long note(Caller caller, Wanted wanted) {
        check(wanted, caller.today());
        long id = insert(caller, wanted);
        events.publishEvent(new ReachChanged(Set.of(wanted.customerId)));
        audit.write(
                caller.actor(),
                "condition.noted",
                "customer",
                wanted.customerId,
                Map.of("condition", id, "kind", wanted.kind.code(), "reason", wanted.reason.strip()));
        return id;
    }

    private static void check(Wanted wanted, LocalDate today) {
        if (wanted.reason.isBlank()) {
            throw BadInput.in("reason", "Say why; others will read it.");
        } else if (wanted.invoiceId != null && !wanted.kind.mayBeOfInvoice()) {
            throw BadInput.in("invoice", wanted.kind.title() + " concerns the whole customer: leave the invoice out.");
        } else if (wanted.debitOn != null && wanted.kind != Condition.Kind.DIRECT_DEBIT) {
            throw BadInput.in("debitOn", "Only a direct debit has a day: leave it out.");
        } else if (wanted.debitOn != null
                && (wanted.debitOn.isBefore(today) || wanted.debitOn.isAfter(today.plusDays(FARTHEST_DEBIT_DAYS)))) {
            throw BadInput.in("debitOn", "Give a day from today to one year ahead.");
        }
    }

    private long insert(Caller caller, Wanted wanted) {
        try {
            return db.sql("""
                    insert into condition (customer_id, invoice_id, kind, from_on, debit_on, reason, author)
                    values (:customer, :invoice, :kind, :today, :debitOn, :reason, :author)
                    returning id
                    """)
                    .param("customer", wanted.customerId)
                    .param("invoice", wanted.invoiceId)
                    .param("kind", wanted.kind.code())
                    .param("today", caller.today())
                    .param("debitOn", wanted.debitOn)
                    .param("reason", wanted.reason.strip())
                    .param("author", caller.actor().name())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "condition-runs", "This is noted already. Lift it first, when what you know is newer.");
        }
    }
}
