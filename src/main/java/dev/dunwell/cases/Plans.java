package dev.dunwell.cases;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Payment plans with how they stand on a day. */
@Repository
public class Plans {

    private static final String PLANS = Sql.named("cases/plans");

    private static final int MOST = 100;

    private final JdbcClient db;

    Plans(JdbcClient db) {
        this.db = db;
    }

    /** Which plans: those that wait or run, those that ended, all. */
    public enum Which {
        LIVE,
        ENDED,
        ALL
    }

    /** Those with the next day first. */
    @Transactional(readOnly = true)
    public List<Plan> list(Which which, LocalDate today, int limit) {
        return ask(Map.of("id", 0L, "customer", 0L, "which", code(which), "limit", limit), today);
    }

    @Transactional(readOnly = true)
    public List<Plan> ofCustomer(long customerId, Which which, LocalDate today) {
        return ask(Map.of("id", 0L, "customer", customerId, "which", code(which), "limit", MOST), today);
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Plan get(long id, LocalDate today) {
        return ask(Map.of("id", id, "customer", 0L, "which", "all", "limit", 1), today).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("plan"));
    }

    @Transactional(readOnly = true)
    public List<Plan.Line> lines(Plan plan) {
        String currency = plan.amount().currency().getCurrencyCode();
        return db.sql("select due_on, amount from plan_line where plan_id = ? order by line")
                .param(plan.id())
                .query((row, _) -> new Plan.Line(
                        row.getObject("due_on", LocalDate.class), Money.ofMinor(row.getLong("amount"), currency)))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Plan.Part> parts(Plan plan, LocalDate today) {
        String currency = plan.amount().currency().getCurrencyCode();
        return db.sql("""
                select i.id, i.number, n.amount, open_of(i.id, :today) as open
                from plan_invoice n
                join invoice i on i.org_id = n.org_id and i.id = n.invoice_id
                where n.plan_id = :id
                order by i.due_on, i.number
                """)
                .param("today", today)
                .param("id", plan.id())
                .query((row, _) -> new Plan.Part(
                        row.getLong("id"),
                        row.getString("number"),
                        Money.ofMinor(row.getLong("amount"), currency),
                        Money.ofMinor(row.getLong("open"), currency)))
                .list();
    }

    /** Those that wait or run and name one of these invoices, by the invoice's number. */
    List<String> taken(List<Long> invoiceIds) {
        return db.sql("""
                select distinct i.number
                from plan p
                join plan_invoice n on n.org_id = p.org_id and n.plan_id = p.id
                join invoice i on i.org_id = n.org_id and i.id = n.invoice_id
                where p.state in ('proposed', 'running') and n.invoice_id = any(:invoices)
                order by i.number
                """)
                .param("invoices", invoiceIds.toArray(Long[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<Plan> ask(Map<String, Object> asked, LocalDate today) {
        return db.sql(PLANS)
                .params(asked)
                .param("today", today)
                .query((row, _) -> read(row, today))
                .list();
    }

    private static String code(Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }

    private static Plan read(ResultSet row, LocalDate today) throws SQLException {
        String currency = row.getString("currency");
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        LocalDate acceptedOn = row.getObject("accepted_on", LocalDate.class);
        LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
        byte[] hash = row.getBytes("hash");
        Plan.Next next = dueOn == null
                ? null
                : new Plan.Next(
                        row.getInt("line"),
                        dueOn,
                        Money.ofMinor(row.getLong("missing"), currency),
                        row.getObject("last_day", LocalDate.class));
        return new Plan(
                row.getLong("id"),
                new Case.Whose(
                        row.getLong("customer_id"), row.getString("customer_number"), row.getString("customer_name")),
                Money.ofMinor(row.getLong("amount"), currency),
                Money.ofMinor(row.getLong("paid"), currency),
                next,
                row.getInt("grace_days"),
                state(row.getString("state"), dueOn, today),
                new Plan.Origin(row.getObject("proposed_on", LocalDate.class), row.getString("author")),
                acceptedOn == null ? null : new Plan.Acceptance(acceptedOn, row.getString("accepted_by")),
                endedOn == null ? null : new Plan.End(endedOn, row.getString("ended_by"), row.getString("end_reason")),
                hash == null ? null : HexFormat.of().formatHex(hash));
    }

    private static Plan.State state(String stored, @Nullable LocalDate dueOn, LocalDate today) {
        if (!stored.equals("running")) {
            return Plan.State.valueOf(stored.toUpperCase(Locale.ROOT));
        } else {
            boolean isBehind = dueOn != null && today.isAfter(dueOn);
            return isBehind ? Plan.State.BEHIND : Plan.State.ON_TRACK;
        }
    }
}
