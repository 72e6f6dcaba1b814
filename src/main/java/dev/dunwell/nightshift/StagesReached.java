package dev.dunwell.nightshift;

import dev.dunwell.billing.ProposeFees;
import dev.dunwell.kernel.Sql;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stages of reminding that cost a fee and were reached: what collections did, beside what billing knows. */
@Repository
class StagesReached {

    private static final String REACHED = Sql.named("nightshift/fees-reached");

    private final JdbcClient db;

    StagesReached(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    List<ProposeFees.Reached> withFee(LocalDate today) {
        return db.sql(REACHED)
                .param("today", today)
                .query((row, _) -> new ProposeFees.Reached(row.getLong("invoice_id"), row.getInt("stage")))
                .list();
    }
}
