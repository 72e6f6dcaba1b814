package dev.dunwell.credit;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Limits, the policy and exposure, for any number of customers at once. */
@Repository
public class CreditLimits {

    private static final int SHOWN = 50;
    private static final String EXPOSURE = Sql.named("credit/exposure");
    private static final String WATCHED = Sql.named("credit/watched");

    private final JdbcClient db;

    CreditLimits(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public CreditPolicy policy() {
        return db.sql("select on_breach, overdue_days from credit_policy order by id desc limit 1")
                .query((row, _) -> new CreditPolicy(
                        row.getString("on_breach").equals("stop")
                                ? CreditPolicy.OnBreach.STOP
                                : CreditPolicy.OnBreach.WARN,
                        row.getInt("overdue_days")))
                .optional()
                .orElse(CreditPolicy.DEFAULT);
    }

    /** The limits of a customer, those set last first. */
    @Transactional(readOnly = true)
    public List<CreditLimit> history(long customerId) {
        return db.sql("""
                select id, currency, amount, from_on, author, reason
                from credit_limit
                where customer_id = :customer
                order by from_on desc, id desc
                limit :shown
                """)
                .param("customer", customerId)
                .param("shown", SHOWN)
                .query((row, _) -> new CreditLimit(
                        row.getLong("id"),
                        Currency.getInstance(row.getString("currency")),
                        money(row, "amount"),
                        row.getObject("from_on", LocalDate.class),
                        row.getString("author"),
                        row.getString("reason")))
                .list();
    }

    /** Of each of these customers with all below it, one for each currency in which there is a limit or an exposure. */
    @Transactional(readOnly = true)
    public Map<Long, List<Exposure>> exposures(Collection<Long> customers, CreditPolicy policy, LocalDate today) {
        Map<Long, List<Exposure>> exposures = new TreeMap<>();
        db.sql(EXPOSURE)
                .param("ids", customers.toArray(Long[]::new))
                .param("today", today)
                .param("days", policy.overdueDays())
                .query(row -> {
                    String currency = row.getString("currency");
                    exposures
                            .computeIfAbsent(row.getLong("customer_id"), _ -> new ArrayList<>())
                            .add(new Exposure(
                                    money(row, "limit_amount"),
                                    Money.ofMinor(row.getLong("open"), currency),
                                    Money.ofMinor(row.getLong("unbilled"), currency),
                                    Money.ofMinor(row.getLong("ordered"), currency),
                                    Money.ofMinor(row.getLong("overdue"), currency)));
                });
        return exposures;
    }

    /** Customers that can be in breach on a day: with a limit, or with money overdue for too long. */
    Set<Long> watched(CreditPolicy policy, LocalDate today) {
        return Set.copyOf(db.sql(WATCHED)
                .param("today", today)
                .param("days", policy.overdueDays())
                .query((row, _) -> row.getLong("customer_id"))
                .list());
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        Long minor = row.getObject(column, Long.class);
        return minor == null ? null : Money.ofMinor(minor, row.getString("currency"));
    }
}
