package dev.dunwell.billing;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was claimed, held or waived for lateness. */
@Repository
public class Charges {

    private static final String SELECT = Sql.named("billing/charges");

    private final JdbcClient db;

    Charges(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<Charge> ofInvoice(long invoiceId) {
        return db.sql(SELECT + "and h.invoice_id = :invoice order by h.from_on, h.id")
                .param("invoice", invoiceId)
                .query(Charges::charge)
                .list();
    }

    /** Of one customer, or of all when it is null, by the customers' names, the oldest first. */
    @Transactional(readOnly = true)
    public List<Charge> of(@Nullable Long customerId) {
        return db.sql(SELECT + """
                and (cast(:customer as bigint) is null or c.id = :customer)
                order by c.name, c.id, h.from_on, h.id
                """)
                .param("customer", customerId)
                .query(Charges::charge)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Charge> byId(long id) {
        return db.sql(SELECT + "and h.id = :id")
                .param("id", id)
                .query(Charges::charge)
                .optional();
    }

    /** The one that is written down at a stage of an invoice and waits to be claimed or waived. */
    Optional<Charge> undecided(long invoiceId, String stage) {
        return ofInvoice(invoiceId).stream()
                .filter(charge -> charge.isUndecided() && charge.stage().equals(stage))
                .findFirst();
    }

    /** Those that were proposed on a day or later and wait, the oldest first. */
    @Transactional(readOnly = true)
    public List<Charge> proposedSince(LocalDate day) {
        return db.sql(SELECT + "and h.state = 'proposed' and h.decided_on >= :day order by h.id")
                .param("day", day)
                .query(Charges::charge)
                .list();
    }

    /** Of several invoices at once; what was decided about already stays. */
    int propose(List<Proposal> proposals, LocalDate today, String author) {
        return db.sql("""
                insert into charge (invoice_id, kind, stage, from_on, through_on, currency, amount, explained, state, decided_on,
                  author)
                select p.invoice_id, 'fee', p.stage, p.from_on, p.from_on, p.currency, p.amount, p.explained, 'proposed', :today,
                  :author
                from unnest(:invoices, :stages, cast(:from as date[]), :currencies, :amounts, :explained)
                  as p (invoice_id, stage, from_on, currency, amount, explained)
                on conflict do nothing
                """)
                .param("today", today)
                .param("author", author)
                .param("invoices", column(proposals, Proposal::invoiceId, Long[]::new))
                .param("stages", column(proposals, each -> each.piece.stage(), String[]::new))
                .param("from", column(proposals, each -> each.piece.from().toString(), String[]::new))
                .param("currencies", column(proposals, each -> each.currency().getCurrencyCode(), String[]::new))
                .param("amounts", column(proposals, each -> each.piece.amount().minor(), Long[]::new))
                .param("explained", column(proposals, each -> each.piece.explained(), String[]::new))
                .update();
    }

    /** A fee of an invoice that nobody decided about yet. */
    record Proposal(long invoiceId, LateCosts.Piece piece) {

        Currency currency() {
            return piece.amount().currency();
        }
    }

    private static <T> T[] column(List<Proposal> proposals, Function<Proposal, T> of, IntFunction<T[]> array) {
        return proposals.stream().map(of).toArray(array);
    }

    /** Everything about an invoice's charges waits here for its turn. */
    void lock(long invoiceId) {
        db.sql("select id from invoice where id = :id for no key update")
                .param("id", invoiceId)
                .query(Long.class)
                .optional();
    }

    long insert(long invoiceId, LateCosts.Piece piece, Charge.Decision decision) {
        return db.sql("""
                insert into charge (invoice_id, kind, stage, from_on, through_on, currency, amount, explained, state,
                  held_until, reason, receivable_id, decided_on, author)
                values (:invoice, :kind, :stage, :from, :through, :currency, :amount, :explained, :state,
                  :heldUntil, :reason, :receivable, :on, :author)
                returning id
                """)
                .param("invoice", invoiceId)
                .param("kind", piece.kind())
                .param("stage", piece.stage())
                .param("from", piece.from())
                .param("through", piece.through())
                .param("currency", piece.amount().currency().getCurrencyCode())
                .param("amount", piece.amount().minor())
                .param("explained", piece.explained())
                .param("state", decision.state().code())
                .param("heldUntil", decision.heldUntil())
                .param("reason", decision.reason())
                .param("receivable", decision.receivableId())
                .param("on", decision.on())
                .param("author", decision.author())
                .query(Long.class)
                .single();
    }

    void decide(long chargeId, Charge.Decision decision) {
        db.sql("""
                update charge
                set state = :state, held_until = :heldUntil, reason = :reason, receivable_id = :receivable,
                    decided_on = :on, author = :author
                where id = :id
                """)
                .param("id", chargeId)
                .param("state", decision.state().code())
                .param("heldUntil", decision.heldUntil())
                .param("reason", decision.reason())
                .param("receivable", decision.receivableId())
                .param("on", decision.on())
                .param("author", decision.author())
                .update();
    }

    /** How many receivables of a kind an invoice has brought forth. */
    int claimed(long invoiceId, String kind) {
        return db.sql("select count(*) from invoice where origin_id = :invoice and kind = :kind")
                .param("invoice", invoiceId)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private static Charge charge(ResultSet row, int n) throws SQLException {
        return new Charge(
                row.getLong("id"),
                new Charge.Of(
                        row.getLong("invoice_id"),
                        row.getString("invoice_number"),
                        row.getLong("customer_id"),
                        row.getString("customer_number"),
                        row.getString("customer_name")),
                row.getString("stage"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("through_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getString("explained"),
                decision(row),
                row.getBoolean("has_paper"));
    }

    private static Charge.Decision decision(ResultSet row) throws SQLException {
        return new Charge.Decision(
                Charge.State.ofCode(row.getString("state")),
                row.getObject("held_until", LocalDate.class),
                row.getString("reason"),
                row.getObject("receivable_id", Long.class),
                row.getString("receivable_number"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("author"));
    }
}
