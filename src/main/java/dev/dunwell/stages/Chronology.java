package dev.dunwell.stages;

import dev.dunwell.collections.Stage;
import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened to an invoice, read from the facts themselves, the oldest first (R160). */
@Repository
public class Chronology {

    private static final String ROWS = Sql.named("stages/chronology");

    private final JdbcClient db;

    Chronology(JdbcClient db) {
        this.db = db;
    }

    /** @param asOf what happened later does not exist */
    @Transactional(readOnly = true)
    public List<Happening> of(long invoiceId, LocalDate asOf) {
        return db.sql(ROWS)
                .param("invoice", invoiceId)
                .param("asOf", asOf)
                .query((row, _) -> happening(row))
                .list();
    }

    private static Happening happening(ResultSet row) throws SQLException {
        int stage = row.getInt("stage");
        String currency = row.getString("currency");
        return new Happening(
                row.getObject("on_date", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Happening.Kind.ofCode(row.getString("kind")),
                row.getLong("subject_id"),
                stage == 0 ? null : Stage.values()[stage - 1],
                row.getInt("step"),
                row.getString("name"),
                row.getString("detail"),
                row.getString("state"),
                currency == null ? null : Money.ofMinor(row.getLong("amount"), currency),
                row.getObject("until_on", LocalDate.class),
                row.getString("author"));
    }
}
