package dev.dunwell.stages;

import dev.dunwell.collections.ReasonCode;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether every step of every invoice was taken or rightly left out (R162), in all and by stage, collector and month.
 *
 * <p>A step counts for the day on which it was taken or should have been. It is missing when it was left out for a
 * cause of ours, or has waited for us since an earlier day. The first stage is accounting's and not counted.
 */
@Repository
public class Compliance {

    private static final String CUTS = Sql.named("stages/compliance");
    private static final String STEPS = Sql.named("stages/steps");
    private static final String UNREMINDED = Sql.named("stages/unreminded");

    /** What waits for us: a call, and these reasons of the gate. */
    private static final String[] WAITING = Stream.concat(
                    Stream.of("NOT_DONE"),
                    Stream.of(
                                    ReasonCode.NO_CONTACT,
                                    ReasonCode.ADDRESS_BOUNCED,
                                    ReasonCode.APPROVAL_PENDING,
                                    ReasonCode.MAIL_ON_HOLD,
                                    ReasonCode.INCOMPLETE,
                                    ReasonCode.INQUIRY_OPEN,
                                    ReasonCode.NOT_RECEIVED)
                            .map(Enum::name))
            .toArray(String[]::new);

    private final JdbcClient db;

    Compliance(JdbcClient db) {
        this.db = db;
    }

    /** From a day to a day, both included, seen from today. */
    public record Period(LocalDate from, LocalDate to, LocalDate today) {}

    /** By what the invoices are parted. */
    public enum Cut {
        ALL,
        STAGE,
        COLLECTOR,
        MONTH
    }

    /**
     * The invoices of one part.
     *
     * @param name of the part: a stage's number, a person, a month as 2026-11; empty for all or for nobody
     * @param whole invoices of which every step was taken or rightly left out
     */
    public record Share(Cut cut, String name, int invoices, int whole, int taken, int skipped, int missing) {

        /** Whole invoices in percent of all, to one decimal, rounded down so that 100 means each. */
        public BigDecimal percent() {
            return invoices == 0
                    ? BigDecimal.valueOf(100)
                    : BigDecimal.valueOf(whole * 100L).divide(BigDecimal.valueOf(invoices), 1, RoundingMode.DOWN);
        }
    }

    /** Which steps; null for any. */
    public record Filter(
            @Nullable String kind,
            @Nullable Integer stage,
            @Nullable String owner,
            @Nullable String month) {

        public static final Filter MISSING = new Filter("missing", null, null, null);
    }

    /**
     * A step of an invoice and what became of it.
     *
     * @param kind taken, skipped or missing
     */
    public record StepRow(
            long invoiceId,
            String invoice,
            long customerId,
            String customer,
            String customerName,
            String owner,
            int stage,
            int step,
            String name,
            LocalDate on,
            String kind,
            String reason) {}

    /** Invoices whose inquiry ended with a late reason, by its code. */
    public record ReasonCount(String code, int invoices) {}

    /** A late invoice that we failed to remind of in time. */
    public record Unreminded(
            long invoiceId,
            String invoice,
            long customerId,
            String customerName,
            LocalDate dueOn,
            Money open,
            String reason) {}

    @Transactional(readOnly = true)
    public List<Share> shares(Period period) {
        return within(CUTS, period)
                .query((row, _) -> new Share(
                        Cut.valueOf(row.getString("cut").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getInt("invoices"),
                        row.getInt("whole"),
                        row.getInt("taken"),
                        row.getInt("skipped"),
                        row.getInt("missing")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<StepRow> steps(Period period, Filter filter, int limit) {
        return within(STEPS, period)
                .param("kind", filter.kind)
                .param("stage", filter.stage)
                .param("owner", filter.owner)
                .param("month", filter.month)
                .param("limit", limit)
                .query((row, _) -> step(row))
                .list();
    }

    /** How many inquiries of the period ended with which reason, the commonest first. */
    @Transactional(readOnly = true)
    public List<ReasonCount> reasons(Period period) {
        return db.sql("""
                select reason, count(distinct invoice_id) as invoices
                from inquiry_closing
                where closed_on between :fromOn and :toOn
                group by reason
                order by 2 desc, 1
                """)
                .param("fromOn", period.from)
                .param("toOn", period.to)
                .query((row, _) -> new ReasonCount(row.getString("reason"), row.getInt("invoices")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Unreminded> unreminded(LocalDate today, int limit) {
        return db.sql(UNREMINDED)
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> new Unreminded(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("customer_id"),
                        row.getString("customer_name"),
                        row.getObject("due_on", LocalDate.class),
                        Money.ofMinor(row.getLong("open_amount"), row.getString("currency")),
                        row.getString("reason")))
                .list();
    }

    private JdbcClient.StatementSpec within(String sql, Period period) {
        return db.sql(sql)
                .param("fromOn", period.from)
                .param("toOn", period.to)
                .param("today", period.today)
                .param("waiting", WAITING);
    }

    private static StepRow step(ResultSet row) throws SQLException {
        return new StepRow(
                row.getLong("invoice_id"),
                row.getString("number"),
                row.getLong("customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getString("owner"),
                row.getInt("stage"),
                row.getInt("step"),
                row.getString("name"),
                row.getObject("on_date", LocalDate.class),
                row.getString("kind"),
                row.getString("reason"));
    }
}
