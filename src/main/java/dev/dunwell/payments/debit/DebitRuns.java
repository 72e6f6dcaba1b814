package dev.dunwell.payments.debit;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.payments.debit.DebitRun.Due;
import dev.dunwell.payments.debit.DebitRun.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of collections and their lines. */
@Repository
public class DebitRuns {

    private static final String DUE = Sql.named("payments/debit-due");
    private static final String SELECT = """
            select r.*, encode(r.hash, 'hex') as file, d.items, d.total
            from debit_run r
            join lateral (
              select count(*) as items, coalesce(sum(d.amount), 0) as total
              from debit_item d where d.org_id = r.org_id and d.run_id = r.id
            ) d on true
            """;
    private static final String ITEMS = """
            select d.*, i.number as invoice_number, i.customer_id, c.number as customer_number
            from debit_item d
            join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
            join customer c on c.org_id = i.org_id and c.id = i.customer_id
            """;

    private final JdbcClient db;

    DebitRuns(JdbcClient db) {
        this.db = db;
    }

    /** What can be collected on a day. */
    @Transactional(readOnly = true)
    public List<Due> due(Mandate.Scheme scheme, LocalDate collectOn, LocalDate today) {
        return db.sql(DUE)
                .param("scheme", scheme.code())
                .param("collectOn", collectOn)
                .param("today", today)
                .query((row, _) -> new Due(
                        row.getLong("invoice_id"),
                        row.getString("number"),
                        row.getLong("customer_id"),
                        row.getString("customer_number"),
                        row.getString("customer_name"),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofMinor(row.getLong("open_amount"), "EUR"),
                        row.getLong("mandate_id")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<DebitRun> latest(int most) {
        return db.sql(SELECT + "order by r.id desc limit :most")
                .param("most", most)
                .query(DebitRuns::run)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<DebitRun> byId(long id) {
        return db.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(DebitRuns::run)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Item> items(long runId) {
        return db.sql(ITEMS + "where d.run_id = :run order by d.id")
                .param("run", runId)
                .query(DebitRuns::item)
                .list();
    }

    /** A line, kept from everybody else until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Item> lock(long itemId) {
        return db.sql(ITEMS + "where d.id = :id for update of d")
                .param("id", itemId)
                .query(DebitRuns::item)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long insert(Mandate.Scheme scheme, LocalDate collectOn, String messageId, Instant at, String by) {
        return db.sql("""
                insert into debit_run (scheme, collect_on, message_id, made_at, made_by)
                values (:scheme, :collectOn, :message, :at, :by)
                returning id
                """)
                .param("scheme", scheme.code())
                .param("collectOn", collectOn)
                .param("message", messageId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** @param sequences of the lines, in the order of the invoices */
    @Transactional(propagation = Propagation.MANDATORY)
    void insertItems(long runId, List<Due> lines, List<String> sequences) {
        db.sql("""
                insert into debit_item (run_id, mandate_id, invoice_id, amount, sequence)
                select :run, l.mandate, l.invoice, l.amount, l.sequence
                from unnest(cast(:mandates as bigint[]), cast(:invoices as bigint[]), cast(:amounts as bigint[]),
                            cast(:sequences as text[])) with ordinality as l (mandate, invoice, amount, sequence, n)
                order by l.n
                """)
                .param("run", runId)
                .param("mandates", lines.stream().map(Due::mandateId).toArray(Long[]::new))
                .param("invoices", lines.stream().map(Due::invoiceId).toArray(Long[]::new))
                .param("amounts", lines.stream().map(d -> d.open().minor()).toArray(Long[]::new))
                .param("sequences", sequences.toArray(String[]::new))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(long runId, String hash) {
        db.sql("update debit_run set hash = decode(:hash, 'hex') where id = :id")
                .param("hash", hash)
                .param("id", runId)
                .update();
    }

    /** @return whether it was not booked before */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean booked(long runId, LocalDate on) {
        return db.sql("update debit_run set booked_on = :on where id = :id and booked_on is null")
                        .param("on", on)
                        .param("id", runId)
                        .update()
                > 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void paid(long itemId, long paymentId) {
        db.sql("update debit_item set payment_id = :payment where id = :id")
                .param("payment", paymentId)
                .param("id", itemId)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void returned(long itemId, LocalDate on, String code) {
        db.sql("update debit_item set returned_on = :on, return_code = :code where id = :id")
                .param("on", on)
                .param("code", code)
                .param("id", itemId)
                .update();
    }

    private static DebitRun run(ResultSet row, int n) throws SQLException {
        return new DebitRun(
                row.getLong("id"),
                Mandate.Scheme.ofCode(row.getString("scheme")),
                row.getObject("collect_on", LocalDate.class),
                row.getString("message_id"),
                row.getString("file"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getObject("booked_on", LocalDate.class),
                row.getInt("items"),
                Money.ofMinor(row.getLong("total"), "EUR"));
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getLong("id"),
                row.getLong("run_id"),
                row.getLong("mandate_id"),
                row.getLong("invoice_id"),
                row.getString("invoice_number"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                Money.ofMinor(row.getLong("amount"), "EUR"),
                row.getString("sequence"),
                row.getObject("payment_id", Long.class),
                row.getObject("returned_on", LocalDate.class),
                row.getString("return_code"));
    }
}
