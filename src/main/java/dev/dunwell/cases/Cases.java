package dev.dunwell.cases;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Disputes and questions side by side: what a person has to work out before money comes. */
@Repository
public class Cases {

    private static final String LIST = Sql.named("cases/list");
    private static final int ALL = 500;

    private final JdbcClient db;

    Cases(JdbcClient db) {
        this.db = db;
    }

    /** In the order of the filter; what was opened later than the day does not exist. */
    @Transactional(readOnly = true)
    public List<Case> list(CaseFilter filter, LocalDate today, int limit) {
        Map<String, Object> asked = asked(filter, today);
        asked.put("limit", limit);
        return db.sql(LIST).params(asked).query(Cases::read).list();
    }

    /** Of one customer, open and closed. */
    @Transactional(readOnly = true)
    public List<Case> ofCustomer(long customerId, CaseFilter filter, LocalDate today) {
        return of("customer", customerId, filter, today);
    }

    /** About one invoice, open and closed. */
    @Transactional(readOnly = true)
    public List<Case> ofInvoice(long invoiceId, LocalDate today) {
        return of("invoice", invoiceId, every(null), today);
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Case get(Case.Kind kind, long id, LocalDate today) {
        return of("id", id, every(kind), today).stream().findFirst().orElseThrow(() -> new NotFound(kind.code()));
    }

    /**
     * How long disputes take that ended in the last ninety days.
     *
     * @param days the mean from opening to the end, in whole days, rounded down
     */
    public record CycleTime(long ended, long days) {}

    @Transactional(readOnly = true)
    public CycleTime cycleTime(LocalDate today) {
        return db.sql("""
                select count(*) as ended, coalesce(sum(closed_on - opened_on) / count(*), 0) as days
                from dispute
                where closed_on between :today - 90 and :today
                having count(*) > 0
                """)
                .param("today", today)
                .query((row, _) -> new CycleTime(row.getLong("ended"), row.getLong("days")))
                .optional()
                .orElse(new CycleTime(0, 0));
    }

    private static CaseFilter every(Case.@Nullable Kind kind) {
        return new CaseFilter(kind, CaseFilter.State.ALL, null, false, "", CaseFilter.Order.DUE);
    }

    private List<Case> of(String which, long id, CaseFilter filter, LocalDate today) {
        Map<String, Object> asked = asked(filter, today);
        asked.put(which, id);
        asked.put("limit", ALL);
        return db.sql(LIST).params(asked).query(Cases::read).list();
    }

    private static Map<String, Object> asked(CaseFilter filter, LocalDate today) {
        Case.Kind kind = filter.kind();
        return new HashMap<>(Map.of(
                "today",
                today,
                "kind",
                kind == null ? "" : kind.code(),
                "state",
                filter.state().name().toLowerCase(Locale.ROOT),
                "id",
                0L,
                "customer",
                0L,
                "invoice",
                0L,
                "owner",
                Objects.requireNonNullElse(filter.owner(), 0L),
                "unowned",
                filter.unowned(),
                "q",
                filter.q().strip(),
                "order",
                filter.order().name().toLowerCase(Locale.ROOT)));
    }

    private static Case read(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        Long invoice = row.getObject("invoice_id", Long.class);
        Long owner = row.getObject("owner_id", Long.class);
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        String code = row.getString("code");
        return new Case(
                Case.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getLong("id"),
                new Case.Whose(
                        row.getLong("customer_id"), row.getString("customer_number"), row.getString("customer_name")),
                invoice == null ? null : new Case.About(invoice, row.getString("invoice_number")),
                currency == null ? null : Money.ofMinor(row.getLong("amount"), currency),
                row.getBoolean("is_part"),
                code == null ? null : DeductionCode.read(code).orElse(DeductionCode.OTHER),
                row.getString("text"),
                row.getString("asked_by"),
                row.getObject("opened_on", LocalDate.class),
                row.getString("author"),
                row.getObject("due_on", LocalDate.class),
                owner == null ? null : new Case.Owner(owner, row.getString("owner_name")),
                closedOn == null ? null : new Case.End(closedOn, row.getString("closed_by"), row.getString("outcome")));
    }
}
