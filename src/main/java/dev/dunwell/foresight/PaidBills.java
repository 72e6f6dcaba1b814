package dev.dunwell.foresight;

import dev.dunwell.foresight.learning.Bill;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invoices of the last years as they stood when a day ended, with the day on which money settled the last of each.
 * One that was credited or written off without any money is no example of paying and left out.
 */
@Repository
class PaidBills {

    /** PayingHabits older than that are not looked at. */
    private static final int YEARS = 3;

    private static final String ALL = Sql.named("foresight/bills");
    private static final String ONE = Sql.named("foresight/bills-of-customer");

    private final JdbcClient db;

    PaidBills(JdbcClient db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<KnownBill> all(LocalDate asOf) {
        return db.sql(ALL)
                .param("since", asOf.minusYears(YEARS))
                .param("asOf", asOf)
                .query((row, _) -> bill(row))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<KnownBill> of(long customerId, LocalDate asOf) {
        return db.sql(ONE)
                .param("customer", customerId)
                .param("since", asOf.minusYears(YEARS))
                .param("asOf", asOf)
                .query((row, _) -> bill(row))
                .list();
    }

    private static KnownBill bill(ResultSet row) throws SQLException {
        return new KnownBill(
                row.getLong("id"),
                Money.ofMinor(row.getLong("open_amount"), row.getString("currency")),
                new Bill(
                        row.getString("customer_id"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getLong("amount"),
                        row.getObject("paid_on", LocalDate.class)));
    }
}
