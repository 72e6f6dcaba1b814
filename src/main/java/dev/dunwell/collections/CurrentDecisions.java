package dev.dunwell.collections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
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

    @Transactional(readOnly = true)
    public Optional<Decision> ofInvoice(long invoiceId) {
        return db.sql("select * from decision where invoice_id = :invoice and superseded_on is null")
                .param("invoice", invoiceId)
                .query((row, _) -> decision(row))
                .optional();
    }

    private static Decision decision(ResultSet row) throws SQLException {
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
