package dev.dunwell.ledger;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Cursor;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Slice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invoices of the organisation, with their lines and earlier versions. What is issued after the day asked for does
 * not exist.
 */
@Repository
public class Invoices {

    private static final String SELECT = Sql.named("ledger/invoices");

    private final JdbcClient db;

    Invoices(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which invoices: of one customer or of all when null, with a number or any when null, the open ones only or all.
     */
    public record Filter(
            @Nullable Long customerId, @Nullable String number, boolean openOnly) {

        public static final Filter ALL = new Filter(null, null, false);
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> byId(long id, LocalDate asOf) {
        return select("and i.id = :id", asOf)
                .param("id", id)
                .query(Invoices::invoice)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Invoice> byNumber(String number, LocalDate asOf) {
        return select("and i.number = :number", asOf)
                .param("number", number)
                .query(Invoices::invoice)
                .optional();
    }

    /** The ids behind these numbers; a number that does not exist is left out. */
    @Transactional(readOnly = true)
    public Map<String, Long> ids(Collection<String> numbers) {
        Map<String, Long> ids = new HashMap<>();
        db.sql("select id, number from invoice where number = any(:numbers) and voided_at is null")
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("number"), row.getLong("id"));
                });
        return ids;
    }

    /** In the order in which they were recorded. */
    @Transactional(readOnly = true)
    public Slice<Invoice> page(Filter filter, LocalDate asOf, @Nullable Cursor after, int limit) {
        String conditions = (filter.customerId == null ? "" : "and i.customer_id = :customer ")
                + (filter.number == null ? "" : "and i.number = :number ")
                + (filter.openOnly ? "and i.id in (select o.id from open_invoice(:asOf) o) " : "");
        List<Invoice> rows = select(conditions + "and i.id > :after order by i.id limit :limit", asOf)
                .param("customer", filter.customerId)
                .param("number", filter.number)
                .param("after", after == null ? 0 : after.number(0))
                .param("limit", limit + 1)
                .query(Invoices::invoice)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    /** The lines of an invoice that came with any, in their order. */
    @Transactional(readOnly = true)
    public List<Invoice.Line> lines(long invoiceId) {
        return db.sql("""
                select l.*, i.currency
                from invoice_line l
                join invoice i on i.org_id = l.org_id and i.id = l.invoice_id
                where l.invoice_id = :invoice
                order by l.line
                """).param("invoice", invoiceId).query(Invoices::line).list();
    }

    /** What the invoice said before it was amended, the latest first. */
    @Transactional(readOnly = true)
    public List<Invoice.Version> earlier(long invoiceId) {
        return db.sql("select * from invoice_amendment where invoice_id = :invoice order by known_until desc, id desc")
                .param("invoice", invoiceId)
                .query((row, _) -> new Invoice.Version(
                        bill(row),
                        row.getObject("known_until", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The invoice as recorded, whatever the day, locked until the end of the transaction. */
    Optional<Invoice> lock(long id) {
        return select("and i.id = :id for no key update of i", LocalDate.MAX)
                .param("id", id)
                .query(Invoices::invoice)
                .optional();
    }

    /** @throws NotFound when there is no invoice of the number it arose from */
    long insert(long customerId, String number, Invoice.Bill bill, Invoice.Nature nature, @Nullable Long termsId) {
        Long origin = nature.origin() == null
                ? null
                : byNumber(nature.origin(), LocalDate.MAX)
                        .orElseThrow(() -> new NotFound("invoice"))
                        .id();
        long id = write(bill, """
                insert into invoice
                  (customer_id, number, issued_on, due_on, currency, amount, open_amount, disputed, reference, scheduled,
                   kind, origin_id, terms_id)
                values
                  (:customer, :number, :issuedOn, :dueOn, :currency, :amount, :amount, :disputed, :reference, :scheduled,
                   :kind, :origin, :terms)
                returning id
                """)
                .param("customer", customerId)
                .param("number", number)
                .param("kind", nature.kind().code())
                .param("origin", origin)
                .param("terms", termsId)
                .query(Long.class)
                .single();
        insertInstalments(id, bill.instalments());
        return id;
    }

    void insert(long invoiceId, List<Invoice.Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Invoice.Line line = lines.get(i);
            db.sql("""
                    insert into invoice_line (invoice_id, line, description, quantity, unit_price, amount)
                    values (:invoice, :line, :description, :quantity, :unitPrice, :amount)
                    """)
                    .param("invoice", invoiceId)
                    .param("line", i + 1)
                    .param("description", line.description())
                    .param("quantity", line.quantity())
                    .param("unitPrice", line.unitPrice())
                    .param("amount", line.amount().minor())
                    .update();
        }
    }

    private void insertInstalments(long invoiceId, List<Instalment> instalments) {
        if (!instalments.isEmpty()) {
            db.sql("""
                    insert into instalment (invoice_id, line, due_on, amount)
                    select :invoice, n.line, n.due_on, n.amount
                    from unnest(cast(:days as date[]), cast(:amounts as bigint[])) with ordinality as n (due_on, amount, line)
                    """)
                    .param("invoice", invoiceId)
                    .param(
                            "days",
                            instalments.stream()
                                    .map(each -> each.dueOn().toString())
                                    .toArray(String[]::new))
                    .param(
                            "amounts",
                            instalments.stream()
                                    .map(each -> each.amount().minor())
                                    .toArray(Long[]::new))
                    .update();
        }
    }

    /**
     * Keeps what the invoice says now as an earlier version and puts another bill in its place; what is settled stays
     * so.
     */
    void amend(long invoiceId, Invoice.Bill bill) {
        db.sql("""
                insert into invoice_amendment
                  (invoice_id, customer_id, issued_on, due_on, currency, amount, disputed, reference,
                   instalment_due, instalment_amount)
                select id, customer_id, issued_on, due_on, currency, amount, disputed, reference,
                       (select array_agg(n.due_on order by n.line) from instalment n where n.invoice_id = i.id),
                       (select array_agg(n.amount order by n.line) from instalment n where n.invoice_id = i.id)
                from invoice i
                where id = :invoice
                """).param("invoice", invoiceId).update();
        write(bill, """
                update invoice
                set open_amount = :amount - (amount - open_amount), amount = :amount, currency = :currency,
                    issued_on = :issuedOn, due_on = :dueOn, disputed = :disputed, reference = :reference,
                    scheduled = :scheduled
                where id = :invoice
                """).param("invoice", invoiceId).update();
        db.sql("delete from instalment where invoice_id = :invoice")
                .param("invoice", invoiceId)
                .update();
        insertInstalments(invoiceId, bill.instalments());
    }

    private StatementSpec write(Invoice.Bill bill, String sql) {
        return db.sql(sql)
                .param("issuedOn", bill.issuedOn())
                .param("dueOn", bill.dueOn())
                .param("currency", bill.amount().currency().getCurrencyCode())
                .param("amount", bill.amount().minor())
                .param("disputed", bill.disputed())
                .param("reference", bill.reference())
                .param("scheduled", !bill.instalments().isEmpty());
    }

    private StatementSpec select(String condition, LocalDate asOf) {
        return db.sql(SELECT + condition).param("asOf", asOf);
    }

    static Invoice invoice(ResultSet row, int n) throws SQLException {
        return new Invoice(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("number"),
                bill(row),
                Money.ofMinor(row.getLong("open_then"), row.getString("currency")),
                new Invoice.Nature(
                        Invoice.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("origin_number")));
    }

    private static Invoice.Bill bill(ResultSet row) throws SQLException {
        return new Invoice.Bill(
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getBoolean("disputed"),
                row.getString("reference"),
                instalments(row));
    }

    private static List<Instalment> instalments(ResultSet row) throws SQLException {
        if (row.getArray("instalment_due") == null) {
            return List.of();
        }
        var days = (java.sql.Date[]) row.getArray("instalment_due").getArray();
        var amounts = (Long[]) row.getArray("instalment_amount").getArray();
        String currency = row.getString("currency");
        List<Instalment> instalments = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            instalments.add(new Instalment(days[i].toLocalDate(), Money.ofMinor(amounts[i], currency)));
        }
        return instalments;
    }

    private static Invoice.Line line(ResultSet row, int n) throws SQLException {
        return new Invoice.Line(
                row.getString("description"),
                row.getObject("quantity", BigDecimal.class),
                row.getObject("unit_price", BigDecimal.class),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")));
    }
}
