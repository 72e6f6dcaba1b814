package dev.dunwell.relations;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many invoices were right the first time: 1 − (invoices with at least one question, dispute or error mentioned on
 * our call) ÷ invoices issued. A question that turned out to be about something else does not count. Source: glossary,
 * section 3, invoice accuracy.
 */
@Repository
@Transactional(readOnly = true)
public class Accuracy {

    private static final String SHARES = Sql.named("relations/accuracy");
    private static final String ROWS = Sql.named("relations/accuracy-rows");

    private final JdbcClient db;

    Accuracy(JdbcClient db) {
        this.db = db;
    }

    /** By what the invoices are parted. */
    public enum Cut {
        ALL,
        CAUSE,
        LINE,
        BILLER,
        CUSTOMER,
        MONTH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The invoices of one part.
     *
     * @param key what rows are asked for by: a month, a customer's number, a biller, a line's text, a cause
     * @param issued of the part; of a cause all that were issued
     * @param wrong about which something was said
     */
    public record Share(Cut cut, String key, String name, int issued, int wrong) {

        static final Share NONE = new Share(Cut.ALL, "", "", 0, 0);

        public int right() {
            return issued - wrong;
        }

        /** Right the first time in percent, half-up to one decimal; null when none was issued. */
        public @Nullable BigDecimal percent() {
            return issued == 0
                    ? null
                    : BigDecimal.valueOf(right() * 100L).divide(BigDecimal.valueOf(issued), 1, RoundingMode.HALF_UP);
        }
    }

    /** Which invoices: wrong, right or issued, of one part or of all when null. */
    public record Filter(
            String state,
            @Nullable String month,
            @Nullable String customer,
            @Nullable String cause,
            @Nullable String line,
            @Nullable String biller) {

        public static final Filter WRONG = new Filter("wrong", null, null, null, null, null);
    }

    /**
     * What was said about an invoice.
     *
     * @param kind question, dispute, call or inquiry
     */
    public record Fault(String kind, long subjectId, String cause, LocalDate on, String said) {}

    /** An invoice; {@code fault} null when it was right the first time. */
    public record Row(
            long invoiceId,
            String number,
            LocalDate issuedOn,
            Money amount,
            long customerId,
            String customerNumber,
            String customerName,
            @Nullable Fault fault) {}

    /** Every part, in each cut the one with most wrong invoices first. */
    public List<Share> shares(Period period) {
        return within(SHARES, period)
                .query((row, _) -> new Share(
                        Cut.valueOf(row.getString("cut").toUpperCase(Locale.ROOT)),
                        row.getString("key"),
                        row.getString("name"),
                        row.getInt("issued"),
                        row.getInt("wrong")))
                .list();
    }

    /** All invoices of the period as one share. */
    public static Share all(List<Share> shares) {
        Optional<Share> all =
                shares.stream().filter(share -> share.cut == Cut.ALL).findFirst();
        return all.orElse(Share.NONE);
    }

    /** The invoices of one customer. */
    public Share ofCustomer(Period period, long customerId) {
        return db.sql("""
                select count(*) as issued, count(*) filter (where exists (
                  select from invoice_fault f
                  where f.org_id = i.org_id and f.invoice_id = i.id and f.on_date <= :asOf)) as wrong
                from invoice i
                where i.customer_id = :customer and i.kind = 'invoice' and i.voided_at is null
                  and i.issued_on between :fromOn and least(:toOn, :asOf)
                """)
                .param("customer", customerId)
                .param("fromOn", period.from())
                .param("toOn", period.to())
                .param("asOf", period.asOf())
                .query((row, _) -> new Share(Cut.CUSTOMER, "", "", row.getInt("issued"), row.getInt("wrong")))
                .single();
    }

    public List<Row> rows(Period period, Filter filter, int limit) {
        return within(ROWS, period)
                .param("state", filter.state)
                .param("month", filter.month)
                .param("customer", filter.customer)
                .param("cause", filter.cause)
                .param("line", filter.line)
                .param("biller", filter.biller)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** Calls of the period that reported an error without saying which invoice; they count for none. */
    public int unnamed(Period period) {
        return db.sql("""
                select count(*)
                from interaction x
                where x.outcome in ('invoice_error', 'needs_po') and x.happened_on between :fromOn and least(:toOn, :asOf)
                  and not exists (select from interaction_invoice n where n.org_id = x.org_id and n.interaction_id = x.id)
                """)
                .param("fromOn", period.from())
                .param("toOn", period.to())
                .param("asOf", period.asOf())
                .query(Integer.class)
                .single();
    }

    /**
     * Of how many invoices that were wrong we first heard by a question or a dispute, and not on a call of ours or in
     * answer to an inquiry; on the same day it was ours.
     */
    public int raisedByThem(Period period) {
        return within("""
                select count(*) filter (where first.kind in ('question', 'dispute'))
                from (
                  select distinct on (f.invoice_id) f.kind
                  from invoice_fault f
                  join invoice i on i.org_id = f.org_id and i.id = f.invoice_id
                  where i.kind = 'invoice' and i.voided_at is null and i.issued_on between :fromOn and least(:toOn, :asOf)
                    and f.on_date <= :asOf
                  order by f.invoice_id, f.on_date, f.kind in ('question', 'dispute')
                ) first
                """, period).query(Integer.class).single();
    }

    /**
     * Invoices that looked strange before they left and that a person let go, by the day they were issued.
     *
     * @param wrong about which something was said afterwards: what they were asked was worth asking
     */
    public record LetGo(int invoices, int wrong) {}

    public LetGo letGo(Period period) {
        return within("""
                select count(distinct i.id) as invoices, count(distinct f.invoice_id) as wrong
                from check_answer a
                join invoice i on i.org_id = a.org_id and i.id = a.invoice_id
                left join invoice_fault f on f.org_id = i.org_id and f.invoice_id = i.id and f.on_date <= :asOf
                where a.outcome = 'confirmed' and i.kind = 'invoice' and i.voided_at is null
                  and i.issued_on between :fromOn and least(:toOn, :asOf)
                """, period)
                .query((row, _) -> new LetGo(row.getInt("invoices"), row.getInt("wrong")))
                .single();
    }

    /**
     * Invoices that a check kept in the house, because something was missing or strange, by the day it was noticed.
     *
     * @param issued of which the work stands on an invoice by now
     */
    public record HeldBack(int invoices, int issued) {}

    public HeldBack heldBack(Period period) {
        return within("""
                select count(*) as invoices, count(b.billable_id) as issued
                from check_answer a
                left join billed b on b.org_id = a.org_id and b.billable_id = a.billable_id
                where a.outcome = 'refused' and a.said_on between :fromOn and least(:toOn, :asOf)
                """, period)
                .query((row, _) -> new HeldBack(row.getInt("invoices"), row.getInt("issued")))
                .single();
    }

    private JdbcClient.StatementSpec within(String sql, Period period) {
        Joins.wholeTables(db);
        return db.sql(sql)
                .param("fromOn", period.from())
                .param("toOn", period.to())
                .param("asOf", period.asOf());
    }

    private static Row row(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Row(
                row.getLong("invoice_id"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                Money.ofMinor(row.getLong("amount"), row.getString("currency")),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                kind == null
                        ? null
                        : new Fault(
                                kind,
                                row.getLong("subject_id"),
                                row.getString("cause"),
                                row.getObject("on_date", LocalDate.class),
                                row.getString("said")));
    }
}
