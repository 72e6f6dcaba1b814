package dev.dunwell.collections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was decided last for open items, and still stands. */
@Repository
public class CurrentDecisions {

    private final JdbcClient db;

    CurrentDecisions(JdbcClient db) {
        this.db = db;
    }

    /** For the open items of a customer, by the ids of their invoices; one nobody looked at yet is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Decision> of(long customerId) {
        Map<Long, Decision> decisions = new HashMap<>();
        db.sql("""
                select d.*
                from decision d
                join invoice i on i.org_id = d.org_id and i.id = d.invoice_id
                where i.customer_id = :customer and d.superseded_on is null
                """)
                .param("customer", customerId)
                .query(row -> {
                    decisions.put(row.getLong("invoice_id"), decision(row, 0));
                });
        return decisions;
    }

    @Transactional(readOnly = true)
    public Optional<Decision> ofInvoice(long invoiceId) {
        return db.sql("select * from decision where invoice_id = :invoice and superseded_on is null")
                .param("invoice", invoiceId)
                .query(CurrentDecisions::decision)
                .optional();
    }

    private static Decision decision(ResultSet row, int n) throws SQLException {
        int stage = row.getInt("stage");
        return new Decision(
                Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                Arrays.stream(Stage.values())
                        .filter(each -> each.number() == stage)
                        .findFirst()
                        .orElseThrow(),
                row.getInt("step"),
                ReasonCode.valueOf(row.getString("code")),
                row.getString("reason"),
                row.getObject("next_on", LocalDate.class));
    }
}
