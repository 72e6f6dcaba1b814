package dev.dunwell.offers;

import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.Customers;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was offered to customers: made with an author, answered once, followed up by how they pay since. */
@Component
public class Offers {

    private static final int LONGEST = 500;
    private static final String ROWS = Sql.named("offers/offers");

    private final JdbcClient db;
    private final Customers customers;
    private final Audit audit;

    Offers(JdbcClient db, Customers customers, Audit audit) {
        this.db = db;
        this.customers = customers;
        this.audit = audit;
    }

    /**
     * What is to be offered.
     *
     * @param expectedDays by which invoices should be paid sooner; 0 where it is not about days
     * @param opens what its acceptance opens; null where a person sees to it
     */
    public record Wanted(
            OfferKind kind,
            String terms,
            String reason,
            int expectedDays,
            @Nullable Opening opens) {}

    /** Whose offer was answered, and what it opens. */
    record Answered(long customerId, Optional<Opening> opens) {}

    /** Those of a customer, the latest first, with what came of them until a day. */
    @Transactional(readOnly = true)
    public List<Offer> of(long customerId, LocalDate asOf) {
        return db.sql(ROWS)
                .param("customer", customerId)
                .param("asOf", asOf)
                .query((row, _) -> offer(row))
                .list();
    }

    /** Attaches an offer to a customer; refuses one without terms or a reason. */
    @Transactional
    public long make(Caller caller, long customerId, Wanted wanted) {
        if (customers.byId(customerId).isEmpty()) {
            throw new NotFound("customer");
        } else if (wanted.terms.isBlank() || wanted.terms.length() > LONGEST) {
            throw BadInput.in("terms", "Say what is offered, in at most 500 characters.");
        } else if (wanted.reason.isBlank() || wanted.reason.length() > LONGEST) {
            throw BadInput.in("reason", "Say why, in at most 500 characters.");
        }
        long id = db.sql("""
                insert into offer (customer_id, kind, terms, reason, expected_days, made_on, author, opens)
                values (:customer, :kind, :terms, :reason, :days, :today, :author, :opens)
                returning id
                """)
                .param("customer", customerId)
                .param("kind", wanted.kind.code())
                .param("terms", wanted.terms.strip())
                .param("reason", wanted.reason.strip())
                .param("days", wanted.expectedDays)
                .param("opens", wanted.opens == null ? null : wanted.opens.toString())
                .param("today", caller.today())
                .param("author", caller.actor().name())
                .query(Long.class)
                .single();
        audit.write(
                caller.actor(),
                "offer.made",
                "customer",
                customerId,
                Map.of("kind", wanted.kind.code(), "terms", wanted.terms.strip()));
        return id;
    }

    /** Writes down that the customer does not want it; refuses a second answer. */
    @Transactional
    public void decline(Caller caller, long offerId) {
        answer(caller, offerId, false);
    }

    /** Writes down what the customer said; refuses a second answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    Answered answer(Caller caller, long offerId, boolean isAccepted) {
        Answered answered = db.sql("""
                update offer
                set answered_on = :today, answered_by = :by, is_accepted = :accepted
                where id = :id and answered_on is null
                returning customer_id, coalesce(opens, '') as opens
                """)
                .param("today", caller.today())
                .param("by", caller.actor().name())
                .param("accepted", isAccepted)
                .param("id", offerId)
                .query((row, _) -> new Answered(row.getLong("customer_id"), Opening.read(row.getString("opens"))))
                .optional()
                .orElseThrow(() -> Refusal.conflict("offer.answered", "This offer has its answer already."));
        audit.write(
                caller.actor(),
                isAccepted ? "offer.accepted" : "offer.declined",
                "customer",
                answered.customerId,
                Map.of("offer", offerId));
        return answered;
    }

    /** Keeps what its acceptance opened. */
    @Transactional(propagation = Propagation.MANDATORY)
    void opened(long offerId, AcceptOffer.Opened opened) {
        db.sql("update offer set opened = :what, opened_at = :at where id = :id")
                .param("what", opened.what())
                .param("at", opened.at())
                .param("id", offerId)
                .update();
    }

    /** The largest overdue amount of a customer in one currency. */
    @Transactional(readOnly = true)
    public Optional<Money> overdue(long customerId, LocalDate today) {
        return db.sql("""
                select currency, sum(open_amount)::bigint as minor
                from open_invoice(:today)
                where customer_id = :customer and due_on < :today
                group by currency
                order by 2 desc
                limit 1
                """)
                .param("today", today)
                .param("customer", customerId)
                .query((row, _) -> Money.ofMinor(row.getLong("minor"), row.getString("currency")))
                .optional();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getLong("id"),
                OfferKind.read(row.getString("kind")).orElseThrow(),
                row.getString("terms"),
                row.getString("reason"),
                row.getInt("expected_days"),
                row.getObject("made_on", LocalDate.class),
                row.getString("author"),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("is_accepted", Boolean.class),
                row.getBigDecimal("before"),
                row.getBigDecimal("since"),
                row.getInt("invoices_since"),
                row.getString("opens"),
                row.getString("opened"),
                row.getString("opened_at"));
    }
}
