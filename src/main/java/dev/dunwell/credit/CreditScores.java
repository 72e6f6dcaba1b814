package dev.dunwell.credit;

import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a score is made of. */
@Repository
public class CreditScores {

    private static final String FACTS = Sql.named("credit/score");

    private final JdbcClient db;

    CreditScores(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public CreditScore of(long customerId, LocalDate today) {
        return CreditScore.of(db.sql(FACTS)
                .param("customer", customerId)
                .param("today", today)
                .query((row, _) -> new CreditScore.Facts(
                        row.getBoolean("is_paid"),
                        row.getInt("days_beyond_terms"),
                        row.getInt("overdue_percent"),
                        row.getInt("promises_judged"),
                        row.getInt("promises_kept"),
                        row.getInt("disputes"),
                        row.getInt("months")))
                .single());
    }
}
