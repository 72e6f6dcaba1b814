package dev.dunwell.collections;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers object to. What is disputed of an invoice leaves the reminders until a person settles the dispute. */
@Component
public class Disputes {

    private static final int DAYS_TO_SETTLE = 14;

    private final JdbcClient db;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Disputes(JdbcClient db, Audit audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** A dispute that is not settled. */
    public record Dispute(
            long id,
            long invoiceId,
            String invoiceNumber,
            Money open,
            String reason,
            LocalDate openedOn,
            String author,
            DeductionCode code,
            @Nullable Money part) {

        /** What is in dispute of what is open. */
        public Money disputed() {
            return part == null || part.compareTo(open) > 0 ? open : part;
        }
    }

    /**
     * How a dispute ended.
     *
     * @param outcome settled, credited, rejected or split
     * @param credited what the customer was given, null for nothing
     * @param creditNoteId of the credit note over it
     */
    public record Outcome(
            String outcome,
            @Nullable Money credited,
            @Nullable Long creditNoteId) {

        public static final Outcome SETTLED = new Outcome("settled", null, null);
        public static final Outcome REJECTED = new Outcome("rejected", null, null);
    }

    private record Subject(long invoiceId, long customerId) {}

    private record Open(long customerId, Money open) {}

    /**
     * Opens a dispute about an invoice that is open today.
     *
     * @param reason what the customer objects to, for others to read
     * @return the dispute's id; refuses a second one about the same invoice
     */
    @Transactional
    public long open(Caller caller, long invoiceId, String reason) {
        return open(caller, invoiceId, new Objection(DeductionCode.OTHER, reason, null, null, null));
    }

    /**
     * Opens a dispute about an invoice that is open today, or about a part of it; the rest is still asked for.
     *
     * @return the dispute's id; refuses a second one about the same invoice
     */
    @Transactional
    public long open(Caller caller, long invoiceId, Objection objection) {
        Open owed = owed(invoiceId, caller.today());
        objection.check(owed.open, caller.today());
        Money part = objection.part();
        boolean isAll = part == null || part.equals(owed.open);
        long id = db.sql("""
                insert into dispute (invoice_id, code, reason, amount, owner_id, due_on, opened_on, author)
                values (:invoice, :code, :reason, :amount,
                  coalesce(:owner, (select c.owner_id from customer c where c.id = :customer), :person),
                  :dueOn, :today, :author)
                on conflict do nothing
                returning id
                """)
                .param("invoice", invoiceId)
                .param("code", objection.code().code())
                .param("reason", objection.reason().strip())
                .param("amount", isAll ? null : requireNonNull(part).minor())
                .param("owner", objection.ownerId())
                .param("customer", owed.customerId)
                .param("person", caller.personId())
                .param(
                        "dueOn",
                        requireNonNullElse(objection.dueOn(), caller.today().plusDays(DAYS_TO_SETTLE)))
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("dispute.open", "This invoice is disputed already."));
        tell(
                caller,
                "dispute.opened",
                owed.customerId,
                Map.of(
                        "dispute",
                        id,
                        "invoice",
                        invoiceId,
                        "code",
                        objection.code().code(),
                        "amount",
                        isAll ? "all" : requireNonNull(part).toString()));
        return id;
    }

    /** Settles a dispute: from today its invoice is reminded of again. */
    @Transactional
    public void settle(Caller caller, long disputeId) {
        close(caller, disputeId, Outcome.SETTLED);
    }

    /** Ends a dispute with what came of it: from today what is open of its invoice is asked for again. */
    @Transactional
    public void close(Caller caller, long disputeId, Outcome outcome) {
        Money credited = outcome.credited();
        Subject settled = db.sql("""
                update dispute d
                set closed_on = :today, closed_at = now(), closed_by = :author,
                  outcome = :outcome, credited = :credited, credit_note_id = :note
                from invoice i
                where d.id = :id and d.closed_on is null and i.org_id = d.org_id and i.id = d.invoice_id
                returning i.id, i.customer_id
                """)
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .param("outcome", outcome.outcome())
                .param("credited", credited == null ? null : credited.minor())
                .param("note", outcome.creditNoteId())
                .param("id", disputeId)
                .query((row, _) -> new Subject(row.getLong("id"), row.getLong("customer_id")))
                .optional()
                .orElseThrow(() -> new NotFound("open dispute"));
        tell(
                caller,
                "dispute." + outcome.outcome(),
                settled.customerId,
                Map.of("dispute", disputeId, "invoice", settled.invoiceId));
    }

    /** Of one customer, those open on the day, oldest first. */
    @Transactional(readOnly = true)
    public List<Dispute> of(long customerId, LocalDate asOf) {
        return db.sql("""
                select d.id, i.id as invoice_id, i.number, i.currency, i.open_amount, d.reason, d.opened_on, d.author,
                       d.code, d.amount
                from dispute d
                join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                where i.customer_id = :customer and d.opened_on <= :asOf and (d.closed_on is null or d.closed_on > :asOf)
                order by d.opened_on, d.id
                limit 100
                """)
                .param("customer", customerId)
                .param("asOf", asOf)
                .query((row, _) -> new Dispute(
                        row.getLong("id"),
                        row.getLong("invoice_id"),
                        row.getString("number"),
                        Money.ofMinor(row.getLong("open_amount"), row.getString("currency")),
                        row.getString("reason"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getString("author"),
                        DeductionCode.read(row.getString("code")).orElse(DeductionCode.OTHER),
                        part(row)))
                .list();
    }

    /** The numbers of all invoices that are disputed on the day. */
    @Transactional(readOnly = true)
    public Set<String> numbers(LocalDate asOf) {
        return Set.copyOf(db.sql("""
                select i.number
                from dispute d
                join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                where d.opened_on <= :asOf and (d.closed_on is null or d.closed_on > :asOf)
                """).param("asOf", asOf).query(String.class).list());
    }

    private static @Nullable Money part(ResultSet row) throws SQLException {
        long part = row.getLong("amount");
        return part == 0 ? null : Money.ofMinor(part, row.getString("currency"));
    }

    private Open owed(long invoiceId, LocalDate today) {
        return db.sql("select customer_id, currency, open_amount from open_invoice(:today) where id = :invoice")
                .param("today", today)
                .param("invoice", invoiceId)
                .query((row, _) -> new Open(
                        row.getLong("customer_id"),
                        Money.ofMinor(row.getLong("open_amount"), row.getString("currency"))))
                .optional()
                .orElseThrow(() -> new NotFound("open invoice"));
    }

    private void tell(Caller caller, String act, long customerId, Map<String, Object> detail) {
        events.publishEvent(new CustomersTouched(Set.of(customerId)));
        audit.write(caller.actor(), act, "customer", customerId, detail);
    }
}
